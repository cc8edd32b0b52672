"""What people read, as plain text, the same on each surface."""
