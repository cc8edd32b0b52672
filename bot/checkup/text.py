"""A check-up as plain text, and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from bot.catalogue import Words
from bot.checkup.finding import Finding, Grade

SIGNS: Final[Mapping[Grade, str]] = MappingProxyType({Grade.GOOD: "✓", Grade.DOUBTFUL: "!", Grade.BAD: "✗"})


def checkup_text(found: Sequence[Finding], words: Words) -> str:
    """A line a check, under it what to do; what it comes to last."""
    lines = []
    for one in found:
        lines.append(f"{SIGNS[one.grade]} {words(f'check-name-{one.name}')} {one.said}")
        if one.todo:
            lines.append(f"  → {one.todo}")
    return "\n".join([*lines, "", outcome_line(found, words)])


def outcome_line(found: Sequence[Finding], words: Words) -> str:
    """How many checks found what."""
    counted = Counter(one.grade for one in found)
    return words("check-outcome", bad=counted[Grade.BAD], doubtful=counted[Grade.DOUBTFUL])


def checkup_object(found: Sequence[Finding]) -> dict[str, Any]:
    """The object of ``sourcier doctor --json``; ``"ok"`` is false when a check found what does not work, and each
    ``"outcome"`` is "good", "doubtful" or "bad"."""
    return {
        "ok": all(one.grade is not Grade.BAD for one in found),
        "checks": [{"name": one.name, "outcome": one.grade.value, "said": one.said, "todo": one.todo} for one in found],
    }
