"""Looking closer at one quote: what stands around it in its article, and the card of that article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import discord

from bot.catalogue import Words
from bot.chat.asking.reading import reading_button
from bot.chat.messages.excerpt import CUT, fitting, marked
from bot.chat.messages.limits import LINK, measure
from bot.chat.messages.markdown import block_quote, escape, for_display, link, shorten
from bot.chat.messages.message import NEUTRAL, ROOM, Message, Part, box, laid_out, row, text
from bot.chat.messages.source_line import detail_line, title_line
from bot.chat.messages.text_fragment import address_at
from bot.chat.replies.buttons import ButtonMaker, Kind, SignedButton, as_text
from bot.dates import spell_date
from bot.plain.answer import said_by
from bot.plain.language import language_name
from bot.printable import one_line
from index.answer import Quote
from index.article import Article, ArticleCard, CitedSource
from index.passages.passage import Span
from index.reference import Located, QuoteReference
from index.text import sentences

_AROUND: Final = 600
"""Characters of the article shown on either side of a quote."""
_CITED_ROOM: Final = 1500
_CITED_LINE: Final = 300
_FACT_ROOM: Final = 200


def context_message(located: Located, words: Words, maker: ButtonMaker) -> Message:
    """The whole quote between what stands before and after it in its article, all word for word: what answers in bold,
    the very words underlined; where nothing is marked, the quote in bold."""
    quote, article = located.quote, located.article
    head = f"**{title_line(article.card)}**"
    details = detail_line(article.card, quote.section, words)
    room = ROOM - measure(head) - measure(details) - 2 * (len(CUT) + 1) - 2
    if not quote.highlights:
        quote = replace(quote, highlights=((quote.start, quote.end),))
    marks = measure(marked(quote, quote.start, quote.end, quote.text)) - measure(block_quote(quote.text))
    start, end = surroundings(article.body, (quote.start, quote.end), room - marks)
    shown = marked(quote, start, end, article.body[start:end])
    above, below = CUT if start > 0 else "", CUT if article.body[end:].strip() else ""
    if measure(shown) > room:
        excerpt = fitting(quote, room)
        above, below = "", ""
        shown = words("discord-quote-too-long") if excerpt is None else excerpt.markdown
    ways = row(_source_button(quote, words, maker), _reading_button(article, start, words, maker), _share(words, maker))
    return laid_out([box([[text(head, details)], [text(above, shown, below), ways]], NEUTRAL)])


def context_menu(named: Iterable[tuple[Quote, str]], prompt: str, maker: ButtonMaker) -> Part | None:
    """A menu that shows a quote in its article, each under a name; None when no button could carry any."""
    choices: dict[str, str] = {}
    for quote, name in named:
        reference = QuoteReference.to(quote)
        if reference is None:
            continue
        carried = maker.carrying(Kind.CONTEXT, as_text(reference.packed_with_answer()))
        if carried is not None:
            choices.setdefault(carried, for_display(name))
    return maker.menu(choices, prompt) if choices else None


def source_message(located: Located, words: Words, maker: ButtonMaker) -> Message:
    """The card of the article, with a link that opens it at the quote."""
    answering = located.quote.text
    if located.quote.highlights:
        low, high = located.quote.highlights[0]
        answering = located.article.body[low:high]
    return article_message(located.article, words, maker, at=answering)


def article_message(article: Article, words: Words, maker: ButtonMaker, *, at: str = "") -> Message:
    """The card of an article: what is known of it, what it draws on, ways to read it."""
    card = article.card
    address = address_at(card.url, at)
    if address is not None and measure(address) > LINK:
        address = address_at(card.url, "")
    button: discord.ui.Button[discord.ui.LayoutView] | None = None
    if address is not None and measure(address) <= LINK:
        button = discord.ui.Button(label=words("discord-open-at-quote" if at else "discord-open"), url=address)
    ways = row(button, _reading_button(article, 0, words, maker), _share(words, maker))
    facts = [text(f"### {escape(shorten(for_display(card.title) or for_display(card.path), _FACT_ROOM))}")]
    facts.append(text(*(f"**{words(f'discord-card-{name}')}** {value}" for name, value in _facts(card, words))))
    cited = _cited_lines(card, words)
    groups = [facts, [text(*cited), ways]] if cited else [[*facts, ways]]
    return laid_out([box(groups, NEUTRAL)])


def _facts(card: ArticleCard, words: Words) -> list[tuple[str, str]]:
    """Name and Markdown of each thing known of an article."""
    known = [
        ("publisher", for_display(said_by(card, words)) if said_by(card, words) != card.path else ""),
        ("date", for_display(spell_date(card.date, words.lang)) if card.date else ""),
        ("language", for_display(language_name(card.lang, words))),
        ("file", for_display(card.path)),
    ]
    return [(name, escape(shorten(value, _FACT_ROOM))) for name, value in known if value]


def _cited_lines(card: ArticleCard, words: Words) -> list[str]:
    """What the article draws on, a line a publication, as many as there is room for; the others are counted."""
    lines: list[str] = []
    used = 0
    for source in card.sources:
        line = f"- {_cited(source)}"
        if used + measure(line) > _CITED_ROOM:
            break
        lines.append(line)
        used += measure(line) + 1
    if not card.sources:
        return []
    left = len(card.sources) - len(lines)
    more = [f"-# {words('discord-card-more', count=left)}"] if left else []
    return [f"**{words('discord-card-draws-on')}**", *lines, *more]


def _cited(source: CitedSource) -> str:
    name = " · ".join(one_line(part) for part in (source.publisher, source.title, source.year) if part)
    label = shorten(for_display(name or source.url or "?"), _CITED_LINE // 2)
    linked = link(label, source.url)
    return linked if measure(linked) <= 2 * _CITED_LINE else escape(label)


def surroundings(body: str, quoted: Span, room: int) -> Span:
    """The widest span of whole sentences around ``quoted`` that stays near enough and measures at most ``room`` as a
    block, grown on both sides by turns."""
    low, high = max(0, quoted[0] - _AROUND), min(len(body), quoted[1] + _AROUND)
    # What is looked at begins and ends farther off than what may be shown: there a sentence may be cut, here none is.
    before = [start for start, _ in sentences(body, max(0, low - _AROUND), quoted[0]) if start >= low]
    after = [end for _, end in sentences(body, quoted[1], min(len(body), high + _AROUND)) if end <= high]
    start, end = quoted

    def fits(first: int, last: int) -> bool:
        return measure(block_quote(body[first:last])) <= room

    while before or after:
        if before:
            wider = before.pop()
            if fits(wider, end):
                start = wider
            else:
                before.clear()
        if after:
            wider = after.pop(0)
            if fits(start, wider):
                end = wider
            else:
                after.clear()
    return start, end


def _source_button(quote: Quote, words: Words, maker: ButtonMaker) -> SignedButton | None:
    reference = QuoteReference.to(quote)
    if reference is None:
        return None
    return maker.button(Kind.SOURCE, as_text(reference.packed_with_answer()), words("discord-source"))


def _share(words: Words, maker: ButtonMaker) -> SignedButton | None:
    return maker.button(Kind.SHARE, "", words("discord-share"))


def _reading_button(article: Article, offset: int, words: Words, maker: ButtonMaker) -> SignedButton | None:
    return maker.button(Kind.PAGE, reading_button(article.card.id, offset), words("discord-read"))
