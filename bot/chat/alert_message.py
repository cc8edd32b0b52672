"""An alert: what new articles say of the subjects followed in one place, each quoted with its source.

Everything is measured before it is sent: no alert exceeds a limit of :mod:`bot.chat.limits`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.catalogue import Words
from bot.chat.excerpt import fitting
from bot.chat.follow_commands import unfollow_buttons
from bot.chat.limits import measure
from bot.chat.markdown import escape, for_display, link, shorten
from bot.chat.message import Message
from bot.dates import spell_date
from bot.state.follows import Follow
from index.answer import Quote
from index.articles.article import ArticleCard

MOST_TOPICS: Final = 5
"""Subjects in one alert: what more there is waits for the next one."""
_MOST_QUOTES: Final = 3
"""Quotes in one alert, at least one a subject."""
_ROOM: Final = 5500
"""Characters of all cards together, of the 6000 that a message holds; their titles and last lines need the rest."""
_TITLE_ROOM: Final = 100
_LINK_ROOM: Final = 400
_DETAIL_ROOM: Final = 60
_COLOUR: Final = discord.Colour(0x0072B2)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is new about a followed subject, in the order of the articles."""

    follow: Follow
    quotes: tuple[Quote, ...]


def alert_message(topics: Sequence[Topic], words: Words) -> Message:
    """The alert for at most MOST_TOPICS ``topics``."""
    most = max(1, _MOST_QUOTES // len(topics))
    room = _ROOM // (most * len(topics))
    articles = {quote.article.id for topic in topics for quote in topic.quotes}
    heading = words("alert-heading", subjects=len(topics), articles=len(articles))
    cards = tuple(_card(topic, most, room, words) for topic in topics)
    return Message(heading, cards, buttons=unfollow_buttons([topic.follow for topic in topics], words))


def _card(topic: Topic, most: int, room: int, words: Words) -> discord.Embed:
    shown = _one_an_article(topic.quotes)[:most]
    title = escape(shorten(for_display(topic.follow.subject), _TITLE_ROOM))
    card = discord.Embed(
        title=title, description="\n\n".join(_block(one, room, words) for one in shown), colour=_COLOUR
    )
    if len(topic.quotes) > len(shown):
        card.set_footer(text=words("alert-more", count=len(topic.quotes) - len(shown)))
    return card


def _one_an_article(quotes: Sequence[Quote]) -> list[Quote]:
    """The first quote of each article, then the others."""
    first: dict[str, Quote] = {}
    for quote in quotes:
        first.setdefault(quote.article.id, quote)
    return [*first.values(), *(quote for quote in quotes if first[quote.article.id] is not quote)]


def _block(quote: Quote, room: int, words: Words) -> str:
    source = _source(quote.article, words)
    excerpt = fitting(quote, room - measure(source) - 3)
    shown = excerpt.markdown if excerpt is not None else words("discord-quote-too-long")
    return f"{shown}\n{source}"


def _source(card: ArticleCard, words: Words) -> str:
    title = shorten(for_display(card.title) or for_display(card.path), _TITLE_ROOM)
    linked = link(title, card.url)
    details = [card.publisher or card.path, spell_date(card.date, words.lang) if card.date else ""]
    shown = [escape(shorten(for_display(detail), _DETAIL_ROOM)) for detail in details if detail]
    return "-# " + " · ".join([linked if measure(linked) <= _LINK_ROOM else escape(title), *shown])
