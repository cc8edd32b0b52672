"""JSON lines on standard input: read one by one, each fault told with its line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from bot.commands.invocation import Invocation
from bot.contract.lines import json_line


class BadLine(Exception):
    """A line that asks nothing; ``key`` names the sentence that says so, ``id`` is the line's own if it has one."""

    def __init__(self, key: str, identifier: Any = None) -> None:
        super().__init__(key)
        self.key = key
        self.id = identifier


def refuse(invocation: Invocation, number: int, identifier: Any, problem: str) -> None:
    """Answer a line with what is wrong with it, on stdout under its id and on stderr under its number."""
    invocation.say(json_line({"id": identifier, "error": problem}))
    invocation.tell(invocation.words("jsonl-bad-line", line=number, problem=problem))


def numbered_lines() -> Iterator[tuple[int, bytes]]:
    """The lines of standard input that are not blank, numbered from 1; a byte order mark is passed over."""
    if sys.stdin is None:
        return
    for number, line in enumerate(sys.stdin.buffer, start=1):
        content = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if content.strip():
            yield number, content


def read_object(line: bytes) -> dict[str, Any]:
    """The JSON object of a line. Raises :class:`BadLine`."""
    try:
        value = json.loads(line.decode("utf-8"))
        json_line(value)  # Python reads NaN and 1e999, which JSON has no way to give back as an id
    except (ValueError, RecursionError):
        raise BadLine("jsonl-not-json") from None
    if not isinstance(value, dict):
        raise BadLine("jsonl-not-an-object")
    return value
