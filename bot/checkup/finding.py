"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.catalogue import Value, Words


class Grade(StrEnum):
    """Whether all is well, something will trouble people, or something does not work."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check ``name`` found, in words, and what to do about it unless all is well."""

    name: str
    grade: Grade
    said: str
    todo: str | None = None


def good(check: str, words: Words, said: str, **values: Value) -> Finding:
    """All is well: the sentence ``check-{said}``."""
    return Finding(check, Grade.GOOD, words(f"check-{said}", **values))


def doubtful(check: str, words: Words, said: str, **values: Value) -> Finding:
    """The sentence ``check-{said}`` and what ``check-{said}-todo`` says to do."""
    return Finding(check, Grade.DOUBTFUL, words(f"check-{said}", **values), words(f"check-{said}-todo"))


def bad(check: str, words: Words, said: str, **values: Value) -> Finding:
    """As :func:`doubtful`, for what does not work."""
    return Finding(check, Grade.BAD, words(f"check-{said}", **values), words(f"check-{said}-todo"))
