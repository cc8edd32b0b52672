"""Answering whoever asks, whichever way they came: one reply, whatever happens."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

import discord

from bot.catalogue import Words
from bot.chat.asking.answer_message import (
    FURTHER,
    MOST_QUOTES,
    Manner,
    answer_message,
    further_message,
    question_lines,
)
from bot.chat.asking.conversation import Conversations, Turn
from bot.chat.messages.markdown import for_display
from bot.chat.messages.message import Message
from bot.chat.people.pace import Pace
from bot.chat.people.preferences import USUAL, Preferences, PreferencesOf, settled_channel, usual_preferences
from bot.chat.people.reader import Reader, collection_of
from bot.chat.people.translator import language_of
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.desk import AnsweringDesk
from bot.chat.replies.errors import UNSENT, line_for, note_unsent
from bot.chat.replies.sending import Send
from bot.chat.replies.signing import SigningKey
from bot.state.unanswered import digest_of
from index.answer import Verdict
from index.faults import EngineFault
from index.follow_ups.before import Before
from index.question.filters import ALL_ARTICLES
from index.text import ASK_AGAIN, Remark, detect_language, remark_of

_PREFERENCES_WITHIN: Final = 1.0
"""Seconds: Discord leaves three in all, and an answer by the usual preferences is better than none."""

_NOTED_WITHIN: Final = 2.0
"""Seconds that a reply waits until its question is kept, so that its buttons find it."""

NoteUnanswered = Callable[[str, str, int | None], Awaitable[None]]
"""Keeps a question that nothing in the base answers: the question, its language, the server. Never fails."""

Making = Callable[[Words], Awaitable[Message]]
"""Makes a reply in the words of its reader."""

_log = logging.getLogger(__name__)


class Asking:
    """Turns questions into replies, and knows which replies are under way.

    ``forced_lang`` is the language of every reply when the operator set one; ``key`` signs the buttons.
    """

    def __init__(
        self,
        desk: AnsweringDesk,
        forced_lang: str | None,
        key: SigningKey,
        *,
        pace: Pace | None = None,
        preferences: PreferencesOf = usual_preferences,
        unanswered: NoteUnanswered | None = None,
        keeps_unanswered: bool = True,
    ) -> None:
        self.desk = desk
        self.key = key
        self.maker = ButtonMaker(key)
        self.conversations = Conversations()
        self._forced_lang = forced_lang
        self._pace = pace or Pace(0, 0)
        self._preferences = preferences
        self._unanswered = unanswered
        self._keeps = keeps_unanswered
        self._under_way: set[asyncio.Future[None]] = set()

    async def reader_of(self, interaction: discord.Interaction[Any]) -> Reader:
        """Who uses a command or a button, and how they are to be answered; quick enough to come before the first
        response."""
        preferences = await self._preferences_in(interaction.guild_id, settled_channel(interaction.channel))
        lang = self._forced_lang or preferences.lang or language_of(interaction.locale)
        alone = interaction.guild_id is None and interaction.context.dm_channel
        collection = collection_of(interaction)
        return Reader(lang, interaction.user.id, interaction.guild_id, collection, preferences, alone=alone)

    async def reader_of_message(self, message: discord.Message) -> Reader:
        """Who wrote a message; Discord doesn't tell their language, so that of the question comes first."""
        guild = message.guild
        preferences = await self._preferences_in(guild.id if guild else None, settled_channel(message.channel))
        set_lang = self._forced_lang or preferences.lang
        lang = set_lang or (language_of(guild.preferred_locale) if guild else "en")
        by_question = set_lang is None
        place = guild.id if guild else None
        return Reader(lang, message.author.id, place, place, preferences, by_question, guild is None)

    async def take_turn(self, interaction: discord.Interaction[Any]) -> None:
        """Count a command or a button that is not answered through here. Raises TooSoon."""
        self._pace.count(await self.reader_of(interaction))

    async def reply_to(
        self, question: str, reader: Reader, send: Send, manner: Manner, turn: Turn | None = None
    ) -> None:
        """Answer ``question``, in the way of ``manner``, through ``send``; with a ``turn``, in a conversation."""
        with self._counted():
            await self._deliver(await self._answer(question, reader, manner, turn), reader, send)

    async def reply_with(self, making: Making, reader: Reader, send: Send) -> None:
        """Send what ``making`` makes, or in one line why it can't be made."""
        with self._counted():
            try:
                self._pace.count(reader)
                message = await making(reader.words)
            except Exception as error:
                message = Message(line_for(error, reader.words), refusal=True)
            await self._deliver(message, reader, send)

    async def finish(self, seconds: float) -> None:
        """Wait until the replies under way are sent, but no longer than ``seconds``."""
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=seconds)

    def stop_taking(self) -> None:
        """Answer what is being answered, refuse the rest."""
        self.desk.stop_taking()

    async def _answer(self, question: str, reader: Reader, manner: Manner, turn: Turn | None) -> Message:
        if not for_display(question):
            return Message(reader.words(manner.empty))
        most = min(max(reader.preferences.quotes, 1), MOST_QUOTES)
        try:
            self._pace.count(reader)
            remark = None if manner.of_message else remark_of(question)
            before = await self._before(turn, reader) if turn is not None else None
            if remark is not None and (remark not in ASK_AGAIN or before is None):
                return Message(await asyncio.to_thread(_said_to, remark, question, reader))
            answer = await self.desk.answer(
                question, reader.collection, limit=most, further=FURTHER, filters=manner.filters, after=before
            )
            if turn is not None:
                self.conversations.keep(reader.person, turn.channel, answer.followable(before))
            if _is_unanswered(answer.verdict, reader, manner):
                asked = answer.understood or question
                noted = self._note_unanswered(asked, answer.lang, reader.guild)
                if self._unanswered is not None and self._keeps:
                    manner = _with_people(manner, asked, reader)
                if manner.to_await and noted is not None:
                    await asyncio.wait({noted}, timeout=_NOTED_WITHIN)
            words = (reader.asking_in(answer.lang) if answer.has_words else reader).words
            if remark is Remark.MORE and answer.further:
                found = answer.likeliest(most)
                return await asyncio.to_thread(further_message, found.further, found.verdict, words, self.maker)
            if manner.feedback:
                manner = replace(manner, feedback=reader.preferences.feedback)
            return await asyncio.to_thread(answer_message, answer, words, self.maker, manner)
        except Exception as error:
            lines = [*question_lines(question, manner, reader.words), line_for(error, reader.words)]
            return Message("\n".join(lines), refusal=True)

    async def _before(self, turn: Turn, reader: Reader) -> Before | None:
        """What a question follows; that of a reply is asked again, as its reader may see it now."""
        last = self.conversations.last(reader.person, turn.channel)
        if turn.replies is None or (last is not None and last.question == turn.replies):
            return last
        if not turn.replies:
            return None
        try:
            return (await self.desk.answer(turn.replies, reader.collection, limit=1)).asked
        except EngineFault:
            return Before(turn.replies)

    def _note_unanswered(self, question: str, lang: str, guild: int | None) -> asyncio.Future[None] | None:
        """Have a question kept; a reply waits for that only when its buttons need it."""
        if self._unanswered is None:
            return None
        noting = asyncio.ensure_future(self._unanswered(question, lang, guild))
        self._under_way.add(noting)
        noting.add_done_callback(self._under_way.discard)
        return noting

    async def _preferences_in(self, guild: int | None, channel: int | None) -> Preferences:
        try:
            async with asyncio.timeout(_PREFERENCES_WITHIN):
                return await self._preferences(guild, channel)
        except Exception:
            _log.exception("the preferences of a server could not be read: the usual ones hold")
            return USUAL

    async def _deliver(self, message: Message, reader: Reader, send: Send) -> None:
        try:
            await send(message)
        except discord.HTTPException as error:
            if error.status != 400:
                note_unsent(error)
                return
            # Discord found fault with the answer's form: that is ours to mend, but not to keep from the asker.
            await self._apologise(error, reader, send)
        except UNSENT as error:
            note_unsent(error)

    async def _apologise(self, error: discord.HTTPException, reader: Reader, send: Send) -> None:
        try:
            await send(Message(line_for(error, reader.words), refusal=True))
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


def _said_to(remark: Remark, question: str, reader: Reader) -> str:
    """What is said to a greeting, thanks, a doubt…, in its language or the reader's."""
    return reader.asking_in(detect_language(question)).words(f"discord-said-{remark.value}")


def _is_unanswered(verdict: Verdict, reader: Reader, manner: Manner) -> bool:
    """Whether the base has nothing for a question that was asked of all of it; what it may not answer counts as that
    where people are asked it too."""
    unsure = verdict is Verdict.NONE or (verdict is Verdict.WEAK and reader.preferences.team_weak)
    return unsure and not manner.of_message and manner.filters == ALL_ARTICLES


def _with_people(manner: Manner, question: str, reader: Reader) -> Manner:
    """``manner`` with a way to wait for an answer, and one to ask people, where there are some who may read it: in a
    server's channel, what was asked in private would be read by all."""
    chosen = reader.preferences
    offered = chosen.team and reader.collection is not None and not (manner.shareable and chosen.team_in_place)
    digest = digest_of(question)
    return replace(manner, to_team=digest if offered else "", to_await=digest)
