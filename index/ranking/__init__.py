"""Which passages speak most for being the answer."""
