"""From the lines of printed pages to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final

EDGE_LINES: Final = 2
"""Lines at the top and at the bottom of a page in which a running header or footer is looked for."""

FEWEST_PAGES: Final = 3
"""Below, a line that two pages share may be a sentence that the author repeats."""

SHORT_LINE: Final = 0.8
"""A line below this share of the text's width ends its paragraph, if it also ends a sentence."""

_PAGE_NUMBER: Final = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:/|of|sur|de)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+")
_SENTENCE_END: Final = re.compile(r"[.!?…:](?:\s?»|[\"”’')\]])*$")
_CUT_WORD: Final = re.compile(r"(?:^|[^\w-])([^\W\d_]+)-$")
_COMPOUND_FIRST: Final = frozenset(
    """
    vice e ex non mi demi semi sous sus contre entre quasi self co pré post anti celui celle ceux celles peut
    c est a t il elle on y en là ci soi même lui moi toi nous vous eux grand long short high low well mid
    full part first second third two three year cross multi
    """.split()
)
"""First halves of compounds that keep their hyphen when a line ends there (« vice-président »)."""


def without_page_furniture(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages without page numbers and without the headers and footers that most pages bear.
    Empty lines are kept: they separate paragraphs."""
    running = _running_lines(pages)
    lines: list[str] = []
    for page in pages:
        edges = set(_edge_places(page))
        lines.extend(
            line
            for place, line in enumerate(page)
            if place not in edges or not (_shape(line) in running or (line and _PAGE_NUMBER.fullmatch(line)))
        )
    return lines


def _running_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    """Shapes (figures masked: « page 3 ») of the edge lines that stand on more than half of the pages."""
    if len(pages) < FEWEST_PAGES:
        return set()
    count = Counter(chain.from_iterable({_shape(page[place]) for place in _edge_places(page)} for page in pages))
    return {shape for shape, times in count.items() if times > len(pages) / 2}


def _edge_places(page: Sequence[str]) -> list[int]:
    filled = [place for place, line in enumerate(page) if line]
    return filled[:EDGE_LINES] + filled[-EDGE_LINES:]


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def join_lines(lines: Sequence[str]) -> list[str]:
    """Paragraphs: wrapped lines joined by spaces, words cut at a line end made whole."""
    width = _text_width(lines)
    paragraphs: list[list[str]] = [[]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line:
            paragraphs.append([])
            continue
        paragraphs[-1].append(line)
        if _ends_paragraph(line, following, width, alone=len(paragraphs[-1]) == 1):
            paragraphs.append([])
    return [_joined(paragraph) for paragraph in paragraphs if paragraph]


def _text_width(lines: Sequence[str]) -> int:
    """Length of a full line: nine lines out of ten are shorter or equal."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _ends_paragraph(line: str, following: str, width: int, *, alone: bool) -> bool:
    """A short line ends a paragraph when it ends a sentence, or when it stands first and what follows begins
    anew: a heading."""
    if len(line) >= SHORT_LINE * width or not following:
        return False
    if _SENTENCE_END.search(line):
        return True
    begins_anew = following[0].isupper() or following[0] in '«“"•–-'
    return alone and begins_anew and len(line) + len(following.split()[0]) < SHORT_LINE * width


def _joined(lines: Sequence[str]) -> str:
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        cut = _CUT_WORD.search(line)
        if line.endswith("\u00ad"):
            pieces.append(line[:-1])
        elif cut and following[:1].islower():
            pieces.append(line if cut.group(1).lower() in _COMPOUND_FIRST else line[:-1])
        elif line.endswith("-") and following:
            pieces.append(line)
        else:
            pieces.append(f"{line} ")
    return "".join(pieces).strip()
