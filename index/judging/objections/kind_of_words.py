"""Whether the very words that a reader takes for the answer can be one at all: a sum is nobody, kilometres
are no time, and nobody is asked for whom the question names."""

from __future__ import annotations

import re
from typing import Final

from index.passages.passage import Passage, Span
from index.question.expectation import Expectation, expectation_of, meets
from index.reading.reading import Reading, whole_words
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import fold

_WHO: Final = re.compile(
    r"(?:^|[,;:] )(?:(?:et|alors|and|so|mais|but) )?(?:(?:a|par|avec|de|by|to|with) )?(?:qui|whom?)\b"
)
_WHO_IS: Final = re.compile(r"\b(?:who(?:'s| is| was| are| were)|qui (?:est|etait|sont|etaient))\b")
_TAKES: Final = re.compile(
    r"\bcombien de temps\b.{0,60}\b(?:dur\w+|met\w*|pren\w+|faut|faudra)\b"
    r"|\bhow long\b.{0,60}\b(?:tak(?:e|es|en|ing)|took|last(?:s|ed)?)\b"
)
_NO_SUM: Final = re.compile(
    r"(?:^|[,;:] )(?:et |and |alors )?(?:ou|where|pourquoi|why|que devien\w+|qu'est devenue?s?|what (?:became"
    r"|happened))\b"
)
_ONLY_A_SUM: Final = re.compile(
    r"(?:(?:about|around|some|environ|pres de|nearly|en|in|on|le) )*[$£€]?\d[\d ., ]*"
    r"(?:millions?|milliards?|billion|thousand|%|per cent|pour cent|euros?|dollars?|pounds?|francs?|livres?"
    r"|d'euros|de dollars| )*[€$£]?"
)
"""A sum alone is no place, no reason, and not what became of a thing."""
_WORD: Final = re.compile(r"[^\W_]+")
_FIRST_AND_LAST: Final = re.compile(r"([A-ZÀ-Þ][\w’'-]+) ([A-ZÀ-Þ][\w’-]+)")
_ANOTHER: Final = re.compile(
    r"\b(?:after|before|replac\w+|succe(?:ed|ss)\w*|tak(?:es?|ing) over|took over|in the place of"
    r"|apres|avant|remplac\w+|succed\w+|success\w+|a la place d\w*|prend\w* la suite|repr(?:is|end)\w*)\b"
)
_SHORT: Final = 3
"""Letters, at most, of a word that may be an article or a preposition."""
_DISTANCE: Final = re.compile(r"\d ?(?:km|kilom\w+|metres?|meters?|miles?|feet|ft|yards?|m)\b")


_THINGS: Final = re.compile(
    r"\b(?:combien d(?:e |'|es |u )|how many |(?:the )?number of |(?:le )?nombre d(?:e |'|es ))(?P<thing>[\w'-]+)"
)
_MEASURES: Final = (
    r"(?:km|kilom\w+|centim\w+|cm|metres?|meters?|m|miles?|feet|foot|ft|yards?|inch(?:es)?|degres|degrees|noeuds|knots"
    r"|km/h|mph)"
)
_MEASURED: Final = re.compile(rf"\W*(?:\w+ ){{0,2}}?[\d][\d.,\s]*{_MEASURES}\W*")


def _is_measured(asked: str, said: str) -> bool:
    """Whether what is ``said`` is a length alone, where a number of things was ``asked`` for, which may be told by
    weight or as a share, but not so."""
    thing = _THINGS.search(asked)
    if thing is None or re.fullmatch(_MEASURES, thing["thing"]):
        return False
    return _MEASURED.fullmatch(said) is not None


def can_answer(question: str, words: str) -> bool:
    """Whether ``words`` may be what ``question`` asks for, as far as their kind tells."""
    asked, said = fold(question).replace("’", "'"), fold(words)
    if _TAKES.search(asked):
        return meets(words, Expectation.DURATION) or meets(words, Expectation.DATE)
    if _is_measured(asked, said):
        return False
    kind = expectation_of(question)
    if kind is Expectation.DATE:
        return meets(words, Expectation.DATE) or not (meets(words, Expectation.MONEY) or _DISTANCE.search(said))
    if kind is Expectation.NAME and _WHO.search(asked):
        is_somebody = not (meets(words, Expectation.MONEY) or _DISTANCE.search(said)) or _has_name(words)
        return is_somebody and _says_more(said, asked) and not _is_one_asked_with(words, asked)
    return not (_NO_SUM.search(asked) and _ONLY_A_SUM.fullmatch(said.strip(" .,;:()")))


def is_of_the_kind(question: str, words: str) -> bool:
    """Whether ``words`` are just what ``question`` asks for: a time for "how long", a date for "when"."""
    asked = fold(question).replace("’", "'")
    if _TAKES.search(asked):
        return meets(words, Expectation.DURATION)
    return expectation_of(question) is Expectation.DATE and meets(words, Expectation.DATE)


def _is_one_asked_with(words: str, asked: str) -> bool:
    """Whether ``words`` are a first name and a surname, with which it was ``asked`` who comes before or after
    somebody."""
    named = _FIRST_AND_LAST.fullmatch(words.strip(" ,.;:()«»\"“”'’"))
    return named is not None and fold(named[2]) in _WORD.findall(asked) and _ANOTHER.search(asked) is not None


def names_somebody_new(question: str, words: str) -> bool:
    """Whether ``words`` name nobody, or somebody whom ``question``, which asks who did something, does not; true of any
    other question."""
    asked = fold(question).replace("’", "'")
    if not _WHO.search(asked) or _WHO_IS.search(asked):
        return True
    told = [word for word in _WORD.findall(words) if word[:1].isupper() and len(word) > 1]
    if words[:1].isupper() and told and any(fold(told[0]) in its for its in STOP_WORDS.values()):
        told = told[1:]
    return not told or any(fold(word) not in _WORD.findall(asked) for word in told)


def _says_more(said: str, asked: str) -> bool:
    """Whether there is a word among those ``said``, short ones aside, that was not ``asked`` with."""
    told = {word for word in _WORD.findall(said) if len(word) > _SHORT}
    return not told or not told <= set(_WORD.findall(asked))


def words_read(passage: Passage, reading: Reading, sentence: int) -> str:
    """The words of one sentence of ``passage``, which was read, that likeliest answer."""
    found = span_read(passage, reading, sentence)
    return passage.sentence_texts()[sentence][slice(*found)] if found is not None else ""


def span_read(passage: Passage, reading: Reading, sentence: int) -> Span | None:
    """Where in one sentence of ``passage``, which was read, the words stand that likeliest answer; None without any."""
    start, end = passage.sentences[sentence]
    found = reading.answer_within(start - passage.start, end - passage.start)
    if found is None:
        return None
    first, last = whole_words(passage.text, found)
    return first + passage.start - start, last + passage.start - start


def _has_name(words: str) -> bool:
    return any(word[:1].isupper() for word in words.split())
