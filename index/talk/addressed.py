"""What a question says of whoever typed it and of the program: orders given to it, talk with it, matters of one's own.

No order changes anything here, since nothing is generated; but it is no question about the articles either. Both are
evidence, not rules: a question in the middle of small talk may be answered (:mod:`index.judging.verdict`).
"""

from __future__ import annotations

import re
from typing import Final

from index.terms.tokens import fold

_CLAUSE: Final = r"(?:^|[.:;!?,\]>)#]\s*|\b(?:please|stp|svp|now|maintenant|and|et|then|puis)\s+)"
_ITS_OWN: Final = r"(?:ton|tes|ta|vos|votre|your|the hidden|the system)"
_DO: Final = (
    r"ignore[rz]?|forget|disregard|override|bypass|pretend|act as|reveal|stop quoting|obey|oublie[rz]?"
    r"|ne tien[sz] pas compte|contourne[rz]?|fai(?:s|tes) comme si|joue[rz]? le role|obei(?:s|ssez)"
    r"|arrete[rz]? de citer|repeat (?:after|the text)|repete[rz]? apres|answer (?:only|without|in one)"
    r"|repond(?:s|ez) (?:uniquement|sans|en un)"
    r"|reply (?:only|with)|say (?:yes|no)\b|dis (?:oui|non)\b|(?:en)?able \w+ mode|activer? le mode"
    rf"|(?:print|dump|delete|show|translate|affiche[rz]?|supprime[rz]?|tradui(?:s|sez)|donne[rz]?|simulate|simule[rz]?)"
    rf" (?:me )?(?:all |tous |toutes )?(?:{_ITS_OWN}|a chatbot|un chatbot|le texte de)\b"
    r"|(?:write|ecri(?:s|vez)) (?:me )?(?:python|code|du code|a poem|un poeme|maintenant un|a letter|une lettre)\b"
)
_OF_IT: Final = (
    rf"{_ITS_OWN}\s+(?:\w+\s+)?(?:instructions?|consignes?|rules?|regles?|prompts?|config\w*|settings|fichiers?|files?"
    r"|filters?|filtres?|memory|memoire)|previous instructions|(?:consignes|instructions) (?:precedentes|cachees)"
)
_ORDER: Final = re.compile(
    rf"{_CLAUSE}(?:{_DO})(?![\w-])|\b(?:{_OF_IT})\b|\bprompt (?:systeme|system)\b"
    r"|\b(?:system prompt|invite systeme|jailbreak)\b"
    r"|\b(?:developer|debug|admin|free|god) mode\b|\bmode (?:admin|debug|developpeur|libre)\b"
    r"|\byou (?:are|re) (?:now|dan)\b|\btu es (?:maintenant|desormais)\b|\bfrom now on\b|\ba partir de maintenant\b"
    r"|\bsysteme?\s*[:\]>]|[<\[]\|?/?(?:system|systeme|admin|instructions?|context)|#{3}"
    r"|\bnew (?:task|rule|instruction|system)\b(?=.*[:#])|\bnouvelle (?:tache|regle|instruction)\b(?=.*[:#])"
)
_PERSONAL: Final = re.compile(
    r"\b(?:tu|t'|toi|ton|ta|tes|te|je|j'|moi|mon|ma|mes|m'|you|your|yours|i|i'm|my)(?:\b|(?<='))"
)


def gives_orders(text: str) -> bool:
    """Whether ``text`` tells the program what to do or to be, or asks for what is behind it."""
    return _ORDER.search(_plain(text)) is not None


def is_personal(text: str) -> bool:
    """Whether ``text`` speaks to somebody or of whoever typed it."""
    return _PERSONAL.search(_plain(text)) is not None


def _plain(text: str) -> str:
    return fold(text).replace("’", "'").strip()
