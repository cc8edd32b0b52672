"""Channels that a server's admins opened: posts there are answered without addressing the bot, where it can.

Only where the operator turned the message-content intent on. In a forum the post that opens a thread is answered, in
other channels what is put as a question; what the base does not answer for sure is left to the people there.
"""

from __future__ import annotations

import asyncio

import discord

from bot.chat.asking.asking import Asking
from bot.chat.asking.mentions import Keeps, answer_message_of
from bot.chat.asking.message_text import question_in
from bot.chat.people.preferences import settled_channel
from bot.chat.replies.desk import Refused
from bot.chat.replies.errors import UNSENT, note_unsent
from bot.chat.replies.memory import Memory
from index.answer import Verdict
from index.faults import EngineFault

_CONVERSATION = (discord.MessageType.default, discord.MessageType.reply)


async def answer_open_post(message: discord.Message, asking: Asking, memory: Memory, bot: int, keeps: Keeps) -> None:
    """Answer ``message``, which nobody is addressed by, if its channel is open and the base surely answers it."""
    if not memory.reads_all or message.guild is None or not _is_question(message):
        return
    settings = await asyncio.to_thread(memory.state.guilds.settings, message.guild.id)
    if settled_channel(message.channel) not in settings.open_channels:
        return
    try:
        answer = await asking.desk.answer(question_in(message.content), message.guild.id, limit=1)
    except (EngineFault, Refused):
        return  # nobody asked to hear of it
    if answer.verdict is Verdict.FOUND:
        try:
            await answer_message_of(message, asking, bot, keeps)
        except UNSENT as error:
            note_unsent(error)


def _is_question(message: discord.Message) -> bool:
    """Whether a person asks something: opens a thread of a forum, or puts a question mark outside of threads."""
    author = message.author
    if author.bot or message.webhook_id is not None or message.type not in _CONVERSATION or not message.content:
        return False
    if isinstance(message.channel, discord.Thread):
        # The message that opens a thread of a forum has the thread's id.
        return message.channel.id == message.id
    return "?" in message.content
