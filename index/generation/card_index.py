"""The articles of a base by what people remember of them: title, publisher, date, file."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cached_property

from index.article import ArticleCard
from index.entities.book.names import folded
from index.faults import EngineFault, FaultCode
from index.reference import article_key


class CardIndex:
    """The cards of a base, in order of path, ready to be searched; nothing here reads the disk."""

    def __init__(self, cards: Sequence[ArticleCard]) -> None:
        self.cards = tuple(cards)
        self._spoken = [_spoken(card) for card in cards]

    def matching(self, typed: str) -> tuple[ArticleCard, ...]:
        """The cards that hold every word ``typed`` so far, those whose title begins with them first."""
        beginning = _one_line(typed)
        words = beginning.split()
        found = [
            (not spoken.startswith(beginning), place)
            for place, spoken in enumerate(self._spoken)
            if all(word in spoken for word in words)
        ]
        return tuple(self.cards[place] for _, place in sorted(found))

    def card(self, asked: str) -> ArticleCard:
        """The card with the id ``asked``, else the only one with that title.

        Raises EngineFault(ARTICLE_UNKNOWN), whose ``closest`` may be empty.
        """
        if asked in self._by_id:
            return self._by_id[asked]
        wanted = _one_line(asked)
        same = [card for card in self.cards if _one_line(card.title) == wanted]
        if len(same) != 1:
            closest = get_close_matches(asked, list(self._by_id), n=1)
            raise EngineFault(FaultCode.ARTICLE_UNKNOWN, id=asked, closest=closest[0] if closest else "")
        return same[0]

    def with_key(self, key: bytes) -> ArticleCard | None:
        """The card of the article whose key (:func:`index.reference.article_key`) is ``key``."""
        return self._by_key.get(key)

    @cached_property
    def _by_id(self) -> dict[str, ArticleCard]:
        return {card.id: card for card in self.cards}

    @cached_property
    def _by_key(self) -> dict[bytes, ArticleCard]:
        return {article_key(card.id): card for card in self.cards}


def _spoken(card: ArticleCard) -> str:
    parts = (card.title, card.publisher, card.date, card.path, card.lang)
    return _one_line(" ".join(part for part in parts if part))


def _one_line(text: str) -> str:
    words = text.split()
    return folded(" ".join(words)) if text.isascii() else " ".join(map(folded, words))
