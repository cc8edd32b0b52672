"""The fact sheet that the knowledge base is written from: one line a fact, the fields between bars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FIELDS = 6
_FACT = re.compile(r"-\s*(?:T\d\d|seed)\.\d\d\s*\|")
_TOPIC = re.compile(r"##\s+(T\d\d)\s+\S+")
_LANGUAGE = re.compile(r"Suggested language:\s*(fr|en)\b")
_ADDRESS = re.compile(r"https?://[^\s;,|]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the sheet: ``date`` is that of the event (EDTF), ``confidence`` high, medium or low."""

    id: str
    date: str
    actor: str
    text: str
    source: str
    confidence: str

    @property
    def topic(self) -> str:
        """T01 for T01.05, or "seed"."""
        return self.id.partition(".")[0]

    @property
    def addresses(self) -> list[str]:
        """The web addresses that the sheet gives as sources."""
        return _ADDRESS.findall(self.source)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The facts in the sheet's order, and the language suggested for each topic."""

    facts: tuple[Fact, ...]
    languages: dict[str, str]

    def of(self, topic: str, confidence: str) -> list[Fact]:
        """The facts of ``topic`` that are marked ``confidence``."""
        return [fact for fact in self.facts if fact.topic == topic and fact.confidence == confidence]


class BrokenLine(ValueError):
    """A line that starts as a fact and isn't one."""


def read_sheet(path: Path) -> Sheet:
    """Read the sheet. Raises ``BrokenLine`` on a fact that lacks a field or has a bar too many: a fact that is
    skipped in silence would never be asked of an article."""
    facts: list[Fact] = []
    languages: dict[str, str] = {}
    topic = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if heading := _TOPIC.match(line):
            topic = heading[1]
        elif language := _LANGUAGE.match(line):
            languages[topic] = language[1]
        elif _FACT.match(line):
            facts.append(_fact(line, number))
    return Sheet(tuple(facts), languages)


def _fact(line: str, number: int) -> Fact:
    fields = [field.strip() for field in line.lstrip("- ").split("|")]
    if line.startswith("- seed."):
        fields += ["", "high"]  # the sheet gives them without a source: they are those of one press article
    if len(fields) != _FIELDS or fields[-1] not in {"high", "medium", "low"}:
        raise BrokenLine(f"line {number}: {line[:60]}")
    return Fact(*fields)
