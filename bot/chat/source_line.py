"""The lines that tell where a quote stands, inert in Discord's Markdown and never longer than their room."""

from __future__ import annotations

from babel import Locale

from bot.catalogue import Words
from bot.chat.limits import measure
from bot.chat.markdown import escape, for_display, link, shorten
from bot.dates import spell_date
from bot.plain import NAMED, drawn_from_line, named_sources
from index.answer import Quote
from index.articles.article import ArticleCard

_TITLE_ROOM = 160
_DETAIL_ROOM = 80
_DRAWN_ROOM = 320
_LINK_ROOM = 300
SOURCE_ROOM = 1600
"""What the lines of one source never exceed: title and link, four details, the publications drawn on."""
BRIEF_ROOM = 520
"""The same without links and publications."""


def title_line(card: ArticleCard, room: int = _TITLE_ROOM) -> str:
    """The title, a link where the article has an address that is not too long."""
    title = shorten(for_display(card.title) or for_display(card.path), room)
    linked = link(title, card.url)
    return linked if measure(linked) <= room + _LINK_ROOM else escape(title)


def detail_line(card: ArticleCard, section: str | None, words: Words) -> str:
    """Publisher or file, date, section, and the language when it is not the reader's."""
    details = [for_display(card.publisher or "") or for_display(card.path)]
    if card.date:
        details.append(for_display(spell_date(card.date, words.lang)))
    if section and for_display(section):
        details.append(words("discord-section", title=for_display(section)))
    if card.lang != words.lang:
        details.append(words("discord-language", language=language_name(card.lang, words)))
    return " · ".join(escape(shorten(detail, _DETAIL_ROOM)) for detail in details)


def source_lines(number: int, quote: Quote, words: Words, *, brief: bool = False) -> str:
    """Number, title (a link if there is one), and beneath: the details, and what the article draws on."""
    card = quote.article
    if brief:
        title = escape(shorten(for_display(card.title) or for_display(card.path), _TITLE_ROOM))
        return f"**{number}.** {title}\n{detail_line(card, quote.section, words)}"
    lines = [f"**{number}.** {title_line(card)}", detail_line(card, quote.section, words)]
    if named_sources(card):
        lines.append(f"-# {_drawn_from(card, words)}")
    return "\n".join(lines)


def language_name(lang: str, words: Words) -> str:
    """A language's name in the reader's."""
    return for_display(str(Locale(words.lang).languages.get(lang, lang)))


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
