"""A state to remember in, on a clock that a test sets."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sql

from bot.state import State


class Clock:
    """Tells the time that a test sets."""

    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


URLS = [None, *([os.environ["SOURCIER_TEST_STATE_URL"]] if "SOURCIER_TEST_STATE_URL" in os.environ else [])]
"""Where a test of all databases keeps its state: a file, and the server that CONTRIBUTING.md tells how to name."""


@pytest.fixture(params=URLS, ids=["a file", "a server"][: len(URLS)])
def url(request: pytest.FixtureRequest) -> str | None:
    address: str | None = request.param
    if address is not None:
        engine = sql.create_engine(address)
        with engine.begin() as connection:
            connection.execute(sql.text("DROP SCHEMA public CASCADE"))
            connection.execute(sql.text("CREATE SCHEMA public"))
        engine.dispose()
    return address


@pytest.fixture
def state(url: str | None, tmp_path: Path, clock: Clock) -> Iterator[State]:
    state = State.open(url, tmp_path, retention=90, clock=clock)
    yield state
    state.close()
