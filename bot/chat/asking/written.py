"""What a person wrote in a message, line by line, as others read it."""

from __future__ import annotations

import re
from typing import Final

import discord

_PERSON: Final = re.compile(r"<@!?(\d+)>")
_PLACE: Final = re.compile(r"<(@&|#)(\d+)>")
_EMOJI: Final = re.compile(r"<a?(:\w+:)\d+>")


def written(message: discord.Message, *, without: int | None = None, unnamed: bool = False) -> str:
    """The text of ``message`` with names in the place of ids; the person ``without`` (the bot, who was addressed) is
    left out, and with ``unnamed`` everybody."""
    names = {} if unnamed else {user.id: user.display_name for user in message.mentions if user.id != without}

    def person(found: re.Match[str]) -> str:
        name = names.get(int(found[1]))
        return f"@{name}" if name is not None else ""

    def place(found: re.Match[str]) -> str:
        guild = message.guild
        number = int(found[2])
        known = guild and (guild.get_role(number) if found[1] == "@&" else guild.get_channel_or_thread(number))
        return f"{found[1][:1]}{known.name}" if known else ""

    text = _EMOJI.sub(r"\1", _PLACE.sub(place, _PERSON.sub(person, message.content)))
    return "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in text.splitlines()).strip()
