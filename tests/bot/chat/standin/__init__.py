"""A wire-level stand-in for Discord."""

from tests.bot.chat.standin.reading import Reply, Shown, quoted
from tests.bot.chat.standin.server import TOKEN, StandIn
from tests.bot.chat.standin.world import Channel, Person

__all__ = ["TOKEN", "Channel", "Person", "Reply", "Shown", "StandIn", "quoted"]
