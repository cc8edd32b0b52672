"""Figures and dates as two articles are compared by them: what is counted with the number, what is known of a date.

Two figures are of one kind when what they count is: euros and dollars, days and visitors tell nothing of each other. Of
two dates the parts that both tell are compared: « le 14 novembre » and "November 2019" agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.dates.rules.spelled import spelled_number
from index.figures.days import Day, dates_of_plain, days_in, plain_with_places
from index.figures.designations import without_designations
from index.passages.passage import Span
from index.question.expectation import Expectation, expectation_of, wants_figure
from index.question.unit import sort_of
from index.terms.tokens import fold, stems
from index.terms.translations import stems_across


class Counted(StrEnum):
    """What kind of thing a number counts."""

    MONEY = "money"
    SHARE = "share"
    TIME = "time"
    THINGS = "things"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number (times in days), the kind of thing it counts, the currency or the word that says what (a stem, perhaps
    empty) in the language ``lang``, where it stands, and whether it is said to be more (``bound`` 1) or less (-1)."""

    value: float
    counted: Counted
    unit: str
    lang: str
    span: Span
    bound: int = 0

    def is_of_the_kind_of(self, other: Figure) -> bool:
        """Whether the two may count the same: one kind, and the same currency."""
        if self.counted is not other.counted:
            return False
        return self.counted is not Counted.MONEY or self.unit == other.unit

    def has_the_unit_of(self, other: Figure) -> bool:
        """Whether both say that they count the same, each in its language."""
        if self.counted is not Counted.THINGS or self.lang == other.lang or not self.unit:
            return self.unit == other.unit != ""
        across = stems_across(self.lang, other.lang)
        if self.unit not in across or other.unit not in stems_across(other.lang, self.lang):
            sort = sort_of(self.unit, self.lang)
            return sort is not None and sort is sort_of(other.unit, other.lang)
        return other.unit in across.get(self.unit, ())

    def is_as_much_as(self, other: Figure) -> bool:
        """Whether the numbers are the same, or may be, where one is a bound."""
        return self._allows(other) or other._allows(self) or self.is_told_by(other)

    def is_told_by(self, other: Figure) -> bool:
        """Whether the numbers are the same, rounded or not; of times in other units, nearly so."""
        if self.counted is Counted.TIME and self.unit != other.unit:
            return abs(self.value - other.value) <= _NEARLY * max(self.value, other.value)
        return self.value == other.value or _rounds(self.value, other.value) or _rounds(other.value, self.value)

    def _allows(self, other: Figure) -> bool:
        return self.bound * (other.value - self.value) > 0


@dataclass(frozen=True, slots=True)
class Told:
    """The figures or the dates, of the kind that is asked for, that a text tells; false where it tells none."""

    figures: tuple[Figure, ...] = ()
    days: tuple[Day, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.days)

    def agrees_with(self, other: Told) -> bool:
        """Whether a figure or a date of one is one of the other."""
        return any(one.agrees_with(its) for one in self.days for its in other.days) or any(
            one.is_as_much_as(its) for one, its in self._of_one_kind(other)
        )

    def mentions(self, other: Told) -> bool:
        """Whether a figure or a date of the ``other`` stands here."""
        return any(one.agrees_with(its) for one in self.days for its in other.days) or any(
            one.is_told_by(its) for one, its in self._of_one_kind(other)
        )

    def differs_from(self, other: Told) -> bool:
        """Whether both tell figures of one kind, or dates, and all of them differ, none so far that it must be of
        something else."""
        if self.agrees_with(other):
            return False
        if self.days or other.days:
            return any(one.differs_from(its) for one in self.days for its in other.days)
        return any(
            max(one.value, its.value) <= _FAR * min(one.value, its.value) for one, its in self._of_one_kind(other)
        )

    def has_a_unit_of(self, other: Told) -> bool:
        """Whether a figure of one says to count what one of the other does."""
        return any(one.has_the_unit_of(its) for one, its in self._of_one_kind(other))

    def _of_one_kind(self, other: Told) -> Iterator[tuple[Figure, Figure]]:
        return ((one, its) for one in self.figures for its in other.figures if one.is_of_the_kind_of(its))


