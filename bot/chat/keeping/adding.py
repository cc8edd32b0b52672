"""``/add``: an article from a file, pasted text or an address, shown as it would be read before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import discord
from discord import app_commands

from bot.catalogue import Words
from bot.chat.keeping.bylines import keep_origin
from bot.chat.keeping.keeping import WAITS, Keeping, Waiting, keeping_of
from bot.chat.keeping.live import LiveMessage
from bot.chat.keeping.reindex_command import WHERE_CHOICES
from bot.chat.messages.markdown import escape, for_display
from bot.chat.messages.message import NEUTRAL, Message, box, laid_out, row, text
from bot.chat.people.translator import catalogued
from bot.chat.replies.buttons import ButtonMaker, Kind, Press, SignedButton
from bot.chat.replies.replying import tell, told_in_private
from bot.plain.answer import is_message
from bot.plain.keeping.report import report_text
from bot.plain.keeping.shelf import preview_text
from index.faults import ArticleFault, FaultCode
from index.report import MadeBy
from index.shelf.submission import Preview, Submission

MODAL: Final = "add:"
"""Begins the id of the form for pasted text; the rest says where the article goes."""
PASTED: Final = ".md"
_FIELDS: Final = {
    "title": (150, True),
    "text": (4000, True),
    "date": (40, False),
    "publisher": (100, False),
    "url": (500, False),
}
"""The fields of the form: how many characters they take, whether they must be filled."""
_PREVIEW_ROOM: Final = 3000
_ANYWHERE: Final = "-"


def add_command() -> app_commands.Command[Any, Any, None]:
    """``/add [file:] [link:] [title:] [date:] [publisher:] [where:]``; with neither file nor link, a form opens."""

    @app_commands.command(name=catalogued("add-name"), description=catalogued("add-description"))
    @app_commands.rename(
        **{name: catalogued(f"add-{name}-name") for name in ("file", "link", "title", "date", "publisher")},
        where=catalogued("upkeep-where-name"),
    )
    @app_commands.describe(
        **{name: catalogued(f"add-{name}-description") for name in ("file", "link", "title", "date", "publisher")},
        where=catalogued("upkeep-where-description"),
    )
    @app_commands.choices(where=WHERE_CHOICES)
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def add(
        interaction: discord.Interaction,
        file: discord.Attachment | None = None,
        link: str | None = None,
        title: str | None = None,
        date: str | None = None,
        publisher: str | None = None,
        where: str | None = None,
    ) -> None:
        if file is None and not link:
            await interaction.response.send_modal(_form(where, keeping_of(interaction).memory.words_for(interaction)))
            return
        async with told_in_private(interaction):
            keeping = keeping_of(interaction)
            async with keeping.acting(interaction, "preview", where=where) as act:
                shelf = act.base.shelf
                if file is not None:
                    act.detail = file.filename
                    if file.size > shelf.most_bytes:
                        raise ArticleFault(FaultCode.TOO_LARGE, size=file.size, limit=shelf.most_bytes)
                    submission = Submission(file.filename, await file.read(), url=link)
                else:
                    act.detail = link or ""
                    submission = await keeping.works.done(lambda: shelf.fetch(link or ""))
                submission = replace(
                    submission,
                    title=title or submission.title,
                    date=date or submission.date,
                    publisher=publisher or submission.publisher,
                )
                await _show(interaction, keeping, submission, act.guild, shelf.preview)

    return add


async def add_pasted(interaction: discord.Interaction[Any]) -> None:
    """Show what was pasted into the form as it would be added; the form needs no memory, so it outlives a restart."""
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        data: Any = interaction.data
        where = str(data.get("custom_id", "")).removeprefix(MODAL)
        given = dict(filled(data.get("components") or []))
        async with keeping.acting(interaction, "preview", where=None if where == _ANYWHERE else where) as act:
            title = given.get("title", "").strip()
            act.detail = title
            submission = Submission(
                f"{title or 'article'}{PASTED}",
                given.get("text", "").encode("utf-8", "replace"),
                **{name: given[name].strip() for name in ("title", "date", "publisher", "url") if given.get(name)},
            )
            await _show(interaction, keeping, submission, act.guild, act.base.shelf.preview)


def presses_on_previews() -> Mapping[Kind, Press]:
    """What the buttons beneath a preview do."""
    return {Kind.ADD: _add, Kind.DROP: _drop}


async def _show(
    interaction: discord.Interaction[Any],
    keeping: Keeping,
    submission: Submission,
    guild: int | None,
    preview: Callable[[Submission], Preview],
) -> None:
    words = keeping.memory.words_for(interaction)
    found = await keeping.works.done(lambda: preview(submission))
    token = keeping.keep_waiting(Waiting(found, guild, interaction.user.id))
    if token is None:
        raise ArticleFault(FaultCode.TOO_LARGE, size=len(found.content), limit=len(found.content) // 2)
    message = preview_message(found, token, guild, words, keeping.maker)
    await interaction.edit_original_response(view=message.layout)


def preview_message(
    found: Preview, token: str | None, guild: int | None, words: Words, maker: ButtonMaker, *more: SignedButton | None
) -> Message:
    """How an article would be read, and the buttons that add it or don't (none without a ``token``), and ``more``."""
    head, *facts = preview_text(found, words, added=False).splitlines()
    del head  # names the file, which means nothing here
    lines = "\n".join(escape(for_display(fact)) for fact in facts)[:_PREVIEW_ROOM]
    heading = words("add-preview", title=escape(for_display(found.card.title)[:200]))
    goes = words("add-to-all" if guild is None else "add-to-server")
    if is_message(found.card) and not found.card.publisher:
        goes += f"\n-# {words('answer-unnamed-yet')}"
    ways = row(
        maker.button(Kind.ADD, token, words("add-confirm"), emoji="✅") if token is not None else None,
        maker.button(Kind.DROP, token, words("upkeep-cancel")) if token is not None else None,
        *more,
    )
    return laid_out([box([[text(heading)], [text(lines)], [text(f"-# {goes}"), ways]], NEUTRAL)])


