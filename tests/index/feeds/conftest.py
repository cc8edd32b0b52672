"""A newsroom whose feeds are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.shelf import fetching
from tests.index.feeds.newsroom import Newsroom
from tests.index.web_site import Site


@pytest.fixture
def newsroom(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.setattr(fetching, "TO_CLOSE", 0.0)
    return Newsroom(site, tmp_path)
