"""What tells that a passage does not answer though it speaks of what is asked."""
