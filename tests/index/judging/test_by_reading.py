"""What speaks for a passage that was read, where the newest is asked for."""

from __future__ import annotations

from index.judging.by_reading import LEAST, reasons_of

DATES = ["2012", "2024", "2025", "2026"]
ANSWERS = [8.5, 4.0, -6.0, None]


def newest(question: str) -> list[bool]:
    return [its.newest > 0 for its in reasons_of(question, [3.0, 2.0, 1.0, 0.5], DATES, ANSWERS, [0.9, 0.9, 0.1, 0.0])]


def test_newest_that_answers_counts_however_surely_an_older_one_does() -> None:
    assert newest("Who directs the observatory now?") == [False, True, False, False]


def test_nothing_is_newest_where_it_is_not_asked_for() -> None:
    assert not any(newest("Who founded the observatory?"))


def test_what_was_not_read_is_never_the_newest_that_answers() -> None:
    its = reasons_of("Who directs it now?", [1.0, 1.0], ["2020", "2024"], [LEAST - 1, None], [0.0, 0.0])
    assert not any(each.newest for each in its)
