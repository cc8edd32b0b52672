"""``/follow`` and its alerts: who may, where they go, told once whatever happens, ended by a click."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.catalogue import words_in
from bot.chat.following.alert_message import MOST_TOPICS
from bot.state import State
from bot.state.follows import MOST_FOLLOWS, Place, PlaceKind
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import SCRIPTED
from tests.bot.chat.standin.world import MANAGE_GUILD

PLAIN = Person("Plain", locale="fr")
ADA = Person("Ada", locale="fr", permissions=MANAGE_GUILD)
BOB = Person("Bob", locale="en-US", permissions=MANAGE_GUILD)
BUTTON, SELECT = 2, 3
FR, EN = words_in("fr"), words_in("en")


@pytest.fixture
async def discord(tmp_path: Path) -> AsyncIterator[StandIn]:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path)
        yield discord


def bring(home: Path, *news: str, generation: int = 2, guild: int | None = None) -> None:
    """A new generation, with an article for each sentence, in the shared base or a server's collection."""
    file = home / ("news" if guild is None else f"news.{guild}")
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    lines = [f"{generation}\tarticle-{generation}-{number}\t{sentence}\n" for number, sentence in enumerate(news)]
    (home / "news-new").write_text(known + "".join(lines), encoding="utf-8")
    (home / "news-new").replace(file)


async def follow(discord: StandIn, person: Person, subject: str, where: str = "person") -> Reply:
    interaction = await discord.use_command(person, "follow", {"subject": subject, "where": where})
    return await interaction.reply()


async def press(discord: StandIn, person: Person, reply: Reply, custom_id: str, *, elsewhere: bool = False) -> Reply:
    return await (await discord.operate(person, reply, custom_id, BUTTON, elsewhere=elsewhere)).outcome()


def sentences(alert: Reply) -> list[str]:
    """What an alert quotes, word for word."""
    return [quote.text for quote in alert.quotes]


def waiting(home: Path, generation: int = 2, guild: int | None = None) -> set[PlaceKind]:
    """Where what came with a generation, of the shared base or of a server's collection, is still to be told."""
    state = State.open(None, home / "data", retention=90)
    try:
        return {place.kind for place in state.follows.behind(generation, guild)}
    finally:
        state.close()


async def until_only(home: Path, *kinds: PlaceKind) -> None:
    while await asyncio.to_thread(waiting, home) != set(kinds):  # noqa: ASYNC110 - another process writes it
        await asyncio.sleep(0.1)


@pytest.mark.slow
async def test_what_new_articles_say_is_told_once_to_a_person_and_to_a_channel_each_in_its_language(
    discord: StandIn, tmp_path: Path
) -> None:
    done = await follow(discord, ADA, "Vega")
    assert done.content == FR("follow-done-person", subject="Vega", minutes=0)
    assert (await follow(discord, ADA, "vega")).content == FR("follow-already-person", subject="Vega")
    assert "subject" not in (await follow(discord, BOB, "Vega", "channel")).content
    bring(tmp_path, "Vega *closes* its “clinics”.", "Lyra n’a rien dit.", "Enfin, Vega parle @everyone.")

    alerts = await discord.until_said(2)
    await until_only(tmp_path)

    to_channel = next(alert for alert in alerts if alert.payload["channel_id"] == str(discord.channel.id))
    to_ada = next(alert for alert in alerts if alert is not to_channel)
    assert to_channel.content == EN("alert-heading", articles=2)
    assert to_ada.content == FR("alert-heading", articles=2)
    for alert in alerts:
        assert sentences(alert) == ["Vega *closes* its “clinics”.", "Enfin, Vega parle @everyone."]
        assert "article-2-0" in alert.everything.replace("\\", "")
        assert alert.payload.get("allowed_mentions") in (None, {"parse": []})
    sent = [request.body for request in discord.sent("/messages") if request.method == "POST"]
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent)

    bring(tmp_path, "Rien de neuf.", generation=3)
    bring(tmp_path, "Vega *closes* its “clinics”.", generation=4)  # said before
    bring(tmp_path, "Vega ouvre à Nantes.", generation=5)
    alerts = await discord.until_said(4)
    assert [sentences(alert) for alert in alerts[2:]] == [["Vega ouvre à Nantes."]] * 2


