"""Ordinals in figures and in words as one: « la 2e tranche », « la seconde tranche » and "the 2nd stage" find each
other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "fr": (
        ("premier", "première"),
        ("deuxième", "second", "seconde"),
        ("troisième",),
        ("quatrième",),
        ("cinquième",),
        ("sixième",),
        ("septième",),
        ("huitième",),
        ("neuvième",),
        ("dixième",),
        ("onzième",),
        ("douzième",),
    ),
    "en": (
        ("first",),
        ("second",),
        ("third",),
        ("fourth",),
        ("fifth",),
        ("sixth",),
        ("seventh",),
        ("eighth",),
        ("ninth",),
        ("tenth",),
        ("eleventh",),
        ("twelfth",),
    ),
}
"""By language, from the first on."""
_ACCENTS: Final = str.maketrans("èé", "ee")
_NUMBERS: Final = {
    form: number
    for its in _WORDS.values()
    for number, words in enumerate(its, start=1)
    for word in words
    for form in (word, word.translate(_ACCENTS))
}
_ENDING: Final = r"(?:i?[èe]mes?|[èe]re?s?|ers?|res?|nde?s?|es?|st|rd|th)"
_MONTH: Final = (
    r"(?:janv|févr?|fevr?|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|jan|feb|mar|apr|may|june?|july?|aug|dec)"
)
_IN_FIGURES: Final = re.compile(
    rf"(?<![\w.,])(?P<number>1[0-2]|[1-9]){_ENDING}\b(?!\s(?:of\s)?{_MONTH})", re.IGNORECASE
)
_LONGEST_FIRST: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_IN_WORDS: Final = re.compile(rf"(?<![\w-])(?:{_LONGEST_FIRST})(?![\w-])", re.IGNORECASE)
_DAY: Final = re.compile(rf"\b{_MONTH}\w*\.?\s\Z", re.IGNORECASE)


def ordinals_as_words(text: str, lang: str) -> str:
    """``text`` with the word of ``lang`` in the place of each ordinal in figures that is no day of a month."""
    words = _WORDS.get(lang)
    if words is None:
        return text
    return _IN_FIGURES.sub(lambda found: found[0] if _is_day(found) else words[int(found["number"]) - 1][0], text)


def also_written(word: str, lang: str) -> tuple[str, ...]:
    """The other words, in ``lang``, of the ordinal that ``word``, in any language, is, and from the second on its
    figure, last; none for another word."""
    number = _NUMBERS.get(word)
    if number is None or lang not in _WORDS:
        return ()
    others = tuple(one for one in _WORDS[lang][number - 1] if one.translate(_ACCENTS) != word)
    return (*others, str(number)) if number > 1 else others


def with_ordinals_as_told(question: str, asked_in: str, told: str, lang: str) -> str:
    """``question``, asked in ``asked_in``, with each ordinal that ``told``, in ``lang``, writes otherwise written so;
    in the word of its own language, where the two are not the same."""
    if _IN_FIGURES.search(question) is None and _IN_WORDS.search(question) is None:
        return question
    writings: dict[int, list[str]] = {}
    for pattern in (_IN_FIGURES, _IN_WORDS):
        for found in pattern.finditer(told):
            if not _is_day(found):
                writings.setdefault(_number_of(found[0]), []).append(found[0].lower())

    def as_told(found: re.Match[str]) -> str:
        its = writings.get(_number_of(found[0]), [])
        if not its or found[0].lower() in its or _is_day(found):
            return found[0]
        if asked_in == lang:
            return its[0]
        return ordinals_as_words(found[0], asked_in)

    return _IN_WORDS.sub(as_told, _IN_FIGURES.sub(as_told, question))


def _number_of(written: str) -> int:
    return _NUMBERS.get(written.lower()) or int("".join(letter for letter in written if letter.isdigit()))


def _is_day(found: re.Match[str]) -> bool:
    """Whether a month stands before it: "May 2nd"."""
    return found[0][0].isdigit() and _DAY.search(found.string, 0, found.start()) is not None
