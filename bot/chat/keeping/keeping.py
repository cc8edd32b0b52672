"""The care of articles from Discord: who may, on which base, and what is noted of it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final

import discord
from cachetools import TTLCache

from bot.chat.keeping.works import Works
from bot.chat.people.authority import (
    NotAllowed,
    Where,
    is_operator,
    may_reindex,
    operators_of,
    wrote_as_keeper,
)
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.memory import Memory
from bot.engine import Keepable
from index.engine import Base
from index.faults import Fault
from index.shelf.submission import Preview, Submission

WAITS: Final = 900.0
"""Seconds a preview waits to be confirmed."""
WAITING_BYTES: Final = 64 * 2**20
"""Bytes of all previews that wait; the oldest make room."""
_MOST_COLLECTING: Final = 100
"""People who look through messages at once."""
_DAY: Final = 86_400.0
DONE: Final = "done"
REFUSED: Final = "refused"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MemberMessage:
    """A message of ``author`` in ``channel`` that is to become an article."""

    channel: int
    message: int
    author: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that somebody was shown as it would be added to the collection of ``guild`` (None: to the shared
    base); ``said`` is the message that it was made of, if it was."""

    found: Preview
    guild: int | None
    person: int
    said: MemberMessage | None = None


@dataclass(frozen=True, slots=True)
class Collecting:
    """Messages that ``person`` looks through for the collection of ``guild``: those ``left``, the first of which is
    shown as ``found``; of ``total`` messages, so many were ``added``."""

    guild: int
    person: int
    left: tuple[tuple[Submission, MemberMessage], ...]
    total: int
    added: int = 0
    found: Preview | None = None


@dataclass
class Act:
    """Something somebody does to the base of ``guild``; ``detail`` says what, for the audit log."""

    guild: int | None
    base: Base
    detail: str = ""


