"""``sourcier init`` and ``sourcier doctor``: from an empty folder, with and without Discord."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path

import pytest

from tests.bot.chat.standin.server import TOKEN, StandIn
from tests.bot.commands.conftest import Desk


@pytest.fixture
def empty(tmp_path: Path) -> Desk:
    """An empty folder."""
    return Desk(tmp_path)


@pytest.mark.parametrize(("lang", "article"), [("en", "welcome.md"), ("fr", "bienvenue.md")])
def test_init_makes_a_folder_that_answers(empty: Desk, lang: str, article: str) -> None:
    said = empty.run("init", "base", "--yes", env={"SOURCIER_LANG": lang}).out
    base = Desk(empty.folder / "base")
    assert sorted(path.name for path in base.folder.iterdir()) == [".env", "README.md", "knowledge"]
    assert (base.knowledge / article).is_file()
    assert stat.S_IMODE((base.folder / ".env").stat().st_mode) == 0o600
    assert "cd base" in said
    question = {"en": "How are articles added?", "fr": "Comment ajoute-t-on des articles ?"}[lang]
    answer = json.loads(base.run("ask", question, "--json").out)
    assert answer["verdict"] == "found"
    assert answer["quotes"][0]["article"]["path"] == article
    assert base.run("status").err == ""


def test_init_touches_nothing_that_is_there(desk: Desk) -> None:
    (desk.folder / ".env").write_text("SOURCIER_LANG=fr\n")
    before = {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}
    desk.run("init")
    assert {path: path.read_bytes() for path in before} == before
    assert not (desk.knowledge / "welcome.md").exists()


def test_init_says_what_is_in_its_way(empty: Desk) -> None:
    (empty.folder / "base").touch()
    ended = empty.run("init", "base", status=1)
    assert len(ended.told) == 1
    assert "base" in ended.err
    assert empty.run("init", "x", "--no-token", "--token-stdin", status=2).told


async def test_init_has_discord_say_whose_token_it_is_and_invites_with_what_is_needed(empty: Desk) -> None:
    async with StandIn() as discord:
        ended = await asyncio.to_thread(empty.run, "init", "--token-stdin", stdin=TOKEN, env=discord.addresses)
        assert f"“Sourcier” (application {discord.me.id})" in ended.out
        assert "Message Content Intent: off" in ended.out
        link = next(word for word in ended.out.split() if word.startswith("https://discord.com/"))
        assert f"client_id={discord.me.id}" in link
        assert "scope=bot+applications.commands" in link
        # view, send, attach, read history, send in threads
        assert f"permissions={1 << 10 | 1 << 11 | 1 << 15 | 1 << 16 | 1 << 38}" in link
    assert f"DISCORD_TOKEN={TOKEN}\n" in (empty.folder / ".env").read_text()
    assert stat.S_IMODE((empty.folder / ".env").stat().st_mode) == 0o600
    assert TOKEN not in ended.out + ended.err


async def test_init_does_not_keep_a_token_that_discord_refuses(empty: Desk) -> None:
    async with StandIn() as discord:
        ended = await asyncio.to_thread(
            empty.run, "init", "--token-stdin", stdin="not.the.token", env=discord.addresses, status=1
        )
    assert len(ended.told) == 1
    assert "refused the token" in ended.err
    assert "DISCORD_TOKEN=\n" in (empty.folder / ".env").read_text()


def _checks(
    desk: Desk, *options: str, env: dict[str, str] | None = None, status: int = 0
) -> dict[str, tuple[str, str]]:
    found = json.loads(desk.run("doctor", "--json", *options, env=env, status=status).out)
    assert found["ok"] is (status == 0)
    assert all((check["todo"] is None) is (check["outcome"] == "good") for check in found["checks"])
    return {check["name"]: (check["outcome"], check["said"]) for check in found["checks"]}


@pytest.mark.slow
def test_the_doctor_finds_a_base_in_order_without_a_token_or_a_network(indexed: Desk) -> None:
    checks = _checks(indexed, "--offline")
    assert {outcome for outcome, _ in checks.values()} == {"good"}
    assert {"python", "disk", "data", "articles", "index", "model", "reader", "state", "processes"} <= set(checks)
    assert "3 articles" in checks["articles"][1]
    text = indexed.run("doctor", "--offline", env={"SOURCIER_LANG": "fr"}).out
    assert text.endswith("Tout va bien.\n")


def test_the_doctor_says_what_to_do(desk: Desk) -> None:
    assert _checks(desk, "--offline")["index"][0] == "doubtful"
    desk.data.mkdir()
    (desk.data / "state.sqlite").write_bytes(b"no database" * 1000)
    env = {"SOURCIER_KNOWLEDGE_DIR": "nowhere"}
    checks = _checks(desk, "--offline", env=env, status=1)
    assert (checks["articles"][0], checks["state"][0]) == ("bad", "bad")
    text = desk.run("doctor", "--offline", env=env, status=1).out
    assert "→ Create it, name the right one with SOURCIER_KNOWLEDGE_DIR" in text


@pytest.mark.slow
def test_the_doctor_without_a_way_to_discord_tells_the_way(indexed: Desk) -> None:
    env = {"STANDIN_API": "http://127.0.0.1:9/api/v10"}
    checks = _checks(indexed, env=env)
    assert (checks["network"][0], checks["token"][0]) == ("doubtful", "doubtful")
    checks = _checks(indexed, env={**env, "DISCORD_TOKEN": TOKEN}, status=1)
    assert checks["network"][0] == "bad"


@pytest.mark.slow
async def test_the_doctor_asks_discord_about_the_bot(indexed: Desk) -> None:
    async with StandIn() as discord:
        env = {**discord.addresses, "DISCORD_TOKEN": TOKEN}
        checks = await asyncio.to_thread(_checks, indexed, env=env)
        assert checks["token"] == ("good", f"that of “Sourcier” (application {discord.me.id})")
        assert checks["clock"][0] == "good"
        assert checks["commands"][0] == "doubtful"
        assert checks["servers"][0] == "doubtful"  # nobody there may attach files
        assert "Attach Files" in checks["servers"][1]
        wanting = {**env, "SOURCIER_MESSAGE_CONTENT": "yes"}
        assert (await asyncio.to_thread(_checks, indexed, env=wanting, status=1))["intents"][0] == "bad"
        discord.api.application_flags = 1 << 19
        assert (await asyncio.to_thread(_checks, indexed, env=wanting))["intents"][0] == "good"
        refused = await asyncio.to_thread(_checks, indexed, env={**env, "DISCORD_TOKEN": "no.such.token"}, status=1)
        assert refused["token"][0] == "bad"
