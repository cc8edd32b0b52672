"""The dates of a text as far as they tell day, month and year, to be compared part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.dates.rules.months import ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS, FRENCH_MONTHS, FRENCH_SHORT_MONTHS
from index.passages.passage import Span
from index.terms.sums import GROUPED_DIGITS
from index.terms.tokens import fold


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


def days_in(text: str) -> list[tuple[Day, Span]]:
    """The dates of ``text``, each with where it stands."""
    plain, places = plain_with_places(text)
    return [
        (_day(found), (places[found.start()], places[found.end() - 1] + 1)) for found in dates_of_plain(plain, places)
    ]


_MONTHS: Final = {
    fold(name): number
    for names in (FRENCH_MONTHS, FRENCH_SHORT_MONTHS, ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS)
    for name, number in names.items()
}
_LONG_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_NO_THOUSANDS: Final = r"(?![.,]\d|\d| ?(?:%|euros?|dollars?|[€$£]))"
_DATE: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)? (?:of )?)?(?P<month>{_LONG_MONTH})\b\.?"
    rf"(?: (?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d))?,?(?: (?:de )?(?P<year>{_YEAR}))?{_NO_THOUSANDS}"
    rf"|\b(?P<year_alone>{_YEAR})\b{_NO_THOUSANDS}(?! (?!en )[a-z]+ (?:per|par|a)\b)"
)


def plain_with_places(text: str) -> tuple[str, Sequence[int]]:
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


def dates_of_plain(plain: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The dates; « 1 900 » is no year."""
    for found in _DATE.finditer(plain):
        at = found.start("year_alone")
        if at < 0 or places[at + 3] == places[at] + 3:
            yield found


def _day(found: re.Match[str]) -> Day:
    day = found["day"] or found["after"]
    month = _MONTHS[found["month"]] if found["month"] else None
    year = found["year"] or found["year_alone"]
    return Day(int(year) if year else None, month, int(day) if day else None)
