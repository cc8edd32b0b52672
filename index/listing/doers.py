"""Whether somebody does a thing or it befalls them: who founded another firm was not founded then."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from index.dates.finder import find_time_expressions
from index.events.acts import places_of_acts
from index.events.languages.action import Action
from index.talk.small_talk import MONTHS_AND_DAYS
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import fold

_BEFALLS: Final = re.compile(r"\b(?:was|were|been|being|is|are|got|est|sont|fut|furent|ete|etait|etaient)\b")
_ON_ANOTHER: Final = re.compile(
    r"\s+(?:(?:the|a|an|its|their|his|her|le|la|les|un|une|des|du|son|sa|ses|leur|leurs)\s|l['’]|[A-ZÀ-Þ])"
)
_CAPITALISED: Final = re.compile(r"[A-ZÀ-Þ][\w-]*")
_PRONOUN: Final = re.compile(r"\b(?:it|they|he|she|il|elle|ils|elles)\b")
_PIECE: Final = re.compile(r"[.;:!?]|,\s")
_ANY_DAY: Final = "2020-01-01"
"""What dates are told from is of no account where it only matters where they stand."""
_FEW: Final = 4
"""Words between a name and what it does."""
_NEAR: Final = 6
"""Words between a name and what befalls it."""
_OF_ITSELF: Final = frozenset({Action.CLOSE, Action.LEAVE})
"""What one does to what is one's own: who ends their activities has ended."""


def does_to_another(name: str, acts: frozenset[Action], sentence: str, lang: str) -> bool:
    """Whether in ``sentence`` the one of this ``name`` does one of ``acts`` to something else."""
    acts = acts - _OF_ITSELF
    for start, end in places_of_acts(sentence, lang, acts):
        before = _PIECE.split(sentence[:start])[-1]
        at = fold(before).rfind(fold(name))
        if at < 0:
            continue
        between = fold(before)[at + len(fold(name)) :]
        if len(between.split()) <= _FEW and not _BEFALLS.search(between) and _is_on_another(sentence, end, lang):
            return True
    return False


def _is_on_another(sentence: str, at: int, lang: str) -> bool:
    """Whether what is done is done to what stands ``at`` that place, which a date is not (« a ouvert le 8 juin »)."""
    thing = _ON_ANOTHER.match(sentence, at)
    if thing is None:
        return False
    dates = find_time_expressions(sentence, lang, _ANY_DAY)
    return not any(date.start <= thing.end() < date.end for date in dates)


def who_does(names: Set[str], acts: Set[Action], sentence: str, lang: str) -> float:
    """Who does one of ``acts`` in ``sentence``: 1 where one of the folded ``names`` stands before it, -1 where only
    somebody else does, 0 where nobody does or that is left to a pronoun."""
    said = 0.0
    for start, _ in places_of_acts(sentence, lang, acts) if names else ():
        before = _PIECE.split(sentence[:start])[-1]
        if any(name in fold(before) for name in names):
            return 1.0
        others = [name for name in _CAPITALISED.finditer(before) if not _is_ordinary(fold(name[0]), lang)]
        if others and not _PRONOUN.search(fold(before), others[-1].end()):
            said = -1.0
    return said


def _is_ordinary(word: str, lang: str) -> bool:
    return word in STOP_WORDS[lang] or word in MONTHS_AND_DAYS


def befalls(name: str, acts: frozenset[Action], sentence: str, lang: str) -> bool:
    """Whether in ``sentence`` one of ``acts`` is said close to the ``name``, before it or behind, and it is not what
    that one does to something else."""
    if does_to_another(name, acts, sentence, lang):
        return False
    for start, end in places_of_acts(sentence, lang, acts):
        before, behind = fold(_PIECE.split(sentence[:start])[-1]), fold(_PIECE.split(sentence[end:])[0])
        (_, named, then), (first, named_behind, _) = before.rpartition(fold(name)), behind.partition(fold(name))
        if (named and len(then.split()) <= _NEAR) or (named_behind and len(first.split()) <= _NEAR):
            return True
    return False
