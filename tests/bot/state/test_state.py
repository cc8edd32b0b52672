"""What is remembered: kept across restarts, kills and processes, migrated, forgotten when asked or when it is old."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sql
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.catalogue import words_in
from bot.state import State, StateUnusable
from bot.state.audit import Act
from bot.state.awaited import MOST_AWAITED, Awaited, TooManyAwaited
from bot.state.database import FILE
from bot.state.follows import MOST_FOLLOWS, NOTHING_YET, Place, PlaceKind, TooManyFollows
from bot.state.guilds import GuildSettings
from bot.state.members import MemberAnswer
from bot.state.state import Kept
from bot.state.tables import metadata
from bot.state.team import Asker, Joined
from bot.state.votes import Counts, Vote
from index.answer import Verdict

ADA, BOB, GUILD, CHANNEL = 2**62 + 1, 2, 2**62 + 3, 4
DAY = 86_400
HERE = Place(PlaceKind.CHANNEL, CHANNEL, GUILD)
AT_ADAS = Place(PlaceKind.PERSON, ADA)


class Clock:
    """Tells the time that a test sets."""

    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


URLS = [None, *([os.environ["SOURCIER_TEST_STATE_URL"]] if "SOURCIER_TEST_STATE_URL" in os.environ else [])]
"""Where a test of all databases keeps its state: a file, and the server that CONTRIBUTING.md tells how to name."""


@pytest.fixture(params=URLS, ids=["a file", "a server"][: len(URLS)])
def url(request: pytest.FixtureRequest) -> str | None:
    address: str | None = request.param
    if address is not None:
        engine = sql.create_engine(address)
        with engine.begin() as connection:
            connection.execute(sql.text("DROP SCHEMA public CASCADE"))
            connection.execute(sql.text("CREATE SCHEMA public"))
        engine.dispose()
    return address


@pytest.fixture
def state(url: str | None, tmp_path: Path, clock: Clock) -> Iterator[State]:
    state = State.open(url, tmp_path, retention=90, clock=clock)
    yield state
    state.close()


def child(code: str, url: str | None, folder: Path) -> subprocess.Popen[str]:
    """Another process with the state at ``url``, else in ``folder``, open as ``state``."""
    begin = (
        f"from pathlib import Path; from bot.state import State; state = State.open({url!r}, Path({str(folder)!r}), "
    )
    begin += "retention=90)\nfrom bot.state.follows import Place, PlaceKind\n"
    return subprocess.Popen([sys.executable, "-c", begin + code], stdout=subprocess.PIPE, text=True)


def test_migrations_make_the_tables_that_the_program_uses(state: State, url: str | None, tmp_path: Path) -> None:
    engine = sql.create_engine(url or f"sqlite:///{tmp_path / FILE}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_settings_of_a_server_change_one_by_one_and_are_there_after_a_restart(
    state: State, url: str | None, tmp_path: Path
) -> None:
    assert state.guilds.settings(GUILD) == GuildSettings()
    state.guilds.change(GUILD, lang="fr", quotes=1)
    state.guilds.change(GUILD, open_channels=frozenset({CHANNEL, 2**62}), private=True)
    state.close()
    again = State.open(url, tmp_path, retention=90)
    expected = GuildSettings("fr", private=True, quotes=1, open_channels=frozenset({CHANNEL, 2**62}))
    assert again.guilds.settings(GUILD) == expected
    assert again.guilds.settings(GUILD + 1) == GuildSettings()
    again.guilds.forget(GUILD)
    assert again.guilds.settings(GUILD) == GuildSettings()
    again.close()


def test_a_subject_is_followed_once_a_place_and_told_once(state: State, clock: Clock) -> None:
    assert state.follows.add(HERE, ADA, "Vega", "vega", "fr", 3)
    assert not state.follows.add(HERE, BOB, "VEGA", "vega", "en", 3)
    assert state.follows.add(AT_ADAS, ADA, "Vega", "vega", "fr", 5)
    assert state.follows.behind(3) == {}
    assert list(state.follows.behind(5)) == [HERE]
    (one,) = state.follows.behind(5)[HERE]
    assert state.follows.last_alert(HERE) is None
    state.follows.alerted(HERE, 5, {one: ["a", "b"]})
    assert state.follows.told(one.id) == {"a", "b"}
    assert state.follows.last_alert(HERE) == clock.now
    assert state.follows.behind(5) == {}
    state.follows.remove(one.id)
    assert state.follows.get(one.id) is None
    assert state.follows.told(one.id) == frozenset()


def test_what_is_followed_weekly_is_told_of_together_and_once_a_week(state: State, clock: Clock) -> None:
    assert state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1, weekly=True)
    clock.now += 2 * 86_400
    assert state.follows.add(HERE, ADA, "Lyra", "lyra", "fr", 1, weekly=True)
    assert state.follows.add(HERE, ADA, "Orion", "orion", "fr", 1)
    assert [one.subject for one in state.follows.behind(2)[HERE]] == ["Orion"]
    clock.now += 5 * 86_400
    vega, lyra, orion = state.follows.behind(2)[HERE]
    assert (vega.weekly, lyra.weekly, orion.weekly) == (True, True, False)
    state.follows.alerted(HERE, 2, {vega: ["a"], orion: ["b"]})
    assert [one.subject for one in state.follows.behind(3)[HERE]] == ["Orion"]  # what was left over waits a week too
    clock.now += 7 * 86_400
    assert {one.subject for one in state.follows.behind(3)[HERE]} == {"Vega", "Lyra", "Orion"}
    assert state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1)  # as it comes, from now on
    assert not state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1)


def test_an_alert_to_somebody_who_unfollowed_meanwhile_harms_nobody(state: State) -> None:
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1)
    (one,) = state.follows.of(HERE)
    state.follows.remove(one.id)
    state.follows.alerted(HERE, 2, {one: ["a"]})
    assert state.follows.told(one.id) == frozenset()


def test_a_paused_follow_is_left_alone_until_it_is_followed_again(state: State) -> None:
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 1)
    state.follows.pause(HERE)
    assert state.follows.behind(2) == {}
    assert state.follows.of(HERE)[0].paused
    assert state.follows.add(HERE, ADA, "Vega", "vega", "fr", 2)
    assert list(state.follows.behind(3)) == [HERE]


def test_an_index_that_begins_anew_is_not_waited_for(state: State) -> None:
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 57)
    assert state.follows.behind(2) == {}
    state.follows.begin_anew(1)
    assert state.follows.behind(1) == {}
    assert list(state.follows.behind(2)) == [HERE]


def test_what_was_seen_of_a_collection_is_kept_apart(state: State) -> None:
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 7, NOTHING_YET)
    state.follows.add(AT_ADAS, ADA, "Vega", "vega", "fr", 7)
    assert list(state.follows.behind(1, GUILD)) == [HERE]
    assert state.follows.behind(1, GUILD + 1) == {}
    (one,) = state.follows.behind(1, GUILD)[HERE]
    state.follows.has_seen([one], 1, GUILD)
    assert state.follows.behind(1, GUILD) == {}
    state.follows.alerted(HERE, 2, {one: ["a"]}, GUILD)
    assert state.follows.behind(2, GUILD) == {}
    assert set(state.follows.behind(8)) == {HERE, AT_ADAS}


def test_a_follow_from_before_collections_begins_with_what_is_there(state: State) -> None:
    state.follows.add(HERE, ADA, "Vega", "vega", "fr", 7)
    assert state.follows.behind(3, GUILD) == {}
    state.follows.begin_anew(3, GUILD)
    assert state.follows.behind(3, GUILD) == {}
    assert list(state.follows.behind(4, GUILD)) == [HERE]


def test_a_place_follows_no_more_than_a_list_holds(state: State) -> None:
    for number in range(MOST_FOLLOWS):
        state.follows.add(HERE, ADA, f"S{number}", f"s{number}", "fr", 1)
    with pytest.raises(TooManyFollows):
        state.follows.add(HERE, ADA, "one more", "one more", "fr", 1)
    assert state.follows.add(AT_ADAS, ADA, "one more", "one more", "fr", 1)


def vote(message: int, voter: str, *, helpful: bool, guild: int | None = GUILD) -> Vote:
    return Vote(message, voter, guild, CHANNEL, helpful, Verdict.FOUND, "fin", 0, 9)


def test_a_vote_takes_the_place_of_an_earlier_one(state: State) -> None:
    state.votes.keep(vote(1, "a", helpful=True))
    state.votes.keep(vote(1, "b", helpful=True))
    state.votes.keep(vote(1, "a", helpful=False))
    state.votes.keep(vote(2, "a", helpful=True, guild=None))
    assert state.votes.counts(GUILD) == Counts(1, 1)
    assert state.votes.counts() == Counts(2, 1)


def test_no_id_of_a_person_stands_beside_a_vote_or_a_question() -> None:
    columns = {column.name for table in ("vote", "unanswered") for column in metadata.tables[table].columns}
    assert not {name for name in columns if "user" in name or "follower" in name or "author" in name}


def test_unanswered_questions_are_counted_and_listed_last_first(state: State, clock: Clock) -> None:
    state.unanswered.note("Qui a  inventé Zorglub ?", "fr", GUILD)
    clock.now += 1
    state.unanswered.note("Why?" + "y" * 9000, "en", None)
    clock.now += 1
    state.unanswered.note("qui a inventé zorglub ?", "fr", GUILD)
    latest = state.unanswered.latest(10)
    assert [(one.question[:4], one.times) for one in latest] == [("Qui ", 2), ("Why?", 1)]
    assert len(latest[1].question) == 500
    assert len(state.unanswered.latest(10, GUILD)) == 1


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


def test_a_question_is_put_to_people_once_and_keeps_to_its_server(state: State, clock: Clock) -> None:
    ada, bob = Asker(ADA, "fr", CHANNEL, 5), Asker(BOB, "en")
    assert state.team.ask(GUILD, "Qui  a fondé Vega ?", CHANNEL, ada) is Joined.NEW
    state.team.posted(GUILD, "Qui a fondé Vega ?", 77)
    assert state.team.ask(GUILD, "qui a fonde vega", CHANNEL, bob) is Joined.OPEN
    assert state.team.ask(GUILD, "Qui a fondé Vega ?", CHANNEL, bob) is Joined.AGAIN
    assert state.team.ask(GUILD + 1, "Qui a fondé Vega ?", CHANNEL, bob) is Joined.NEW
    put = state.team.posted_in(GUILD, [1, 77])
    assert put is not None
    assert set(state.team.askers(put)) == {ada, bob}
    assert state.team.posted_in(GUILD + 1, [77]) is None
    state.team.answered(put)
    clock.now += 1
    assert state.team.ask(GUILD, "Qui a fondé Vega ?", CHANNEL, ada) is Joined.NEW
    state.team.withdraw(GUILD, "Qui a fondé Vega ?")
    assert state.team.posted_in(GUILD, [77]) is None


def test_a_question_whose_posting_was_broken_off_is_put_anew(state: State, clock: Clock) -> None:
    assert state.team.ask(GUILD, "Qui ?", CHANNEL, Asker(ADA, "fr")) is Joined.NEW
    assert state.team.ask(GUILD, "Qui ?", CHANNEL, Asker(BOB, "fr")) is Joined.OPEN
    clock.now += 300
    assert state.team.ask(GUILD, "Qui ?", CHANNEL, Asker(BOB, "fr")) is Joined.NEW


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


def test_processes_that_open_a_new_state_at_once_and_write_together_lose_nothing(
    url: str | None, tmp_path: Path
) -> None:
    code = "for n in range(25): state.audit.note(n, 1, 'settings')"
    children = [child(code, url, tmp_path) for _ in range(3)]
    assert [one.wait(60) for one in children] == [0, 0, 0]
    for one in children:
        one.communicate()
    state = State.open(url, tmp_path, retention=90)
    assert len(state.audit.latest(100)) == 75
    state.close()


def test_what_was_written_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    code = (
        "import itertools\nfor n in itertools.count():\n"
        "    state.follows.add(Place(PlaceKind.PERSON, n), n, 'Vega', 'vega', 'fr', 1); print(n, flush=True)"
    )
    writer = child(code, None, tmp_path)
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) == 20:
            break
    writer.kill()
    written = [20, *(int(line) for line in writer.stdout.read().split())]
    writer.communicate()
    state = State.open(None, tmp_path, retention=90)
    assert all(state.kept_of(person).follows == 1 for person in range(max(written) + 1))
    state.close()
    with sqlite3.connect(tmp_path / FILE) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "sqlite:////nowhere/at/all.sqlite",
        "nosuchdialect://host/db",
        "postgresql://user:secret@127.0.0.1:1/db",
    ],
)
def test_a_state_that_can_not_be_opened_is_told_in_one_line_without_its_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(StateUnusable) as refused:
        State.open(url, tmp_path, retention=90)
    assert refused.value.reason
    assert "\n" not in refused.value.reason
    assert "secret" not in refused.value.reason


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 500)
    with pytest.raises(StateUnusable):
        State.open(None, tmp_path, retention=90)
    assert (tmp_path / FILE).read_bytes() == b"not a database" * 500


def test_tables_of_a_newer_version_are_refused(tmp_path: Path) -> None:
    State.open(None, tmp_path, retention=90).close()
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(StateUnusable, match="9999"):
        State.open(None, tmp_path, retention=90)


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
