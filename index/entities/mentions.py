"""Where a text mentions an entity, by any of its names.

Names are compared word by word, folded for case and accents, so that « d’Amazon », "Amazon's" and "Amazon-owned"
all mention Amazon; the longest name wins (Amazon Care before Amazon), from left to right.

Capitals tell some names from words, in texts that keep them (see :func:`keeps_capitals`):

* An *acronym*, up to four capitals (FIT, MES), is found in capitals alone. A question typed without capitals may
  name it in lower case, unless that is an ordinary word (« mes », "fit") or has fewer than three letters.
* A *name that is also a word* is listed twice: ``Meta``, and ``{name: meta, ambiguous: true}``. With its capitals it
  is the name. Without, it is nothing in a text that keeps capitals, and an ambiguous mention in one that does not.
* A name listed as ambiguous alone (``{name: Watson, ambiguous: true}``), or in the same spelling as a safe name,
  needs its capitals just so and stays ambiguous. One of several words listed without capitals (« la firme »)
  needs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Final

from index.entities.book.entity import Alias, EntityBook
from index.entities.book.names import ARTICLES, WORD, folded, gap, name_key, name_words

LONGEST_ACRONYM: Final = 4
SHORTEST_IN_LOWER_CASE: Final = 3

SHORT_WORDS: Final = frozenset(
    "able acte age aide aids aise amer ange ans arts asia auto bail bain band bar bas bat bel best bien big bis bit "
    "bon bras but can car care cas chat clef cour crop data day del demi dent dot doux due dure eau elan end epic "
    "ere est etc ete eyes fact fait fast fee few fin fit fois fond fort free full gain game gel gens gros head heal "
    "help her high hit host hub ici iris jeu job joie jour juge kit lait law leur lien lieu life line live loi lot "
    "mail main mal mars mer mere met mid mien mieux mine mode mois mot mur name net new nez nom nord nurse oral pain "
    "pair part pas pays peau peer pere pet peu pied pile plan plus pose post prix puis quel rate real reel rise role "
    "rue sain sale sang saut save see sel sens shot sida site six soin soir sol sort star stat stem sud tard taux test "
    "time tip tous tout trop use vie vieux vite vrai vue war way web week well who wise word work year".split()
)
"""Words of three and four letters, besides the stop words, that an acronym could be taken for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The entity that ``text[start:end]`` names; ``others`` are those that go by the same name.

    ``ambiguous``: the words can mean something else, or another entity; to be believed only with more to go by.
    """

    entity_id: str
    start: int
    end: int
    ambiguous: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Listing:
    """One alias of one entity."""

    entity_id: str
    alias: Alias


@dataclass(frozen=True, slots=True)
class _Name:
    """Everything the book lists under the same words."""

    safe: tuple[str, ...]
    unsure: tuple[str, ...]
    gaps: tuple[frozenset[str], ...]
    """What may join each word to the next, besides a space, an apostrophe or a hyphen."""
    capitals: tuple[bool, ...]
    """Which words begin with a capital."""
    told_by_capitals: bool
    """Whether its capitals are enough to tell it from a word."""
    acronym: bool

    @property
    def needs_capitals(self) -> bool:
        return bool(self.unsure) and any(self.capitals)


@dataclass(slots=True)
class _Branch:
    """The names that begin with the same words."""

    next: dict[str, _Branch] = field(default_factory=dict)
    name: _Name | None = None


class MentionFinder:
    """Finds the names of ``book`` in texts; it does not change, and may be used from several threads."""

    def __init__(self, book: EntityBook) -> None:
        listings: dict[tuple[str, ...], list[_Listing]] = {}
        for entity in book:
            for alias in entity.names:
                listings.setdefault(name_key(alias.name), []).append(_Listing(entity.id, alias))
        self._first = _Branch()
        for key, listed in listings.items():
            if not key:
                continue  # punctuation alone
            branch = self._first
            for word in key:
                branch = branch.next.setdefault(word, _Branch())
            branch.name = _name_of(listed)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The mentions in ``text`` in order, none overlapping another.

        Give it a whole text rather than its sentences: how the text uses capitals is seen from all of it.
        """
        read = _Text(text)
        found = []
        at = 0
        begins = self._first.next
        while at < len(read.keys):
            if read.keys[at] not in begins:  # as most words
                at += 1
                continue
            mention, after = self._mention_at(at, read)
            if mention is not None and read.keys[at] in ARTICLES:  # « la Commission | européenne »
                following, beyond = self._mention_at(at + 1, read)
                if following is not None and beyond > after:
                    mention, after = following, beyond
            if mention is not None:
                found.append(mention)
            at = after
        return tuple(found)

    def named(self, subject: str) -> Mention | None:
        """What ``subject`` as a whole is a name of, an article or « d’ » aside; None if of nothing in the book.

        Where capitals alone tell the name from a word, it needs none here: « haven » is Haven when nothing else is
        asked about.
        """
        mentions = self.mentions(subject)
        if len(mentions) != 1:
            return None
        (mention,) = mentions
        before = {folded(word[0]) for word in WORD.finditer(subject, 0, mention.start)}
        if before - ARTICLES - {"d", "de", "du"} or WORD.search(subject, mention.end):
            return None
        keys = _Text(subject[mention.start : mention.end]).keys
        _, name = self._names_at(0, keys)[-1]
        return replace(mention, ambiguous=mention.ambiguous and not name.told_by_capitals)

    def _mention_at(self, at: int, read: _Text) -> tuple[Mention | None, int]:
        """The longest mention that begins at the word ``at``, and the word to go on from."""
        for length, name in reversed(self._names_at(at, read.keys)):
            if (mention := read.mention(name, at, at + length)) is not None:
                return mention, at + length
        return None, at + 1

    def _names_at(self, at: int, keys: Sequence[str]) -> list[tuple[int, _Name]]:
        """The names that the words from ``at`` on spell, with their numbers of words, shortest first."""
        names = []
        branch = self._first.next.get(keys[at]) if at < len(keys) else None
        after = at + 1
        while branch is not None:
            if branch.name is not None:
                names.append((after - at, branch.name))
            branch = branch.next.get(keys[after]) if after < len(keys) else None
            after += 1
        return names


