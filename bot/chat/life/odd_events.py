"""Events of Discord that are not as they should be: noted and passed over, so that one can't end the bot.

discord.py takes each event in as it comes, and lets what it stumbles over through to the connection, which then ends.
"""

from __future__ import annotations

import json
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any, Final

import discord

from bot.chat.replies.errors import note_incident

_NEEDED: Final = frozenset({"READY", "RESUMED"})
"""Without these there is no session: they are not passed over."""
_THREADS: Final = (10, 11, 12)
_OF_THREADS: Final = {"owner_id": "0", "message_count": 0, "member_count": 0, "rate_limit_per_user": 0, "name": ""}
"""What the channel of an interaction may lack when it is a thread, and discord.py reads all the same."""

Parse = Callable[[Any], Any]


def pass_over_odd_events(parsers: MutableMapping[str, Parse]) -> None:
    """Have each of discord.py's ``parsers``, by event, take in what it can and note what it can't."""
    for event, parse in list(parsers.items()):
        if event not in _NEEDED:
            parsers[event] = _guarded(event, parse)


def read_as_python_does() -> None:
    """Have discord.py read and write JSON by the standard library: where orjson is installed it takes that instead,
    which ends the connection at half a surrogate pair."""
    discord.utils._from_json = _from_json
    discord.utils._to_json = partial(json.dumps, separators=(",", ":"))


def _from_json(told: Any) -> Any:
    return json.loads(bytes(told) if isinstance(told, memoryview) else told)


def _guarded(event: str, parse: Parse) -> Parse:
    def take_in(data: Any) -> None:
        try:
            if event == "INTERACTION_CREATE":
                _complete(data)
            parse(data)
        except Exception as error:
            note_incident(error)

    return take_in


def _complete(data: Any) -> None:
    """A command used in a thread that is in no cache is answered, whatever its channel object leaves out."""
    channel = data.get("channel") if isinstance(data, dict) else None
    if isinstance(channel, dict) and channel.get("type") in _THREADS:
        for key, value in _OF_THREADS.items():
            channel.setdefault(key, value)
        channel.setdefault("parent_id", channel.get("id"))
        times = {"archive_timestamp": "2015-05-15T00:00:00+00:00", "auto_archive_duration": 1440}
        channel.setdefault("thread_metadata", {"archived": False, "locked": False, **times})
