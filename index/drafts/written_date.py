"""Dates of articles as people write them: « 3 juin 2021 », "Jun 3, 2021", 2021-06-03T08:00Z."""

from __future__ import annotations

import re
from typing import Final

from index.dates.finder import find_time_expressions
from index.drafts.edtf_date import article_date
from index.edtf import is_day
from index.faults import ArticleFault

LANGUAGES: Final = ("fr", "en")
_DAY_LEFT: Final = re.compile(
    r"(?<![\w°.#-])(?<!n° )(?<!no )(?<!no\. )\d{1,2}(?:st|nd|rd|th|er)? (?:of )?\Z", re.IGNORECASE
)
"""A day before a month, which the calendar of that month lacks: else it were read with it."""


def day_written(written: str, lang: str | None = None) -> str | None:
    """The one day that ``written`` names, whatever words stand around it; None when it names none, or several."""
    found = date_written(written, lang)
    return found if found and is_day(found) else None


def date_written(written: str, lang: str | None = None) -> str | None:
    """The one date that ``written`` names with its year; in French or English, ``lang`` first."""
    text = " ".join(written.split())
    try:
        return article_date(text) if text else None
    except ArticleFault:
        pass
    for grammar in sorted(LANGUAGES, key=lambda one: one != lang):
        asked = (text, f"en {text}" if grammar == "fr" else f"in {text}")
        for words in asked:
            found = list(find_time_expressions(words, grammar, None))
            values = {one.value for one in found}
            if any(not is_day(one.value) and _DAY_LEFT.search(words, 0, one.start) for one in found):
                return None  # « 31 février 2021 »
            if len(values) == 1:
                return _usable(values.pop())
            days = {value for value in values if is_day(value)}
            if len(days) == 1:
                return days.pop()
    return None


def _usable(value: str) -> str | None:
    try:
        return article_date(value)
    except ArticleFault:
        return None
