"""The knowledge folder becomes articles, each with an id, a date and a language."""
