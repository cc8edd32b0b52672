"""Timelines for other programs: CSV for spreadsheets, and the JSON of TimelineJS."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import Any, Final

from bot.catalogue import Words
from bot.contract.timelines import event_marks, level_name
from bot.dates import spell_date
from bot.plain.answer import source_parts
from bot.plain.timeline import beside_heading, heading_line, mark_lines, whose
from bot.printable import web_link
from index.edtf import EARLIEST, LATEST, Precision, first_day, last_day
from index.timeline import Beside, Telling, Timeline, TimelineEvent

COLUMNS: Final = (
    "event date first_day last_day precision label marks level owned disputed expression quote start end "
    "article title publisher article_date url path lang"
).split()
_DATED_TO: Final = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}


def timeline_csv(timeline: Timeline) -> str:
    """A line a quote, under a line of headings; ``event`` counts the events, which may have several quotes."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    for number, event in enumerate(timeline.events, start=1):
        table.writerows(_csv_row(number, event, telling) for telling in event.tellings)
    return written.getvalue().rstrip("\n")


def beside_csv(two: Beside) -> str:
    """As :func:`timeline_csv`, with the ``subjects`` of each event in a column of their own."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(["subjects", *COLUMNS])
    for number, one in enumerate(two.events, start=1):
        for telling in one.event.tellings:
            table.writerow([whose(one, two), *_csv_row(number, one.event, telling)])
    return written.getvalue().rstrip("\n")


def beside_timelinejs(two: Beside, words: Words) -> dict[str, Any]:
    """Two timelines as TimelineJS reads them: a row each, by their ``group``."""
    slides = [
        {**_slide(number, one.event, words), "group": escape(whose(one, two))}
        for number, one in enumerate(two.events, start=1)
    ]
    return {"title": {"text": {"headline": escape(beside_heading(two, words))}}, "events": slides}


def _csv_row(number: int, event: TimelineEvent, telling: Telling) -> list[str | int | None]:
    quote, card = telling.quote, telling.quote.article
    begin, finish = first_day(event.date), last_day(event.date)
    return [
        number,
        event.date,
        None if begin == EARLIEST else begin.isoformat(),
        None if finish == LATEST else finish.isoformat(),
        event.precision.value,
        event.label,
        " ".join(event_marks(event)),
        level_name(telling.level),
        telling.owned,
        " ".join(event.disputed),
        telling.expression,
        *(quote.text, quote.start, quote.end),
        *(card.id, card.title, card.publisher, card.date, card.url, card.path, card.lang),
    ]


def timelinejs_object(timeline: Timeline, words: Words) -> dict[str, Any]:
    """What TimelineJS 3 reads (timeline.knightlab.com/docs/json-format.html); dates keep their precision."""
    return {
        "title": {"text": {"headline": escape(heading_line(timeline, words))}},
        "events": [_slide(number, event, words) for number, event in enumerate(timeline.events, start=1)],
    }


def _slide(number: int, event: TimelineEvent, words: Words) -> dict[str, Any]:
    begin, finish = first_day(event.date), last_day(event.date)
    if begin == EARLIEST:
        begin = finish
    parts = _DATED_TO.get(event.precision)
    slide = {
        "unique_id": f"event-{number}",
        "start_date": _date_object(begin.year, begin.month, begin.day, parts or 3),
        "display_date": escape(spell_date(event.date, words.lang, event.expression)),
        "text": {
            "headline": escape(event.label or spell_date(event.date, words.lang, event.expression)),
            "text": _slide_marks(event, words) + "".join(_slide_quote(telling, words) for telling in event.tellings),
        },
    }
    if parts is None and finish not in (begin, LATEST):
        slide["end_date"] = _date_object(finish.year, finish.month, finish.day, 3)
    return slide


def _slide_marks(event: TimelineEvent, words: Words) -> str:
    marks = mark_lines(event, words)
    return f"<p><em>{escape(' · '.join(marks))}</em></p>" if marks else ""


def _date_object(year: int, month: int, day: int, parts: int) -> dict[str, int]:
    return dict(list({"year": year, "month": month, "day": day}.items())[:parts])


def _slide_quote(telling: Telling, words: Words) -> str:
    link = web_link(telling.quote.article.url)
    parts = [escape(part) for part in source_parts(telling.quote.article, words) if part != link]
    source = " · ".join(parts)
    if link:
        source = f'<a href="{escape(link)}">{source}</a>'
    return f"<blockquote>{escape(telling.quote.text)}</blockquote><p>{source}</p>"
