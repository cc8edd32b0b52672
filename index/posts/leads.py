"""Who leads, in either language: whether a question asks for it, and whether a sentence says that somebody does."""

from __future__ import annotations

import re
from typing import Final

from index.terms.tokens import fold

_POST: Final = re.compile(
    r"\b(?:direct(?:eur|rice|or)\w*|presid\w+|pdg|ceo|patron\w*|dirig\w+|chefs?|chiefs?|secretaires?|secretar(?:y|ies)"
    r"|entraineu\w+|coach\w*|captain|maires?|mayors?|minist(?:re|er)s?|adjoint\w*|deput(?:y|ies)|gerant\w*|responsable"
    r"|administrat\w+|fondat\w+|founders?|command\w+|chair\w*|boss|leaders?|manag(?:er|ers|ed|ing)|executives?"
    r"|head(?:s|ed)?|leads?|led|ran|runs?|succe(?:de|der|dent|ssor|ssors|eds?|eded)|a la tete|sous la conduite"
    r"|prend les renes|in charge|took over)\b"
)
_FIGURES: Final = re.compile(r"\bleading\b|\brunning\b")


def asks_for_posts(question: str) -> bool:
    """Whether ``question`` asks who leads or led."""
    folded = fold(question)
    return _POST.search(folded) is not None or _FIGURES.search(folded) is not None


def tells_a_post(sentence: str) -> bool:
    """Whether ``sentence`` says that somebody leads or led."""
    return _POST.search(fold(sentence)) is not None
