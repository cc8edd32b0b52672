"""What a question may follow, and what it is then."""

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


@dataclass(frozen=True, slots=True)
class Followed:
    """A question with what it lacked, as it is ``understood`` and as it is ``sought``: in "Who founded it, and when?"
    only the second part. Where nothing is ``surely`` lacking, it may as well be meant alone."""

    understood: str
    surely: bool
    sought: str
