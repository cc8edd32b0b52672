"""Whose death, birth or departure a sentence tells: « Elle succède à Ada Lund, qui se retire » tells that of Lund, and
« Son fondateur y mourut » that of nobody whom another sentence names."""

from __future__ import annotations

import re
from typing import Final

from index.judging.objections.other_deed.deeds import deeds_in, numbers_of
from index.question.expectation import Expectation, meets
from index.terms.known_words import is_known
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import WORD, fold

OF_ONE: Final = frozenset("mourir naître démissionner enterrer".split())
"""The first words of deeds that somebody does alone."""
_NAME: Final = re.compile(
    r"\b[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: (?:(?:de|du|la|le|van|von|al|el) )*[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])+"
)
_ONE_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w-]*[a-zà-ÿ]{2}\b")
_SUBJECT: Final = re.compile(r"\b(?:il|elle|ils|elles|he|she|they|who(?:m|se)? (?:he|she))\b", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"\W*(?:(?:le|la|son|sa|cet?|cette|the|his|her|its) |l['’])", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W_]+")


def deeds_of_one(asked: frozenset[int]) -> frozenset[int]:
    """Those of the deeds ``asked`` about that somebody does alone."""
    return asked & numbers_of(OF_ONE)


def is_of_another(asked: frozenset[int], sentence: str, before: str, lang: str, name: frozenset[str]) -> bool:
    """Whether ``sentence``, in ``lang``, tells a deed ``asked`` about of somebody else than whoever goes by the words
    of ``name`` (folded): it names another before it, or nobody, and the sentence ``before`` names another."""
    if not name.isdisjoint(_said(sentence)):
        return False
    at = _place_of(asked, sentence, lang)
    if at is None:
        return False
    named = _last_named(sentence[:at])
    if named is not None:
        return not _SUBJECT.search(sentence, named, at)
    return name.isdisjoint(_said(before)) and _NAME.search(before) is not None


def may_be_of(asked: frozenset[int], sentence: str, before: str, lang: str, name: frozenset[str]) -> bool:
    """Whether ``sentence`` may tell a deed ``asked`` about of whoever goes by ``name``: it, or the one ``before``,
    names them, or a word stands for somebody there; arguments as of :func:`is_of_another`."""
    at = _place_of(asked, sentence, lang)
    if at is None and asked.isdisjoint(deeds_in(sentence, lang)):
        return False
    if not name.isdisjoint(_said(f"{before} {sentence}")):
        return True
    stands_for = _SUBJECT.search(sentence, 0, at or len(sentence)) or _DEFINITE.match(sentence)
    return stands_for is not None and not is_of_another(asked, sentence, before, lang, name)


def _last_named(text: str) -> int | None:
    """Where the last name in ``text`` ends: of two words, or of one that is no word of either language."""
    ends = [found.end() for found in _NAME.finditer(text)]
    ends += [found.end() for found in _ONE_NAME.finditer(text) if not _is_word(fold(found[0]))]
    return max(ends, default=None)


def _is_word(word: str) -> bool:
    return is_known(word) or any(word in its for its in STOP_WORDS.values()) or meets(word, Expectation.DATE)


def _place_of(asked: frozenset[int], sentence: str, lang: str) -> int | None:
    """Where the first word of ``sentence`` stands that tells a deed ``asked`` about; None where none does."""
    return next(
        (word.start() for word in WORD.finditer(sentence) if not asked.isdisjoint(deeds_in(word[0], lang))), None
    )


def _said(text: str) -> frozenset[str]:
    return frozenset(map(fold, _WORDS.findall(text)))
