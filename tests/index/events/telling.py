"""Short articles to read events from."""

from __future__ import annotations

from index.article import Article, ArticleCard
from index.entities.book.entity import Alias, Entity, EntityBook, Kind
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.whose.belonging import SURELY
from index.events.whose.extraction import EventExtractor

BOOK = EntityBook(
    [
        Entity("vega", "Vega", Kind.COMPANY, aliases=(Alias("le géant lyonnais"),)),
        Entity("orion", "Orion", Kind.PRODUCT, parent="vega"),
        Entity("lyra", "Lyra", Kind.COMPANY),
        Entity("altair", "Altair Santé", Kind.COMPANY),
        Entity("courier", "The Courier", Kind.INSTITUTION),
        Entity("ines-morel", "Inès Morel", Kind.PERSON, parent="vega"),
    ]
)


def article(
    text: str, lang: str = "fr", date: str | None = "2022-08-17", name: str = "article", title: str = "Titre"
) -> Article:
    card = ArticleCard(name, title, date, None, None, f"{name}.md", lang)
    return Article(card, text)


def told(text: str, lang: str = "fr", date: str | None = "2022-08-17", book: EntityBook = BOOK) -> list[ArticleEvent]:
    """The events of a short article."""
    return list(EventExtractor(Wording(book)).events(article(text, lang, date)))


def about(key: str, text: str, lang: str = "fr", date: str | None = "2022-08-17") -> list[str]:
    """The dates of the events that ``key`` surely takes part in."""
    return [event.date for event in told(text, lang, date) if key in surely(event)]


def surely(event: ArticleEvent) -> dict[str, Participant]:
    """Who surely takes part in ``event``, by key."""
    return {one.key: one for one in event.participants if one.sureness >= SURELY}


def level_of(key: str, text: str, lang: str = "fr") -> Level | None:
    """How ``key`` belongs to the only event it surely takes part in."""
    found = [surely(event)[key].level for event in told(text, lang) if key in surely(event)]
    assert len(found) <= 1
    return found[0] if found else None


def marks(text: str, lang: str = "fr", date: str | None = "2022-08-17") -> list[Mark]:
    """The marks of the events."""
    return [event.mark for event in told(text, lang, date)]