def kind_asked(question: str) -> Expectation | None:
    """The kind of figure that ``question`` asks for, or a date; None where it asks for neither."""
    if not wants_figure(question):
        return None
    kind = expectation_of(question)
    if kind is Expectation.DURATION and _LENGTH.search(fold(question)):
        return Expectation.FIGURE
    return kind if kind in _COUNTED or kind is Expectation.DATE else Expectation.FIGURE


def told_in(text: str, lang: str, kind: Expectation, within: Span | None = None) -> Told:
    """What ``text`` tells of a ``kind`` (:func:`kind_asked`), of all that stands at least in part ``within`` a span."""
    if kind is Expectation.DATE:
        return Told(days=tuple(day for day, span in days_in(text) if _meets(span, within)))
    counted = _COUNTED.get(kind)
    return Told(
        tuple(
            one
            for one in figures_in(text, lang)
            if _meets(one.span, within) and (counted is None or one.counted is counted)
        )
    )


def figures_in(text: str, lang: str) -> list[Figure]:
    """The figures of ``text`` that are no dates and no part of what a thing is called, in order."""
    plain, places = plain_with_places(text)
    dates = [found.span() for found in dates_of_plain(plain, places)]
    found = []
    plain = without_designations(plain)
    for value, start, end in _numbers(plain, lang):
        if any(start < its_end and its_start < end for its_start, its_end in dates) or _MANIFOLD.match(plain, end):
            continue
        counted, unit, times = _what(plain, start, end, lang)
        span = (places[start], places[end - 1] + 1)
        found.append(Figure(value * times, counted, unit, lang, span, _bound(plain, start)))
    return found


_LENGTH: Final = re.compile(r"\bhow long (?:is|are|was|were) (?!it (?:been|since|before|until)\b)")
"""What may ask for metres as well as for days."""
_NEARLY: Final = 0.12
_FAR: Final = 4
"""Two figures of which one is more than so many times the other are not of the same thing."""
_COUNTED: Final = {Expectation.MONEY: Counted.MONEY, Expectation.DURATION: Counted.TIME, Expectation.FIGURE: None}
_EXACT: Final = 100
"""Numbers from which a round one may stand for another."""
_UNITS: Final = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingts? trente quarante"
    " cinquante soixante cents? one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
).split()
_SPELLED: Final = rf"(?:{'|'.join(_UNITS)}|mille|thousand)"
_IN_WORDS: Final = rf"(?:{'|'.join(_UNITS)}|mille)(?:(?:[ -]| et | and |-et-|-and-){_SPELLED})*"
_SCALE: Final = (
    r"(?P<scale>milliards?|millions?|billions?|trillions?|thousand|mille|mds?|bn|tn|mn|[km](?= ?[€$£])|(?<=\d)[kmb]\b)"
)
_NUMBER: Final = re.compile(
    rf"(?<![\w.,])(?P<before>(?:a\$|us\$|[€$£]) ?)?(?:(?P<digits>\d+(?:[.,]\d+)?)|(?P<words>\b{_IN_WORDS}\b))"
    rf"(?:[ -]?{_SCALE}\b)?"
)
_ALONE_NO_NUMBER: Final = frozenset({"un", "one", "second"})
_TENS_OF: Final = {"thousand": 10**3, "mille": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6}
_CURRENCIES: Final = (
    ("€", re.compile(r"[€]|\beuros?\b|\beur\b")),
    ("$", re.compile(r"(?:a|us)?\$|\bdollars?\b|\busd\b")),
    ("£", re.compile(r"[£]|\bpounds?\b|\blivres?\b(?! (?:de|of)\b)|\bgbp\b")),
    ("F", re.compile(r"\bfrancs?\b")),
)
_TIMES: Final = (
    ("second", 1 / 86400, r"second(?:e|es|s)?"),
    ("minute", 1 / 1440, r"minutes?"),
    ("hour", 1 / 24, r"heures?|hours?|h\b"),
    ("day", 1.0, r"jours?|days?|journees?|nuits?|nights?"),
    ("week", 7.0, r"semaines?|weeks?"),
    ("month", 30.4, r"mois|months?"),
    ("year", 365.0, r"ans?\b|annees?|years?"),
    ("decade", 3650.0, r"decennies?|decades?"),
    ("century", 36500.0, r"siecles?|centur(?:y|ies)"),
)
_TIME: Final = [(unit, days, re.compile(rf"[ -]*(?:{words})\b")) for unit, days, words in _TIMES]
_MANIFOLD: Final = re.compile(r"[ -](?:times|fois)\b")
"""What makes a number count no thing, but how much more of it there is."""
_BOUND: Final = re.compile(
    r"\b(?:(?P<least>plus d[e'] ?|au moins |more than |over |at least |above )"
    r"|moins d[e'] ?|au plus |jusqu'a |less than |fewer than |under |at most |up to |below )$"
)
_PERCENT: Final = re.compile(r" ?(?:%|per ?cent\b|pour ?cent\b|percentage|points?\b)")
_FOLLOWING: Final = re.compile(r"[ -]*(?:de |d'|of |des |the |other |autres? )*([a-z'’-]+)")


