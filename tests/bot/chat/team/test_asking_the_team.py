"""Where the base ends: a question goes to people, and what they say comes back to whoever asked, and to nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.catalogue import Words, words_in
from bot.state.team import MOST_A_DAY
from tests.bot.chat.scripted_bot import SENTENCES
from tests.bot.chat.standin import Channel, Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED
from tests.bot.chat.standin.world import MANAGE_GUILD, Payload

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHIEF = Person("Chief", locale="fr", permissions=MANAGE_GUILD)
HELPER = Person("Helper")
ENVIRONMENT = {"SCRIPT_MESSAGE_CONTENT": "1"}
ROLE = 4242
FRENCH, ENGLISH = words_in("fr"), words_in("en")


def ask_label(words: Words) -> str:
    return words("team-ask")


@dataclass(frozen=True)
class Room:
    """The stand-in with a team's channel."""

    discord: StandIn
    home: Path
    team: Channel

    async def set_up(self, *, channel: int | None, role: int | None = None) -> None:
        """Choose in ``/settings`` who is asked."""
        await self.choose("team", 8, [str(channel)] if channel is not None else [])
        await self.choose("helpers", 6, [str(role)] if role is not None else [])

    async def choose(self, name: str, kind: int, values: list[str] | None, **where: Any) -> Reply:
        shown = await (await self.discord.use_command(CHIEF, "settings", {}, **where)).reply()
        interaction = await self.discord.operate(CHIEF, shown, f"settings:{name}", kind, values, **where)
        return await interaction.outcome()

    async def press(self, person: Person, reply: Reply, words: Words, **where: Any) -> Reply:
        interaction = await self.discord.operate(person, reply, reply.buttons[ask_label(words)], **where)
        return await interaction.outcome()

    async def press_private(self, person: Person, reply: Reply, words: Words) -> Reply:
        return await self.discord.press(person, reply, ask_label(words))

    async def posted(self, before: int) -> Reply:
        return (await self.discord.until_said(before + 1))[-1]

    async def answer(self, post: Reply, text: str, *, ping: bool = True, **more: Any) -> Payload:
        """A helper replies to the post."""
        me = self.discord.me.payload()
        reference = {"message_id": post.payload["id"], "channel_id": post.payload["channel_id"]}
        return await self.discord.say(
            HELPER,
            text,
            self.team,
            type=19,
            message_reference=reference,
            referenced_message=post.payload,
            mentions=[me] if ping else [],
            **more,
        )


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    home = tmp_path_factory.mktemp("team")
    async with StandIn() as discord:
        team = Channel("team")
        discord.guild.channels.append(team)
        await discord.start_bot(SCRIPTED, home, ENVIRONMENT)
        room = Room(discord, home, team)
        yield room


async def test_nobody_is_offered_where_nobody_was_chosen(room: Room) -> None:
    reply = await room.discord.ask(Person("Ada", locale="fr"), "none of it")
    assert ask_label(FRENCH) not in reply.buttons


async def test_admins_choose_the_team_in_the_settings(room: Room) -> None:
    await room.choose("team", 8, [str(room.team.id)])
    await room.choose("weak", 2, None)
    shown = await room.choose("helpers", 6, [str(ROLE)])
    assert shown.controls["settings:team"]["default_values"] == [{"id": room.team.id, "type": "channel"}]
    assert shown.controls["settings:helpers"]["default_values"] == [{"id": ROLE, "type": "role"}]
    reply = await room.discord.ask(Person("Ada"), "weak, is it?")
    assert ask_label(ENGLISH) in reply.buttons
    assert ask_label(ENGLISH) not in (await room.discord.ask(Person("Ada"), "When?")).buttons
    await room.choose("weak", 2, None)
    assert ask_label(ENGLISH) not in (await room.discord.ask(Person("Ada"), "weak, is it?")).buttons
    await room.choose("helpers", 6, [])


