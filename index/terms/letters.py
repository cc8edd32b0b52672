"""A text in plain small letters, place for place, so that what is found in it is found in the text."""

from __future__ import annotations

from typing import Final

_PLAIN: Final = str.maketrans("àâäáãçéèêëíîïìñóôöòõúùûüÿ’ʼ‘`\u00a0\u202f", "aaaaaceeeeiiiinooooouuuuy''''  ")


def plain(text: str) -> str:
    """``text`` in small letters without accents, with straight apostrophes, character for character."""
    small = text.lower()
    return (small if len(small) == len(text) else text).translate(_PLAIN)
