"""Somebody whom no list of entities holds: the articles that tell of them, under whatever name."""
