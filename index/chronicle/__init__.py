"""What happened to whom, in order, and what of it is new."""
