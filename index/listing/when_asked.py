"""A question about a time and nothing else: "What happened in May 2025?", « Que s'est-il passé le 3 mai ? »."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.dates.finder import find_time_expressions
from index.edtf import Precision, precision_of

_ONLY_WHEN: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"(?:so |and )?(?:tell me )?what "
        r"(?:(?:has |had )?(?:happened|took place|taken place|occurred|went on|was going on)"
        r"|(?:events|news) w(?:ere|as) there)"
        r"(?: (?:here|there|exactly))?(?: (?:back )?(?:in|on|during))?(?: the)?",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:et )?(?:dis-moi )?(?:que s'est-il passé|qu'est-ce qui s'est passé|ce qui s'est passé|il s'est passé quoi"
        r"|qu'est-il arrivé|que se passait-il|quels événements (?:ont eu lieu|se sont produits))(?: (?:ici|là-bas))?"
        r"(?: (?:en|le|au mois de|pendant|durant))?",
        re.IGNORECASE,
    ),
}
_PLAIN: Final = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_TIMES: Final = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def time_asked_about(question: str, lang: str) -> str | None:
    """The day, month or year (EDTF) of which ``question`` asks what happened, when it asks nothing else."""
    pattern = _ONLY_WHEN.get(lang)
    text = " ".join(question.translate(_PLAIN).split()).rstrip(" ?!.")
    found = find_time_expressions(text, lang, None) if pattern is not None else []
    if pattern is None or len(found) != 1 or precision_of(found[0].value) not in _TIMES:
        return None
    rest = f"{text[: found[0].start]}{text[found[0].end :]}".strip()
    return found[0].value if pattern.fullmatch(rest) else None
