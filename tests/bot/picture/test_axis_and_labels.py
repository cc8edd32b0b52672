"""The axis keeps order and folds gaps; labels never meet."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.picture.axis import FoldedAxis
from bot.picture.labels import Box, Placed, placed

DAYS = st.lists(st.integers(700_000, 760_000), min_size=1, max_size=60)
BOXES = st.lists(st.builds(Box, st.floats(60, 1540, allow_nan=False), st.floats(40, 460, allow_nan=False)), max_size=40)


@given(DAYS)
def test_later_days_stand_further_right(days: list[int]) -> None:
    axis = FoldedAxis(days, 50, 1500)
    places = [axis.x(day) for day in sorted(set(days))]
    assert all(before < after for before, after in pairwise(places))
    assert all(49.9 <= place <= 1500.1 for place in places)


def test_a_long_gap_is_folded_and_the_crowded_year_gets_the_room() -> None:
    axis = FoldedAxis([0, *range(5000, 5400, 20)], 0, 1000)
    assert [(fold.begin, fold.end) for fold in axis.folds] == [(0, 5000)]
    assert axis.x(5000) < 200
    assert axis.is_folded(2500)


def test_even_gaps_are_not_folded() -> None:
    assert FoldedAxis([0, 365, 730, 1095], 0, 1000).folds == ()


@given(BOXES)
def test_labels_neither_meet_nor_are_crossed_by_another_ones_line(boxes: list[Box]) -> None:
    places = placed(boxes, 50, 1550, most=14)
    shown = [(box, place) for box, place in zip(boxes, places, strict=True) if place is not None]
    assert len(shown) <= 14
    for box, place in shown:
        assert place.left >= 49.9
        assert place.left + box.width <= 1550.1
    for (box, place), (other, there) in combinations(shown, 2):
        if place.side == there.side:
            near, far = ((box, place), (other, there)) if place.lane < there.lane else ((other, there), (box, place))
            if place.lane == there.lane:
                assert place.left + box.width < there.left or there.left + other.width < place.left
            else:
                assert not near[1].left < far[0].x < near[1].left + near[0].width


def test_a_few_labels_far_apart_all_find_their_place() -> None:
    places = placed([Box(x, 200) for x in (150, 500, 900, 1300)], 50, 1550, most=14)
    assert all(isinstance(place, Placed) for place in places)
