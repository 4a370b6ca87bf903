"""The page and the API that stay open; the extra `[serve]`."""
