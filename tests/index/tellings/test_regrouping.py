"""What is merged from what was merged before is what merging all anew gives, whatever came and went."""

import random
import shutil
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.languages.action import Action
from index.events.whose.belonging import SURELY
from index.tellings import prepared
from index.tellings.comparable import Comparable, Dated, comparables, dated, subject_of
from index.tellings.entries import Entry, entries, entries_of_groups
from index.tellings.merging import grouped
from index.tellings.prepared import Grown, prepare_entries
from index.tellings.regrouping import Before, regrouped
from index.tellings.stored import Events, change_events, write_events
from index.tellings.told import Held
from tests.index.events.telling import BOOK
from tests.index.events.telling import told as events_told

VEGA = subject_of("vega", BOOK)
DATES = "2021-03-04 2021-03-05 2021-03-06 2021-03-28 2021-03 2021-04 2021 2022 2020/2022 2021-03/2021-04".split()
NAMES = ("lyra", "altair", "orion", "ines-morel", "courier")
WORDS = tuple(f"rar{letter}" for letter in "abcdef")
Numbered = Mapping[int, ArticleEvent]


def event(draw: random.Random, article: int) -> ArticleEvent:
    """An event of Vega's as articles tell them, with whatever is drawn beside it."""
    start = draw.choice((0, 60, 120, 3000))
    beside = draw.sample(NAMES, draw.choice((0, 1, 1, 2)))
    words = tuple(draw.sample(WORDS, draw.choice((0, 1, 2, 3))))
    return ArticleEvent(
        article_id=f"a{article}",
        lang=draw.choice(("fr", "fr", "en")),
        date=draw.choice(DATES),
        expression=(start + 10, start + 24),
        clause=((start, start + 50),),
        sentence=(start, start + 50),
        mark=Mark.TOLD,
        dated_by_article=False,
        is_dated_in_figures=draw.random() < 0.7,
        says_which=draw.random() < 0.1,
        participants=tuple(Participant(key, Level.NAMED, (start, start + 50), 0.9) for key in ("vega", *beside)),
        numbers=tuple(draw.sample(("340", "12", "2"), draw.choice((0, 0, 1)))),
        actions=tuple(draw.sample((Action.BUY.value, Action.SUE.value, Action.CLOSE.value), draw.choice((0, 1, 1)))),
        words=words,
        said=words,
    )


def events(draw: random.Random, count: int) -> list[ArticleEvent]:
    """``count`` events, some of them copies of others."""
    made = [event(draw, draw.randrange(count)) for _ in range(count)]
    return [draw.choice(made) if draw.random() < 0.2 else one for one in made]


def compared(told: Numbered) -> dict[int, Comparable]:
    return dict(zip(told, comparables(list(told.values()), VEGA), strict=True))


def dates(told: Numbered) -> dict[int, Dated]:
    return {row: dated(row, one.date, one.article_id, one.expression) for row, one in told.items()}


def regrown(before: Numbered, made: Iterable[Entry], after: Numbered) -> tuple[Entry, ...]:
    """The entries of ``after``, from those ``made`` of ``before``."""
    was, now = compared(before), compared(after)
    anew = {row for row, one in now.items() if was.get(row) != one}
    rows = [one.rows for one in made]
    groups = regrouped(dates(after).values(), Held(now), Before(dates(before), rows, Held(was)), anew)
    whole = grouped(dates(after).values(), Held(now))
    assert [group.rows for group in groups] == [group.rows for group in whole]
    return entries_of_groups(groups, Held(now), VEGA, made, anew)


@given(st.integers(), st.integers(8, 60), st.floats(0, 0.3))
@settings(max_examples=100, deadline=None)
@pytest.mark.slow
def test_what_grew_is_what_is_made_whole(seed: int, count: int, share: float) -> None:
    draw = random.Random(seed)
    told: Numbered = dict(enumerate(events(draw, count)))
    made = entries(told.items(), VEGA)
    for _ in range(3):
        left = {row: one for row, one in told.items() if draw.random() >= share / 2}
        first = max(left, default=-1) + 1  # a row that became free may be taken again
        after = left | dict(enumerate(events(draw, draw.randrange(4)), first))
        grown = regrown(told, made, after)
        assert grown == entries(after.items(), VEGA)
        told, made = after, grown


def test_a_date_that_nobody_gives_any_more_disputes_nothing() -> None:
    (one,) = events_told("Vega a racheté Lyra le 4 mars 2021 pour 340 millions d’euros.")
    (other,) = events_told("Vega a racheté Lyra le 6 mars 2021 pour 340 millions d’euros.")
    told: Numbered = {0: one, 1: replace(other, article_id="other")}
    made = entries(told.items(), VEGA)
    assert [entry.disputed for entry in made] == [("2021-03-06",), ("2021-03-04",)]
    alone = Held(compared({0: one}))
    (left,) = entries_of_groups(grouped(dates({0: one}).values(), alone), alone, VEGA, made)
    assert left.disputed == ()


@pytest.mark.slow
def test_events_on_disk_that_grew_have_the_entries_of_those_made_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "MUCH", 1)
    draw = random.Random(3)
    path = tmp_path / "0.sqlite"
    write_events(path, events(draw, 120))
    prepare_entries(path, BOOK)
    for number in range(1, 9):
        after, whole = tmp_path / f"{number}.sqlite", tmp_path / f"{number}-whole.sqlite"
        shutil.copy(path, after)
        changed = change_events(after, [f"a{draw.randrange(120)}"], ())
        changed = changed.then(change_events(after, (), events(draw, 2)))
        shutil.copy(after, whole)
        prepare_entries(whole, BOOK)
        with closing(Events(path)) as before:
            prepare_entries(after, BOOK, Grown(before, changed))
        with closing(Events(after)) as grown, closing(Events(whole)) as made:
            assert len(made.rows_with(VEGA.family, SURELY)) > 100
            for entity in BOOK:
                assert grown.ready_of(entity.id) == made.ready_of(entity.id)
        path = after