@pytest.mark.parametrize(("locale", "words"), [("fr", FRENCH), ("en-GB", ENGLISH)])
async def test_a_question_is_posted_with_the_closest_passages_and_its_answer_comes_back(
    room: Room, locale: str, words: Words
) -> None:
    await room.set_up(channel=room.team.id)
    asker = Person("Ada", locale=locale)
    question = f"Who saw none of @everyone in *{locale}*?"
    reply = await room.discord.ask(asker, question)
    before = len(room.discord.messages)
    told = await room.press(asker, reply, words)
    assert told.is_private
    assert told.content == words("team-handed-on")

    post = await room.posted(before)
    assert post.payload["channel_id"] == str(room.team.id)
    assert ENGLISH("team-heading") in post.content  # the server's language
    assert post.quotes[0].text == question
    assert SENTENCES[1] in [quote.text for quote in post.quotes]
    assert str(asker.id) not in post.everything
    sent = room.discord.sent(f"POST /channels/{room.team.id}/messages")[-1].body["allowed_mentions"]
    assert not sent["parse"]
    assert not sent.get("roles")
    assert not sent.get("users")

    await room.discord.bots[-1].kill()  # it is all kept
    await room.discord.start_bot(SCRIPTED, room.home, ENVIRONMENT)
    said = await room.answer(post, "It was *Zorglub*.\n<@1> saw: it.")
    confirmed = await room.discord.answer_to(said)
    assert confirmed.content == ENGLISH("team-passed-on", count=1)
    marked = next(one for one in room.discord.messages if one.payload["id"] == post.payload["id"])
    assert ENGLISH("team-answered", helper=f"<@{HELPER.id}>") in marked.content
    assert ENGLISH("team-how") not in marked.content
    assert marked.quotes == post.quotes
    assert marked.buttons == post.buttons
    brought = room.discord.messages[-2]
    assert brought.payload["channel_id"] == str(room.discord.channel.id)
    assert brought.answers_message == int(reply.payload["id"])
    assert f"<@{asker.id}>" in brought.content
    assert words("team-answer-of-people") in brought.content
    assert brought.quotes[0].text.startswith("It was *Zorglub*.")
    last = room.discord.sent(f"POST /channels/{room.discord.channel.id}/messages")[-1].body["allowed_mentions"]
    assert last["users"] == [asker.id]
    assert last["parse"] == []


async def test_what_was_asked_in_private_is_put_without_a_name_and_answered_in_private(room: Room) -> None:
    await room.set_up(channel=room.team.id, role=ROLE)
    asker = Person("Ada", locale="fr")
    interaction = await room.discord.use_command(asker, "ask", {"question": "none, in private", "private": True})
    reply = await interaction.reply()
    before = len(room.discord.messages)
    told = await room.press_private(asker, reply, FRENCH)
    assert told.content == FRENCH("team-handed-on-private")
    post = await room.posted(before)
    assert ENGLISH("team-asked-in-private") in post.content
    assert f"<@&{ROLE}>" in post.content
    assert room.discord.sent(f"POST /channels/{room.team.id}/messages")[-1].body["allowed_mentions"]["roles"] == [ROLE]
    said = await room.answer(post, "Nobody did.")
    await room.discord.answer_to(said)
    brought = room.discord.messages[-2]
    assert brought.quotes[0].text == "Nobody did."
    assert brought.payload["channel_id"] not in {str(one.id) for one in room.discord.guild.channels}
    # and where direct messages are closed, nothing is said in public
    other = Person("Closed", locale="fr")
    interaction = await room.discord.use_command(other, "ask", {"question": "none for closed", "private": True})
    reply = await interaction.reply()
    before = len(room.discord.messages)
    await room.press_private(other, reply, FRENCH)
    post = await room.posted(before)
    room.discord.close_to_the_bot(other)
    said = await room.answer(post, "Nobody did.")
    assert (await room.discord.answer_to(said)).content == ENGLISH("team-undelivered")
    assert len(room.discord.messages) == before + 2


async def test_a_role_alone_is_called_where_the_question_was_asked_and_never_for_a_private_one(room: Room) -> None:
    await room.set_up(channel=None, role=ROLE)
    asker = Person("Ada")
    reply = await room.discord.ask(asker, "none of a role")
    before = len(room.discord.messages)
    await room.press(asker, reply, ENGLISH)
    assert (await room.posted(before)).payload["channel_id"] == str(room.discord.channel.id)
    private = await room.discord.use_command(asker, "ask", {"question": "none at all", "private": True})
    assert ask_label(ENGLISH) not in (await private.reply()).buttons


