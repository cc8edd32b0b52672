"""What a grammar of time expressions is made of: leads ("since", « d'ici à ») before cores ("May 2020"), joints
between two cores ("from … to …"). :mod:`index.dates.languages.french` and :mod:`index.dates.languages.english` hold the
rules, :mod:`index.dates.finder` applies them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.dates.rules.spelled import spelled_number
from index.edtf import Unit, year_of
from index.terms.tokens import fold

_SOON: Final = 10
"""Years ahead that a year in two figures may lie."""


def by_place(words: str, first: int = 0) -> dict[str, int]:
    """The place of each word, counted from ``first``; words of one place stand with commas between them."""
    return {word: place for place, same in enumerate(words.split(), start=first) for word in same.split(",")}


class Tense(StrEnum):
    """When a clause happens, as far as its verbs tell."""

    PAST = "past"
    FUTURE = "future"
    EARLIER = "earlier"
    """Before what is told: « elle avait fermé »."""
    PROSPECTIVE = "prospective"
    """The future of a past: « annonce en mars 2019 qu'il fermerait »."""
    PLANNED = "planned"
    """What was once to come, by now or not: « devait ouvrir », "a vote was set for"."""
    SUPPOSED = "supposed"
    """What would be if: "it would kill the idea in a week", in somebody's words."""
    SCHEDULED = "scheduled"
    """What the present tells of a day to come (« part lundi »), or that something is for a day (« fixé pour le 3 »)."""
    UNKNOWN = "unknown"


def _of_nothing(happening: str) -> None:
    del happening


def _no_dates() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the article's date, the date named last, the last day or month named up to
    three sentences before, which sets the scene for those without a year, the tense of the clause, and all dates
    ``told`` up to three sentences before, the latest first; ``is_anchored_here`` and ``is_told_here`` when the former
    two stand in this very sentence, ``scene_clause`` the tense
    in which the scene is set; of what is told, the first ``near`` are of this paragraph. ``news`` is the day that the
    article's lead tells of; ``date_of`` gives the date of what was told before, by a noun; ``day`` is the
    one told just before, be it over a heading; ``born`` the year in which the paragraph says that somebody was born;
    ``line`` gives the dates that the story moves along, the latest first, and ``back_to`` the one of them that the date
    told last looks back from."""

    reference: str
    anchor: str | None
    scene: str | None
    clause: Callable[[], Tense]
    told: tuple[str, ...] = ()
    is_anchored_here: bool = False
    is_told_here: bool = False
    scene_clause: Callable[[], Tense] | None = None
    near: int = 0
    news: str | None = None
    date_of: Callable[[str], str | None] = _of_nothing
    day: str | None = None
    born: str | None = None
    line: Callable[[], Sequence[str]] = _no_dates
    back_to: str | None = None

    def within(self, clause: Callable[[], Tense]) -> Setting:
        """The same for an expression in another clause; quicker than ``replace``, as it is made for each."""
        return Setting(
            self.reference,
            self.anchor,
            self.scene,
            clause,
            self.told,
            self.is_anchored_here,
            self.is_told_here,
            self.scene_clause,
            self.near,
            self.news,
            self.date_of,
            self.day,
            self.born,
            self.line,
            self.back_to,
        )

    @property
    def tense(self) -> Tense:
        """The tense of the clause; its verbs are looked for only when a date depends on them."""
        return self.clause()

    @property
    def is_past(self) -> bool:
        """Whether the clause tells what is over."""
        return self.tense in (Tense.PAST, Tense.EARLIER)

    @property
    def is_before_scene(self) -> bool:
        """Whether the clause tells what was before the scene, which is no such thing itself."""
        is_set = self.scene is not None and not self.is_told_here and self.tense is Tense.EARLIER
        return is_set and self.scene_clause is not None and self.scene_clause() is not Tense.EARLIER

    @property
    def is_ahead(self) -> bool:
        """Whether the clause tells what is or was to come."""
        return self.tense in (Tense.FUTURE, Tense.PROSPECTIVE)


class Effect(StrEnum):
    """What a lead does to the date behind it. CUE only announces it and stays outside of the expression; PART
    (« début », "late") stays inside and leaves the date as it is, since EDTF has no word for it; COUNTED is so far
    from it (« deux jours avant », "the day after")."""

    CUE = "cue"
    PART = "part"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    ABOUT = "about"
    BETWEEN = "between"
    COUNTED = "counted"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Lead:
    """Words before a date; ``pattern`` ends where the date, or the next lead, begins."""

    effect: Effect
    pattern: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language behind the groups of its patterns: in lower case, months without accents too."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    decades: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A core that was met: its groups, understood through the vocabulary."""

    groups: Mapping[str, str | None]
    words: Vocabulary
    setting: Setting

    def number(self, group: str) -> int | None:
        """The number a group spells or writes; None when it is absent."""
        said = self.groups.get(group)
        if said is None:
            return None
        found = re.match(r"\d+", said)
        return int(found[0]) if found else self.words.numbers.get(said.casefold())

    def year(self, group: str = "year") -> int | None:
        """The year named, as ISO 8601 counts it (44 BC is -43): in figures, in words, or in two figures (``short``),
        which mean the last such year there has been or will soon be; None when it is absent."""
        if short := self.groups.get("short"):
            latest = year_of(self.setting.reference) + _SOON
            return latest - (latest - int(short)) % 100
        said = self.groups.get(group)
        if said is None:
            return None
        year = int(said) if said.isdecimal() else spelled_number(said)
        return 1 - year if self.says("bc") else year

    def month(self, group: str = "month") -> int | None:
        """The month that a group names, 1 to 12; None when it is absent."""
        said = self.groups.get(group)
        return self.words.months.get(fold(said).rstrip(".")) if said else None

    def unit(self) -> Unit:
        """The unit named."""
        return self.words.units[(self.groups["unit"] or "").casefold()]

    def says(self, group: str) -> bool:
        """Whether the group took part."""
        return bool(self.groups.get(group))


Resolve = Callable[[Reading], str | None]
"""The EDTF value of a reading; None when it is no date after all."""


@dataclass(frozen=True, slots=True)
class Core:
    """An expression that names a date; one that ``needs_lead`` is too weak by itself ("May", "2019").

    A core without ``resolve`` is a decoy: it looks like a date, and is none; or, ``is_unknown``, one that nothing
    tells.
    """

    pattern: str
    resolve: Resolve | None
    needs_lead: bool = False
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one language. Cores are tried in order; ``joints`` are the words between the ends of an interval
    by the effect that opens it, ``series`` those between members of a list."""

    words: Vocabulary
    leads: tuple[Lead, ...]
    cores: tuple[Core, ...]
    joints: Mapping[Effect, str]
    series: str
    past: str
    earlier: str
    future: str
    prospective: str
    planned: str
    appointed: str
    """What is or was to come, as the other verbs tell: « l'audience prévue le »."""
    called_off: str
    """What tells that something planned does not come, or not then."""
    is_called_off: str
    """The same of a thing: "was cancelled", not "cancelled its tour"."""
    of: str
    """What a date of something begins with: « la tournée | de mai »."""
    lead: str
    """What of a date tells how the verb before it is meant: "set | for March"."""
    scheduled: str
    """Verbs in the present, or what is between a verb and its day, by which a day without more is the next one."""
