"""The console: questions and commands typed in a terminal, or read from a pipe, over the same engine as the bot."""

from __future__ import annotations

import logging
import shlex
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bot.about import about_lines
from bot.catalogue import Words
from bot.commands.grammar import usage_line
from bot.commands.invocation import Invocation
from bot.commands.timeline import call_timeline
from bot.console.last_answer import FURTHER, LastAnswer
from bot.console.words import NAMES, Order, Unknown, order_in
from bot.faults import describe, describe_notice
from bot.plain.answer import article_text
from bot.plain.keeping.report import report_text
from bot.plain.keeping.status import status_text
from bot.printable import one_line
from bot.terminal.progress import shown_on_stderr
from index.faults import Fault
from index.follow_ups.before import Before
from index.report import MadeBy
from index.text import Remark, remark_of

if TYPE_CHECKING:
    from prompt_toolkit.history import History

    from index.engine import Engine

PLACE: Final = "console-"
"""Begins the keys of sentences that name commands as the console calls them."""
_PROMPT: Final = "› "


class Console:
    """A conversation with the engine, a line at a time."""

    def __init__(self, invocation: Invocation) -> None:
        self._invocation = invocation
        self._last = LastAnswer(invocation)
        self._before: Before | None = None
        self._commands: dict[str, Callable[[str], None]] = {
            "ask": self._ask,
            "timeline": self._timeline,
            "sources": self._sources,
            "article": self._article,
            "more": lambda _: self._last.more(),
            "context": self._last.context,
            "why": lambda _: self._last.why(),
            "about": self._about,
            "status": self._status,
            "reindex": self._reindex,
            "help": self._help,
        }

    @property
    def words(self) -> Words:
        """The catalogue in the language Sourcier speaks to the operator."""
        return self._invocation.words

    @property
    def known(self) -> Engine:
        """What can be named in a line."""
        return self._invocation.engine

    def obey(self, line: str) -> bool:
        """Answer a question or carry out a command; False when the line asks to leave.

        What can't be served is told in one line on stderr, and the conversation goes on.
        """
        line = line.strip()
        if not line:
            return True
        try:
            return self._obeyed(line)
        except Fault as fault:
            self._tell(describe(fault, self.words, PLACE))
        except OSError:  # the reader is gone, or the disk is full
            raise
        except Exception as error:
            logging.getLogger(__name__).debug("line failed", exc_info=True)
            self._tell(self.words("unexpected", kind=type(error).__name__))
        return True

    def _obeyed(self, line: str) -> bool:
        """As :meth:`obey`, for a line that is not empty."""
        order = order_in(line)
        if isinstance(order, Unknown):
            known = "no" if order.closest is None else "yes"
            self._tell(self.words("console-unknown", name=order.typed, closest=order.closest or "/help", known=known))
        elif order is None or (order.bare and not self._means(order)):
            self._answer(line)
        elif order.name == "quit":
            return False
        else:
            self._commands[order.name](order.rest)
        return True

    def _means(self, order: Order) -> bool:
        """Whether words typed without a slash can be that command: its subject must be one."""
        if not order.rest:
            return order.name not in ("more", "context", "why") or self._last.is_there
        if order.name == "sources" and " " in order.rest:
            return bool(self._invocation.engine.sources(order.rest))
        if order.name == "context":
            return order.rest.isdecimal()
        if order.name == "article" and " " in order.rest:
            with suppress(Fault):
                self._invocation.engine.article(order.rest)
                return True
            return False
        return True

    def _answer(self, line: str) -> None:
        remark = remark_of(line)
        if remark is None:
            self._ask(line)
        elif remark is Remark.MORE and self._last.is_there:
            self._last.more()
        elif remark is Remark.SOURCE and self._last.has_quotes:
            self._last.context("")
        else:
            self._invocation.say(self.words(f"console-said-{remark.value}") + "\n")

    def welcome(self) -> None:
        """Say how many articles there are, how to ask and how to leave."""
        status = self._invocation.engine.status()
        if not status.articles:
            self._tell(self.words("console-fault-base-empty"))
        self._invocation.say(self.words("console-welcome", count=status.articles))
        if status.rejected:
            self._invocation.say(self.words("console-rejected", count=status.rejected))
        self._invocation.say(self.words("console-how"))

    def _ask(self, question: str) -> None:
        if not question:
            self._tell(self.words("fault-question-empty"))
            return
        answer = self._invocation.engine.ask(question, further=FURTHER, after=self._before)
        self._before = answer.followable(self._before)
        self._last.take(answer)
        self._invocation.say("")

    def _timeline(self, subject: str) -> None:
        """As ``sourcier timeline`` does, with its options; a subject of several words needs no quotes."""
        words, dashes, options = subject.partition(" --")
        try:
            given = shlex.split(dashes.strip() + options)
        except ValueError:  # a quotation mark left open
            given = (dashes.strip() + options).split()
        try:
            call_timeline(self._invocation, [*([words] if words.strip() else []), *given])
        except click.exceptions.Exit:  # --help has said its part
            pass
        except click.UsageError as error:
            self._tell(usage_line(error, self.words))
            return
        self._invocation.say("")

    def _sources(self, search: str) -> None:
        cards = self._invocation.engine.sources(search)
        if search and not cards:
            self._tell(self.words("console-sources-none", search=one_line(search)))
            return
        self._invocation.list_sources(cards)

    def _article(self, article_id: str) -> None:
        if not article_id:
            self._tell(self.words("console-usage-id-missing"))
            return
        self._invocation.say(article_text(self._invocation.engine.article(article_id), self.words))

    def _about(self, rest: str) -> None:
        del rest
        self._invocation.say("\n".join(about_lines(self._invocation.engine.sources(), self.words)))

    def _status(self, rest: str) -> None:
        del rest
        self._invocation.say(status_text(self._invocation.engine.status(), self.words, PLACE))

    def _reindex(self, rest: str) -> None:
        del rest
        with shown_on_stderr(self.words) as progress:
            report = self._invocation.engine.reindex(made_by=MadeBy.CONSOLE, progress=progress)
        for notice in report.notices:
            self._tell(describe_notice(notice, self.words))
        self._invocation.say(report_text(report, self.words))
        if not self._invocation.engine.status().articles:
            self._tell(self.words("console-fault-base-empty"))

    def _help(self, rest: str) -> None:
        del rest
        lines = [self.words(f"console-help-{name}") for name in NAMES]
        self._invocation.say("\n".join([*lines, self.words("console-help-bare")]))

    def _tell(self, line: str) -> None:
        self._invocation.tell(line)


