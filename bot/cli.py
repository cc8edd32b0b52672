"""The ``sourcier`` command.

JSON and answers go to stdout, everything else to stderr, in UTF-8 whatever the locale. Exit statuses: 0 done, 1 the
request can't be served, 2 wrong usage, 130 interrupted. A reader that closes the pipe ends the command silently.
"""

from __future__ import annotations

import importlib
import io
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

import click

from bot.catalogue import Words
from bot.commands.grammar import SpokenGroup, usage_line
from bot.commands.invocation import Invocation
from bot.faults import describe
from bot.settings import BadSetting, UnreadableDotenv
from index.faults import Fault

DONE: Final = 0
REFUSED: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

_FAMILIES: Final = MappingProxyType(
    {
        "init": "beginning",
        "run": "serving",
        "bot": "serving",
        "sync": "serving",
        "doctor": "keeping.checking",
        "ask": "ask",
        "timeline": "timeline",
        "sources": "articles",
        "article": "articles",
        "reindex": "keeping.upkeep",
        "status": "keeping.upkeep",
        "rollback": "keeping.upkeep",
        "unanswered": "unanswered",
        "export-vectors": "keeping.vectors",
        "import-vectors": "keeping.vectors",
        "publish": "keeping.publishing",
        "mirror": "keeping.publishing",
        "add": "keeping.shelf",
        "remove": "keeping.shelf",
        "restore": "keeping.shelf",
        "feeds": "keeping.feeds",
        "eval": "evaluation",
        "dates": "dates",
    }
)
"""The module of :mod:`bot.commands` that holds each command, in the order of the help."""


class CommandLine(SpokenGroup):
    """The group of all commands; a command's module is loaded when the command is called."""

    everyday = frozenset(
        (
            "init",
            "run",
            "doctor",
            "ask",
            "timeline",
            "sources",
            "article",
            "reindex",
            "status",
            "add",
            "remove",
            "feeds",
        )
    )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        del ctx
        return list(_FAMILIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in _FAMILIES:
            return None
        family = importlib.import_module(f"bot.commands.{_FAMILIES[cmd_name]}")
        command: click.Command = getattr(family, f"{cmd_name.replace('-', '_')}_command")(
            ctx.ensure_object(Invocation).words
        )
        return command


def main() -> int:
    """Run the command line of this process; the exit status."""
    _speak_utf8()
    try:
        status = run_command_line(sys.argv[1:])
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:
        return _abandon_streams(PIPE_CLOSED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError:  # the disk is full: what stdout still holds can't be written
        return _abandon_streams(REFUSED)
    return status


def run_command_line(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name; the exit status. BrokenPipeError and KeyboardInterrupt go through."""
    invocation = Invocation({})
    try:
        return _invoke(invocation, list(arguments))
    except BrokenPipeError:
        raise
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    except click.UsageError as error:
        return _complain(invocation, WRONG_USAGE, usage_line(error, invocation.words, tuple(_FAMILIES)))
    except BadSetting as bad:
        return _complain(invocation, WRONG_USAGE, _bad_setting(bad, invocation.words))
    except UnreadableDotenv as unreadable:
        return _complain(
            invocation, WRONG_USAGE, invocation.words("setting-unreadable-dotenv", path=str(unreadable.path))
        )
    except Fault as fault:
        return _complain(invocation, REFUSED, describe(fault, invocation.words))
    except Exception as error:
        if logging.getLogger().isEnabledFor(logging.DEBUG):
            traceback.print_exc()
        kind = type(error).__name__
        if isinstance(error, OSError) and error.strerror:
            kind = f"{invocation.words.of_system(error.strerror)} ({kind})"
        return _complain(invocation, REFUSED, invocation.words("unexpected", kind=kind))


def _invoke(invocation: Invocation, arguments: list[str]) -> int:
    command_line = CommandLine(invocation.words, "sourcier")
    try:
        with command_line.make_context("sourcier", arguments, obj=invocation) as context:
            status: Any = command_line.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return status if isinstance(status, int) else DONE


def _complain(invocation: Invocation, status: int, line: str) -> int:
    invocation.tell(line)
    return status


def _bad_setting(bad: BadSetting, words: Words) -> str:
    allowed = words(f"setting-allows-{bad.field.replace('_', '-')}")
    if bad.value is None:
        return words("setting-bad-secret", name=bad.name, allowed=allowed)
    return words("setting-bad", name=bad.name, value=bad.value, allowed=allowed)


def _abandon_streams(status: int) -> int:
    """Let the interpreter's own flush at exit succeed; ``status`` again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    return status


def _speak_utf8() -> None:
    """Make every stream UTF-8: an answer has accents under LANG=C too. A lone surrogate, which UTF-8 can't carry,
    is written as an escape rather than ending the command."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


if __name__ == "__main__":
    sys.exit(main())
