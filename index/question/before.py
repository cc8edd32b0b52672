"""What a question may follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Before:
    """What was asked before, as it was understood, and the words that ``answered`` it; empty where none did."""

    question: str
    answered: str = ""
