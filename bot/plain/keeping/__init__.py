"""What is told of the index looked after: re-indexed, filled, measured in bytes and time."""
