"""Figures over outcomes whose figures are known."""

from index.answer import Verdict
from index.measuring.figures import confidence_at_risk, figures_of
from index.measuring.labelled import labelled
from index.measuring.outcome import Found, Miss, Outcome

FOUND, WEAK, NONE = Verdict.FOUND, Verdict.WEAK, Verdict.NONE


def outcome(
    rank: int | None = None,
    verdict: Verdict = FOUND,
    *,
    marked: bool | None = None,
    answerable: bool = True,
    sure: float = 0.5,
    first: Found | None = None,
) -> Outcome:
    record = {"id": "q", "lang": "fr", "question": "?", "answerable": answerable, "answer_any": ["x+"]}
    return Outcome(labelled(record), rank, verdict, sure, marked, first, None)


def found(answer: tuple[int, int] | None) -> Found:
    return Found(1, "a", "Ils sont xx, dit-on.", "", 1.0, {}, answer)


def test_recall_counts_the_first_k_and_mrr_the_ranks() -> None:
    figures = figures_of([outcome(1), outcome(2), outcome(4), outcome(10), outcome(None)], {})
    assert figures.recall == {"1": 0.2, "3": 0.4, "5": 0.6}
    assert figures.mrr == round((1 + 1 / 2 + 1 / 4 + 1 / 10) / 5, 4)


def test_marked_sentences_count_where_there_was_a_choice() -> None:
    outcomes = [outcome(1, marked=True), outcome(3, marked=True), outcome(1, marked=False), outcome(1), outcome(None)]
    assert figures_of(outcomes, {}).highlighted == round(2 / 3, 4)


def test_refusals_are_counted_where_they_are_due_and_where_they_are_not() -> None:
    figures = figures_of(
        [
            *(outcome(1, FOUND), outcome(1, WEAK), outcome(1, NONE), outcome(1, FOUND)),
            *(outcome(None, NONE, answerable=False), outcome(None, WEAK, answerable=False)),
        ],
        {},
    )
    assert (figures.refused, figures.wrongly_refused) == (0.5, 0.25)
    assert (figures.found_when_answerable, figures.found_when_unanswerable) == (0.5, 0.0)


def test_where_nothing_was_asked_there_is_no_figure() -> None:
    figures = figures_of([outcome(None, NONE, answerable=False)], {})
    assert figures.recall == {"1": None, "3": None, "5": None}
    assert (figures.mrr, figures.highlighted, figures.wrongly_refused, figures.calibration_error) == (None,) * 4


def test_confidence_is_about_the_first_three_quotes() -> None:
    assert figures_of([outcome(3)] * 30, {}).calibration_error == 0.5
    assert figures_of([outcome(3), outcome(4)] * 15, {}).calibration_error == 0.0


def test_what_went_wrong_is_named() -> None:
    assert outcome(1, marked=True).misses == ()
    assert outcome(2, NONE, marked=False).misses == (Miss.WRONGLY_REFUSED, Miss.NOT_FIRST, Miss.HIGHLIGHT)
    assert outcome(None, WEAK, answerable=False).misses == (Miss.NOT_REFUSED,)
    assert outcome(None, NONE, answerable=False).misses == ()


def test_answers_count_by_the_words_they_share_with_the_right_ones() -> None:
    just, around, beside = found((9, 11)), found((0, 11)), found((13, 20))
    figures = figures_of([outcome(1, first=its) for its in (just, around, beside, found(None))], {})
    assert (figures.answer_exact, figures.answer_overlapping) == (0.25, 0.5)
    assert figures_of([outcome(2, first=just)], {}).answer_overlapping == 0.0


def test_refusals_at_a_stated_risk_are_those_below_what_so_few_answerable_ones_lie_under() -> None:
    sure = [outcome(1, sure=number / 100) for number in range(1, 101)]
    none = [outcome(None, NONE, answerable=False, sure=number / 100) for number in (1, 4, 5, 50)]
    at_risk = confidence_at_risk([*sure, *none])
    assert at_risk == {"0.03": 0.04, "0.05": 0.06}
    assert figures_of(none, at_risk).refused_at == {"0.03": 0.25, "0.05": 0.75}
    assert confidence_at_risk(none) == {}


def test_auroc_tells_how_often_answerable_questions_are_surer() -> None:
    yes, no = [outcome(1, sure=0.9), outcome(1, sure=0.4)], [outcome(None, NONE, answerable=False, sure=0.4)]
    assert figures_of([*yes, *no], {}).auroc == 0.75
    assert figures_of(yes, {}).auroc is None
