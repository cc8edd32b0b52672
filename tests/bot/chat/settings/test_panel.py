"""``/settings``: seen and changed by those who manage the server alone, at once, and still there after a kill."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from bot.state import State
from bot.state.guilds import DEFAULTS, GuildSettings
from tests.bot.chat.standin import Channel, Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED
from tests.bot.chat.standin.world import MANAGE_GUILD

pytestmark = pytest.mark.asyncio(loop_scope="module")

PLAIN = Person("Plain", locale="fr")
ADA = Person("Ada", locale="fr", permissions=MANAGE_GUILD)
BOB = Person("Bob", locale="en-US", permissions=1 << 3)  # an administrator
SELECT, BUTTON, ROLES, CHANNELS = 3, 2, 6, 8


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(home: Path) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, home, {"SCRIPT_MESSAGE_CONTENT": "1"})
        yield discord


def kept(discord: StandIn, home: Path, *, elsewhere: bool = False) -> GuildSettings:
    state = State.open(None, home / "data", retention=90)
    try:
        return state.guilds.settings(discord.other_guild.id if elsewhere else discord.guild.id)
    finally:
        state.close()


async def panel(discord: StandIn, person: Person, **where: Any) -> Reply:
    return await (await discord.use_command(person, "settings", {}, **where)).reply()


async def change(discord: StandIn, person: Person, name: str, *values: str, kind: int = SELECT, **where: Any) -> Reply:
    shown = await panel(discord, ADA)
    given = None if kind == BUTTON else values
    return await (await discord.operate(person, shown, f"settings:{name}", kind, given, **where)).outcome()


@pytest.mark.parametrize(("person", "lang"), [(ADA, "fr"), (BOB, "en")])
async def test_those_who_manage_the_server_see_its_settings_alone_and_in_their_language(
    discord: StandIn, person: Person, lang: str
) -> None:
    shown = await panel(discord, person)
    words = words_in(lang)
    assert shown.payload["flags"] & (1 << 6)
    assert words("settings-title") in shown.texts[0]
    assert any(words("settings-roles-about") in text for text in shown.texts)
    assert set(shown.controls) == {
        f"settings:{name}"
        for name in ("lang", "quotes", "private", "feedback", "channels", "roles", "team", "helpers", "weak", "reset")
    }


async def test_a_change_holds_at_once_is_shown_and_is_there_after_a_kill(discord: StandIn, home: Path) -> None:
    shown = await change(discord, ADA, "lang", "fr")
    chosen = [option["value"] for option in shown.controls["settings:lang"]["options"] if option.get("default")]
    assert chosen == ["fr"]
    await change(discord, BOB, "quotes", "1")
    shown = await change(discord, ADA, "private", kind=BUTTON)
    assert shown.controls["settings:private"]["label"] == words_in("fr")("settings-on")
    await change(discord, ADA, "feedback", kind=BUTTON)
    await change(discord, ADA, "roles", "5", "6", kind=ROLES)
    await change(discord, ADA, "channels", str(discord.channel.id), kind=CHANNELS)
    expected = GuildSettings("fr", True, 1, False, frozenset({discord.channel.id}), frozenset({5, 6}))
    assert kept(discord, home) == expected

    await discord.bots[-1].kill()
    await discord.start_bot(SCRIPTED, home, {"SCRIPT_MESSAGE_CONTENT": "1"})
    again = await discord.operate(ADA, shown, "settings:private", BUTTON)
    assert (await again.outcome()).controls["settings:private"]["label"] == words_in("fr")("settings-off")
    await change(discord, ADA, "lang", "reader")
    assert kept(discord, home).lang is None
    await change(discord, ADA, "reset", kind=BUTTON)
    assert kept(discord, home) == DEFAULTS


@pytest.mark.parametrize(("name", "values", "kind"), [("lang", ("en",), SELECT), ("private", (), BUTTON)])
async def test_a_plain_member_is_refused_by_the_command_and_by_every_control(
    discord: StandIn, home: Path, name: str, values: tuple[str, ...], kind: int
) -> None:
    before = kept(discord, home)
    refusal = words_in("fr")("settings-refused")
    assert (await panel(discord, PLAIN)).content == refusal
    refused = await change(discord, PLAIN, name, *values, kind=kind)
    assert refused.content == refusal
    assert refused.payload["flags"] & (1 << 6)
    assert kept(discord, home) == before


async def test_an_admin_of_another_server_changes_that_one_alone(discord: StandIn, home: Path) -> None:
    before = kept(discord, home)
    await change(discord, ADA, "quotes", "2", elsewhere=True)
    assert kept(discord, home) == before
    assert kept(discord, home, elsewhere=True).quotes == 2


async def test_nobody_sees_settings_in_a_private_conversation(discord: StandIn) -> None:
    assert (await panel(discord, ADA, direct=True)).content == words_in("fr")("settings-refused")


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("lang", ("de",), SELECT),
        ("lang", (), SELECT),
        ("quotes", ("99",), SELECT),
        ("quotes", ("-1",), SELECT),
        ("roles", ("x",), ROLES),
        ("roles", (str(2**63),), ROLES),
        ("channels", ("1; DROP TABLE guild",), CHANNELS),
        ("team", ("1", "2"), CHANNELS),
        ("helpers", ("@everyone",), ROLES),
        ("nosuch", (), BUTTON),
    ],
)
async def test_forged_ids_and_values_change_nothing(
    discord: StandIn, home: Path, name: str, values: tuple[str, ...], kind: int
) -> None:
    before = kept(discord, home)
    assert (await change(discord, ADA, name, *values, kind=kind)).content == words_in("fr")("settings-stale")
    assert kept(discord, home) == before


async def test_every_change_is_in_the_audit_log(discord: StandIn, home: Path) -> None:
    await change(discord, BOB, "quotes", "3")
    state = State.open(None, home / "data", retention=90)
    (last,) = state.audit.latest(1, discord.guild.id)
    state.close()
    assert (last.user_id, last.action, last.detail, last.result) == (BOB.id, "settings", "quotes=3", "done")


async def test_answers_follow_the_settings_of_their_server(discord: StandIn) -> None:
    await change(discord, ADA, "lang", "fr")
    await change(discord, ADA, "private", kind=BUTTON)
    there = await discord.ask(BOB, "none of it")
    assert there.is_private
    assert words_in("fr")("discord-none") in there.everything
    in_private = await discord.ask(BOB, "none of it", direct=True)
    assert words_in("en")("discord-none") in in_private.everything
    await change(discord, ADA, "reset", kind=BUTTON)
    assert not (await discord.ask(BOB, "When?")).is_private


async def test_a_question_that_nothing_answers_is_kept_without_who_asked(discord: StandIn, home: Path) -> None:
    await discord.ask(BOB, "Who saw none of the zorglubs?")
    await discord.ask(BOB, "When did it rarissimely close?")
    await discord.bots[-1].terminate()
    state = State.open(None, home / "data", retention=90)
    latest = [(one.question, one.lang) for one in state.unanswered.latest(100, discord.guild.id)]
    state.close()
    assert ("Who saw none of the zorglubs?", "en") in latest
    assert not any("rarissimely" in question for question, _ in latest)
    kept = b"".join(part.read_bytes() for part in (home / "data").glob("state.sqlite*"))
    assert b"rarissimely" not in kept
    await discord.start_bot(SCRIPTED, home, {"SCRIPT_MESSAGE_CONTENT": "1"})


async def test_a_post_in_an_open_channel_is_answered_where_the_base_surely_answers(discord: StandIn) -> None:
    assert discord.gateway.identified[-1]["intents"] & (1 << 15)
    await discord.say(BOB, "When did it close? unheard of")  # the channel is not open yet
    await change(discord, ADA, "channels", str(discord.channel.id), kind=CHANNELS)
    for unanswered in ("weak answer?", "none of it?", "No question at all."):
        await discord.say(BOB, unanswered)
    asked = await discord.say(BOB, "When did it close?")
    reply = await discord.answer_to(asked)
    assert "31 décembre 2022" in reply.everything
    assert len(discord.messages) == 1


async def test_the_post_that_opens_a_thread_of_an_open_channel_is_answered_and_what_follows_is_not(
    discord: StandIn,
) -> None:
    await change(discord, ADA, "channels", str(discord.channel.id), kind=CHANNELS)
    before = len(discord.messages)
    thread = Channel("A question")
    await discord.open_thread(thread, discord.channel)
    opening = await discord.say(BOB, "Tell me when it closed", thread, id=str(thread.id))
    assert "31 décembre 2022" in (await discord.answer_to(opening)).everything
    await discord.say(BOB, "And when did it open?", thread)
    asked = await discord.say(BOB, "When did it close?")
    await discord.answer_to(asked)
    assert len(discord.messages) == before + 2
