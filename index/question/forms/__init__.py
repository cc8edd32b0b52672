"""In which form something is asked: one of two, a list, the newest, several things at once."""
