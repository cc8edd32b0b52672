"""A question finds what it follows in the messages of Discord themselves: in a thread, and after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from tests.bot.chat.standin import Channel, Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-GB")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bot")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(home: Path) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, home)
        yield discord


def understood(reply: Reply, lang: str, question: str) -> bool:
    """Whether ``reply`` says that it was understood as ``question``."""
    return words_in(lang)("discord-understood", question=question) in reply.everything.replace("\\", "")


async def under(discord: StandIn, answer: Reply, name: str) -> Channel:
    """A thread that hangs from ``answer``, known to a bot that starts later, too."""
    thread = Channel(name, parent=discord.channel, id=int(answer.payload["id"]))
    discord.guild.channels.append(thread)
    await discord.open_thread(thread, discord.channel)
    return thread


@pytest.mark.parametrize(
    ("lang", "first", "follow"),
    [("fr", "Quand Amazon Care fermera-t-il ?", "et pourquoi ?"), ("en", "When will Haven close?", "and why?")],
)
async def test_a_message_in_the_thread_of_an_answer_follows_its_question_whoever_writes(
    discord: StandIn, lang: str, first: str, follow: str
) -> None:
    asker, other = (ADA, BOB) if lang == "fr" else (BOB, ADA)
    answers = [await discord.ask(asker, first), await discord.answer_to(await discord.mention(asker, first))]
    for answer in answers:
        thread = await under(discord, answer, first)
        reply = await discord.answer_to(await discord.mention(other, follow, thread))
        assert understood(reply, lang, f"{follow} ({first})")


async def test_in_a_thread_that_hangs_from_no_answer_nothing_is_followed(discord: StandIn) -> None:
    await discord.ask(ADA, "Quand Amazon Care fermera-t-il ?")
    said = await discord.say(BOB, "Réunion de jeudi")
    thread = Channel("Réunion", parent=discord.channel, id=int(said["id"]))
    await discord.open_thread(thread, discord.channel)

    reply = await discord.answer_to(await discord.mention(ADA, "et pourquoi ?", thread))

    assert "Compris comme" not in reply.everything


async def test_what_a_question_follows_is_found_in_its_messages_after_a_restart(discord: StandIn, home: Path) -> None:
    command = await discord.ask(ADA, "Quand Haven fermera-t-elle ?")
    mention = await discord.answer_to(await discord.mention(ADA, "Quand Haven fermera-t-elle ?"))
    thread = await under(discord, mention, "Haven")
    await discord.bots[-1].kill()
    await discord.start_bot(SCRIPTED, home)

    messages = [
        await discord.reply_to_bot(BOB, command, "et pourquoi ?"),
        await discord.reply_to_bot(BOB, mention, "et pourquoi ?"),
        await discord.mention(BOB, "et pourquoi ?", thread),
    ]

    for message in messages:
        assert understood(await discord.answer_to(message), "fr", "et pourquoi ? (Quand Haven fermera-t-elle ?)")


async def test_a_follow_up_of_a_follow_up_takes_what_was_understood(discord: StandIn) -> None:
    first = await discord.ask(ADA, "Quand Haven fermera-t-elle ?")
    second = await discord.answer_to(await discord.reply_to_bot(BOB, first, "et pourquoi ?"))

    third = await discord.answer_to(await discord.reply_to_bot(ADA, second, "et après ?"))

    assert understood(third, "fr", "et après ? (et pourquoi ? (Quand Haven fermera-t-elle ?))")


async def test_nothing_is_followed_from_one_server_to_another(discord: StandIn) -> None:
    first, follow = "Quand Amazon Care fermera-t-il ?", "et pourquoi ?"
    carol = Person("Carol", locale="fr")
    answer = await discord.answer_to(await discord.mention(carol, first))
    asked = await discord.use_command(carol, "ask", {"question": follow}, elsewhere=True)
    elsewhere, private = await asked.reply(), await discord.ask(carol, follow, direct=True)
    # a reply in the other server to the answer in this one, as a forged message could make it
    foreign = {
        "guild_id": str(discord.other_guild.id),
        "type": 19,
        "message_reference": {"message_id": answer.payload["id"], "channel_id": answer.payload["channel_id"]},
    }
    forged = await discord.say(
        carol,
        follow,
        discord.other_channel,
        referenced_message=answer.payload,
        mentions=[discord.me.payload()],
        **foreign,
    )

    for reply in (elsewhere, private, await discord.answer_to(forged)):
        assert first not in reply.everything.replace("\\", "")
    assert first in (await discord.ask(carol, follow)).everything.replace("\\", "")
