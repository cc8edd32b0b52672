"""Models made once for all tests of this folder."""

from pathlib import Path

import pytest

from tests.models.making import make_cross_encoder, make_encoder


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of 32 dimensions that does not normalise."""
    return make_encoder(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="session")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder."""
    return make_cross_encoder(tmp_path_factory.mktemp("models") / "cross")
