"""Figures and dates told by several, compared by what they count and tell."""
