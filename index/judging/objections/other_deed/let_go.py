"""Who owned a thing, or ran it, until they let it go: nobody who asks who owns it now is told of them."""

from __future__ import annotations

import re
from typing import Final

from index.terms.letters import plain

_NOW: Final = re.compile(
    r"\b(?:who|whom|qui)\b.{0,40}?\b(?:owns?|has|holds?|possess(?:es)?|runs?|controls?|operates?|belongs?"
    r"|possede|detient|appartient|exploite|gere|tient|controle)\b"
)
_LET_GO: Final = re.compile(
    r"\b(?:let (?:it|them) go|had (?:\w+ )?(?:owned|held|run|managed|controlled|operated)|used to (?:own|run|hold)"
    r"|(?:sold|gave) (?:it|them) up|sold (?:it|them|out)\b|parted with (?:it|them)|once (?:owned|ran|held))\b"
    r"|\b(?:avai(?:t|ent) (?:\w+ )?(?:possede|detenu|exploite|gere|tenu)|s'en (?:est|sont|etai\w+) (?:separe|defai)\w*"
    r"|l'(?:a|avait|ont|avaient) (?:vendu|cede)\w*|(?:possed|deten|appartena)(?:i|ai)(?:t|ent))\b"
)
_NEXT: Final = re.compile(
    r"\b(?:bought|buys|acquir\w+|took (?:it )?over|now|since|new owners?|rachet\w+|achet\w+|acqui\w+|repri\w+|desormais"
    r"|depuis|nouve\w+ proprietaires?|aujourd'hui)\b"
)


def tells_only_who_let_go(question: str, sentence: str) -> bool:
    """Whether ``question`` asks who owns or runs a thing, and ``sentence`` tells only who did before."""
    if not _NOW.search(plain(question)):
        return False
    told = plain(sentence)
    return _LET_GO.search(told) is not None and not _NEXT.search(told)
