"""Two people of one family name: whom a text means by it, alone or behind another given name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from index.entities.headwords import things
from index.entities.names import ARTICLES, folded, name_words
from index.terms.common_words import common_words
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import stems

TITLES: Final = (
    r"(?:Mmes?|Mlle|Mr|Mrs|Ms|Dr|Me|Madame|Monsieur|Maître|Docteur|Professeur|Président|Présidente|Sir|Lady|Lord|Dame"
    r"|Captain|President|Mayor|Minister|Professor|Judge|Prefect|Sister|Father|Doctor|Chancellor|Senator|Sergeant|Colonel"
    r"|General|Bishop|Chief) "
)
"""What stands before a surname: « Mme », "Mayor"."""
_MOST_WORDS: Final = 3
_SHORTEST: Final = 3
_GIVEN: Final = rf"\b(?!{TITLES})([A-ZÀ-ÖØ-ÞŒ][\w'’]*[a-zà-ÿ](?:-[A-ZÀ-ÖØ-ÞŒ][\w]+)?) "
_LANGS: Final = ("fr", "en")
_NO_GIVEN: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow lundi mardi mercredi jeudi "
    "vendredi samedi dimanche hier aujourd'hui demain january february march april may june july august september "
    "october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "maire prefet prefete directeur directrice capitaine senateur senatrice depute deputee ministre coach director "
    "warden deputy governor detective inspector officer pastor reverend saint sainte etat states".split()
)
"""What begins with a capital before a surname and is no given name, though rare as a word."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who bears a ``family`` name in an article: ``own`` are where it names in full the one who is meant, ``others``
    where somebody else."""

    family: str
    own: tuple[int, ...]
    others: tuple[int, ...]

    def is_not_whose(self, written: str, text: str, start: int) -> bool:
        """Whether ``written``, a short form at ``start`` of ``text``, is the family name of another, or not surely that
        of whom is meant: alone, it is whose who was named in full last."""
        if written != self.family:
            return False
        if _is_behind_given_name(text, start):
            return True
        last_own = max((at for at in self.own if at < start), default=None)
        last_other = max((at for at in self.others if at < start), default=None)
        if last_own is None or last_other is None:
            return bool(self.others) and last_own is None
        return last_own < last_other


def bearers(whole: str, text: str, title: str = "") -> Bearers | None:
    """Those in ``text``, under ``title``, who bear the family name of ``whole``; what is named before the text is
    before 0. None where ``whole`` is not written as somebody's name is."""
    words = [match[0] for match in name_words(whole)]
    if not 2 <= len(words) <= _MOST_WORDS or not all(word[0].isupper() for word in words):
        return None
    family = words[-1]
    given = {folded(word) for word in words[:-1]}
    own: list[int] = []
    others: list[int] = []
    for source, offset in ((title, -len(title) - 1), (text, 0)):
        for name, at in _in_full(family, source):
            if folded(name) in given:
                own.append(offset + at)
            elif _is_given(name, text):
                others.append(offset + at)
    return Bearers(family, tuple(own), tuple(others))


def _is_behind_given_name(text: str, start: int) -> bool:
    """Whether a given name, and no other word, stands right before the family name at ``start``."""
    before = re.compile(_GIVEN + r"\Z").search(text, max(0, start - 32), start)
    return before is not None and _is_given(before[1], text)


def _in_full(family: str, text: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(_GIVEN + rf"{re.escape(family)}\b(?!-\w)", text):
        yield match[1], match.start()


def _is_given(word: str, text: str) -> bool:
    """Whether ``word``, in capitals before a family name, can only be a given name: neither a word of either language,
    nor one that ``text`` writes without capitals, nor what a named thing is."""
    key = folded(word)
    if len(word) < _SHORTEST or key in ARTICLES | _NO_GIVEN or any(key in STOP_WORDS[lang] for lang in _LANGS):
        return False
    if any(key in things(lang) for lang in _LANGS) or re.search(rf"\b{re.escape(word.lower())}\b", text):
        return False
    return not any(stem in common_words(lang) for lang in _LANGS for stem in stems(word, lang))
