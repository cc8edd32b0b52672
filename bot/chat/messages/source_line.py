"""The lines that tell where a quote stands, inert in Discord's Markdown and never longer than their room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.catalogue import Words
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, link, shorten
from bot.dates import spell_date
from bot.plain.answer import NAMED, drawn_from_line, named_sources, said_by
from bot.plain.language import other_language
from bot.plain.version import version_notes
from index.answer import Quote
from index.article import ArticleCard

_TITLE_ROOM: Final = 160
_DETAIL_ROOM: Final = 80
_DRAWN_ROOM: Final = 320
_LINK_ROOM: Final = 300
SOURCES_ROOM: Final = 1600
"""Characters of the sources of an answer: it must hold the quotes too."""


def title_line(card: ArticleCard, room: int = _TITLE_ROOM) -> str:
    """The title, a link where the article has an address that is not too long."""
    title = shorten(for_display(card.title) or for_display(card.path), room)
    linked = link(title, card.url)
    return linked if measure(linked) <= room + _LINK_ROOM else escape(title)


def detail_line(card: ArticleCard, section: str | None, words: Words, asked_in: str | None = None) -> str:
    """Publisher or file, date, version, section, and the language when it is not the reader's or the question's."""
    details = [for_display(said_by(card, words)) or for_display(card.path)]
    if card.date:
        details.append(for_display(spell_date(card.date, words.lang)))
    details += [for_display(note) for note in version_notes(card, words)]
    if section and for_display(section):
        details.append(words("discord-section", title=for_display(section)))
    language = other_language(card, words, asked_in)
    if language:
        details.append(for_display(language))
    return " · ".join(escape(shorten(detail, _DETAIL_ROOM)) for detail in details)


def sources_lines(quotes: Sequence[Quote], words: Words, asked_in: str | None = None) -> list[str]:
    """For each quote its number, the title (a link if there is one), and beneath: the details, and, once an article,
    what it draws on. All together at most ``SOURCES_ROOM`` characters for three quotes: links and publications go
    before that."""
    seen: set[str] = set()
    full, brief = [], []
    for number, quote in enumerate(quotes, start=1):
        card = quote.article
        details = detail_line(card, quote.section, words, asked_in)
        lines = [f"**{number}.** {title_line(card)}", details]
        if card.id not in seen and named_sources(card):
            lines.append(f"-# {_drawn_from(card, words)}")
        seen.add(card.id)
        full.append("\n".join(lines))
        brief.append(f"**{number}.** {title_line(replace(card, url=None))}\n{details}")
    return full if sum(map(measure, full)) <= SOURCES_ROOM else brief


def _drawn_from(card: ArticleCard, words: Words) -> str:
    """The first publications the article draws on, with links while there is room for them."""
    named = named_sources(card)
    shown: list[str] = []
    for name, url in list(named.items())[:NAMED]:
        label = shorten(for_display(name), _DETAIL_ROOM)
        linked = link(label, url)
        room = _DRAWN_ROOM - sum(map(measure, shown)) - _DETAIL_ROOM * (NAMED - len(shown) - 1)
        shown.append(linked if measure(linked) <= room else escape(label))
    return drawn_from_line(shown, len(named), words)
