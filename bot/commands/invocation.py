"""One call of the command line: its settings, its words, its engine, its two streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

import click

from bot.catalogue import Words, words_in
from bot.faults import describe
from bot.printable import one_line
from bot.settings import BrokenLine, Settings, SettingsRemark, interface_language, read_settings, remarks
from bot.terminal.progress import shown_on_stderr
from bot.watch.logs import configure_logs
from index.faults import EngineFault, FaultCode

if TYPE_CHECKING:
    from index.answer import Answer
    from index.article import ArticleCard
    from index.engine import Engine
    from index.timeline import Beside, Timeline

TIMELINE_LIMIT: Final = 40
"""Events a person is shown at once, the most told first, unless all are asked for."""

Result = TypeVar("Result")


class Invocation:
    """What every command needs; ``given`` are the settings given as options, by field name.

    Settings are read, and logs opened, when a command first asks for them: ``--help`` works whatever they are.
    """

    def __init__(self, given: dict[str, str]) -> None:
        self.given = given

    @property
    def words(self) -> Words:
        """The catalogue in the language Sourcier speaks to the operator."""
        return words_in(interface_language(self.given.get("lang")))

    @cached_property
    def settings(self) -> Settings:
        """The settings in force; slips in the environment or in ``.env`` are told on stderr.

        Raises :class:`bot.settings.BadSetting`, :class:`bot.settings.UnreadableDotenv`.
        """
        settings = read_settings(self.given)
        configure_logs(settings.log_level, settings.log_format)
        for remark in remarks():
            self.tell(self._describe(remark))
        return settings

    @cached_property
    def engine(self) -> Engine:
        """The engine over the articles folder, not yet prepared; closed when the command ends."""
        settings = self.settings
        from index.engine import Engine, EngineOptions

        engine = Engine(
            EngineOptions(
                knowledge_dir=settings.knowledge_dir,
                data_dir=settings.data_dir,
                model=settings.model,
                reader=settings.reader,
                reading_seconds=settings.reading_seconds,
                max_article_bytes=int(settings.max_article_mb * 2**20),
                kept_generations=settings.kept_generations,
                trash_days=settings.trash_days,
                add_by_url=settings.add_by_url,
                article_days=settings.article_days or None,
            )
        )
        click.get_current_context().call_on_close(engine.close)
        return engine

    def ready_engine(self) -> Engine:
        """The engine, ready to answer: the first start builds the index, with its progress on stderr.

        Raises :class:`index.faults.EngineFault`.
        """
        engine = self.engine
        with shown_on_stderr(self.words) as progress:
            engine.prepare(progress)
        if engine.unread is not None:
            self.tell(describe(engine.unread, self.words))
        return engine

    def from_index(self, request: Callable[[Engine], Result]) -> Result:
        """What ``request`` gets from the index alone, without loading the model; a first index is built if need be.

        Raises :class:`index.faults.EngineFault`.
        """
        try:
            return request(self.engine)
        except EngineFault as fault:
            if fault.code is not FaultCode.NO_GENERATION:
                raise
        return request(self.ready_engine())

    def say(self, text: str) -> None:
        """Write ``text`` and a newline to stdout at once."""
        click.echo(text)

    def tell(self, line: str) -> None:
        """Write one line to stderr, after the program's name."""
        click.echo(f"sourcier: {one_line(line)}", err=True)

    def words_for(self, answer: Answer) -> Words:
        """The catalogue an answer is shown in: the set language, else the answer's own."""
        return words_in(self.settings.lang or answer.lang)

    def show(self, answer: Answer) -> None:
        """Show ``answer`` to a person, no quote far behind the first: drawn on a terminal, plain text elsewhere."""
        answer = answer.likeliest(len(answer.quotes))
        if draws(sys.stdout):
            from bot.terminal.drawing import draw_answer

            draw_answer(answer, self.words_for(answer))
        else:
            from bot.plain.answer import answer_text

            self.say(answer_text(answer, self.words_for(answer)))

    def show_timeline(self, timeline: Timeline) -> None:
        """Show ``timeline`` to a person: drawn on a terminal, plain text elsewhere."""
        if draws(sys.stdout):
            from bot.terminal.drawing import draw_timeline

            draw_timeline(timeline, self.words)
        else:
            from bot.plain.timeline import timeline_text

            self.say(timeline_text(timeline, self.words))

    def show_beside(self, two: Beside) -> None:
        """Show two timelines to a person: drawn on a terminal, plain text elsewhere."""
        if draws(sys.stdout):
            from bot.terminal.drawing import draw_beside

            draw_beside(two, self.words)
        else:
            from bot.plain.timeline import beside_text

            self.say(beside_text(two, self.words))

    def list_sources(self, cards: Sequence[ArticleCard]) -> None:
        """List articles to a person: drawn on a terminal, plain text elsewhere."""
        if draws(sys.stdout):
            from bot.terminal.drawing import draw_sources

            draw_sources(cards, self.words)
        else:
            from bot.plain.answer import sources_text

            self.say(sources_text(cards, self.words))

    def _describe(self, remark: SettingsRemark) -> str:
        if isinstance(remark, BrokenLine):
            return self.words("setting-broken-line", line=remark.line)
        return self.words("setting-unknown", name=remark.name, closest=remark.closest)


def draws(stream: object) -> bool:
    """Whether ``stream`` is a terminal that can be drawn on."""
    isatty = getattr(stream, "isatty", None)
    return isatty is not None and isatty() and os.environ.get("TERM") != "dumb"
