"""Labelled questions: what is asked, and what a right quote holds.

A labelled question is a JSON object a line: ``id``, ``lang``, ``question``; ``answerable`` (default true);
what a right quote holds, either ``answer_any`` (regular expressions, case ignored, ’ read as ') or ``answers``
(exact strings, from the article ``article`` if given); ``topic`` and ``kind`` for choosing and grouping.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from index.faults import EngineFault, FaultCode
from index.passages.passage import Span
from index.ranking.search import Hit

COMPRESSED: Final = ".gz"


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question and what a right quote holds; nothing does when it is not ``answerable``."""

    id: str
    lang: str
    text: str
    answerable: bool
    patterns: tuple[re.Pattern[str], ...]
    article: str | None
    topic: str | None
    kind: str | None

    def answered_by(self, text: str) -> bool:
        """Whether ``text`` holds what a right quote holds."""
        return next(self.answers_in(text), None) is not None

    def answers_in(self, text: str) -> Iterator[Span]:
        """Where ``text`` holds what a right quote holds."""
        plain = text.replace("’", "'")
        return (match.span() for pattern in self.patterns for match in pattern.finditer(plain))


def read_questions(path: Path, topics: frozenset[str] | None = None) -> tuple[LabelledQuestion, ...]:
    """The labelled questions in ``path`` (gzip when its name says so); with ``topics``, answerable ones of other
    topics are left out.

    Raises EngineFault(QUESTIONS_INVALID) naming the line that can't be read, or (QUESTIONS_UNREADABLE).
    """
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == COMPRESSED else path.read_bytes()
        lines = content.decode("utf-8").split("\n")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise EngineFault(FaultCode.QUESTIONS_UNREADABLE, path=str(path), reason=_reason(error)) from error
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = labelled(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, re.error) as error:
            reason = _reason(error)
            raise EngineFault(FaultCode.QUESTIONS_INVALID, path=str(path), line=number, reason=reason) from error
        if topics is None or not question.answerable or question.topic in topics:
            questions.append(question)
    return tuple(questions)


def labelled(record: dict[str, Any]) -> LabelledQuestion:
    """The question of a record with the fields named above; ValueError or KeyError when some are missing."""
    answerable = bool(record.get("answerable", True))
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in record.get("answer_any", ())]
    patterns += [re.compile(re.escape(answer.replace("’", "'"))) for answer in record.get("answers", ())]
    if answerable and not patterns:
        raise ValueError("no answer_any, no answers")
    return LabelledQuestion(
        id=str(record["id"]),
        lang=str(record["lang"]),
        text=str(record["question"]),
        answerable=answerable,
        patterns=tuple(patterns),
        article=record.get("article"),
        topic=record.get("topic"),
        kind=record.get("kind"),
    )


def is_right(question: LabelledQuestion, hit: Hit) -> bool:
    """Whether the passage found holds what a right quote holds."""
    if question.article is not None and hit.indexed.card.id != question.article:
        return False
    return question.answered_by(hit.indexed.passage.text)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, KeyError):
        return f"{error.args[0]}?"
    return str(error).splitlines()[0] if str(error) else type(error).__name__
