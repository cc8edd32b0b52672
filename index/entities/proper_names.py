"""The names a text uses: those of listed entities, and by their capitals those that no list holds.

A timeline needs both: an unlisted company is a subject people ask about, and « la firme » after it is that company
and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.entities.book.entity import EntityBook, Kind
from index.entities.book.names import ARTICLES, folded, name_key, name_words
from index.entities.mentions import Mention, MentionFinder
from index.entities.namesakes import TITLES, Namesakes, namesakes
from index.entities.wording import Wording
from index.terms.common_words import common_words
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import stems

UNLISTED: Final = "~"
"""What the key of a name that no list holds begins with."""
_CAPITALISED: Final = (
    r"(?:[A-Z]\w{0,2}(?:\+\+|#)(?![\w+#])|\.[A-Z]{2,4}(?![\w.])|[A-ZÀ-ÖØ-ÞŒ][\w&]*(?:[-.'’][A-ZÀ-ÖØ-Þ0-9][\w&]*)*)"
)
_NAME: Final = re.compile(
    rf"(?<![\w-]){_CAPITALISED}(?:(?: | & | of | for |(?<=s)['’] )(?:{_CAPITALISED}|\d{{1,2}}(?!\w)))*"
)
_SENTENCE_BEGINS: Final = re.compile(r"(?:^|[.!?…:]\s*|\n\s*)[«»“”\"'’()\s—–-]*\Z")
_NO_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars "
    "avril mai juin juillet aout septembre octobre novembre decembre i q t m mr mrs ms dr mme etat etats pdg ceo cfo "
    "cto dg french american british german european chinese swiss japanese app ai ia it".split()
)
_GOES_ON: Final = re.compile(r" [A-ZÀ-ÖØ-ÞŒ]|-\w")
_CAME_BEFORE: Final = re.compile(rf"(?<![.!?…:»”\"] )(?<!\A)\b(?!{TITLES})([A-ZÀ-ÖØ-ÞŒ][\w-]+) \Z")
_OPENING: Final = ("«", "“", '"')
_BY_SOMEBODY: Final = re.compile(r"\s?[»”\"],? (?:de |d['’]|by )[A-ZÀ-ÖØ-ÞŒ]")
"""What stands behind the title of somebody's work."""
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_PARTICIPLE: Final = {
    "fr": re.compile(
        r"\w+(?:ée?s?|u(?:e|es|s)?|i(?:e|es|s)?|(?:[ai]n|i|r)t(?:e|es|s)?) "
        r"(?:en|par|de|du|des|dans|à|aux?|depuis|pour|sur|sous|avec|entre|vers|dès|avant|après|hier|le \d|il y a|trop"
        r"|voici|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b"
    ),
    "en": re.compile(
        r"(?:\w{3,}ed|Born|Built|Made|Sold|Bought|Shut|Hit|Lost|Found|Torn|Drawn|Written|Given|Taken|Known|Thrown) "
        r"(?:in|by|on|at|for|to|from|with|as|after|before|during|since|last|under|over|only|twice|again)\b"
    ),
}
"""A past participle at the head of a sentence, with what goes on."""
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:à|aux?|en|in|at|near|état de|state of|ville de|city of)\s(?:(?-i:Les?|La|The) )?\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Name:
    """``text[start:end]`` names the entity ``key``: an id of the list, or :func:`unlisted_key` of what is written.

    ``kind`` is None when it is not known. A place that something happens in (« à Seattle ») is no actor.
    """

    key: str
    start: int
    end: int
    kind: Kind | None
    is_place: bool = False


def unlisted_key(written: str) -> str:
    """The key of a name that no list holds; empty when ``written`` has no word."""
    words = name_key(written)
    return UNLISTED + " ".join(words) if words else ""


class Naming:
    """Finds the names of whole texts."""

    def __init__(self, wording: Wording) -> None:
        self._book = wording.book
        self._finder = wording.finder
        self._asked_for = any(entity.id.startswith(UNLISTED) for entity in wording.book)

    def names(self, text: str, lang: str, title: str = "") -> tuple[Name, ...]:
        """The names in ``text``, the body in ``lang`` of an article under ``title``, in order; none overlaps
        another."""
        listed = [self._listed(mention) for mention in _believed(text, self._finder, self._book, title)]
        taken = [(name.start, name.end) for name in listed]
        if self._asked_for:
            taken += [(one.start, one.end) for one in self._finder.mentions(text) if _is_anothers_title(one, text)]
        return tuple(sorted([*listed, *_unlisted(text, lang, taken)], key=lambda name: name.start))

    def _listed(self, mention: Mention) -> Name:
        entity = self._book[mention.entity_id]
        return Name(entity.id, mention.start, mention.end, None if entity.id.startswith(UNLISTED) else entity.kind)


