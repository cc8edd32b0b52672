"""The dates that a text tells, in words of French or English, as EDTF: enough for the articles of the base."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    name: month
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    )
    for month, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)"

_WRITTEN = re.compile(
    rf"(?P<edtf>{_YEAR}-\d\d(?:-\d\d)?(?!\d))"
    rf"|(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH})\b(?: (?P<year>{_YEAR}))?"  # 21 juillet 2022, 1er mai
    rf"|\b(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})\b(?!\d)(?:, (?P<year2>{_YEAR}))?"  # July 21, 2022
    rf"|\b(?P<month3>{_MONTH}) (?P<year3>{_YEAR})"
    rf"|(?P<year4>{_YEAR})"
)

_SHIFTS_FROM_ARTICLE = {
    r"(?:le )?mois dernier|last month": -1,
    r"ce mois-ci|de ce mois|this month": 0,
}
_SHIFTS_FROM_DATE_BEFORE = {
    r"un mois plus tard|le mois suivant|a month later|the following month": ("months", 1),
    r"le lendemain|the next day|a day later": ("days", 1),
    r"le surlendemain|deux jours plus tard|two days later": ("days", 2),
    r"la veille|the day before": ("days", -1),
    r"une semaine plus tard|a week later|one week later": ("days", 7),
    r"l'année suivante|un an plus tard|the following year|a year later": ("years", 1),
    r"deux ans plus tard|two years later": ("years", 2),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A date where it stands: ``text[start:end]`` says ``value`` (EDTF: day, month or year)."""

    start: int
    end: int
    value: str


def dates_told(text: str, article_date: str | None = None) -> list[Told]:
    """The dates of ``text``, in order. A day without a year takes the year of the date before it; "last month"
    is counted from ``article_date``, "the next day" from the date before it. What can't be resolved is left out."""
    folded = plain(text).lower()
    found = [(match.start(), match.end(), _written(match)) for match in _WRITTEN.finditer(folded)]
    for words, months in _SHIFTS_FROM_ARTICLE.items():
        found += _places(words, folded, _always(_later((article_date or "")[:7], "months", months)))
    for words, (unit, by) in _SHIFTS_FROM_DATE_BEFORE.items():
        found += _places(words, folded, _shifted(unit, by))
    told: list[Told] = []
    for start, end, value_after in sorted(found, key=lambda place: place[:2]):
        if value := value_after(told[-1].value if told else ""):
            told.append(Told(start, end, value))
    return told


def plain(text: str) -> str:
    """``text`` with plain apostrophes and spaces, each character in its place."""
    return re.sub(r"[\u00a0\u202f]", " ", text.replace("’", "'"))


Resolved = Callable[[str], str]
"""Gives the date, from the one that was told before it ("" for none); "" when it can't be known."""


def _places(words: str, text: str, resolved: Resolved) -> list[tuple[int, int, Resolved]]:
    return [(match.start(), match.end(), resolved) for match in re.finditer(rf"\b(?:{words})\b", text)]


def _always(value: str) -> Resolved:
    return lambda _before: value


def _shifted(unit: str, by: int) -> Resolved:
    return lambda before: _later(before, unit, by)


def _written(match: re.Match[str]) -> Resolved:
    parts = match.groupdict()
    if parts["edtf"]:
        return _always(parts["edtf"])
    month = parts["month"] or parts["month2"] or parts["month3"]
    year = parts["year"] or parts["year2"] or parts["year3"] or parts["year4"]
    day = parts["day"] or parts["day2"]
    rest = (f"-{_MONTHS[month]:02}" if month else "") + (f"-{int(day):02}" if day else "")
    return lambda before: (year or before[:4]) and (year or before[:4]) + rest


def _later(value: str, unit: str, by: int) -> str:
    """``value`` moved by days, months or years, as precise as the unit allows; "" when it is less precise."""
    precision = {"years": 4, "months": 7, "days": 10}[unit]
    if len(value) < precision:
        return ""
    if unit == "days":
        return (date.fromisoformat(value) + timedelta(days=by)).isoformat()
    if unit == "years":
        return str(int(value[:4]) + by)
    months = int(value[:4]) * 12 + int(value[5:7]) - 1 + by
    return f"{months // 12}-{months % 12 + 1:02}"
