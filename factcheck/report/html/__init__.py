"""The page that people look at: the articles marked, the claims as charts, the state of all at a glance."""
