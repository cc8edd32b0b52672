"""Buttons that work for ever: all they need stands in their id, signed, so no message has to be remembered.

They outlive a restart and a re-index; what they refer to may be gone by then, and they say so.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from typing import Any, Final, Self

import discord

from bot.catalogue import words_in
from bot.chat.messages.limits import CHOICE, COMPONENT_ID, MOST_CHOICES, measure
from bot.chat.people.translator import language_of
from bot.chat.replies.errors import UNSENT, line_for, note_unsent
from bot.chat.replies.signing import SigningKey


class Kind(StrEnum):
    """What a button does; the value begins its id, so it never changes."""

    TIMELINE = "tl"
    CONTEXT = "cx"
    SOURCE = "so"
    MORE = "mo"
    SHARE = "sh"
    UP = "up"
    DOWN = "dn"
    SHELF = "sf"
    PAGE = "pg"
    ADD = "ad"
    DROP = "dr"
    REMOVE = "rm"
    ROLLBACK = "rb"
    TEAM = "tm"
    AWAIT = "aw"
    TITLE = "ti"
    COLLECT = "co"
    BYLINE = "by"
    WEB_PAGE = "wp"
    ALONE = "al"
    ALSO = "as"
    WHY = "wy"


MENU: Final = "menu"
"""The id of every menu: what a choice is for, it says itself."""

Press = Callable[["discord.Interaction[Any]", str], Awaitable[None]]
"""What a press does, given the text that the button carries; it answers the interaction whatever happens."""


class ButtonMaker:
    """Makes buttons signed with ``key``."""

    def __init__(self, key: SigningKey) -> None:
        self._key = key

    def button(
        self, kind: Kind, carried: str, label: str | None = None, *, emoji: str | None = None
    ) -> SignedButton | None:
        """A button that carries a text; None when the text is too long for Discord to keep."""
        custom_id = self.carrying(kind, carried)
        if custom_id is None:
            return None
        return SignedButton(discord.ui.Button(label=label, emoji=emoji, custom_id=custom_id))

    def carrying(self, kind: Kind, carried: str) -> str | None:
        """A text that does what a button would that has it as its id; None when it is too long."""
        custom_id = self._key.signed(f"{kind}:{carried}")
        return custom_id if measure(custom_id) <= COMPONENT_ID else None

    def menu(self, choices: Mapping[str, str], prompt: str) -> discord.ui.ActionRow[Any]:
        """A menu of at most 25 ``choices``: texts of :meth:`carrying`, each with what it is called."""
        options = [
            discord.SelectOption(label=_cut(name, CHOICE), value=value)
            for value, name in list(choices.items())[:MOST_CHOICES]
        ]
        select: discord.ui.Select[Any] = discord.ui.Select(custom_id=MENU, placeholder=prompt, options=options)
        return discord.ui.ActionRow(SignedMenu(select))

    def carried(self, custom_id: str) -> tuple[Kind, str] | None:
        """What a button was made of; None when it was not made here."""
        text = self._key.verified(custom_id)
        if text is None:
            return None
        kind, _, carried = text.partition(":")
        return Kind(kind), carried


class SignedButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=rf"(?:{'|'.join(Kind)}):(?s:.*)"):
    """A button of the bot, or what claims to be one."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed; a menu that bears its id is taken for it."""
        del interaction
        return cls(item if isinstance(item, discord.ui.Button) else discord.ui.Button(custom_id=match.string))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is for, or say that it is not one of ours."""
        try:
            await press(interaction, self.custom_id, interaction.client.maker, interaction.client.presses)
        except UNSENT as error:
            note_unsent(error)


class SignedMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=MENU):
    """A menu each of whose choices does what a signed button does."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The menu that was used; what else bears its id is taken for it."""
        del interaction, match
        return cls(item if isinstance(item, discord.ui.Select) else discord.ui.Select(custom_id=MENU))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the choice is for, or say that it is not one of ours."""
        data: Any = interaction.data
        chosen = str((data.get("values") or [""])[0])
        try:
            await press(interaction, chosen, interaction.client.maker, interaction.client.presses)
        except UNSENT as error:
            note_unsent(error)


async def press(
    interaction: discord.Interaction[Any], custom_id: str, maker: ButtonMaker, presses: Mapping[Kind, Press]
) -> None:
    """Do what the button with ``custom_id`` is for; a forged one, and a failure, are told to whoever pressed."""
    words = words_in(language_of(interaction.locale))
    made = maker.carried(custom_id)
    if made is None:
        await interaction.response.send_message(words("discord-button-forged"), ephemeral=True)
        return
    kind, carried = made
    try:
        await presses[kind](interaction, carried)
    except UNSENT:
        raise
    except Exception as error:
        line = line_for(error, words)
        if interaction.response.is_done():
            await interaction.followup.send(line, ephemeral=True)
        else:
            await interaction.response.send_message(line, ephemeral=True)


def _cut(name: str, room: int) -> str:
    """``name``, or as much of it as fits with an ellipsis."""
    shown = name
    while measure(shown) > room:
        name = name[:-1]
        shown = name.rstrip() + "…"
    return shown


_ALPHABET: Final = re.compile(r"[\w-]*", re.ASCII)


def as_text(carried: bytes) -> str:
    """Bytes as a text that a button can carry."""
    return base64.urlsafe_b64encode(carried).rstrip(b"=").decode("ascii")


def as_bytes(carried: str) -> bytes:
    """The bytes of :func:`as_text`; ValueError for another text."""
    if not _ALPHABET.fullmatch(carried):
        raise ValueError(carried)
    try:
        return base64.urlsafe_b64decode(carried + "=" * (-len(carried) % 4))
    except binascii.Error as error:
        raise ValueError(carried) from error
