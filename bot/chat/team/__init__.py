"""Where the base ends: questions put to people, and what they say brought back."""
