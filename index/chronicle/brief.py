"""A label for where there is little room, under the name of whom it is told and its date: the clause that tells the
event, and no more.

What stands before that clause gives way first, then the clause's end; only what can't be understood without the words
before it keeps as many of them as there is room for.
"""

from __future__ import annotations

import re
from typing import Final

from index.chronicle.brackets import Called, Headline, shortened, with_headline, with_subject
from index.chronicle.retold import Retold
from index.passages.passage import Span

BRIEF: Final = 104
"""Characters of a brief label."""
_LEAST_SAID: Final = 22
"""Characters that still say something without the date."""
_SHORTEST_CLAUSE: Final = 30
"""Characters under which a clause says too little without the words before it."""
_ENOUGH: Final = 60
"""Characters that need nothing more of their sentence."""
_LOST: Final = 12
"""Characters at the end that may be lost, often a date, for a sentence to be told from its beginning."""
_PART: Final = re.compile(r"(?<=[,;:(] )\S|(?<= [–—] )\S")
"""Where a part of a sentence begins."""
_NAME: Final = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: [A-ZÀ-ÖØ-Þ][\w'’.-]*)*")


def brief_label(retold: Retold, subject: Called | None, article: Headline) -> str:
    """As :func:`index.chronicle.labels.label`, in at most ``BRIEF`` characters and without the date at its head; whom
    it is told of and what its article is about it says where there is room."""
    begin, end = _span(retold)
    told = retold.without_head(" ".join(retold.said(begin, end).split())).rstrip(" ,;:–—-(")
    told = told.removesuffix(".") if not told.endswith("..") else told
    told = f"… {told}" if _begins_within(retold, begin, told) else told[:1].upper() + told[1:]
    said = with_subject(told, subject)
    if len(said) > BRIEF and not retold.hangs(told):
        return shortened(told, BRIEF)
    has_room = len(said) + len(f" [{article.short}]") <= BRIEF
    return with_headline(said, article, retold.syntax) if has_room else shortened(said, BRIEF)


def _span(retold: Retold) -> Span:
    """The slice of the text to tell; longer than there is room for when its end has to give way."""
    low, high = _after_date(retold, retold.sentence[0]), retold.sentence[1]
    if not retold.clause or (high - low <= BRIEF and not retold.tells_more()):
        return low, high
    end = retold.ended(max(retold.clause[-1][1], retold.date[1]))
    if end <= low:  # « Annoncée en avril 2019, la fermeture a lieu »: a clause that is all before
        return retold.sentence
    begin = _after_date(retold, max(low, retold.clause[0][0]))
    begin = begin if begin < end else retold.clause[0][0]
    longer = high if end - begin < _ENOUGH and not retold.tells_more() else end
    bare = retold.without_head(retold.said(begin, end).strip(" ,;:"))
    if retold.hangs_on(bare, begin) or retold.hangs(bare):
        return _reached_back(retold, low, begin, end), longer
    if len(bare) < _SHORTEST_CLAUSE and longer == end:
        return _reached_back(retold, low, begin, end), end
    dated = retold.date[1]
    return (begin if dated <= begin + BRIEF else _reached_back(retold, begin, retold.date[0], dated)), longer


def _reached_back(retold: Retold, low: int, begin: int, end: int) -> int:
    """Where to begin, between ``low`` and ``begin``, for as much as there is room for before what ends at ``end``: at
    a name or another part of the sentence that says more than the date, else at a word."""
    if end - low <= BRIEF + _LOST:
        return low
    least, most = end - BRIEF + 2, end - _SHORTEST_CLAUSE
    starts = [match.start() for pattern in (_PART, _NAME) for match in pattern.finditer(retold.text, low, begin)]
    parts = [at for at in starts if least <= at <= most and not retold.date[0] <= at < retold.date[1]]
    if parts or end - begin >= _SHORTEST_CLAUSE:
        return min(parts, default=begin)
    return retold.text.find(" ", least, most) + 1 or begin


def _begins_within(retold: Retold, begin: int, told: str) -> bool:
    """Whether words were left out before ``begin`` that belong to what is ``told`` there."""
    starts = {retold.sentence[0], *(start for start, _ in retold.clause)}
    is_whole = any(begin in (start, _after_date(retold, start)) for start in starts)
    return begin > retold.sentence[0] and (retold.hangs_on(told, begin) or not is_whole)


def _after_date(retold: Retold, begin: int) -> int:
    """Where what begins at ``begin`` goes on after the date at its head: « Le 3 mai 2020, »."""
    first, last = retold.date
    leads = first >= begin and retold.leads_to_date(retold.text[begin:first])
    is_apart = leads and retold.text.startswith(",", last) and retold.sentence[1] - last >= _LEAST_SAID
    return last + 2 if is_apart else begin
