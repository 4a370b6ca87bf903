"""Web pages: the article in a page, each word at its place."""
