"""Whose state is kept in these tests, and where."""

from __future__ import annotations

from bot.state.follows import Place, PlaceKind
from bot.state.votes import Vote
from index.answer import Verdict

ADA, BOB, GUILD, CHANNEL = 2**62 + 1, 2, 2**62 + 3, 4


DAY = 86_400


HERE = Place(PlaceKind.CHANNEL, CHANNEL, GUILD)


AT_ADAS = Place(PlaceKind.PERSON, ADA)


def vote(message: int, voter: str, *, helpful: bool, guild: int | None = GUILD) -> Vote:
    return Vote(message, voter, guild, CHANNEL, helpful, Verdict.FOUND, "fin", 0, 9)
