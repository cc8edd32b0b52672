"""Bases of articles: what is put into one and taken out, and whose it is."""
