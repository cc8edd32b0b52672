"""Where sentences begin and end, in French and English press text, by exact offsets.

A sentence ends at a full stop, a question or exclamation mark or an ellipsis that closes it, at a blank line, and
where a list item starts a new line. Guards keep together what only looks like an end: titles (« M. Lindsay »),
initials, dotted acronyms ("U.S. giant"), abbreviations ("Inc. said", "Jan. 5"), numbers, web addresses, and what
follows a quotation (« … ! », continue-t-il).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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

# A name follows: nothing ends after these.
TITLES: Final = frozenset("m mm mr mrs ms dr drs pr prof ste mgr me mlle mme sgt lt hon e.g i.e cf vs n° vol".split())
# A name, a number or an example mostly follows; but "no", "art" or "p" are words too.
SELDOM_LAST: Final = frozenset(
    "st rev sen rep gov gen col capt pres p pp no nos art fig chap éd ed env av apr tél approx ca al".split()
)
# These end a sentence only when what follows begins one: a capital that is not simply a name's.
OFTEN_LAST: Final = frozenset(
    "inc ltd corp co cie bros jr sr etc a.m p.m am pm dept est univ assn "
    "jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc".split()
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
    for block_start, block_end in _blocks(body, start, end):
        at = block_start
        for cut in _ends(body, block_start, block_end):
            spans.append(_trimmed(body, at, cut))
            at = cut
        spans.append(_trimmed(body, at, block_end))
    return tuple(span for span in spans if span[0] < span[1])


def _blocks(body: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs and list items: no sentence goes beyond one."""
    at = start
    breaks = [match.span() for pattern in (BLANK_LINE, LIST_ITEM) for match in pattern.finditer(body, start, end)]
    for break_start, break_end in sorted(breaks):
        if break_start >= at:
            yield at, break_start
            at = break_end
    yield at, end


def _ends(body: str, start: int, end: int) -> Iterator[int]:
    for marks in MARKS.finditer(body, start, end):
        closed = CLOSERS.match(body, marks.end(), end)
        after = closed.end() if closed else marks.end()
        if after < end and body[after].isspace() and _is_end(body, start, marks.start(), marks.group(), after, end):
            yield after


def _is_end(body: str, block: int, mark: int, marks: str, after: int, end: int) -> bool:
    found = NEXT_WORD.match(body, after, min(end, after + 2 * LONGEST_WORD))
    follows = found.group(1) if found else ""
    if follows[:1].islower():
        return False
    if marks != ".":
        return True
    word = _word_before(body, block, mark)
    if not word:
        return True
    return _ends_after(word, follows, is_first=not body[block : mark - len(word)].strip())


def _word_before(body: str, block: int, mark: int) -> str:
    found = WORD_BEFORE.search(body[max(block, mark - LONGEST_WORD) : mark])
    return found.group() if found else ""


def _ends_after(word: str, follows: str, *, is_first: bool) -> bool:
    folded = word.casefold()
    begins = follows.casefold() in STARTERS
    if folded in TITLES:
        return False
    if folded in SELDOM_LAST:
        return begins and len(follows) > 1
    if word.isdecimal():
        return not is_first  # "1. Foo" numbers a line
    if len(word) == 1 and word.isalpha():
        return begins and len(follows) > 1 and word.islower()
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
