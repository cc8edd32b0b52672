"""Several processes, a range of shards each, over one data folder: each answers and alerts its own servers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.catalogue import words_in
from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import BOT, REPOSITORY
from tests.bot.chat.standin.world import MANAGE_GUILD
from tests.conftest import write_articles

ADA = Person("Ada", locale="fr", permissions=MANAGE_GUILD)
OLD = "---\ntitle: Ancien\nlang: fr\n---\nLa société Vega a été fondée en 2012 à Lyon par deux sœurs.\n"
NEW = "---\ntitle: Nouveau\nlang: fr\nurl: https://example.org/nouveau\n---\nIl pleuvait. Vega ferme « tout » mardi.\n"


def reindex(settings: dict[str, str]) -> None:
    """What the operator runs in a shell while the bot is up."""
    command = [sys.executable, "-m", "bot.cli", "reindex"]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", **settings}
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True)


@pytest.mark.slow
async def test_two_processes_serve_their_servers_and_alert_once_after_a_reindex_elsewhere(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    write_articles(knowledge, {"old.md": OLD})
    settings = {
        "SOURCIER_KNOWLEDGE_DIR": str(knowledge),
        "SOURCIER_DATA_DIR": str(tmp_path / "data"),
        "SOURCIER_SHARD_COUNT": "2",
        "SOURCIER_ALERT_MINUTES": "0",
    }
    async with StandIn() as discord:
        for shard in ("0", "1"):
            await discord.start_bot(BOT, tmp_path, {**settings, "SOURCIER_SHARD_IDS": shard})
        assert sorted(identified["shard"] for identified in discord.gateway.identified) == [[0, 2], [1, 2]]

        for elsewhere in (False, True):
            options = {"subject": "vega", "where": "channel"}
            followed = await discord.use_command(ADA, "follow", options, elsewhere=elsewhere)
            done = words_in("fr")("follow-done-channel", subject="vega", minutes=0)
            assert (await followed.reply()).content == done
        own = await discord.use_command(ADA, "follow", {"subject": "Vega"}, direct=True)
        assert (await own.reply()).content == words_in("fr")("follow-done-person", subject="Vega", minutes=0)

        write_articles(knowledge, {"new.md": NEW})
        reindex(settings)
        alerts = await discord.until_said(3)

        assert len({alert.payload["channel_id"] for alert in alerts}) == 3
        for alert in alerts:
            assert [quote.text for quote in alert.quotes] == ["Vega ferme « tout » mardi."]
            assert "[Nouveau](https://example.org/nouveau)" in alert.everything
        answer = await discord.ask(ADA, "Quel jour Vega ferme-t-elle tout ?")
        assert "mardi" in answer.everything
        assert len(discord.messages) == 3
        assert len(discord.sent("PUT")) == 1

        told = await discord.start_bot(["-m", "bot.cli", "sync"], tmp_path, settings, online=False)
        assert await told.ended() == 0
        assert len(discord.sent("PUT")) == 2
        refused = await discord.start_bot(["-m", "bot.cli", "sync"], tmp_path, settings, token="x.y", online=False)
        assert await refused.ended() == 1
        assert words_in("en")("discord-token-refused") in refused.log


async def test_a_state_that_can_not_be_opened_is_told_in_one_line(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", {"old.md": OLD})
    async with StandIn() as discord:
        settings = {"SOURCIER_STATE_URL": "postgresql+nodriver://ada:hush@127.0.0.1:1/x"}
        bot = await discord.start_bot(BOT, tmp_path, settings, online=False)
        assert await bot.ended() == 1
        assert "SOURCIER_STATE_URL" in bot.log
        assert "hush" not in bot.log
        assert "Traceback" not in bot.log