@pytest.mark.slow
async def test_several_subjects_of_a_place_are_told_in_one_alert_within_every_limit(
    discord: StandIn, tmp_path: Path
) -> None:
    subjects = [f"Zorglub{letter}" for letter in "abcdefg"]
    for subject in subjects:
        await follow(discord, ADA, subject)
    said = [f"{subject} {'très ' * 60}*grand*. " * 3 for subject in subjects for _ in range(2)]
    bring(tmp_path, *(f"{number} {sentence}" for number, sentence in enumerate(said)))

    alerts = await discord.until_said(2)

    assert [len(alert.quotes) for alert in alerts] == [MOST_TOPICS, 2]
    buttons = [label for alert in alerts for label in alert.buttons]
    assert buttons == [FR("follow-stop", subject=subject) for subject in subjects]


async def test_one_sentence_about_two_subjects_is_quoted_once(discord: StandIn, tmp_path: Path) -> None:
    for subject in ("Vega", "Lyra"):
        await follow(discord, ADA, subject)
    bring(tmp_path, "Vega achète Lyra.", "Lyra se réjouit.")
    (alert,) = await discord.until_said(1)
    assert sorted(sentences(alert)) == ["Lyra se réjouit.", "Vega achète Lyra."]


@pytest.mark.slow
async def test_a_channel_hears_of_its_servers_own_articles_and_nobody_else_does(
    discord: StandIn, tmp_path: Path
) -> None:
    await follow(discord, ADA, "Vega")
    await follow(discord, BOB, "Vega", "channel")
    bring(tmp_path, "Vega ouvre ici.", "Ici, Lyra dort.", generation=1, guild=discord.guild.id)
    bring(tmp_path, "Vega ouvre ailleurs.", generation=1, guild=discord.guild.id + 1)
    (alert,) = await discord.until_said(1)
    assert alert.payload["channel_id"] == str(discord.channel.id)
    assert sentences(alert) == ["Vega ouvre ici."]
    while await asyncio.to_thread(waiting, tmp_path, 1, discord.guild.id):  # noqa: ASYNC110 - another process writes it
        await asyncio.sleep(0.1)

    await discord.bots[-1].kill()
    await discord.start_bot(SCRIPTED, tmp_path)
    bring(tmp_path, "Vega ferme ici.", generation=2, guild=discord.guild.id)
    alerts = await discord.until_said(2)
    assert sentences(alerts[1]) == ["Vega ferme ici."]
    bring(tmp_path, "Vega ferme ici.", "Vega ouvre partout.")
    alerts = await discord.until_said(4)
    told = {alert.payload["channel_id"]: sentences(alert) for alert in alerts[2:]}
    assert told.pop(str(discord.channel.id)) == ["Vega ouvre partout."]
    assert list(told.values()) == [["Vega ferme ici.", "Vega ouvre partout."]]


async def test_what_an_alert_quotes_is_read_in_its_article(discord: StandIn, tmp_path: Path) -> None:
    await follow(discord, ADA, "2022")
    bring(tmp_path, "Amazon Care fermera le 31 décembre 2022.")
    (alert,) = await discord.until_said(1)
    (menu,) = [control for name, control in alert.controls.items() if name == "menu"]
    assert menu["placeholder"] == FR("alert-context")
    (option,) = menu["options"]
    assert option["label"] == "article-2-0 · Amazon Care fermera le 31 décembre 2022."
    shown = await (await discord.operate(ADA, alert, "menu", SELECT, [option["value"]])).outcome()
    (context,) = shown.quotes
    assert "Amazon Care fermera le 31 décembre 2022." in context.text


