"""The buttons under an answer, by the wire, for both readers; kept apart from what they are pressed on."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
import pytest_asyncio

from bot.catalogue import Words, words_in
from bot.chat.replies.buttons import ButtonMaker, Kind, SignedButton
from bot.chat.replies.signing import SigningKey
from tests.bot.chat.scripted_bot import BODY, CARD, SENTENCES, WORDS
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-GB")


def words_of(person: Person) -> Words:
    return words_in(person.locale[:2])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bot")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(home: Path) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, home)
        yield discord


async def pressed(discord: StandIn, person: Person, reply: Reply, key: str) -> Reply:
    """What comes of the button whose label is ``key`` in the catalogue."""
    return await discord.press(person, reply, words_of(person)(key))


@pytest.mark.parametrize("person", [ADA, BOB])
async def test_in_context_shows_what_answers_marked_in_its_article_to_one_person(
    discord: StandIn, person: Person
) -> None:
    shown = await pressed(discord, person, await discord.ask(person, "Quand ?"), "discord-in-context")

    assert shown.is_private
    [block] = shown.quotes
    assert block.text == f"{BODY} Après la citation."
    assert block.bold_text == (SENTENCES[1],)
    assert block.underlined_text == (WORDS,)
    assert "[La fin d’Amazon Care](https://example.org/fin-amazon-care)" in shown.everything


@pytest.mark.parametrize("person", [ADA, BOB])
async def test_the_source_is_a_card_with_a_link_that_opens_at_the_quote(discord: StandIn, person: Person) -> None:
    words = words_of(person)
    shown = await pressed(discord, person, await discord.ask(person, "Quand ?"), "discord-source")

    assert shown.is_private
    for text in ("La fin d’Amazon Care", "Le Journal", words("discord-card-date")):
        assert text in shown.everything
    assert ("août 2022" if person is ADA else "August 2022") in shown.everything
    address = shown.links[words("discord-open-at-quote")]
    assert unquote(address) == f"{CARD.url}#:~:text={SENTENCES[1]}"


@pytest.mark.parametrize("person", [ADA, BOB])
async def test_who_else_says_so_is_shown_even_where_the_same_passages_come_next(
    discord: StandIn, person: Person
) -> None:
    words = words_of(person)
    reply = await discord.ask(person, "Quand ? also")
    assert words("discord-more") in reply.buttons
    also = await pressed(discord, person, reply, "discord-who-says-so")

    assert also.is_private
    assert words("discord-also") in also.everything
    assert [block.text for block in also.quotes] == list(SENTENCES[:2])


@pytest.mark.parametrize("person", [ADA, BOB])
async def test_more_quotes_come_to_one_person_with_buttons_of_their_own(discord: StandIn, person: Person) -> None:
    more = await pressed(discord, person, await discord.ask(person, "Quand ?"), "discord-more")

    assert more.is_private
    assert more.content == words_of(person)("discord-further")
    assert [quote.text for quote in more.quotes] == list(SENTENCES[:2])
    context = await pressed(discord, person, more, "discord-in-context")
    assert context.quotes[0].bold_text == (SENTENCES[0],)


@pytest.mark.parametrize("person", [ADA, BOB])
async def test_without_an_answer_the_closest_passages_are_labelled_as_such(discord: StandIn, person: Person) -> None:
    none = await discord.ask(person, "none")
    assert none.quotes == []
    close = await pressed(discord, person, none, "discord-show-closest")

    assert close.content == words_of(person)("discord-closest")
    assert close.is_private
    assert len(close.quotes) == 2


async def test_an_article_is_read_page_by_page_in_place(discord: StandIn) -> None:
    context = await pressed(discord, BOB, await discord.ask(BOB, "When?"), "discord-in-context")
    page = await pressed(discord, BOB, context, "discord-read")

    assert [quote.text for quote in page.quotes] == [f"{BODY} Après la citation."]
    assert words_in("en")("discord-page", page=1, pages=1) in page.everything


@pytest.mark.parametrize("person", [ADA, BOB])
async def test_a_private_answer_is_shared_as_it_is_by_a_button_that_then_goes(discord: StandIn, person: Person) -> None:
    interaction = await discord.use_command(person, "ask", {"question": "Quand ?", "private": True})
    private = await interaction.reply()
    share = words_of(person)("discord-share")
    assert private.is_private

    sharing = await discord.pressed(person, private, private.buttons[share])
    left = await sharing.reply()
    public = await sharing.follow_up()

    assert share not in left.buttons
    assert left.quotes == public.quotes == private.quotes
    assert not public.is_private
    assert share not in public.buttons
    assert public.texts[-1] == words_of(person)("discord-shared-by", person=f"<@{person.id}>")
    context = await pressed(discord, BOB, public, "discord-in-context") if person is BOB else None
    assert context is None or context.quotes
    follow_ups = [request.body for request in discord.sent("POST /webhooks/")]
    assert all(body["allowed_mentions"] == {"parse": []} for body in follow_ups)


async def test_what_everybody_sees_is_not_shared_again(discord: StandIn, home: Path) -> None:
    public = await discord.ask(BOB, "When?")
    assert words_in("en")("discord-share") not in public.buttons
    made = ButtonMaker(SigningKey.kept_in(home / "data")).button(Kind.SHARE, "", "Share")
    assert isinstance(made, SignedButton)

    assert (await discord.press_id(BOB, public, made.custom_id)).content == words_in("en")("discord-shared-already")


async def test_a_vote_is_kept_once_a_person_without_name_or_question(discord: StandIn, home: Path) -> None:
    reply = await discord.ask(BOB, "When did it rarissimely close?")

    thanks = [await discord.press(person, reply, thumb) for person, thumb in ((BOB, "👍"), (BOB, "👎"), (ADA, "👍"))]

    assert [answer.content for answer in thanks] == [
        words_in("en")("discord-thanks-up"),
        words_in("en")("discord-thanks-down"),
        words_in("fr")("discord-thanks-up"),
    ]
    assert all(answer.is_private for answer in thanks)
    file = home / "data" / "state.sqlite"
    with closing(sqlite3.connect(file)) as database:
        rows = database.execute(
            "SELECT helpful, verdict, article_id, start, length, guild_id, channel_id FROM vote "
            "WHERE message_id = ? ORDER BY helpful",
            (int(reply.payload["id"]),),
        ).fetchall()
    place = (discord.guild.id, discord.channel.id)
    assert rows == [(helpful, "found", CARD.id, 0, len(BODY), *place) for helpful in (0, 1)]
    kept = b"".join(part.read_bytes() for part in file.parent.glob("state.sqlite*"))
    assert b"rarissime" not in kept
    assert str(BOB.id).encode() not in kept


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("rest", ["", "x", "AAAA:AAAAAAAAAAAA", "é\u202e:=", "f" + "A" * 70 + ":" + "B" * 12])
async def test_a_forged_button_is_refused_kindly(discord: StandIn, kind: Kind, rest: str) -> None:
    reply = await discord.ask(ADA, "Quand ?")

    refused = await discord.press_id(ADA, reply, f"{kind}:{rest}")

    assert refused.content == words_in("fr")("discord-button-forged")
    assert refused.is_private


async def test_a_button_of_another_kind_can_not_be_made_of_a_signed_one(discord: StandIn) -> None:
    reply = await discord.ask(BOB, "When?")
    custom_id = reply.buttons[words_in("en")("discord-in-context")]

    refused = await discord.press_id(BOB, reply, re.sub("^cx:", "so:", custom_id))

    assert refused.content == words_in("en")("discord-button-forged")


async def test_a_press_that_fails_is_told_with_an_incident_that_the_log_knows(discord: StandIn, home: Path) -> None:
    reply = await discord.ask(BOB, "When?")
    made = ButtonMaker(SigningKey.kept_in(home / "data")).button(Kind.CONTEXT, "AAAA", "In context")
    assert isinstance(made, SignedButton)

    told = await discord.press_id(BOB, reply, made.custom_id)

    incident = told.content.split("incident ")[1].split(")")[0]
    assert told.content == words_in("en")("discord-unexpected", incident=incident)
    assert f"incident {incident}" in discord.bots[0].log


async def test_buttons_work_after_the_bot_was_killed_and_say_so_when_their_quote_is_gone(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        reply = await discord.ask(ADA, "Quand ?")
        assert (tmp_path / "data" / "discord" / "buttons.key").stat().st_mode & 0o777 == 0o600
        await bot.kill()
        await discord.start_bot(SCRIPTED, tmp_path)

        assert (await pressed(discord, ADA, reply, "discord-in-context")).quotes

        (tmp_path / "emptied").touch()
        for key in ("discord-in-context", "discord-source", "discord-more"):
            gone = await pressed(discord, ADA, reply, key)
            assert gone.content == words_in("fr")("fault-quote-gone")
            assert gone.is_private
        assert (await discord.press(ADA, reply, "👎")).content == words_in("fr")("discord-thanks-down")


async def test_a_damaged_key_is_replaced_and_older_buttons_are_refused_kindly(tmp_path: Path) -> None:
    async with StandIn() as discord:
        bot = await discord.start_bot(SCRIPTED, tmp_path)
        reply = await discord.ask(BOB, "When?")
        await bot.terminate()
        (tmp_path / "data" / "discord" / "buttons.key").write_bytes(b"short")
        await discord.start_bot(SCRIPTED, tmp_path)

        old = await pressed(discord, BOB, reply, "discord-in-context")
        assert old.content == words_in("en")("discord-button-forged")
        assert (await pressed(discord, BOB, await discord.ask(BOB, "When?"), "discord-in-context")).quotes
