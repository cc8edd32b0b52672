"""A question that nothing answered is asked again after every re-index: listed, and told once to who waits for it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio

from bot.catalogue import words_in
from bot.chat.asking.asking import Asking
from bot.chat.following import awaiting
from bot.chat.following.awaiting import SecondAsking
from bot.chat.replies.desk import AnsweringDesk, DeskBusy
from bot.chat.replies.memory import Memory
from bot.chat.replies.signing import SigningKey
from bot.state import State
from bot.state.follows import Place
from index.answer import Answer
from index.engine import Engine, EngineOptions
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.interaction import PATIENCE
from tests.bot.chat.standin.process import BOT
from tests.bot.chat.standin.world import MANAGE_GUILD
from tests.conftest import ARTICLES, write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")

FRENCH, ENGLISH = words_in("fr"), words_in("en")
PLAIN = Person("Plain", locale="fr")
CHIEF = Person("Chief", locale="fr", permissions=MANAGE_GUILD)
OWNER = Person("Owner", locale="en-US", permissions=MANAGE_GUILD)
ADA, BOB = Person("Ada", locale="fr"), Person("Bob")
QUESTION = "Combien de ruches compte le toit de l’hôtel Zorglub ?"
TEXT = "Le toit de l’hôtel Zorglub compte 17 ruches. Elles sont tenues par Mme Roux."


@dataclass(frozen=True)
class Base:
    discord: StandIn
    home: Path

    async def tell_me(self, person: Person, question: str, *, direct: bool = False) -> Reply:
        words = FRENCH if person.locale == "fr" else ENGLISH
        reply = await self.discord.ask(person, question, direct=direct)
        pressed = await self.discord.operate(person, reply, reply.buttons[words("awaited-ask")], direct=direct)
        return await pressed.outcome()

    async def listed(self, person: Person, **where: bool) -> str:
        interaction = await self.discord.use_command(person, "unanswered", {}, **where)
        return (await interaction.outcome()).everything

    async def add(self, person: Person, where: str) -> None:
        words = FRENCH if person.locale == "fr" else ENGLISH
        shown = await (
            await self.discord.use_command(person, "add", {"where": where}, file=("ruches.txt", TEXT.encode()))
        ).reply()
        await (await self.discord.operate(person, shown, shown.buttons[words("add-confirm")])).outcome()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def base(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Base]:
    home = tmp_path_factory.mktemp("home")
    write_articles(home / "knowledge", ARTICLES)
    async with StandIn() as discord:
        more = {"SOURCIER_ADMINS": f"{OWNER.id}", "SOURCIER_QUESTIONS_PER_MINUTE": "0"}
        await discord.start_bot(BOT, home, more)
        yield Base(discord, home)


@pytest.mark.slow
async def test_what_went_unanswered_is_listed_for_who_looks_after_articles_like_questions_together(base: Base) -> None:
    await base.discord.ask(PLAIN, QUESTION)
    await base.discord.ask(PLAIN, "Le toit de l’hôtel Zorglub compte combien de ruches ?")
    await base.discord.ask(PLAIN, "Qui a peint le plafond de la gare de Nulleville ?", direct=True)
    shown = await base.listed(CHIEF)
    assert FRENCH("unanswered-heading", groups=1) in shown
    assert "2 fois" in shown
    assert "compte combien de ruches" in shown
    assert "Nulleville" not in shown
    assert FRENCH("unanswered-now") not in shown
    assert await base.listed(PLAIN) == FRENCH("upkeep-refused")
    assert FRENCH("unanswered-heading", groups=0) in await base.listed(CHIEF, elsewhere=True)
    assert "Nulleville" in await base.listed(OWNER, direct=True)
    assert "Zorglub" in (await (await base.discord.use_command(CHIEF, "status", {})).reply()).everything


@pytest.mark.slow
async def test_who_waits_is_told_once_when_articles_answer_and_no_article_leaves_its_server(base: Base) -> None:
    assert (await base.tell_me(BOB, QUESTION)).content == ENGLISH("awaited-on")
    assert (await base.tell_me(BOB, QUESTION)).content == ENGLISH("awaited-off")
    assert (await base.tell_me(BOB, QUESTION, direct=True)).content == ENGLISH("awaited-on")
    assert (await base.tell_me(ADA, QUESTION)).content == FRENCH("awaited-on")
    await base.add(CHIEF, "server")
    (told,) = await base.discord.until_said(1)
    assert "17 ruches" not in told.everything
    assert "Roux" not in told.everything
    assert f"https://discord.com/channels/{base.discord.guild.id}" in told.everything
    assert told.content.startswith(FRENCH("awaited-answered-there", question="x", link="y")[:20])
    assert FRENCH("unanswered-now") in await base.listed(CHIEF)

    await base.add(OWNER, "shared")
    _, second = await base.discord.until_said(2)
    assert ENGLISH("awaited-answered") in second.content
    assert "17 ruches" in second.quotes[0].text
    (base.home / "knowledge" / "more.txt").write_text("Autre chose, sans rapport aucun avec les abeilles.")
    interaction = await base.discord.use_command(OWNER, "reindex", {"where": "shared"})
    await interaction.reply()
    await asyncio.sleep(4)
    assert len(base.discord.messages) == 2


@pytest.mark.filterwarnings("ignore:invalid value encountered in matmul:RuntimeWarning")  # NumPy's, of finite figures
@pytest.mark.slow
async def test_a_question_that_found_no_turn_is_asked_again_before_the_next_reindex(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awaiting, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(awaiting, "_TRY_AGAIN", 0.01)
    engine = Engine(EngineOptions(base.home / "knowledge", base.home / "data"))
    desk = BusyDesk(engine)
    state = State.open(None, base.home / "again", retention=90)
    state.unanswered.note(QUESTION, "fr", None)
    second = SecondAsking(Asking(desk, None, SigningKey(b"x" * 32)), Memory(state, engine), Everywhere())
    asking = asyncio.create_task(second.run())
    try:
        async with asyncio.timeout(PATIENCE):
            while not state.unanswered.latest(1)[0].answered:  # noqa: ASYNC110 - it goes on behind
                await asyncio.sleep(0.02)
        assert desk.asked >= 2
    finally:
        asking.cancel()
        desk.close()
        state.close()


class BusyDesk(AnsweringDesk):
    """Has no room the first time."""

    asked = 0

    async def answer(self, question: str, guild: int | None, **more: Any) -> Answer:
        self.asked += 1
        if self.asked == 1:
            raise DeskBusy
        return await super().answer(question, guild, **more)


class Everywhere:
    def serves(self, guild_id: int) -> bool:
        return True

    async def place_to_write(self, place: Place) -> discord.abc.Messageable:
        raise AssertionError(place)


@pytest.mark.slow
async def test_the_terminal_lists_them_too(base: Base) -> None:
    command = [sys.executable, "-m", "bot.cli", "unanswered"]
    told = {**os.environ, "SOURCIER_LANG": "fr"}
    run = await asyncio.to_thread(
        lambda: subprocess.run(
            [*command, "--json"], cwd=base.home, env=told, capture_output=True, text=True, check=True
        )
    )
    listed = {one["guild"]: one for one in json.loads(run.stdout)}
    assert listed[str(base.discord.guild.id)]["question"] == QUESTION
    assert listed[str(base.discord.guild.id)]["answered"]
    text = await asyncio.to_thread(
        lambda: subprocess.run(command, cwd=base.home, env=told, capture_output=True, text=True, check=True)
    )
    assert QUESTION in text.stdout
    assert "Roux" not in text.stdout
