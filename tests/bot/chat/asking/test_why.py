""" "Why this answer?", for those who look after articles, by the wire, for both readers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import Words, words_in
from tests.bot.chat.scripted_bot import WORDS
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.world import MANAGE_GUILD

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHIEF = Person("Chief", locale="fr", permissions=MANAGE_GUILD)
BOSS = Person("Boss", locale="en-GB", permissions=MANAGE_GUILD)
READER = Person("Reader", locale="fr")


def words_of(person: Person) -> Words:
    return words_in(person.locale[:2])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StandIn]:
    home: Path = tmp_path_factory.mktemp("why")
    async with StandIn() as discord:
        await discord.start_bot(["-m", "tests.bot.chat.scripted_bot"], home)
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
