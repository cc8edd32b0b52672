"""What goes on beside the answers: whether the bot is there, what keeps the base up to date, what tells its health."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.chat.life.client import SourcierClient
from bot.reindexing import BackgroundReindexing

if TYPE_CHECKING:
    from bot.watch.health import HealthServer


class Presence:
    """Whether the bot is on Discord at this moment."""

    def __init__(self) -> None:
        self.client: SourcierClient | None = None

    def online(self) -> bool:
        """Whether it has a session on an open connection."""
        return self.client is not None and self.client.online


@dataclass(frozen=True)
class Care:
    """What goes on beside the answers: ``reindexing`` begins when the engine is ready, and is asked by SIGHUP;
    ``health`` is told to others."""

    presence: Presence = field(default_factory=Presence)
    reindexing: BackgroundReindexing | None = None
    health: HealthServer | None = None


ALONE: Final = Care()
"""Nothing beside the answers."""
