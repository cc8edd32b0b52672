"""From which version of a page on the web an article is quoted."""

from __future__ import annotations

from bot.catalogue import Words
from bot.dates import spell_date
from index.article import ArticleCard


def version_notes(card: ArticleCard, words: Words) -> list[str]:
    """The day on which the page was read as it is quoted, and since when it is gone; nothing for other articles."""
    told = (("quote-version", card.version), ("quote-withdrawn", card.withdrawn))
    return [words(key, date=spell_date(date, words.lang)) for key, date in told if date]
