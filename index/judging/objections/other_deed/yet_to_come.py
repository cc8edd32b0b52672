"""When a thing was done, where the sentence that tells it goes on to what comes of it: « Le conseil a tranché jeudi : à
partir du 1er janvier, la ligne sera … »."""

from __future__ import annotations

import re
from typing import Final

from index.figures.days import days_in
from index.passages.passage import Span
from index.question.expectation import Expectation, expectation_of
from index.question.forms.settled import is_settled
from index.terms.letters import plain

_FROM_THEN_ON: Final = re.compile(
    r"\b(?:a partir d[eu]|des|a compter d[eu]|d'ici(?: a)?|from|as of|starting(?: on| in)?)(?: le)? ?\Z"
)
_WILL: Final = re.compile(r"\b(?:will|shall|would|sera|seront|serait|aura|auront|\w{3,}(?:era|eront|erait))\b")
_NEAR: Final = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|dernier|apres-midi))?\b"
    r"|\b(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"(?: (?:morning|evening|night|afternoon))?\b|\b(?:hier(?: soir)?|avant-hier|yesterday|last night)\b"
)
_CLAUSE: Final = re.compile(r"[;:]|\b(?:and|et|that|qu[e'])\b")


def when_done(question: str, sentence: str, words: Span) -> Span | None:
    """Where ``sentence`` tells when what ``question`` asks about was done, where the ``words`` read in it are a time
    from which on something else will be; None where they are not, or nothing tells it."""
    if expectation_of(question) is not Expectation.DATE or not is_settled(question):
        return None
    flat = plain(sentence)
    if not _FROM_THEN_ON.search(flat, 0, words[0]) or not _WILL.search(flat, words[1]):
        return None
    cuts = [found.start() for found in _CLAUSE.finditer(flat, 0, words[0])]
    if not cuts:
        return None
    told = [found.span() for found in _NEAR.finditer(flat, 0, cuts[-1])]
    told += [span for _, span in days_in(sentence[: cuts[-1]])]
    return min(told, default=None)
