"""What went unanswered, like questions together: counted, the oldest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.catalogue import Words
from bot.dates import spell_date
from bot.printable import one_line
from bot.state.unanswered import Unanswered
from index.text import groups_alike

MOST_ALSO: Final = 2
"""Other wordings shown of a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions of one server that ask the same thing: the one asked most, the ``others``, how often they were asked in
    all, first and last (seconds since 1970), and whether the base answers them all now."""

    question: Unanswered
    others: tuple[Unanswered, ...]
    times: int
    first: int
    last: int
    answered: bool


def grouped(questions: Sequence[Unanswered]) -> tuple[Asked, ...]:
    """``questions``, those alike together, never those of two servers; the oldest first."""
    by_guild: defaultdict[int, list[Unanswered]] = defaultdict(list)
    for one in sorted(questions, key=lambda one: (-one.times, one.first)):
        by_guild[one.guild_id].append(one)
    found = [
        _asked([its[place] for place in group])
        for its in by_guild.values()
        for group in groups_alike([(one.question, one.lang) for one in its])
    ]
    return tuple(sorted(found, key=lambda asked: asked.first))


def asked_lines(asked: Asked, words: Words) -> Iterator[str]:
    """One question, as plain text on lines of their own: how often, since when, how else, whether it is answered."""
    yield words(
        "unanswered-line", question=one_line(asked.question.question), times=asked.times, since=since(asked, words)
    )
    if asked.others:
        shown = " · ".join(one_line(one.question) for one in asked.others[:MOST_ALSO])
        left = len(asked.others) - MOST_ALSO
        yield words(
            "unanswered-also", questions=f"{shown} {words('unanswered-more', count=left)}" if left > 0 else shown
        )
    if asked.answered:
        yield words("unanswered-now")


def unanswered_text(groups: Sequence[Asked], words: Words) -> str:
    """All of them."""
    lines = [words("unanswered-heading", groups=len(groups)).replace("**", "")]
    for asked in groups:
        first, *rest = asked_lines(asked, words)
        lines += [f"- {first}", *(f"  {line}" for line in rest)]
    return "\n".join(lines)


def since(asked: Asked, words: Words) -> str:
    """The day it was first asked."""
    return spell_date(datetime.fromtimestamp(asked.first, UTC).date().isoformat(), words.lang)


def _asked(alike: Sequence[Unanswered]) -> Asked:
    return Asked(
        question=alike[0],
        others=tuple(alike[1:]),
        times=sum(one.times for one in alike),
        first=min(one.first for one in alike),
        last=max(one.last for one in alike),
        answered=all(one.answered for one in alike),
    )
