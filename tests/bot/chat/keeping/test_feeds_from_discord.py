"""/feeds: which feeds a server's articles come from, for those who look after them, where the operator lets them."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from index.feeds.entry import Entry
from index.feeds.ledger import Ledger, State
from index.feeds.pace import DAY
from tests.bot.chat.keeping.test_articles_from_discord import ADA, BOB, BOT, PLAIN, Desk
from tests.bot.chat.standin import StandIn
from tests.conftest import ARTICLES, write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")
FEED = "https://127.0.0.1/rss.xml"
"""An inner address: nothing is asked for there."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    home = tmp_path_factory.mktemp("home")
    write_articles(home / "knowledge", ARTICLES)
    async with StandIn() as discord:
        await discord.start_bot(BOT, home, {"SOURCIER_ADD_BY_URL": "1", "SOURCIER_QUESTIONS_PER_MINUTE": "0"})
        yield Desk(discord, home)


def listed(home: Path, guild: int) -> str:
    file = home / "data" / "collections" / str(guild) / "articles" / "feeds.yaml"
    return file.read_text(encoding="utf-8") if file.exists() else ""


async def test_admins_add_list_and_remove_feeds_of_their_own_server(desk: Desk) -> None:
    french, english, guild = words_in("fr"), words_in("en"), desk.discord.guild.id
    refused = await desk.use(PLAIN, "feeds", {"add": FEED})
    assert refused.everything == french("upkeep-refused")
    assert french("feeds-none-here") in (await desk.use(ADA, "feeds")).everything

    added = await desk.use(ADA, "feeds", {"add": FEED})
    assert added.is_private
    assert french("feeds-added", url=FEED) in added.everything.replace("\\", "")
    assert FEED in listed(desk.home, guild)
    assert f"added_by: {ADA.id}" in listed(desk.home, guild)
    again = await desk.use(BOB, "feeds", {"add": f"{FEED}?utm_source=x"})
    assert english("feeds-known", url="").strip() in again.everything

    assert await desk.discord.type_option(BOB, "feeds", "remove", "rss") == [FEED]
    removed = await desk.use(BOB, "feeds", {"remove": FEED})
    assert english("feeds-removed", url=FEED) in removed.everything.replace("\\", "")
    assert FEED not in listed(desk.home, guild)
    told = [(act.user_id, act.action, act.result) for act in reversed(desk.acts())]
    assert (ADA.id, "feeds-add", "done") in told
    assert (BOB.id, "feeds-remove", "done") in told


@pytest.mark.parametrize("address", ["ftp://x", "rss", "http://", "file:///etc/passwd"])
async def test_what_is_no_address_is_told_in_a_line(desk: Desk, address: str) -> None:
    said = (await desk.use(BOB, "feeds", {"add": address})).everything
    assert "https" in said
    assert address not in listed(desk.home, desk.discord.guild.id)


@pytest.mark.slow
async def test_the_owner_hears_once_of_feeds_that_fail_and_of_what_was_withdrawn_when_no_admin_is_named(
    tmp_path: Path,
) -> None:
    write_articles(tmp_path / "knowledge", ARTICLES)
    (tmp_path / "knowledge" / "feeds.yaml").write_text(f"- {FEED}\n", encoding="utf-8")
    gone = Entry("1", "https://127.0.0.1/1", "Le *pont* fermé", None, "", "stamp")
    with closing(Ledger(tmp_path / "data")) as ledger:
        ago, later = time.time() - 30 * DAY, time.time() + DAY
        ledger.note_feed(FEED, title="Le Quotidien", failing_since=ago, failures=9, reason="HTTP 404", due=later)
        ledger.add("https://127.0.0.1/other.xml", gone, ["id"])
        ledger.note(1, state=State.WITHDRAWN, path="1.md", arrived=ago, checked=time.time())
    async with StandIn() as discord:
        await discord.start_bot(BOT, tmp_path, {"SOURCIER_ADD_BY_URL": "1", "SOURCIER_LANG": "fr"})
        (told,) = await discord.until_said(1)
        french = words_in("fr")
        to_owner = discord.api.direct_channels[discord.owner.id]
        assert told.payload["channel_id"] == str(to_owner.id)
        assert "Le Quotidien" in told.content
        assert french("feeds-why-gone", why="HTTP 404").split(" (")[0] in told.content
        assert "Le \\*pont\\* fermé" in told.content
        assert french("feeds-told-where") in told.content
        await discord.bots[-1].kill()
        await discord.start_bot(BOT, tmp_path, {"SOURCIER_ADD_BY_URL": "1", "SOURCIER_LANG": "fr"})
        await discord.ask(ADA, "Quand Amazon Care a-t-il fermé ?")
        assert len(discord.messages) == 1
