"""Links that open a page at a quote, where the browser knows how (https://wicg.github.io/scroll-to-text-fragment/)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from bot.chat.messages.markdown import safe_url

_FIRST_WORDS: Final = 6
_LAST_WORDS: Final = 4


def address_at(url: str | None, passage: str) -> str | None:
    """The address of ``url`` at ``passage``, told by its first and last words; None for a URL not to be offered.

    A page that says something else, or an older browser, opens at its top.
    """
    address = safe_url(url) if url else None
    if address is None:
        return None
    words = passage.split()
    if not words:
        return address
    if len(words) <= _FIRST_WORDS + _LAST_WORDS:
        told = _encoded(words)
    else:
        told = f"{_encoded(words[:_FIRST_WORDS])},{_encoded(words[-_LAST_WORDS:])}"
    return f"{address}{'' if '#' in address else '#'}:~:text={told}"


def _encoded(words: list[str]) -> str:
    """Percent-encoded; dash, comma and ampersand mean something in a text directive, and ``quote`` lets dashes be."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
