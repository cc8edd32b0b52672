"""How far confidences can be believed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.measuring.reliability import BINS, FEW, LEAST, brier_score, calibration_error, reliability

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=FEW, max_size=300)


def test_confidences_that_hold_have_a_small_error_and_lie_within_their_bars() -> None:
    draw = np.random.default_rng(3)
    sure = draw.random(4000)
    bins = reliability(sure.tolist(), (draw.random(4000) < sure).tolist())
    assert calibration_error(bins) < 0.03
    assert sum(each.low <= each.confidence <= each.high for each in bins) >= BINS - 2


def test_being_sure_of_what_is_right_half_the_time_is_an_error_of_what_is_too_much() -> None:
    bins = reliability([0.9] * 100, [True, False] * 50)
    assert calibration_error(bins) == pytest.approx(0.4)
    assert all(each.high < 0.9 for each in bins)


def test_an_error_in_one_direction_does_not_make_up_for_the_other() -> None:
    right = [True] * 5 + [False] * 5
    bins = reliability([0.2] * 10 + [0.8] * 10, right + right)
    assert calibration_error(bins) == pytest.approx(0.3)


def test_of_few_questions_nothing_is_said() -> None:
    assert reliability([0.5] * (FEW - 1), [True] * (FEW - 1)) == ()


@given(JUDGED)
def test_each_question_is_in_one_bin_and_each_share_within_its_bar(judged: list[tuple[float, bool]]) -> None:
    sure, right = [one for one, _ in judged], [holds for _, holds in judged]
    bins = reliability(sure, right)
    assert sum(each.count for each in bins) == len(judged)
    assert all(each.count >= LEAST for each in bins)
    assert sum(each.count * each.right for each in bins) == pytest.approx(sum(right))
    assert [each.confidence for each in bins] == pytest.approx(sorted(each.confidence for each in bins))
    assert all(0 <= each.low <= each.right + 1e-9 and each.right - 1e-9 <= each.high <= 1 for each in bins)
    assert 0 <= calibration_error(bins) <= 1


def test_the_brier_score_is_nothing_for_sure_and_right_and_a_quarter_for_never_saying() -> None:
    assert brier_score([1.0, 0.0], [True, False]) == 0
    assert brier_score([0.5, 0.5], [True, False]) == 0.25
    assert brier_score([], []) is None
