"""What is remembered is told, and forgotten when asked or when it is old."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.catalogue import words_in
from bot.state import State
from bot.state.audit import Act
from bot.state.awaited import MOST_AWAITED, Awaited, TooManyAwaited
from bot.state.follows import Place, PlaceKind
from bot.state.guilds import GuildSettings
from bot.state.members import MemberAnswer
from bot.state.state import Kept
from bot.state.tables import metadata
from bot.state.team import Asker
from bot.state.votes import Counts
from tests.bot.state.conftest import Clock
from tests.bot.state.kept import ADA, AT_ADAS, BOB, CHANNEL, DAY, GUILD, HERE, vote


def test_no_id_of_a_person_stands_beside_a_vote_or_a_question() -> None:
    columns = {column.name for table in ("vote", "unanswered") for column in metadata.tables[table].columns}
    assert not {name for name in columns if "user" in name or "follower" in name or "author" in name}


def test_with_no_retention_no_question_is_kept(tmp_path: Path) -> None:
    state = State.open(None, tmp_path, retention=0)
    state.unanswered.note("Qui ?", "fr", GUILD)
    assert state.unanswered.latest(10) == ()
    state.close()


def test_what_is_older_than_the_retention_goes(state: State, clock: Clock) -> None:
    def fill() -> None:
        state.unanswered.note(f"Qui ? {clock.now}", "fr", GUILD)
        state.audit.note(ADA, GUILD, "settings", "lang")
        state.votes.keep(vote(int(clock.now), "a", helpful=True))

    fill()
    clock.now += 89 * DAY
    fill()
    state.drop_expired()
    assert len(state.unanswered.latest(10)) == len(state.audit.latest(10)) == 2
    clock.now += 2 * DAY
    state.drop_expired()
    assert len(state.unanswered.latest(10)) == len(state.audit.latest(10)) == 1
    assert state.votes.counts() == Counts(1, 0)


def test_who_asks_to_be_forgotten_is(state: State, clock: Clock) -> None:
    state.follows.add(AT_ADAS, ADA, "Vega", "vega", "fr", 1)
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1)
    state.follows.add(Place(PlaceKind.PERSON, BOB), BOB, "Vega", "vega", "fr", 1)
    state.audit.note(ADA, GUILD, "settings", "lang")
    state.votes.keep(vote(1, "ada's", helpful=True))
    state.votes.keep(vote(1, "bob's", helpful=True))
    assert state.kept_of(ADA, "ada's") == Kept(follows=1, acts=2, votes=1)
    assert state.forget(ADA, "ada's") == Kept(follows=1, acts=2, votes=1)
    assert state.kept_of(ADA, "ada's") == Kept(0, 0, 0)
    assert state.votes.counts() == Counts(1, 0)
    assert state.follows.of(AT_ADAS) == ()
    assert state.follows.of(HERE)[0].follower_id is None
    assert state.audit.latest(1) == (Act(int(clock.now), None, GUILD, "settings", "lang", "done"),)
    assert state.kept_of(BOB) == Kept(1, 0, 0)


def test_who_waits_and_whose_messages_are_articles_is_kept_told_and_forgotten(state: State, clock: Clock) -> None:
    state.team.ask(GUILD, "Qui ?", CHANNEL, Asker(ADA, "fr"))
    assert state.awaited.toggle(Awaited(GUILD, ADA, "Quand ?", "fr"))
    assert not state.awaited.toggle(Awaited(GUILD, ADA, "quand", "fr"))
    assert state.awaited.toggle(Awaited(GUILD, ADA, "Quand ?", "fr"))
    for number in range(MOST_AWAITED - 1):
        state.awaited.toggle(Awaited(0, ADA, f"Quoi {number} ?", "fr"))
    with pytest.raises(TooManyAwaited):
        state.awaited.toggle(Awaited(0, ADA, "Encore une ?", "fr"))
    state.members.keep(MemberAnswer(GUILD, 9, CHANNEL, ADA, "message-9"))
    assert state.members.byline(GUILD, ADA) is None
    state.members.set_byline(GUILD, ADA, "Ada")
    assert state.members.byline(GUILD + 1, ADA) is None
    assert state.members.get(GUILD + 1, 9) is None
    kept = state.kept_of(ADA)
    assert (kept.waits, kept.articles) == (1 + MOST_AWAITED, 1)
    state.forget(ADA)
    assert state.kept_of(ADA) == Kept(0, 0, 0)
    assert state.awaited.all() == ()
    assert state.members.byline(GUILD, ADA) is None
    state.awaited.toggle(Awaited(GUILD, BOB, "Quand ?", "fr"))
    clock.now += 91 * DAY
    state.drop_expired()
    assert state.kept_of(BOB) == Kept(0, 0, 0)


def test_a_server_that_the_bot_left_is_forgotten_and_no_other(state: State) -> None:
    for guild, channel in ((GUILD, CHANNEL), (GUILD + 1, CHANNEL + 1)):
        state.guilds.change(guild, quotes=1)
        state.follows.add(Place(PlaceKind.CHANNEL, channel, guild), ADA, "Vega", "vega", "fr", 1)
    state.follows.add(AT_ADAS, ADA, "Vega", "vega", "fr", 1)
    state.forget_guild(GUILD)
    assert state.guilds.settings(GUILD) == GuildSettings()
    assert state.guilds.settings(GUILD + 1).quotes == 1
    assert {place.guild_id for place in state.follows.behind(2)} == {GUILD + 1, 0}


TOLD_OF = {
    "guild": "Les réglages des serveurs",
    "follow": "Les sujets suivis",
    "told": "Les sujets suivis",
    "alert": "Les sujets suivis",
    "vote": "👍 et 👎",
    "unanswered": "Celles auxquelles rien dans la base ne répond",
    "team_question": "Ce que vous transmettez à l’équipe",
    "team_asker": "Ce que vous transmettez à l’équipe",
    "awaited": "dont vous voulez être averti·e",
    "member_answer": "Un message de vous ajouté aux articles",
    "byline": "votre nom seulement si vous l’avez choisi",
    "audit": "Ce que font les admins",
}
"""Each table, and the words of /privacy that tell of it."""


OF_MACHINES = {"alembic_version", "lease"}
"""Tables that know of no person."""


def test_privacy_tells_of_every_table() -> None:
    told = words_in("fr")("privacy-text", days=90)
    assert {name for name in metadata.tables if name not in OF_MACHINES} == set(TOLD_OF)
    assert [words for words in TOLD_OF.values() if words not in told] == []


def test_nothing_that_leads_to_a_person_is_left_when_they_are_forgotten(state: State) -> None:
    state.follows.add(AT_ADAS, ADA, "Vega", "vega", "fr", 1)
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1)
    state.audit.note(ADA, GUILD, "settings", "lang")
    state.votes.keep(vote(1, "ada's", helpful=True))
    state.team.ask(GUILD, "Qui ?", CHANNEL, Asker(ADA, "fr"))
    state.awaited.toggle(Awaited(GUILD, ADA, "Quand ?", "fr"))
    state.members.keep(MemberAnswer(GUILD, 9, CHANNEL, ADA, "message-9"))
    state.members.set_byline(GUILD, ADA, "Ada")
    rows = _rows(state)
    assert {table for table, row in rows if ADA in row or "ada's" in row} >= {
        "follow", "audit", "vote", "team_asker", "awaited", "member_answer", "byline",
    }  # fmt: skip

    state.forget(ADA, "ada's")

    assert [(table, row) for table, row in _rows(state) if ADA in row or "ada's" in row or "Ada" in row] == []


def test_whose_messages_a_server_quoted_is_forgotten_with_its_collection(state: State) -> None:
    for guild in (GUILD, GUILD + 1):
        state.members.keep(MemberAnswer(guild, 9, CHANNEL, ADA, "message-9"))
        state.members.set_byline(guild, ADA, "Ada")

    state.members.forget_guild(GUILD)

    assert state.members.of(ADA) == (MemberAnswer(GUILD + 1, 9, CHANNEL, ADA, "message-9"),)
    assert state.members.byline(GUILD, ADA) is None
    assert state.members.byline(GUILD + 1, ADA) is not None


def _rows(state: State) -> list[tuple[str, tuple[object, ...]]]:
    """All that is kept, row by row."""
    with state._database.reading() as connection:
        return [
            (name, tuple(row)) for name, table in metadata.tables.items() for row in connection.execute(table.select())
        ]
