"""What a question may follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Before:
    """What was asked before, as it was understood, the words that ``answered`` it, and the sentence in which they were
    ``said``, from its character ``at`` on; empty where none did."""

    question: str
    answered: str = ""
    said: str = ""
    at: int = 0
