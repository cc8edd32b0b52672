"""What the bot must remember: settings of servers, follows, counts, unanswered questions, an audit log.

Everything here waits for a disk or a server: call it off the event loop.
"""

from bot.state.database import StateUnusable
from bot.state.state import State

__all__ = ["State", "StateUnusable"]
