"""What a text does not tell of somebody asked for, though it is near where they are named, or is about them: what
another is named as doing, what "she" does where they are a man, and what tells of nobody in an article that only
mentions them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from index.events.languages.syntax import Syntax
from index.events.reading import Part
from index.events.topics import Standing
from index.events.whose.evidence import TakenUp
from index.passages.passage import Span


class Gender(StrEnum):
    """Which words stand for somebody."""

    HE = "he"
    SHE = "she"
    UNKNOWN = "unknown"


_HE: Final = r"\b(?:he|him|his|himself|il(?! y (?:a|avait|aura)\b| faut\b| fallait\b| faudra\b| s'agi)|celui-ci)\b"
_SHE: Final = r"\b(?:she|hers?|herself|elle(?:-même)?|celle-ci)\b"
_WORDS: Final[Mapping[Gender, re.Pattern[str]]] = {
    Gender.HE: re.compile(_HE, re.IGNORECASE),
    Gender.SHE: re.compile(_SHE, re.IGNORECASE),
}
_PERSON_SPOKEN_OF: Final = re.compile(
    r"\b(?i:the |le |la |l')(?:\w+ ){0,2}(?:\w{3,}(?:ist|iste|ian|ien|ienne|man|woman|eur|euse|trice|logue)"
    r"|writer|painter|singer|lawyer|farmer|baker|teacher|mayor|doctor|captain|keeper|founder|director|engineer|maire"
    r"|médecin|peintre|femme|retraitée?|gardienn?e?|fils|fille|chef|ministre|présidente?|patronn?e?)\b"
    r"|(?:\A|[.!?»”\"]\s+)(?:Le |La |L')[A-ZÀ-ÖØ-ÞŒ][a-zà-ÿ]+(?: [a-zà-ÿ]|,)"
)
"""Somebody by what they are: "the Dutch scientist", « Le Britannique »."""
OF_A_LIFE: Final = re.compile(
    r"\bNée? [^.;]{0,60}(?:d['’]un père|d['’]une mère|(?:fils|fille) (?:de |d['’]|du ))|\b(?:fils|fille) d['’]une? "
    r"|\bsoutenu sa thèse\b|\b(?:Born|(?:[Hh]e|[Ss]he|who) was born)"
    r" (?:in|on|at|near|to) |\b(?:grand)?(?:son|daughter) of (?:its|the|an?) |\b(?:he|she|who) (?:studied|graduated) "
)
"""What is told of people alone: "Born in", « fille d'un cheminot », "she studied"."""
_OF_THING: Final = re.compile(r"Its? ")
_OTHER: Final = {Gender.HE: Gender.SHE, Gender.SHE: Gender.HE}


def is_of_other_gender(gender: Gender, plain: str, span: Span) -> bool:
    """Whether the words of ``plain[span]`` are those for a woman, and none those for a man, or the other way round,
    where somebody is of that ``gender``."""
    other = _OTHER.get(gender)
    return other is not None and bool(_WORDS[other].search(plain, *span)) and not _WORDS[gender].search(plain, *span)


def is_of_another(key: str, part: Part, standing: Standing, plain: str, sentence: Span, syntax: Syntax) -> bool:
    """Whether what ``part`` of the ``sentence`` tells is not told of somebody, ``key``, whom it neither names nor has a
    word for: it goes on about a thing, another of the family or, unless the title names ``key``, any other name is its
    subject, or the article, by their ``standing``, only mentions them."""
    found = (words.lastgroup for words in syntax.taken_up.finditer(plain, *sentence))
    if TakenUp.ONE in {TakenUp(one) for one in found if one}:
        return False
    others = {name.key for name in part.names if name.key != key}
    subjects = [one.key for one in part.subject if one.key in others]
    if _OF_THING.match(plain, sentence[0]) or any(one.split()[-1] == key.split()[-1] for one in subjects):
        return True
    if standing.in_title or _PERSON_SPOKEN_OF.search(plain, *sentence):
        return False
    return bool(subjects) or not standing.in_first_paragraph
