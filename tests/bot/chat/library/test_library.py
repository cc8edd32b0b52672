"""What can be asked besides questions: the articles, one of them, help, the state; and questions from a menu."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from bot.chat.asking.closer import article_message, context_message
from bot.chat.asking.reading import reading_message
from bot.chat.messages.limits import CHOICE
from bot.chat.messages.message import ROOM, Message
from bot.chat.messages.text_fragment import address_at
from bot.chat.replies.buttons import ButtonMaker, Kind
from bot.chat.replies.signing import SigningKey
from index.article import Article, ArticleCard, CitedSource
from index.reference import Located
from tests.bot.chat.scripted_bot import BODY, CARD
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED
from tests.bot.chat.standin.rules import violations

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-GB")
MAKER = ButtonMaker(SigningKey(bytes(32)))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path_factory.mktemp("bot"))
        yield discord


wire = pytest.mark.asyncio(loop_scope="module")


async def used(discord: StandIn, person: Person, name: str, **options: str | bool) -> Reply:
    return await (await discord.use_command(person, name, options)).reply()


@wire
@pytest.mark.parametrize("person", [ADA, BOB])
async def test_the_articles_are_listed_and_searched_for_one_person(discord: StandIn, person: Person) -> None:
    words = words_in(person.locale[:2])

    everything = await used(discord, person, "sources")
    some = await used(discord, person, "sources", search="Autre")
    none = await used(discord, person, "sources", search="*@everyone*")

    assert all(reply.is_private for reply in (everything, some, none))
    assert words("discord-sources-all", count=2) in everything.everything
    assert CARD.title in everything.everything
    assert words("discord-sources-found", count=1, search="Autre") in some.everything
    assert CARD.title not in some.everything
    assert none.content == words("discord-sources-found", count=0, search="\\*\\@everyone\\*")


@wire
@pytest.mark.parametrize("person", [ADA, BOB])
async def test_an_article_is_a_card_or_a_line_that_names_the_closest(discord: StandIn, person: Person) -> None:
    words = words_in(person.locale[:2])

    card = await used(discord, person, "article", article=CARD.id)
    unknown = await used(discord, person, "article", article="fin")

    assert card.is_private
    assert f"### {CARD.title}" in card.everything
    assert card.links == {words("discord-open"): CARD.url}
    assert [quote.text for quote in (await discord.press(person, card, words("discord-read"))).quotes]
    assert unknown.content == words("discord-fault-article-unknown", id="fin", closest=CARD.id)


@wire
async def test_articles_are_suggested_by_title_and_date_with_their_id_behind(discord: StandIn) -> None:
    for command in ("ask", "article"):
        assert await discord.type_option(ADA, command, "article", "La fin") == [CARD.id]
        assert await discord.type_option(ADA, command, "article", "zzz") == []


@wire
@pytest.mark.parametrize("person", [ADA, BOB])
async def test_help_names_every_command_in_the_readers_language(discord: StandIn, person: Person) -> None:
    words = words_in(person.locale[:2])

    reply = await used(discord, person, "help")

    assert reply.is_private
    for name in ("ask", "timeline", "sources", "article", "about", "help", "status"):
        assert f"**/{words(f'discord-{name}-name')}** — {words(f'discord-{name}-description')}" in reply.everything
    assert words("discord-help-admins") not in reply.everything


@wire
@pytest.mark.parametrize("person", [ADA, BOB])
async def test_the_state_and_the_base_are_told_without_the_machines_folders(discord: StandIn, person: Person) -> None:
    words = words_in(person.locale[:2])

    status, about = await used(discord, person, "status"), await used(discord, person, "about")

    for reply in (status, about):
        assert reply.is_private
        assert words("discord-base-size", articles=2, passages=3) in reply.everything
        assert ("2 janvier 2026 03:04" if person is ADA else "2 January 2026 03:04") in reply.everything
        assert "/secret" not in reply.everything
    assert words("discord-status-good") in status.everything
    assert words("discord-status-waiting", waiting=0) in status.everything
    assert words("discord-status-running") in status.everything
    assert words("discord-about-model", model="sourcier") in about.everything


async def test_a_bad_state_is_told_in_words(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"SCRIPT_HEALTH": "degraded"})
        assert words_in("en")("discord-status-degraded") in (await used(discord, BOB, "status")).everything


async def test_an_empty_base_is_told_in_words(tmp_path: Path) -> None:
    async with StandIn() as discord:
        (tmp_path / "emptied").touch()
        await discord.start_bot(SCRIPTED, tmp_path)
        assert (await used(discord, ADA, "sources")).content == words_in("fr")("discord-sources-all", count=0)
        assert await discord.type_option(ADA, "ask", "article", "") == []


@wire
@pytest.mark.parametrize("person", [ADA, BOB])
async def test_find_sources_shows_one_person_what_touches_a_message(discord: StandIn, person: Person) -> None:
    words = words_in(person.locale[:2])
    message = await discord.say(Person("Cy"), "Amazon Care is closing @everyone <@5>")

    found = await (await discord.use_menu(person, "Find sources", message)).reply()

    assert found.is_private
    assert found.content.split("\n")[-1] == words("discord-touched")
    assert [quote.text for quote in found.quotes] == [BODY]
    assert words("discord-share") in found.buttons
    for verdict, key in (("weak", "discord-weak-touched"), ("none", "discord-untouched")):
        message = await discord.say(Person("Cy"), verdict)
        reply = await (await discord.use_menu(person, "Find sources", message)).reply()
        assert words(key) in reply.content


@wire
@pytest.mark.parametrize("person", [ADA, BOB])
async def test_a_message_is_asked_as_a_question_from_its_menu(discord: StandIn, person: Person) -> None:
    message = await discord.say(Person("Cy"), "Quand <:emoji:7> ?")

    reply = await (await discord.use_menu(person, "Ask this", message)).reply()

    assert not reply.is_private
    assert [quote.text for quote in reply.quotes] == [BODY]
    assert "Quand ?" in reply.content
    for menu in ("Ask this", "Find sources"):
        empty = await (await discord.use_menu(person, menu, await discord.say(Person("Cy"), ""))).reply()
        assert empty.content == words_in(person.locale[:2])("discord-no-text")


def shown(message: Message) -> Reply:
    assert message.layout is not None
    return Reply({"components": message.layout.to_components(), "flags": 1 << 15})


HOSTILE = "](http://evil.example) @everyone <@1> **b** ||s|| `c` \u202e # h\n" * 20
LONG = ArticleCard(
    id="x" * 300,
    title=HOSTILE,
    date="2022-08",
    publisher=HOSTILE,
    url="https://example.org/" + "a" * 480,
    path=HOSTILE,
    lang="de",
    sources=tuple(CitedSource(HOSTILE, HOSTILE, "2022", f"https://example.org/{'b' * 500}") for _ in range(40)),
)
LONG_BODY = "\n\n".join(
    f"Phrase *numéro* {number} <@{number}> [x](http://evil.example) ||s||." for number in range(300)
)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("start", [0, 9_000, len(LONG_BODY) - 200])
@pytest.mark.parametrize("length", [60, 900, 20_000])
def test_looking_closer_stays_within_every_limit_and_word_for_word(lang: str, start: int, length: int) -> None:
    from index.answer import Quote

    text = LONG_BODY[start : start + length]
    quote = Quote(text, start, start + len(text), (), 0.0, HOSTILE, LONG)
    article = Article(LONG, LONG_BODY)
    words = words_in(lang)

    context = shown(context_message(Located(quote, article), words, MAKER))
    card = shown(article_message(article, words, MAKER, at=text))
    page = shown(reading_message(article, start, words, MAKER))

    for reply in (context, card, page):
        assert violations("POST", "/channels/1/messages", reply.payload) == []
        assert sum(map(len, reply.texts)) <= ROOM
    assert all(block.text in LONG_BODY for reply in (context, page) for block in reply.quotes)
    if length == 900 and 0 < start < 15_000:
        [block] = context.quotes
        assert "".join(block.bold_text).replace("\n", "") == text.replace("\n", "").strip()
        assert len(block.text) > len(text)


def test_the_pages_of_an_article_hold_all_of_it() -> None:
    article = Article(LONG, LONG_BODY + "\n\n" + "mot" * 2000)
    words = words_in("en")
    page = shown(reading_message(article, 0, words, MAKER))
    read = [page.quotes[0].text]
    while custom_id := page.buttons.get(words("discord-page-after")):
        made = MAKER.carried(custom_id)
        assert made is not None
        assert made[0] is Kind.PAGE
        from bot.chat.asking.reading import read_place

        page = shown(reading_message(article, read_place(made[1])[2], words, MAKER))
        read.append(page.quotes[0].text)

    assert "".join("".join(read).split()) == "".join(article.body.split())


@pytest.mark.parametrize(
    ("url", "passage", "expected"),
    [
        ("https://example.org/a", "two words", "https://example.org/a#:~:text=two%20words"),
        ("https://example.org/a#part", "a, b-c & d", "https://example.org/a#part:~:text=a%2C%20b%2Dc%20%26%20d"),
        (
            "https://example.org/a",
            "one two three four five six seven eight nine ten eleven",
            "https://example.org/a#:~:text=one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven",
        ),
        ("https://example.org/a", "  ", "https://example.org/a"),
        ("javascript:alert(1)", "two words", None),
        (None, "two words", None),
    ],
)
def test_a_link_opens_at_the_words_of_a_passage(url: str | None, passage: str, expected: str | None) -> None:
    assert address_at(url, passage) == expected


@wire
async def test_a_title_too_long_to_choose_is_cut(discord: StandIn) -> None:
    from bot.chat.asking.ask import _choice

    assert len(_choice(LONG, "fr")) <= CHOICE
