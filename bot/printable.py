"""What may reach a terminal of a text that somebody else wrote.

An article can carry escape sequences that move the cursor, change the window's title or hide text, and marks that
reverse the reading order. They stay in the body, since quotes are verbatim; on a screen they are shown as visible
signs instead.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

# C0 but tab and newline, DEL, C1, bidirectional embeddings, overrides and isolates, lone surrogates, the two
# Unicode line separators.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\u2028\u2029]")
_SPACES: Final = re.compile(r"\s+")


def printable(text: str) -> str:
    """``text`` with everything that could drive a terminal made visible (ESC as "␛", U+202E as "<U+202E>"); tabs
    and newlines stay, a Windows line end becomes a newline."""
    return _UNPRINTABLE.sub(_visible, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """``text`` as :func:`printable`, on one line."""
    return _SPACES.sub(" ", printable(text)).strip()


def web_link(url: str | None) -> str | None:
    """``url`` when it is an http or https address without spaces or control characters, else None."""
    if url is None or _SPACES.search(url) or _UNPRINTABLE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block mirrors C0
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"<U+{code:04X}>"
