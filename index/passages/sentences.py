"""Where sentences begin and end, in French and English press text, by exact offsets.

A sentence ends at a full stop, a question or exclamation mark or an ellipsis that closes it, at a blank line, and
where a list item starts a new line; a row of a table is one. Guards keep together what only looks like an end: titles
(« M. Lindsay »), initials, dotted acronyms ("U.S. giant"), abbreviations ("Inc. said", "Jan. 5", « vol. 3 »), numbers,
web addresses, and what follows a quotation (« … ! », continue-t-il). What is a word as well (« pour vol. Le tribunal »)
is told by what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from index.passages.passage import Span

BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
LIST_ITEM: Final = re.compile(r"\n[^\S\n]*(?=(?:[-*•–—▪◦]|\d{1,3}[.)])[^\S\n])")
MARKS: Final = re.compile(r"[.!?…]+")
# A guillemet may stand one space after the mark it follows; other closing signs stand right after it.
CLOSERS: Final = re.compile(r"""(?:[ \u00a0\u202f\u2009]?»|["”’')\]}*_])*""")
WORD_BEFORE: Final = re.compile(r"(?:\w+\.)*\w*\Z")
LONGEST_WORD: Final = 40
NEXT_WORD: Final = re.compile(r"\s*[«“\"'(\[—–-]*[ \u00a0\u202f]?([^\W_]*)")

GOES_ON: Final = re.compile(r"\s*[&,;+/=)\]]")
TABLE_ROW: Final = re.compile(r"[^\n]* \| [^\n]*")
"""A row of a table as it stands in a body: its cells with bars between them."""
ROMAN: Final = re.compile(r"[IVXLC]+\b")

# A name follows: nothing ends after these, however they are written.
TITLES: Final = frozenset("mr mrs dr drs prof mgr mlle mme sgt lt e.g i.e cf vs n°".split())
# Words too ("me", « 5 mm »): titles only when they are written as such.
CAPITAL_TITLES: Final = frozenset("MM Mm Me Ms Pr Ste Hon Col Cap".split())
# A number follows; anything else begins a sentence, for most of them are words (« pour vol », "studied art").
BEFORE_NUMBERS: Final = frozenset(
    "vol no nos art fig p pp chap ch cap sect env tél approx ca est sept mar al n pl".split()
)
# A name or an example mostly follows.
SELDOM_LAST: Final = frozenset("st rev sen rep gov gen capt pres éd ed av apr".split())
# These end a sentence only when what follows begins one: a capital that is not simply a name's.
OFTEN_LAST: Final = frozenset(
    "inc ltd corp co cie bros jr sr etc a.m p.m am pm dept univ assn "
    "jan feb apr jun jul aug sep oct nov dec janv févr avr juil déc".split()
)
# Capitalised words that begin a sentence rather than go on with a name.
STARTERS: Final = frozenset(
    "a after all an and as at before both but by despite each even for from he her here his how however i if in it "
    "its last many meanwhile more most no nobody not now on once one or our she since so some still such that the "
    "their then there these they this those though through to today two under until we what when where while who "
    "why with yet you "
    "après au aujourd aussi autant aux avant avec c ce cela celui ces cet cette ceux chaque comme d dans de depuis "
    "des deux dès du elle elles en enfin ensuite et il ils j je l la le les leur leurs lors lorsque mais malgré "
    "même ni nous on or où par parmi pendant peu plus pour pourtant puis qu quand que quel quelle qui sa sans "
    "selon ses si son sous sur tandis tous tout toutefois toutes trois un une vers voici vous".split()
)


def sentences(body: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of ``body[start:end]``: trimmed, in order, together holding all that is not white space."""
    spans = []
    rows = set(chain.from_iterable(tables(body, start, end)))
    for block_start, block_end in _blocks(body, start, end, rows):
        at = block_start
        is_row = (block_start, block_end) in rows  # the unit of a table
        for cut in () if is_row else _ends(body, block_start, block_end):
            spans.append(_trimmed(body, at, cut))
            at = cut
        spans.append(_trimmed(body, at, block_end))
    return tuple(span for span in spans if span[0] < span[1])


def _blocks(body: str, start: int, end: int, rows: Iterable[Span]) -> Iterator[Span]:
    """Paragraphs, list items and rows of tables: no sentence goes beyond one."""
    at = start
    breaks = [match.span() for pattern in (BLANK_LINE, LIST_ITEM) for match in pattern.finditer(body, start, end)]
    for row_start, row_end in rows:
        breaks += [(row_start - 1, row_start)] if row_start > start else []
        breaks += [(row_end, row_end + 1)] if row_end < end else []
    for break_start, break_end in sorted(breaks):
        if break_start >= at:
            yield at, break_start
            at = break_end
    yield at, end


def tables(body: str, start: int, end: int) -> Iterator[list[Span]]:
    """The tables in ``body[start:end]``, each as its rows."""
    if body.find(" | ", start, end) < 0:
        return
    rows: list[Span] = []
    for row in TABLE_ROW.finditer(body, start, end):
        if rows and row.start() != rows[-1][1] + 1:
            if len(rows) > 1:
                yield rows
            rows = []
        rows.append(row.span())
    if len(rows) > 1:
        yield rows


def _ends(body: str, start: int, end: int) -> Iterator[int]:
    for marks in MARKS.finditer(body, start, end):
        closed = CLOSERS.match(body, marks.end(), end)
        after = closed.end() if closed else marks.end()
        if after < end and body[after].isspace() and _is_end(body, start, marks.start(), marks.group(), after, end):
            yield after


def _is_end(body: str, block: int, mark: int, marks: str, after: int, end: int) -> bool:
    if GOES_ON.match(body, after, end):  # « Comm. & Adm. »
        return False
    found = NEXT_WORD.match(body, after, min(end, after + 2 * LONGEST_WORD))
    follows = found.group(1) if found else ""
    if follows[:1].islower():
        return False
    if marks != ".":
        return True
    word = _word_before(body, block, mark)
    if not word:
        return True
    is_era = word == "C" and body.endswith("J.-C", block, mark)
    return _ends_after(word, follows, is_first=not body[block : mark - len(word)].strip(), is_era=is_era)


def _word_before(body: str, block: int, mark: int) -> str:
    found = WORD_BEFORE.search(body[max(block, mark - LONGEST_WORD) : mark])
    return found.group() if found else ""


def _ends_after(word: str, follows: str, *, is_first: bool, is_era: bool) -> bool:
    folded = word.casefold()
    begins = follows.casefold() in STARTERS
    if len(word) == 1 and word.isupper():  # an initial
        return is_era and begins
    if folded in TITLES or word in CAPITAL_TITLES:
        return False
    if folded in BEFORE_NUMBERS:
        return not (follows[:1].isdigit() or ROMAN.fullmatch(follows))
    if folded in SELDOM_LAST:
        return begins and len(follows) > 1
    if word.isdecimal():
        return not is_first  # "1. Foo" numbers a line
    if len(word) == 1 and word.isalpha():
        return begins and len(follows) > 1
    is_acronym = "." in word and all(len(part) <= 2 for part in word.split("."))
    if folded in OFTEN_LAST or is_acronym:
        return begins
    return True


def _trimmed(body: str, start: int, end: int) -> Span:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return start, end
