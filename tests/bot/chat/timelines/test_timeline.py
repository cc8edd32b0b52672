"""``/timeline`` on Discord: over the real articles, by the wire; its buttons, its picture, and what goes wrong."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from bot.chat.messages.limits import LAYOUT_TEXT, measure
from bot.chat.replies.buttons import ButtonMaker, Kind
from bot.chat.replies.signing import SigningKey
from bot.chat.timelines.page import MOST_TOLD, Asked
from bot.dates import spell_date
from index.engine import Engine, EngineOptions
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import BOT, REPOSITORY
from tests.bot.chat.standin.reading import quoted

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-GB")
NO_LIMIT = {"SOURCIER_QUESTIONS_PER_MINUTE": "0"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("timeline") / "data"


@pytest.fixture(scope="module")
def engine(data: Path) -> Engine:
    engine = Engine(EngineOptions(REPOSITORY / "knowledge", data))
    engine.prepare()
    return engine


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(data: Path, engine: Engine) -> AsyncIterator[StandIn]:
    settings = {"SOURCIER_KNOWLEDGE_DIR": str(REPOSITORY / "knowledge"), "SOURCIER_DATA_DIR": str(data), **NO_LIMIT}
    async with StandIn() as discord:
        await discord.start_bot(BOT, data.parent, settings)
        yield discord


async def timeline(discord: StandIn, person: Person, subject: str, **dates: str) -> Reply:
    interaction = await discord.use_command(person, "timeline", {"subject": subject, **dates})
    return await interaction.reply()


def quotes(reply: Reply) -> list[str]:
    """The quotes of a page, one an event at most."""
    return [quoted("\n> " + block.partition("\n> ")[2]).text for block in reply.blocks]


def dates(reply: Reply) -> list[str]:
    return [found[1] for block in reply.texts if (found := re.match(r"\*\*(.+?)\*\* \\\[", block))]


async def test_the_most_told_events_come_first_in_the_readers_language_with_a_picture(
    discord: StandIn, engine: Engine
) -> None:
    reply = await timeline(discord, ADA, "amazon")

    found = engine.timeline("amazon", limit=MOST_TOLD)
    assert f"{found.total} événements datés" in reply.content
    assert "30 janvier 2018" in dates(reply)
    assert len(dates(reply)) == MOST_TOLD
    assert measure("".join(reply.texts)) <= LAYOUT_TEXT
    cards = {telling.quote.article.id for event in found.events for telling in event.tellings}
    bodies = [engine.article(card).body for card in cards]
    assert all(any(quote in body for body in bodies) for quote in quotes(reply))
    (sent,) = [request for request in discord.sent("@original") if request.files][-1:]
    assert sent.files["timeline.png"].startswith(b"\x89PNG")
    assert "Amazon" in sent.body["attachments"][0]["description"]
    (gallery,) = [part for part in reply.parts if part["type"] == 12]
    assert gallery["items"][0]["media"]["url"] == "attachment://timeline.png"
    assert "Amazon" in gallery["items"][0]["description"]
    assert f"Les {found.total} événements" in reply.buttons


async def test_all_events_are_a_click_away_page_by_page_and_back(discord: StandIn, engine: Engine) -> None:
    reply = await timeline(discord, BOB, "amazon")
    total = engine.timeline("amazon").total
    page = await discord.press(BOB, reply, f"All {total} events")
    seen = len(dates(page))
    assert "◀ Earlier" not in page.buttons
    while "Later ▶" in page.buttons:
        assert measure("".join(page.texts)) <= LAYOUT_TEXT
        page = await discord.press(BOB, page, "Later ▶")
        seen += len(dates(page))
    assert seen == total
    assert "◀ Earlier" in page.buttons
    back = await discord.press(BOB, page, f"The {MOST_TOLD} most told")
    assert dates(back) == dates(reply)


async def test_buttons_work_for_another_reader_and_after_a_restart(discord: StandIn, data: Path) -> None:
    reply = await timeline(discord, BOB, "haven")
    made = ButtonMaker(SigningKey.kept_in(data)).button(Kind.TIMELINE, Asked("haven", of_all=True).carried())
    assert made is not None
    custom_id = made.custom_id
    settings = {"SOURCIER_KNOWLEDGE_DIR": str(REPOSITORY / "knowledge"), "SOURCIER_DATA_DIR": str(data), **NO_LIMIT}
    await discord.bots[-1].kill()
    await discord.start_bot(BOT, data.parent, settings)
    pressed = await discord.press_id(ADA, reply, custom_id)
    assert "20 juin 2018" in dates(pressed)


async def test_a_period_narrows_a_timeline_and_its_pages(discord: StandIn) -> None:
    reply = await timeline(discord, ADA, "amazon", **{"from": "juillet 2022", "to": "2022-12"})
    assert all("2022" in date for date in dates(reply))
    wrong = await timeline(discord, ADA, "amazon", **{"from": "someday"})
    assert "someday" in wrong.content
    assert wrong.blocks == []


async def test_each_event_can_be_read_in_its_article_by_whoever_chooses_it(discord: StandIn, engine: Engine) -> None:
    reply = await timeline(discord, BOB, "haven")
    menu = reply.controls["menu"]
    assert menu["placeholder"] == words_in("en")("discord-timeline-context")
    assert all(measure(option["label"]) <= 100 for option in menu["options"])
    first = engine.timeline("haven", limit=MOST_TOLD).events[0].tellings[0].quote
    chosen = menu["options"][0]["value"]
    context = await (await discord.operate(ADA, reply, "menu", 3, [chosen])).reply()
    assert context.is_private
    assert first.text.split("\n")[0][:60] in context.everything.replace("\\", "").replace("**", "")
    for values in ([chosen[:-2] + "xx"], [], ["nonsense"]):
        refused = await (await discord.operate(ADA, reply, "menu", 3, values)).reply()
        assert refused.content == words_in("fr")("discord-button-forged")


@pytest.mark.parametrize("forged", ["tl:a:9999:::amazon", "tl:m:0:x:y:amazon:AAAAAAAAAAAA", "tl:", "tl:é:\ud800"])
async def test_a_forged_button_is_refused_kindly_and_changes_nothing(discord: StandIn, forged: str) -> None:
    reply = await timeline(discord, BOB, "haven")
    refused = await discord.press_id(BOB, reply, forged)
    assert refused.content == words_in("en")("discord-button-forged")
    assert refused.is_private


async def test_nothing_told_is_a_line_without_picture_or_buttons(discord: StandIn) -> None:
    reply = await timeline(discord, BOB, "Quaggatron")
    assert "Quaggatron" in reply.content
    assert reply.blocks == []
    assert reply.buttons == {}


async def test_subjects_are_suggested_while_one_types(discord: StandIn) -> None:
    assert (await discord.type_option(ADA, "timeline", "subject", "amazon c"))[:2] == ["Amazon Care", "Amazon Clinic"]
    assert (await discord.type_option(ADA, "timeline", "subject", "seattle"))[0] == "Amazon"
    assert len(await discord.type_option(ADA, "timeline", "subject", "")) == 25
    assert await discord.type_option(ADA, "timeline", "subject", "qqqqq") == []


async def test_a_long_subject_has_no_buttons_and_does_no_harm(discord: StandIn) -> None:
    reply = await timeline(discord, BOB, "le géant de l’e-commerce " + "x" * 150)
    assert reply.content
    assert words_in("en")("discord-stopping") not in reply.content


async def test_two_subjects_share_a_picture_and_each_event_says_whose_it_is(discord: StandIn) -> None:
    reply = await timeline(discord, BOB, "amazon", **{"with": "haven"})
    assert "Amazon and Haven, side by side" in reply.content
    assert measure("".join(reply.texts)) <= LAYOUT_TEXT
    assert any("**Amazon + Haven**" in part for part in reply.texts)


async def test_what_may_be_the_subjects_is_one_click_away(discord: StandIn, engine: Engine) -> None:
    sure = engine.timeline("google")
    assert sure.possible
    reply = await timeline(discord, BOB, "google")
    more = await discord.press(BOB, reply, f"{sure.possible} more sentences, less sure")
    everything = engine.timeline("google", reach="all")
    assert everything.total > sure.total
    first = [spell_date(event.date, "en") for event in everything.events]
    assert dates(more) == first[: len(dates(more))]
    assert len(dates(more)) > 5


@pytest.mark.parametrize("other", [{}, {"with": "haven"}], ids=["one", "two"])
async def test_a_timeline_is_offered_as_a_web_page_to_whoever_presses(discord: StandIn, other: dict[str, str]) -> None:
    reply = await timeline(discord, BOB, "amazon", **other)
    pressed = await discord.press(ADA, reply, words_in("en")("discord-timeline-page"))
    assert pressed.is_private
    (name, page), *more = [request for request in discord.sent("@original") if request.files][-1].files.items()
    assert not more
    assert name == "-".join(["timeline", "amazon", *other.values()]) + ".html"
    assert b'<html lang="fr">' in page
    assert b"30 janvier 2018" in page
