"""From the lines of printed pages, and their places, to paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from index.drafts.left_out import is_page_number
from index.terms.line_ends import compounds_in, keeps_hyphen

EDGE_ROWS: Final = 2
"""Rows at the top and at the bottom of a page in which a running header or footer is looked for."""

RUNNING_SHARE: Final = 1 / 3
"""Of the pages: what stands at the same height of as many (left and right pages may differ) is a header."""

SHORT_LINE: Final = 0.8
"""A line below this share of the text's width ends its paragraph, if it also ends a sentence."""

WIDE_GAP: Final = 1.25
"""Times the usual distance between lines of a size: more parts paragraphs."""

OTHER_SIZE: Final = 0.08
"""A difference of letter size above this share is seen: a heading, a caption, a note."""

_DIGITS: Final = re.compile(r"\d+")
_SENTENCE_END: Final = re.compile(r"[.!?…:](?:\s?»|[\"”’')\]])*$")
_CUT_WORD: Final = re.compile(r"(?:^|[^\w-])([^\W\d_]+)[-\u2010]$")
_FIRST_HALF_ENDS: Final = re.compile(r"^[^\W\d_]+")
_BULLET: Final = re.compile(r"[•▪◦‣●■□○♦►▶➤✓✔·]\s?(?=\S)")
_LIST_MARK: Final = re.compile(r"(?:[-–—*]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=\S)")
_LIST_OPENS: Final = re.compile(r"[.!?…:;,](?:\s?»|[\"”’')\]])*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: where it begins on its page and the size of its letters, in points, ``y`` growing upwards.
    ``apart`` from the lines around it: it runs in another direction."""

    text: str
    x: float
    y: float
    size: float
    apart: bool = False


def page_furniture(pages: Sequence[Sequence[Line]]) -> list[set[Line]]:
    """The lines of each page that are its number, or a header or footer of other pages too."""
    edges = [set(_edge_lines(page)) for page in pages]
    count = Counter(chain.from_iterable({_furniture_key(line) for line in edge} for edge in edges))
    fewest = max(2, RUNNING_SHARE * len(pages))
    return [
        {line for line in edge if count[_furniture_key(line)] >= fewest or is_page_number(line.text)} for edge in edges
    ]


def without_page_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without its :func:`page_furniture`."""
    return [
        [line for line in page if line not in dropped]
        for page, dropped in zip(pages, page_furniture(pages), strict=True)
    ]


def running_texts(pages: Sequence[Sequence[Line]]) -> list[str]:
    """What headers and footers say, each once however its figures differ from page to page."""
    said: dict[str, str] = {}
    for page, dropped in zip(pages, page_furniture(pages), strict=True):
        for line in page:
            if line in dropped:
                said.setdefault(_DIGITS.sub("0", line.text), line.text)
    return list(said.values())


def _edge_lines(page: Sequence[Line]) -> Iterator[Line]:
    heights = sorted({round(line.y) for line in page})
    edge = {*heights[:EDGE_ROWS], *heights[-EDGE_ROWS:]}
    return (line for line in page if round(line.y) in edge)


def _furniture_key(line: Line) -> tuple[str, int]:
    """What the same line on another page shares: its words (figures masked: « page 3 ») and its height."""
    return _DIGITS.sub("0", line.text), round(line.y)


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Paragraphs: wrapped lines joined by spaces, across columns and pages too, words cut at a line end made
    whole; each item of a list is one."""
    width = _text_width([line.text for line in chain.from_iterable(pages)])
    spacing = _usual_spacing(pages)
    paragraphs: list[list[str]] = []
    previous: Line | None = None
    for page in pages:
        for place, line in enumerate(page):
            if previous is None or (
                line.apart
                or previous.apart
                or _opens_item(line.text, paragraphs[-1], previous.text, width)
                or _parted(previous, line, spacing, same_page=place > 0)
                or _ends_paragraph(previous.text, line.text, width, alone=len(paragraphs[-1]) == 1)
                or _ends_item(previous.text, line.text, width, paragraphs[-1])
            ):
                paragraphs.append([])
            paragraphs[-1].append(line.text)
            previous = line
    compounds = compounds_in("\n".join(line.text for line in chain.from_iterable(pages)))
    return [_joined(paragraph, compounds) for paragraph in paragraphs]


def _opens_item(line: str, above: Sequence[str], previous: str, width: int) -> bool:
    """A bullet opens an item of a list; a dash, a number or a letter does behind what can come before a list."""
    if _BULLET.match(line):
        return True
    if not _LIST_MARK.match(line):
        return False
    return _is_item(above) or _LIST_OPENS.search(previous) is not None or len(previous) < SHORT_LINE * width


def _ends_item(previous: str, line: str, width: int, above: Sequence[str]) -> bool:
    """A short line at the end of an item ends it, when what follows begins anew."""
    return _is_item(above) and len(previous) < SHORT_LINE * width and line[0].isupper()


def _is_item(paragraph: Sequence[str]) -> bool:
    return bool(paragraph) and bool(_BULLET.match(paragraph[0]) or _LIST_MARK.match(paragraph[0]))


def _text_width(lines: Sequence[str]) -> int:
    """Length of a full line: nine lines out of ten are shorter or equal."""
    lengths = sorted(len(line) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _usual_spacing(pages: Sequence[Sequence[Line]]) -> Mapping[int, float]:
    """The distance between two lines of a paragraph, for each size of letters."""
    distances: dict[int, list[float]] = defaultdict(list)
    for above, below in chain.from_iterable(map(pairwise, pages)):
        if round(above.size) == round(below.size) and above.y > below.y:
            distances[round(above.size)].append(above.y - below.y)
    # The lower quartile: in short paragraphs the gaps between them are as many as the lines.
    return {size: sorted(found)[len(found) // 4] for size, found in distances.items()}


def _parted(above: Line, below: Line, spacing: Mapping[int, float], *, same_page: bool) -> bool:
    """Whether the page itself shows that a paragraph ends: another size of letters, a gap, or an indent."""
    if abs(above.size - below.size) > OTHER_SIZE * max(above.size, below.size):
        return True
    distance = above.y - below.y
    if not same_page or distance < 0:  # the next page or column
        return False
    if distance > WIDE_GAP * spacing.get(round(above.size), distance):
        return True
    indented = below.size < below.x - above.x < 5 * below.size
    return indented and distance > 0 and _SENTENCE_END.search(above.text) is not None


def _ends_paragraph(line: str, following: str, width: int, *, alone: bool) -> bool:
    """A short line ends a paragraph when it ends a sentence, or when it stands first and what follows begins
    anew: a heading."""
    if len(line) >= SHORT_LINE * width:
        return False
    if _SENTENCE_END.search(line):
        return True
    begins_anew = following[0].isupper() or following[0] in '«“"•–-'
    return alone and begins_anew and len(line) + len(following.split()[0]) < SHORT_LINE * width


def _joined(lines: Sequence[str], compounds: Collection[str]) -> str:
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        cut = _CUT_WORD.search(line)
        half = _FIRST_HALF_ENDS.match(following)
        if line.endswith("\u00ad"):
            pieces.append(line[:-1])
        elif cut and half and following[0].islower():
            pieces.append(line if keeps_hyphen(cut.group(1), half[0], compounds) else line[:-1])
        elif line.endswith(("-", "\u2010")) and following:
            pieces.append(line)
        else:
            pieces.append(f"{line} ")
    return "".join(pieces).strip()