def read_aloud(console: Console, lines: Iterable[bytes]) -> None:
    """Obey every line of a pipe until its end or ``/quit``."""
    for line in lines:
        if not console.obey(line.decode("utf-8", errors="replace").removeprefix("\ufeff")):
            return


def converse(console: Console, data_dir: Path) -> None:
    """Prompt for lines until Ctrl-D or ``/quit``; Ctrl-C clears the line, or stops the work under way.

    What was typed is kept in ``data_dir/console/history``; commands, subjects and articles are completed.
    """
    from prompt_toolkit import PromptSession

    from bot.console.completion import ConsoleCompleter

    session: PromptSession[str] = PromptSession(
        _PROMPT,
        history=_history(data_dir / "console" / "history"),
        completer=ConsoleCompleter(console.known),
        complete_while_typing=True,
    )
    console.welcome()
    while True:
        with suppress(KeyboardInterrupt):
            try:
                line = session.prompt()
            except EOFError:
                return
            if not console.obey(line):
                return


def _history(path: Path) -> History:
    """The history kept at ``path``; only in memory when nothing can be written there."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    class KeptHistory(FileHistory):
        def store_string(self, string: str) -> None:
            with suppress(OSError):  # a full disk must not end the conversation
                super().store_string(one_line(string))

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return KeptHistory(str(path))