async def _add(interaction: discord.Interaction[Any], token: str) -> None:
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        words = keeping.memory.words_for(interaction)
        waiting = keeping.waiting(token)
        if waiting is None or waiting.person != interaction.user.id:
            await tell(interaction, words("add-too-late"))
            return
        async with keeping.acting(interaction, "add", guild=waiting.guild) as act:
            act.detail = waiting.found.card.id
            keeping.forget(token)  # pressed twice, it is added once
            live = LiveMessage(interaction, words, keeping.token_life)
            added = await keeping.works.done(lambda: act.base.shelf.add(waiting.found, made_by=MadeBy.DISCORD))
            await keeping.works.done(act.base.load)
            title = escape(for_display(added.card.title)[:200])
            if waiting.said is not None and waiting.guild is not None:
                await keep_origin(interaction, waiting.said, waiting.guild, added.card.id)
            await live.conclude(words("add-done", title=title), report_text(added.report, words))


async def _drop(interaction: discord.Interaction[Any], token: str) -> None:
    async with told_in_private(interaction):
        keeping = keeping_of(interaction)
        waiting = keeping.waiting(token)
        if waiting is not None and waiting.person == interaction.user.id:
            keeping.forget(token)
        await tell(interaction, keeping.memory.words_for(interaction)("add-dropped"))


def _form(where: str | None, words: Words) -> discord.ui.Modal:
    form = discord.ui.Modal(title=words("add-form"), custom_id=f"{MODAL}{where or _ANYWHERE}", timeout=WAITS)
    for name, (most, must) in _FIELDS.items():
        style = discord.TextStyle.paragraph if name == "text" else discord.TextStyle.short
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=name, style=style, max_length=most, required=must
        )
        form.add_item(
            discord.ui.Label(
                text=words(f"add-form-{name}"), description=words(f"add-form-{name}-about"), component=field
            )
        )
    return form


def filled(components: Any) -> Iterator[tuple[str, str]]:
    """Names and values of the fields of a form, however Discord nests them."""
    for part in components:
        if not isinstance(part, dict):
            continue
        if isinstance(part.get("custom_id"), str) and isinstance(part.get("value"), str):
            yield part["custom_id"], part["value"]
        yield from filled([part.get("component"), *(part.get("components") or [])])
