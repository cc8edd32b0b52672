"""What speaks for a passage that was read, and for the first of them in the end."""

from __future__ import annotations

from index.calibration.calibration import calibration_for
from index.encoder.model import find_model
from index.judging.by_reading import LEAST, Told, evidence_of_reading, reasons_of
from index.judging.verdict import evidence_of
from index.ranking.signals import Signals

DATES = ["2012", "2024", "2025", "2026"]
TOLD: list[Told | None] = [(8.5, 0.9), (4.0, 0.9), (-6.0, 0.1), None]


def newest(question: str) -> list[bool]:
    return [its.newest > 0 for its in reasons_of(question, [3.0, 2.0, 1.0, 0.5], DATES, TOLD, [None] * 4)]


def test_newest_that_answers_counts_however_surely_an_older_one_does() -> None:
    assert newest("Who directs the observatory now?") == [False, True, False, False]


def test_nothing_is_newest_where_it_is_not_asked_for() -> None:
    assert not any(newest("Who founded the observatory?"))


def test_what_was_not_read_is_never_the_newest_that_answers() -> None:
    its = reasons_of("Who directs it now?", [1.0, 1.0], ["2020", "2024"], [(LEAST - 1, 0.0), None], [None, None])
    assert not any(each.newest for each in its)


def test_of_two_that_answer_alike_the_one_whose_answer_stands_alone_comes_first() -> None:
    (fitted,) = calibration_for(find_model(None).fingerprint).read.values()
    alike: list[Told | None] = [(3.0, 0.5), (3.0, 0.5), (3.0, 0.5)]
    alone: list[Told | None] = [(-5.0, 0.1), (6.0, 0.9), None]
    lost, kept, not_again = (
        its.weighed(fitted.ranking) for its in reasons_of("Who founded it?", [1.0] * 3, [""] * 3, alike, alone)
    )
    assert kept > not_again > lost


def told(*answers: float | None, around: tuple[float, float] | None = None) -> dict[str, float]:
    signals = Signals(*[0.5] * len(Signals.__dataclass_fields__))
    evidence = evidence_of([signals], [1.0], named=True, question="Who?", typed="Who?")
    its = [(each, 0.5) if each is not None else None for each in answers]
    return evidence_of_reading(evidence, its, around).by_name()


def test_evidence_tells_the_first_passage_from_the_others_that_were_read() -> None:
    its = told(6.0, None, 2.0, -20.0, around=(5.0, 0.9))
    assert (its["answers"], its["second"], its["mean"]) == (6.0, 2.0, 0.0)
    assert (its["around"], its["certain_around"]) == (5.0, 0.9)


def test_without_time_to_read_around_the_answer_the_whole_stands_for_it() -> None:
    its = told(6.0)
    assert (its["around"], its["certain_around"], its["second"]) == (6.0, 0.5, LEAST)
    assert told(None)["answers"] == told(None)["around"] == LEAST
