"""How the bot behaves among people: how often they may ask, what a server prefers, and that nobody waits for a sign."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.catalogue import LANGUAGES, words_in
from bot.chat.people.pace import Pace, TooSoon
from bot.chat.people.preferences import USUAL
from bot.chat.people.reader import Reader
from bot.chat.replies.desk import MOST_WAITING
from bot.state import State
from bot.state.votes import Counts
from tests.bot.chat.scripted_bot import BODY
from tests.bot.chat.standin import Channel, Person, StandIn
from tests.bot.chat.standin.process import SCRIPTED

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-GB")
BUSY = tuple(words_in(lang)("discord-busy") for lang in LANGUAGES)
SURPLUS = 3
"""Questions more than may wait."""


def reader(person: int, guild: int | None) -> Reader:
    return Reader("en", person, guild, guild, USUAL)


def test_each_person_and_each_server_has_a_pace_of_its_own() -> None:
    pace = Pace(by_person=2, by_server=3)
    for person, guild in ((1, 7), (1, 7), (2, 7), (2, None)):
        pace.count(reader(person, guild))

    with pytest.raises(TooSoon) as of_person:
        pace.count(reader(1, 8))
    with pytest.raises(TooSoon) as of_server:
        pace.count(reader(3, 7))

    assert not of_person.value.of_server
    assert of_server.value.of_server
    assert 0 < of_person.value.seconds <= 60
    pace.count(reader(3, 8))


def test_no_pace_is_no_limit() -> None:
    pace = Pace(0, 0)
    for _ in range(1000):
        pace.count(reader(1, 7))


@pytest.mark.parametrize(("pace", "key"), [("1 0", "discord-too-soon"), ("0 1", "discord-server-too-soon")])
async def test_who_asks_too_often_is_told_when_to_go_on(tmp_path: Path, pace: str, key: str) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"SCRIPT_PACE": pace})
        first = await discord.ask(ADA, "Quand ?")

        for reply in (
            await discord.ask(ADA, "Quand ?"),
            await discord.press(ADA, first, words_in("fr")("discord-in-context")),
            await (await discord.use_command(ADA, "status", {})).reply(),
            await (await discord.use_command(ADA, "follow", {"subject": "Vega"})).outcome(),
            await (await discord.use_command(ADA, "privacy", {})).outcome(),
        ):
            line = reply.content.split("\n")[-1]
            assert line.startswith(words_in("fr")(key, seconds=60).partition("60")[0])
        mention = await discord.answer_to(await discord.mention(ADA, "Quand ?"))
        assert mention.content.startswith(words_in("en")(key, seconds=60).partition("60")[0])


@pytest.mark.slow
async def test_every_interaction_is_acknowledged_while_the_queue_is_full(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        answered = await discord.ask(BOB, "When?")
        held = await discord.use_command(ADA, "ask", {"question": "hold"})
        while not (tmp_path / "held").exists():  # noqa: ASYNC110 - nothing else tells
            await asyncio.sleep(0.01)
        waiting = [await discord.use_command(ADA, "ask", {"question": "Quand ?"}) for _ in range(MOST_WAITING)]
        for interaction in waiting:
            await interaction.deferred()
        waiting += [await discord.use_command(ADA, "ask", {"question": "Quand ?"}) for _ in range(SURPLUS)]
        replies = [asyncio.ensure_future(interaction.reply()) for interaction in waiting]
        while sum(reply.done() for reply in replies) < SURPLUS:  # a question that is deferred may not wait yet
            await asyncio.wait([reply for reply in replies if not reply.done()], return_when=asyncio.FIRST_COMPLETED)

        late = [
            await discord.use_command(BOB, "ask", {"question": "When?"}),
            await discord.use_command(BOB, "timeline", {"subject": "amazon"}),
            await discord.use_command(BOB, "sources", {}),
            await discord.pressed(BOB, answered, answered.buttons[words_in("en")("discord-in-context")]),
        ]
        for interaction in late:
            assert (await interaction.reply()).content.endswith(BUSY)
        assert await discord.type_option(ADA, "ask", "article", "La fin") == ["fin-amazon-care"]

        (tmp_path / "gate").touch()
        told = [await held.reply(), *await asyncio.gather(*replies)]
        refused = [reply for reply in told if reply.content.endswith(BUSY)]
        assert len(refused) == SURPLUS
        assert all([quote.text for quote in reply.quotes] == [BODY] for reply in told if reply not in refused)


def preferring(channel: Channel, **said: object) -> dict[str, str]:
    return {"SCRIPT_PREFERENCES": f"{channel.id}:{json.dumps(said)}"}


async def test_a_thread_follows_the_preferences_of_its_channel(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(
            SCRIPTED, tmp_path, preferring(discord.channel, lang="fr", private=True, feedback=False)
        )
        for channel in (discord.channel, discord.thread):
            interaction = await discord.use_command(BOB, "ask", {"question": "When?"}, channel=channel)
            reply = await interaction.reply()
            assert reply.is_private
            assert reply.footer == "1 citation, mot pour mot"
            assert words_in("fr")("discord-share") in reply.buttons
            assert "👍" not in reply.buttons
        mention = await discord.answer_to(await discord.mention(BOB, "When?", discord.thread))
        assert mention.footer == "1 citation, mot pour mot"
        assert "👍" not in mention.buttons

        public = await discord.use_command(BOB, "ask", {"question": "When?", "private": False})
        assert not (await public.reply()).is_private
        drawn = await discord.use_command(BOB, "timeline", {"subject": "amazon"}, channel=discord.thread)
        assert (await drawn.reply()).is_private
        elsewhere = await discord.use_command(BOB, "ask", {"question": "When?"}, channel=discord.bare_channel)
        reply = await elsewhere.reply()
        assert not reply.is_private
        assert reply.footer == "1 quote, word for word"


async def test_in_private_there_is_nobody_to_hide_an_answer_from(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"SCRIPT_PREFERENCES": 'any:{"private": true}'})
        interaction = await discord.use_command(BOB, "ask", {"question": "When?", "private": True}, direct=True)

        reply = await interaction.reply()

        assert not reply.is_private
        assert words_in("en")("discord-share") not in reply.buttons


async def test_where_votes_are_not_wanted_an_older_button_says_so(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        reply = await discord.ask(BOB, "When?")
        await bot.kill()
        await discord.start_bot(SCRIPTED, tmp_path, preferring(discord.channel, feedback=False))

        assert (await discord.press(BOB, reply, "👍")).content == words_in("en")("discord-feedback-off")
        state = State.open(None, tmp_path / "data", retention=90)
        assert state.votes.counts() == Counts(0, 0)
        state.close()


async def test_preferences_that_do_not_come_keep_nobody_waiting(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"SCRIPT_PREFERENCES": "stuck"})

        assert (await discord.ask(BOB, "When?")).quotes
