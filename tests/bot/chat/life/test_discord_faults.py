"""Discord's bad days: limits, storms of errors, closed gateways, silence. The bot comes back by itself, answers what it
can, and answers nothing twice."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.bot.chat.scripted_bot import BODY
from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import SCRIPTED
from tests.bot.chat.standin.world import Payload

ADA = Person("Ada", locale="fr")


def answers_in(discord: StandIn) -> int:
    """How many replies Discord took in the server's channel."""
    return sum(request.status == 200 for request in discord.sent(f"POST /channels/{discord.channel.id}/messages"))


async def quotes_of(discord: StandIn, message: Payload) -> list[str]:
    return [quote.text for quote in (await discord.answer_to(message)).quotes]


@pytest.mark.slow
async def test_limits_and_short_storms_are_waited_out_and_the_answer_comes_once(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        place = f"POST /channels/{discord.channel.id}/messages"
        for everywhere in (False, True):
            before = len(discord.sent(place))
            discord.fail_next(place, 429, times=2, everywhere=everywhere)
            message = await discord.mention(ADA, "Quand ?")
            assert await quotes_of(discord, message) == [BODY]
            assert [request.status for request in discord.sent(place)[before:]] == [429, 429, 200]
        for status in (500, 502):
            before = len(discord.sent("PATCH"))
            discord.fail_next("@original", status)
            assert [quote.text for quote in (await discord.ask(ADA, "Quand ?")).quotes] == [BODY]
            assert [request.status for request in discord.sent("PATCH")[before:]] == [status, 200]


@pytest.mark.slow
async def test_a_long_storm_loses_an_answer_but_not_the_bot(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        discord.fail_next("@original", 502, times=5)
        lost = await discord.use_command(ADA, "ask", {"question": "Quand ?"})
        await lost.deferred()

        assert [quote.text for quote in (await discord.ask(ADA, "Quand ?")).quotes] == [BODY]

        assert not lost.answered.is_set() or lost.message is not None
        assert await bot.terminate() == 0


async def test_a_closed_gateway_is_resumed_and_what_was_missed_is_answered_once(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        for times, code in enumerate((1001, 4000, 4008), start=1):
            await discord.gateway.close(code)
            message = await discord.mention(ADA, "Quand ?")

            assert await quotes_of(discord, message) == [BODY]
            assert (discord.gateway.resumed, len(discord.gateway.identified)) == (times, 1)
            assert answers_in(discord) == times


async def test_a_session_that_is_over_or_declared_so_is_gone_on_with_or_begun_anew(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        await discord.gateway.close(4009)
        await discord.gateway.until(lambda gateway: len(gateway.identified) + gateway.resumed == 2)
        assert await quotes_of(discord, await discord.mention(ADA, "Quand ?")) == [BODY]

        await discord.gateway.invalidate(resumable=True)
        assert await quotes_of(discord, await discord.mention(ADA, "Quand ?")) == [BODY]
        assert answers_in(discord) == 2


async def test_a_gateway_that_falls_silent_is_left_and_found_again(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"STANDIN_SILENCE": "2"})
        await discord.gateway.fall_silent()
        message = await discord.mention(ADA, "Quand ?")

        assert await quotes_of(discord, message) == [BODY]
        assert answers_in(discord) == 1


@pytest.mark.slow
async def test_a_network_that_is_dead_for_a_while_is_outlived(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        discord.gateway.unreachable = 4
        await discord.gateway.drop()
        missed = [await discord.mention(ADA, f"Quand ? {number}") for number in range(3)]

        for message in missed:
            assert await quotes_of(discord, message) == [BODY]
        await asyncio.sleep(0.2)  # for a second answer to come, if one did

        assert discord.gateway.turned_away == 4
        assert answers_in(discord) == 3
        assert await bot.terminate() == 0


async def test_an_event_told_twice_is_answered_once_by_interaction(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        interaction = await discord.use_command(ADA, "ask", {"question": "Quand ?"})
        await interaction.reply()
        await discord.gateway.drop()
        await discord.gateway.until(lambda gateway: gateway.resumed == 1)

        assert [quote.text for quote in (await discord.ask(ADA, "Quand ?")).quotes] == [BODY]
        assert [request.status for request in discord.sent("/callback")] == [200, 200]
