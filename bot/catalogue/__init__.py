"""Every word a person reads, in French and in English.

The sentences live in Fluent files (https://projectfluent.org), one folder a language, one file a surface.
A test checks that both languages are complete and use the same variables.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

from bot.catalogue.system_errors import SAID

LANGUAGES: Final = ("fr", "en")
FALLBACK: Final = "en"

Value = str | int | float
LONGEST_FILLED: Final = 1000
"""Characters of a value that Fluent fills in; it refuses values of 2,500 (``fluent.runtime.resolver``)."""


class Words:
    """The catalogue in one language: ``words("quote-more", count=3)`` gives the sentence."""

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else FALLBACK
        # Isolation marks are invisible characters around each value: they would end up in copied text.
        self._bundle = FluentBundle([self.lang], use_isolating=False)
        for file in sorted(resources.files(__package__).joinpath(self.lang).iterdir(), key=lambda f: f.name):
            if file.name.endswith(".ftl"):
                self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def __call__(self, key: str, **values: Value) -> str:
        """The sentence named ``key`` with its blanks filled, a ``reason`` in plain words (:meth:`of_system`); KeyError
        when the catalogue lacks it."""
        if isinstance(reason := values.get("reason"), str):
            values = {**values, "reason": self.of_system(reason)}
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        long = {name: its for name, its in values.items() if isinstance(its, str) and len(its) > LONGEST_FILLED}
        marks = {name: f"\ue000{name}\ue001" for name in long}
        filled, errors = self._bundle.format_pattern(message.value, {**values, **marks})
        if errors:
            raise ValueError(f"{key}: {errors[0]}")
        text = str(filled)
        for name, mark in marks.items():
            text = text.replace(mark, long[name])
        return text

    def of_system(self, said: str) -> str:
        """What a system ``said`` is wrong, in words of this language, and behind them what it said of which thing; as
        it was said where it is nothing usual."""
        small = said.casefold()
        known = next((key for part, key in SAID.items() if part in small), None)
        if known is None:
            return said
        return f"{self(f'system-{known}')} ({said})" if ":" in said else self(f"system-{known}")

    def knows(self, key: str) -> bool:
        """Whether the catalogue has a sentence named ``key``."""
        return bool(self._bundle.has_message(key))


@cache
def words_in(lang: str) -> Words:
    """The catalogue of ``lang`` (English when Sourcier does not speak it), loaded once."""
    return Words(lang)
