"""A timeline as plain text, and the words that every picture of one shares."""

from __future__ import annotations

from bot.catalogue import Words
from bot.dates import spell_date
from bot.plain.answer import source_parts
from bot.printable import one_line, printable
from index.events.event import Level, Mark
from index.timeline import Telling, Timeline, TimelineEvent


def timeline_text(timeline: Timeline, words: Words) -> str:
    """The heading, then each event: its date and marks, its quotes word for word, each under its source."""
    events = [_event_text(event, words) for event in timeline.events]
    left_out = left_out_line(timeline, words)
    return "\n\n".join([heading_line(timeline, words), *events, *([left_out] if left_out else [])])


def heading_line(timeline: Timeline, words: Words) -> str:
    """Whose timeline it is and how many events it has; or that there are none."""
    if not timeline.total:
        return words("timeline-none", subject=one_line(timeline.subject), period="yes" if timeline.dated else "no")
    return words("timeline-head", name=one_line(timeline.name or timeline.subject), count=timeline.total)


def left_out_line(timeline: Timeline, words: Words) -> str | None:
    """How many events a limit left out, and how to see them; None when none."""
    missing = timeline.total - len(timeline.events)
    return words("timeline-left-out", count=missing, total=str(timeline.total)) if missing > 0 else None


def when_line(event: TimelineEvent, words: Words) -> str:
    """The date of an event, spelled out."""
    return spell_date(event.date, words.lang)


def mark_lines(event: TimelineEvent, words: Words) -> list[str]:
    """What has to be said beside the date: not done yet, not sure, denied; how the subject is tied to it; which other
    dates there are."""
    lines = []
    if event.mark is not Mark.TOLD:
        lines.append(words(f"mark-{event.mark.value}"))
    if event.level is not Level.NAMED:
        lines.append(words("mark-carried" if event.level is Level.CARRIED else "mark-named-after"))
    if all(telling.dated_by_article for telling in event.tellings):
        lines.append(words("mark-by-article"))
    if event.disputed:
        dates = ", ".join(spell_date(date, words.lang) for date in event.disputed)
        lines.append(words("timeline-disputed", dates=dates))
    return lines


def _event_text(event: TimelineEvent, words: Words) -> str:
    marks = mark_lines(event, words)
    head = when_line(event, words) + (f" ({' ; '.join(marks)})" if marks else "")
    return "\n".join([head, *(_telling_text(telling, words) for telling in event.tellings)])


def _telling_text(telling: Telling, words: Words) -> str:
    return f"{printable(telling.quote.text)}\n    — {' · '.join(source_parts(telling.quote.article, words))}"
