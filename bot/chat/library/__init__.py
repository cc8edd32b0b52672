"""What can be asked besides questions: which articles there are, what Sourcier is."""
