"""The bot's life: how it starts, keeps its connection, stops, and what it says when it can't start."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.catalogue import words_in
from tests.bot.chat.scripted_bot import BODY
from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import SCRIPTED

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-US")


def last_line(log: str) -> str:
    return log.rstrip().split("\n")[-1]


def told(lang: str, key: str, **values: str) -> str:
    """The line on the terminal, where every blank is a plain space."""
    return " ".join(f"sourcier: {words_in(lang)(key, **values)}".split())


async def until(holds: Callable[[], bool]) -> None:
    """Wait for what another process does to the disk or says."""
    while not holds():  # noqa: ASYNC110 - nothing else tells
        await asyncio.sleep(0.01)


async def test_the_bot_answers_on_after_a_lost_connection(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        await discord.ask(ADA, "Quand ?")

        await discord.gateway.drop()
        missed = await discord.mention(ADA, "Quand ?")  # said while nobody listens: told again when the bot resumes

        assert [quote.text for quote in (await discord.answer_to(missed)).quotes] == [BODY]
        assert discord.gateway.resumed == 1
        assert len(discord.gateway.identified) == 1


async def test_the_bot_resumes_when_discord_asks_it_to_reconnect_or_closes(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)

        await discord.gateway.ask_to_reconnect()
        await discord.gateway.until(lambda gateway: gateway.resumed == 1)
        assert (await discord.ask(ADA, "Quand ?")).quotes

        await discord.gateway.close(4000)
        await discord.gateway.until(lambda gateway: gateway.resumed == 2)
        assert (await discord.ask(ADA, "Quand ?")).quotes


@pytest.mark.slow
async def test_the_bot_identifies_anew_when_its_session_is_lost(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)

        await discord.gateway.invalidate(resumable=False)
        await discord.gateway.until(lambda gateway: len(gateway.identified) == 2)

        assert (await discord.ask(ADA, "Quand ?")).quotes
        assert len(discord.sent("PUT")) == 1


async def test_no_privileged_intent_is_asked_for(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)

        assert discord.gateway.identified[0]["intents"] == 1 << 0 | 1 << 9 | 1 << 12


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_stopped_bot_leaves_discord_and_exits_with_0(tmp_path: Path, number: signal.Signals) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)

        assert await bot.terminate(number) == 0
        await discord.gateway.until(lambda gateway: not gateway.online)

    assert discord.gateway.closes == [1000]
    assert "Traceback" not in bot.log


async def test_a_stopped_bot_finishes_the_question_in_hand_and_refuses_the_others(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        held = await discord.use_command(ADA, "ask", {"question": "Quand ? hold"})
        await until((tmp_path / "held").exists)
        queued = await discord.use_command(BOB, "ask", {"question": "When?"})
        await queued.deferred()

        stopped = asyncio.create_task(bot.terminate())
        refusal = await queued.reply()
        (tmp_path / "gate").touch()

        assert refusal.content.endswith(words_in("en")("discord-stopping"))
        assert [quote.text for quote in (await held.reply()).quotes] == [BODY]
        assert await stopped == 0


@pytest.mark.slow
async def test_a_question_the_engine_is_stuck_on_does_not_keep_the_bot_from_stopping(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        held = await discord.use_command(ADA, "ask", {"question": "hold"})
        await until((tmp_path / "held").exists)

        assert await bot.terminate() == 0
        assert (await held.reply()).content.endswith(words_in("fr")("discord-stopping"))


async def test_a_bot_that_is_still_getting_ready_stops_at_once(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path, {"SCRIPT_PREPARE": "hold"}, online=False)
        await until((tmp_path / "held").exists)

        assert await bot.terminate() == 0
        assert discord.requests == []


async def test_commands_are_described_at_the_first_start_only(tmp_path: Path) -> None:
    async with StandIn() as discord:
        for _ in range(2):
            bot = await discord.start_bot(SCRIPTED, tmp_path)
            await discord.ask(ADA, "Quand ?")
            await until((tmp_path / "data" / "discord" / "commands.json").exists)
            await bot.terminate()

        assert len(discord.sent("PUT")) == 1
        names = [command["name_localizations"]["fr"] for command in discord.commands]
        assert names == [
            *("demander", "frise", "sources", "article", "suivre", "ne-plus-suivre", "suivis"),
            *("à-propos", "aide", "état", "confidentialité", "oubliez-moi", "réglages"),
            *("réindexer", "ajouter", "retirer", "restaurer", "flux", "sans-réponse", "récolter"),
            *("Trouver des sources", "Poser cette question", "Ajouter à la base"),
        ]


async def test_commands_that_changed_are_described_again(tmp_path: Path) -> None:
    memory = tmp_path / "data" / "discord" / "commands.json"
    async with StandIn() as discord:
        memory.parent.mkdir(parents=True)
        memory.write_text(json.dumps({str(discord.me.id): "what an older version described"}), encoding="utf-8")

        bot = await discord.start_bot(SCRIPTED, tmp_path)
        await until(lambda: "older version" not in memory.read_text(encoding="utf-8"))
        await bot.terminate()

        assert len(discord.sent("PUT")) == 1


async def test_a_description_that_fails_does_not_keep_the_bot_from_answering(tmp_path: Path) -> None:
    async with StandIn() as discord:
        discord.fail_next("PUT", 403)
        bot = await discord.start_bot(SCRIPTED, tmp_path)

        assert (await discord.ask(ADA, "Quand ?")).quotes
        await bot.terminate()
        assert not (tmp_path / "data" / "discord" / "commands.json").exists()

        bot = await discord.start_bot(SCRIPTED, tmp_path)
        await until((tmp_path / "data" / "discord" / "commands.json").exists)
        await bot.terminate()
        assert len(discord.sent("PUT")) == 2


async def test_a_set_language_comes_before_the_readers(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"SOURCIER_LANG": "fr"})

        assert (await discord.ask(BOB, "none")).content.endswith(words_in("fr")("discord-none-hint"))
        mention = await discord.answer_to(await discord.mention(BOB, "When? none"))
        assert mention.content.endswith(words_in("fr")("discord-none-hint"))


@pytest.mark.parametrize("token", ["wrong.token.altogether", "a token\nof two lines", "jeton-accentué"])
async def test_a_refused_token_is_told_in_one_line(tmp_path: Path, token: str) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path, token=token, online=False)

        assert await bot.ended() == 1
        assert last_line(bot.log) == told("en", "discord-token-refused")
        assert token not in bot.log
        assert "Traceback" not in bot.log


async def test_a_token_refused_by_the_gateway_is_told_in_one_line(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)

        await discord.gateway.close(4004)

        assert await bot.ended() == 1
        assert last_line(bot.log) == told("en", "discord-token-refused")


async def test_a_connection_closed_for_good_is_told_in_one_line(tmp_path: Path) -> None:
    async with StandIn() as discord:
        discord.gateway.refuse_with = 4013
        bot = await discord.start_bot(SCRIPTED, tmp_path, {"SOURCIER_LANG": "fr"}, online=False)

        assert await bot.ended() == 1
        assert last_line(bot.log) == told("fr", "discord-closed", code="4013")


@pytest.mark.slow
async def test_an_unreachable_discord_is_told_in_one_line_after_some_patience(tmp_path: Path) -> None:
    async with StandIn() as gone:
        nowhere = gone.addresses
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path, nowhere, online=False)

        assert await bot.ended() == 1
        assert last_line(bot.log).startswith("sourcier: Discord can’t be reached (")
        assert bot.log.count("next try in") == 3
        assert "Traceback" not in bot.log


@pytest.mark.slow
@pytest.mark.parametrize(("settings", "told_so"), [({}, "next try in"), ({"SCRIPT_SHARDS": "1"}, "Retrying")])
async def test_a_gateway_that_can_not_be_reached_yet_is_tried_until_it_can(
    tmp_path: Path, settings: dict[str, str], told_so: str
) -> None:
    async with StandIn() as discord:
        discord.gateway.down = True
        bot = await discord.start_bot(SCRIPTED, tmp_path, settings, online=False)
        await until(lambda: told_so in bot.log)
        discord.gateway.down = False
        await discord.gateway.until(lambda gateway: gateway.online)

        assert (await discord.ask(ADA, "Quand ?")).quotes
