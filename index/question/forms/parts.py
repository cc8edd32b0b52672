"""A question that asks several things at once: « Qui l'a fondé et quand ? », "How much, and who paid?".

A part begins where another question word follows "and" or a comma. What asks only with a word or two ("When and where
was it founded?") is given the words it shares with the part after it; what lacks something of the part before it is
read as what follows that (:mod:`index.follow_ups.following`). Two things asked of one by their nouns (« le prix et la
durée de l'abonnement », "the date and the price of the sale") are two parts, too.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from index.terms.letters import plain
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import QUESTION_WORDS, STEMMERS, fold

MOST: Final = 3
_ALONE: Final = 4
"""Words of a part that only asks, at most."""
_BEFORE_WH: Final = (
    r"(?:(?:a|de|d'|en|par|pour|chez|dans|sur|avec|contre|depuis|to|in|on|at|by|from|for|of|with|since|until)\s?)?"
)
_WH: Final = (
    r"(?:qui|quand|où|comment|combien|pourquoi|quel(?:le)?s?|lequel|laquelle|qu'est-ce que?|qu'est-ce qui"
    r"|who|whom|whose|what|when|where|why|how|which)"
)
_HEAD: Final = rf"{_BEFORE_WH}{_WH}(?!\w)"
_CUT: Final = re.compile(
    rf"(?:\s?[,;]\s(?:(?:et|and|puis|then|ainsi que|as well as)\s)?|\s(?:et|and|puis|and also|and then)\s"
    rf"|\?\s(?:(?:et|and)\s)?)(?={_HEAD})"
)
_QUESTION_WORDS: Final = re.compile(
    rf"{_BEFORE_WH}(?:combien de temps|how (?:much|many|long|old|big|far|often)|quel(?:le)?s? \w+|{_WH})(?!\w)\s?"
)
_ENDS_ASKING: Final = re.compile(rf"\s{_HEAD}\Z")
_ASKED: Final = (
    r"prix|cout|tarif|montant|date|jour|annee|heure|horaires?|duree|lieu|adresse|endroit|nom|titre|nombre|age|taille"
    r"|hauteur|longueur|largeur|surface|superficie|poids|capacite|valeur|population|part|taux|budget|chiffre d'affaires"
    r"|benefice|perte|raisons?|causes?|motifs?|but|objectif|auteurs?|fondat(?:eurs?|rices?)|patron(?:ne)?"
    r"|direct(?:eur|rice)|president(?:e)?|siege|origine"
    r"|price|cost|fee|amount|day|year|time|hours|duration|length|place|location|address|name|title|number|age|size"
    r"|height|width|area|weight|capacity|value|share|rate|revenue|profit|loss|reasons?|purpose|aim|authors?"
    r"|founders?|boss|head|director|chair(?:man|woman)?|headquarters|origin"
)
"""What is asked of something by its noun, in plain small letters."""
_ARTICLE: Final = r"(?:(?:le|la|les|the)\s|l')"
_BY_NOUNS: Final = re.compile(
    r"(?P<lead>(?:.*?\b(?:est|sont|etait|etaient|fut|furent|donne(?:r|z)?(?:-moi)?"
    r"|is|are|was|were|give me|tell me)\s)?)"
    rf"(?P<one>{_ARTICLE}(?:{_ASKED}))\s(?:et|and|ainsi que|as well as)\s(?P<other>{_ARTICLE}?(?:{_ASKED}))\s"
    rf"(?=(?:de|du|des|of)\s|d')(?P<of>.+)"
)
_WORD: Final = re.compile(r"[^\W_]+")
_ENDS: Final = " \t?!.,;"


def parts_of(question: str) -> tuple[str, ...]:
    """The parts of ``question``, in order, each one asking one thing; the question itself where it asks only one."""
    by_nouns = _BY_NOUNS.fullmatch(plain(question))
    if by_nouns is not None:
        lead, one, other, of = (question[slice(*by_nouns.span(name))] for name in ("lead", "one", "other", "of"))
        return tuple(f"{lead}{noun} {of}" for noun in (one, other))
    asked = _with_accent_of_where(question)
    cuts = [found.span() for found in _CUT.finditer(asked)]
    spans = [(0, 0), *cuts, (len(question), len(question))]
    parts = [question[before[1] : after[0]].strip(_ENDS) for before, after in pairwise(spans)]
    if not 1 < len(parts) <= MOST or not re.search(_HEAD, _with_accent_of_where(parts[0])):
        return (question,)
    if any(len(part.split()) > _ALONE and _ENDS_ASKING.search(_with_accent_of_where(part)) for part in parts):
        return (question,)  # "explain when and why it closed"
    shared = next((part for part in reversed(parts) if not _only_asks(part)), None)
    if shared is None:
        return (question,)
    whole = []
    told = False
    for part in parts:
        told = told or not _only_asks(part)
        whole.append(part if told else f"{part} {_without_question_words(shared)}")
    return tuple(f"{part}{_mark(question)}" for part in whole)


def _only_asks(part: str) -> bool:
    """Whether nothing is said but what is asked with."""
    said = _without_question_words(part)
    return not [word for word in _WORD.findall(said) if not _is_empty(word)]


def _without_question_words(part: str) -> str:
    asking = _QUESTION_WORDS.match(_with_accent_of_where(part))
    return part[asking.end() if asking else 0 :]


def _with_accent_of_where(text: str) -> str:
    """``text`` in plain small letters, « où » (where) told from « ou » (or)."""
    flat = plain(text)
    return re.sub(r"\bou\b", lambda found: text[found.start() : found.end()].lower(), flat)


def _mark(question: str) -> str:
    return " ?" if question.rstrip().endswith((" ?", "\u00a0?", "\u202f?")) else "?"


def _is_empty(word: str) -> bool:
    folded = fold(word)
    return any(folded in STOP_WORDS[lang] or folded in QUESTION_WORDS[lang] for lang in STEMMERS)
