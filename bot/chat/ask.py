"""Answering a question, whichever way it came, and ``/ask``, the way with a command."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import discord
from discord import app_commands

from bot.about import about_lines
from bot.catalogue import words_in
from bot.chat.desk import AnsweringDesk
from bot.chat.errors import UNSENT, line_for, note_unsent
from bot.chat.limits import ATTACHMENT_DESCRIPTION
from bot.chat.markdown import for_display
from bot.chat.message import MOST_QUOTES, Message, Picture, answer_message, question_line
from bot.chat.translator import catalogued, language_of

Send = Callable[[Message], Coroutine[Any, Any, object]]
"""Delivers a reply to whoever asked."""


class Asking:
    """Turns questions into replies, and knows which replies are under way.

    ``forced_lang`` is the language of every reply when the operator set one.
    """

    def __init__(self, desk: AnsweringDesk, forced_lang: str | None) -> None:
        self.desk = desk
        self.forced_lang = forced_lang
        self._under_way: set[asyncio.Future[None]] = set()

    async def reply_to(self, question: str, lang: str, send: Send, *, by_question: bool, echo: bool) -> None:
        """Answer ``question`` through ``send``: exactly one message, whatever happens.

        ``lang`` is the reader's language; with ``by_question`` the language of the question comes before it,
        for readers whose own is unknown. ``echo`` shows the question above the answer.
        """
        with self._counted():
            await self._deliver(await self._message(question, lang, by_question=by_question, echo=echo), lang, send)

    async def reply_with(self, making: Awaitable[Message], lang: str, send: Send) -> None:
        """Send what ``making`` makes for a reader of ``lang``, or in one line why it can't be made."""
        with self._counted():
            try:
                message = await making
            except Exception as error:
                message = Message(line_for(error, words_in(self.forced_lang or lang)))
            await self._deliver(message, lang, send)

    async def about(self, lang: str) -> Message:
        """What Sourcier is and what the articles are, for a reader of ``lang``; raises as the desk does."""
        return Message("\n".join(about_lines(await self.desk.sources(), words_in(self.forced_lang or lang))))

    async def finish(self, seconds: float) -> None:
        """Wait until the replies under way are sent, but no longer than ``seconds``."""
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=seconds)

    def stop_taking(self) -> None:
        """Answer what is being answered, refuse the rest."""
        self.desk.stop_taking()

    async def _message(self, question: str, lang: str, *, by_question: bool, echo: bool) -> Message:
        words = words_in(self.forced_lang or lang)
        if not for_display(question):
            return Message(words("discord-help"))
        try:
            answer = await self.desk.answer(question, limit=MOST_QUOTES)
            if by_question and self.forced_lang is None:
                words = words_in(answer.lang)
            return await asyncio.to_thread(answer_message, answer, words, echo=echo)
        except Exception as error:
            line = line_for(error, words)
            return Message(f"{question_line(question, words)}\n{line}" if echo else line)

    async def _deliver(self, message: Message, lang: str, send: Send) -> None:
        try:
            await send(message)
        except discord.HTTPException as error:
            if error.status != 400:
                note_unsent(error)
                return
            # Discord found fault with the answer's form: that is ours to mend, but not to keep from the asker.
            await self._apologise(error, lang, send)
        except UNSENT as error:
            note_unsent(error)

    async def _apologise(self, error: discord.HTTPException, lang: str, send: Send) -> None:
        try:
            await send(Message(line_for(error, words_in(self.forced_lang or lang))))
        except UNSENT as second:
            note_unsent(second)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        sent = asyncio.get_running_loop().create_future()
        self._under_way.add(sent)
        try:
            yield
        finally:
            self._under_way.discard(sent)
            if not sent.done():
                sent.set_result(None)


def ask_command(asking: Asking) -> app_commands.Command[Any, Any, None]:
    """``/ask question:``, for servers, direct messages and group chats, installed on a server or by a person."""

    @app_commands.command(name=catalogued("discord-ask-name"), description=catalogued("discord-ask-description"))
    @app_commands.rename(question=catalogued("discord-ask-question-name"))
    @app_commands.describe(question=catalogued("discord-ask-question-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(interaction: discord.Interaction, question: str) -> None:
        await interaction.response.defer(thinking=True)
        lang = language_of(interaction.locale)
        await asking.reply_to(question, lang, completing(interaction), by_question=False, echo=True)

    return ask


def about_command(asking: Asking) -> app_commands.Command[Any, Any, None]:
    """``/about``, wherever ``/ask`` is; only the person who asked sees the reply."""

    @app_commands.command(name=catalogued("discord-about-name"), description=catalogued("discord-about-description"))
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def about(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        lang = language_of(interaction.locale)
        await asking.reply_with(asking.about(lang), lang, completing(interaction))

    return about


def attached(picture: Picture) -> discord.File:
    """``picture`` as a file to send."""
    return discord.File(io.BytesIO(picture.png), picture.name, description=picture.description[:ATTACHMENT_DESCRIPTION])


def completing(interaction: discord.Interaction) -> Send:
    """Puts a reply in the place of the "thinking" that a deferred command shows, or of the message whose button was
    pressed; a picture that is there stays."""

    async def send(message: Message) -> None:
        await interaction.edit_original_response(
            content=message.content,
            embeds=message.embeds,
            view=message.buttons,
            attachments=[attached(message.picture)] if message.picture else discord.utils.MISSING,
        )

    return send
