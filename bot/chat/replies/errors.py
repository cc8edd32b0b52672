"""What went wrong, in a line for the person who asked, and in the log for the operator.

One table decides the line; what is not in it gets the "unexpected" line with an incident number that the log
repeats beside the trace.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import aiohttp
import discord

from bot.catalogue import Words, words_in
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.people.authority import NotAllowed
from bot.chat.people.pace import TooSoon
from bot.chat.replies.desk import DeskBusy, DeskClosed, TooSlow
from bot.faults import describe
from bot.settings import interface_language
from index.faults import Fault, FaultCode

_log = logging.getLogger(__name__)

_LINES: Final[Mapping[type[BaseException], str]] = MappingProxyType(
    {
        DeskBusy: "discord-busy",
        DeskClosed: "discord-stopping",
        TooSlow: "discord-slow",
    }
)
_FOR_THE_OPERATOR: Final = frozenset(
    {
        FaultCode.KNOWLEDGE_MISSING,
        FaultCode.KNOWLEDGE_EMPTIED,
        FaultCode.DATA_UNWRITABLE,
        FaultCode.NO_GENERATION,
        FaultCode.MODEL_MISSING,
        FaultCode.MODEL_CHANGED,
    }
)
"""What an asker can do nothing about: the sentence names folders and commands of the machine, and goes to the log."""
_FAULT_ROOM: Final = 1500

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes: the asker, the message
# or the channel is gone, or closed to the bot. Nobody is left to tell.
_NOBODY_TO_TELL: Final = frozenset({10003, 10004, 10008, 10013, 10015, 10062, 40060, 50001, 50007, 50013, 50027})


UNSENT: Final = (discord.DiscordException, aiohttp.ClientError, OSError)
"""What sending may end in when Discord, or the way to it, fails."""


def line_for(error: BaseException, words: Words) -> str:
    """The line that tells the asker of ``error``; logs it when it is not an expected one."""
    if isinstance(error, Fault) and error.code in _FOR_THE_OPERATOR:
        incident = _new_incident()
        _log.error("incident %s: %s", incident, describe(error, words_in(interface_language())))
        return words("discord-unavailable", incident=incident)
    if isinstance(error, TooSoon):
        seconds = max(1, round(error.seconds))
        return words("discord-server-too-soon" if error.of_server else "discord-too-soon", seconds=seconds)
    if isinstance(error, Fault):
        return escape(shorten(for_display(describe(error, words, "discord-")), _FAULT_ROOM))
    if isinstance(error, NotAllowed):
        return words(error.key)
    key = _LINES.get(type(error))
    if key is not None:
        return words(key)
    return words("discord-unexpected", incident=note_incident(error))


def note_incident(error: BaseException) -> str:
    """Log ``error`` with its trace under a new incident number, and give that number."""
    incident = _new_incident()
    _log.error("incident %s: %s", incident, type(error).__name__, exc_info=error)
    return incident


def note_unsent(error: Exception) -> None:
    """Log that a reply could not be sent: a line when nobody is left to read it, else a trace too."""
    code = error.code if isinstance(error, discord.HTTPException) else None
    if code in _NOBODY_TO_TELL:
        _log.warning("a reply found nobody to read it (Discord's code %s)", code)
    else:
        note_incident(error)


def _new_incident() -> str:
    return secrets.token_hex(4)
