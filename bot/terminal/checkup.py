"""A check-up drawn on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.catalogue import Words
from bot.checkup.finding import Finding, Grade
from bot.checkup.text import SIGNS

_STYLES: Final = {Grade.GOOD: "green", Grade.DOUBTFUL: "yellow", Grade.BAD: "bold red"}


def draw_checkup(found: Sequence[Finding], outcome: str, words: Words, console: Console | None = None) -> None:
    """Draw the findings on ``console`` (default: stdout), what to do under each, the ``outcome`` last."""
    console = console or Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(style="bold", max_width=18)
    table.add_column(overflow="fold")
    for one in found:
        said = Text(one.said)
        if one.todo:
            said.append(f"\n→ {one.todo}", style=_STYLES[one.grade].removeprefix("bold "))
        table.add_row(Text(SIGNS[one.grade], style=_STYLES[one.grade]), words(f"check-name-{one.name}"), said)
    console.print(table)
    console.print(Text(outcome, style="bold"))
