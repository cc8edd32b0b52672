"""A timeline as a web page to keep and to publish: a button beside it, and the file that a press on it brings."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any, Final

import discord

from bot.catalogue import Words
from bot.chat.asking.asking import Asking, Making
from bot.chat.messages.message import Document, Message, download, laid_out, text
from bot.chat.people.reader import collection_of
from bot.chat.replies.buttons import ButtonMaker, Kind, Press, SignedButton
from bot.chat.replies.sending import completing
from index.events.happening import Happening
from index.timeline import Beside, Timeline

_PUBLISHED: Final = 1000
"""Events on a page, the most told first: a file that Discord takes (10 MB) and a phone shows."""
_BESIDE: Final = "\x1f"
"""Between two subjects; no one types it."""
_OF_KIND: Final = "/"
"""Before the only kind of event that is asked for, where there is one."""


def page_button(
    subjects: tuple[str, ...],
    since: str,
    until: str,
    reach: str,
    kind: Happening | None,
    words: Words,
    maker: ButtonMaker,
) -> SignedButton | None:
    """The button that brings the page; None when what was asked is too long for a button to remember."""
    if ":" in since + until:
        return None
    carried = f"{reach}{_OF_KIND + kind if kind else ''}:{since}:{until}:{_BESIDE.join(subjects)}"
    return maker.button(Kind.WEB_PAGE, carried, words("discord-timeline-page"), emoji="🌐")


def press_on_page(asking: Asking) -> Press:
    """Brings the page as a file, to whoever pressed alone."""

    async def bring(interaction: discord.Interaction[Any], carried: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        reader = await asking.reader_of(interaction)
        making = _page_making(asking, carried, collection_of(interaction))
        await asking.reply_with(making, reader, completing(interaction))

    return bring


def _page_making(asking: Asking, carried: str, collection: int | None) -> Making:
    how, since, until, subjects = carried.split(":", 3)
    reach, _, of_kind = how.partition(_OF_KIND)
    kind = Happening(of_kind) if of_kind else None
    first, _, second = subjects.partition(_BESIDE)
    period = (since or None, until or None)

    async def making(words: Words) -> Message:
        found: Timeline | Beside
        if second:
            found = await asking.desk.beside(first, second, collection, *period, _PUBLISHED, kind)
        else:
            found = await asking.desk.timeline(first, collection, *period, _PUBLISHED, reach, kind)
        document = await asyncio.to_thread(_document, found, words)
        shown = laid_out([text(words("discord-timeline-page-here")), download(document.name)])
        return replace(shown, document=document)

    return making


def _document(found: Timeline | Beside, words: Words) -> Document:
    from bot.webpage.timeline import beside_page, page_name, timeline_page

    if isinstance(found, Beside):
        name, page = page_name([found.first.subject, found.second.subject]), beside_page(found, words)
    else:
        name, page = page_name([found.subject]), timeline_page(found, words)
    return Document(name, page.encode("utf-8"))
