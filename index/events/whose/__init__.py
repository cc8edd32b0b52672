"""Whose an event is: who may be meant, what speaks for each, how likely each is."""
