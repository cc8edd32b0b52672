"""Dates that only say which issue of a newspaper is meant, which paper that was found, or when somebody speaks of what
was: nothing else is told from them."""

from __future__ import annotations

import re
from typing import Final

_ISSUE: Final = re.compile(
    r"(?:\b(?:issue|edition)s?|\bour (?:\w+ )?(?:articles?|story|stories|piece|column)"
    r"|\b(?:notre|nos) (?:\w+ )?(?:articles?|papiers?|dépêches?)"
    r"|\b(?:notre|nos|votre|vos|dans (?:son|ses|leurs?|une?|des|les))(?: \w+)? (?:éditions?|numéros?)"
    r"|\bdans l'édition) (?:(?:dated|of|datée?s?)(?: of| du| de| des)?(?: the)? |(?:du|de|des) )?\Z",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"(?:of|du|de|des) ", re.IGNORECASE)
_JOINED: Final = (" of ", " the ", " dated ", " du ", " de ", " des ")
_FOUND: Final = re.compile(
    r"\b(?:found|discovered|unearthed|uncovered|dug up|turned up|retrouvée?s?|découverte?s?|exhumée?s?|dénichée?s?)\b"
    r"[^.;:,]*\Z",
    re.IGNORECASE,
)
_SHOWS: Final = re.compile(
    r"[^.;:,]{0,40},? (?:now |also |even )?(?:shows?|says?|proves?|suggests?|puts|gives?|tells?|names?|dates?|records?"
    r"|montre(?:nt)?|prouve(?:nt)?|attestent?|atteste|indique(?:nt)?|révèle(?:nt)?|établi(?:t|ssent)|donne(?:nt)?"
    r"|mentionne(?:nt)?|situe(?:nt)?|fait remonter|laisse(?:nt)? penser)\b",
    re.IGNORECASE,
)
_TODAY: Final = re.compile(r"(?:aujourd'hui|today)\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[»”\"] ?,? (?:[\w'-]+ ){1,3}\Z")
_QUOTES: Final = re.compile(r"aujourd'hui ?: ?[«“\"]|today[:,] ?[«“\"]", re.IGNORECASE)
_SENTENCE: Final = 160
_WITHIN: Final = 40
"""Characters before a date that say so."""


def dates_issue(plain: str, start: int, at: int) -> bool:
    """Whether what stands before ``at``, in a sentence that begins at ``start``, makes a date there that of an issue:
    "in our issue of | 3 May", « dans notre édition | du 3 mai »."""
    said = _ISSUE.search(plain, max(start, at - _WITHIN), at)
    return said is not None and (said[0].endswith(_JOINED) or _OF.match(plain, at) is not None)


def dates_find(plain: str, start: int, at: int, end: int) -> bool:
    """Whether a date at ``at``, in the sentence ``plain[start:end]``, only says when a paper was found that tells the
    rest: "A letter found in | May shows"."""
    found = _FOUND.search(plain, max(start, at - _SENTENCE), at)
    return found is not None and _SHOWS.match(plain, at, end) is not None


def dates_speech(plain: str, start: int, at: int, end: int) -> bool:
    """Whether "today" at ``at``, in the sentence ``plain[start:end]``, only says when somebody speaks of what was:
    « C'était trop tôt », reconnaît | aujourd'hui son auteur."""
    if _TODAY.match(plain, at, end) is None:
        return False
    return _QUOTES.match(plain, at, end) is not None or _QUOTED.search(plain, max(start, at - _WITHIN), at) is not None
