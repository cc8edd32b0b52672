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
from index.answer import Answer, Verdict
from index.faults import EngineFault, FaultCode

if TYPE_CHECKING:
    from index.article import ArticleCard
    from index.engine import Engine, Turn
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
        engine = self.engine_read_by(self.settings.reader)
        click.get_current_context().call_on_close(engine.close)
        return engine

    def engine_read_by(self, reader: str | None) -> Engine:
        """An engine as it is set, but with a reader of that name; whoever asks for it closes it."""
        settings = self.settings
        from index.engine import Engine, EngineOptions

        store_url, store_token, index_url = settings.store_url, settings.store_token, settings.index_url
        return Engine(
            EngineOptions(
                knowledge_dir=settings.knowledge_dir,
                data_dir=settings.data_dir,
                model=settings.model,
                reader=reader,
                reading_seconds=settings.reading_seconds,
                max_article_bytes=int(settings.max_article_mb * 2**20),
                kept_generations=settings.kept_generations,
                trash_days=settings.trash_days,
                add_by_url=settings.add_by_url,
                store_url=store_url.get_secret_value() if store_url is not None else None,
                store_token=store_token.get_secret_value() if store_token is not None else None,
                index_url=index_url.get_secret_value() if index_url is not None else None,
                turn=self._turn,
                article_days=settings.article_days or None,
            )
        )

    @cached_property
    def _turn(self) -> Turn | None:
        """What has machines take turns, where what is remembered is shared by several."""
        url = self.settings.state_url.get_secret_value() if self.settings.state_url is not None else ""
        if not url.startswith("postgresql"):
            return None
        from bot.state.leases import Leases

        leases = Leases(url, self.settings.data_dir)
        click.get_current_context().call_on_close(leases.close)
        return leases.held

    def ready_engine(self, *, folder_may_lack: bool = False) -> Engine:
        """The engine, ready to answer: the first start builds the index, or takes the one to mirror, with its progress
        on stderr.

        An articles folder that is not there is refused, or with ``folder_may_lack`` told while an index that was made
        before answers. Raises :class:`index.faults.EngineFault`.
        """
        engine, mirrored = self.engine, self.settings.mirror
        try:
            if mirrored is None and engine.upkeep.mirrored_from() is None:
                self._find_articles_folder()
        except EngineFault as fault:
            if not folder_may_lack or engine.generation_number() is None:
                raise
            self.tell(describe(fault, self.words))
        with shown_on_stderr(self.words) as progress:
            if mirrored is not None and not engine.has_generation:
                engine.upkeep.mirror(mirrored, progress)
            engine.prepare(progress)
        if engine.unread is not None:
            self.tell(describe(engine.unread, self.words))
        return engine

    def from_index(self, request: Callable[[Engine], Result]) -> Result:
        """What ``request`` gets from the index alone, without loading the model; a first index is built if need be.

        Raises :class:`index.faults.EngineFault`.
        """
        self._find_articles_folder()
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
        """The catalogue an answer is shown in: the set language, else the answer's own; the operator's, where the
        question has no words."""
        if not answer.has_words:
            return self.words
        return words_in(self.settings.lang or answer.lang)

    def show(self, answer: Answer, place: str = "") -> None:
        """Show ``answer`` to a person, no quote far behind the first but how many those are, and where nothing
        answers a way on: drawn on a terminal, plain text elsewhere. ``place`` begins the keys of what names commands
        where they are called otherwise than here; there one speaks the language of the place, too, not that of each
        question."""
        words = self.words if place else self.words_for(answer)
        shown = answer.likeliest(len(answer.quotes))
        self.show_quotes(shown, words=words)
        left = len(answer.quotes) - len(shown.quotes)
        if left and not place:
            self.say("\n" + words("quotes-left", count=left))
        if answer.verdict is Verdict.NONE:
            from bot.plain.way_on import way_on_lines

            self.say("\n".join(way_on_lines(answer, words, place)))

    def show_quotes(self, answer: Answer, first: int = 1, words: Words | None = None) -> None:
        """Show the verdict and all quotes of ``answer``, numbered from ``first`` on, in the operator's language unless
        ``words`` are in another."""
        if draws(sys.stdout):
            from bot.terminal.drawing import draw_answer

            draw_answer(answer, words or self.words, first=first)
        else:
            from bot.plain.answer import answer_text

            self.say(answer_text(answer, words or self.words, first))

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

    def _find_articles_folder(self) -> None:
        """Refuse to answer from what was once in a folder that is not there: its name is likely a slip."""
        folder = self.settings.knowledge_dir
        if not folder.is_dir():
            raise EngineFault(FaultCode.KNOWLEDGE_MISSING, path=str(folder))

    def _describe(self, remark: SettingsRemark) -> str:
        if isinstance(remark, BrokenLine):
            return self.words("setting-broken-line", line=remark.line)
        return self.words("setting-unknown", name=remark.name, closest=remark.closest)


def draws(stream: object) -> bool:
    """Whether ``stream`` is a terminal that can be drawn on."""
    isatty = getattr(stream, "isatty", None)
    return isatty is not None and isatty() and os.environ.get("TERM") != "dumb"
