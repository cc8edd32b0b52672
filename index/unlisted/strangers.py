"""Who is never named beside somebody, in no paragraph of any article that is read for them: what a round-up tells of
others, who are told of in many articles, is seldom theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from index.article import Article
from index.entities.book.names import name_key
from index.entities.proper_names import UNLISTED, Naming
from index.entities.wording import Wording
from index.events.whose.company import Paragraphs
from index.generation.texts import ExcerptSource

_WIDELY: Final = 8
"""Articles that name whoever is as well known as can be."""


class Strangers:
    """Those to somebody whose ``key`` it is, in the ``articles`` read for them."""

    def __init__(self, key: str, articles: Sequence[Article], wording: Wording, texts: ExcerptSource) -> None:
        self._texts, self._book = texts, wording.book
        naming = Naming(wording)
        named = (
            its
            for one in articles
            for its in Paragraphs(one.body, naming.names(one.body, one.card.lang, one.card.title)).named()
        )
        self._beside = frozenset[str]().union(*(its for its in named if key in its))
        self._known: dict[str, int] = {}

    def best_known_stranger(self, keys: Collection[str]) -> float:
        """As :meth:`index.events.whose.company.Acquaintances.best_known_stranger`: in how many articles it is named, of
        eight."""
        if not keys or not self._beside.isdisjoint(keys):
            return 0.0
        return max(self._articles_with(key) for key in keys) / _WIDELY

    def _articles_with(self, key: str) -> int:
        if key not in self._known:
            entity = self._book.get(key)
            words = name_key(entity.name) if entity is not None else key.removeprefix(UNLISTED).split()
            few = self._texts.articles_if_few([words], _WIDELY - 1)
            self._known[key] = len(few) or _WIDELY
        return self._known[key]
