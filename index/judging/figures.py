"""Figures and dates as two articles are compared by them: what is counted with the number, what is known of a date.

Two figures are of one kind when what they count is: euros and dollars, days and visitors tell nothing of each other. Of
two dates the parts that both tell are compared: « le 14 novembre » and "November 2019" agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.dates.spelled import spelled_number
from index.passages.passage import Span
from index.question.expectation import Expectation, expectation_of, wants_figure
from index.terms.sums import GROUPED_DIGITS
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
    empty) in the language ``lang``, and where it stands."""

    value: float
    counted: Counted
    unit: str
    lang: str
    span: Span

    def is_of_the_kind_of(self, other: Figure) -> bool:
        """Whether the two may count the same: one kind, and the same currency."""
        if self.counted is not other.counted:
            return False
        return self.counted is not Counted.MONEY or self.unit == other.unit

    def has_the_unit_of(self, other: Figure) -> bool:
        """Whether both say that they count the same, each in its language."""
        if self.counted is not Counted.THINGS or self.lang == other.lang or not self.unit:
            return self.unit == other.unit != ""
        return other.unit in stems_across(self.lang, other.lang).get(self.unit, ())

    def is_as_much_as(self, other: Figure) -> bool:
        """Whether the numbers are the same; of times in other units, nearly so."""
        if self.counted is Counted.TIME and self.unit != other.unit:
            return abs(self.value - other.value) <= _NEARLY * max(self.value, other.value)
        return self.value == other.value or _rounds(self.value, other.value) or _rounds(other.value, self.value)


@dataclass(frozen=True, slots=True)
class Day:
    """What is told of a date; None for what is not."""

    year: int | None
    month: int | None
    day: int | None

    def _known(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day

    def _both(self, other: Day) -> list[tuple[int, int]]:
        pairs = zip(self._known(), other._known(), strict=True)
        return [(one, its) for one, its in pairs if one is not None and its is not None]

    def agrees_with(self, other: Day) -> bool:
        """Whether all that both tell is the same, and something is."""
        both = self._both(other)
        return bool(both) and all(one == its for one, its in both)

    def differs_from(self, other: Day) -> bool:
        """Whether both tell something that is not the same."""
        return any(one != its for one, its in self._both(other))


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
    """The figures of ``text`` that are no dates, in order."""
    plain, places = _plain(text)
    dates = [found.span() for found in _dates(plain, places)]
    found = []
    for value, start, end in _numbers(plain, lang):
        if any(start < its_end and its_start < end for its_start, its_end in dates):
            continue
        counted, unit, times = _what(plain, start, end, lang)
        found.append(Figure(value * times, counted, unit, lang, (places[start], places[end - 1] + 1)))
    return found


def days_in(text: str) -> list[tuple[Day, Span]]:
    """The dates of ``text``, each with where it stands."""
    plain, places = _plain(text)
    return [(_day(found), (places[found.start()], places[found.end() - 1] + 1)) for found in _dates(plain, places)]


_NEARLY: Final = 0.12
_FAR: Final = 4
"""Two figures of which one is more than so many times the other are not of the same thing."""
_COUNTED: Final = {Expectation.MONEY: Counted.MONEY, Expectation.DURATION: Counted.TIME, Expectation.FIGURE: None}
_EXACT: Final = 100
"""Numbers from which a round one may stand for another."""
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier january jan janv",
            "fevrier february feb fevr",
            "mars march mar",
            "avril april apr avr",
            "mai may",
            "juin june jun",
            "juillet july jul juil",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_LONG_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_NO_THOUSANDS: Final = r"(?![.,]\d|\d| ?(?:%|euros?|dollars?|[€$£]))"
_DATE: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)? (?:of )?)?(?P<month>{_LONG_MONTH})\b\.?"
    rf"(?: (?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d))?,?(?: (?:de )?(?P<year>{_YEAR}))?{_NO_THOUSANDS}"
    rf"|\b(?P<year_alone>{_YEAR})\b{_NO_THOUSANDS}(?! [a-z]+ (?:per|par|a)\b)"
)
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


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """``text`` in plain small letters with groups of figures joined, and where each of its characters was."""
    gaps = {gap.start() for gap in GROUPED_DIGITS.finditer(text)}
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if place in gaps:
            continue
        for letter in fold(character) or character:
            letters.append(" " if letter.isspace() else "'" if letter == "’" else letter)
            places.append(place)
    return "".join(letters), places


def _dates(plain: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The dates; « 1 900 » is no year."""
    for found in _DATE.finditer(plain):
        at = found.start("year_alone")
        if at < 0 or places[at + 3] == places[at] + 3:
            yield found


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


def _day(found: re.Match[str]) -> Day:
    day = found["day"] or found["after"]
    month = _MONTHS[found["month"]] if found["month"] else None
    year = found["year"] or found["year_alone"]
    return Day(int(year) if year else None, month, int(day) if day else None)
