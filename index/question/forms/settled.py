"""Whether a question asks what was: « combien a-t-il payé » has one answer, "how many are there" one for each time."""

from __future__ import annotations

import re
from typing import Final

from index.question.forms.newest import asks_for_newest
from index.terms.tokens import fold

_PAST: Final = re.compile(
    r"\b(?:did|was|were|had|has|have|\w{2,}ed)\b|\w{2,}(?:ait|aient)\b|\b(?:fut|furent|eut|eurent)\b"
    r"|\b(?:a|ont|avait|avaient|est|sont|aura|auront)(?:-t)?(?:-\w+)? (?:(?!combien|quel)[\w'-]+ ){0,4}?"
    r"\w+(?:e|ee|es|ees|i|it|is|ie|u|ue|us|ert)\b"
)
_PRESENT: Final = re.compile(r"\b(?:does|do|is|are|will)\b|\b(?:the last time|la derniere fois)\b")


def is_settled(question: str) -> bool:
    """Whether ``question`` asks what was, which nothing changes any more."""
    plain = fold(question).replace("’", "'")
    return _PAST.search(plain) is not None and not _PRESENT.search(plain) and not asks_for_newest(question)