@dataclass(frozen=True)
class Keeping:
    """``maker`` makes the buttons; ``operators`` are the people the operator named; with
    ``feeds``, those who look after them are told how they are doing; ``every`` is how many seconds lie
    between two looks at the progress of a re-index, and ``token_life`` after how many the message that shows it can
    no longer be edited."""

    engine: Keepable
    memory: Memory
    works: Works
    maker: ButtonMaker
    operators: Collection[int] = ()
    feeds: bool = False
    every: float = 2.5
    token_life: float = 14 * 60.0
    _waiting: TTLCache[str, Waiting] = field(
        default_factory=lambda: TTLCache(WAITING_BYTES, WAITS, getsizeof=lambda waiting: len(waiting.found.content) + 1)
    )

    collecting: TTLCache[str, Collecting] = field(default_factory=lambda: TTLCache(_MOST_COLLECTING, WAITS))

    def is_operator(self, interaction: discord.Interaction[Any]) -> bool:
        """As :func:`bot.chat.people.authority.is_operator`."""
        return is_operator(interaction, self.operators)

    async def place(self, interaction: discord.Interaction[Any], where: str | None) -> int | None:
        """The server whose collection is meant by ``where`` (a :class:`Where`), None for the shared base; when nothing
        is said, what all share for those who may change it. Raises NotAllowed."""
        operator = self.is_operator(interaction)
        if where == Where.SHARED or (where is None and operator):
            return await self.allowed(interaction, None)
        if interaction.guild_id is None or not interaction.is_guild_integration():
            raise NotAllowed("upkeep-on-a-server")
        return await self.allowed(interaction, interaction.guild_id)

    async def looks_after_articles(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether whoever uses a command or a button may change articles that are searched here; not, where that can't
        be found out."""
        if self.is_operator(interaction):
            return True
        if interaction.guild_id is None:
            return False
        try:
            await self.allowed(interaction, interaction.guild_id)
        except NotAllowed:
            return False
        except Exception:
            _log.exception("who looks after the articles of a server could not be read")
            return False
        return True

    async def wrote_as_keeper(self, message: discord.Message, client: discord.Client) -> bool:
        """As :meth:`looks_after_articles`, of whoever wrote ``message``."""
        if message.author.id in operators_of(client, self.operators):
            return True
        if message.guild is None:
            return False
        try:
            settings = await asyncio.to_thread(self.memory.state.guilds.settings, message.guild.id)
        except Exception:
            _log.exception("who looks after the articles of a server could not be read")
            return False
        return wrote_as_keeper(message, settings)

    async def allowed(self, interaction: discord.Interaction[Any], guild: int | None) -> int | None:
        """``guild`` again, if whoever uses a command or a button may change its articles, here. Raises NotAllowed."""
        if guild is None:
            if not self.is_operator(interaction):
                raise NotAllowed("upkeep-operators")
            return None
        if guild != interaction.guild_id:
            raise NotAllowed("upkeep-elsewhere")
        settings = await asyncio.to_thread(self.memory.state.guilds.settings, guild)
        if not may_reindex(interaction, settings) and not (
            self.is_operator(interaction) and interaction.is_guild_integration()
        ):
            raise NotAllowed("upkeep-refused")
        return guild

    async def may(self, interaction: discord.Interaction[Any], guild: int | None) -> bool:
        """Whether they may."""
        try:
            await self.allowed(interaction, guild)
        except NotAllowed:
            return False
        return True

    @asynccontextmanager
    async def acting(
        self, interaction: discord.Interaction[Any], action: str, *, where: str | None = None, guild: int | None = -1
    ) -> AsyncIterator[Act]:
        """Let whoever uses a command (that says ``where``) or a button (made for ``guild``) act, if they may; the act
        and its outcome stand in the audit log, refused ones too. Raises NotAllowed, and what is raised inside."""
        act = Act(None, None)  # type: ignore[arg-type]
        result = REFUSED
        try:
            act.guild = await (self.place(interaction, where) if guild == -1 else self.allowed(interaction, guild))
            result = "failed"
            act.base = await asyncio.to_thread(self.engine.base, act.guild)
            yield act
            result = DONE
        except Fault as fault:
            result = fault.code.value
            raise
        finally:
            detail = " ".join(filter(None, (act.detail, Where.SHARED.value if act.guild is None else "")))
            await self._note(interaction, action, detail, result)

    def keep_waiting(self, waiting: Waiting) -> str | None:
        """Keep what was shown until it is confirmed: the word to ask for it by; None when it is too large to wait."""
        token = secrets.token_urlsafe(9)
        try:
            self._waiting[token] = waiting
        except ValueError:
            return None
        return token

    def keep_collecting(self, collecting: Collecting) -> str:
        """Keep what is looked through until the next click: the word to ask for it by."""
        token = secrets.token_urlsafe(9)
        self.collecting[token] = collecting
        return token

    def waiting(self, token: str) -> Waiting | None:
        """What was kept under ``token``; None when it has waited too long."""
        return self._waiting.get(token)

    def forget(self, token: str) -> None:
        """Keep it no longer."""
        self._waiting.pop(token, None)

    def forget_person(self, person: int) -> None:
        """Let go of what ``person`` was shown, and of the messages of theirs that others look through."""
        for token, waiting in list(self._waiting.items()):
            if person in (waiting.person, waiting.said.author if waiting.said is not None else None):
                self._waiting.pop(token, None)
        for token, looked in list(self.collecting.items()):
            left = tuple(one for one in looked.left if one[1].author != person)
            if looked.person == person or not left or left[0] is not looked.left[0]:
                self.collecting.pop(token, None)
            else:
                self.collecting[token] = replace(looked, left=left)

    async def drop_left_daily(self) -> None:
        """Remove the collections of servers left for too long, and note whose messages were in them no more: now and
        each day, for ever."""
        while True:
            for guild in await asyncio.to_thread(self.engine.drop_left):
                await asyncio.to_thread(self.memory.state.members.forget_guild, guild)
            await asyncio.sleep(_DAY)

    async def _note(self, interaction: discord.Interaction[Any], action: str, detail: str, result: str) -> None:
        note = self.memory.state.audit.note
        await asyncio.to_thread(note, interaction.user.id, interaction.guild_id, action, detail, result)


def keeping_of(interaction: discord.Interaction[Any]) -> Keeping:
    """The care of articles of the bot that an interaction came to."""
    keeping: Keeping = interaction.client.keeping
    return keeping
