"""Which kind of deed a question asks about, in either language: who won is told where somebody "beat" another, and not
where the final merely "took place"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from index.judging.objections.contraries import CONTRARIES, forms_of
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
    {
        "fr": "voler volé vol voleur dérober cambriolage cambrioleur",
        "en": "steal stole stolen theft thief thieves robbery robber burglary burglar",
    },
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
    {
        "fr": "démissionner démission quitter départ partir partira parti partie retirer retrait retraite",
        "en": "resign resignation quit leave left depart departure retire retirement withdraw withdrew step stepped",
    },
    {"fr": "enterrer enterrement inhumer obsèques tombe cimetière", "en": "bury buried burial grave cemetery funeral"},
    {"fr": "restaurer restauration restaurateur restauratrice", "en": "restore restoration restorer"},
    {"fr": "chanter chante chanson chanteur chanteuse", "en": "sing sang sung singer song"},
    {"fr": "exposer exposition accrocher", "en": "exhibit exhibition exhibited show showed shown display"},
    {"fr": "abattre abattu tirer tir", "en": "shoot shot"},
    {"fr": "relâcher lâcher lâchée réintroduire", "en": "release released free freed reintroduce"},
    {
        "fr": "succéder succession remplacer remplaçant reprendre repris suite successeur",
        "en": "succeed successor replace replacement",
    },
    {"fr": "élire élu élue élection", "en": "elect elected election vote voted"},
    {"fr": "traduire traduit traduction traducteur traductrice", "en": "translate translation translator"},
    {"fr": "composer compositeur musique", "en": "compose composer music"},
    {"fr": "cacher caché dissimuler", "en": "hide hid hidden conceal"},
    {"fr": "muter mutation affecter affectation", "en": "transfer transferred posting"},
    {"fr": "couler coulé sombrer naufrage", "en": "sink sank sunk wreck"},
    {"fr": "inspecter étudier études diplômer diplômé interne internat", "en": "study studied degree trained graduate"},
)
"""Deeds that have no contrary here, by language."""
_OF_SUMS: Final = (
    {
        "fr": "salaire gagner rémunération rémunérer",
        "en": "earn earned salary wage wages stipend",
    },
    {"fr": "accorder allouer indemnité indemniser dommages", "en": "award awarded grant granted damages compensation"},
    {"fr": "rembourser remboursement rendre rendu", "en": "repay repaid refund back return"},
    {
        "fr": "réclamer réclamation vouloir veut voulait demander exiger",
        "en": "want wanted claim claimed demand demanded",
    },
    {"fr": "amende sanction infliger", "en": "fine fined penalty"},
    {"fr": "loyer louer location locataire", "en": "rent rental lease tenant"},
    {"fr": "billet place entrée ticket tarif abonnement", "en": "ticket admission seat fare"},
    {"fr": "emprunter emprunt prêt prêter", "en": "borrow borrowed loan lend lent"},
    {"fr": "voler volé dérober détourner détourné", "en": "steal stole stolen embezzle embezzled"},
)
"""What a sum or a number is of, by language: nobody who asks for the rent asks for the price."""
_SAID_OTHERWISE: Final = frozenset(
    "commencer finir augmenter baisser accepter refuser soutenir opposer découvrir proposer tuer".split()
)
"""The first words of deeds that a text tells in many other words: that none of these stand there says nothing."""
_CALLED_SO: Final = frozenset(
    "arrêter condamner couler salaire accorder élire enterrer chanter composer épouser divorcer".split()
)
"""...and of those for which there are hardly any other words: where none of these stand, they are not told."""
_BORN: Final = re.compile(r"\bné\b|\b(?:est|ou|quand|etait|était) ne\b")
_WHERE: Final = re.compile(
    r"(?:^|[,;:] )(?:et |and )?(?:d'|par |from )?(?:ou|where)\b"
    r"|\b(?:dans|in|at) (?:quel(?:le)?s?|what|which)\b"
)
_WHICH: Final = re.compile(r"\b(?:quel(?:le)?s?|which)\b")
_WHETHER: Final = re.compile(
    r"(?:is|are|was|were|did|does|do|has|have|had|will|est-ce que|est-ce qu'|va-t-|vont-)(?=.)"
    r"|[^,]{0,60}\b(?:a|est|va|sera)-t-(?:il|elle)\b"
)
_DECIDES: Final = re.compile(
    r"\b(?:decid\w+|decision|vot(?:e|es|ed|ing|er|era|ee?s?)|trancher\w*|prononcer\w*|examin\w+|stud(?:y|ies|ied)|etude"
    r"|consult\w*|discuss\w*|debat\w+|announc\w+|annonc\w+|advertised)\b"
)
_WILL_BE: Final = re.compile(r"\b(?:will|shall|going to|va|vont|va-t-\w+)\b|\w{2,}(?:ra|ront|ra-t-\w+|ront-\w+)\b")
_WHY: Final = re.compile(r"\b(?:pourquoi|why|how come|comment)\b")


def deeds_asked(question: str, lang: str) -> frozenset[int]:
    """The deeds of which ``question``, asked in ``lang``, wants to know who did them, when, which one, or whether; none
    where it asks why or how: that stands beside the deed. Where it asks how much, what the sum is of."""
    flat = plain(question)
    kind = expectation_of(question)
    if kind in (Expectation.FIGURE, Expectation.MONEY) and not _WHY.search(flat):
        return frozenset(filter(_is_of_a_sum, deeds_in(question, lang)))
    by_form = _WHICH.search(flat) or _WHETHER.match(flat) or _WHERE.search(flat)
    if _WHY.search(flat) or not (kind in (Expectation.DATE, Expectation.NAME) or by_form):
        return frozenset()
    return frozenset(deed for deed in deeds_in(question, lang) if not _is_of_a_sum(deed))


def only_decides(question: str, sentence: str) -> bool:
    """Whether ``sentence`` tells when something is decided, studied or announced, where ``question`` asks when another
    thing will be done."""
    flat = plain(question)
    if expectation_of(question) is not Expectation.DATE or _DECIDES.search(flat) or not _WILL_BE.search(flat):
        return False
    return _DECIDES.search(plain(sentence)) is not None


def tells_contrary_deed(asked: frozenset[int], sentence: str, lang: str) -> bool:
    """Whether ``sentence``, in ``lang``, speaks of the contrary of a deed that is ``asked`` about, and of no such
    deed."""
    told = deeds_in(sentence, lang)
    contraries = {deed ^ 1 for deed in asked if deed < 2 * len(CONTRARIES)}
    return asked.isdisjoint(told) and not contraries.isdisjoint(told)


def may_be_told_otherwise(asked: frozenset[int]) -> bool:
    """Whether one of the deeds ``asked`` about is told in many other words than those known here."""
    return not asked.isdisjoint(_numbers(_SAID_OTHERWISE))


def are_called_so(asked: frozenset[int]) -> bool:
    """Whether there are hardly other words for the deeds ``asked`` about, at least one, than those known here."""
    return bool(asked) and asked <= _numbers(_CALLED_SO)


def deeds_in(text: str, lang: str) -> frozenset[int]:
    """The deeds that ``text``, in ``lang``, speaks of, by number; none in a language without a list of them."""
    known = _by_stem(lang)
    told = stems(text, lang)
    if lang == "fr" and _BORN.search(text.casefold()):
        told.append(stem_of("nee", lang))  # without its accent, « né » is no word of its own
    return frozenset(deed for stem in told for deed in known.get(stem, ()))


@cache
def _numbers(first_words: frozenset[str]) -> frozenset[int]:
    return frozenset(number for number, words in enumerate(_deeds()) if words["fr"].split(maxsplit=1)[0] in first_words)


def _is_of_a_sum(deed: int) -> bool:
    return deed >= len(_deeds()) - len(_OF_SUMS)


def _deeds() -> tuple[Mapping[str, str], ...]:
    return (*(side for pair in CONTRARIES for side in pair), *_OTHERS, *_OF_SUMS)


@cache
def _by_stem(lang: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(_deeds()):
        for stem in {
            stem_of(form, lang) for word in words.get(lang, "").split() for form in forms_of(fold(word), lang)
        }:
            found[stem] = (*found.get(stem, ()), number)
    return found
