"""A folder of articles becomes the next generation, when asked or when it changes."""
