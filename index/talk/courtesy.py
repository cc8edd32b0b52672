"""What is said to be polite and asks for nothing: a greeting, thanks, a farewell."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from index.talk import small_talk as talk
from index.terms.tokens import fold

_LONGEST: Final = 80
"""Characters; whoever writes more has something to say."""
_BETWEEN: Final = re.compile(r"[^\w']+")


class Courtesy(StrEnum):
    """What a courtesy asks to be answered with."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"


_WAYS: Final = (
    (Courtesy.FAREWELL, talk.FAREWELL_WHOLE),
    (Courtesy.THANKS, talk.THANKS_WHOLE),
    (Courtesy.GREETING, talk.GREETING_WHOLE),
    (None, talk.ASIDE_WHOLE),
)


def courtesy_of(text: str) -> Courtesy | None:
    """The courtesy that ``text`` is as a whole ("Bonjour !", "ok, thanks a lot"), the last one if it holds several;
    None as soon as a word of it says something else."""
    if len(text) > _LONGEST:
        return None
    plain = _BETWEEN.sub(" ", fold(text).replace("’", "'")).strip()
    said: Courtesy | None = None
    at = 0
    while at < len(plain):
        for courtesy, way in _WAYS:
            found = way.match(plain, at)
            if found is not None and found.end() > at:
                said, at = courtesy or said, found.end() + 1
                break
        else:
            return None
    return said
