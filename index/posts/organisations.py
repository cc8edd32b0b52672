"""What somebody is said to lead: who asks who runs an agency is not told who leads a group of patients."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = (
    r"agenc(?:y|e|ies|es)|authorit(?:y|ies)|autorites?|regulators?|regulateurs?|watchdogs?|commissions?|bureau",
    r"compan(?:y|ies)|firms?|societes?|entreprises?|start-?ups?|makers?|brands?|marques?|fabricants?|constructeurs?",
    r"hospitals?|hopita(?:l|ux)|clinics?|cliniques?|chu",
    r"schools?|ecoles?|colleges?|lycees?|universit(?:y|e|ies|es)",
    r"museums?|musees?|theat(?:re|er)s?|operas?|orchestras?|orchestres?|galler(?:y|ies)|galeries?",
    r"unions?|syndicats?|associations?|charit(?:y|ies)|ligues?|leagues?|federations?|societ(?:y|ies)",
    r"clubs?|teams?|equipes?",
    r"part(?:y|ies)|partis?",
    r"banks?|banques?",
    r"newspapers?|magazines?|journa(?:l|ux)|papers?|radios?|stations?",
)
"""Kinds of organisations of which one is not another, in plain small letters; one that may be anything is in none."""
_KIND: Final = tuple(re.compile(rf"\b(?:{words})\b") for words in _KINDS)
_ANY: Final = "|".join(f"(?P<kind_{place}>{words})" for place, words in enumerate(_KINDS))
_ANYTHING: Final = r"groups?|groupes?|patients?' group|collectifs?|projects?|projets?|inquir(?:y|ies)|enquetes?"
_LED_BEHIND: Final = re.compile(
    rf" (?:(?:of|de|du|des|the|la|le|les|its|a|an|une?) |d'|l'){{1,3}}(?:(?!and\b|et\b)[\w-]+ ){{0,2}}?(?:{_ANY}"
    rf"|(?P<other>{_ANYTHING}))\b"
)
_LED_BEFORE: Final = re.compile(rf"\b(?:{_ANY}|(?P<other>{_ANYTHING}))'s? (?:\w+ ){{0,2}}\Z")


def kinds_in(flat: str) -> frozenset[int]:
    """The kinds of organisations that a ``flat`` question, in plain small letters, speaks of."""
    return frozenset(place for place, kind in enumerate(_KIND) if kind.search(flat))


def leads_another(asked: frozenset[int], flat: str, start: int, end: int) -> bool:
    """Whether whoever ``flat`` text speaks of between ``start`` and ``end`` leads an organisation of another kind than
    those ``asked`` about, or a mere group or project; not known where none is asked about by its kind."""
    found = _LED_BEHIND.match(flat, end) or _LED_BEFORE.search(flat, 0, start)
    if not asked or found is None:
        return False
    kind = next((place for place in range(len(_KINDS)) if found[f"kind_{place}"]), None)
    return kind not in asked
