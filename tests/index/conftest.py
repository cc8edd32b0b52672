"""What the rooms that go to the web share: a site of our own."""

from collections.abc import Iterator

import pytest

from tests.index.web_site import Site, served


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine that answers to every name of the tests."""
    with served() as site:
        yield site
