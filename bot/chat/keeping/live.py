"""A message that tells how far something is, until it ends; when Discord lets nobody edit it any more, the end is told
elsewhere."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final, TypeVar

import discord

from bot.catalogue import Words
from bot.chat.messages.limits import CONTENT, measure
from bot.chat.messages.markdown import escape, for_display
from bot.chat.replies.errors import UNSENT, note_unsent
from bot.plain.keeping.time_left import TimeLeft, minutes_text
from index.report import Stage

_STEPS: Final = 12
_Result = TypeVar("_Result")


class LiveMessage:
    """The message that an acknowledged interaction shows to whoever used it."""

    def __init__(self, interaction: discord.Interaction[Any], words: Words, token_life: float) -> None:
        self._interaction = interaction
        self.words = words
        self._over = time.monotonic() + token_life
        self._shown = ""
        self._left = TimeLeft()

    async def show(self, line: str) -> None:
        """Put ``line`` in the place of what stands there; quietly not, when it can't be."""
        if line == self._shown or time.monotonic() > self._over:
            return
        self._shown = line
        with suppress(*UNSENT):
            await self._interaction.edit_original_response(content=line, view=None)

    async def show_progress(self, stage: Stage, done: int, total: int) -> None:
        """Show how far a re-index is, and how long it will still take."""
        left = self._left.seconds(stage, done, total)
        line = progress_line(stage, done, total, self.words)
        await self.show(line if left is None else f"{line} · {minutes_text(left, self.words)}")

    async def conclude(self, head: str, text: str) -> None:
        """Show the outcome: ``head``, a line of Markdown, and a plain ``text``, attached when it is long. Too late to
        edit, it goes to whoever asked in private, or where they asked."""
        lines = "\n".join(escape(for_display(line)) for line in text.splitlines())
        whole = f"{head}\n{lines}"
        attached = measure(whole) > CONTENT
        files = [discord.File(io.BytesIO(text.encode()), "sourcier.txt")] if attached else []
        content = head if attached else whole
        if time.monotonic() < self._over:
            try:
                await self._interaction.edit_original_response(content=content, attachments=files, view=None)
                return
            except discord.HTTPException as error:
                if error.status not in (401, 404):
                    raise
        await self._elsewhere(content, text, attached=attached)

    async def _elsewhere(self, content: str, text: str, *, attached: bool) -> None:
        user, channel = self._interaction.user, self._interaction.channel
        places: list[tuple[discord.abc.Messageable, str]] = [(user, content)]
        if isinstance(channel, discord.abc.Messageable):
            places.append((channel, f"{user.mention} {content}"[:CONTENT]))
        for place, said in places:
            more: Any = {"file": discord.File(io.BytesIO(text.encode()), "sourcier.txt")} if attached else {}
            try:
                await place.send(said, **more)
            except UNSENT as error:
                note_unsent(error)
            else:
                return

    async def while_working(
        self, work: Awaitable[_Result], look: Callable[[], tuple[Stage, int, int] | None], every: float
    ) -> _Result:
        """The outcome of ``work``; every so many seconds, what ``look`` tells of it is shown."""
        going_on = asyncio.ensure_future(work)
        while True:
            done, _ = await asyncio.wait({going_on}, timeout=every)
            if done:
                return going_on.result()
            told = look()
            if told is not None:
                await self.show_progress(*told)


def progress_line(stage: Stage, done: int, total: int, words: Words) -> str:
    """How far a re-index is, with a bar."""
    full = round(_STEPS * min(1.0, done / total)) if total else 0
    bar = "▰" * full + "▱" * (_STEPS - full)
    return f"`{bar}` {words(f'stage-{stage.value}', done=done, total=total)}"
