"""The page itself: HTML and its style in one file, which asks nothing of any server and runs no script.

Everything that an article says reaches the page through the template's escaping, as printable text
(:mod:`bot.printable`), in an element that keeps its own reading direction. The page forbids itself by a content
security policy whatever is not its own style, so that even a mistake here would run nothing.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.catalogue import Words
from bot.plain.answer import source_parts
from bot.plain.emphasis import Emphasis, stretches
from bot.plain.timeline import beside_heading, beside_names, heading_line, label_line, mark_lines, shown_name, when_line
from bot.printable import one_line, printable, web_link
from index.edtf import Precision, year_of
from index.events.event import Mark
from index.timeline import Beside, Telling, Timeline, TimelineEvent

_MACHINE_DATED: Final = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
"""Characters of an ISO date that say a day, a month, a year: what HTML's ``datetime`` can say (it knows no season)."""
_NAMED_LONG: Final = 60


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote in stretches, each emphasised or not; what its source is called and, if it has one, its address."""

    stretches: tuple[tuple[str, bool], ...]
    lang: str
    source: tuple[str, ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event: its ``moment`` in words and, where HTML can say it, as a date; the ``label`` says what happened."""

    number: int
    moment: str
    machine_date: str | None
    label: str | None
    label_lang: str
    mark: str
    remarks: tuple[str, ...]
    whose: str
    """"first", "second" or "both" of two timelines; nothing of one."""
    owner: str
    quotes: tuple[ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class ShownYear:
    """The events of one year, or of what comes before all years."""

    anchor: str
    name: str
    events: tuple[ShownEvent, ...]


def timeline_page(timeline: Timeline, words: Words) -> str:
    """``timeline`` as the HTML of a page in the language of ``words``; with no event, a page that says so."""
    shown = [_shown(number, event, words) for number, event in enumerate(timeline.events, start=1)]
    left_out = timeline.total - len(timeline.events)
    return _page(shown_name(timeline), heading_line(timeline, words), timeline.events, shown, left_out, words)


def beside_page(two: Beside, words: Words) -> str:
    """Two timelines as one page, each event with whose it is."""
    shown = []
    for number, one in enumerate(two.events, start=1):
        whose = "both" if one.is_common else "first" if one.of_first else "second"
        owner = {
            "both": words("beside-both"),
            "first": shown_name(two.first),
            "second": shown_name(two.second),
        }[whose]
        shown.append(_shown(number, one.event, words, whose, owner))
    events = [one.event for one in two.events]
    left_out = two.total - len(two.events)
    return _page(beside_names(two, words), beside_heading(two, words), events, shown, left_out, words)


def page_name(subjects: Iterable[str]) -> str:
    """A name for the file of a timeline of ``subjects``: plain letters and digits, safe on any system and in a link."""
    plain = unicodedata.normalize("NFKD", " ".join(subjects)).encode("ascii", "ignore").decode("ascii")
    return "-".join(["timeline", *re.findall(r"[a-z0-9]+", plain.casefold())])[:_NAMED_LONG].rstrip("-") + ".html"


def _page(
    title: str,
    heading: str,
    events: Iterable[TimelineEvent],
    shown: list[ShownEvent],
    left_out: int,
    words: Words,
) -> str:
    style = _style()
    return _template().render(
        words=words,
        lang=words.lang,
        title=title,
        heading=heading,
        years=list(_by_year(events, shown, words)),
        legend=list(_legend(shown, words)),
        left_out=left_out,
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii"),
    )


def _by_year(events: Iterable[TimelineEvent], shown: Iterable[ShownEvent], words: Words) -> Iterator[ShownYear]:
    """The events under the year each begins in; those that begin at no known time come under their last."""
    for year, group in groupby(zip(events, shown, strict=True), key=lambda pair: max(year_of(pair[0].date), 0)):
        its = tuple(one for _, one in group)
        yield ShownYear(f"from-{its[0].number}", str(year) if year else words("page-before-our-era"), its)


def _shown(number: int, event: TimelineEvent, words: Words, whose: str = "", owner: str = "") -> ShownEvent:
    return ShownEvent(
        number=number,
        moment=when_line(event, words),
        machine_date=_machine_date(event),
        label=_label(event),
        label_lang=event.tellings[0].quote.article.lang,
        mark=event.mark.value,
        remarks=tuple(mark_lines(event, words)),
        whose=whose,
        owner=owner,
        quotes=tuple(_quote(telling, words) for telling in event.tellings),
    )


def _label(event: TimelineEvent) -> str | None:
    """What happened; None when the first quote says just that in an emphasised sentence."""
    label = label_line(event)
    stressed = (text for text, mark in stretches(event.tellings[0].quote) if mark > Emphasis.NONE)
    return None if label and any(label.rstrip(". ") in one_line(text) for text in stressed) else label


def _machine_date(event: TimelineEvent) -> str | None:
    length = _MACHINE_DATED.get(event.precision)
    plain = re.fullmatch(r"\d{4}(-\d\d){0,2}", event.date)
    return event.date if length and plain and len(event.date) == length and event.date[:4] != "0000" else None


def _quote(telling: Telling, words: Words) -> ShownQuote:
    quote = telling.quote
    link = web_link(quote.article.url)
    whole = sum(end - start for start, end in quote.highlights) >= len(quote.text.strip())
    return ShownQuote(
        # where everything would be emphasised, nothing is
        stretches=tuple((printable(text), not whole and mark > Emphasis.NONE) for text, mark in stretches(quote)),
        lang=quote.article.lang,
        source=tuple(part for part in source_parts(quote.article, words) if part != one_line(link or "")),
        link=link,
    )


def _legend(shown: Iterable[ShownEvent], words: Words) -> Iterator[tuple[str, str]]:
    """The marks that need an explanation: none where everything is told as done."""
    marks = {one.mark for one in shown}
    if marks - {Mark.TOLD.value}:
        for mark in Mark:
            if mark.value in marks:
                yield mark.value, words("picture-told" if mark is Mark.TOLD else f"mark-{mark.value}")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.webpage", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template() -> Template:
    return _environment().get_template("timeline.html.jinja")


@cache
def _style() -> str:
    """The style sheet as it stands in the page."""
    loader = _environment().loader
    if loader is None:
        raise RuntimeError("the page has nowhere to come from")
    return loader.get_source(_environment(), "timeline.css")[0].strip()
