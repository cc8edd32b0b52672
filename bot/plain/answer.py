"""Answers and articles as plain text: for pipes, files and terminals that draw nothing.

A quote stands on lines of its own, word for word, without a wrap; what answers in it is marked
(:mod:`bot.plain.emphasis`). Nothing that could drive a terminal comes through (:mod:`bot.printable`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.catalogue import Words
from bot.dates import spell_date
from bot.plain.emphasis import marked_text
from bot.plain.language import other_language
from bot.plain.version import version_notes
from bot.printable import one_line, printable, web_link
from index.answer import Answer, Quote, Verdict
from index.article import Article, ArticleCard, CitedSource

_MESSAGE: Final = re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/channels/\d+/\d+/\d+/?$")
"""The address of a message on Discord."""
NAMED: Final = 3
"""Sources of an article that are named beside a quote; the rest are counted."""


def answer_text(answer: Answer, words: Words, first: int = 1) -> str:
    """How the question was understood where it follows another, the verdict in words unless it is "found", then each
    quote over its source, numbered from ``first`` on."""
    headings = heading_lines(answer, words)
    quotes = [_quote_text(number, quote, answer.lang, words) for number, quote in enumerate(answer.quotes, start=first)]
    return "\n\n".join([*headings, *quotes])


def heading_lines(answer: Answer, words: Words) -> list[str]:
    """What is said above the quotes of an answer."""
    understood = words("understood-as", question=one_line(answer.understood)) if answer.understood else None
    return [line for line in (understood, verdict_line(answer.verdict, words), items_line(answer, words)) if line]


def verdict_line(verdict: Verdict, words: Words) -> str | None:
    """What the verdict has to say in words; nothing when the quotes speak for themselves."""
    return None if verdict is Verdict.FOUND else words(f"verdict-{verdict.value}")


def items_line(answer: Answer, words: Words) -> str | None:
    """How many items the quotes of a list tell; None where none is asked for."""
    return words("answer-items", count=answer.items) if answer.items is not None else None


def who_says_so(quote: Quote, words: Words) -> list[str]:
    """That other articles tell the same, or another figure or date: a line each."""
    lines = []
    if quote.contradicted_by:
        lines.append(words("quote-contradicted"))
    if quote.also:
        lines.append(words("quote-also", count=len({other.article.id for other in quote.also})))
    return lines


def source_parts(card: ArticleCard, words: Words, note: str | None = None) -> list[str]:
    """Title, publisher (else the file), date spelled, version, a ``note``, link: those there are, each on one line."""
    date = spell_date(card.date, words.lang) if card.date else None
    parts = (card.title, said_by(card, words), date, *version_notes(card, words), note, web_link(card.url))
    return [one_line(part) for part in parts if part]


def is_message(card: ArticleCard) -> bool:
    """Whether an article is what a member said on Discord."""
    return card.url is not None and _MESSAGE.match(card.url) is not None


def said_by(card: ArticleCard, words: Words) -> str:
    """Who published an article, else its file; of what a member said on Discord, that it is that."""
    if is_message(card):
        return words("member-answer", name=card.publisher) if card.publisher else words("member-answer-unnamed")
    return card.publisher or card.path


def named_sources(card: ArticleCard) -> dict[str, str | None]:
    """The publications an article draws on: name (publisher, else title), years behind it, and a link; those with
    a link first, since they can be checked."""
    years: dict[str, list[str]] = {}
    links: dict[str, str | None] = {}
    for source in sorted(card.sources, key=lambda source: web_link(source.url) is None):
        name = one_line(source.publisher or source.title or source.url or "")
        if name:
            years.setdefault(name, []).extend([one_line(source.year)] if source.year else [])
            links.setdefault(name, web_link(source.url))
    return {f"{name} ({', '.join(sorted(set(its)))})" if its else name: links[name] for name, its in years.items()}


def drawn_from(card: ArticleCard, words: Words) -> str | None:
    """The line that names what the article draws on; None when it names nothing."""
    named = list(named_sources(card))
    return drawn_from_line(named[:NAMED], len(named), words) if named else None


def drawn_from_line(named: Sequence[str], count: int, words: Words) -> str:
    """The line that says that an article draws on ``count`` publications, of which ``named`` are named."""
    return words("drawn-from", names=", ".join(named), others=count - len(named))


def sources_text(cards: Sequence[ArticleCard], words: Words) -> str:
    """A line an article: its id, its title, its publisher and date; the count last."""
    width = max((len(one_line(card.id)) for card in cards), default=0)
    lines = [f"{one_line(card.id):<{width}}  {' · '.join(source_parts(card, words)[:3])}" for card in cards]
    return "\n".join([*lines, words("sources-count", count=len(cards))])


def article_text(article: Article, words: Words) -> str:
    """The title, the rest of the card, the sources it draws on, then the whole body."""
    title, *rest = source_parts(article.card, words)
    head = [title, " · ".join(rest)]
    head += [f"- {' · '.join(_cited(source))}" for source in article.card.sources]
    return "\n".join(head) + f"\n\n{printable(article.body).strip()}"


def _cited(source: CitedSource) -> list[str]:
    parts = (source.publisher, source.title, source.year, web_link(source.url))
    return [one_line(part) for part in parts if part]


def _quote_text(number: int, quote: Quote, asked_in: str, words: Words) -> str:
    note = other_language(quote.article, words, asked_in)
    section = [f"§ {one_line(quote.section)}"] if quote.section else []
    source = f"[{number}] {' · '.join(source_parts(quote.article, words, note))}"
    drawn = drawn_from(quote.article, words)
    source += f"\n    {drawn}" if drawn else ""
    source += "".join(f"\n    {line}" for line in who_says_so(quote, words))
    source += "".join(f"\n    = {' · '.join(source_parts(other.article, words))}" for other in quote.also)
    return "\n\n".join([*section, marked_text(quote), source])