class _Text:
    """A text as words."""

    __slots__ = ("_keeps_capitals", "keys", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(WORD.finditer(text))
        self.keys = [folded(word[0]) for word in self.words]
        self._keeps_capitals: bool | None = None  # seldom asked for

    @property
    def keeps_capitals(self) -> bool:
        if self._keeps_capitals is None:
            self._keeps_capitals = keeps_capitals(self.words)
        return self._keeps_capitals

    def mention(self, name: _Name, start: int, end: int) -> Mention | None:
        """The mention of ``name`` that the words ``start`` to ``end`` make, if they are written as it needs."""
        words = self.words[start:end]
        written = [word[0] for word in words]
        if not self._joined(words, name.gaps):
            return None
        if name.acronym and not written[0].isupper() and (_is_ordinary(written[0]) or self.keeps_capitals):
            return None
        capitals = all(word[0].isupper() or not capital for word, capital in zip(written, name.capitals, strict=True))
        if name.needs_capitals and not capitals and self.keeps_capitals:
            return None
        told = capitals and name.told_by_capitals if name.unsure else len(name.safe) == 1
        first, *others = dict.fromkeys((*name.safe, *name.unsure))
        return Mention(first, words[0].start(), words[-1].end(), not told, tuple(others))

    def _joined(self, words: Sequence[re.Match[str]], gaps: Sequence[frozenset[str]]) -> bool:
        """Whether ``words`` stand together as a name's do, no comma or full stop between them."""
        between = (gap(self.text, word.end(), following.start()) for word, following in pairwise(words))
        return all(not signs or signs in allowed for signs, allowed in zip(between, gaps, strict=True))


def keeps_capitals(words: Iterable[re.Match[str]]) -> bool:
    """Whether the text of ``words`` has capitals anywhere but where a sentence may begin, so that a word without
    one can be told from a name. "I", "US" and other words all in capitals don't count: everybody writes those so."""
    end = 0
    for word in words:
        written = word[0]
        if not written.islower() and not written.isupper():
            begins = end == 0 or any(sign in ".!?…:\n" for sign in word.string[end : word.start()])
            if any(map(str.isupper, written[1:])) or (written[0].isupper() and not begins):
                return True
        end = word.end()
    return False


def _name_of(listed: Sequence[_Listing]) -> _Name:
    safe = [listing for listing in listed if not listing.alias.ambiguous]
    unsure = [listing for listing in listed if listing.alias.ambiguous]
    spelled = [[word[0] for word in name_words(listing.alias.name)] for listing in listed]
    capitals = tuple(any(word[0].isupper() for word in column) for column in zip(*spelled, strict=True))
    return _Name(
        safe=tuple(dict.fromkeys(listing.entity_id for listing in safe)),
        unsure=tuple(dict.fromkeys(listing.entity_id for listing in unsure)),
        gaps=tuple(map(frozenset, zip(*(_gaps(listing.alias.name) for listing in listed), strict=True))),
        capitals=(True,) if len(capitals) == 1 else capitals,
        told_by_capitals=len({listing.entity_id for listing in safe}) == 1
        and not {listing.alias.name for listing in safe} & {listing.alias.name for listing in unsure},
        acronym=all(map(_is_acronym, spelled)),
    )


def _gaps(name: str) -> list[str]:
    words = name_words(name)
    return [gap(name, word.end(), following.start()) for word, following in pairwise(words)]


def _is_acronym(spelled: Sequence[str]) -> bool:
    return len(spelled) == 1 and len(spelled[0]) <= LONGEST_ACRONYM and spelled[0].isalpha() and spelled[0].isupper()


def _is_ordinary(word: str) -> bool:
    return len(word) < SHORTEST_IN_LOWER_CASE or folded(word) in _ordinary_words()


@cache
def _ordinary_words() -> frozenset[str]:
    from bm25s import stopwords  # heavy, and asked for only by an acronym in lower case

    stop_words = (*stopwords.STOPWORDS_FRENCH, *stopwords.STOPWORDS_EN_PLUS)
    return SHORT_WORDS | {folded(word) for word in stop_words}
