"""A model made once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.index.encoder.making import make_encoder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of 32 dimensions that does not normalise."""
    return make_encoder(tmp_path_factory.mktemp("models") / "tiny")