async def test_an_alert_is_not_sent_twice_when_the_bot_dies_before_it_hears_that_it_was_taken(
    discord: StandIn, tmp_path: Path
) -> None:
    await follow(discord, ADA, "Vega")
    discord.lose_replies(1)
    bring(tmp_path, "Vega ferme.")
    await discord.until_said(1)
    await discord.bots[-1].kill()
    assert waiting(tmp_path) == {PlaceKind.PERSON}

    await discord.start_bot(SCRIPTED, tmp_path)
    await until_only(tmp_path)

    assert len(discord.messages) == 1
    nonces = [request.body["nonce"] for request in discord.sent("POST /channels") if "nonce" in (request.body or {})]
    assert len(nonces) == 2
    assert len(set(nonces)) == 1


async def test_what_came_while_the_bot_was_away_is_told_at_its_next_start(discord: StandIn, tmp_path: Path) -> None:
    await follow(discord, ADA, "Vega")
    await discord.bots[-1].kill()
    bring(tmp_path, "Vega ferme.")
    await discord.start_bot(SCRIPTED, tmp_path)
    (alert,) = await discord.until_said(1)
    assert sentences(alert) == ["Vega ferme."]


@pytest.mark.slow
async def test_a_place_is_alerted_no_more_often_than_the_operator_wants(tmp_path: Path) -> None:
    async with StandIn() as discord:
        await discord.start_bot(SCRIPTED, tmp_path, {"SCRIPT_ALERT_MINUTES": "60"})
        await follow(discord, ADA, "Vega")
        await follow(discord, BOB, "Vega")
        bring(tmp_path, "Vega ferme.")
        await discord.until_said(2)
        bring(tmp_path, "Vega ouvre.", generation=3)
        await follow(discord, PLAIN, "Vega")
        bring(tmp_path, "Vega vend.", generation=4)
        alerts = await discord.until_said(3)
        assert sentences(alerts[2]) == ["Vega vend."]
        assert len(discord.messages) == 3


@pytest.mark.slow
async def test_who_closed_their_messages_is_left_alone_until_they_follow_again(
    discord: StandIn, tmp_path: Path
) -> None:
    await follow(discord, ADA, "Vega")
    await follow(discord, BOB, "Vega", "channel")
    discord.close_to_the_bot(ADA)
    bring(tmp_path, "Vega ferme.")
    await discord.until_said(1)
    listed = await (await discord.use_command(ADA, "following", {})).reply()
    while FR("following-paused", mark=" ⏸️") not in listed.content:
        listed = await (await discord.use_command(ADA, "following", {})).reply()
    bring(tmp_path, "Vega ouvre.", generation=3)
    await discord.until_said(2)
    assert len(discord.sent("/users/@me/channels")) == 1
    assert (await follow(discord, ADA, "Vega")).content == FR("follow-done-person", subject="Vega", minutes=0)


async def test_a_discord_that_fails_is_tried_again_later_and_others_are_told(discord: StandIn, tmp_path: Path) -> None:
    await follow(discord, ADA, "Vega")
    await follow(discord, BOB, "Vega", "channel")
    discord.fail_next(f"POST /channels/{discord.channel.id}/messages", 400)
    bring(tmp_path, "Vega ferme.")
    (alert,) = await discord.until_said(1)
    assert alert.payload["channel_id"] != str(discord.channel.id)
    await until_only(tmp_path, PlaceKind.CHANNEL)


async def test_a_plain_member_follows_for_themselves_alone(discord: StandIn) -> None:
    assert (await follow(discord, PLAIN, "Vega", "channel")).content == FR("follow-refused")
    assert (await follow(discord, PLAIN, "Vega")).content == FR("follow-done-person", subject="Vega", minutes=0)
    direct = await discord.use_command(ADA, "follow", {"subject": "Vega", "where": "channel"}, direct=True)
    assert (await direct.reply()).content == FR("follow-refused")


