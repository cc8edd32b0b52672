"""What is remembered of a server and of a person, for them to see and to change."""