async def test_the_same_question_joins_the_open_one_and_all_are_answered(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    ada, bob = Person("Ada"), Person("Bob", locale="fr")
    first = await room.discord.ask(ada, "Is none of the bears *here*?")
    before = len(room.discord.messages)
    await room.press(ada, first, ENGLISH)
    post = await room.posted(before)
    assert (await room.press(ada, first, ENGLISH)).content == ENGLISH("team-joined-again")
    second = await room.discord.ask(bob, "is none  of the bears here")
    assert (await room.press(bob, second, FRENCH)).content == FRENCH("team-joined-open")
    assert len(room.discord.messages) == before + 1
    said = await room.answer(post, "Three bears.")
    assert (await room.discord.answer_to(said)).content == ENGLISH("team-passed-on", count=2)
    again = await room.answer(post, "Four, in fact.", ping=False)
    assert (await room.discord.answer_to(again)).content == ENGLISH("team-passed-on", count=2)
    before = len(room.discord.messages)
    third = await room.discord.ask(ada, "Is none of the bears *here*?")
    assert (await room.press(ada, third, ENGLISH)).content == ENGLISH("team-handed-on")
    await room.posted(before)


async def test_a_person_can_not_flood_the_team(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    flood = Person("Flood")
    for number in range(MOST_A_DAY + 1):
        reply = await room.discord.ask(flood, f"none of number {number}")
        told = await room.press(flood, reply, ENGLISH)
    assert told.content == ENGLISH("team-joined-too-many")
    other = Person("Other")
    reply = await room.discord.ask(other, f"none of number {MOST_A_DAY}")
    assert (await room.press(other, reply, ENGLISH)).content == ENGLISH("team-handed-on")


async def test_a_reply_that_discord_does_not_show_is_told_and_a_thread_under_the_post_counts(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    ada = Person("Ada")
    reply = await room.discord.ask(ada, "none of threads")
    before = len(room.discord.messages)
    await room.press(ada, reply, ENGLISH)
    post = await room.posted(before)
    unread = await room.answer(post, "", ping=False)
    assert (await room.discord.answer_to(unread)).content == ENGLISH("team-unreadable")
    thread = Channel("none of threads", parent=room.team, id=int(post.payload["id"]))
    await room.discord.open_thread(thread, room.team)
    await room.discord.say(HELPER, "Let me think.", thread)
    said = await room.discord.mention(HELPER, "In *threads*.", thread)
    assert (await room.discord.answer_to(said)).content == ENGLISH("team-passed-on", count=1)
    assert room.discord.messages[-2].quotes[0].text == "In *threads*."


async def test_a_long_answer_comes_whole(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    ada = Person("Ada")
    reply = await room.discord.ask(ada, "none of length")
    before = len(room.discord.messages)
    await room.press(ada, reply, ENGLISH)
    post = await room.posted(before)
    text = "\n".join(f"{number}. *So* _it_ `goes` on." for number in range(150))
    said = await room.answer(post, text)
    await room.discord.answer_to(said)
    brought = "\n".join(shown.text for one in room.discord.messages[before + 1 :] for shown in one.quotes)
    assert brought == text


async def test_no_question_and_no_answer_crosses_from_one_server_to_another(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    ada = Person("Ada", permissions=MANAGE_GUILD)
    reply = await room.discord.ask(ada, "none of borders")
    before = len(room.discord.messages)
    # the button pressed in another server, which has a team of its own
    await room.choose("team", 8, [str(room.discord.other_channel.id)], elsewhere=True)
    assert (await room.press(ada, reply, ENGLISH, elsewhere=True)).content == ENGLISH("team-forgotten")
    assert (await room.press(ada, reply, ENGLISH, direct=True)).content == ENGLISH("team-nobody")
    assert len(room.discord.messages) == before
    # a setting that names a channel of another server, as a forged menu could
    await room.set_up(channel=room.discord.other_channel.id)
    reply = await room.discord.ask(ada, "none of borders at all")
    assert (await room.press(ada, reply, ENGLISH)).content == ENGLISH("team-out-of-reach")
    assert len(room.discord.messages) == before
    # a post of one server answered from another
    await room.set_up(channel=room.team.id)
    await room.press(ada, reply, ENGLISH)
    post = await room.posted(before)
    me = room.discord.me.payload()
    reference = {"message_id": post.payload["id"], "channel_id": post.payload["channel_id"]}
    foreign = {"guild_id": str(room.discord.other_guild.id), "type": 19, "message_reference": reference}
    crossing = await room.discord.say(
        HELPER, "Hello?", room.discord.other_channel, referenced_message=post.payload, mentions=[me], **foreign
    )
    answered = await room.discord.answer_to(crossing)
    assert not answered.content.startswith("✅")


async def test_a_channel_that_is_closed_to_the_bot_is_told_and_can_be_tried_again(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    ada = Person("Ada")
    reply = await room.discord.ask(ada, "none of doors")
    room.discord.fail_next(f"POST /channels/{room.team.id}/messages", 403)
    assert (await room.press(ada, reply, ENGLISH)).content == ENGLISH("team-out-of-reach")
    assert (await room.press(ada, reply, ENGLISH)).content == ENGLISH("team-handed-on")


async def test_who_is_forgotten_is_told_nothing_more(room: Room) -> None:
    await room.set_up(channel=room.team.id)
    ada = Person("Ada")
    reply = await room.discord.ask(ada, "none of memory")
    before = len(room.discord.messages)
    await room.press(ada, reply, ENGLISH)
    post = await room.posted(before)
    asked = await (await room.discord.use_command(ada, "forget-me", {})).reply()
    await (await room.discord.operate(ada, asked, "forget-me")).outcome()
    said = await room.answer(post, "It was so.")
    assert (await room.discord.answer_to(said)).content == ENGLISH("team-nobody-waits")
