"""The commands as Discord is told of them: complete, well-formed, in both languages, and told only when they change."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.catalogue import words_in
from bot.chat.asking.asking import Asking
from bot.chat.keeping.keeping import Keeping
from bot.chat.keeping.works import Works
from bot.chat.life.client import INTENTS, SourcierClient
from bot.chat.life.sync import CommandSync
from bot.chat.people.translator import CatalogueTranslator, language_of
from bot.chat.replies.desk import AnsweringDesk
from bot.chat.replies.memory import Memory
from bot.chat.replies.signing import SigningKey
from bot.state import State
from tests.bot.chat.standin.rules import violations
from tests.bot.chat.standin.world import MANAGE_GUILD

UPKEEP = ("reindex", "add", "remove", "restore", "feeds", "unanswered")


class NeverAsked:
    """No engine: nobody asks it anything."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[SourcierClient]:
    engine: Any = NeverAsked()
    desk = AnsweringDesk(engine)
    state = State.open(None, tmp_path, retention=90)
    asking = Asking(desk, None, SigningKey(bytes(32)))
    client = SourcierClient(asking, Keeping(engine, Memory(state, engine), Works(), asking.maker), tmp_path)
    await client.tree.set_translator(CatalogueTranslator())
    yield client
    desk.close()
    state.close()


async def payloads(client: SourcierClient) -> list[dict[str, Any]]:
    translator = client.tree.translator
    assert translator is not None
    return [await command.get_translated_payload(client.tree, translator) for command in client.tree.get_commands()]


async def test_discord_accepts_every_command(client: SourcierClient) -> None:
    assert violations("PUT", "/applications/1/commands", await payloads(client)) == []


async def test_every_name_and_description_is_in_french_and_english(client: SourcierClient) -> None:
    everything = await payloads(client)
    assert [command["name"] for command in everything] == [
        *("ask", "timeline", "sources", "article", "follow", "unfollow", "following"),
        *(
            "about",
            "help",
            "status",
            "privacy",
            "forget-me",
            "settings",
            "reindex",
            "add",
            "remove",
            "restore",
            "feeds",
            "unanswered",
            "collect",
            "Find sources",
            "Ask this",
            "Add to the base",
        ),
    ]

    commands = [command for command in everything if command["type"] == 1]
    for menu in (command for command in everything if command["type"] == 3):
        assert set(menu["name_localizations"]) == {"fr", "en-US", "en-GB"}
        assert menu["name_localizations"]["fr"] != menu["name"]
    options = [option for command in commands for option in command["options"]]
    for choice in [choice for option in options for choice in option.get("choices") or []]:
        assert set(choice["name_localizations"]) == {"fr", "en-US", "en-GB"}
    for part in [*commands, *options]:
        for text in ("name", "description"):
            translated = part[f"{text}_localizations"]
            assert set(translated) == {"fr", "en-US", "en-GB"}
            assert translated["en-US"] == translated["en-GB"] == part[text]
        assert part["description_localizations"]["fr"] != part["description"]
        for name in (part["name"], *part["name_localizations"].values()):
            assert re.fullmatch(r"[-_\w]{1,32}", name)
            assert name == name.lower()
        for description in (part["description"], *part["description_localizations"].values()):
            assert 1 <= len(description) <= 100


async def test_commands_work_in_servers_and_in_private_installed_by_either(client: SourcierClient) -> None:
    for command in await payloads(client):
        on_servers = ("settings", "collect", "Add to the base")
        contexts = [0] if command["name"] in on_servers else [0, 1] if command["name"] in UPKEEP else [0, 1, 2]
        assert sorted(command["contexts"]) == contexts
        assert sorted(command["integration_types"]) == ([0] if contexts != [0, 1, 2] else [0, 1])
        for_admins = command["name"] in (*UPKEEP, "settings", "collect")  # a menu is seen by the roles that may use it
        assert command["default_member_permissions"] == (MANAGE_GUILD if for_admins else None)


async def test_the_bot_pings_nobody_and_asks_for_no_privileged_intent(client: SourcierClient) -> None:
    assert client.allowed_mentions is not None
    mentions: dict[str, Any] = client.allowed_mentions.to_dict()  # type: ignore[assignment]
    assert mentions == {"parse": []}
    assert not INTENTS.message_content
    assert not INTENTS.members
    assert not INTENTS.presences
    assert client.intents == INTENTS


@pytest.mark.parametrize(
    ("locale", "lang"),
    [
        (discord.Locale.french, "fr"),
        (discord.Locale.american_english, "en"),
        (discord.Locale.british_english, "en"),
        (discord.Locale.german, "en"),
    ],
)
def test_a_reader_gets_french_or_else_english(locale: discord.Locale, lang: str) -> None:
    assert language_of(locale) == lang


class Recorded(CommandSync):
    """The real thing but for the request itself."""

    def __init__(self, client: SourcierClient, data_dir: Path, failure: Exception | None = None) -> None:
        super().__init__(client.tree, data_dir)
        self.synced = 0

        async def sync() -> list[Any]:
            self.synced += 1
            if failure is not None:
                raise failure
            return []

        client.tree.sync = sync  # type: ignore[method-assign, assignment]


async def synced(client: SourcierClient, data_dir: Path, application: int = 7, failure: Exception | None = None) -> int:
    client._connection.application_id = application
    sync = Recorded(client, data_dir, failure)
    await sync.run()
    return sync.synced


async def test_commands_are_described_once_for_each_application(client: SourcierClient, tmp_path: Path) -> None:
    assert await synced(client, tmp_path) == 1
    assert await synced(client, tmp_path) == 0
    assert await synced(client, tmp_path, application=8) == 1
    assert await synced(client, tmp_path) == 0


async def test_a_changed_command_is_described_again(client: SourcierClient, tmp_path: Path) -> None:
    await synced(client, tmp_path)
    command = client.tree.get_commands()[0]
    assert isinstance(command, discord.app_commands.Command)
    command.description = "Something else"

    assert await synced(client, tmp_path) == 1


async def test_a_failed_description_is_tried_again_at_the_next_start(client: SourcierClient, tmp_path: Path) -> None:
    assert await synced(client, tmp_path, failure=OSError("no network")) == 1
    assert not (tmp_path / "discord" / "commands.json").exists()
    assert await synced(client, tmp_path) == 1


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"7": 3}', "\x00"])
async def test_a_damaged_memory_is_as_none(client: SourcierClient, tmp_path: Path, damage: str) -> None:
    memory = tmp_path / "discord" / "commands.json"
    memory.parent.mkdir()
    memory.write_text(damage, encoding="utf-8")

    assert await synced(client, tmp_path) == 1
    assert set(json.loads(memory.read_text(encoding="utf-8"))) == {"7"}
    assert [file.name for file in memory.parent.iterdir()] == ["commands.json"]


def test_the_catalogue_gives_the_french_name() -> None:
    assert words_in("fr")("discord-ask-name") == "demander"
