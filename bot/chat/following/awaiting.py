"""A question that nothing answered, followed: asked again after every re-index, and told once when it is answered.

It is asked of all that its server may see. In direct messages only what all servers share is quoted: who has left a
server reads no more of its own articles; of those it is said that they answer, and where to ask again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import discord

from bot.catalogue import Words, words_in
from bot.chat.asking.answer_message import MOST_QUOTES, Manner, answer_message
from bot.chat.asking.asking import Asking
from bot.chat.following.alerts import LOOK_EVERY, Channels
from bot.chat.messages.markdown import escape, for_display, shorten
from bot.chat.messages.message import laid_out, text
from bot.chat.people.authority import NotAllowed
from bot.chat.people.reader import collection_of
from bot.chat.replies.buttons import Kind, Press
from bot.chat.replies.desk import DeskClosed, Refused
from bot.chat.replies.errors import note_incident, note_unsent
from bot.chat.replies.memory import Memory, memory_of
from bot.chat.replies.replying import tell, told_in_private
from bot.state.awaited import Awaited, TooManyAwaited
from bot.state.follows import Place, PlaceKind
from index.answer import Answer, Verdict
from index.faults import EngineFault

MOST_ASKED: Final = 300
"""Questions asked again after a re-index, the last asked first."""
_BREATH: Final = 0.05
"""Seconds between two of them, in which people's own come first."""
_TRY_AGAIN: Final = 60.0
_QUESTION_ROOM: Final = 300

_log = logging.getLogger(__name__)


def presses_on_awaited(asking: Asking) -> Mapping[Kind, Press]:
    """What the button "Tell me" does: pressed again, it ends the wait."""

    async def wait(interaction: discord.Interaction[Any], digest: str) -> None:
        async with told_in_private(interaction):
            await asking.take_turn(interaction)
            reader = await asking.reader_of(interaction)
            state = memory_of(interaction).state
            asked = await asyncio.to_thread(state.unanswered.get, digest, interaction.guild_id)
            if asked is None:
                raise NotAllowed("team-forgotten")
            guild = collection_of(interaction) or 0
            try:
                waits = await asyncio.to_thread(
                    state.awaited.toggle, Awaited(guild, interaction.user.id, asked.question, reader.lang)
                )
            except TooManyAwaited as error:
                raise NotAllowed("awaited-too-many") from error
            await tell(interaction, reader.words("awaited-on" if waits else "awaited-off"))

    return {Kind.AWAIT: wait}


class SecondAsking:
    """Asks again what went unanswered when a base has changed."""

    def __init__(self, asking: Asking, memory: Memory, channels: Channels) -> None:
        self._asking = asking
        self._memory = memory
        self._channels = channels
        self._asked_of: dict[int | None, int] = {}

    async def run(self) -> None:
        """Go on for ever; what fails is logged and tried again."""
        while True:
            try:
                numbers = await asyncio.to_thread(self._numbers)
                changed = [own for own, number in numbers.items() if self._asked_of.get(own) != number]
                if None in changed:
                    await self._ask_again(None)
                else:
                    for own in changed:
                        await self._ask_again(own)
                self._asked_of |= numbers
            except DeskClosed:
                return
            except Exception as error:
                note_incident(error)
                await asyncio.sleep(_TRY_AGAIN)
            await asyncio.sleep(LOOK_EVERY)

    def _numbers(self) -> dict[int | None, int]:
        shared = self._memory.engine.generation_number()
        own = self._memory.engine.collection_numbers().items()
        found: dict[int | None, int] = {} if shared is None else {None: shared}
        return found | {guild: number for guild, number in own if self._channels.serves(guild)}

    async def _ask_again(self, guild: int | None) -> None:
        """Ask what went unanswered in one server, or everywhere that is served here."""
        state = self._memory.state
        for one in await asyncio.to_thread(state.unanswered.latest, MOST_ASKED, guild):
            if self._channels.serves(one.guild_id):
                answer = await self._answer(one.question, one.guild_id or None)
                answered = one.answered if answer is None else answer.verdict is Verdict.FOUND
                if answered != one.answered:
                    await asyncio.to_thread(partial(state.unanswered.set_answered, one, answered=answered))
        for waiting in await asyncio.to_thread(state.awaited.all, guild):
            if self._channels.serves(waiting.guild):
                answer = await self._answer(waiting.question, waiting.guild or None)
                if answer is not None and answer.verdict is Verdict.FOUND:
                    await self._tell(waiting)

    async def _answer(self, question: str, guild: int | None) -> Answer | None:
        await asyncio.sleep(_BREATH)
        try:
            return await self._asking.desk.answer(question, guild, limit=MOST_QUOTES)
        except DeskClosed:
            raise
        except (Refused, EngineFault):
            return None

    async def _tell(self, waiting: Awaited) -> None:
        """Tell a person, once; where Discord refuses it, for good."""
        words = words_in(self._memory.forced_lang or waiting.lang)
        shared = await self._answer(waiting.question, None)
        try:
            place = await self._channels.place_to_write(Place(PlaceKind.PERSON, waiting.person))
            await place.send(view=self._news(waiting, shared, words))
        except (discord.Forbidden, discord.NotFound):
            _log.warning("an awaited answer was refused by Discord")
        except (discord.DiscordException, OSError) as error:
            note_unsent(error)
            return
        await asyncio.to_thread(self._memory.state.awaited.drop, waiting)

    def _news(self, waiting: Awaited, shared: Answer | None, words: Words) -> discord.ui.LayoutView:
        if shared is not None and shared.verdict is Verdict.FOUND:
            message = answer_message(shared, words, self._asking.maker, Manner(echo=True, awaited_before=True))
            if message.layout is not None:
                return message.layout
        question = escape(shorten(for_display(waiting.question), _QUESTION_ROOM))
        link = f"https://discord.com/channels/{waiting.guild}"
        line = words("awaited-answered-there", question=question, link=link)
        layout = laid_out([text(line)]).layout
        assert layout is not None  # noqa: S101 - laid_out makes one
        return layout
