"""What kind of answer a question expects (a sum, a duration, a date, a figure, a name), and whether a sentence has one.

Both sides are patterns over folded text, French and English: a question that expects nothing in particular is
content with any sentence.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from index.terms.tokens import fold


class Expectation(StrEnum):
    """The kind of answer a question asks for."""

    DATE = "date"
    MONEY = "money"
    DURATION = "duration"
    FIGURE = "figure"
    NAME = "name"
    ANYTHING = "anything"


_MONTHS: Final = (
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
_DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:er)? )?(?:{_MONTHS})\b(?: \d{{1,2}}\b,?)?(?: \d{{4}}\b)?|\b(?:1[5-9]|20)\d\d\b(?![.,]\d)"
)
_FIGURE: Final = re.compile(r"\d|\b(?:millions?|milliards?|billions?|douzaines?|dozens?|moitie|half|tiers|thirds?)\b")
_SOME: Final = (
    r"(?:\d[\d.,\s]*|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|quelques|plusieurs|one|two|three"
    r"|four|five|seven|eight|nine|ten|twenty|several|a few|douze|trente|quarante|cinquante|soixante|twelve|fifteen"
    r"|thirty|forty|fifty|sixty) ?"
)
_MONEY: Final = re.compile(
    r"[$€£]|\b(?:dollars?|euros?|livres? sterling|pounds?|francs?|usd|eur|gbp|gratuit\w*|for free|free of charge)\b"
)
_DURATION: Final = re.compile(
    rf"\b{_SOME}(?:ans?|annees?|mois|semaines?|jours?|heures?|h|minutes?|secondes?|years?|months?|weeks?|days?|hours?|seconds?"
    r"|decennies?|decades?|siecles?|century|centuries)\b"
)
_NAME: Final = re.compile(r"(?<=[\w,;:(’'-] )(?<![.!?…] )[A-ZÀ-Þ][\w’-]+|[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+")
"""A capitalised word inside a sentence, or two in a row anywhere: who did something may be a company too."""

# The first pattern that is found names the expectation: "depuis combien de temps" is a figure, not a date.
_PAYING: Final = (
    r"pay\w*|paid|cout\w*|cost\w*|vaut|valent|valait|vend\w*|achet\w*|rachet\w*|depens\w*|debours\w*|investi\w*|vers\w*"
    r"|factur\w*|touch\w*|empoch\w*|spen[dt]\w*|charg\w*|worth|shell\w*|fork\w*|fined?|bought|buy|sold|sell|invest\w*"
)
_SUM: Final = "prix|montant|cout|tarif|amende|rancon|budget|salaire|price|cost|fee|fine|ransom|salary"
COUNTED_BEHIND: Final = (
    r"\b(?:combien|combian|cb) (?!de |d')[^,;?]{2,60}?\b(?:vend|achet|rachet|livr|fabriqu|produi|ouv|ferm|embauch"
    r"|recrut|licenci)\w* (?:deja )?(?:de |d')"
    r"(?!(?:plus|moins|abord|affilee|suite|argent|euros|dollars|millions|milliards|francs|livres|temps|jours|mois)\b)"
)
"""What makes a number of things, and no sum, of « combien a-t-il vendu de montres »."""
_ASKED: Final = (
    (Expectation.FIGURE, re.compile(COUNTED_BEHIND)),
    (
        Expectation.MONEY,
        re.compile(
            rf"\b(?:combien|combian|cb|how much)\b(?! (?:de|d)\b)(?:(?!combien|how much).){{0,80}}?\b(?:{_PAYING})\b"
            rf"|\b(?:{_PAYING}) (?:combien|cb|how much)\b|\b(?:c'est|c|is it|it's) (?:combien|cb|how much)\b"
            r"|\bcombien (?:de |d)(?:dollars|euros|argent|millions|milliards)\b"
            r"|\bwhat (?:(?:did|does|do|will|would|has|have|had) (?:(?!what)[^?.,;]){1,60} )"
            r"(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\ba )(?<!\bof )"
            r"(?:pay|paid|cost|spend|spent|fetch|sell for|shell out|fork out)\b(?! attention)"
            r"|\bqu'(?:a|ont|avait|avaient)(?:-t-\w+)? (?:paye|debourse|depense|coute)\b"
            r"|^(?:(?:what|quel) )?(?:prix|tarifs?|cout|price|cost)s? (?!(?:of|nobel|goncourt|litterai\w+"
            r"|special|remport"
            r"|decern|attribu|war|fix|control|overrun|cut|sav)\w*)(?=\w)"
            r"|\b(?:prix|price|tarif|cost) (?:at|when|a la|au|a sa|a son|a l'|en|in) "
            rf"|\b(?:{_SUM}|price tag)(?: (?:de|du|des|d|of|for|paye\w*|paid)\b|$| ?\?)"
            r"|\b(?:quel(?:le)?s?|what|which)(?: (?:est|etait|fut|is|was))?(?: (?:le|la|the))? "
            rf"(?:{_SUM}|somme|amount|sum)\b"
        ),
    ),
    (
        Expectation.DURATION,
        re.compile(
            r"\b(?:combien de temps|combien d'annees|combien de (?:jours|mois|semaines|heures)|how long|how many"
            r" (?:years|months|weeks|days|hours)|quelle duree|duree de)\b"
        ),
    ),
    (
        Expectation.FIGURE,
        re.compile(
            r"\b(?:combien|combian|cb|how (?:much|many|long|big|large|old|often)|quel(?:le)?s? "
            r"(?:est le |est la |etait le |etait la |fut le |sont les )?(?:montant|prix|somme|nombre|pourcentage|part|"
            r"proportion|budget|cout|chiffre|amende|rancon|taux|tarif|duree|valeur|effectif|remise|score|age)"
            r"|(?:what|which) (?:is the |was the |were the )?(?:price|amount|sum|number|percentage|share|proportion|"
            r"budget|cost|figure|fine|ransom|rate|value|score|size|discount|fee)s?"
            r"|(?:latest|last|current|newest|most recent|derniere?s?|actuel(?:le|s|les)?) (?:\w+ )?"
            r"(?:counts?|census|figures?|number|total|tally|comptage|recensement|decompte|chiffres?|nombre|effectif)"
            r"|(?:comptage|recensement|decompte|chiffre|nombre|effectif) (?:\w+ ){0,2}(?:actuel|le plus recent)"
            r"|(?:prix|montant|cout|cost|price|tarif|amende|rancon) (?:de|du|des|d|of|for|paye\w*)"
            r"|(?<![\w'] )(?<![\w]')(?:effectifs?|headcount|population|superficie) (?:de|du|des|d|of|at|in)"
            r"|cout\w*|cost(?:s|ed)?|(?:amende|fine|peine|sanction)s? (?:max\w*|mini\w*|encourue?s?)"
            r"|(?:max\w*|highest|biggest) (?:\w+ )?(?:fine|penalty|sentence))\b"
        ),
    ),
    (
        Expectation.DATE,
        re.compile(
            r"\b(?:quand|when|(?:quelle|quel|which|what) (?:annee|date|jour|mois|year|day|month)|en quelle annee"
            r"|(?:la |the )?date (?:de|du|d|of))\b"
        ),
    ),
    (
        Expectation.NAME,
        re.compile(
            r"(?<!ce )(?<!est-ce )(?<!'est )\b(?:qui (?:est|etait|a|dirige|dirigeait|fonde|fut|sera|etaient|sont)"
            r"|(?:a|par|avec|de) qui|who|whom|whose"
            r"|(?:quel|quelle|which) (?:patron|patronne|medecin|chirurgien|chirurgienne|dirigeant|dirigeante|pdg"
            r"|directeur|directrice|fondateur|fondatrice|homme|femme|ceo|surgeon|executive|boss|founder|doctor|chief)"
            r"|(?:pdg|ceo|boss|patron|fondateurs?|founders?|dirigeants?) (?:de|du|d|of|actuel))\b"
        ),
    ),
)


_BITS: Final = {
    Expectation.DATE: 1,
    Expectation.FIGURE: 2,
    Expectation.NAME: 4,
    Expectation.MONEY: 8,
    Expectation.DURATION: 16,
}


def expectation_of(question: str) -> Expectation:
    """The kind of answer ``question`` expects, in either language."""
    folded = fold(question).replace("’", "'")
    return next((kind for kind, asked in _ASKED if asked.search(folded)), Expectation.ANYTHING)


_HOW_MUCH: Final = re.compile(
    r"\bhow (?!(?:did|does|do|has|have|had|can|could|to|come|is|was|are|were|will|would|should|and|not)\b)\w+"
)
_FIGURES: Final = frozenset({Expectation.FIGURE, Expectation.MONEY, Expectation.DURATION, Expectation.DATE})


def wants_figure(question: str) -> bool:
    """Whether ``question`` asks for a figure or a date, which two articles may give differently."""
    return expectation_of(question) in _FIGURES or _HOW_MUCH.search(fold(question)) is not None


def kinds_held(sentence: str) -> int:
    """The kinds of answer ``sentence`` holds, as bits: see :func:`bit_of`."""
    return sum(bit for kind, bit in _BITS.items() if meets(sentence, kind))


def bit_of(expectation: Expectation) -> int:
    """The bit that stands for a kind of answer; none for anything."""
    return _BITS.get(expectation, 0)


def meets(sentence: str, expectation: Expectation) -> bool:
    """Whether ``sentence`` holds what is expected; figures that are part of a date are no figures."""
    if expectation is Expectation.DATE:
        return _DATE.search(fold(sentence)) is not None
    if expectation is Expectation.MONEY:
        return _MONEY.search(fold(sentence)) is not None
    if expectation is Expectation.DURATION:
        return _DURATION.search(fold(sentence)) is not None
    if expectation is Expectation.FIGURE:
        return _FIGURE.search(_DATE.sub(" ", fold(sentence))) is not None
    return expectation is not Expectation.NAME or _NAME.search(sentence) is not None
