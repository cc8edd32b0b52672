"""What Discord may send that is not as it should be, messages whose text is not where one looks first, two processes
over one data folder, a proxy."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any, Self

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.catalogue import words_in
from bot.settings import proxy_of_environment
from tests.bot.chat.replies.test_odd_interactions import Home
from tests.bot.chat.standin import Channel, Person, StandIn
from tests.bot.chat.standin.process import BOT, SCRIPTED
from tests.bot.chat.standin.world import message_payload

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-US")
EVENTS = (
    "MESSAGE_CREATE MESSAGE_UPDATE MESSAGE_DELETE INTERACTION_CREATE THREAD_CREATE THREAD_UPDATE THREAD_LIST_SYNC "
    "CHANNEL_CREATE CHANNEL_UPDATE CHANNEL_DELETE GUILD_CREATE GUILD_UPDATE GUILD_DELETE GUILD_ROLE_CREATE "
    "GUILD_MEMBER_UPDATE GUILD_EMOJIS_UPDATE WEBHOOKS_UPDATE INTEGRATION_CREATE TYPING_START NO_SUCH_EVENT"
).split()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    with asyncio.Runner() as runner:
        discord = StandIn()
        runner.run(discord.__aenter__())
        bot = runner.run(discord.start_bot(SCRIPTED, tmp_path_factory.mktemp("odd-events")))
        help_ = runner.run(runner.run(discord.use_command(ADA, "help", {})).reply())
        yield Home(runner, discord, bot, help_)
        runner.run(discord.__aexit__(None, None, None))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 10) | st.text(max_size=5) | st.integers(10**17, 10**18).map(str),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "type", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)
keys = st.sampled_from(
    "id type channel_id guild_id channel author user member data content token name owner_id threads roles".split()
)


@settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(event=st.sampled_from(EVENTS), data=st.dictionaries(keys, json_values, max_size=6) | json_values)
def test_no_event_ends_the_bot(home: Home, event: str, data: Any) -> None:
    payload = data if isinstance(data, dict) else {"odd": data}
    payload.pop("guild_id", None) if not isinstance(payload.get("guild_id"), str) else None
    with suppress(ValueError, TypeError):  # the stand-in's own routing
        home.runner.run(home.discord.gateway.dispatch(event, payload))
    assert home.goes_on()


async def test_a_command_from_a_thread_in_no_cache_is_answered(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        thread = Channel("un fil", parent=discord.guild.channels[0])
        whole = thread.payload(discord.guild)
        bare = {key: whole[key] for key in ("id", "type", "guild_id", "name", "parent_id", "thread_metadata")}
        interaction = await discord.use_command(
            ADA, "ask", {"question": "Quand ?"}, channel=thread, channel_object=bare
        )
        assert (await interaction.reply()).quotes
        assert "Traceback" not in bot.log


async def test_an_option_of_another_kind_gets_a_plain_answer(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        for options in ({"question": True}, {"question": "Quand ?", "private": "oui"}, {"question": 12}):
            interaction = await discord.use_command(ADA, "ask", options)
            assert words_in("fr")("discord-option-odd") in (await interaction.outcome()).everything
        assert "incident" not in bot.log


FORWARD = {"message": {"content": "Amazon Care ferme", "type": 0, "embeds": [], "attachments": [], "flags": 0}}
FORWARD["message"] |= {
    "timestamp": "2022-08-24T12:00:00+00:00",
    "edited_timestamp": None,
    "mentions": [],
    "components": [],
}
SAYING = {
    "a forward": {
        "message_snapshots": [FORWARD],
        "message_reference": {"type": 1, "message_id": "7", "channel_id": "8"},
    },
    "an embed": {
        "embeds": [{"type": "rich", "title": "Amazon Care", "fields": [{"name": "ferme", "value": "bientôt"}]}]
    },
    "a poll": {
        "poll": {
            "question": {"text": "Amazon Care ferme ?"},
            "answers": [{"answer_id": 1, "poll_media": {"text": "oui"}}],
            "expiry": "2022-08-25T12:00:00+00:00",
            "allow_multiselect": False,
            "layout_type": 1,
        }
    },
    "components": {
        "flags": 1 << 15,
        "components": [
            {"type": 17, "id": 1, "components": [{"type": 10, "id": 2, "content": "Amazon Care **ferme**"}]}
        ],
    },
}


@pytest.mark.parametrize("kind", SAYING)
@pytest.mark.parametrize("menu", ["Find sources", "Ask this"])
async def test_the_text_of_a_message_is_taken_wherever_it_is(tmp_path: Path, kind: str, menu: str) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        message = message_payload(BOB, discord.guild.channels[0], discord.guild, "") | SAYING[kind]
        reply = await (await discord.use_menu(ADA, menu, message)).reply()
        assert reply.quotes
        assert "Amazon Care" in reply.everything


async def test_a_second_process_over_the_same_data_folder_is_refused_with_one_line(tmp_path: Path) -> None:
    async with StandIn() as discord:
        first = await discord.start_bot(SCRIPTED, tmp_path)
        second = await discord.start_bot(SCRIPTED, tmp_path, online=False)
        assert await second.ended() == 1
        (line,) = [line for line in second.log.splitlines() if line.startswith("sourcier:")]
        assert "SOURCIER_SHARD_IDS" in line
        assert (await discord.ask(ADA, "Quand ?")).quotes
        await first.terminate()
        await discord.start_bot(SCRIPTED, tmp_path)
        assert (await discord.ask(ADA, "Quand ?")).quotes


class Proxy:
    """A forward proxy for plain HTTP: it notes whom it was asked for, and passes everything on."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.address = ""
        self._passing: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for passing in self._passing:
            passing.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._passing.add(asyncio.ensure_future(self._pass_on(reader, writer)))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with AsyncExitStack() as open_ones:
            open_ones.push_async_callback(_closed, writer)
            head = await reader.readuntil(b"\r\n\r\n")
            target = head.split(b" ")[1].decode()
            self._note(head)
            host, _, port = target.partition("//")[2].partition("/")[0].partition(":")
            upstream_reader, upstream = await asyncio.open_connection(host, int(port or 80))
            open_ones.push_async_callback(_closed, upstream)
            upstream.write(head)
            await asyncio.gather(
                self._pipe(reader, upstream, self._note), self._pipe(upstream_reader, writer, lambda _: None)
            )

    def _note(self, chunk: bytes) -> None:
        self.asked += [target.decode() for target in re.findall(rb"[A-Z]+ ((?:http|ws)://\S+) HTTP/1.1", chunk)]

    async def _pipe(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, note: Callable[[bytes], None]
    ) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(65536):
                note(chunk)
                sink.write(chunk)
                await sink.drain()
        sink.close()


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


@pytest.mark.parametrize("variable", ["SOURCIER_PROXY", "HTTPS_PROXY"])
async def test_discord_is_reached_through_the_proxy_that_is_named(tmp_path: Path, variable: str) -> None:
    async with Proxy() as proxy, StandIn() as discord:
        await discord.start_bot(BOT, _with_article(tmp_path), {variable: proxy.address, "NO_PROXY": "localhost"})
        assert (await discord.ask(ADA, "Quand la digue a-t-elle cédé ?")).everything
        assert any("/gateway/" in target for target in proxy.asked), proxy.asked
        assert any("/interactions/" in target or "/webhooks/" in target for target in proxy.asked)


def _with_article(home: Path) -> Path:
    (home / "knowledge").mkdir()
    (home / "knowledge" / "digue.md").write_text("La digue a cédé le 3 mai 2019.", encoding="utf-8")
    return home


def test_no_proxy_leaves_discord_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert proxy_of_environment() == "http://proxy.example:3128"
    monkeypatch.setenv("no_proxy", "discord.com")
    assert proxy_of_environment() is None
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("https_proxy", "socks5://proxy.example:1080")
    assert proxy_of_environment() is None
