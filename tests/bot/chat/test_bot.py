"""The bot as it is started, over a real engine and real articles: what it shows is what the articles say."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import portalocker
import pytest
import pytest_asyncio

from bot.catalogue import words_in
from index.engine import Engine, EngineOptions
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import BOT, REPOSITORY
from tests.conftest import ARTICLES, write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-US")
HOSTILE_LINE = (
    "Zorglub warned @everyone and <@1> about [x](http://evil.example), **bold** claims, <t:0:R>, :smile:, "
    "||spoiler||, `code`, back\\slash \\* and a\u202e reversed name."
)
HOSTILE_TEXT = f"""date 2021-05 {HOSTILE_LINE}
- The Zorglub office opened in Oslo.
1999. The Zorglub office closed.
# The Zorglub quarterly figures were never published.
"""
HOSTILE_TITLE = """---
title: "Quiproquo ](http://evil.example) @everyone \u202e"
lang: en
url: https://example.org/a_(b)
---
Nobody saw the Quiproquo comet before the summer of 1999.
"""


@dataclass(frozen=True)
class Base:
    """Articles and their index, made once for all tests."""

    knowledge: Path
    data: Path

    @property
    def settings(self) -> dict[str, str]:
        return {
            "SOURCIER_KNOWLEDGE_DIR": str(self.knowledge),
            "SOURCIER_DATA_DIR": str(self.data),
            "SOURCIER_QUESTIONS_PER_MINUTE": "0",
        }


def built(folder: Path) -> Base:
    """The base in ``folder``, built by whichever test process comes first."""
    base = Base(folder / "knowledge", folder / "data")
    with portalocker.Lock(folder.with_suffix(".lock"), timeout=300):
        if not (folder / "done").exists():
            write_articles(base.knowledge, {**ARTICLES, "zorglub.txt": HOSTILE_TEXT, "quiproquo.md": HOSTILE_TITLE})
            command = [sys.executable, "-m", "bot.cli", "reindex"]
            subprocess.run(
                command,
                cwd=REPOSITORY,
                env={**os.environ, "HF_HUB_OFFLINE": "1", **base.settings},
                check=True,
                capture_output=True,
            )
            (folder / "done").touch()
    return base


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Base:
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    template = built(shared / "discord-base")
    mine = tmp_path_factory.mktemp("base")
    shutil.copytree(template.data, mine / "data")
    return Base(template.knowledge, mine / "data")


@pytest.fixture(scope="module")
def bodies(base: Base) -> dict[str, str]:
    """The text of every article, by its id, as the engine keeps it."""
    engine = Engine(EngineOptions(base.knowledge, base.data))
    try:
        return {card.id: engine.article(card.id).body for card in engine.sources()}
    finally:
        engine.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(base: Base, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(BOT, tmp_path_factory.mktemp("home"), base.settings)
        yield discord


def verbatim(reply: Reply, bodies: dict[str, str]) -> bool:
    """Whether the reply quotes, and every quote and every bold part of one is a slice of an article."""
    texts = [part for quote in reply.quotes for part in (quote.text, *quote.bold_text)]
    return bool(texts) and all(any(text in body for body in bodies.values()) for text in texts)


async def test_every_quote_is_a_slice_of_an_article_for_either_reader(discord: StandIn, bodies: dict[str, str]) -> None:
    questions = (
        (ADA, "Combien Vega a-t-il payé Orion Santé ?", "1,2 milliard d’euros"),
        (BOB, "How many clinics did Vega close?", "all 27 of its walk-in clinics"),
    )
    for person, question, fact in questions:
        reply = await discord.ask(person, question)

        assert verbatim(reply, bodies)
        assert fact in " ".join(reply.quotes[0].bold_text)


async def test_a_mention_and_a_direct_message_get_the_same_quotes(discord: StandIn, bodies: dict[str, str]) -> None:
    question = "Combien Vega a-t-il payé Orion Santé ?"
    asked = await discord.ask(ADA, question)

    for message in (await discord.mention(BOB, question), await discord.direct(BOB, question)):
        reply = await discord.answer_to(message)
        assert reply.quotes == asked.quotes
        assert verbatim(reply, bodies)


async def test_who_is_polite_is_answered_politely_and_nothing_of_it_counts_as_unanswered(discord: StandIn) -> None:
    fr, en = words_in("fr"), words_in("en")
    for said, line in (
        ("Bonjour !", fr("discord-said-greeting")),
        ("merci", fr("discord-said-thanks")),
        ("hello", en("discord-said-greeting")),
        ("Thank you so much 😊", en("discord-said-thanks")),
        ("good bye", en("discord-said-farewell")),
    ):
        for message in (await discord.mention(ADA, said), await discord.direct(ADA, said)):
            reply = await discord.answer_to(message)
            assert reply.content == line
            assert not reply.buttons
    assert (await discord.ask(BOB, "merci")).content == en("discord-said-thanks")
    listed = await (await discord.use_command(discord.owner, "unanswered", {}, direct=True)).outcome()
    assert not any(said in listed.everything.casefold() for said in ("merci", "hello", "bonjour"))


async def test_a_hostile_article_is_quoted_inert_and_word_for_word(discord: StandIn, bodies: dict[str, str]) -> None:
    reply = await discord.ask(BOB, "Whom did Zorglub warn about spoiler and bold claims?")

    assert verbatim(reply, bodies)
    assert any(HOSTILE_LINE in quote.text for quote in reply.quotes)


async def test_a_hostile_title_is_shown_inert_and_its_link_whole(discord: StandIn, bodies: dict[str, str]) -> None:
    reply = await discord.ask(BOB, "When was the Quiproquo comet seen?")

    assert verbatim(reply, bodies)
    title = "[Quiproquo )(http\\://evil.example) \\@everyone](https://example.org/a_%28b%29)"
    assert f"**1.** {title}" in reply.blocks[0].split("\n")


async def test_a_question_the_base_does_not_answer_gets_no_quote(discord: StandIn) -> None:
    reply = await discord.ask(BOB, "What is the boiling point of tungsten on Neptune's moons?")

    assert reply.quotes == []
    assert words_in("en")("discord-none") in reply.content


@pytest.mark.slow
async def test_the_longest_question_is_answered(discord: StandIn) -> None:
    reply = await discord.ask(BOB, ("How many clinics did Vega close? " * 200)[:6000])

    assert reply.quotes or words_in("en")("discord-none") in reply.content


async def test_a_question_far_too_long_for_an_option_is_refused_in_a_line(discord: StandIn) -> None:
    for person, part in ((ADA, "10\u202f000"), (BOB, "10,000")):
        message = await discord.direct(person, ("How many clinics did Vega close? " * 400)[:10_000])
        line = (await discord.answer_to(message)).content
        assert "\n" not in line
        assert "6,000" in line or "6 000" in line.replace("\u202f", " "), part


async def test_a_question_may_be_put_to_one_article_or_a_period(discord: StandIn, bodies: dict[str, str]) -> None:
    async def asked(**options: str) -> Reply:
        interaction = await discord.use_command(ADA, "ask", {"question": "Qu’a annoncé Vega ?", **options})
        return await interaction.reply()

    by_article = await asked(article="rachat")
    by_period = await asked(**{"from": "mars 2021", "to": "2021-04"})
    wrong = await asked(**{"from": "someday"})

    for reply in (by_article, by_period):
        assert verbatim(reply, bodies)
        assert all(quote.text in bodies["rachat"] for quote in reply.quotes)
    assert wrong.quotes == []
    assert "someday" in wrong.content


async def test_a_hostile_article_is_shown_inert_by_every_button(discord: StandIn, bodies: dict[str, str]) -> None:
    words = words_in("en")
    for question in ("Whom did Zorglub warn about spoiler and bold claims?", "When was the Quiproquo comet seen?"):
        reply = await discord.ask(BOB, question)
        context = await discord.press(BOB, reply, words("discord-in-context"))
        page = await discord.press(BOB, context, words("discord-read"))
        card = await discord.press(BOB, reply, words("discord-source"))
        assert verbatim(context, bodies)
        assert verbatim(page, bodies)
        for text in (*context.texts, *page.texts, *card.texts):
            assert not re.search(r"(?<!\\)[@]everyone|(?<!\\)\]\(http://evil|\u202e(?!.*reversed)", text)


@pytest.mark.slow
async def test_a_base_swapped_between_click_and_answer_is_told_from_one_that_kept_the_quote(
    base: Base, tmp_path: Path
) -> None:
    knowledge = shutil.copytree(base.knowledge, tmp_path / "knowledge")
    data = shutil.copytree(base.data, tmp_path / "data", ignore=shutil.ignore_patterns("discord"))
    settings = {**base.settings, "SOURCIER_DATA_DIR": str(data), "SOURCIER_KNOWLEDGE_DIR": str(knowledge)}
    engine = Engine(EngineOptions(knowledge, data))
    words = words_in("fr")
    async with StandIn() as discord:
        await discord.start_bot(BOT, tmp_path, settings)
        reply = await discord.ask(ADA, "Combien Vega a-t-il payé Orion Santé ?")

        moved = (knowledge / "rachat.md").read_text(encoding="utf-8").replace("Le groupe Vega", "Hier. Le groupe Vega")
        (knowledge / "rachat.md").write_text(moved, encoding="utf-8")
        engine.reindex()
        context = await discord.press(ADA, reply, words("discord-in-context"))
        assert context.quotes[0].text.startswith("Hier.")
        assert context.quotes[0].bold_text == reply.quotes[0].bold_text
        assert reply.quotes[0].text in context.quotes[0].text

        (knowledge / "rachat.md").unlink()
        engine.reindex()
        gone = await discord.press(ADA, reply, words("discord-in-context"))
        assert gone.content == words("fault-quote-gone")


async def test_a_missing_articles_folder_is_told_in_one_line(tmp_path: Path) -> None:
    async with StandIn() as discord:
        settings = {"SOURCIER_KNOWLEDGE_DIR": str(tmp_path / "nowhere"), "SOURCIER_DATA_DIR": str(tmp_path / "data")}
        bot = await discord.start_bot(BOT, tmp_path, settings, online=False)

        assert await bot.ended() == 1
        assert bot.log.count("\n") == 1
        assert "nowhere" in bot.log


async def test_a_refused_token_is_told_in_one_line(base: Base, tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(BOT, tmp_path, base.settings, token="wrong.token", online=False)

        assert await bot.ended() == 1
        assert bot.log.rstrip().endswith(words_in("en")("discord-token-refused"))
        assert "wrong.token" not in bot.log


async def test_a_stopped_bot_exits_with_0_and_a_restarted_one_answers(
    base: Base, bodies: dict[str, str], tmp_path: Path
) -> None:
    data = shutil.copytree(base.data, tmp_path / "data", ignore=shutil.ignore_patterns("discord"))
    settings = {**base.settings, "SOURCIER_DATA_DIR": str(data)}
    async with StandIn() as discord:
        for _ in range(2):
            bot = await discord.start_bot(BOT, tmp_path, settings, anew=True)
            assert verbatim(await discord.ask(BOB, "How many clinics did Vega close?"), bodies)
            async with asyncio.timeout(60):
                while not (data / "discord" / "commands.json").exists():  # noqa: ASYNC110 - nothing else tells
                    await asyncio.sleep(0.01)
            assert await bot.terminate() == 0

        assert len(discord.sent("PUT")) == 1
        assert json.loads((data / "discord" / "commands.json").read_text(encoding="utf-8")).keys() == {
            str(discord.me.id)
        }
