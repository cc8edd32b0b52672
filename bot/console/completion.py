"""What the console offers while one types: its commands, and behind them the subjects or articles that there are.

Loaded only where somebody types in a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.console.words import NAMES, Order, order_in
from bot.printable import one_line
from index.article import ArticleCard
from index.faults import Fault

_MOST: Final = 12


class Known(Protocol):
    """Where what can be named is found; both ways are quick."""

    def suggest(self, typed: str, most: int) -> Sequence[str]:
        """Subjects for what is typed so far."""

    def sources(self, search: str = "") -> Sequence[ArticleCard]:
        """Articles that hold all words of ``search``."""


class ConsoleCompleter(Completer):
    """Completes a command by its beginning, and what follows it by what ``known`` knows."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """What may stand where the cursor is."""
        del complete_event
        typed = document.text_before_cursor.lstrip()
        if " " not in typed:
            yield from self._commands(typed)
            return
        order = order_in(typed)
        if isinstance(order, Order) and " --" not in typed:
            rest = order.rest
            yield from (Completion(one, -len(rest), display_meta=meta) for one, meta in self._named(order.name, rest))

    def _commands(self, typed: str) -> Iterator[Completion]:
        if typed.startswith("/"):
            yield from (Completion(f"/{name}", -len(typed)) for name in NAMES if name.startswith(typed[1:].lower()))

    def _named(self, command: str, typed: str) -> Iterator[tuple[str, str]]:
        try:
            if command == "timeline":
                yield from ((one_line(subject), "") for subject in self._known.suggest(typed, _MOST))
            elif command in ("article", "sources"):
                found = [*self._known.sources(typed)] or [
                    card for card in self._known.sources() if card.id.startswith(typed.lower())
                ]
                yield from ((one_line(card.id), one_line(card.title)) for card in found[:_MOST])
        except Fault:  # no index for the moment
            return
