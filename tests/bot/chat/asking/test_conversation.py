"""What people say to the bot on Discord and what comes back, over an engine that does what the question says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from tests.bot.chat.scripted_bot import BODY, SENTENCES
from tests.bot.chat.standin import Person, StandIn
from tests.bot.chat.standin.process import SCRIPTED

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Person("Ada", locale="fr")
BOB = Person("Bob", locale="en-GB")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bot")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord(home: Path) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, home)
        yield discord


async def test_a_command_is_answered_with_a_quote_in_the_askers_language(discord: StandIn) -> None:
    french = await discord.ask(ADA, "Quand Amazon Care fermera-t-il ?")
    english = await discord.ask(BOB, "When will Amazon Care close?")

    for reply in (french, english):
        [quote] = reply.quotes
        assert quote.text == BODY
        assert quote.bold_text == (SENTENCES[1],)
    assert french.content == "-# «\u00a0Quand Amazon Care fermera-t-il ?\u00a0»"
    assert french.footer == "1 citation, mot pour mot"
    assert english.footer == "1 quote, word for word"
    assert english.blocks[0].endswith(" · in French")


async def test_about_tells_one_person_what_the_articles_are_and_to_check_their_sources(discord: StandIn) -> None:
    for person, digest in ((ADA, "1 article signé « Sourcier »"), (BOB, "1 article signed “Sourcier”")):
        interaction = await discord.use_command(person, "about", {})
        reply = await interaction.reply()
        lang = "fr" if person is ADA else "en"
        assert interaction.kind == 5
        assert reply.is_private
        assert digest in reply.everything
        assert words_in(lang)("about-check") in reply.everything
        assert words_in(lang)("about-error") in reply.everything


async def test_a_command_is_answered_in_direct_messages_too(discord: StandIn) -> None:
    reply = await discord.ask(ADA, "Quand ?", direct=True)

    assert [quote.text for quote in reply.quotes] == [BODY]


async def test_a_command_is_acknowledged_while_the_engine_is_still_thinking(discord: StandIn, home: Path) -> None:
    interaction = await discord.use_command(ADA, "ask", {"question": "hold"})
    await interaction.deferred()
    other = await discord.use_command(BOB, "ask", {"question": "at the same time"})
    await other.deferred()

    assert interaction.kind == other.kind == 5
    assert not interaction.answered.is_set()
    assert not other.answered.is_set()

    (home / "gate").touch()
    for reply in await asyncio.gather(interaction.reply(), other.reply()):
        assert [quote.text for quote in reply.quotes] == [BODY]


async def test_nothing_found_is_said_without_quote_or_source(discord: StandIn) -> None:
    for person in (ADA, BOB):
        words = words_in(person.locale[:2])
        reply = await discord.ask(person, "none")

        assert reply.quotes == []
        assert reply.content.split("\n")[1:] == [words("discord-none"), words("discord-none-hint")]


async def test_a_weak_answer_says_so_above_its_quotes(discord: StandIn) -> None:
    reply = await discord.ask(BOB, "weak")

    assert reply.content.split("\n")[1] == words_in("en")("discord-weak")
    assert len(reply.quotes) == 1


async def test_a_question_as_long_as_discord_allows_is_answered(discord: StandIn) -> None:
    reply = await discord.ask(ADA, "Quand ? " + "@everyone " * 599)

    assert [quote.text for quote in reply.quotes] == [BODY]
    assert len(reply.content) < 500


async def test_a_blank_question_gets_a_word_of_help(discord: StandIn) -> None:
    reply = await discord.ask(ADA, " \u202e\n ")

    assert reply.content == words_in("fr")("discord-help-asking")
    assert reply.quotes == []


async def test_a_refusal_of_the_engine_is_put_into_words(discord: StandIn) -> None:
    reply = await discord.ask(BOB, "refuse")

    assert "over the limit of 6,000" in reply.content
    assert reply.quotes == []


async def test_what_only_the_operator_can_mend_is_told_to_the_operator(discord: StandIn) -> None:
    reply = await discord.ask(BOB, "unavailable")

    incident = reply.content.split("incident ")[1].split(")")[0]
    assert reply.content.endswith(words_in("en")("discord-unavailable", incident=incident))
    assert f"incident {incident}: {words_in('en')('fault-no-generation')}" in discord.bots[0].log


async def test_a_crash_ends_in_one_line_with_an_incident_that_the_log_knows(discord: StandIn) -> None:
    reply = await discord.ask(BOB, "crash")

    line = reply.content.split("\n")[-1]
    incident = line.split("incident ")[1].split(")")[0]
    assert line == words_in("en")("discord-unexpected", incident=incident)
    assert incident in discord.bots[0].log


async def test_a_mention_is_answered_under_the_message_in_the_questions_language(discord: StandIn) -> None:
    french = await discord.mention(BOB, "Quand Amazon Care fermera-t-il ?")
    english = await discord.mention(ADA, "When will Amazon Care close?")

    for message, footer in ((french, "1 citation, mot pour mot"), (english, "1 quote, word for word")):
        reply = await discord.answer_to(message)
        assert [quote.text for quote in reply.quotes] == [BODY]
        assert reply.footer == footer
        assert reply.content == ""


async def test_a_mention_shows_that_the_bot_is_typing(discord: StandIn) -> None:
    message = await discord.mention(ADA, "Quand ?")
    await discord.answer_to(message)

    assert discord.sent(f"POST /channels/{discord.channel.id}/typing")


async def test_a_reply_to_the_bot_and_a_direct_message_are_answered(discord: StandIn) -> None:
    first = await discord.answer_to(await discord.mention(ADA, "Quand ?"))

    for message in (
        await discord.reply_to_bot(ADA, first, "Quand donc ?"),
        await discord.direct(ADA, "Quand ?"),
    ):
        assert [quote.text for quote in (await discord.answer_to(message)).quotes] == [BODY]


async def test_a_mention_alone_gets_a_word_of_help(discord: StandIn) -> None:
    for text in ("", f"<@!{discord.me.id}> <@&5> <#6> <:emoji:7>"):
        reply = await discord.answer_to(await discord.mention(BOB, text))
        assert reply.content == words_in("en")("discord-help-asking")


async def test_what_is_not_said_to_the_bot_is_left_alone(discord: StandIn) -> None:
    first = await discord.answer_to(await discord.mention(ADA, "Quand ?"))
    here = f"POST /channels/{discord.channel.id}/messages"
    before = len(discord.sent(here))
    at_bot: dict[str, Any] = {"mentions": [discord.me.payload()]}

    await discord.say(ADA, "Quand ?")
    await discord.say(ADA, "@everyone Quand ?", mention_everyone=True)
    await discord.say(ADA, "<@&5> Quand ?", mention_roles=["5"])
    await discord.say(ADA, f"<@{BOB.id}> Quand ?", mentions=[BOB.payload()])
    await discord.reply_to_bot(ADA, first, "Quand ?", ping=False)
    await discord.say(Person("Robot", bot=True), f"<@{discord.me.id}> Quand ?", **at_bot)
    await discord.say(discord.me, f"<@{discord.me.id}> Quand ?", **at_bot)
    await discord.say(Person("Hook"), f"<@{discord.me.id}> Quand ?", webhook_id="9", **at_bot)
    await discord.say(ADA, f"<@{discord.me.id}> has pinned a message", type=6, **at_bot)

    last = await discord.mention(ADA, "Quand ?")
    await discord.answer_to(last)
    assert len(discord.sent(here)) == before + 1


async def test_an_answer_to_a_deleted_message_stands_alone(discord: StandIn) -> None:
    message = await discord.mention(ADA, "Quand ?", discord.bare_channel)
    discord.forget(message)

    reply = await discord.answer_to(message)

    assert reply.answers_message is None


async def test_an_answer_needs_no_permission_to_embed_links(discord: StandIn) -> None:
    reply = await discord.answer_to(await discord.mention(BOB, "When?", discord.bare_channel))

    assert reply.embeds == []
    assert [quote.text for quote in reply.quotes] == [BODY]


async def test_every_message_is_sent_unable_to_ping(discord: StandIn) -> None:
    await discord.ask(ADA, "@everyone Quand ?")
    await discord.answer_to(await discord.mention(ADA, "@everyone Quand ?"))

    sent = [request.body for request in discord.sent("/messages") if request.body is not None]
    assert sent
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent)


async def test_an_answer_waits_out_a_rate_limit(discord: StandIn) -> None:
    discord.fail_next("@original", 429)
    assert (await discord.ask(ADA, "Quand ?")).quotes

    discord.fail_next(f"/channels/{discord.channel.id}/messages", 429, everywhere=True)
    assert (await discord.answer_to(await discord.mention(ADA, "Quand ?"))).quotes


async def test_an_answer_survives_a_failing_server(discord: StandIn) -> None:
    discord.fail_next("@original", 500)

    assert (await discord.ask(ADA, "Quand ?")).quotes


async def test_an_answer_needs_no_typing_indicator(discord: StandIn) -> None:
    discord.fail_next("/typing", 403)

    assert (await discord.answer_to(await discord.mention(ADA, "Quand ?"))).quotes


async def test_a_refused_answer_is_replaced_by_an_apology(discord: StandIn) -> None:
    discord.fail_next("@original", 400)

    reply = await discord.ask(BOB, "When?")

    assert "incident" in reply.content
    assert reply.quotes == []


async def test_an_asker_who_is_gone_is_only_logged(discord: StandIn) -> None:
    discord.fail_next("/callback", 404)
    await discord.use_command(ADA, "ask", {"question": "Quand ?"})
    discord.fail_next(f"/channels/{discord.channel.id}/messages", 403)
    await discord.mention(ADA, "Quand ?")

    assert (await discord.ask(ADA, "Quand ?")).quotes


async def test_the_log_holds_neither_questions_nor_the_token(discord: StandIn) -> None:
    question = "Quand le mot rarissime paraîtra-t-il ?"
    await discord.ask(ADA, question)
    await discord.answer_to(await discord.mention(ADA, question))

    log = discord.bots[0].log
    assert "rarissime" not in log
    assert "not-a-token-of-anyone" not in log


async def test_a_question_follows_the_last_one_of_its_asker_and_says_so(discord: StandIn) -> None:
    for person, first, follow in (
        (ADA, "Quand Amazon Care fermera-t-il ?", "et pourquoi ?"),
        (BOB, "When will Amazon Care close?", "and why?"),
    ):
        await discord.ask(person, first)
        reply = await discord.ask(person, follow)
        lang = "fr" if person is ADA else "en"
        shown = reply.everything.replace("\\", "")
        assert words_in(lang)("discord-understood", question=f"{follow} ({first})") in shown


async def test_a_reply_follows_the_answer_it_replies_to_whoever_asked(discord: StandIn) -> None:
    answer = await discord.answer_to(await discord.mention(ADA, "Quand Amazon Care fermera-t-il ?"))

    reply = await discord.answer_to(await discord.reply_to_bot(BOB, answer, "et pourquoi ?"))

    assert "et pourquoi ? (Quand Amazon Care fermera-t-il ?)" in reply.everything.replace("\\", "")


async def test_a_reply_to_a_command_finds_its_question_in_the_answer(discord: StandIn) -> None:
    answer = await discord.ask(ADA, "Quand *Haven* fermera-t-elle ?")

    reply = await discord.answer_to(await discord.reply_to_bot(BOB, answer, "et pourquoi ?"))

    assert "et pourquoi ? (Quand *Haven* fermera-t-elle ?)" in reply.everything.replace("\\", "")


async def test_a_question_understood_with_another_can_be_asked_alone(discord: StandIn) -> None:
    for person, follow in ((ADA, "et pourquoi ?"), (BOB, "and why?")):
        lang = "fr" if person is ADA else "en"
        await discord.ask(person, "Quand Amazon Care fermera-t-il ?")
        reply = await discord.ask(person, follow)

        alone = await discord.press(person, reply, words_in(lang)("discord-ask-alone"))

        assert alone.is_private
        assert alone.content == words_in(lang)("discord-question", question=follow)


async def test_what_was_asked_last_is_forgotten_with_the_rest(discord: StandIn) -> None:
    await discord.ask(ADA, "Quand Amazon Care fermera-t-il ?")
    asked = await (await discord.use_command(ADA, "forget-me", {})).reply()
    await (await discord.operate(ADA, asked, "forget-me", 2)).outcome()

    reply = await discord.ask(ADA, "et pourquoi ?")

    assert "Compris comme" not in reply.everything
