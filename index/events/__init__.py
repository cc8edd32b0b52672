"""Dated events: what happened when, and to whom, as the sentences of the articles tell it."""
