"""Which articles may answer a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from index.article import ArticleCard


@dataclass(frozen=True, slots=True)
class Filters:
    """Only the article with the id ``article``, only articles from ``since`` to ``until`` (EDTF, or plain words:
    « juillet 2022 »), or, with nothing set, all of them. An article without a date belongs to no period."""

    article: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Whether a period is asked for."""
        return bool((self.since or "").strip() or (self.until or "").strip())

    def chosen(self, cards: Iterable[ArticleCard]) -> tuple[str, ...]:
        """The ids of those of ``cards`` that may answer. Raises EngineFault: DATE_UNREADABLE, DATES_REVERSED."""
        wanted = [card for card in cards if self.article is None or card.id == self.article]
        if not self.dated:
            return tuple(card.id for card in wanted)
        from index.question.period import period  # the grammars of dates take time to load, and few questions need them

        asked = period(self.since, self.until)
        return tuple(card.id for card in wanted if card.date is not None and asked.holds(card.date))


ALL_ARTICLES: Final = Filters()
