"""Keeps the chatter of parsing libraries off the terminal: their warnings are not for the reader, and what
matters of them becomes a fault."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_TALKATIVE: Final = ("pypdf", "trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "markdown_it")


@contextmanager
def quiet_parsers() -> Iterator[None]:
    """Silence the loggers of the parsing libraries and Python warnings inside the block."""
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
