"""A timeline as a web page of one file, to publish as it is or in a frame of another page."""
