"""What the bot itself must be allowed, and where it is not."""

from __future__ import annotations

from typing import Final

import discord

from bot.catalogue import Words
from bot.printable import one_line

NEEDED: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    attach_files=True,
)
"""What the bot does of itself: answer where it is mentioned, in threads too, replying to the message, with pictures.
Commands need none of these."""


def lacking_of(allowed: discord.Permissions) -> tuple[str, ...]:
    """The permissions that are needed and not in ``allowed``, by discord.py's names."""
    return tuple(name for name, needed in NEEDED if needed and not getattr(allowed, name))


def lacking_line(channel: str, lacking: tuple[str, ...], words: Words) -> str:
    """A channel and the permissions that are lacking there, as Discord calls them in the reader's language."""
    names = ", ".join(words(f"permission-{name.replace('_', '-')}") for name in lacking)
    return f"#{one_line(channel)} ({names})"
