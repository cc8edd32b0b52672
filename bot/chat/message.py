"""An answer as a Discord message: one card a quote, the quote first, its source beneath.

Every part is fitted before it is sent: no message made here exceeds a limit of :mod:`bot.chat.limits`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import discord
from babel import Locale

from bot.catalogue import Words
from bot.chat.excerpt import fitting, whole
from bot.chat.limits import EMBED_DESCRIPTION, EMBEDS_TOTAL, measure
from bot.chat.markdown import escape, for_display, link, shorten
from bot.dates import spell_date
from bot.plain import NAMED, drawn_from_line, named_sources
from index.answer import Answer, Quote, Verdict
from index.articles.article import ArticleCard

MOST_QUOTES: Final = 3
"""Quotes in one message: more is a page to scroll on a phone."""

# Room for the parts of a source, escaped. With the address (600 at most) a source takes less than a fifth of what
# one message holds, so that three leave room for their quotes.
_TITLE_ROOM: Final = 200
_DETAIL_ROOM: Final = 120
_DRAWN_ROOM: Final = 450
_ECHO_ROOM: Final = 300

_COLOURS: Final = {Verdict.FOUND: discord.Colour(0x2E8B57), Verdict.WEAK: discord.Colour(0xC98A1B)}


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG to attach, and the text for those who don't see it."""

    name: str
    png: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: the text above, the cards, a picture, and the buttons beneath."""

    content: str | None
    embeds: tuple[discord.Embed, ...] = ()
    picture: Picture | None = None
    buttons: discord.ui.View | None = None


def answer_message(answer: Answer, words: Words, *, echo: bool) -> Message:
    """``answer`` for a reader of ``words``; ``echo`` shows the question too, where nothing else does."""
    above = [question_line(answer.question, words)] if echo and for_display(answer.question) else []
    if answer.verdict is Verdict.NONE or not answer.quotes:
        above += [words("discord-none"), words("discord-none-hint")]
        return Message("\n".join(above))
    if answer.verdict is Verdict.WEAK:
        above.append(words("discord-weak"))
    return Message("\n".join(above) or None, tuple(_cards(answer, words)))


def question_line(question: str, words: Words) -> str:
    """The question in small print, cut to a line or two; Discord shows others that a command was used, not
    what it asked."""
    return words("discord-question", question=escape(shorten(for_display(question), _ECHO_ROOM)))


def _cards(answer: Answer, words: Words) -> list[discord.Embed]:
    quotes = answer.quotes[:MOST_QUOTES]
    sources = [_source(number, quote, words) for number, quote in enumerate(quotes, start=1)]
    footer = _footer(quotes, words)
    blocks = _blocks(quotes, sources, EMBEDS_TOTAL - measure(footer), words)
    cards = [
        discord.Embed(description=f"{block}\n{source}", colour=_COLOURS[answer.verdict])
        for block, source in zip(blocks, sources, strict=True)
    ]
    cards[-1].set_footer(text=footer)
    return cards


def _blocks(quotes: Sequence[Quote], sources: Sequence[str], room: int, words: Words) -> list[str]:
    """Each quote as a block, the room shared so that short quotes leave theirs to the long ones."""
    left = room - sum(measure(source) + 1 for source in sources)
    blocks = [""] * len(quotes)
    shortest_first = sorted(range(len(quotes)), key=lambda number: measure(whole(quotes[number]).markdown))
    for done, number in enumerate(shortest_first):
        share = min(left // (len(quotes) - done), EMBED_DESCRIPTION - measure(sources[number]) - 1)
        excerpt = fitting(quotes[number], share)
        blocks[number] = excerpt.markdown if excerpt is not None else words("discord-quote-too-long")
        left -= measure(blocks[number])
    return blocks


def _source(number: int, quote: Quote, words: Words) -> str:
    """Number, title (a link if there is one), and beneath: publisher or file, date, section, language."""
    card = quote.article
    title = shorten(for_display(card.title) or for_display(card.path), _TITLE_ROOM)
    details = [for_display(card.publisher or "") or for_display(card.path)]
    if card.date:
        details.append(for_display(spell_date(card.date, words.lang)))
    if quote.section and for_display(quote.section):
        details.append(words("discord-section", title=for_display(quote.section)))
    if card.lang != words.lang:
        details.append(_language(card, words))
    shown = " · ".join(escape(shorten(detail, _DETAIL_ROOM)) for detail in details)
    lines = [f"**{number}.** {link(title, card.url)}", shown]
    if card.sources:
        lines.append(f"-# {_drawn_from(card, words)}")
    return "\n".join(lines)


def _drawn_from(card: ArticleCard, words: Words) -> str:
    """The first publications the article draws on, with links while there is room for them."""
    named = named_sources(card)
    shown: list[str] = []
    for name, url in list(named.items())[:NAMED]:
        label = shorten(for_display(name), _DETAIL_ROOM)
        linked = link(label, url)
        room = _DRAWN_ROOM - sum(map(measure, shown))
        shown.append(linked if measure(linked) <= room - _DETAIL_ROOM else escape(label))
    return drawn_from_line(shown, len(named), words)


def _language(card: ArticleCard, words: Words) -> str:
    name = Locale(words.lang).languages.get(card.lang, card.lang)
    return words("discord-language", language=for_display(str(name)))


def _footer(quotes: Sequence[Quote], words: Words) -> str:
    articles = len({quote.article.id for quote in quotes})
    return words("discord-footer", quotes=len(quotes), articles=articles)
