"""What speaks for and against somebody, a candidate, in an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.edtf import Precision
from index.entities.book.entity import Kind
from index.events.clauses import Rank
from index.events.event import Level, Mark
from index.events.topics import Standing
from index.events.whose.company import Company


@dataclass(frozen=True, slots=True)
class Apart:
    """How somebody stands who is named in another clause of the sentence: that clause's rank, whether it is the one
    that the date's clause belongs to or the other way round, whether they are its subject, come after the date, or are
    only an example (« des clients comme »)."""

    rank: Rank
    is_host: bool
    is_guest: bool
    is_subject: bool
    is_after: bool
    is_example: bool


class Sort(StrEnum):
    """What somebody is, as far as it tells how much is theirs: of an organisation's ship and people much is told that
    is its own; of the ship's owner little that is the ship's."""

    ORGANISATION = "organisation"
    PERSON = "person"
    THING = "thing"
    UNKNOWN = "unknown"


def sort_of(kind: Kind) -> Sort:
    """What something of that ``kind`` is."""
    if kind is Kind.PERSON:
        return Sort.PERSON
    return Sort.ORGANISATION if kind in (Kind.COMPANY, Kind.INSTITUTION) else Sort.THING


class TakenUp(StrEnum):
    """What the words of a sentence go on about: somebody ("his"), a thing ("its"), several or those who speak ("we").
    French has the same words for a thing as for somebody."""

    ONE = "one"
    THING = "thing"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Dwelt:
    """What the text dwelt on before: how many sentences ago somebody was last spoken of, named or not (None: never);
    whether that was in the same paragraph; how many others were since; whether another is what the paragraph opens
    with, and whether it is another that was spoken of last; how many sentences speak of somebody, of all so far, 0 to
    1; and whether somebody is named further down."""

    ago: int | None
    in_paragraph: bool
    others_since: int
    paragraph_of_other: bool
    last_is_other: bool
    share: float
    named_later: bool


@dataclass(frozen=True, slots=True)
class ToldThere:
    """How a sentence tells what it dates: how far down its article, 0 to 1; how finely it says when; and what its words
    go on about."""

    place: float
    precision: Precision
    taken_up: frozenset[TakenUp]


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against somebody, a candidate, in an event.

    ``others`` are the other names in its clause; ``other_carried`` tells that a reference there stands for another
    name, ``other_company`` that the clause is about another company or product, which the title does not name;
    ``dominance`` is how often it is named beside the most named of the others, at most 1; ``outranked`` tells that the
    article is more about one of these, ``outranked_by_topic`` about any name; ``titled`` counts the names in the title;
    ``away`` are the characters since it was last named; ``is_said_after`` tells that it is named first, just after
    somebody unnamed; ``dwelt``, ``told`` and ``company`` are known of whom the article is read for alone, and no list
    holds.
    """

    level: Level
    standing: Standing
    is_subject: bool
    is_first: bool
    is_carried: bool
    is_nearest: bool
    other_subject: bool
    other_person: bool
    other_carried: bool
    other_company: bool
    others: int
    others_in_sentence: int
    outranked: bool
    outranked_by_topic: bool
    dominance: float
    titled: int
    was_subject: bool
    was_named: bool
    others_before: int
    away: int | None
    is_said_after: bool
    sort: Sort
    is_lead: bool
    has_action: bool
    by_article: bool
    mark: Mark
    rank: Rank
    apart: Apart | None
    dwelt: Dwelt | None
    told: ToldThere | None
    company: Company | None

    @property
    def asked_for(self) -> bool:
        """Whether it is whom the article is read for."""
        return self.dwelt is not None
