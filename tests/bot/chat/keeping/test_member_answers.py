"""What a member wrote becomes an article of their server: previewed, quoted, marked, and theirs to take out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.catalogue import Words, words_in
from tests.bot.chat.standin import Channel, Person, Reply, StandIn
from tests.bot.chat.standin.process import BOT
from tests.bot.chat.standin.world import MANAGE_GUILD, Payload
from tests.conftest import ARTICLES, write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")

FRENCH, ENGLISH = words_in("fr"), words_in("en")
PLAIN = Person("Plain", locale="fr")
CHIEF = Person("Chief", locale="fr", permissions=MANAGE_GUILD)
ALBA = Person("Alba", locale="en-US")
QUESTION = "Où est rangée la clé du local à vélos ?"
TEXT = "La clé du local à vélos est chez *Mme Roux*, au 2e étage, porte 14.\nElle se rend avant 18 h."
MENU = "Add to the base"
FORUM = Channel("questions", forum=True)


@dataclass(frozen=True)
class Shelf:
    discord: StandIn
    home: Path

    async def menu(self, person: Person, message: Payload, **where: Any) -> Reply:
        return await (await self.discord.use_menu(person, MENU, message, **where)).reply()

    async def press(self, person: Person, reply: Reply, label: str, **where: Any) -> Reply:
        return await (await self.discord.operate(person, reply, reply.buttons[label], **where)).outcome()

    async def ask(self, person: Person, question: str, **where: Any) -> Reply:
        return await (await self.discord.use_command(person, "ask", {"question": question}, **where)).reply()

    async def add(self, message: Payload, words: Words = FRENCH) -> Reply:
        """Add a message, and read the note to its author."""
        before = len(self.discord.messages)
        shown = await self.menu(CHIEF, message)
        await self.press(CHIEF, shown, words("add-confirm"))
        return (await self.discord.until_said(before + 1))[-1]

    def holds(self, text: str) -> list[str]:
        """The files of all collections that hold ``text``."""
        files = [path for path in (self.home / "data" / "collections").rglob("*") if path.is_file()]
        return [str(path) for path in files if text.encode() in path.read_bytes()]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shelf(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shelf]:
    home = tmp_path_factory.mktemp("home")
    write_articles(home / "knowledge", ARTICLES)
    async with StandIn() as discord:
        discord.guild.channels.append(FORUM)
        await discord.start_bot(BOT, home, {"SOURCIER_QUESTIONS_PER_MINUTE": "0", "SOURCIER_MESSAGE_CONTENT": "1"})
        yield Shelf(discord, home)


async def test_a_message_is_previewed_added_quoted_marked_named_and_taken_out(shelf: Shelf) -> None:
    asked = await shelf.discord.say(PLAIN, QUESTION)
    reference = {"message_id": asked["id"], "channel_id": asked["channel_id"]}
    said = await shelf.discord.say(
        ALBA,
        f"<@{PLAIN.id}> {TEXT}",
        type=19,
        message_reference=reference,
        referenced_message=asked,
        mentions=[PLAIN.payload()],
    )
    assert (await shelf.menu(PLAIN, said)).content == FRENCH("upkeep-refused")
    shown = await shelf.menu(CHIEF, said)
    assert shown.is_private
    for part in (QUESTION, FRENCH("add-to-server"), f"/{said['id']}"):
        assert part in shown.everything.replace("\\", "")
    assert "Alba" not in shown.everything
    assert "Roux" not in (await shelf.ask(PLAIN, QUESTION)).everything

    added = await shelf.press(CHIEF, shown, FRENCH("add-confirm"))
    assert QUESTION in added.content
    note = (await shelf.discord.until_said(1))[0]
    assert note.answers_message == int(said["id"])
    answer = await shelf.ask(PLAIN, QUESTION)
    assert "Mme Roux, au 2e étage, porte 14" in answer.quotes[0].text
    assert FRENCH("member-answer-unnamed") in answer.everything
    assert f"https://discord.com/channels/{shelf.discord.guild.id}/{shelf.discord.channel.id}/{said['id']}" in (
        answer.everything
    )
    # nowhere else
    assert "Roux" not in (await shelf.ask(PLAIN, QUESTION, elsewhere=True)).everything
    assert "Roux" not in (await shelf.ask(PLAIN, QUESTION, direct=True)).everything

    # how its author is named, they alone decide
    for person, where in ((CHIEF, {}), (PLAIN, {}), (ALBA, {"elsewhere": True}), (ALBA, {"direct": True})):
        refused = await shelf.press(person, note, ENGLISH("answer-name-me"), **where)
        words = FRENCH if person.locale == "fr" else ENGLISH
        assert refused.content == words("upkeep-elsewhere" if where else "answer-authors-alone")
    assert (await shelf.press(ALBA, note, ENGLISH("answer-name-me"))).content == ENGLISH("answer-named")
    named = await shelf.ask(PLAIN, QUESTION)
    assert FRENCH("member-answer", name="Alba") in named.everything
    assert (await shelf.press(ALBA, note, ENGLISH("answer-leave-unnamed"))).content == ENGLISH("answer-unnamed")
    assert "Alba" not in (await shelf.ask(PLAIN, QUESTION)).everything
    assert not shelf.holds("Alba")
    assert (await shelf.press(ALBA, note, ENGLISH("answer-take-out"))).content == ENGLISH("answer-taken-out")
    assert "Roux" not in (await shelf.ask(PLAIN, QUESTION)).everything
    assert not shelf.holds("Mme Roux")
    assert (await shelf.press(ALBA, note, ENGLISH("answer-take-out"))).content == ENGLISH("answer-gone")


@pytest.mark.slow
async def test_an_author_who_is_forgotten_is_quoted_no_more_and_who_was_named_stays_so_until_then(shelf: Shelf) -> None:
    bruno = Person("Bruno", locale="fr")
    first = await shelf.discord.say(bruno, "La chaudière de la maison commune se rallume avec le bouton vert.")
    note = await shelf.add(first)
    await shelf.press(bruno, note, ENGLISH("answer-name-me"))
    second = await shelf.discord.say(bruno, "**Quand passe le facteur au village ?**\nLe facteur passe à 11 h 20.")
    shown = await shelf.menu(CHIEF, second)
    assert "Bruno" in shown.everything
    assert "Quand passe le facteur" in shown.everything
    before = len(shelf.discord.messages)
    await shelf.press(CHIEF, shown, FRENCH("add-confirm"))
    assert len(shelf.discord.messages) == before  # once told, an author is not told again
    answer = await shelf.ask(PLAIN, "Quand passe le facteur au village ?")
    assert answer.quotes[0].text == "Le facteur passe à 11 h 20."
    assert FRENCH("member-answer", name="Bruno") in answer.everything

    privacy = await (await shelf.discord.use_command(bruno, "privacy", {})).reply()
    assert FRENCH("privacy-people", waits=0, articles=2) in privacy.content
    asked = await (await shelf.discord.use_command(bruno, "forget-me", {})).reply()
    forgotten = await (await shelf.discord.operate(bruno, asked, "forget-me")).outcome()
    assert FRENCH("forget-people", waits=0, articles=2) in forgotten.content
    assert "11 h 20" not in (await shelf.ask(PLAIN, "Quand passe le facteur au village ?")).everything
    assert not shelf.holds("bouton vert")
    assert not shelf.holds("11 h 20")


@pytest.mark.slow
async def test_another_title_is_chosen_and_what_is_written_is_not_taken_for_what_is_said_about_it(shelf: Shelf) -> None:
    said = await shelf.discord.say(ALBA, "---\npublisher: Le Monde\n---\nLe four du fournil chauffe à 240 degrés.")
    shown = await shelf.menu(CHIEF, said)
    assert "Le Monde" not in shown.texts[1].split("\n")[3]
    form = await shelf.discord.operate(CHIEF, shown, shown.buttons[FRENCH("answer-retitle")])
    await form.deferred()
    renamed = await (await shelf.discord.fill_in(CHIEF, form, {"title": "À combien chauffe le *four* ?"})).outcome()
    assert "À combien chauffe le \\*four\\* ?" in renamed.everything
    assert FRENCH("add-too-late") in (await shelf.press(CHIEF, shown, FRENCH("add-confirm"))).everything
    other = await shelf.discord.send_form(PLAIN, form.form["custom_id"], {"title": "x"})  # type: ignore[index]
    assert (await other.outcome()).content == FRENCH("add-too-late")
    await shelf.press(CHIEF, renamed, FRENCH("add-confirm"))
    answer = await shelf.ask(PLAIN, "À combien de degrés chauffe le four du fournil ?")
    assert "240 degrés" in answer.quotes[0].text
    assert "Le Monde ·" not in answer.everything


async def test_what_has_no_text_what_the_bot_says_and_what_is_there_already_is_refused_in_a_line(shelf: Shelf) -> None:
    empty = await shelf.discord.say(ALBA, f"<@{PLAIN.id}>", mentions=[PLAIN.payload()])
    assert (await shelf.menu(CHIEF, empty)).content == FRENCH("answer-no-text")
    own = await shelf.discord.say(shelf.discord.me, "Je cite.")
    assert (await shelf.menu(CHIEF, own)).content == FRENCH("answer-my-own")
    said = await shelf.discord.say(ALBA, "Le jardin est ouvert de 9 h à 19 h en été.")
    await shelf.press(CHIEF, await shelf.menu(CHIEF, said), FRENCH("add-confirm"))
    again = await shelf.menu(CHIEF, said)
    assert not again.buttons
    assert len(again.content.splitlines()) == 1


async def test_the_title_of_what_stands_in_a_thread_is_the_name_of_the_thread(shelf: Shelf) -> None:
    thread = Channel("Comment réserver la salle des fêtes ?", parent=shelf.discord.channel)
    await shelf.discord.open_thread(thread, shelf.discord.channel)
    said = await shelf.discord.say(ALBA, "La salle des fêtes se réserve à la mairie.", thread)
    shown = await shelf.menu(CHIEF, said, channel=thread)
    assert "Comment réserver la salle des fêtes ?" in shown.everything


@pytest.mark.slow
async def test_pinned_messages_are_looked_through_one_by_one(shelf: Shelf) -> None:
    faq = Channel("faq", parent=shelf.discord.channel)
    await shelf.discord.open_thread(faq, shelf.discord.channel)
    texts = [
        "**Qui garde le double des clés du moulin ?**\nLe double des clés du moulin est chez M. Bastide.",
        "Le moulin se visite le mardi à 14 h 30, de mai à octobre.",
        "La meule du moulin pèse 1 350 kg.",
    ]
    for text in texts:
        await shelf.discord.say(ALBA, text, faq, pinned=True)
    await shelf.discord.say(ALBA, "Ceci n’est pas épinglé, mais c’est assez long.", faq)
    await shelf.discord.say(shelf.discord.me, "Je suis un programme, épinglé quelque part.", faq, pinned=True)
    assert (await use(shelf, PLAIN, faq)).content == FRENCH("upkeep-refused")
    shown = await use(shelf, CHIEF, faq)
    assert FRENCH("collect-which", number=1, total=3) in shown.content
    assert "Qui garde le double" in shown.everything
    foreign = await shelf.press(PLAIN, shown, FRENCH("add-confirm"))
    assert foreign.content == FRENCH("add-too-late")
    elsewhere = await shelf.press(CHIEF, shown, FRENCH("add-confirm"), elsewhere=True)
    assert elsewhere.content == FRENCH("upkeep-elsewhere")
    second = await shelf.press(CHIEF, shown, FRENCH("add-confirm"))
    assert FRENCH("collect-which", number=2, total=3) in second.content
    third = await shelf.press(CHIEF, second, FRENCH("collect-skip"))
    assert "meule" in third.everything
    assert FRENCH("add-too-late") in (await shelf.press(CHIEF, second, FRENCH("add-confirm"))).everything
    done = await shelf.press(CHIEF, third, FRENCH("add-confirm"))
    assert done.content == FRENCH("collect-done", added=2, total=3)
    answer = await shelf.ask(PLAIN, "Qui garde le double des clés du moulin ?")
    assert "M. Bastide" in answer.quotes[0].text
    assert FRENCH("member-answer-unnamed") in answer.everything
    again = await use(shelf, CHIEF, faq, what="latest")
    assert FRENCH("collect-which", number=1, total=2) in again.content
    stopped = await shelf.press(CHIEF, again, FRENCH("collect-stop"))
    assert stopped.content == FRENCH("collect-done", added=0, total=2)


@pytest.mark.slow
async def test_each_post_of_a_forum_becomes_an_article_under_its_name(shelf: Shelf) -> None:
    def post(name: str, *, archived: bool = False) -> Channel:
        opened = Channel(name, parent=FORUM, archived=archived)
        shelf.discord.guild.channels.append(opened)
        return opened

    faq = post("Quand le gymnase ouvre-t-il ?", archived=True)
    asked = post("Qui répare les vélos du club ?")
    pinned = post("Combien coûte la licence de judo ?")
    silent = post("Où sont les maillots ?")
    for opened in (asked, pinned, silent):
        await shelf.discord.open_thread(opened, FORUM)
    await shelf.discord.say(ALBA, "Le gymnase ouvre à 7 h 45 les jours d’école.", faq, id=str(faq.id))
    first = await shelf.discord.say(PLAIN, "Mon vélo est cassé, qui peut le réparer ?", asked, id=str(asked.id))
    await shelf.discord.say(PLAIN, "C’est la roue avant qui est voilée, je crois.", asked)
    reference = {"message_id": first["id"], "channel_id": first["channel_id"]}
    reply = {"type": 19, "message_reference": reference, "referenced_message": first}
    await shelf.discord.say(ALBA, "Les vélos du club sont réparés par M. Garance, le jeudi.", asked, **reply)
    await shelf.discord.say(PLAIN, "La licence, elle coûte combien au juste ?", pinned, id=str(pinned.id))
    await shelf.discord.say(ALBA, "Je ne sais pas, mais je vais demander.", pinned)
    await shelf.discord.say(ALBA, "La licence de judo coûte 141 € par an.", pinned, pinned=True)
    await shelf.discord.say(PLAIN, "Quelqu’un sait où sont les maillots ?", silent, id=str(silent.id))

    assert (await use(shelf, PLAIN, asked, what="posts")).content == FRENCH("upkeep-refused")
    assert (await use(shelf, CHIEF, shelf.discord.channel, what="posts")).content == FRENCH("collect-no-forum")
    shown = await use(shelf, CHIEF, asked, what="posts")
    for number, (name, said) in enumerate(
        (
            ("Quand le gymnase ouvre-t-il ?", "7 h 45"),
            ("Qui répare les vélos du club ?", "M. Garance"),
            ("Combien coûte la licence de judo ?", "141 €"),
        ),
        start=1,
    ):
        assert FRENCH("collect-which", number=number, total=3) in shown.content
        assert name in shown.everything
        assert said in shown.everything
        shown = await shelf.press(CHIEF, shown, FRENCH("add-confirm"))
    assert shown.content == FRENCH("collect-done", added=3, total=3)
    answer = await shelf.ask(PLAIN, "Qui répare les vélos du club ?")
    assert "M. Garance" in answer.quotes[0].text
    assert f"/{asked.id}/" in answer.everything
    assert (await use(shelf, CHIEF, asked, what="posts")).content == FRENCH("collect-nothing")


async def use(shelf: Shelf, person: Person, channel: Channel, **options: str) -> Reply:
    interaction = await shelf.discord.use_command(person, "collect", options, channel=channel)
    return await interaction.outcome()
