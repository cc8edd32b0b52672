"""What is read of a passage: its text, and above it what tells whom and when it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.passages.passage import Passage
from index.passages.sentences import sentences

LONGEST_LEAD: Final = 1000
"""Characters looked at for the first sentence of an article."""


@dataclass(frozen=True, slots=True)
class Page:
    """A passage as it is read: ``title``, ``date`` (EDTF) and ``lead`` of its article (the first sentence, further down
    than that), its ``section``, and its ``text``; what there is not is empty."""

    title: str
    date: str
    section: str
    lead: str
    text: str


def page_of(title: str, date: str | None, lead: str, passage: Passage) -> Page:
    """The page of a passage; an article's beginning is not told twice."""
    return Page(title, date or "", passage.section or "", lead if passage.start else "", passage.text)


def lead_of(body: str) -> str:
    """The first sentence of an article."""
    first = next(iter(sentences(body, 0, min(len(body), LONGEST_LEAD))), (0, 0))
    return body[first[0] : first[1]]
