"""A wire-level stand-in for Discord."""

from tests.chat.standin.reading import Reply, Shown, quoted
from tests.chat.standin.server import TOKEN, StandIn
from tests.chat.standin.world import Channel, Person

__all__ = ["TOKEN", "Channel", "Person", "Reply", "Shown", "StandIn", "quoted"]
