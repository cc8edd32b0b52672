"""The weekly digest: what was new of a subject, or of all, in one message a week."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.catalogue import words_in
from tests.bot.chat.following.test_alerts import ADA, BOB, SCRIPTED, bring, discord, sentences
from tests.bot.chat.standin import Person, Reply, StandIn

__all__ = ["discord"]

FR, EN = words_in("fr"), words_in("en")
DAY = 86_400


async def follow(discord: StandIn, person: Person, **options: str) -> Reply:
    return await (await discord.use_command(person, "follow", options)).reply()


def weeks(home: Path) -> list[int]:
    """When the follows are told of next."""
    with closing(sqlite3.connect(home / "data" / "state.sqlite")) as state:
        return [at for (at,) in state.execute("SELECT digest FROM follow WHERE digest IS NOT NULL")]


def let_the_week_pass(home: Path) -> None:
    with closing(sqlite3.connect(home / "data" / "state.sqlite", timeout=10)) as state, state:
        state.execute("UPDATE follow SET digest = ? WHERE digest IS NOT NULL", (int(time.time()) - 1,))


@pytest.mark.slow
async def test_all_that_is_new_is_told_in_one_message_when_the_week_is_over(discord: StandIn, tmp_path: Path) -> None:
    assert (await follow(discord, ADA)).content == FR("follow-what")
    await follow(discord, ADA, digest="weekly")
    await follow(discord, ADA, digest="weekly", subject="Vega")
    await follow(discord, BOB, digest="weekly", where="channel")
    assert all(6 * DAY < at - time.time() <= 7 * DAY for at in weeks(tmp_path))
    bring(tmp_path, "Vega ouvre à Nantes.", generation=2)
    bring(tmp_path, "Lyra ferme.", generation=3)
    await asyncio.sleep(5)
    assert not discord.messages

    let_the_week_pass(tmp_path)
    bring(tmp_path, "Orion dort.", generation=4)
    told = await discord.until_said(2)
    to_channel = next(one for one in told if one.payload["channel_id"] == str(discord.channel.id))
    to_ada = next(one for one in told if one is not to_channel)
    assert sorted(sentences(to_channel)) == ["Lyra ferme.", "Orion dort.", "Vega ouvre à Nantes."]
    assert EN("follow-everything") in to_channel.everything
    assert FR("follow-everything") in to_ada.everything
    assert "Vega ouvre à Nantes." in sentences(to_ada)
    while not all(at - time.time() > 6 * DAY for at in weeks(tmp_path)):  # noqa: ASYNC110 - another process writes it
        await asyncio.sleep(0.1)

    await discord.bots[-1].kill()  # a restart begins no new week
    await discord.start_bot(SCRIPTED, tmp_path)
    bring(tmp_path, "Vega revient.", generation=5)
    await asyncio.sleep(5)
    assert len(discord.messages) == 2
    following = await (await discord.use_command(ADA, "following", {})).reply()
    assert FR("follow-digest-weekly") in following.everything
