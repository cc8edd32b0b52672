"""A date that stands alone in a timeline tells more than one among many."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from index.tellings.crowd import Crowd

YEAR, DAY = (0, 364), (100, 100)
SPANS = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400)).map(lambda one: (one[0], sum(one))), min_size=1)


def test_a_year_that_holds_many_days_is_crowded_and_a_day_is_not() -> None:
    crowd = Crowd([YEAR, *((day, day) for day in range(0, 360, 12))])
    assert crowd.around(*YEAR) > 1 > crowd.around(0, 0) > 0


def test_many_tellings_of_one_date_count_once() -> None:
    years = [(365 * number, 365 * number + 364) for number in range(6)]
    assert Crowd([*years, *[DAY] * 9]).around(*YEAR) == Crowd([*years, DAY]).around(*YEAR)


def test_what_stands_alone_in_a_long_timeline_does_not_in_one_of_two_dates() -> None:
    years = [(365 * number, 365 * number + 364) for number in range(6)]
    assert Crowd(years).around(*YEAR) == 0 < Crowd(years[:2]).around(*YEAR)


@given(SPANS)
def test_a_date_is_as_crowded_as_others_overlap_it(spans: list[tuple[int, int]]) -> None:
    crowd, every = Crowd(spans), sorted(set(spans))
    others = {one: sum(one[0] <= other[1] and other[0] <= one[1] for other in every if other != one) for one in every}
    for one, other in itertools.combinations(every, 2):
        if others[one] <= others[other]:
            assert crowd.around(*one) <= crowd.around(*other)
