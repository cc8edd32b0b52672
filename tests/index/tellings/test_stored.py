"""Events come back from the disk as they were written, and timelines made ready are those that would be made."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.events.event import ArticleEvent, Level, Mark, Participant
from index.events.languages.action import Action
from index.events.whose.belonging import POSSIBLY, SURELY
from index.tellings import prepared
from index.tellings.comparable import subject_of
from index.tellings.entries import entries
from index.tellings.stored import Events, Ready, count_events, write_events
from tests.index.events.telling import BOOK, told

TEXTS = [
    ("Vega a racheté Lyra en mars 2021. Elle recrute depuis 2019. Vega fermera Orion en 2025.", "fr"),
    ("On March 4, 2021, Vega bought Lyra. It opened in May 2020. Vega did not sell Orion in 2022.", "en"),
]
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
STEMS = st.lists(st.text("abcdéœ0123.", min_size=1, max_size=8), max_size=5).map(tuple)
EVENTS = st.builds(
    ArticleEvent,
    article_id=st.text(min_size=1, max_size=20),
    lang=st.sampled_from(["fr", "en"]),
    date=st.sampled_from(["2019", "2021-03-04", "../2025", "2019/.."]),
    expression=SPANS,
    clause=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    sentence=SPANS,
    mark=st.sampled_from(Mark),
    dated_by_article=st.booleans(),
    is_dated_in_figures=st.booleans(),
    says_which=st.booleans(),
    participants=st.lists(
        st.builds(Participant, st.text(min_size=1, max_size=12), st.sampled_from(Level), SPANS, st.floats(0, 1)),
        max_size=4,
        unique_by=lambda one: one.key,
    ).map(tuple),
    numbers=STEMS,
    actions=st.lists(st.sampled_from([action.value for action in Action]), unique=True, max_size=3).map(tuple),
    words=STEMS,
    said=STEMS,
)


@pytest.mark.slow
@given(st.lists(EVENTS, max_size=8))
def test_events_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, written: list[ArticleEvent]
) -> None:
    path = tmp_path_factory.mktemp("events") / "events.sqlite"
    write_events(path, written)
    assert count_events(path) == len(written)
    events = Events(path)
    try:
        assert events.read(range(1, len(written) + 1)) == tuple(written)
        assert events.count() == len(written)
        for event in written:
            assert event in events.of_article(event.article_id)
            for participant in event.participants:
                assert written.index(event) + 1 in events.rows_with([participant.key])
    finally:
        events.close()


def test_a_phrase_is_found_in_clauses_whole_and_in_order(tmp_path: Path) -> None:
    write_events(tmp_path / "events.sqlite", told("Le travail à distance a reculé en 2021. La distance a crû en 2022."))
    events = Events(tmp_path / "events.sqlite")
    assert events.rows_that_say([("travail", "distanc")]) == [1]
    assert events.rows_that_say([("distanc", "travail")]) == []
    assert events.rows_that_say([()]) == []
    assert events.rows_that_say([('"', "OR")]) == []
    events.close()


def test_timelines_made_ready_are_those_that_would_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MUCH", 1)
    path = tmp_path / "events.sqlite"
    write_events(path, [event for text, lang in TEXTS for event in told(text, lang)])
    assert prepared.prepare_entries(path, BOOK) == 3  # Vega, Orion, Lyra
    events = Events(path)
    for key in ("vega", "orion", "lyra"):
        subject = subject_of(key, BOOK)
        rows = events.rows_with(subject.family, SURELY)
        made = entries(zip(rows, events.read(rows), strict=True), subject)
        assert made
        assert events.ready_of(key) == Ready(made, events.count_with(subject.family, POSSIBLY, SURELY))
    assert events.ready_of("courier") is None
    events.close()
