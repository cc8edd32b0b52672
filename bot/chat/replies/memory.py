"""What the bot remembers and what it asks the engine for besides answers, for the commands and buttons that need it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import discord
from cachetools import TTLCache

from bot.catalogue import Words, words_in
from bot.chat.people.preferences import Preferences
from bot.chat.people.translator import language_of
from bot.engine import Newsworthy
from bot.state import State

_DAY: Final = 86_400.0
_KNOWN_FOR: Final = 2.0
"""Seconds for which the preferences of a server are not read again; another process may have changed them."""
_MOST_KNOWN: Final = 10_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Memory:
    """``forced_lang`` is the language of every reply when the operator set one, ``reads_all`` tells whether Discord
    hands over messages that don't address the bot, ``alert_minutes`` is the least time between two alerts in one place.
    """

    state: State
    engine: Newsworthy
    forced_lang: str | None = None
    reads_all: bool = False
    alert_minutes: int = 60
    voter: Callable[[int], str] = str
    """The pseudonym that a person's votes are kept under."""
    _known: TTLCache[int, Preferences] = field(default_factory=lambda: TTLCache(_MOST_KNOWN, _KNOWN_FOR), repr=False)

    def words_for(self, interaction: discord.Interaction[Any]) -> Words:
        """The catalogue for whoever uses a command or a button."""
        return words_in(self.forced_lang or language_of(interaction.locale))

    @property
    def keeps_questions(self) -> bool:
        """Whether questions without an answer are kept at all: what is not kept can't be handed on."""
        return self.state.retention > 0

    async def preferences(self, guild: int | None, channel: int | None) -> Preferences:
        """How a server wants to be answered, as :class:`bot.chat.people.preferences.PreferencesOf`."""
        del channel
        if guild is None:
            return Preferences()
        known = self._known.get(guild)
        if known is None:
            settings = await asyncio.to_thread(self.state.guilds.settings, guild)
            known = Preferences(
                settings.lang,
                settings.private,
                settings.quotes,
                settings.feedback,
                team=self.keeps_questions and (settings.team_channel or settings.team_role) is not None,
                team_weak=settings.team_weak,
                team_in_place=settings.team_channel is None,
            )
            self._known[guild] = known
        return known

    def look_again(self, guild: int) -> None:
        """Have the preferences of a server read anew: they have changed."""
        self._known.pop(guild, None)

    async def note_unanswered(self, question: str, lang: str, guild: int | None) -> None:
        """Keep a question that nothing in the base answers, as :data:`bot.chat.asking.asking.NoteUnanswered`."""
        try:
            await asyncio.to_thread(self.state.unanswered.note, question, lang, guild)
        except Exception as error:
            _log.warning("an unanswered question could not be kept (%s)", type(error).__name__)

    async def drop_expired_daily(self) -> None:
        """Remove what is older than the operator keeps it, now and each day, for ever."""
        while True:
            try:
                await asyncio.to_thread(self.state.drop_expired)
            except Exception as error:
                _log.warning("what has expired could not be removed (%s): next try tomorrow", type(error).__name__)
            await asyncio.sleep(_DAY)


def memory_of(interaction: discord.Interaction[Any]) -> Memory:
    """The memory of the bot that an interaction came to."""
    memory: Memory = interaction.client.memory
    return memory
