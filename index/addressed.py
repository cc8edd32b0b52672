"""What a question says of whoever typed it and of the program: orders given to it, talk with it, matters of one's own.

No order changes anything here, since nothing is generated; but it is no question about the articles either. Both are
evidence, not rules: a question in the middle of small talk may be answered (:mod:`index.verdict`).
"""

from __future__ import annotations

import re
from typing import Final

from index.terms.tokens import fold

_CLAUSE: Final = r"(?:^|[.:;!?,\]>)#-]\s*|\b(?:please|stp|svp|now|maintenant|and|et|then|puis)\s+)"
_DO: Final = (
    r"ignore[rz]?|forget|disregard|override|bypass|pretend|act as|simulate|repeat|reveal|translate|write|print|dump"
    r"|delete|stop quoting|answer (?:only|without|in|from)|reply|confirm|enable|obey|show me the|say (?:yes|no)"
    r"|oublie[rz]?|ne tien[sz] pas compte|contourne[rz]?|fai(?:s|tes) comme si|joue[rz]? le role|simule[rz]?"
    r"|repete[rz]?|revele[rz]?|tradui(?:s|sez)|ecri(?:s|vez)|affiche[rz]?"
    r"|donne[rz]? (?:tous|toutes|ton|ta|tes|vos|votre)|supprime[rz]?|arrete[rz]? de"
    r"|repond(?:s|ez)|confirme[rz]?|active[rz]?|obei(?:s|ssez)|dis (?:oui|non)"
)
_OF_IT: Final = (
    r"(?:ton|tes|ta|vos|votre|your|the hidden|previous|precedentes?|cachees?)\s+(?:\w+\s+)?"
    r"(?:instructions?|consignes?|rules?|regles?|prompts?|config\w*|settings|sources?|articles?|fichiers?|files?|filters?"
    r"|filtres?|memory|memoire)"
)
_ORDER: Final = re.compile(
    rf"{_CLAUSE}(?:{_DO})\b|\b{_OF_IT}\b|\bprompt (?:systeme|system)\b|\b(?:system prompt|invite systeme|jailbreak)\b"
    r"|\b(?:developer|debug|admin|free|god) mode\b|\bmode (?:admin|debug|developpeur|libre)\b"
    r"|\byou (?:are|re) (?:now|dan)\b|\btu es (?:maintenant|desormais)\b|\bfrom now on\b|\ba partir de maintenant\b"
    r"|\bsysteme?\s*[:\]>]|[<\[]\|?/?(?:system|systeme|admin|instructions?|context)|#{3}"
    r"|\bnew (?:task|rule|instruction|system)|\bnouvelle (?:tache|regle|instruction)"
)
_PERSONAL: Final = re.compile(
    r"\b(?:tu|t'|toi|ton|ta|tes|te|je|j'|moi|mon|ma|mes|m'|you|your|yours|i|i'm|my)(?<!'s)(?:\b|(?<='))"
)


def gives_orders(text: str) -> bool:
    """Whether ``text`` tells the program what to do or to be, or asks for what is behind it."""
    return _ORDER.search(_plain(text)) is not None


def is_personal(text: str) -> bool:
    """Whether ``text`` speaks to somebody or of whoever typed it."""
    return _PERSONAL.search(_plain(text)) is not None


def _plain(text: str) -> str:
    return fold(text).replace("’", "'").strip()
