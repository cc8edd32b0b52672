"""Who shares a short form of a name, somebody of that family or a firm: whom a text means by it, alone or behind
another given name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from index.entities.book.names import ARTICLES, folded, name_words
from index.entities.headwords import things
from index.terms.common_words import is_common_word
from index.terms.stop_words import STOP_WORDS

TITLES: Final = (
    r"(?:Mmes?|Mlle|Mr|Mrs|Ms|Dr|Me|Madame|Monsieur|Maître|Docteur|Professeur|Président|Présidente|Sir|Lady|Lord|Dame"
    r"|Captain|President|Mayor|Minister|Professor|Judge|Prefect|Sister|Father|Doctor|Chancellor|Senator|Sergeant|Colonel"
    r"|General|Bishop|Chief) "
)
"""What stands before a surname: « Mme », "Mayor"."""
_PARTICLES: Final = frozenset("le la les de du des van von der den ten ter di da dos del della el mac saint".split())
"""Words that begin a family name: « Le Braz », "Van Assche"."""
_LOWER_PARTICLES: Final = frozenset("van von der den ten ter di da dos del della".split())
"""Those that do so without a capital, too."""
_MOST_PARTS: Final = 3
_SHORTEST: Final = 3
_GIVEN: Final = rf"\b(?!{TITLES})([A-ZÀ-ÖØ-ÞŒ][\w'’]*[a-zà-ÿ](?:-[A-ZÀ-ÖØ-ÞŒ][\w]+)?) "
_OF: Final = r"(?: (?:d['’]|de |des |du |à )[a-zà-ÿ]+)?"
_LANGS: Final = ("fr", "en")
_NO_GIVEN: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow lundi mardi mercredi jeudi "
    "vendredi samedi dimanche hier aujourd'hui demain january february march april may june july august september "
    "october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "maire prefet prefete directeur directrice capitaine senateur senatrice depute deputee ministre coach director "
    "warden deputy governor detective inspector officer pastor reverend saint sainte etat states".split()
)
"""What begins with a capital before a surname and is no given name, though rare as a word."""

_GIVEN_THOUGH_WORDS: Final = frozenset(
    "aime ange amber blanche bill carole christian claire clement colin constance daisy dawn desire dominique drew "
    "faith florent frank franck grace grant guy hope iris ivy jack jasmine joy laurier lily marguerite marin mark max "
    "modeste olive olivier parfait paul pearl pierre prudence rose ruby sandy silvestre victor violette will".split()
)
"""Words of either language that, with a capital before a surname, are given names."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Who shares a ``form`` of a name in an article: ``own`` are where it names in full what is meant, ``others`` where
    somebody else of that family name; ``is_somebody`` tells that this may be what is meant, too."""

    form: str
    own: tuple[int, ...]
    others: tuple[int, ...]
    is_somebody: bool

    @property
    def is_shared(self) -> bool:
        """Whether both are named in full."""
        return bool(self.others) and bool(self.own)

    @property
    def is_only_anothers(self) -> bool:
        """Whether others alone are named in full."""
        return bool(self.others) and not self.own

    def is_anothers(self, text: str, start: int) -> bool:
        """Whether the form at ``start`` of ``text`` is that of another, or not surely that of what is meant: alone, it
        is whose who was named in full last, before any was whose who is so first; and people's before a firm's."""
        if self.others and _is_behind_given_name(text, start, of_somebody=self.is_somebody):
            return True
        if self.is_somebody and _is_behind_thing(text, start):
            return True
        if not self.others or not self.own:
            return bool(self.others)
        last_own = max((at for at in self.own if at < start), default=None)
        last_other = max((at for at in self.others if at < start), default=None)
        is_first = self.own[0] < self.others[0]
        if last_own is None and last_other is None:
            return not is_first
        if last_own is None or (not self.is_somebody and not is_first):
            return True
        return last_other is not None and last_own < last_other


def namesakes(form: str, names: Sequence[str], text: str, title: str = "") -> Namesakes:
    """Those who share ``form`` with what goes by ``names``, the first its own, in ``text`` with its ``title``, or in
    the title ``text`` of a longer one; what is named in a title is named before all else."""
    before, after = (title, text) if len(title) < len(text) else ("", text)
    behind = title if len(title) >= len(text) else ""
    sources = ((before, -len(before) - 1), (after, 0), (behind, len(after) + 1))
    family, given = _written_as_somebody(names[0])
    own: list[int] = []
    others: list[int] = []
    for source, offset in sources:
        for name, at in _in_full(form, source):
            if form == family and folded(name) in given:
                own.append(offset + at)
            elif _is_given(name, text) or (form == family and _may_be_given(name)):
                others.append(offset + at)
        if form != family:
            own += [offset + match.start() for match in _of_thing(form, tuple(names)).finditer(source)]
    if form != family and not own and names[0][0].islower():  # « l'affaire Valmier » is that of whom it is named after
        others.clear()
    return Namesakes(form, tuple(own), tuple(others), form == family)


@lru_cache(maxsize=64)
def _of_thing(form: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """What names a thing in full that ``form`` is short for, or does so by the form and what it is: « le fournil
    Roussel »."""
    longer = [re.escape(name) for name in names if len(name) > len(form)]
    said = re.escape(form)
    return re.compile(rf"(?i:{'|'.join(longer)})|\b(?:{_nouns()}){_OF} {said}\b|\b{said} (?:{_nouns()})\b")


@cache
def _nouns() -> str:
    said = sorted({noun for lang in _LANGS for noun in things(lang).values()})
    return "|".join(rf"(?i:{re.escape(noun[0])}){re.escape(noun[1:])}" for noun in said)


def name_parts(words: Sequence[str]) -> list[list[str]]:
    """The ``words`` of a name, those that begin a family name together with what follows: « Yann | Le Goff »."""
    parts: list[list[str]] = []
    is_open = False
    for place, word in enumerate(words):
        if is_open:
            parts[-1].append(word)
        else:
            parts.append([word])
        is_open = len(parts) > 1 and _is_particle(word) and place < len(words) - 1
    return parts


def _is_particle(word: str) -> bool:
    return word in _LOWER_PARTICLES or (word[0].isupper() and folded(word) in _PARTICLES)


def _written_as_somebody(whole: str) -> tuple[str | None, frozenset[str]]:
    """The family name, and the folded given ones, of ``whole``, where it is written as somebody's name is."""
    words = name_words(whole)
    parts = name_parts([word[0] for word in words])
    is_written_so = all(word[0][0].isupper() or _is_particle(word[0]) for word in words)
    if not 2 <= len(parts) <= _MOST_PARTS or not is_written_so:
        return None, frozenset()
    family = whole[words[-len(parts[-1])].start() : words[-1].end()]
    return family, frozenset(folded(word) for part in parts[:-1] for word in part)


def _is_behind_given_name(text: str, start: int, *, of_somebody: bool) -> bool:
    """Whether a given name, and no other word, stands right before the family name at ``start``."""
    before = re.compile(_GIVEN + r"\Z").search(text, max(0, start - 32), start)
    return before is not None and (_is_given(before[1], text) or (of_somebody and _may_be_given(before[1])))


def _may_be_given(word: str) -> bool:
    """Whether ``word`` is a given name beside somebody's; beside a firm's it may be the firm's founder."""
    return folded(word) in _GIVEN_THOUGH_WORDS


def _is_behind_thing(text: str, start: int) -> bool:
    """Whether what a named thing is stands right before the name at ``start``: « la fonderie de cloches Valmier »."""
    return _behind_thing().search(text, max(0, start - 40), start) is not None


@cache
def _behind_thing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_nouns()}){_OF} \Z")


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
    return not is_common_word(word)
