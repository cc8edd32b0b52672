"""The line that says when an article came out, and by whom: it dates the article, and is no part of what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from index.article import Heading
from index.dates.finder import TimeExpression, find_time_expressions
from index.drafts.draft import Body, Draft
from index.drafts.written_date import LANGUAGES
from index.edtf import is_day
from index.terms.tokens import fold

_LONGEST: Final = 160
_FIRST_BLOCKS: Final = 4
_LAST_BLOCKS: Final = 2
_MOST_LINES: Final = 3
_BY: Final = re.compile(r"\W*(?:par|by|rédigé par|écrit par|written by) (?-i:[A-ZÀ-ÖØ-ÞŒ])", re.IGNORECASE)
_BLANK_LINE: Final = "\n\n"
_WORD: Final = re.compile(r"[^\W\d_]+")
_PUBLISHED: Final = re.compile(
    r"\b(?:publié|parue?|mise? en ligne|posté|mise? à jour|published|posted|updated|publication)\b"
    r"|\A\W*(?:par|by|rédigé par|écrit par|written by)\b",
    re.IGNORECASE,
)
_BESIDE: Final = frozenset(
    "a at by par le la the on in en dans du de d and et of to min mins minute minutes heure heures hour hours h am pm "
    "gmt cet cest utc read reading lecture temps time publie publiee paru parue mis mise ligne jour updated posted "
    "published written redige ecrit article modifie modified last derniere dernier premiere fois first edited poste "
    "date publication il y".split()
)
_Test = Callable[[str, Sequence[TimeExpression]], bool]
_PLACE_ALONE: Final = re.compile(r"\W*(?:[A-ZÀ-ÖØ-ÞŒ][\w'’ -]{1,30},)?\W*(?:le|on)?\W*")


def byline_date(line: str, lang: str | None = None) -> str | None:
    """The day that ``line`` dates its article with (« Publié le 3 mai 2024 par Jean Rey », "Posted on May 3, 2024"),
    the first of several; None when it says anything else. ``lang`` is the language tried first."""
    return _day(line, lang, _is_of_publishing)


def lone_date(line: str, lang: str | None = None) -> str | None:
    """The day that is all ``line`` says, but for a place: « Lyon, le 3 mai 2024 »; None when it says more."""
    return _day(line, lang, lambda line, found: _PLACE_ALONE.fullmatch(_without(line, found)) is not None)


def dated_lines(lines: Sequence[str], lang: str | None = None) -> str | None:
    """The day that ``lines`` date their article with, where each says nothing but when it came out and by whom ("By
    Ann Lee, The Courier" over "23 July 2021"); None when one says more, or none says a day."""
    days = [byline_date(line, lang) or lone_date(line, lang) for line in lines]
    if any(day is None and not _names_author(line) for day, line in zip(days, lines, strict=True)):
        return None
    return next(filter(None, days), None)


def with_byline_read(draft: Draft) -> Draft:
    """``draft`` without the line that dates it, at its head or its foot, whose day is its date if it has no other."""
    blocks = draft.body.text.split(_BLANK_LINE)
    headings = {heading.start for heading in draft.body.headings}
    start = 0
    for place, block in enumerate(blocks):
        if (place < _FIRST_BLOCKS or place >= len(blocks) - _LAST_BLOCKS) and start not in headings:
            found = byline_date(block, draft.lang)
            if found is None and place == 0 and draft.date is None:
                found = lone_date(block, draft.lang)
            lines = block.split("\n")
            if found is None and 1 < len(lines) <= _MOST_LINES and any(map(_names_author, lines)):
                found = dated_lines(lines, draft.lang)
            body = _without_block(draft.body, start, len(block)) if found else None
            if body is not None:
                return replace(draft, body=body, date=draft.date or found)
        start += len(block) + len(_BLANK_LINE)
    return draft


def _without_block(body: Body, start: int, length: int) -> Body | None:
    """None when nothing else is there."""
    end = min(len(body.text), start + length + len(_BLANK_LINE))
    text = (body.text[:start] + body.text[end:]).rstrip("\n")
    gone = end - start
    headings = (
        one if one.start < start else Heading(one.start - gone, one.end - gone, one.level) for one in body.headings
    )
    return Body(text, tuple(headings)) if text else None


def _day(line: str, lang: str | None, is_one: _Test) -> str | None:
    if len(line) > _LONGEST or "\n" in line:
        return None
    for grammar in sorted(LANGUAGES, key=lambda one: one != lang):
        found = find_time_expressions(line, grammar, None)
        days = [one.value for one in found if is_day(one.value)]
        if days and is_one(line, found):
            return days[0]
    return None


def _names_author(line: str) -> bool:
    """Whether ``line`` says who wrote it and nothing else: "By Ann Lee, The Courier"."""
    if len(line) > _LONGEST or not _BY.match(line):
        return False
    return all(word[0].isupper() or fold(word) in _BESIDE for word in _WORD.findall(line))


def _is_of_publishing(line: str, found: Sequence[TimeExpression]) -> bool:
    """Whether ``line`` tells of coming out, and beside its dates only names, and words that tell of it too."""
    if not _PUBLISHED.search(line):
        return False
    words = _WORD.findall(_without(line, found))
    return all(word[0].isupper() or fold(word) in _BESIDE for word in words)


def _without(line: str, found: Sequence[TimeExpression]) -> str:
    for one in reversed(found):
        line = line[: one.start] + line[one.end :]
    return line
