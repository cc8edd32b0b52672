"""Languages named, and when a quote has to name its own."""

from __future__ import annotations

from babel import Locale

from bot.catalogue import Words
from index.article import ArticleCard


def language_name(lang: str, words: Words) -> str:
    """A language's name in the reader's."""
    return str(Locale(words.lang).languages.get(lang, lang))


def other_language(card: ArticleCard, words: Words, asked_in: str | None = None) -> str | None:
    """As "in French": the language of an article when it is not its reader's, or not the one asked in; else None."""
    if card.lang == words.lang and asked_in in (None, card.lang):
        return None
    return words("in-language", language=language_name(card.lang, words))
