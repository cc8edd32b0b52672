"""Logs: readable lines on stderr, for the operator. What people ask is never logged.

Modules log through the standard library; structlog lays out the lines. It is loaded at the first line, since most
commands log nothing and its loading takes longer than some of them.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from bot.printable import one_line

if TYPE_CHECKING:
    from structlog.typing import EventDict

# Their warnings are worth a line, the rest is noise: a line a request, a line a loaded file.
_CHATTY: Final = (
    "alembic",
    "asyncio",
    "bm25s",
    "discord",
    "faiss",
    "filelock",
    "httpcore",
    "httpx",
    "huggingface_hub",
    "matplotlib",
    "urllib3",
)
# What they complain of about one file or one model, the engine reports in its own terms.
_MUTED: Final = (
    "courlan",
    "dotenv",
    "htmldate",
    "justext",
    "py.warnings",
    "pypdf",
    "sentence_transformers",
    "trafilatura",
    "transformers",
)


_CREDENTIAL: Final = re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.-]+|()\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")
"""What lets its holder speak for the bot: an interaction's token, in addresses that discord.py logs, or the bot's."""


def configure_logs(level: str, layout: str = "text") -> None:
    """Send every log line of ``level`` ("debug", "info", "warning", "error") or above to stderr, as "text" or "json".

    Stack traces appear at "debug" only: they are of no help to an operator, and their last line may quote a
    question.
    """
    threshold = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(threshold)
    handler.addFilter(_worth_a_line)
    handler.setFormatter(_LateFormatter(with_traces=threshold == logging.DEBUG, as_json=layout == "json"))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(threshold)
    logging.captureWarnings(capture=True)


def _worth_a_line(record: logging.LogRecord) -> bool:
    """A filter of the handler rather than a level of each logger: some libraries set their own when loaded."""
    if any(_comes_from(record, name) for name in _MUTED):
        return record.levelno >= logging.ERROR
    return record.levelno >= logging.WARNING or not any(_comes_from(record, name) for name in _CHATTY)


def _comes_from(record: logging.LogRecord, name: str) -> bool:
    return record.name == name or record.name.startswith(f"{name}.")


class _LateFormatter(logging.Formatter):
    """structlog's formatter, made at the first record."""

    def __init__(self, *, with_traces: bool, as_json: bool) -> None:
        super().__init__()
        self._with_traces = with_traces
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        return self._formatter.format(record)

    @cached_property
    def _formatter(self) -> logging.Formatter:
        import structlog

        return structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True)
                if self._as_json
                else structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _printable_values,
                *([] if self._with_traces else [_name_of_exception]),
                *self._last_steps(),
            ],
        )

    def _last_steps(self) -> list[Any]:
        import structlog

        if self._as_json:
            return [
                structlog.processors.format_exc_info,
                _without_credentials,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ]
        console = structlog.dev.ConsoleRenderer(
            colors=_colourful(), exception_formatter=structlog.dev.plain_traceback, pad_event_to=0
        )
        return [_without_credentials, console]


def _colourful() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def _printable_values(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {key: one_line(value) if isinstance(value, str) else value for key, value in event.items()}


def _without_credentials(_logger: Any, _method: str, event: EventDict) -> EventDict:
    return {key: _CREDENTIAL.sub(r"\1…", value) if isinstance(value, str) else value for key, value in event.items()}


def _name_of_exception(_logger: Any, _method: str, event: EventDict) -> EventDict:
    exc_info = event.pop("exc_info", None)
    if isinstance(exc_info, tuple) and exc_info[0] is not None:
        event["error"] = exc_info[0].__name__
    return event
