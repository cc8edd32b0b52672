"""What a question wants counted, or which kind of place it asks for: « combien de patients », "which states"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.question.expectation import COUNTED_BEHIND
from index.terms.tokens import fold, stem_of, stems


class Sort(StrEnum):
    """Sorts of things that are counted, of which one is not another."""

    SERVED = "served"
    STAFF = "staff"
    SITES = "sites"
    COUNTRIES = "countries"
    STATES = "states"
    CITIES = "cities"


_SORTS: Final = {
    Sort.SERVED: (
        "patient utilisateur utilisatrice abonné abonnée client cliente assuré malade usager adhérent inscrit visiteur"
        " spectateur élève étudiant habitant victime participant volontaire consommateur foyer compte profil dossier"
        " téléchargement bracelet montre appareil",
        "patient user subscriber customer client consumer policyholder visitor pupil student inhabitant resident victim"
        " participant volunteer household account profile record download band watch device wearer",
    ),
    Sort.STAFF: (
        "salarié salariée employé employée emploi poste licenciement effectif suppression collaborateur ouvrier"
        " infirmier infirmière médecin chirurgien ingénieur thérapeute",
        "employee job worker position post layoff staff headcount nurse doctor physician surgeon engineer therapist",
    ),
    Sort.SITES: (
        "clinique cabinet centre magasin hôpital pharmacie établissement site agence usine boutique école",
        "clinic office center centre store hospital pharmacy site branch factory shop school practice",
    ),
    Sort.COUNTRIES: ("pays", "country"),
    Sort.STATES: ("état", "state"),
    Sort.CITIES: ("ville commune", "city town village"),
}
_LANGS: Final = ("fr", "en")
_PLACES: Final = frozenset({Sort.COUNTRIES, Sort.STATES, Sort.CITIES})
_COUNT: Final = re.compile(
    r"\b(?:combien d(?:e |'|es |u )|how many |nombre d(?:e |'|es )|number of )(?P<thing>(?:[\w'-]+ ?){1,3})"
)
_COUNTED_BEHIND: Final = re.compile(rf"{COUNTED_BEHIND}(?P<thing>(?:[\w'-]+ ?){{1,3}})")
_NO_THINGS: Final = re.compile(
    r"temps|annees?|ans?\b|mois|semaines?|jours?|heures?|minutes?|secondes?|fois|argent|thunes?|fric|sous\b|balles|oseille"
    r"|euros?|dollars?|millions?|milliards?|years?|months?|weeks?|days?|hours?|times?\b|money|bucks?|billions?|percent"
)
"""What is no thing to be counted: time and money."""
_WHICH: Final = re.compile(r"\b(?:quel(?:le)?s?|which|what) (?P<thing>(?:autres? |other )?[\w-]+)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: the ``sort`` of thing, None where it is none of the known ones; or, where it is not ``many``,
    the kind of place asked for by name."""

    sort: Sort | None
    many: bool


def unit_of(question: str, lang: str) -> Unit | None:
    """What ``question``, asked in ``lang``, wants counted, or which kind of place it asks for; None for neither."""
    folded = fold(question).replace("’", "'")
    many = _COUNT.search(folded) or _COUNTED_BEHIND.search(folded)
    if many is not None and not _NO_THINGS.match(many["thing"]):
        return Unit(
            next((sort for stem in stems(many["thing"], lang)[:2] if (sort := sort_of(stem, lang))), None), True
        )
    which = _WHICH.search(folded)
    sort = (
        next((sort for stem in stems(which["thing"], lang) if (sort := sort_of(stem, lang))), None) if which else None
    )
    return Unit(sort, False) if sort in _PLACES else None


def sort_of(stem: str, lang: str) -> Sort | None:
    """The sort of things that a word with this ``stem`` counts."""
    return _BY_STEM.get((stem, lang))


_BY_STEM: Final = {
    (stem_of(fold(word), lang), lang): sort
    for sort, by_language in _SORTS.items()
    for lang, words in zip(_LANGS, by_language, strict=True)
    for word in words.split()
}
