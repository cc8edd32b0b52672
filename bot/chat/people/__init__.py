"""Whoever asks: their language, what holds where they are, how often they may ask and what they may do."""
