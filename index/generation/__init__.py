"""Generations: immutable folders, each a whole searchable index, one of them current."""
