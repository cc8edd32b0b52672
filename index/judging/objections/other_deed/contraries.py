"""False premises that words betray: who asks when a plant closed is near the sentence that tells when it opened, and
no likeness tells the one from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from index.terms.tokens import WORD, fold, stem_of, stems

CONTRARIES: Final = (
    (
        {
            "fr": "ouvrir ouvre ouvert ouverture rouvrir rouvert inaugurer inauguration créer création fonder",
            "en": "open opening reopen inaugurate inauguration create creation founded founding establish",
        },
        {
            "fr": "fermer fermeture dissoudre dissous dissoute dissolution liquider liquidation",
            "en": "close closing closure shut shutter dissolve dissolution liquidate liquidation",
        },
    ),
    (
        {
            "fr": "commencer débuter démarrer démarrage lancer lancement",
            "en": "begin began begun start launch",
        },
        {
            "fr": "finir terminer cesser arrêter arrêt interrompre interruption abandonner abandon",
            "en": "finish stop cease halt discontinue abandon interrupt",
        },
    ),
    (
        {"fr": "naître né née naquit naissance natif", "en": "born birth"},
        {"fr": "mourir mort morte mourut décéder décès", "en": "die died dead death"},
    ),
    (
        {
            "fr": "augmenter augmentation hausse hausser monter montée grimper progresser progression bondir croître",
            "en": "rise rose risen increase grow grew grown growth climb jump surge soar",
        },
        {
            "fr": "baisser baisse chuter chute diminuer diminution reculer recul tomber plonger",
            "en": "fall fell fallen drop decrease decline shrink shrank plunge",
        },
    ),
    (
        {"fr": "embaucher embauche recruter recrutement", "en": "hire hiring recruit recruitment"},
        {"fr": "licencier licenciement", "en": "dismiss dismissal fired sacked layoff"},
    ),
    (
        {
            "fr": "accepter acceptation approuver approbation adopter adoption autoriser autorisation valider",
            "en": "accept acceptance approve approval adopt adoption authorise authorize allow legalise legalize",
        },
        {
            "fr": "refuser refus rejeter rejet interdire interdit interdiction",
            "en": "refuse refusal reject rejection forbid forbade forbidden ban banned prohibit",
        },
    ),
    (
        {"fr": "acquitter acquittement relaxer relaxe innocenter", "en": "acquit acquitted acquittal exonerate"},
        {"fr": "condamner condamnation", "en": "convict conviction"},
    ),
    (
        {"fr": "construire construit construction bâtir ériger édifier", "en": "build built erect"},
        {
            "fr": "détruire détruit destruction démolir démolition raser",
            "en": "destroy destruction demolish demolition raze",
        },
    ),
    (
        {"fr": "épouser marier mariage", "en": "marry married wedding marriage"},
        {"fr": "divorcer divorce", "en": "divorce"},
    ),
    (
        {"fr": "emprisonner incarcérer incarcération écrouer", "en": "jail imprison imprisonment incarcerate"},
        {"fr": "libérer libération", "en": "freed freeing"},
    ),
    (
        {"fr": "soutenir soutien défendre", "en": "support defend"},
        {"fr": "opposer opposition critiquer dénoncer", "en": "oppose opposition criticise criticize denounce"},
    ),
)
"""Events of which one is not the other, by language. What one says of the other side alone (bought and sold, won and
lost) is no contrary: the same sentence answers both."""
_STOPPAGE: Final = re.compile(
    r"\b(?:stop(?:s|ped|ping)? work(?:ing)?|down(?:s|ed|ing)? tools|ces\w+ (?:le|tout|leur) travail"
    r"|arrêt\w* (?:de|le) travail"
    r"|cessation du travail)\b(?! (?:on|sur) (?:an?|the|its|their|his|her|this|that|la|les?|une?|sa|son|ses|leur)\b)",
    re.IGNORECASE,
)
_DENIED: Final = {
    "fr": frozenset("pas jamais aucun aucune sans ni non".split()),
    "en": frozenset("not never no none without nor".split()),
}


def tells_the_contrary(question: str, asked_in: str, sentence: str, around: Iterable[str], lang: str) -> bool:
    """Whether ``question``, asked in ``asked_in``, asks of an event whose contrary the answering ``sentence`` tells,
    while the sentences ``around`` it, all in ``lang``, say nothing of the event itself, or deny it. Where the question
    or the answering sentence denies something, that is left to be read."""
    if _denies(question, asked_in) or _denies(sentence, lang):
        return False
    sentence = without_stoppages(sentence)
    asked, told = frozenset(stems(question, asked_in)), frozenset(stems(sentence, lang))
    said = frozenset(stem for one in (sentence, *around) if not _denies(one, lang) for stem in stems(one, lang))
    return any(
        asked & _stems(place, side, asked_in)
        and not asked & _stems(place, 1 - side, asked_in)
        and told & _stems(place, 1 - side, lang)
        and not said & _stems(place, side, lang)
        for place in range(len(CONTRARIES))
        for side in (0, 1)
    )


def without_stoppages(text: str) -> str:
    """``text`` without the words that say that people stopped work: with that a strike begins."""
    return _STOPPAGE.sub(" ", text)


def _denies(text: str, lang: str) -> bool:
    words = {fold(match.group()) for match in WORD.finditer(text)}
    return bool(words & _DENIED.get(lang, frozenset())) or "n't" in text.replace("’", "'")


@cache
def _stems(place: int, side: int, lang: str) -> frozenset[str]:
    words = CONTRARIES[place][side].get(lang, "").split()
    return frozenset(stem_of(form, lang) for word in words for form in forms_of(fold(word), lang))


def forms_of(word: str, lang: str) -> Iterator[str]:
    """A word, and what stemming parts from a French infinitive: its participles, of which accents were folded."""
    yield word
    if lang == "fr" and word.endswith("er"):
        yield from (word[:-2] + ending for ending in ("e", "ee", "es", "ees", "a", "ait", "ent"))
