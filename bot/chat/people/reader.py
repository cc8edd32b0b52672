"""Whoever reads a reply: their language, and what holds where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.catalogue import Words, words_in
from bot.chat.people.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Reader:
    """``person`` in ``guild`` (None in private) reads ``lang``, and is answered from the shared base and from the
    ``collection`` of that server, which is None where the bot is no member but came with a person. With ``by_question``
    their language is only guessed, and the language they ask in comes before it. ``alone`` in a conversation with the
    bot, nothing need be private."""

    lang: str
    person: int
    guild: int | None
    collection: int | None
    preferences: Preferences
    by_question: bool = False
    alone: bool = False

    @property
    def words(self) -> Words:
        """The catalogue in the reader's language."""
        return words_in(self.lang)

    def hides(self, private: bool | None) -> bool:
        """Whether a reply is for this reader alone, who asked for that, for the contrary, or (None) for neither."""
        return (self.preferences.private if private is None else private) and not self.alone

    def asking_in(self, lang: str) -> Reader:
        """The same reader, once it is known that they ask in ``lang``."""
        if not self.by_question:
            return self
        return replace(self, lang=lang, by_question=False)


def collection_of(interaction: discord.Interaction[Any]) -> int | None:
    """The server whose collection may be seen where a command or a button is used; None where the bot is no member."""
    return interaction.guild_id if interaction.is_guild_integration() else None
