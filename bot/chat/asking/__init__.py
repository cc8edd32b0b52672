"""Questions, whichever way they come, and their answers, looked at closer."""
