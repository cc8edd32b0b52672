"""What somebody did on Discord, and what came of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.bot.chat.standin.reading import Reply
from tests.bot.chat.standin.world import Channel, Payload

PATIENCE = 60.0
"""Seconds a test waits for something that should happen; only a failing test waits that long."""


@dataclass
class Interaction:
    """A command somebody used."""

    id: int
    token: str
    channel: Channel
    created: float
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    kind: int | None = None
    message: Payload | None = None
    choices: list[str] = field(default_factory=list)
    choice_names: list[str] = field(default_factory=list)
    follow_ups: list[Payload] = field(default_factory=list)
    form: Payload | None = None
    followed_up: asyncio.Event = field(default_factory=asyncio.Event)

    async def follow_up(self) -> Reply:
        """The first message sent beside the answer."""
        await asyncio.wait_for(self.followed_up.wait(), PATIENCE)
        return Reply(self.follow_ups[0])

    async def outcome(self) -> Reply:
        """What comes of it first: a message beside the answer, or the answer."""
        waits = [asyncio.create_task(event.wait()) for event in (self.followed_up, self.answered)]
        done, others = await asyncio.wait(waits, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        for wait in others:
            wait.cancel()
        assert done
        return Reply(self.follow_ups[0]) if self.follow_ups else await self.reply()

    async def deferred(self) -> None:
        """Wait for the first response."""
        await asyncio.wait_for(self.acknowledged.wait(), PATIENCE)

    async def reply(self) -> Reply:
        """The message the asker reads in the end."""
        await asyncio.wait_for(self.answered.wait(), PATIENCE)
        assert self.message is not None
        return Reply(self.message)
