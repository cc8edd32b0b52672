"""What a line typed in the console means, what completes it, and its last answer looked at closer."""