async def test_only_whoever_follows_or_manages_that_server_ends_it_by_whatever_id(
    discord: StandIn, tmp_path: Path
) -> None:
    own = await follow(discord, ADA, "Vega")
    channels = await follow(discord, ADA, "Lyra", "channel")
    (own_id,), (channels_id,) = own.buttons.values(), channels.buttons.values()

    assert (await press(discord, BOB, own, own_id)).content == EN("unfollow-refused")
    assert (await press(discord, PLAIN, channels, channels_id)).content == FR("unfollow-refused")
    assert (await press(discord, BOB, channels, channels_id, elsewhere=True)).content == EN("unfollow-refused")
    assert (await press(discord, PLAIN, own, "unfollow:999999999999999999")).content == FR("unfollow-gone")
    forged = await discord.operate(PLAIN, own, "unfollow:from:person", SELECT, ["x"])
    assert (await forged.outcome()).content == FR("unfollow-gone")

    await discord.bots[-1].kill()
    await discord.start_bot(SCRIPTED, tmp_path)
    assert (await press(discord, BOB, channels, channels_id)).content == EN("unfollow-done", subject="Lyra")
    assert (await press(discord, ADA, own, own_id)).content == FR("unfollow-done", subject="Vega")
    assert (await press(discord, ADA, own, own_id)).content == FR("unfollow-gone")


async def test_follows_are_listed_suggested_and_ended_by_name_or_menu(discord: StandIn, tmp_path: Path) -> None:
    assert (await (await discord.use_command(ADA, "following", {})).reply()).content == FR("following-none")
    for subject in ("Vega", "Zorglub *gras*"):
        await follow(discord, ADA, subject)
    await follow(discord, ADA, "Lyra", "channel")

    listed = await (await discord.use_command(ADA, "following", {})).reply()
    assert "- Zorglub \\*gras\\*" in listed.everything
    assert FR("following-heading", count=3) in listed.content
    assert set(listed.controls) == {"unfollow:from:person", "unfollow:from:channel"}
    mine = await (await discord.use_command(PLAIN, "following", {})).reply()
    assert mine.content == FR("following-none")

    (choice,) = await discord.type_option(ADA, "unfollow", "subject", "zorg")
    done = await (await discord.use_command(ADA, "unfollow", {"subject": choice})).reply()
    assert done.content == FR("unfollow-done", subject="Zorglub \\*gras\\*")
    done = await (await discord.use_command(ADA, "unfollow", {"subject": "VEGA"})).reply()
    assert done.content == FR("unfollow-done", subject="Vega")
    (option,) = listed.controls["unfollow:from:channel"]["options"]
    chosen = await discord.operate(ADA, listed, "unfollow:from:channel", SELECT, [option["value"]])
    assert (await chosen.outcome()).content == FR("unfollow-done", subject="Lyra")
    gone = await (await discord.use_command(ADA, "unfollow", {"subject": "nobody"})).reply()
    assert gone.content == FR("unfollow-gone")


async def test_too_many_follows_and_subjects_that_nobody_can_follow_are_refused_in_a_line(
    discord: StandIn, tmp_path: Path
) -> None:
    state = State.open(None, tmp_path / "data", retention=90)
    for number in range(MOST_FOLLOWS):
        state.follows.add(Place(PlaceKind.PERSON, BOB.id), BOB.id, f"S{number}", f"s{number}", "en", 1)
    state.close()
    assert (await follow(discord, BOB, "one more")).content == EN("follow-too-many")
    assert "Care Medical" in (await follow(discord, BOB, "ambiguous")).content
    assert "secret" not in (await follow(discord, BOB, "crash")).content


async def test_a_person_is_forgotten_when_they_ask_and_nobody_else(discord: StandIn, tmp_path: Path) -> None:
    for person in (ADA, BOB):
        await follow(discord, person, "Vega")
    await follow(discord, ADA, "Lyra", "channel")
    told = await (await discord.use_command(ADA, "privacy", {})).reply()
    assert FR("privacy-text", days=90) in told.content
    assert FR("privacy-yours", follows=1, traces=2) in told.content

    question = await (await discord.use_command(ADA, "forget-me", {}, direct=True)).reply()
    assert question.content == FR("forget-question")
    done = await press(discord, ADA, question, "forget-me")
    assert done.content == FR("forget-done", follows=1, traces=2)
    told = await (await discord.use_command(ADA, "privacy", {})).reply()
    assert FR("privacy-yours", follows=0, traces=0) in told.content
    told = await (await discord.use_command(BOB, "privacy", {})).reply()
    assert EN("privacy-yours", follows=1, traces=0) in told.content
