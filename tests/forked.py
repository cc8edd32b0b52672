"""Sourcier's own processes, forked from one that has imported all they need: started in a tenth of the time.

What is about starting itself, or about what Python does with its streams and signals, starts a process of its own.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import multiprocessing
import os
import pkgutil
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

import bot.commands

SHIM = Path(__file__).parent / "bot" / "chat" / "standin" / "shim" / "sitecustomize.py"
IMPORTED = (
    "alembic.command",
    "bot.chat.life.run",
    "bot.cli",
    *(module.name for module in pkgutil.walk_packages(bot.commands.__path__, "bot.commands.")),
    "bot.checkup.base",
    "bot.picture.timeline",
    "bot.state",
    "bot.webpage.timeline",
    "edtf.parser.grammar",
    "faiss",
    "feedparser",
    "index.chronicle.chronology",
    "index.engine",
    "index.encoder.light",
    "index.building.reindex",
    "index.feeds.feeds",
    "index.reading.reader",
    "tests.bot.chat.scripted_bot",
    "tests.warmed",
)


def start(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], streams: tuple[int, int, int]
) -> BaseProcess:
    """Start ``python -m *command`` in ``folder`` with just this ``environment``; ``streams`` become its stdin, stdout
    and stderr. The server that forks is started with the first one, and ends with this process."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_all_there(IMPORTED))
    process = context.Process(
        target=_become,
        args=(list(command), str(folder), dict(environment), [DupFd(each) for each in streams]),
        daemon=True,
    )
    process.start()
    return process


@cache
def _all_there(names: tuple[str, ...]) -> list[str]:
    """``names``, having looked that there are such modules: the server says nothing of one that it does not find."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    if missing:
        raise ModuleNotFoundError(f"tests/forked.py imports what is not there: {', '.join(missing)}")
    return list(names)


def _become(command: list[str], folder: str, environment: dict[str, str], streams: list[Any]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream.detach(), number)
    # As Python has them when it starts in a UTF-8 locale.
    sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), "utf-8", "surrogateescape")
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8", "surrogateescape")
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", "backslashreplace", line_buffering=True)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    if "STANDIN_API" in environment:
        _shim().redirect_imported()
    sys.argv = command
    sys.modules.pop(command[0], None)  # it is run as the main module
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)


def _shim() -> Any:
    spec = importlib.util.spec_from_file_location("shim", SHIM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
