"""Which generations answer, for those who have something to tell when another one does."""

from __future__ import annotations

from typing import Final, Protocol

from bot.chat.replies.memory import Memory
from bot.chat.replies.places import Places

LOOK_EVERY: Final = 2.0
"""Seconds between two looks at which generation answers: it reads one number from a file."""


class Channels(Places, Protocol):
    """The part of Discord that alerts need."""

    def serves(self, guild_id: int) -> bool:
        """Whether this process, of all that share the state, alerts there; direct messages are those of guild 0."""


def generations(memory: Memory, channels: Channels) -> dict[int | None, int]:
    """The generations that answer: of the shared base (None) and of the collections of the servers served here."""
    shared = memory.engine.generation_number()
    found: dict[int | None, int] = {} if shared is None else {None: shared}
    own = memory.engine.collection_numbers().items()
    return found | {guild: number for guild, number in own if channels.serves(guild)}
