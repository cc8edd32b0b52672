"""What is sent: a line of text, or a layout of components with perhaps a picture; and how it is put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.chat.messages.limits import ATTACHMENT_DESCRIPTION, LAYOUT_TEXT

NEUTRAL: Final = discord.Colour(0x0072B2)
"""The edge of what is neither an answer nor the lack of one."""

ROOM: Final = LAYOUT_TEXT - 120
"""Characters of text in a layout: a line is added when it is shared."""

Part = discord.ui.Item[discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG to attach, and the text for those who don't see it."""

    name: str
    png: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file to attach, for whoever wants to keep it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """Either a ``layout``, which may show the ``picture`` and offer the ``document``, or a line of text.

    A ``refusal`` tells why there is no reply: it never takes the place of a reply that is already there.
    """

    content: str | None = None
    picture: Picture | None = None
    layout: discord.ui.LayoutView | None = None
    refusal: bool = False
    document: Document | None = None


def laid_out(parts: Iterable[Part | None]) -> Message:
    """A message of ``parts``, as :func:`layout_of` them."""
    return Message(layout=layout_of(parts))


def layout_of(parts: Iterable[Part | None]) -> discord.ui.LayoutView:
    """The ``parts``, from top to bottom, those that are None left out."""
    layout = discord.ui.LayoutView(timeout=None)
    for part in parts:
        if part is not None:
            layout.add_item(part)
    return layout


def text(*lines: str) -> Part | None:
    """Markdown ``lines``, empty ones left out; None when nothing is left."""
    kept = "\n".join(line for line in lines if line)
    return discord.ui.TextDisplay(kept) if kept else None


def row(*buttons: discord.ui.Item[Any] | None) -> Part | None:
    """A row of ``buttons``, those that are None left out; None when nothing is left."""
    made: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
    for button in buttons:
        if button is not None:
            made.add_item(button)
    return made if made.children else None


def gallery(name: str, description: str | None) -> Part:
    """The attached picture called ``name``, with the text for those who don't see it."""
    made: discord.ui.MediaGallery[discord.ui.LayoutView] = discord.ui.MediaGallery()
    about = description[:ATTACHMENT_DESCRIPTION] if description else None
    return made.add_item(media=f"attachment://{name}", description=about)


def download(name: str) -> Part:
    """The attached document called ``name``, to save."""
    made: discord.ui.File[discord.ui.LayoutView] = discord.ui.File(f"attachment://{name}")
    return made


def box(groups: Sequence[Sequence[Part | None]], colour: discord.Colour) -> Part:
    """A box with a coloured edge, a line between its groups of parts."""
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(accent_colour=colour)
    for number, group in enumerate(groups):
        if number:
            container.add_item(discord.ui.Separator())
        for part in group:
            if part is not None:
                container.add_item(part)
    return container
