"""A timeline as plain text, and the words that every picture of one shares."""

from __future__ import annotations

from typing import Final

from bot.catalogue import Words
from bot.dates import spell_date
from bot.plain.answer import source_parts
from bot.printable import one_line, printable
from index.events.event import Level, Mark
from index.timeline import Beside, BesideEvent, Telling, Timeline, TimelineEvent

_BRANCHES: Final = 4
"""What is a subject's, named in a line; the others are counted."""


def timeline_text(timeline: Timeline, words: Words) -> str:
    """The heading, then each event: its date and marks, its quotes word for word, each under its source."""
    events = [_event_text(event, words) for event in timeline.events]
    foot = [line for line in (left_out_line(timeline, words), possible_line(timeline, words)) if line]
    head = [line for line in (heading_line(timeline, words), branches_line(timeline, words)) if line]
    return "\n\n".join(["\n".join(head), *events, *foot])


def beside_text(two: Beside, words: Words) -> str:
    """The heading, then the events of both, each under whose it is."""
    events = []
    for one in two.events:
        first, *rest = _event_text(one.event, words).split("\n")
        events.append("\n".join([f"{first}  [{whose(one, two)}]", *rest]))
    left_out = two.total - len(two.events)
    foot = [words("timeline-left-out", count=left_out, total=str(two.total))] if left_out else []
    return "\n\n".join([beside_heading(two, words), *events, *foot])


def beside_heading(two: Beside, words: Words) -> str:
    """Whose timelines stand side by side, how many events they have and how many in common; of whom there are none."""
    common = sum(one.is_common for one in two.events)
    head = words("beside-head", names=beside_names(two, words), count=two.total, common=common)
    empty = [heading_line(one, words).rstrip(". ") for one in (two.first, two.second) if not one.total]
    return " · ".join([head, *empty])


def beside_names(two: Beside, words: Words) -> str:
    """Both names, joined."""
    return words("beside-names", first=shown_name(two.first), second=shown_name(two.second))


def whose(one: BesideEvent, two: Beside) -> str:
    """The name, or names, whose event it is."""
    names = [shown_name(two.first)] * one.of_first + [shown_name(two.second)] * one.of_second
    return " + ".join(names)


def shown_name(timeline: Timeline) -> str:
    """The name a timeline goes under."""
    return one_line(timeline.name or timeline.subject)


def heading_line(timeline: Timeline, words: Words) -> str:
    """Whose timeline it is, of which kind alone, and how many events it has; or that there are none."""
    kind = words(f"timeline-kind-{timeline.kind}") if timeline.kind else None
    line = _heading_of_all(timeline, words)
    return words("timeline-of-kind", heading=line, kind=kind) if kind else line


def _heading_of_all(timeline: Timeline, words: Words) -> str:
    if not timeline.total:
        return words("timeline-none", subject=one_line(timeline.subject), period="yes" if timeline.dated else "no")
    if timeline.of_theme:
        return words("timeline-theme-head", theme=one_line(timeline.subject), count=timeline.total)
    return words("timeline-head", name=one_line(timeline.name or timeline.subject), count=timeline.total)


def branches_line(timeline: Timeline, words: Words) -> str | None:
    """What of the subject's some events are told of alone, and how many; None when all are its own."""
    branches = timeline.branches
    if not branches:
        return None
    shown = [words("timeline-branch", name=one_line(one.name), count=one.count) for one in branches[:_BRANCHES]]
    others = sum(one.count for one in branches[_BRANCHES:])
    return words("timeline-branches", branches=", ".join(shown), others=others)


def left_out_line(timeline: Timeline, words: Words) -> str | None:
    """How many events a limit left out, and how to see them; None when none."""
    missing = timeline.total - len(timeline.events)
    return words("timeline-left-out", count=missing, total=str(timeline.total)) if missing > 0 else None


def when_line(event: TimelineEvent, words: Words) -> str:
    """The date of an event, spelled out."""
    return spell_date(event.date, words.lang, event.expression)


def possible_line(timeline: Timeline, words: Words) -> str | None:
    """How much more may be about the subject, and how to see it; None when nothing."""
    return words("timeline-possible", count=timeline.possible) if timeline.possible else None


def mark_lines(event: TimelineEvent, words: Words) -> list[str]:
    """What has to be said beside the date: not done yet, not sure, said untrue; what of the subject's it is told of;
    how the subject is tied to it; which other dates there are; how often more it is told."""
    lines = []
    if event.mark is not Mark.TOLD:
        lines.append(words(f"mark-{event.mark.value}"))
    if event.owned:
        lines.append(words("mark-owned", name=one_line(event.owned)))
    if event.level > Level.IN_SENTENCE:
        lines.append(words(f"mark-{event.level.name.lower().replace('_', '-')}"))
    if all(telling.dated_by_article for telling in event.tellings):
        lines.append(words("mark-by-article"))
    if event.disputed:
        dates = ", ".join(spell_date(date, words.lang) for date in event.disputed)
        lines.append(words("timeline-disputed", dates=dates))
    if event.more:
        lines.append(words("timeline-told-more", count=event.more))
    return lines


def label_line(event: TimelineEvent) -> str | None:
    """What happened, in a line; None when the first quote says just that."""
    said = one_line(event.label)
    quoted = one_line(event.tellings[0].quote.text)
    return None if quoted.rstrip(". ") == said.rstrip(". ") else said or None


def _event_text(event: TimelineEvent, words: Words) -> str:
    marks = mark_lines(event, words)
    head = when_line(event, words) + (f" ({' ; '.join(marks)})" if marks else "")
    label = label_line(event)
    said = [f"→ {label}"] if label else []
    return "\n".join([head, *said, *(_telling_text(telling, words) for telling in event.tellings)])


def _telling_text(telling: Telling, words: Words) -> str:
    return f"{printable(telling.quote.text)}\n    — {' · '.join(source_parts(telling.quote.article, words))}"
