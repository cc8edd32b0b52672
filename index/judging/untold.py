"""Words of a question that stand nowhere in the article that is to answer it, in whatever form or as whatever other
word: the more of them, the surer its reader has to be."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from index.calibration.calibration import Calibration, ReadCalibration
from index.demands.demands import Demands
from index.demands.told import Fit, Told
from index.judging.deeds import deeds_in
from index.passages.composed import compose
from index.terms.common_words import common_words
from index.terms.tokens import WORD, asked_words, fold, stem_of
from index.terms.translations import OTHER_LANGUAGE, words_across

LITTLE: Final = 0.3
"""Of the way from what is shown to what is called found: so sure a reader must be where one word is untold."""
LIKELY: Final = 0.15
"""A translation this much less likely than the likeliest one is no other word for the same."""
COMMON: Final = 0.05
"""The share of passages at large of which a word says nothing."""
_SHORTEST: Final = 4
_SAME: Final = 5
"""Letters that two words of one family have in common at their beginning."""
_ASKED_WITH: Final = frozenset(
    "nombre number name nom personne personnes people total date annee ville city town place lieu pays country"
    " state etat montant prix price cost cout somme amount result resultat kind sorte type raison reason cause"
    " chose thing argent money pourcentage percentage happened arrive devenu devient deviendra become became"
    " called appelle appelait long longtemps large size taille time temps fois jour month mois year week semaine"
    " still toujours encore maintenant finally finalement really vraiment exactly exactement actually first"
    " premier premiere last dernier derniere latest newest biggest maximum debut between entre according selon"
    " another autre autres since depuis until currently actuellement aujourd today aujourdhui take took taken"
    " given give come came went start started used could would must doit devait devaient devrait vont aller own"
    " owns whole entire plus moins more less most some there back show showed work works need runs held hold mean"
    " real next only seul seule just aussi bien well belong appartient compte comptait everyone online boite"
    " boites victims victimes patients juste early late tard spring summer autumn winter printemps automne hiver"
    " choisi choisie chosen picked selected firme celebre famous".split()
)
"""What a question asks with, and any text answers without."""


def words_untold(question: str, asked_in: str, demands: Demands, told: Told) -> int:
    """How many words of ``question``, other than its names and what is asked with, stand nowhere in the article of
    ``told``; 0 where that is in another language, or is not looked through as a whole."""
    if told.lang != asked_in or asked_in not in OTHER_LANGUAGE or told.without is not Fit.LACKS:
        return 0
    names = {word for name in demands.names for word in name.words}
    names |= {fold(one) for one in question.split()[1:] if one[:1].isupper()}
    said = [word for word in asked_words(question, asked_in) if word not in names and _says(word, asked_in)]
    untold = [word for word in said if not _is_told(word, asked_in, told.words, told.article)]
    if not untold:
        return 0
    whole = compose(told.article).text  # words may be cut at the end of a line
    words = frozenset(form for word in WORD.findall(whole) for form in (fold(word), stem_of(fold(word), asked_in)))
    return sum(not _is_told(word, asked_in, words, whole) for word in untold)


def at_most(untold: int, sureness: float, thresholds: Calibration | ReadCalibration) -> float:
    """What is left of ``sureness`` where so many words are ``untold``: too little for anything to be shown, unless the
    reader is sure all the same."""
    needed = thresholds.weak + LITTLE * (thresholds.found - thresholds.weak) if untold == 1 else thresholds.found
    if not untold or sureness >= needed:
        return sureness
    return min(sureness, math.nextafter(thresholds.weak, 0.0))


def _says(word: str, lang: str) -> bool:
    """Whether a ``word`` is one of the language, and says what is asked for."""
    if len(word) < _SHORTEST or word in _ASKED_WITH or word not in words_across(lang):
        return False
    return common_words(lang).get(stem_of(word, lang), 0.0) < COMMON


def _is_told(word: str, lang: str, words: frozenset[str], article: str) -> bool:
    """Whether one of the ``words`` of an ``article`` is ``word`` in another form, or another word for the same."""
    if not words.isdisjoint(_others(word, lang)):
        return True
    if len(word) >= _SAME and any(other.startswith(word[:_SAME]) for other in words):
        return True
    deeds = deeds_in(word, lang)
    return bool(deeds) and not deeds.isdisjoint(deeds_in(article, lang))


@lru_cache(maxsize=4096)
def _others(word: str, lang: str) -> frozenset[str]:
    """The stems of ``word`` and of the words that are translated as it is."""
    back = (other for across in _likely(word, lang) for other in _likely(across, OTHER_LANGUAGE[lang]))
    return frozenset(stem_of(one, lang) for one in (word, *back))


def _likely(word: str, lang: str) -> list[str]:
    across = words_across(lang).get(word, {})
    return [other for other, weight in across.items() if weight >= LIKELY * max(across.values())]
