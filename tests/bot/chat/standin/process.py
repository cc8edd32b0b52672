"""The bot as its users start it: a process, unmodified, pointed at the stand-in from the outside."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, Protocol

from tests import forked

SHIM = Path(__file__).parent / "shim"
REPOSITORY = Path(__file__).parents[4]
LONGEST_LINE: Final = 2**20


SCRIPTED = ["-m", "tests.bot.chat.scripted_bot"]
"""The bot with an engine that says what a test wants."""
BOT = ["-m", "bot.cli", "bot"]
"""The bot with its own engine."""


class BotProcess:
    """A running bot; ``log`` is what it wrote to stderr so far."""

    def __init__(self, process: Started, stderr: asyncio.StreamReader) -> None:
        self._process = process
        self._stderr = stderr
        self._lines: list[str] = []
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        home: Path,
        environment: Mapping[str, str],
        addresses: Mapping[str, str],
        anew: bool,
    ) -> BotProcess:
        """Start ``sys.executable *command`` in ``home``, with nothing of the tests' own settings; forked unless
        ``anew``."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SOURCIER_", "DISCORD_", "PYTEST_", "COV_"))
        }
        settings = {
            **inherited,
            "PYTHONPATH": os.pathsep.join((str(SHIM), str(REPOSITORY))),
            "HF_HUB_OFFLINE": "1",
            "LC_ALL": "C.UTF-8",
            **addresses,
            **environment,
        }
        if not anew:
            return cls(*await _forked(command[1:], home, settings))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            cwd=home,
            env=settings,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            limit=LONGEST_LINE,
        )
        assert process.stderr is not None
        return cls(process, process.stderr)

    @property
    def log(self) -> str:
        return "".join(self._lines)

    async def ended(self) -> int:
        """Wait for its end; the exit status."""
        status = await self._process.wait()
        await self._reading
        return status

    def send(self, number: signal.Signals) -> None:
        """Send it a signal that does not end it."""
        self._process.send_signal(number)

    async def terminate(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; the exit status."""
        with suppress(ProcessLookupError):
            self._process.send_signal(number)
        return await self.ended()

    async def kill(self) -> None:
        """End it at once, if it still runs."""
        if self._process.returncode is None:
            self._process.kill()
        await self.ended()

    async def _read(self) -> None:
        while line := await self._stderr.readline():
            self._lines.append(line.decode("utf-8", "replace"))


class Started(Protocol):
    """What is asked of a process, however it was started."""

    @property
    def returncode(self) -> int | None: ...

    def send_signal(self, number: int, /) -> None: ...

    def kill(self) -> None: ...

    async def wait(self) -> int: ...


class _Forked:
    """A forked process, as :mod:`asyncio.subprocess` has its own."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self._ended = asyncio.Event()
        asyncio.get_running_loop().add_reader(process.sentinel, self._end)

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self._process.pid is None or self._process.exitcode is not None:
            raise ProcessLookupError
        os.kill(self._process.pid, number)

    def kill(self) -> None:
        self._process.kill()

    async def wait(self) -> int:
        await self._ended.wait()
        assert self._process.exitcode is not None
        return self._process.exitcode

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._ended.set()


async def _forked(
    command: Sequence[str], home: Path, environment: Mapping[str, str]
) -> tuple[_Forked, asyncio.StreamReader]:
    reading, writing = os.pipe()
    nothing = os.open(os.devnull, os.O_RDWR)
    try:
        process = forked.start(command, home, environment, (nothing, nothing, writing))
    finally:
        os.close(writing)
        os.close(nothing)
    stderr = asyncio.StreamReader(LONGEST_LINE)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stderr), os.fdopen(reading, "rb")
    )
    return _Forked(process), stderr
