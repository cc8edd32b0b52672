"""An answer drawn on a terminal: each quote behind a bar, the sentence that answers in bold, its source below.

Loaded only when stdout is a terminal. Text from articles is put in as it is, never read as markup.
"""

from __future__ import annotations

import sys
from typing import Final

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.text import Text

from bot.catalogue import Words
from bot.plain import source_parts, verdict_line
from bot.printable import one_line, printable, web_link
from index.answer import Answer, Quote

_BAR: Final = Box("    \n▎   \n    \n▎   \n    \n    \n▎   \n    \n")
_WIDEST: Final = 100
"""Columns; longer lines of prose are hard to read."""


def draw_answer(answer: Answer, words: Words, console: Console | None = None) -> None:
    """Draw ``answer`` on ``console`` (default: stdout); colours give way to NO_COLOR."""
    if console is None:
        console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    parts: list[RenderableType] = []
    heading = verdict_line(answer.verdict, words)
    if heading:
        parts.append(Text(heading, style="yellow"))
    for number, quote in enumerate(answer.quotes, start=1):
        parts.append(_quote_block(number, quote, words))
    console.print(Group(*parts), width=min(console.width, _WIDEST))


def _quote_block(number: int, quote: Quote, words: Words) -> RenderableType:
    inside: list[RenderableType] = []
    if quote.section:
        inside.append(Text(one_line(quote.section), style="dim italic"))
    inside.append(_quoted(quote))
    return Group(Panel(Group(*inside), box=_BAR, border_style="cyan"), _source_line(number, quote, words))


def _quoted(quote: Quote) -> Text:
    text = Text()
    position = quote.start
    for start, end in quote.highlights:
        text.append(printable(quote.text[position - quote.start : start - quote.start]))
        text.append(printable(quote.text[start - quote.start : end - quote.start]), style="bold")
        position = end
    text.append(printable(quote.text[position - quote.start :]))
    return text


def _source_line(number: int, quote: Quote, words: Words) -> Text:
    title, *rest = source_parts(quote.article, words)
    line = Text(f"[{number}] ", style="cyan").append(title, style="bold not dim")
    link = web_link(quote.article.url)
    for part in rest:
        line.append(" · ", style="dim")
        line.append(part, style=Style(link=link, underline=True) if part == link else "dim")
    return line
