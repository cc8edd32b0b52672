"""The names in what somebody typed: those the base lists, those it writes with a capital, and any capitalised word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from index.entities.wording import Wording
from index.passages.passage import Span
from index.question.spelling import Spelling
from index.talk import small_talk as talk
from index.terms.common_words import common_words
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import QUESTION_WORDS, STEMMERS, fold, stems

_WORD: Final = re.compile(r"[^\W_]+(?:[-&.][^\W_]+)*")
_BETWEEN: Final = re.compile(
    r" (?:(?:de|du|des|of|for|&|von|van|der|den|el|al|bin|di|da) (?:la )?|(?:Le|La|Les|De|Du|Van|Von|Der|El"
    r"|Al) )?| (?:[dL]['’])|['’] "
)
_LETTER_OR_NUMBER: Final = re.compile(
    r" (?:[A-Z]|\d{1,2})(?=\s|$|[?,.])(?! (?:%|janvier|f|mars|avril|mai|ju|ao|sept|oct|nov|d[eé]c))"
)
_OPENS: Final = re.compile(r"(?:^|[.!?:;]\s)[\s\"«(]*\Z")
_NUMBER: Final = re.compile(r"[\d.,]+\Z")
_NEVER: Final = frozenset("je j on c q ok lol mdr svp stp merci thanks thank please hello bonjour sinon pour".split())


class Names:
    """Knows the names of some bases."""

    def __init__(self, wordings: Sequence[Wording], spellings: Sequence[Spelling]) -> None:
        self._wordings = wordings
        self._spellings = spellings

    def spans(self, text: str) -> list[Span]:
        """Where ``text`` has names, in order; words side by side are one name."""
        found: list[Span] = []
        for wording in self._wordings:
            for its in wording.finder.mentions(text):
                if not any(start < its.end and its.start < end for start, end in found):
                    found.append((its.start, its.end))
        for word in _WORD.finditer(text):
            if not any(start < word.end() and word.start() < end for start, end in found) and self._names(text, word):
                found.append(word.span())
        numbered = [
            (start, tail.end() if (tail := _LETTER_OR_NUMBER.match(text, end)) else end) for start, end in found
        ]
        return _joined(text, sorted(numbered))

    def are_kin(self, one: str, other: str) -> bool:
        """Whether a list of entities has ``one`` name above or below ``other``: whose product it is, who owns it."""
        return any(
            other_id in wording.book.family(its.entity_id) or its.entity_id in wording.book.family(other_id)
            for wording in self._wordings
            for its in wording.finder.mentions(one)
            for other_id in (found.entity_id for found in wording.finder.mentions(other))
        )

    def _names(self, text: str, word: re.Match[str]) -> bool:
        said = word[0]
        folded = fold(said)
        if folded in _NEVER or folded in talk.SMALL_WORDS or folded in talk.MONTHS_AND_DAYS or _NUMBER.match(said):
            return False
        if any(folded in STOP_WORDS[lang] or folded in QUESTION_WORDS[lang] for lang in STEMMERS):
            return False
        if said[0].isupper() and not _OPENS.search(text, 0, word.start()):
            return True
        if not any(spelling.is_name(said) for spelling in self._spellings):
            return False
        return not any(stem in common_words(lang) for lang in STEMMERS for stem in stems(said, lang))


def _joined(text: str, spans: list[Span]) -> list[Span]:
    joined = spans[:1]
    for before, span in pairwise(spans):
        if _BETWEEN.fullmatch(text, before[1], span[0]):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined
