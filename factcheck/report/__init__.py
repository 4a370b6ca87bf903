"""One module per format; a renderer is a pure function of a Report."""
