"""What themes of the press are told with, in either language: who asks for « grèves » is told of a "walkout" as well,
and of « un préavis ».

Each matter has the words that it is asked for with, those that tell it wherever they stand, those that tell it only in
an article that says so elsewhere ("the cuts", "the round"), and more words by which sentences that may tell it are
found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.terms.tokens import fold, stems

_OF_YEAR: Final = re.compile(r"(?P<matter>.+?),? (?:(?:de|d'|of|in|en) ?)?(?P<year>(?:1[5-9]|20)\d\d)", re.IGNORECASE)
_OF_Y: Final = re.compile(r"(?<=\w\w)ies\Z")
_PLURAL: Final = re.compile(r"(?<=ss|sh|ch)es\Z|(?<=\w\w[^s])s\Z")


@dataclass(frozen=True, slots=True)
class Wordings:
    """How one language tells a matter."""

    asked: frozenset[str]
    told: str
    hinted: str
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A theme of the press, by language."""

    wordings: Mapping[str, Wordings]

    def told(self, lang: str) -> re.Pattern[str]:
        """What tells it in ``lang`` wherever it stands."""
        return _compiled(self.wordings[lang].told)

    def hinted(self, lang: str) -> re.Pattern[str]:
        """What tells it in ``lang`` in an article that also says what :meth:`told` finds."""
        return _compiled(self.wordings[lang].hinted)

    def phrases(self) -> set[tuple[str, ...]]:
        """The stems of the words by which what may tell it is found."""
        return {
            phrase for lang, its in self.wordings.items() for one in its.found_by if (phrase := tuple(stems(one, lang)))
        }

    def stems_of(self, lang: str) -> list[str]:
        """The stems in ``lang`` of the single words by which what may tell it is found."""
        found = (stems(one, lang) for one in self.wordings[lang].found_by)
        return [its[0] for its in found if len(its) == 1]


def matter_of(subject: str) -> Matter | None:
    """The matter that ``subject`` asks for, in whichever language and number; None for another theme."""
    asked = _in_singular(subject)
    return next((one for one in _matters() if any(asked in its.asked for its in one.wordings.values())), None)


def without_year(subject: str) -> tuple[str, str] | None:
    """The matter and the year of « grève de 2014 »; None for what is no matter of one year."""
    found = _OF_YEAR.fullmatch(subject)
    return (found["matter"], found["year"]) if found is not None and matter_of(found["matter"]) else None


def _in_singular(subject: str) -> str:
    """The folded words of ``subject``, each without the ending of a plural."""
    return " ".join(_PLURAL.sub("", _OF_Y.sub("y", word)) for word in fold(subject).replace("’", "'").split())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b" if pattern else r"(?!)", re.IGNORECASE)


def _wordings(asked: str, told: str, hinted: str = "", found_by: str = "") -> Wordings:
    words = tuple(one.strip() for one in f"{asked}, {found_by}".split(",") if one.strip())
    return Wordings(frozenset(map(_in_singular, asked.split(","))), told, hinted, words)


@cache
def _matters() -> tuple[Matter, ...]:
    from index.matters.of_firms import OF_FIRMS  # many patterns, which only a theme needs
    from index.matters.of_places import OF_PLACES

    told = (*OF_FIRMS, *OF_PLACES)
    return tuple(Matter({"fr": _wordings(*french), "en": _wordings(*english)}) for french, english in told)
