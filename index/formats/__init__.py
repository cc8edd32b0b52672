"""One reader a format: the bytes of a file become the draft of an article."""
