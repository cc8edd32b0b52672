"""How a server wants to be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import discord


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a server's admins set: ``lang`` of all replies (None follows each reader), whether answers are ``private``
    unless somebody asks otherwise, how many ``quotes`` an answer shows at most (1 to 3), and whether ``feedback`` is
    asked for. ``team`` says whether there are people to ask what the base doesn't answer, ``team_weak`` whether they
    are asked what it may not answer too, ``team_in_place`` that they are asked where everybody reads."""

    lang: str | None = None
    private: bool = False
    quotes: int = 3
    feedback: bool = True
    team: bool = False
    team_weak: bool = False
    team_in_place: bool = False


USUAL: Final = Preferences()


class PreferencesOf(Protocol):
    """Finds the preferences that hold in a place, fast: Discord's three seconds are running."""

    async def __call__(self, guild: int | None, channel: int | None) -> Preferences:
        """The preferences of the server ``guild`` (None: a private conversation) in ``channel``, which is never a
        thread, but the channel a thread belongs to."""


async def usual_preferences(guild: int | None, channel: int | None) -> Preferences:
    """What holds where nobody has set anything."""
    del guild, channel
    return USUAL


def settled_channel(channel: object) -> int | None:
    """The id of the channel whose settings hold in ``channel``: a thread follows the one it belongs to."""
    if isinstance(channel, discord.Thread):
        return channel.parent_id
    found = getattr(channel, "id", None)
    return found if isinstance(found, int) else None
