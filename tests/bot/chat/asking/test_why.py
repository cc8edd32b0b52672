""" "Why this answer?", for those who look after articles, by the wire, for both readers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import Words, words_in
from tests.bot.chat.scripted_bot import WORDS
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED
from tests.bot.chat.standin.world import MANAGE_GUILD, Channel

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHIEF = Person("Chief", locale="fr", permissions=MANAGE_GUILD)
BOSS = Person("Boss", locale="en-GB", permissions=MANAGE_GUILD)
READER = Person("Reader", locale="fr")
KEEPERS = 77
KEEPER = Person("Keeper", locale="fr", permissions=MANAGE_GUILD, roles=(KEEPERS,))
"""Who manages the server, as its roles tell, too: a message comes without permissions."""


def words_of(person: Person) -> Words:
    return words_in(person.locale[:2])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StandIn]:
    home: Path = tmp_path_factory.mktemp("why")
    async with StandIn() as discord:
        discord.guild.roles[KEEPERS] = MANAGE_GUILD
        await discord.start_bot(SCRIPTED, home)
        yield discord


async def why(discord: StandIn, person: Person, question: str) -> Reply:
    return await discord.press(person, await discord.ask(person, question), words_of(person)("discord-why"))


@pytest.mark.parametrize("person", [CHIEF, BOSS])
async def test_who_looks_after_articles_is_told_why_and_nobody_else_sees_it(discord: StandIn, person: Person) -> None:
    words = words_of(person)
    told = await why(discord, person, "Quand ?")

    assert told.is_private
    for text in (words("explain-read-clear"), words("explain-not-named"), WORDS):
        assert text in told.everything.replace("\\", "")
    assert words("why-lacking", words="").strip() not in told.everything


async def test_who_does_not_look_after_articles_is_not_offered_it(discord: StandIn) -> None:
    reply = await discord.ask(READER, "Quand ?")
    assert words_of(READER)("discord-why") not in reply.buttons


async def test_who_presses_it_on_the_answer_of_another_is_refused_in_one_line(discord: StandIn) -> None:
    answer = await discord.ask(CHIEF, "Quand ?")
    refused = await (await discord.operate(READER, answer, answer.buttons[words_of(CHIEF)("discord-why")])).outcome()
    assert refused.is_private
    assert words_of(READER)("discord-why-refused") in refused.everything


async def test_why_nothing_was_found_is_told_too(discord: StandIn) -> None:
    told = await why(discord, CHIEF, "none of it")
    assert words_of(CHIEF)("why-none", percent=90) in told.everything


async def test_a_question_too_long_for_a_button_is_read_from_the_answer_that_shows_it(discord: StandIn) -> None:
    question = "Quand " + "donc " * 30 + "?"
    told = await why(discord, CHIEF, question)
    assert "donc donc" in told.everything


async def test_a_question_that_was_narrowed_is_explained_as_it_was_narrowed(discord: StandIn) -> None:
    options = {"question": "Quand ?", "article": "fin-amazon-care", "since": "2022"}
    answer = await (await discord.use_command(CHIEF, "ask", options)).reply()
    told = await discord.press(CHIEF, answer, words_of(CHIEF)("discord-why"))
    assert words_of(CHIEF)("explain-read-clear") in told.everything.replace("\\", "")


async def test_a_mention_is_explained_to_who_looks_after_articles_and_offered_to_nobody_else(discord: StandIn) -> None:
    why_label = words_of(KEEPER)("discord-why")
    asked = await discord.answer_to(await discord.mention(KEEPER, "Quand ?"))
    assert why_label in asked.buttons
    told = await discord.press(KEEPER, asked, why_label)
    assert words_of(KEEPER)("explain-read-clear") in told.everything.replace("\\", "")
    assert why_label not in (await discord.answer_to(await discord.mention(READER, "Quand ?"))).buttons


async def test_in_a_thread_and_after_another_question_it_is_explained_too(discord: StandIn) -> None:
    first = await discord.answer_to(await discord.mention(KEEPER, "Quand ?"))
    thread = Channel("suite", parent=discord.channel, id=int(first.payload["id"]))
    discord.guild.channels.append(thread)
    await discord.open_thread(thread, discord.channel)
    second = await discord.answer_to(await discord.mention(KEEPER, "et pourquoi ?", thread))
    told = await discord.press(KEEPER, second, words_of(KEEPER)("discord-why"))
    assert "et pourquoi ? (Quand ?)" in told.everything.replace("\\", "")