def _believed(text: str, finder: MentionFinder, book: EntityBook, title: str) -> Iterator[Mention]:
    """The mentions of ``text`` that are sure, and the ambiguous ones of entities that it, or its title, surely mentions
    elsewhere; in place of another ambiguous one (« le PDG d'Amazon »), the names inside it."""
    mentions = finder.mentions(text)
    sure = {mention.entity_id for mention in (*mentions, *finder.mentions(title)) if not mention.ambiguous}
    known_as: dict[tuple[str, str], Namesakes] = {}
    for mention in mentions:
        if mention.entity_id.startswith(UNLISTED):
            written = text[mention.start : mention.end]
            if unlisted_key(written) == mention.entity_id:
                if not _is_anothers_title(mention, text):
                    yield mention
                continue
            its = (mention.entity_id, written)
            if its not in known_as:
                names = [alias.name for alias in book[mention.entity_id].names]
                known_as[its] = namesakes(written, names, text, title)
            known = mention.entity_id in sure or not mention.ambiguous
            if _is_short_for(mention, text, known_as[its], known=known):
                yield mention
            continue
        if not mention.ambiguous or mention.entity_id in sure:
            yield mention
            continue
        words = name_words(text[mention.start : mention.end])
        inside = mention.start + words[1].start() if len(words) > 1 else mention.end
        for inner in finder.mentions(text[inside : mention.end]):
            if not inner.ambiguous:
                yield Mention(inner.entity_id, inside + inner.start, inside + inner.end)


def _is_short_for(mention: Mention, text: str, sharing: Namesakes, *, known: bool) -> bool:
    """Whether a short form of an asked name stands for it in ``text``: no other name around it, and not that of
    somebody ``sharing`` it; and where the whole name is not ``known`` in the text, written as a name within a sentence
    and nowhere as a word."""
    written = text[mention.start : mention.end]
    before, after = text[max(0, mention.start - 2) : mention.start], text[mention.end : mention.end + 2]
    came_before = _CAME_BEFORE.search(text, max(0, mention.start - 24), mention.start)
    if _GOES_ON.match(after) or (came_before and folded(came_before[1]) not in ARTICLES):
        return False
    if sharing.is_anothers(text, mention.start):
        return False
    if before[-1:] in ("-", "@", "/") or known:
        return known and before[-1:] not in ("-", "@", "/")
    return not written.isupper() and is_name_within(written, text)


def _is_anothers_title(mention: Mention, text: str) -> bool:
    """Whether the name is there the title of somebody's work, « La Sirène » de Morvan, and elsewhere in ``text`` that
    of something else, without quotation marks."""
    if not mention.entity_id.startswith(UNLISTED) or not _BY_SOMEBODY.match(text, mention.end):
        return False
    if text[: mention.start].rstrip()[-1:] not in _OPENING:
        return False
    said = re.finditer(rf"\b{re.escape(text[mention.start : mention.end])}\b", text)
    return any(text[: one.start()].rstrip()[-1:] not in _OPENING for one in said)


def goes_on(text: str, end: int) -> bool:
    """Whether the name that ends at ``end`` is but the beginning of a longer one."""
    return _GOES_ON.match(text, end) is not None


def is_name_within(written: str, text: str) -> bool:
    """Whether ``written``, with its capitals, stands within a sentence of ``text``, and nowhere as a word without."""
    if re.search(rf"\b{re.escape(written.lower())}\b", text):
        return False
    return any(not begins_sentence(text, match.start()) for match in re.finditer(rf"\b{re.escape(written)}\b", text))


def _unlisted(text: str, lang: str, taken: Sequence[tuple[int, int]]) -> Iterator[Name]:
    found = [match.span() for match in _NAME.finditer(text)]
    within = {name_key(text[start:end]) for start, end in found if not begins_sentence(text, start)}
    inside = {word for its in within for word in its}
    ends = iter(sorted(taken))
    current = next(ends, None)
    for start, end in found:
        while current is not None and current[1] <= start:
            current = next(ends, None)
        if current is not None and current[0] < end:
            continue
        begin = _without_head(text, start, end, lang, inside, within)
        possessive = _POSSESSIVE.search(text, begin, end)
        end = possessive.start() if possessive else end
        key = unlisted_key(text[begin:end])
        if any(not word.isdigit() and word not in _NO_NAMES for word in key[1:].split()):
            yield Name(key, begin, end, None, is_place(text, begin))


def is_place(text: str, start: int) -> bool:
    """Whether what is named at ``start`` is where something happens: « à Seattle », "in Seattle"."""
    return _PLACE_BEFORE.search(text, max(0, start - 16), start) is not None


def _without_head(text: str, start: int, end: int, lang: str, inside: Set[str], within: Set[tuple[str, ...]]) -> int:
    """Where the name begins that ``text[start:end]`` holds, words that only begin a sentence aside: not an article that
    is part of a name ``within`` a sentence, "The Sentinel", before anything else."""
    if not begins_sentence(text, start):
        return start
    words = name_words(text[start:end])
    if not words:
        return end
    first = words[0]
    if folded(first[0]) in ARTICLES and name_key(text[start:end]) not in within:
        return start + words[1].start() if len(words) > 1 else end
    if folded(first[0]) in inside or not (first[0][1:].islower() or len(first[0]) == 1):
        return start + first.start()
    if _is_common(first[0], lang) or (len(words) == 1 and is_participle(text, start + first.start(), lang)):
        return start + words[1].start() if len(words) > 1 else end
    return start + first.start()


def is_participle(text: str, start: int, lang: str) -> bool:
    """Whether what begins a sentence at ``start`` is what was done to its subject: « Née en 1961 », "Approved by"."""
    participle = _PARTICIPLE.get(lang)
    return participle is not None and participle.match(text, start) is not None


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins at ``start``."""
    return _SENTENCE_BEGINS.search(text, max(0, start - 8), start) is not None if start else True


@lru_cache(maxsize=50_000)
def _is_common(word: str, lang: str) -> bool:
    if folded(word) in STOP_WORDS.get(lang, frozenset()):
        return True
    return all(stem in common_words(lang) for stem in stems(word, lang))
