"""Finds the time expressions of a text and says which dates they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from index.dates.languages.english import ENGLISH
from index.dates.languages.french import FRENCH
from index.dates.looking_back import told_better
from index.dates.read import Read
from index.dates.reader import Reader
from index.dates.rules.grammar import Grammar, Tense
from index.dates.scene import setting
from index.dates.story import Story
from index.edtf import (
    OPEN,
    first_day,
    is_edtf,
    year_text,
)
from index.passages.composed import compose
from index.passages.sentences import sentences

# One character for one, so that offsets stay: typographic apostrophes, spaces and dashes are read like plain ones.
PLAIN: Final = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\t\n\r", " "),
        **dict.fromkeys("‐‑–—−", "-"),
        **dict(zip("ᵉʳᵈⁿˢᵗʰ", "erdnsth", strict=True)),  # « 1ᵉʳ juin »
    }
)
_TELLS_OF_NOW: Final = re.compile(
    r", (?:which|who) [^,;.]*, (?:has|have) (?:now |since |just |also )?(?:been )?\w+e[dn]\b"
)
"""What happened to something as it is now, aside: "Her lease, which ended in June, has been extended"."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: ``text[start:end]`` means ``value`` (EDTF)."""

    start: int
    end: int
    value: str


def new_story(lang: str, reference: str | None) -> Story:
    """That of an article in ``lang``, written at ``reference``, of which nothing is read yet."""
    return Story(lang, _known(reference))


def find_time_expressions(
    text: str, lang: str, reference: str | None, story: Story | None = None
) -> list[TimeExpression]:
    """The time expressions of ``text``, in order, none inside another.

    ``lang`` is "fr" or "en" (any other language has no grammar: nothing is found); ``reference`` is the EDTF date that
    "last month" is counted from, at its own precision. Without one, only what needs none is found. ``story`` is what
    was read of the same article before, and goes on with what is read now.
    """
    reader = _reader(lang)
    if reader is None:
        return []
    story = story or new_story(lang, reference)
    found: list[Read] = []
    read: list[list[Read]] = []
    composed = compose(text)
    plain = composed.text.translate(PLAIN)
    for start, end in sentences(composed.text, 0, len(composed.text)):
        before = setting(story, read, composed.text, start)
        if _TELLS_OF_NOW.search(plain, start, end):
            before = replace(before, scene=None)
        inside = list(reader.read(plain, start, end, before))
        put_right = told_better(composed.text, start, read[-1], inside) if read else None
        if put_right is not None:
            found[found.index(read[-1][-1])] = read[-1][-1] = put_right
        found += [one for one in inside if one.value]
        told = [one for one in inside if not one.is_aside]
        read.append(told)
        story.tell(start, plain[start:end], told)
    kept = found if story.reference != year_text(_UNKNOWN) else [one for one in found if not _is_unknown(one.value)]
    return [TimeExpression(*composed.span((one.start, one.end)), one.value) for one in kept]


def tense_at(plain: str, lang: str, sentence: tuple[int, int], at: int) -> Tense:
    """The tense of the clause around ``at`` in ``plain[sentence]``, a text with plain apostrophes and spaces."""
    reader = _reader(lang)
    return reader.tenses.around(plain, *sentence, at) if reader is not None else Tense.UNKNOWN


_UNKNOWN: Final = -8500
"""Stands for the year of a missing reference: what comes out relative to it, within _FAR years, is dropped."""
_FAR: Final = 1200


def _known(reference: str | None) -> str:
    if reference and is_edtf(reference):
        begin, _, end = reference.partition("/")
        point = (end if begin in (OPEN, "") else begin).rstrip("~?%")
        part = re.fullmatch(r"(-?\d{4})-(\d\d)", point)
        return part[1] if part and int(part[2]) > 12 else point
    return year_text(_UNKNOWN)


def _is_unknown(value: str) -> bool:
    ends = (end for end in value.split("/") if end not in (OPEN, ""))
    return any(abs(first_day(end).year - _UNKNOWN) < _FAR for end in ends)


_GRAMMARS: Final[Mapping[str, Grammar]] = {"fr": FRENCH, "en": ENGLISH}


@cache
def _reader(lang: str) -> Reader | None:
    grammar = _GRAMMARS.get(lang)
    return Reader(grammar) if grammar else None
