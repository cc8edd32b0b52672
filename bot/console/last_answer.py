"""The last answer of the console, looked at closer: more quotes, what stands around one, why."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Protocol

from bot.catalogue import Words
from bot.engine import Seen
from bot.plain.context import widened
from bot.plain.why import why_text
from index.answer import Answer, Quote, Verdict

FURTHER: Final = 12
"""Passages asked for behind those shown first."""
_A_PAGE: Final = 3


class Surface(Protocol):
    """Where answers are shown."""

    @property
    def words(self) -> Words:
        """The catalogue in the language spoken here."""

    @property
    def engine(self) -> Seen:
        """What the quotes are from."""

    def show(self, answer: Answer, place: str = "") -> None:
        """Show an answer, with a way on where there is none."""

    def show_quotes(self, answer: Answer, first: int = 1) -> None:
        """Show all quotes of an answer, numbered from ``first`` on."""

    def say(self, text: str) -> None:
        """Write ``text``."""

    def tell(self, line: str) -> None:
        """Write what could not be done."""


class LastAnswer:
    """What was answered last, and how far it has been shown."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._answer: Answer | None = None
        self._seen: tuple[Quote, ...] = ()
        self._waiting: tuple[Quote, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether anything was answered yet."""
        return self._answer is not None

    @property
    def has_quotes(self) -> bool:
        """Whether it was answered with quotes."""
        return bool(self._seen)

    def take(self, answer: Answer) -> None:
        """Show ``answer`` and keep what else there is to show of it."""
        shown = answer.likeliest(len(answer.quotes))
        self._answer, self._seen, self._waiting = shown, shown.quotes, shown.further
        self._surface.show(answer, place="console-")

    def more(self) -> None:
        """Show the quotes further down the list; without an answer the closest passages, as what they are."""
        if self._answer is None:
            return self._tell("console-nothing-asked")
        page, self._waiting = self._waiting[:_A_PAGE], self._waiting[_A_PAGE:]
        if not page:
            return self._tell("console-no-more")
        answered = self._answer.verdict is not Verdict.NONE
        self._surface.say(self._surface.words("console-further" if answered else "console-closest"))
        self._show(page, first=len(self._seen) + 1)
        self._seen += page
        return None

    def context(self, number: str) -> None:
        """Show what stands around the quote of that number, the first one when it is left out."""
        if self._answer is None:
            return self._tell("console-nothing-asked")
        place = int(number) if number.isdecimal() else 0 if number else 1
        if not 0 < place <= len(self._seen):
            return self._tell("console-no-quote", count=len(self._seen))
        quote = self._seen[place - 1]
        body = self._surface.engine.article(quote.article.id).body
        # Read again since: where the article has changed, the quote is shown alone.
        whole = widened(quote, body) if body[quote.start : quote.end] == quote.text else quote
        self._show((whole,), first=place)
        return None

    def why(self) -> None:
        """Say how sure the answer is and what it rests on."""
        if self._answer is None:
            return self._tell("console-nothing-asked")
        return self._surface.say(why_text(self._answer, self._surface.words) + "\n")

    def _show(self, quotes: tuple[Quote, ...], first: int) -> None:
        assert self._answer is not None  # noqa: S101 - both callers have looked
        shown = replace(self._answer, verdict=Verdict.FOUND, quotes=quotes, further=(), understood=None)
        self._surface.show_quotes(shown, first)
        self._surface.say("")

    def _tell(self, key: str, **values: int) -> None:
        self._surface.tell(self._surface.words(key, **values))
