"""EDTF dates spelled out for a reader: "2022-08" becomes "août 2022" or "August 2022".

EDTF is ISO 8601-2:2019; the shapes spelled are those that articles and time expressions bring: days, months, years,
seasons (21–24), quarters (33–36), halves (40, 41), decades (201X), centuries (19XX), approximate and uncertain
dates, and intervals with open or unknown ends. Any other text comes back unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from babel.dates import format_date, format_datetime

from bot.catalogue import Words, words_in

# British forms ("24 August 2022") read the same to every English reader, unlike "08/24/2022" or its spelled kin.
_LOCALES: Final = {"fr": "fr", "en": "en_GB"}
_QUALIFIERS: Final = {"": None, "~": "date-approximate", "?": "date-uncertain", "%": "date-approximate-uncertain"}
_BEFORE_OUR_ERA: Final = re.compile(r"(?P<year>-\d{4}|0000)(?P<rest>(?:-\d\d){0,2})|-(?P<century>\d\d)XX")
_LEAP: Final = 2000
_END: Final = r"(?:the )?(?:very )?end of\b"
_START: Final = r"(?:the )?(?:very )?(?:start|beginning) of\b"
_FIN: Final = r"(?:la )?(?:toute )?fin"
_DEADLINES: Final = (
    (re.compile(rf"(?:(?:by|before) {_END}|(?:avant|d['’]ici(?: à)?) {_FIN})\b", re.IGNORECASE), "date-by-end"),
    (re.compile(rf"(?:until|till) {_END}|jusqu['’](?:à |en ){_FIN}\b", re.IGNORECASE), "date-until-end"),
    (re.compile(rf"(?:until|till) {_START}|jusqu['’](?:au |en )?début\b", re.IGNORECASE), "date-until-start"),
    (re.compile(r"(?:by|no later than|d['’]ici)\b", re.IGNORECASE), "date-by"),
    (re.compile(r"(?:before|prior to|avant)\b", re.IGNORECASE), "date-before"),
)
"""Words for a day that something is due by, or for a part of what it goes on until, in either language."""
_QUALIFIED: Final = re.compile(r"(?P<date>[0-9X-]+)(?P<qualifier>[~?%]?)")


def spell_date(edtf: str, lang: str, said: str = "") -> str:
    """``edtf`` in words, in French or in English; what is not a known shape of date comes back unchanged. ``said`` are
    the words that mean it in an article: by them, what has no beginning goes on until its end, or is due by then."""
    words = words_in(lang)
    match edtf.split("/"):
        case [single]:
            return _spell_end(single, words) or edtf
        case [begin, finish]:
            return _spell_interval(begin, finish, words, _before_end(said)) or edtf
        case _:
            return edtf


def spell_moment(moment: str, lang: str) -> str:
    """A moment in UTC, written in ISO 8601, as people write it: "25 Nov 2026, 22:10 UTC"."""
    return str(format_datetime(datetime.fromisoformat(moment), "d MMM y, HH:mm", locale=_LOCALES[lang])) + " UTC"


def _before_end(said: str) -> str:
    """Which message tells what lies before a date, ``said`` so: it goes on until then, or happens by or before then."""
    led = next((message for lead, message in _DEADLINES if lead.match(said)), None)
    return led or "date-until"


def _spell_interval(begin: str, finish: str, words: Words, before_end: str) -> str | None:
    # ".." is an open end, an empty one is unknown (ISO 8601-2, 4.4)
    spelled_begin, spelled_finish = (_spell_end(end, words) for end in (begin, finish))
    if begin == ".." and spelled_finish:
        return words(before_end, date=spelled_finish, precision=_precision(finish))
    if finish == ".." and spelled_begin:
        return words("date-since", date=spelled_begin, precision=_precision(begin))
    if begin == finish == "":
        return None
    unknown = words("date-unknown-end")
    first = spelled_begin or (unknown if begin == "" else None)
    last = spelled_finish or (unknown if finish == "" else None)
    return words("date-from-to", **{"from": first, "to": last}) if first and last else None


def _spell_end(end: str, words: Words) -> str | None:
    found = _QUALIFIED.fullmatch(end)
    if found is None:
        return None
    spelled = _spell_before_our_era(found["date"], words) or _spell_unqualified(found["date"], words)
    qualifier = _QUALIFIERS[found["qualifier"]]
    return spelled if spelled is None or qualifier is None else words(qualifier, date=spelled)


def _spell_unqualified(text: str, words: Words) -> str | None:
    for shape, spell in _SHAPES:
        if found := shape.fullmatch(text):
            return spell(found, words)
    return None


def _spell_before_our_era(text: str, words: Words) -> str | None:
    """The year 0 is 1 BC, -43 is 44 BC; a century is counted from the other end."""
    found = _BEFORE_OUR_ERA.fullmatch(text)
    if found is None:
        return None
    if found["century"]:
        return words("date-before-our-era", date=words("date-century", century=int(found["century"]) + 1))
    year = 1 - int(found["year"])
    # A leap year of our era stands for the one meant, so that its 29 February can be named.
    shown = _spell_unqualified(f"{_LEAP}{found['rest']}", words)
    return words("date-before-our-era", date=shown.replace(str(_LEAP), str(year))) if shown else None


def _precision(end: str) -> str:
    """Which of day, month and year ``end`` names, for the sentences that need a preposition."""
    if re.fullmatch(r"-?\d{4}", end):
        return "year"
    if re.fullmatch(r"-?\d{4}-(0[1-9]|1[0-2])", end):
        return "month"
    return "day" if re.fullmatch(r"-?\d{4}-\d\d-\d\d", end) else "other"


def _day(found: re.Match[str], words: Words) -> str | None:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    if day.day == 1:
        month, year = _formatted(day, "MMMM", words), str(day.year)
        return words("date-first-of-month", month=month, year=year)
    return _formatted(day, "d MMMM y", words)


def _month(found: re.Match[str], words: Words) -> str | None:
    return _formatted(date(int(found[1]), int(found[2]), 1), "LLLL y", words) if int(found[1]) else None


def _quarter(found: re.Match[str], words: Words) -> str | None:
    month = 3 * (int(found[2]) - 33) + 1
    return _formatted(date(int(found[1]), month, 1), "QQQQ y", words) if int(found[1]) else None


def _formatted(day: date, pattern: str, words: Words) -> str:
    return format_date(day, pattern, locale=_LOCALES[words.lang])


def _year(found: re.Match[str], words: Words) -> str:
    del words
    return str(int(found[1]))


def _season(found: re.Match[str], words: Words) -> str:
    return words("date-season", season=int(found[2]), year=str(int(found[1])))


def _half(found: re.Match[str], words: Words) -> str:
    return words("date-half", half=int(found[2]) - 39, year=str(int(found[1])))


def _decade(found: re.Match[str], words: Words) -> str:
    return words("date-decade", year=str(10 * int(found[1])))


def _century(found: re.Match[str], words: Words) -> str:
    return words("date-century", century=int(found[1]) + 1)


_SHAPES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Words], str | None]], ...]] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-XX)?"), _month),
    (re.compile(r"(\d{4})-(2[1-4])"), _season),
    (re.compile(r"(\d{4})-(3[3-6])"), _quarter),
    (re.compile(r"(\d{4})-(4[01])"), _half),
    (re.compile(r"(\d{4})(?:-XX)?(?:-XX)?"), _year),
    (re.compile(r"(\d{3})X"), _decade),
    (re.compile(r"(\d\d)XX"), _century),
)
