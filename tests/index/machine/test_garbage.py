"""Python looks through what it holds more seldom while an index is made, and as before after that."""

from __future__ import annotations

import gc

import pytest

from index.machine.garbage import SELDOM, collecting_seldom


@pytest.mark.parametrize(("set_before", "within"), [(700, SELDOM), (SELDOM * 2, SELDOM * 2), (0, 0)])
def test_what_was_set_before_comes_back(set_before: int, within: int) -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(set_before, 11, 12)
        with collecting_seldom():
            assert gc.get_threshold() == (within, 11, 12)
        assert gc.get_threshold() == (set_before, 11, 12)
    finally:
        gc.set_threshold(*before)
