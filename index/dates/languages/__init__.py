"""The words and rules of each language by which dates are read."""
