"""Numbers that count nothing, but tell one thing of its kind from another: « la loi n° 2021-1187 », "case 22/451",
« l'article 15 », "line 14"."""

from __future__ import annotations

import re
from typing import Final

from index.passages.passage import Span, overlap
from index.terms.letters import plain

_PARTED: Final = r"\d+(?:[-/.]\d+)+"
_DESIGNATION: Final = re.compile(
    r"\bn(?: ?[°º]|os?\.|r\.) ?\d[\d./-]*"
    r"|\b(?:lois?|laws?|acts?|decrets?|decrees?|directives?|regulations?|reglements?|ordonnances?|arretes?|cases?|dockets?"
    r"|dossiers?|affaires?|patents?|brevets?|pourvois?|iso)(?: \((?:ue|eu|ce|ec)\))?(?: numeros?| number)? "
    rf"(?:{_PARTED})"
    r"|\b(?:articles?|ligne|line|section|chapitre|chapter|page|alinea|paragraph|route|highway|volume|tome|numero"
    r"|room|salle|annexe?|appendix|platform|quai) \d+\b(?! ?(?:%|[€$£]|euros?|dollars?|pounds?))"
)


def is_designation(text: str, words: Span) -> bool:
    """Whether the ``words`` of ``text`` (characters in it) are part of what something is called by a number."""
    return any(overlap(words, found.span()) for found in _DESIGNATION.finditer(plain(text)))


def without_designations(text: str) -> str:
    """``text`` with such numbers blanked, each character in its place."""
    return _DESIGNATION.sub(lambda found: " " * len(found[0]), text)
