"""Text from articles, made inert in Discord's Markdown without losing a character.

Every escape is a backslash before an ASCII punctuation mark, which Discord shows as the mark alone; taking
those backslashes away gives the text back, character for character. Nothing is inserted inside the text
but backslashes, marks of bold and of underlining, and ``> `` at the beginning of lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, urlsplit

from bot.chat.messages.limits import measure

Span = tuple[int, int]

_LINE_BREAK: Final = r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_MARKED: Final = re.compile(
    rf"""
      (?P<always>[\\`*_~|<>\[\]@\#]|:(?!\s))                      # a mark that means something anywhere
    | (?:(?<=[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|\A)        # or, at the beginning of a line: a list
      (?:(?!{_LINE_BREAK})\s)*
      (?:\d+(?P<ordinal>[.)])|(?P<bullet>[-+]))
    """,
    re.VERBOSE,
)
_LIST_MARK: Final = re.compile(r"(?:\d+)?(?P<mark>(?<=\d)[.)]|(?<!\d)[-+])")
_BREAKS: Final = re.compile(rf"({_LINE_BREAK})")

# Marks of direction that could make a title read as another one (Unicode Standard Annex 9).
_DIRECTION: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_URL_ROOM: Final = 600


def escape(text: str) -> str:
    """``text`` with a backslash before each mark that Discord could read as formatting, a mention, an
    emoji, a timestamp, a command, a link or a list."""
    marks = _marks(text)
    return "".join(f"\\{character}" if offset in marks else character for offset, character in enumerate(text))


def block_quote(text: str, bold: Iterable[Span] = (), underlined: Iterable[Span] = ()) -> str:
    """``text`` escaped, as a block quote, with the spans ``bold`` (offsets in ``text``) in bold, and the spans
    ``underlined`` in bold and underlined.

    Both are closed at the end of a line and opened again on the next one, and never begin or end on white space, where
    Discord would show the marks; underlining lies inside bold.
    """
    underlined = tuple(underlined)
    bold_opens, bold_closes = _run_ends(text, (*bold, *underlined))
    line_opens, line_closes = _run_ends(text, underlined)
    # What opens a run may be read as the beginning of a line by the parser that goes inside it.
    marks = _marks(text) | {
        found.start("mark")
        for offset in bold_opens | line_opens
        if (found := _LIST_MARK.match(text, offset)) is not None
    }
    put = ((line_closes, "__"), (bold_closes, "**"), (bold_opens, "**"), (line_opens, "__"))
    parts: list[str] = []
    for offset in range(len(text) + 1):
        parts += [mark for offsets, mark in put if offset in offsets]
        if offset in marks:
            parts.append("\\")
        parts.append(text[offset : offset + 1])
    return "> " + _BREAKS.sub(r"\1> ", "".join(parts))


def for_display(text: str) -> str:
    """A copy of a title, a name or a question on one line: controls and direction marks taken out, runs of
    white space made one space."""
    kept = (
        " " if character.isspace() else character
        for character in text
        if character.isspace() or (unicodedata.category(character) not in ("Cc", "Cs") and character not in _DIRECTION)
    )
    return " ".join("".join(kept).split())


def shorten(text: str, room: int) -> str:
    """``text`` if its escaped form measures at most ``room``, else as many whole words of it as fit, and
    an ellipsis. For titles and echoed questions; a quote is never shortened this way."""
    if measure(escape(text)) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(escape(text[:middle])) < room:
            low = middle
        else:
            high = middle - 1
    head = text[:low]
    words, space, _ = head.rpartition(" ")
    return (words if space and len(words) > low // 2 else head).rstrip() + "…"


def link(label: str, url: str | None) -> str:
    """``label`` (plain text, one line) as a masked link to ``url``; as escaped text alone when the URL is
    missing or not one to offer."""
    address = safe_url(url) if url else None
    if address is None:
        return escape(label)
    # Discord's parser counts brackets in a label even when escaped, and an odd one would break the link.
    return f"[{escape(label.replace('[', '(').replace(']', ')'))}]({address})"


def safe_url(url: str) -> str | None:
    """``url`` with everything that could end a masked link percent-encoded; None unless it is an http or
    https address with a plain host, no credentials, and a length worth sending."""
    if any(character.isspace() or not character.isprintable() for character in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.username is not None or parts.password is not None:
        return None
    if not re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", host):
        return None
    address = f"{parts.scheme}://{host}" + (f":{port}" if port is not None else "")
    address += quote(parts.path, safe="/%@!$&',;=+-._~:")
    if parts.query:
        address += "?" + quote(parts.query, safe="/?%@!$&',;=+-._~:")
    if parts.fragment:
        address += "#" + quote(parts.fragment, safe="/?%@!$&',;=+-._~:")
    return address if measure(address) <= _URL_ROOM else None


def _marks(text: str) -> frozenset[int]:
    """The offsets of the characters of ``text`` that need a backslash."""
    return frozenset(
        match.start(group)
        for match in _MARKED.finditer(text)
        for group in ("always", "ordinal", "bullet")
        if match.group(group) is not None
    )


def _run_ends(text: str, spans: Iterable[Span]) -> tuple[frozenset[int], frozenset[int]]:
    """The offsets where runs of the ``spans`` open and where they close, runs apart by blanks alone being one."""
    wanted = bytearray(len(text))
    for start, end in spans:
        wanted[max(start, 0) : end] = b"\1" * (min(end, len(text)) - max(start, 0))
    opening, closing = set(), set()
    line = 0
    for piece in _BREAKS.split(text):
        if not _BREAKS.fullmatch(piece):
            open_at: int | None = None
            last = line
            for offset in range(line, line + len(piece)):
                if text[offset].isspace():
                    continue
                if wanted[offset]:
                    open_at = offset if open_at is None else open_at
                    last = offset + 1
                elif open_at is not None:
                    opening.add(open_at)
                    closing.add(last)
                    open_at = None
            if open_at is not None:
                opening.add(open_at)
                closing.add(last)
        line += len(piece)
    return frozenset(opening), frozenset(closing)
