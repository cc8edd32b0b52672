"""A timeline as a picture."""
