"""Articles as JSON: their cards, and one whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.article import Article, ArticleCard


def card_object(card: ArticleCard) -> dict[str, Any]:
    """``{"id", "title", "date", "publisher", "url", "path", "lang"}``; of an article that came from the web also the
    ``version`` (a day) and, when its page is gone, since when it is ``withdrawn``."""
    web = {"version": card.version, "withdrawn": card.withdrawn}
    return {
        "id": card.id,
        "title": card.title,
        "date": card.date,
        "publisher": card.publisher,
        "url": card.url,
        "path": card.path,
        "lang": card.lang,
        **{name: day for name, day in web.items() if day},
    }


def sources_object(cards: Sequence[ArticleCard]) -> list[dict[str, Any]]:
    """The list of ``sourcier sources --json``."""
    return [card_object(card) for card in cards]


def article_object(article: Article) -> dict[str, Any]:
    """The object of ``sourcier article ID --json``: the card and the whole ``"body"``."""
    return {**card_object(article.card), "body": article.body}
