"""What the words that lead to a date make of it: "since", "until", "by", « d'ici à »."""

from __future__ import annotations

import re
from typing import Final

from index.dates.rules.grammar import Effect, Setting
from index.edtf import first_day, last_day, year_of

BEFORE_LEAD: Final = 80
"""Characters before a lead that say how it is meant."""
GOES_ON: Final = re.compile(r"depuis\b|(?:ever )?since\b", re.IGNORECASE)
"""What has been so since a date began in the past."""
GOES_ON_UNTIL: Final = re.compile(
    r"\b(?:(?:has|have|a|ont)\s(?:now |encore |still )?"
    r"|(?:has|have)\b[^,.;:]*\s"
    r"|(?:is|are|runs?|lasts?|stays?|continues?|goes on|remains?|holds|keeps)\b(?![^,.;:]*\w(?<!clos)ed\b)[^,.;:]*\s"
    r"|(?:restent?|durent?|court|courent|se poursui(?:t|vent)|se tien(?:t|nent)|continuent?|peu(?:t|vent)"
    r"|(?:est|sont) (?:ouvert|fermé|visible|valable|exposé|suspendu|en vigueur|prolongé|interdit)e?s?)\b[^,.;:]*\s)\Z",
    re.IGNORECASE,
)
"""What is so until a date, from now on: "it has until March", "the show runs until June"."""
BEFORE_UNTIL: Final = 60
TOLD_TO: Final = re.compile(
    r"\b(?:asked|told|ordered|urged|promised|agreed|pledged|vowed|demanded)\b[^.;]*\bto (?:be )?\w+\b[^.;,]*\Z",
    re.IGNORECASE,
)
"""What somebody is told to do by a day is yet to come: "asked her to report by Easter"."""
MEANT_FOR: Final = re.compile(r"(?:for|pour) ", re.IGNORECASE)
"""What was agreed for July may be yet to come."""
_FOR: Final = re.compile(r"\b(?:for|pour) ?(?:the |l'|le )?\Z", re.IGNORECASE)
_BEFORE_FOR: Final = 10
AT_EARLIEST: Final = re.compile(r",? (?:at the (?:very )?(?:earliest|soonest)|au (?:plus tôt|mieux))\b", re.IGNORECASE)
"""Behind what is put off until a date, it may be later: "until 2018 at the earliest"."""
_NOT_THEN: Final = re.compile(r"\b(?:et|and|but|mais) (?:non(?: pas)?|pas|not) \Z|, (?:non|not) \Z", re.IGNORECASE)
_BEFORE_NOT: Final = 16
_SO_LONG: Final = re.compile(
    r"(?:jours?|semaines?|mois|ans?|années?|décennies?|days?|weeks?|months?|years?|decades?|half|demie?)\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r" (?:après|after) ", re.IGNORECASE)


def is_of_now(setting: Setting) -> bool:
    """Whether what is told is not set in another year."""
    return setting.scene is None or year_of(setting.scene) == year_of(setting.reference)


def with_effect(effect: Effect, value: str, setting: Setting) -> str:
    """``value`` as the lead changes it; intervals and approximations are not changed twice."""
    if "/" in value:
        return value
    match effect:
        case Effect.SINCE:
            return f"{value}/.."
        case Effect.UNTIL:
            return f"../{value}"
        case Effect.BY:  # what was so by 1990 is told of 1990; what shall be so by 2030 may come sooner
            return f"../{value}" if last_day(value) >= first_day(setting.reference) else value
        case Effect.ABOUT:
            return value if value.endswith("~") else f"{value}~"
        case _:
            return value


def is_for(text: str, at: int) -> bool:
    """Whether something is only meant for the date at ``at``: the story does not go on from there."""
    return _FOR.search(text, max(0, at - _BEFORE_FOR), at) is not None


def is_not_then(text: str, at: int) -> bool:
    """Whether what stands before ``at`` denies the date there: « et non | en avril »."""
    return _NOT_THEN.search(text, max(0, at - _BEFORE_NOT), at) is not None


def is_so_long_after(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` says how long after something else: "closed in May, a week | after the vote"."""
    return _AFTER.match(text, end) is not None and _SO_LONG.search(text, start, end) is not None
