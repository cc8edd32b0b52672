"""One module a step; the first makes all tables."""
