"""An alert: what new articles say of the subjects followed in one place, each quoted with its source.

Made of components, as answers are (:mod:`bot.chat.asking.answer_message`); everything is measured before it is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import discord

from bot.catalogue import Words
from bot.chat.asking.closer import context_menu
from bot.chat.following.commands import subject_name, unfollow_row
from bot.chat.messages.excerpt import fitting
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape
from bot.chat.messages.message import NEUTRAL, ROOM, Part, box, layout_of, text
from bot.chat.messages.source_line import detail_line, title_line
from bot.chat.replies.buttons import ButtonMaker
from bot.state.follows import Follow
from index.answer import Quote
from index.article import ArticleCard

MOST_TOPICS: Final = 5
"""Subjects in one alert: what more there is waits for the next one."""
_MOST_QUOTES: Final = 3
"""Quotes in one alert, at least one a subject."""
_SUBJECT_ROOM: Final = 100
_TITLE_ROOM: Final = 120
_MORE_ROOM: Final = 80
"""Characters of the line that counts what is not shown."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is new about a followed subject, in the order of the articles."""

    follow: Follow
    quotes: tuple[Quote, ...]


def alert_message(topics: Sequence[Topic], words: Words, maker: ButtonMaker) -> discord.ui.LayoutView:
    """The alert for at most MOST_TOPICS ``topics``, with a menu that shows what is quoted in its article."""
    most = max(1, _MOST_QUOTES // len(topics))
    articles = {quote.article.id for topic in topics for quote in topic.quotes}
    heading = words("alert-heading", subjects=len(topics), articles=len(articles))
    room = (ROOM - measure(heading)) // len(topics) - _SUBJECT_ROOM - _MORE_ROOM
    shown = [_one_an_article(topic.quotes)[:most] for topic in topics]
    groups = [_group(topic, quotes, room // most, words) for topic, quotes in zip(topics, shown, strict=True)]
    return layout_of(
        [
            text(heading),
            box(groups, NEUTRAL),
            context_menu(
                [(one, f"{one.article.title or one.article.path} · {one.text}") for quotes in shown for one in quotes],
                words("alert-context"),
                maker,
            ),
            unfollow_row([topic.follow for topic in topics], words),
        ]
    )


def _group(topic: Topic, shown: Sequence[Quote], room: int, words: Words) -> list[Part | None]:
    subject = escape(subject_name(topic.follow.subject, words, _SUBJECT_ROOM - 6))
    left = len(topic.quotes) - len(shown)
    more = f"-# {words('alert-more', count=left)}" if left else ""
    return [text(f"### {subject}"), *(text(_block(quote, room, words)) for quote in shown), text(more)]


def _one_an_article(quotes: Sequence[Quote]) -> list[Quote]:
    """The first quote of each article, then the others."""
    first: dict[str, Quote] = {}
    for quote in quotes:
        first.setdefault(quote.article.id, quote)
    return [*first.values(), *(quote for quote in quotes if first[quote.article.id] is not quote)]


def _source(card: ArticleCard, words: Words) -> str:
    return f"-# {title_line(card, _TITLE_ROOM)} · {detail_line(card, None, words)}"


def _block(quote: Quote, room: int, words: Words) -> str:
    source = _source(quote.article, words)
    if measure(source) > room // 2:
        source = _source(replace(quote.article, url=None), words)
    excerpt = fitting(quote, room - measure(source) - 3)
    shown = excerpt.markdown if excerpt is not None else words("discord-quote-too-long")
    return f"{shown}\n{source}"
