"""Where a sentence says a matter so that its event may be of it: not « sans amende », nor "a year after the layoffs",
and « la grève de 2014 » only of that year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from index.passages.passage import Span

_LEFT_OUT: Final = re.compile(
    r"\b(?:sans|without|no|aucune?|ni|nor|neither|zéro|zero|instead of|rather than|plutôt qu'|au lieu d'"
    r"|(?:évit|frôl)\w+|avoid\w*|avert\w*|escap\w*)"
    r"(?: ?(?:autres?|nouve(?:l|lle|au)s?|other|new|any|further|a|une?|the|la|le|single|seule?|formal))* ?\Z",
    re.IGNORECASE,
)
_OF_ANOTHER_TIME: Final = re.compile(
    r"\b(?:(?:days?|weeks?|months?|years?|decades?|ans?|mois|jours?|semaines?|années?) (?:after|before|following|après"
    r"|avant|d'après)|(?:lendemain|veille) d(?:e|u)"
    r"|\w+day (?:after|before)|since (?:the|its|their|his|her|that|those)"
    r"|depuis (?:l[ae']s?|ses|s[ao]n?|leurs?|cette|ces)"
    r")\b[^,;:]*\Z",
    re.IGNORECASE,
)
_DATED_BEHIND: Final = re.compile(
    r" (?:of|in|on|from|de|du|en|d'|le)(?: (?:early|late|début|fin|the|last|le))? ?(?:\w+ ){0,2}?(?:1[5-9]|20)\d\d\b",
    re.IGNORECASE,
)
_DATED_BEFORE: Final = re.compile(r"\b(?:1[5-9]|20)\d\d(?:'s)? \Z")
_APART: Final = re.compile(r"[;:] |, (?:mais|but|and|et) (?!\w+ed )", re.IGNORECASE)
_OF_NEXT: Final = re.compile(r"(?: et|, puis| and|, then),(?: (?:en|le|au|dès|in|on|by))? \Z", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r", (?:first |d'abord |already |déjà )?\w+(?:ed|é|ée|és|ées|u|ue|us|ues|it|ite|ert|erte)"
    r"(?: (?:on|in|at|for|the|le|la|en|au|à|pour|dès))* ?",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r",? (?:et puis|puis|et|and then|then|and)(?: encore| again| à nouveau| de nouveau)?(?: (?:le|on|en|in|au|at))? ?",
    re.IGNORECASE,
)
_NEAR: Final = 60


def said_at(text: str, pattern: re.Pattern[str]) -> list[Span]:
    """Where ``text``, with plain apostrophes and spaces, says what ``pattern`` finds, and not that it was left out."""
    return holding(text, (found.span() for found in pattern.finditer(text)))


def holding(text: str, found: Iterable[Span]) -> list[Span]:
    """Those of ``found`` that ``text`` doesn't say were left out."""
    return [(start, end) for start, end in found if not _LEFT_OUT.search(text, max(0, start - _NEAR), start)]


def date_of(text: str, said: Span) -> Span | None:
    """Where the year stands, with its day or month, that says which one is meant there: "the strike of May 2014"."""
    behind = _DATED_BEHIND.match(text, said[1])
    before = _DATED_BEFORE.search(text, max(0, said[0] - _NEAR), said[0])
    return behind.span() if behind is not None else before.span() if before is not None else None


def may_be_at(text: str, said: Span, expression: Span) -> bool:
    """Whether what ``text`` says there may be what it tells at the date ``expression``."""
    dated = date_of(text, said)
    if dated is not None:
        return dated[0] < expression[1] and expression[0] < dated[1]
    if _is_of_what_follows(text, said, expression):
        return False
    return _OF_ANOTHER_TIME.search(text, max(0, said[0] - 2 * _NEAR), said[0]) is None


def is_dated_aside(text: str, said: Span, expression: Span) -> bool:
    """Whether what is said there is what the date ``expression`` right behind it is told of, aside: "The recall,
    announced on | 3 May"."""
    return said[1] <= expression[0] and _ASIDE.fullmatch(text, said[1], expression[0]) is not None


def is_once_more(text: str, earlier: Span, expression: Span) -> bool:
    """Whether ``expression`` tells the same again at another date: « le 3 mai, puis encore | le 9 mai »."""
    return earlier[1] <= expression[0] and _AGAIN.fullmatch(text, earlier[1], expression[0]) is not None


def _is_of_what_follows(text: str, said: Span, expression: Span) -> bool:
    """Whether the date sets in behind what is said there, with another member of a list: « des ruptures et, en mai, un
    procès »."""
    between = text[said[1] : expression[0]] if said[1] <= expression[0] else ""
    return _OF_NEXT.search(between) is not None and text.startswith(", ", expression[1])


def are_apart(text: str, said: Span, expression: Span) -> bool:
    """Whether another clause begins between what ``text`` says there and the date ``expression``."""
    first, then = sorted((said, expression))
    return _APART.search(text, first[1], then[0]) is not None
