"""Answers, timelines and the list of articles drawn on a terminal.

A quote stands behind a bar, the sentence that answers in bold and the very words underlined, its source below.

Loaded only when stdout is a terminal. Text from articles is put in as it is, never read as markup.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.catalogue import Words
from bot.plain.answer import drawn_from, heading_lines, source_parts
from bot.plain.emphasis import Emphasis, stretches
from bot.plain.language import other_language
from bot.plain.timeline import (
    beside_heading,
    branches_line,
    heading_line,
    label_line,
    left_out_line,
    mark_lines,
    possible_line,
    when_line,
    whose,
)
from bot.printable import one_line, printable, web_link
from index.answer import Answer, Quote
from index.article import ArticleCard
from index.timeline import Beside, Telling, Timeline, TimelineEvent

_BAR: Final = Box("    \n▎   \n    \n▎   \n    \n    \n▎   \n    \n")
_WIDEST: Final = 100
"""Columns; longer lines of prose are hard to read."""
_BESIDE: Final = 60
"""Columns from which dates have a column of their own; on a narrower terminal they stand above."""
_STYLES: Final = {Emphasis.NONE: "", Emphasis.SENTENCE: "bold", Emphasis.ANSWER: "bold underline"}


def draw_answer(answer: Answer, words: Words, console: Console | None = None, *, first: int = 1) -> None:
    """Draw ``answer`` on ``console`` (default: stdout), its quotes numbered from ``first`` on; colours give way to
    NO_COLOR."""
    console = console or _stdout()
    parts: list[RenderableType] = []
    parts += [Text(heading, style="yellow") for heading in heading_lines(answer, words)]
    for number, quote in enumerate(answer.quotes, start=first):
        parts.append(_quote_block(number, quote, answer.lang, words))
    console.print(Group(*parts), width=min(console.width, _WIDEST))


def draw_sources(cards: Sequence[ArticleCard], words: Words, console: Console | None = None) -> None:
    """Draw the list of articles on ``console`` (default: stdout): id, then title over publisher and date."""
    console = console or _stdout()
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for card in cards:
        title, *rest = source_parts(card, words)
        table.add_row(Text(one_line(card.id)), Text(title).append(f"\n{' · '.join(rest)}", style="dim"))
    console.print(table, width=min(console.width, _WIDEST))
    console.print(Text(words("sources-count", count=len(cards))))


def draw_timeline(timeline: Timeline, words: Words, console: Console | None = None) -> None:
    """Draw ``timeline`` on ``console`` (default: stdout): dates at the left, or above where it is narrow,
    quotes, sources below."""
    console = console or _stdout()
    lines = (branches_line(timeline, words), left_out_line(timeline, words), possible_line(timeline, words))
    foot = [line for line in lines if line]
    _draw_events(heading_line(timeline, words), [(event, "") for event in timeline.events], foot, words, console)


def draw_beside(two: Beside, words: Words, console: Console | None = None) -> None:
    """Draw two timelines on ``console`` (default: stdout), whose each event is beside its date."""
    left_out = two.total - len(two.events)
    foot = [words("timeline-left-out", count=left_out, total=str(two.total))] if left_out else []
    events = [(one.event, whose(one, two)) for one in two.events]
    _draw_events(beside_heading(two, words), events, foot, words, console or _stdout())


def _draw_events(
    heading: str, events: Sequence[tuple[TimelineEvent, str]], foot: Sequence[str], words: Words, console: Console
) -> None:
    console.print(Text(heading, style="bold"), width=min(console.width, _WIDEST))
    beside = console.width >= _BESIDE
    table = Table(box=None, show_header=False, pad_edge=False, padding=(1, 2, 0, 0))
    if beside:
        table.add_column(style="cyan", max_width=22)
    table.add_column()
    for event, its in events:
        when = Text(when_line(event, words))
        if its:
            when.append(f"\n{its}", style="bold")
        for mark in mark_lines(event, words):
            when.append(f"\n{mark}", style="dim italic")
        inside = [part for telling in event.tellings for part in (_quoted(telling.quote), _told_in(telling, words))]
        label = label_line(event)
        if label:
            inside.insert(0, Text(printable(label), style="italic"))
        if beside:
            table.add_row(when, Group(*inside))
        else:
            when.stylize_before("cyan")
            table.add_row(Group(when, *inside))
    console.print(table, width=min(console.width, _WIDEST))
    for line in foot:
        console.print(Text(line, style="dim"))


def _told_in(telling: Telling, words: Words) -> Text:
    title, *rest = source_parts(telling.quote.article, words)
    return Text("– ", style="dim").append(" · ".join([title, *rest]), style="dim")


def _stdout() -> Console:
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def _quote_block(number: int, quote: Quote, asked_in: str, words: Words) -> RenderableType:
    inside: list[RenderableType] = []
    if quote.section:
        inside.append(Text(one_line(quote.section), style="dim italic"))
    inside.append(_quoted(quote))
    return Group(Panel(Group(*inside), box=_BAR, border_style="cyan"), _source_line(number, quote, asked_in, words))


def _quoted(quote: Quote) -> Text:
    return Text().join(Text(printable(text), style=_STYLES[emphasis]) for text, emphasis in stretches(quote))


def _source_line(number: int, quote: Quote, asked_in: str, words: Words) -> Text:
    title, *rest = source_parts(quote.article, words, other_language(quote.article, words, asked_in))
    link = web_link(quote.article.url)
    line = Text(f"[{number}] ", style="cyan").append(title, style=Style(bold=True, dim=False, link=link))
    for part in rest:
        line.append(" · ", style="dim")
        line.append(part, style=Style(link=link, underline=True) if part == link else "dim")
    drawn = drawn_from(quote.article, words)
    if drawn:
        line.append(f"\n    {drawn}", style="dim")
    return line
