"""Health, metrics and logs of a running bot: what watches it is told, and never what people ask."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import aiohttp
import pytest

from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import BOT
from tests.conftest import ARTICLES, write_articles

ADA = Person("Adalovelace", locale="fr")
QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


@pytest.mark.slow
async def test_health_metrics_and_json_logs_tell_the_state_and_nothing_of_people(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", ARTICLES)
    port = free_port()
    settings = {
        "SOURCIER_HEALTH_ADDRESS": str(port),
        "SOURCIER_LOG_FORMAT": "json",
        "SOURCIER_LOG_LEVEL": "debug",
    }
    async with StandIn() as discord:
        bot = await discord.start_bot(BOT, tmp_path, settings)
        assert (await discord.ask(ADA, QUESTION)).quotes
        await discord.ask(ADA, "x " * 2999 + "trop long")

        status, health = await get(port, "/healthz")
        assert (status, json.loads(health)) == (
            200,
            {"healthy": True, "discord": True, "index": "ok", "generation": 1},
        )
        assert (await get(port, "/livez"))[0] == 200
        metrics = (await get(port, "/metrics"))[1]
        assert 'sourcier_answers_total{lang="fr",verdict="found"} 1.0' in metrics
        assert "sourcier_articles 3.0" in metrics
        assert "sourcier_discord_connected 1.0" in metrics
        assert "process_resident_memory_bytes" in metrics
        assert (await get(port, "/elsewhere"))[0] == 404

        discord.gateway.unreachable = 1000
        await discord.gateway.drop()
        await discord.gateway.until(lambda gateway: gateway.turned_away > 0)
        status, health = await get(port, "/healthz")
        assert (status, json.loads(health)["discord"]) == (503, False)
        assert await bot.terminate() == 0

    lines = [json.loads(line) for line in bot.log.splitlines() if line.startswith("{")]
    assert {"timestamp", "level", "logger", "event"} <= set(lines[0])
    assert any(line["event"].startswith("ready to answer") for line in lines)
    for secret in (ADA.name, str(ADA.id), "Orion", "trop long", "not-a-token-of-anyone", "interaction-"):
        assert secret.lower() not in bot.log.lower()
        assert secret.lower() not in metrics.lower()


async def test_an_address_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", ARTICLES)
    async with StandIn() as discord:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            address = f"127.0.0.1:{taken.getsockname()[1]}"
            bot = await discord.start_bot(BOT, tmp_path, {"SOURCIER_HEALTH_ADDRESS": address}, online=False)
            assert await bot.ended() == 1
    assert address in bot.log.splitlines()[-1]
    assert "Traceback" not in bot.log
