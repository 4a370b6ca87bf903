"""Who says so: a named source, a nameless one, or nobody."""
