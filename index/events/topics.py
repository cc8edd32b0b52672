"""What an article is about: how each name stands in its title, its lead and its whole text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.entities.book.entity import Kind
from index.entities.book.names import ARTICLES, folded, name_key, says
from index.entities.proper_names import UNLISTED, Name, begins_sentence
from index.passages.passage import Span

_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n")
_DETERMINED: Final = re.compile(r"(?:\b(?:the|le|la|les|du|des|au|aux) |\b[ld]['’])\Z", re.IGNORECASE)
_SHORTEST: Final = 4
"""Characters of a key, its sign among them."""
_MOST_TOPICS: Final = 4
_NO_TOPIC_BELOW: Final = 0.12
"""The share of all mentions of names from which one that stands in neither title nor lead can be what it is about."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one name stands in an article: whether in its title, its first sentence, its first paragraph; its share of
    all mentions of names, and of the paragraphs; whether no other is named more; whether none, or none but people,
    is named before it; whether it is written as people's names are; how many times it is named."""

    in_title: bool
    in_first_sentence: bool
    in_first_paragraph: bool
    share: float
    of_paragraphs: float
    is_most_named: bool
    is_first: bool = False
    is_first_thing: bool = False
    like_person: bool = False
    times: int = 0

    @property
    def weight(self) -> float:
        """What orders the names that an article may be about."""
        return 1.0 * self.in_title + 0.4 * self.in_first_sentence + 0.3 * self.in_first_paragraph + self.share


_ABSENT: Final = Standing(False, False, False, 0.0, 0.0, False)


class Topics:
    """The names of one article by how much it is about them; ``titled`` are the keys of the names in its title."""

    def __init__(
        self, body: str, names: Sequence[Name], title: str, titled: frozenset[str], first_sentence: Span
    ) -> None:
        no_actors = _mere_words(body, names) | _mere_places(names)
        actors = [name for name in names if not name.is_place and name.key not in no_actors]
        times = Counter(name.key for name in actors)
        most = max(times.values(), default=1)
        borders = [match.start() for match in _PARAGRAPH.finditer(body)]
        first_end = next((border for border in borders if border > first_sentence[0]), len(body))
        in_paragraphs: dict[str, set[int]] = {}
        mentions: dict[str, list[Name]] = {}
        for name in actors:
            in_paragraphs.setdefault(name.key, set()).add(bisect_left(borders, name.start))
            mentions.setdefault(name.key, []).append(name)
        first = {key: its[0].start for key, its in mentions.items()}
        paragraphs = max(1, len(set().union(*in_paragraphs.values()))) if in_paragraphs else 1
        title_words = name_key(title)
        persons = {key for key, its in mentions.items() if _is_like_person(body, its)}
        order = list(first)
        things = [key for key in order if key not in persons]
        self._standings: dict[str, Standing] = {
            key: Standing(
                in_title=key in titled or _says(title_words, key),
                in_first_sentence=first[key] < first_sentence[1],
                in_first_paragraph=first[key] < first_end,
                share=count / len(actors),
                of_paragraphs=len(in_paragraphs[key]) / paragraphs,
                is_most_named=count == most,
                is_first=key == order[0],
                is_first_thing=bool(things) and key == things[0],
                like_person=key in persons,
                times=count,
            )
            for key, count in times.items()
        }
        for key in sorted(titled - self._standings.keys()):  # in the same order in any process
            self._standings[key] = Standing(True, False, False, 0.0, 0.0, False)
        ranked = sorted(self._standings.items(), key=lambda one: -one[1].weight)
        self.main: tuple[str, ...] = tuple(
            key
            for key, standing in ranked[:_MOST_TOPICS]
            if standing.in_title or standing.in_first_paragraph or standing.share >= _NO_TOPIC_BELOW
        )
        self.titled = sum(standing.in_title for standing in self._standings.values())
        self._most_named = sorted(((one.times, key) for key, one in self._standings.items()), reverse=True)[:2]

    @property
    def things(self) -> tuple[str, ...]:
        """The keys of what the article is about before all, nobody's name: what its title or first sentence names."""
        about = ((key, self._standings[key]) for key in self.main)
        return tuple(key for key, one in about if not one.like_person and (one.in_title or one.in_first_sentence))

    def dominance(self, key: str) -> float:
        """How often ``key`` is named beside the most named of the others; at most 1."""
        others = next((times for times, other in self._most_named if other != key), 0)
        return min(1.0, self.standing(key).times / others) if others else 1.0

    def standing(self, key: str) -> Standing:
        """How ``key`` stands; it may be meant without being named (a director's company)."""
        return self._standings.get(key, _ABSENT)


def _mere_words(body: str, names: Sequence[Name]) -> frozenset[str]:
    """The keys of unlisted names of one word that only begins sentences, or is short or a number: likely no names."""
    unlisted = [name for name in names if name.key.startswith(UNLISTED) and " " not in name.key]
    within = {name.key for name in unlisted if not begins_sentence(body, name.start)}
    return frozenset(
        name.key for name in unlisted if name.key not in within or len(name.key) < _SHORTEST or name.key[1].isdigit()
    )


def _mere_places(names: Sequence[Name]) -> frozenset[str]:
    """The keys of unlisted names that mostly tell where: « à Brissonne », and no company of that name."""
    unlisted = [name for name in names if name.key.startswith(UNLISTED)]
    times = Counter(name.key for name in unlisted)
    as_places = Counter(name.key for name in unlisted if name.is_place)
    return frozenset(key for key, count in as_places.items() if 2 * count >= times[key])


def _is_like_person(body: str, mentions: Sequence[Name]) -> bool:
    """Whether a name is a person's: listed or said to be, or two or three capitalised words without an article."""
    if any(one.kind is not None for one in mentions):
        return any(one.kind is Kind.PERSON for one in mentions)
    one = mentions[0]
    words = body[one.start : one.end].split()
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() and word[1:].islower() for word in words):
        return False
    if folded(words[0]) in ARTICLES:
        return False
    return not any(_DETERMINED.search(body, max(0, each.start - 5), each.start) for each in mentions)


def _says(words: Sequence[str], key: str) -> bool:
    """Whether the words of an unlisted name follow one another in ``words``."""
    return key.startswith(UNLISTED) and says(words, key[len(UNLISTED) :].split())