def _meets(span: Span, within: Span | None) -> bool:
    return within is None or (span[0] < within[1] and within[0] < span[1])


def _rounds(round_one: float, other: float) -> bool:
    """Whether ``other`` rounded is ``round_one``: to as many figures as that has, two at most."""
    if min(round_one, other) < _EXACT:
        return False
    figures = len(f"{round_one:.12g}".replace(".", "").rstrip("0"))
    return figures <= 2 and float(f"{other:.{figures}g}") == round_one


def _numbers(plain: str, lang: str) -> Iterator[tuple[float, int, int]]:
    for found in _NUMBER.finditer(plain):
        if found["digits"]:
            value = float(found["digits"].replace(",", "."))
        elif found["words"] in _ALONE_NO_NUMBER and not found["scale"]:
            continue
        else:
            try:
                value = float(spelled_number(found["words"]))
            except KeyError:
                continue
        yield value * _scaled(found["scale"], lang), *found.span()


def _scaled(scale: str | None, lang: str) -> int:
    if not scale:
        return 1
    if scale in ("b", "bn", "md", "mds") or scale.startswith("milliard"):
        return 10**9
    if scale.startswith("billion"):
        return 10 ** (12 if lang == "fr" else 9)
    if scale.startswith(("trillion", "tn")):
        return 10 ** (18 if lang == "fr" else 12)
    return _TENS_OF[scale.rstrip("s")]


def _what(plain: str, start: int, end: int, lang: str) -> tuple[Counted, str, float]:
    """What the number between ``start`` and ``end`` counts, in which unit, and how many of the unit it is kept in one
    of those is."""
    written, behind = plain[start:end], plain[end : end + 24]
    if _PERCENT.match(behind):
        return Counted.SHARE, "%", 1.0
    for currency, pattern in _CURRENCIES:
        close = re.match(r" ?(?:de |d'|of |us |a |canadian |australian )?", behind)
        at = close.end() if close else 0
        if pattern.match(written) or pattern.match(behind, at):
            return Counted.MONEY, currency, 1.0
    for unit, days, pattern in _TIME:
        if pattern.match(behind):
            return Counted.TIME, unit, days
    following = _FOLLOWING.match(behind)
    its = stems(following[1], lang) if following else []
    return Counted.THINGS, its[0] if its else "", 1.0


def _bound(plain: str, start: int) -> int:
    before = _BOUND.search(plain, max(0, start - 24), start)
    return 0 if before is None else 1 if before["least"] else -1
