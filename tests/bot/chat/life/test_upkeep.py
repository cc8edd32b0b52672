"""The base changes while the bot answers: a shell, SIGHUP, the folder itself, a rollback; the bot follows each."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import BOT, REPOSITORY
from tests.bot.chat.standin.reading import Reply
from tests.conftest import ARTICLES, write_articles

ADA = Person("Ada", locale="fr")
QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


async def sourcier(home: Path, *arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", *arguments,
        cwd=home, env={"PYTHONPATH": str(REPOSITORY), "HF_HUB_OFFLINE": "1", "PATH": ""},
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await process.wait() == 0


async def answer_that_says(discord: StandIn, amount: str) -> Reply:
    """Ask until the answer says ``amount``; every answer on the way is one, never an error."""
    for _ in range(200):
        reply = await discord.ask(ADA, QUESTION)
        assert reply.quotes
        if any(amount in quote.text for quote in reply.quotes):
            return reply
        await asyncio.sleep(0.2)
    raise AssertionError(amount)


def write_amount(home: Path, amount: str) -> None:
    article = ARTICLES["rachat.md"].replace("1,2 milliard", amount)
    (home / "knowledge" / "rachat.md").write_text(article, encoding="utf-8")


@pytest.mark.slow
async def test_the_bot_follows_a_shell_a_rollback_a_signal_and_the_folder_without_a_restart(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", ARTICLES)
    async with StandIn() as discord:
        bot = await discord.start_bot(BOT, tmp_path)
        await answer_that_says(discord, "1,2 milliard")

        write_amount(tmp_path, "3,4 milliards")
        await sourcier(tmp_path, "reindex")
        await answer_that_says(discord, "3,4 milliards")

        await sourcier(tmp_path, "rollback")
        await answer_that_says(discord, "1,2 milliard")

        write_amount(tmp_path, "5,6 milliards")
        bot.send(signal.SIGHUP)
        await answer_that_says(discord, "5,6 milliards")
        assert "re-index (signal): generation 3, 0 articles added, 1 updated" in bot.log
        assert await bot.terminate() == 0

        write_amount(tmp_path, "7,8 milliards")  # while nobody is there
        bot = await discord.start_bot(BOT, tmp_path, {"SOURCIER_WATCH": "1"})
        await answer_that_says(discord, "7,8 milliards")
        write_amount(tmp_path, "9,1 milliards")
        await answer_that_says(discord, "9,1 milliards")

        (tmp_path / "knowledge").rename(tmp_path / "away")
        assert (await discord.ask(ADA, QUESTION)).quotes
        assert await bot.terminate() == 0
        assert "Traceback" not in bot.log
