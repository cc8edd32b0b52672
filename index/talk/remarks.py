"""What is said of the conversation itself, and asks nothing of the articles: a greeting, thanks, a doubt, "go on"."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from index.talk import small_talk as talk
from index.talk import to_the_bot as bot
from index.terms.tokens import fold

_LONGEST: Final = 80
"""Characters; whoever writes more has something to say."""
_BETWEEN: Final = re.compile(r"[^\w']+")


class Remark(StrEnum):
    """What a remark is to be answered with."""

    NOTED = "noted"
    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    DOUBT = "doubt"
    MISSED = "missed"
    WHO = "who"
    LANGUAGE = "language"
    SHORTER = "shorter"
    SOURCE = "source"
    MORE = "more"


ASK_AGAIN: Final = frozenset({Remark.SOURCE, Remark.MORE})
"""Remarks that ask for what the question before found."""
_WAYS: Final = (
    (Remark.MORE, bot.MORE),
    (Remark.SOURCE, bot.SOURCE),
    (Remark.SHORTER, bot.SHORTER),
    (Remark.LANGUAGE, bot.LANGUAGE),
    (Remark.MISSED, bot.MISSED),
    (Remark.DOUBT, bot.DOUBT),
    (Remark.WHO, bot.WHO),
    (Remark.FAREWELL, talk.FAREWELL_WHOLE),
    (Remark.THANKS, talk.THANKS_WHOLE),
    (Remark.GREETING, talk.GREETING_WHOLE),
    (Remark.NOTED, bot.NOTED),
    (Remark.NOTED, talk.ASIDE_WHOLE),
)
_COURTESIES: Final = (Remark.GREETING, Remark.THANKS, Remark.FAREWELL)


def remark_of(text: str) -> Remark | None:
    """The remark that ``text`` is as a whole ("Bonjour !", "ok, thanks a lot", "are you sure?"): of several the one
    that wants most, of courtesies the last; None as soon as a word of it says something else."""
    if len(text) > _LONGEST:
        return None
    plain = _BETWEEN.sub(" ", fold(text).replace("’", "'")).strip()
    said: list[Remark] = []
    at = 0
    while at < len(plain):
        for remark, way in _WAYS:
            found = way.match(plain, at)
            if found is not None and found.end() > at and plain[found.end() : found.end() + 1] in ("", " "):
                said.append(remark)
                at = found.end() + 1
                break
        else:
            return None
    wanting = [remark for remark in said if remark not in (Remark.NOTED, *_COURTESIES)]
    polite = [remark for remark in said if remark in _COURTESIES]
    return (wanting or polite[-1:] or said or [None])[0]
