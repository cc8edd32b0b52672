"""What is asked: the words, set right and understood, and which articles may answer."""
