"""What is remembered, and kept across restarts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.state import State
from bot.state.follows import MOST_FOLLOWS, NOTHING_YET, TooManyFollows
from bot.state.guilds import GuildSettings
from bot.state.team import Asker, Joined
from bot.state.votes import Counts
from tests.bot.state.conftest import Clock
from tests.bot.state.kept import ADA, AT_ADAS, BOB, CHANNEL, GUILD, HERE, vote


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


def test_a_vote_takes_the_place_of_an_earlier_one(state: State) -> None:
    state.votes.keep(vote(1, "a", helpful=True))
    state.votes.keep(vote(1, "b", helpful=True))
    state.votes.keep(vote(1, "a", helpful=False))
    state.votes.keep(vote(2, "a", helpful=True, guild=None))
    assert state.votes.counts(GUILD) == Counts(1, 1)
    assert state.votes.counts() == Counts(2, 1)


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
