"""What the dates of a sentence are read against: those told before it, and the scene they set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from index.dates.read import Read
from index.dates.rules.grammar import Setting, Tense
from index.dates.story import Story
from index.dates.tenses import past_tense
from index.edtf import Precision, is_year, names_month, precision_of


def setting(story: Story, read: Sequence[Sequence[Read]], text: str, start: int) -> Setting:
    """What the sentence that begins at ``start`` is read against, after those ``read`` before it: « l'année suivante »
    looks back one sentence if a date is there, « la même année » and a day without its year a few. ``story`` is what
    the article told so far."""
    told = _told(read, text, start)
    anchor = read[-1][-1].value if read and read[-1] else None
    recent = (one for before in reversed(read[-_SCENE_LASTS:]) for one in _by_weight(before, text) if one.value)
    latest = next((one for one in recent if _sets_scene(one, text) and "\n" not in text[one.end : start]), None)
    scene = _begun(latest.value, is_fronted(text, latest)) if latest is not None else None
    is_known = all(one.value for before in read[-_SCENE_LASTS:] for one in before)  # no « veille de la crue » since
    return Setting(
        story.reference,
        anchor or None,
        scene,
        past_tense,
        tuple(one.value for one in told),
        scene_clause=latest.clause if latest is not None and scene is not None else None,
        near=sum(text.find("\n", one.end, start) < 0 for one in told),
        news=story.news if is_known else None,
        date_of=story.date_of,
        day=story.day,
        born=_born(read, text, start),
        line=partial(_line, read, text),
        back_to=read[-1][-1].back_from if anchor else None,
    )


def _born(read: Sequence[Sequence[Read]], text: str, start: int) -> str | None:
    """The year in which the paragraph says that somebody was born; the last that it says."""
    recent = (one for before in reversed(read[-_TOLD_LASTS:]) for one in reversed(before) if one.born is not None)
    birth = next(recent, None)
    return birth.born if birth is not None and text.find("\n", birth.end, start) < 0 else None


def _line(read: Sequence[Sequence[Read]], text: str) -> list[str]:
    """The dates of the last sentences that the story moves along, the latest first: none of what had been before, or
    is to come, or only says which thing is meant; back to one that nobody knows."""
    recent = [one for before in reversed(read[-_SCENE_LASTS:]) for one in _by_weight(before, text)]
    known = takewhile(lambda one: one.value, recent)
    return [
        one.value
        for one in known
        if "/" not in one.value and one.clause() in _MOVES and not says_which(text, 0, one.start)
    ]


def _by_weight(read: Sequence[Read], text: str) -> Sequence[Read]:
    """The dates of a sentence, the latest first, those last that say which thing is meant (« la grève de 2019 »)."""
    if len(read) < 2:
        return read
    return sorted(read, key=lambda one: (says_which(text, 0, one.start), -one.start))


def says_which(text: str, low: int, at: int) -> bool:
    """Whether a date at ``at``, not before ``low``, belongs to a noun."""
    return _SAYS_WHICH.search(text, max(low, at - _NOUN), at) is not None


def _told(read: Sequence[Sequence[Read]], text: str, start: int) -> list[Read]:
    """The dates of the last sentences, and of all of the same paragraph, the latest first, back to one that says a day
    nobody knows: « la veille de la crue »."""
    told: list[Read] = []
    for place, before in enumerate(reversed(read[-_TOLD_LASTS:])):
        for one in reversed(before):
            if not one.value or (place >= _SCENE_LASTS and text.find("\n", one.end, start) >= 0):
                return told
            told.append(one)
    return told


_MOVES: Final = frozenset({Tense.PAST, Tense.UNKNOWN})
_SCENE_LASTS: Final = 3
"""Sentences."""
_SAYS_WHICH: Final = re.compile(
    r"\b(?!end|start|beginning|middle|month|fin|début|milieu|mois|cours|courant|partir|jour)\w{4,}"
    r" (?:of(?: the)?|de|d['’]|du) ?\Z",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(r"(?:\A|[\n.!?»”\"] ?)(?:En|In) \Z")
_AGO: Final = re.compile(r"il y a .*|.* ago", re.IGNORECASE | re.DOTALL)
_OPENED: Final = re.compile(r"(?:\A|[\n.!?»”\"] ?)\Z")
_LONGEST_HEAD: Final = 6
_NOUN: Final = 30
_TOLD_LASTS: Final = 12
"""Sentences of one paragraph."""


def _sets_scene(found: Read, text: str) -> bool:
    """Whether the story is there now; at a season, no month is told of its year. What is told by how long ago it was,
    and not at the head of its sentence, is told from now: « selon l'essai publié il y a dix mois. En avril, … »."""
    if _AGO.fullmatch(text, found.start, found.end) and _OPENED.search(text, 0, found.start) is None:
        return False
    return _begun(found.value, is_fronted(text, found)) is not None or precision_of(found.value) is Precision.SEASON


def is_fronted(text: str, found: Read) -> bool:
    """Whether a year begins its sentence, so that what follows is told of it: « En 2021, elle tente la nuit. »"""
    return is_year(found.value) and _HEAD.search(text, max(0, found.start - _LONGEST_HEAD), found.start) is not None


def _begun(value: str, is_fronted: bool) -> str | None:
    """The day or the month that ``value`` is, or begins with if it ends with one: « arrêtée du 17 mars au 29 juin »; a
    year only if it ``is_fronted``."""
    if is_fronted:
        return value
    begin, slash, end = value.partition("/")
    return begin if names_month(begin) and (not slash or names_month(end)) else None
