"""Figures over outcomes whose figures are known."""

from index.answer import Verdict
from index.measuring.figures import figures_of
from index.measuring.labelled import labelled
from index.measuring.outcome import Miss, Outcome

FOUND, WEAK, NONE = Verdict.FOUND, Verdict.WEAK, Verdict.NONE


def outcome(
    rank: int | None = None, verdict: Verdict = FOUND, *, marked: bool | None = None, answerable: bool = True
) -> Outcome:
    record = {"id": "q", "lang": "fr", "question": "?", "answerable": answerable, "answer_any": ["x"]}
    return Outcome(labelled(record), rank, verdict, 0.5, marked, None, None)


def test_recall_counts_the_first_k_and_mrr_the_ranks() -> None:
    figures = figures_of([outcome(1), outcome(2), outcome(4), outcome(10), outcome(None)])
    assert figures.recall == {"1": 0.2, "3": 0.4, "5": 0.6}
    assert figures.mrr == round((1 + 1 / 2 + 1 / 4 + 1 / 10) / 5, 4)


def test_marked_sentences_count_where_there_was_a_choice() -> None:
    outcomes = [outcome(1, marked=True), outcome(3, marked=True), outcome(1, marked=False), outcome(1), outcome(None)]
    assert figures_of(outcomes).highlighted == round(2 / 3, 4)


def test_refusals_are_counted_where_they_are_due_and_where_they_are_not() -> None:
    figures = figures_of(
        [
            *(outcome(1, FOUND), outcome(1, WEAK), outcome(1, NONE), outcome(1, FOUND)),
            *(outcome(None, NONE, answerable=False), outcome(None, WEAK, answerable=False)),
        ]
    )
    assert (figures.refused, figures.wrongly_refused) == (0.5, 0.25)
    assert (figures.found_when_answerable, figures.found_when_unanswerable) == (0.5, 0.0)


def test_where_nothing_was_asked_there_is_no_figure() -> None:
    figures = figures_of([outcome(None, NONE, answerable=False)])
    assert figures.recall == {"1": None, "3": None, "5": None}
    assert (figures.mrr, figures.highlighted, figures.wrongly_refused, figures.calibration_error) == (None,) * 4


def test_confidence_is_about_the_first_three_quotes() -> None:
    assert figures_of([outcome(3)] * 30).calibration_error == 0.5
    assert figures_of([outcome(3), outcome(4)] * 15).calibration_error == 0.0


def test_what_went_wrong_is_named() -> None:
    assert outcome(1, marked=True).misses == ()
    assert outcome(2, NONE, marked=False).misses == (Miss.WRONGLY_REFUSED, Miss.NOT_FIRST, Miss.HIGHLIGHT)
    assert outcome(None, WEAK, answerable=False).misses == (Miss.NOT_REFUSED,)
    assert outcome(None, NONE, answerable=False).misses == ()
