"""The bot as its users start it: a process, unmodified, pointed at the stand-in from the outside."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

SHIM = Path(__file__).parent / "shim"
REPOSITORY = Path(__file__).parents[3]


class BotProcess:
    """A running bot; ``log`` is what it wrote to stderr so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._lines: list[str] = []
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(
        cls, command: Sequence[str], home: Path, environment: Mapping[str, str], addresses: Mapping[str, str]
    ) -> BotProcess:
        """Start ``sys.executable *command`` in ``home``, with nothing of the tests' own settings."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SOURCIER_", "DISCORD_", "PYTEST_", "COV_"))
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            cwd=home,
            env={
                **inherited,
                "PYTHONPATH": os.pathsep.join((str(SHIM), str(REPOSITORY))),
                "HF_HUB_OFFLINE": "1",
                "LC_ALL": "C.UTF-8",
                **addresses,
                **environment,
            },
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            limit=2**20,
        )
        return cls(process)

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
        assert self._process.stderr is not None
        while line := await self._process.stderr.readline():
            self._lines.append(line.decode("utf-8", "replace"))
