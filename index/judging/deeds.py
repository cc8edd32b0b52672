"""Which kind of deed a question asks about, in either language: who won is told where somebody "beat" another, and not
where the final merely "took place"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from index.judging.contraries import CONTRARIES, forms_of
from index.question.expectation import Expectation, expectation_of
from index.question.letters import plain
from index.terms.tokens import fold, stem_of, stems

_OTHERS: Final = (
    {
        "fr": "gagner gagne gagnant remporter remporte victoire vainqueur battre battu bat emporter champion titre"
        " dominer sacrer",
        "en": "win won winner victory beat beaten champion title defeat",
    },
    {"fr": "perdre perdu perd défaite battu", "en": "lose lost loser defeat beaten beat"},
    {"fr": "reléguer relégation descendre descend", "en": "relegate relegation demote"},
    {"fr": "promouvoir promu promotion", "en": "promote promotion"},
    {"fr": "voler volé vol dérober cambriolage", "en": "steal stole stolen theft robbery burglary"},
    {"fr": "brûler incendie incendier", "en": "burn burned burnt fire blaze"},
    {"fr": "fusionner fusion absorber", "en": "merge merger"},
    {"fr": "rebaptiser renommer", "en": "rename renamed"},
    {"fr": "annuler annulation", "en": "cancel cancelled cancellation scrapped"},
    {"fr": "peindre peint peinte peintre tableau signature", "en": "paint painter signature"},
    {"fr": "concevoir conçu dessiner architecte", "en": "design designer architect"},
    {"fr": "sculpter sculpté sculpteur", "en": "sculpt sculptor carve"},
    {"fr": "écrire écrit auteur autrice rédiger", "en": "write wrote written author"},
    {"fr": "vendre vend vendu vente céder", "en": "sell sold sale"},
    {
        "fr": "acheter achat racheter rachat acquérir acquisition",
        "en": "buy bought purchase acquire acquisition",
    },
    {"fr": "arrêter arrestation interpeller", "en": "arrest arrested"},
    {"fr": "blesser blessure blessé", "en": "injure injury hurt"},
    {"fr": "découvrir découverte trouver trouvé", "en": "discover discovery find found"},
    {"fr": "tuer tué assassiner meurtre", "en": "kill killed murder"},
    {"fr": "proposer proposition", "en": "propose proposal suggest"},
)
"""Deeds that have no contrary here, by language."""
_WHICH: Final = re.compile(r"\b(?:quel(?:le)?s?|which)\b")
_WHETHER: Final = re.compile(
    r"(?:is|are|was|were|did|does|do|has|have|had|will|est-ce que|est-ce qu'|va-t-|vont-)(?=.)"
    r"|[^,]{0,60}\b(?:a|est|va|sera)-t-(?:il|elle)\b"
)
_DECIDES: Final = re.compile(
    r"\b(?:decid\w+|decision|vot(?:e|es|ed|ing|er|era|ee?s?)|trancher\w*|prononcer\w*|examin\w+|stud(?:y|ies|ied)|etude"
    r"|consult\w*|discuss\w*|debat\w+|announc\w+|annonc\w+|advertised)\b"
)
_WHY: Final = re.compile(r"\b(?:pourquoi|why|how come|comment)\b")


def deeds_asked(question: str, lang: str) -> frozenset[int]:
    """The deeds of which ``question``, asked in ``lang``, wants to know who did them, when, which one, or whether; none
    where it asks why or how: that stands beside the deed."""
    flat = plain(question)
    kind = expectation_of(question)
    by_form = _WHICH.search(flat) or _WHETHER.match(flat)
    if _WHY.search(flat) or not (kind in (Expectation.DATE, Expectation.NAME) or by_form):
        return frozenset()
    return deeds_in(question, lang)


def only_decides(question: str, sentence: str) -> bool:
    """Whether ``sentence`` tells when something is decided, studied or announced, where ``question`` asks when another
    thing is done."""
    if expectation_of(question) is not Expectation.DATE or _DECIDES.search(plain(question)):
        return False
    return _DECIDES.search(plain(sentence)) is not None


def deeds_in(text: str, lang: str) -> frozenset[int]:
    """The deeds that ``text``, in ``lang``, speaks of, by number; none in a language without a list of them."""
    known = _by_stem(lang)
    return frozenset(deed for stem in stems(text, lang) for deed in known.get(stem, ()))


@cache
def _by_stem(lang: str) -> dict[str, tuple[int, ...]]:
    sides = [side for pair in CONTRARIES for side in pair]
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate((*sides, *_OTHERS)):
        for stem in {
            stem_of(form, lang) for word in words.get(lang, "").split() for form in forms_of(fold(word), lang)
        }:
            found[stem] = (*found.get(stem, ()), number)
    return found
