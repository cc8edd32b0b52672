"""What themes of the press are told with, in both languages."""
