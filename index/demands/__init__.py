"""What a question demands by name, and whether a passage in its article holds it."""
