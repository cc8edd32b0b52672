"""A page of a timeline: what it shows, and where its buttons lead.

The buttons carry all they need in their id, so they work after a restart and after a re-index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from bot.catalogue import Words
from bot.chat.asking.closer import context_menu
from bot.chat.messages.excerpt import fitting
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, link, shorten
from bot.chat.messages.message import NEUTRAL, Message, Part, Picture, box, gallery, laid_out, row, text
from bot.chat.replies.buttons import ButtonMaker, Kind, SignedButton
from bot.dates import spell_date
from bot.plain.timeline import heading_line, mark_lines, when_line
from index.timeline import Telling, Timeline, TimelineEvent

MOST_TOLD: Final = 8
"""Events shown at first."""
_PAGE_ROOM: Final = 3000
"""Characters of a page's events, of all that a message holds: the heading and the last line need theirs."""
_ON_A_PAGE: Final = 10
_HEADING_ROOM: Final = 600
_TITLE_ROOM: Final = 120
_QUOTE_ROOM: Final = 900
_SOURCES: Final = 3
"""Sources named beneath an event; the others are counted."""
PICTURE: Final = "timeline.png"
_ALL: Final = "a"
_MOST: Final = "m"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a timeline was asked of, and which part of it is looked at: all events or the most told, which page."""

    subject: str
    since: str = ""
    until: str = ""
    of_all: bool = False
    page: int = 0

    @property
    def period(self) -> tuple[str | None, str | None]:
        """The first and the last date asked for."""
        return self.since or None, self.until or None

    def carried(self) -> str:
        """This as a text for a button."""
        return f"{_ALL if self.of_all else _MOST}:{self.page}:{self.since}:{self.until}:{self.subject}"

    @classmethod
    def carried_by(cls, carried: str) -> Self:
        """What :meth:`carried` said."""
        of, page, since, until, subject = carried.split(":", 4)
        return cls(subject, since, until, of == _ALL, int(page))


def heading(found: Timeline, words: Words) -> str:
    """Whose timeline it is, as Markdown."""
    return f"**{escape(shorten(for_display(heading_line(found, words)), _HEADING_ROOM))}**"


def page_message(
    found: Timeline, asked: Asked, words: Words, maker: ButtonMaker, with_picture: bool, picture: Picture | None
) -> Message:
    """The page of ``found`` that ``asked`` looks at, or the last one; with room for its picture when it comes
    ``with_picture``."""
    pages = list(_pages([(_event_block(event, words), event) for event in found.events]))
    page = min(asked.page, len(pages) - 1)
    foot = ""
    if not asked.of_all and found.total > len(found.events):
        foot = words("discord-timeline-most-told", shown=len(found.events), total=found.total)
    elif len(pages) > 1:
        foot = words("discord-page", page=page + 1, pages=len(pages))
    groups: list[list[Part | None]] = [[text(block)] for block, _ in pages[page]]
    groups[-1].append(text(f"-# {foot}") if foot else None)
    return laid_out(
        [
            text(heading(found, words)),
            gallery(PICTURE, picture.description if picture else None) if with_picture else None,
            box(groups, NEUTRAL),
            _closer([event for _, event in pages[page]], words, maker),
            row(*_buttons(found, asked, page, len(pages), words, maker)),
        ]
    )


def _closer(events: Sequence[TimelineEvent], words: Words, maker: ButtonMaker) -> Part | None:
    """A menu that shows an event's quote in its article."""
    named = []
    for event in events:
        quote = event.tellings[0].quote
        said = " ".join(quote.text[low - quote.start : high - quote.start] for low, high in quote.highlights)
        named.append((quote, f"{when_line(event, words)} · {said}"))
    return context_menu(named, words("discord-timeline-context"), maker)


_Shown = tuple[str, TimelineEvent]


def _pages(blocks: Sequence[_Shown]) -> Iterator[list[_Shown]]:
    page: list[_Shown] = []
    for block, event in blocks:
        room = _PAGE_ROOM - sum(measure(shown) for shown, _ in page)
        if page and (len(page) == _ON_A_PAGE or measure(block) > room):
            yield page
            page = []
        page.append((block, event))
    yield page


def _event_block(event: TimelineEvent, words: Words) -> str:
    marks = [for_display(mark) for mark in mark_lines(event, words)]
    head = f"**{escape(for_display(when_line(event, words)))}**" + "".join(f" · *{escape(mark)}*" for mark in marks)
    excerpt = fitting(event.tellings[0].quote, _QUOTE_ROOM)
    quote = excerpt.markdown if excerpt is not None else words("discord-quote-too-long")
    sources = list(dict.fromkeys(_source(telling, words) for telling in event.tellings))
    named = sources[:_SOURCES] + ([f"+{len(sources) - _SOURCES}"] if len(sources) > _SOURCES else [])
    return "\n".join([head, quote, *(f"-# {source}" for source in named)])


def _source(telling: Telling, words: Words) -> str:
    card = telling.quote.article
    title = link(shorten(for_display(card.title) or for_display(card.path), _TITLE_ROOM), card.url)
    details = [card.publisher or card.path, spell_date(card.date, words.lang) if card.date else ""]
    return " · ".join([title, *(escape(shorten(for_display(detail), 60)) for detail in details if detail)])


def _buttons(
    found: Timeline, asked: Asked, page: int, pages: int, words: Words, maker: ButtonMaker
) -> list[SignedButton]:
    """The ways on from here; none when a subject is too long for a button to remember."""

    def to(page: int, *, of_all: bool) -> Asked:
        return Asked(asked.subject, asked.since, asked.until, of_all, page)

    ways: list[tuple[Asked, str]] = []
    if page > 0:
        ways.append((to(page - 1, of_all=asked.of_all), words("discord-timeline-before")))
    if page < pages - 1:
        ways.append((to(page + 1, of_all=asked.of_all), words("discord-timeline-after")))
    if not asked.of_all and found.total > len(found.events):
        ways.append((to(0, of_all=True), words("discord-timeline-all", total=found.total)))
    elif asked.of_all and found.total > MOST_TOLD:
        ways.append((to(0, of_all=False), words("discord-timeline-most", shown=MOST_TOLD)))
    made = [maker.button(Kind.TIMELINE, way.carried(), label) for way, label in ways]
    if None in made or ":" in asked.since + asked.until:
        return []
    return [button for button in made if button is not None]
