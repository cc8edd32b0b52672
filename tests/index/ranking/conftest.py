"""A model made once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.index.encoder.making import make_cross_encoder


@pytest.fixture(scope="session")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder."""
    return make_cross_encoder(tmp_path_factory.mktemp("models") / "cross")
