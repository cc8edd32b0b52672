"""What is said to the bot of its answers, by the wire, in both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from tests.bot.chat.scripted_bot import SENTENCES, WORDS
from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import SCRIPTED

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StandIn]:
    home: Path = tmp_path_factory.mktemp("remarks")
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, home)
        yield discord


@pytest.mark.parametrize(
    ("said", "lang", "remark"),
    [
        ("t'es sûr ?", "fr", "doubt"),
        ("are you sure?", "en", "doubt"),
        ("mais c'est pas ce que je demandais", "fr", "missed"),
        ("that doesn't answer my question", "en", "missed"),
        ("tu peux résumer ?", "fr", "shorter"),
        ("tl;dr please", "en", "shorter"),
        ("réponds en anglais stp", "fr", "language"),
        ("can you translate that into French?", "en", "language"),
        ("tu es un robot ?", "fr", "who"),
        ("what can you do?", "en", "who"),
        ("ah d'accord, je ne savais pas", "fr", "noted"),
        ("wow, that's a lot of money", "en", "noted"),
    ],
)
async def test_a_remark_is_answered_in_a_line_of_its_language(
    discord: StandIn, said: str, lang: str, remark: str
) -> None:
    told = await discord.answer_to(await discord.mention(Person("Remarker"), said))

    assert told.content == words_in(lang)(f"discord-said-{remark}")
    assert not told.buttons


@pytest.mark.parametrize(
    ("lang", "question", "source", "more"),
    [
        ("fr", "Quand Amazon Care fermera-t-il ?", "qui a dit ça ?", "et plus de détails ?"),
        ("en", "When will Amazon Care close?", "where does that come from?", "tell me more"),
    ],
)
async def test_the_source_and_more_quotes_are_those_of_the_question_before(
    discord: StandIn, lang: str, question: str, source: str, more: str
) -> None:
    words, person = words_in(lang), Person("Asker", locale=lang)
    for remark, said in (("source", source), ("more", more)):
        nothing = await discord.answer_to(await discord.direct(Person("Newcomer", locale=lang), said))
        assert nothing.content == words(f"discord-said-{remark}")

    await discord.answer_to(await discord.mention(person, question))
    told = await discord.answer_to(await discord.mention(person, more))

    assert words("discord-further") in told.everything
    assert SENTENCES[0] in told.everything


async def test_a_correction_after_a_remark_follows_the_question(discord: StandIn) -> None:
    person = Person("Corrector", locale="fr")
    await discord.answer_to(await discord.mention(person, "Quand Amazon Care fermera-t-il ?"))
    await discord.answer_to(await discord.mention(person, "t'es sûr ?"))

    told = await discord.answer_to(await discord.mention(person, "et pourquoi ?"))

    assert "Quand Amazon Care" in told.everything
    assert WORDS in told.everything.replace("_", "")
