"""The real ``sourcier`` command, run as a process; one index shared by the tests that only read it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import portalocker
import pytest

from tests import forked
from tests.conftest import ARTICLES, write_articles

COMMAND = str(Path(sys.executable).with_name("sourcier"))


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left: its exit status and what it wrote."""

    status: int | None
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder to run ``sourcier`` in, with its articles in ``knowledge`` and its index in ``data``."""

    folder: Path

    @property
    def knowledge(self) -> Path:
        return self.folder / "knowledge"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """This process's environment without anything that speaks to Sourcier, in English."""
        ours = ("SOURCIER_", "DISCORD_", "LC_", "LANG", "PYTHON", "NO_COLOR", "FORCE_COLOR")
        bare = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return {**bare, "LC_ALL": "C.UTF-8", "HF_HUB_OFFLINE": "1", **(extra or {})}

    def run(
        self, *arguments: str | bytes, stdin: str | bytes = b"", env: Mapping[str, str] | None = None, status: int = 0
    ) -> Ended:
        """Run ``sourcier`` to its end, forked, and check its exit status; stderr never holds a traceback."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        with TemporaryFile() as typed, TemporaryFile() as out, TemporaryFile() as err:
            typed.write(given)
            typed.seek(0)
            streams = (typed.fileno(), out.fileno(), err.fileno())
            process = forked.start(
                ["bot.cli", *map(os.fsdecode, arguments)], self.folder, self.environment(env), streams
            )
            process.join(timeout=120)
            ended = Ended(process.exitcode, *(_all_of(stream) for stream in (out, err)))
        assert ended.status == status, ended
        assert "Traceback" not in ended.err
        return ended

    def start(self, arguments: Sequence[str], env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start ``sourcier`` with pipes on its three streams."""
        return subprocess.Popen(
            [COMMAND, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.environment(env),
        )


def _all_of(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three articles and no index yet, to change at will."""
    write_articles(tmp_path / "knowledge", ARTICLES)
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Three articles and their index, only to be read; built once for all the processes of a parallel run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    desk = Desk(shared / "indexed")
    with portalocker.Lock(shared / "indexed.lock", timeout=300):
        if not desk.folder.exists():
            write_articles(desk.knowledge, ARTICLES)
            desk.run("reindex")
    return desk
