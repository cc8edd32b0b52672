"""A page of a timeline: what it shows, and where its buttons lead.

The buttons carry all they need in their id, so they work after a restart and after a re-index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Self

from bot.catalogue import Words
from bot.chat.asking.closer import context_menu
from bot.chat.messages.excerpt import fitting
from bot.chat.messages.limits import measure
from bot.chat.messages.markdown import escape, for_display, link, shorten
from bot.chat.messages.message import NEUTRAL, Message, Part, Picture, box, gallery, laid_out, row, text
from bot.chat.replies.buttons import ButtonMaker, Kind, SignedButton
from bot.chat.timelines.publishing import page_button
from bot.dates import spell_date
from bot.plain.timeline import beside_heading, branches_line, heading_line, mark_lines, when_line, whose
from index.events.happening import Happening
from index.timeline import Beside, Telling, Timeline, TimelineEvent

MOST_TOLD: Final = 14
"""Events shown at first, in short."""
_PAGE_ROOM: Final = 3300
"""Characters of a page's events and sources, of all that a message holds: the heading and the last line need theirs."""
_ON_A_PAGE: Final = 14
_HEADING_ROOM: Final = 500
_BRANCHES_ROOM: Final = 160
_TITLE_ROOM: Final = 70
_QUOTE_ROOM: Final = 600
_QUOTE_ROOMS: Final = (600, 320, 220, 150)
"""Characters of a quote on the first page: as many as let all of its events stand there."""
_REFERENCES: Final = 3
"""Sources an event refers to; the others are counted."""
PICTURE: Final = "timeline.png"
_ALL: Final = "a"
_MOST: Final = "m"
_POSSIBLE: Final = "p"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a timeline was asked of, and which part of it is looked at: all events or the most told, those that may be
    the subject's among them, one ``kind`` alone, which page."""

    subject: str
    since: str = ""
    until: str = ""
    of_all: bool = False
    page: int = 0
    possible: bool = False
    kind: Happening | None = None

    @property
    def reach(self) -> str:
        """Which events are asked for."""
        return "all" if self.possible else "sure"

    @property
    def period(self) -> tuple[str | None, str | None]:
        """The first and the last date asked for."""
        return self.since or None, self.until or None

    def carried(self) -> str:
        """This as a text for a button."""
        of = _POSSIBLE if self.possible else _ALL if self.of_all else _MOST
        return f"{of}{self.kind or ''}:{self.page}:{self.since}:{self.until}:{self.subject}"

    @classmethod
    def carried_by(cls, carried: str) -> Self:
        """What :meth:`carried` said."""
        of, page, since, until, subject = carried.split(":", 4)
        kind = Happening(of[1:]) if of[1:] else None
        return cls(subject, since, until, of[0] != _MOST, int(page), of[0] == _POSSIBLE, kind)


def heading(found: Timeline, words: Words) -> str:
    """Whose timeline it is, as Markdown."""
    head = f"**{escape(shorten(for_display(heading_line(found, words)), _HEADING_ROOM))}**"
    branches = branches_line(found, words)
    return f"{head}\n-# {escape(shorten(for_display(branches), _BRANCHES_ROOM))}" if branches else head


def page_message(
    found: Timeline, asked: Asked, words: Words, maker: ButtonMaker, with_picture: bool, picture: Picture | None
) -> Message:
    """The page of ``found`` that ``asked`` looks at, or the last one; with room for its picture when it comes
    ``with_picture``."""
    pages = list(_pages(found.events, words, of_all=asked.of_all))
    page = min(asked.page, len(pages) - 1)
    foot = ""
    if not asked.of_all and found.total > len(found.events):
        foot = words("discord-timeline-most-told", shown=len(found.events), total=found.total)
    elif len(pages) > 1:
        foot = words("discord-page", page=page + 1, pages=len(pages))
    shown = pages[page]
    groups: list[list[Part | None]] = [[text(block)] for block in shown.blocks]
    groups.append([text(*shown.sources, f"-# {foot}" if foot else "")])
    return laid_out(
        [
            text(heading(found, words)),
            gallery(PICTURE, picture.description if picture else None) if with_picture else None,
            box(groups, NEUTRAL),
            _closer(shown.events, words, maker),
            row(
                *_buttons(found, asked, page, len(pages), words, maker),
                page_button((asked.subject,), asked.since, asked.until, asked.reach, asked.kind, words, maker),
            ),
        ]
    )


def beside_message(two: Beside, asked: Asked, words: Words, maker: ButtonMaker, picture: Picture) -> Message:
    """Two timelines on one axis, and whose each event is, with a menu to read them in their articles."""
    whose_is = {id(one.event): whose(one, two) for one in two.events}
    for room in _QUOTE_ROOMS:
        page = _page([one.event for one in two.events], words, room, whose_is)
        if page.room <= _PAGE_ROOM:
            break
    left_out = two.total - len(two.events)
    foot = words("discord-timeline-most-told", shown=len(two.events), total=two.total) if left_out else ""
    groups: list[list[Part | None]] = [[text(block)] for block in page.blocks]
    groups.append([text(*page.sources, f"-# {foot}" if foot else "")])
    head = escape(shorten(for_display(beside_heading(two, words)), _HEADING_ROOM))
    subjects = (asked.subject, two.second.subject)
    shown = [
        text(f"**{head}**"),
        gallery(PICTURE, picture.description),
        box(groups, NEUTRAL),
        _closer(page.events, words, maker),
        row(page_button(subjects, asked.since, asked.until, asked.reach, asked.kind, words, maker)),
    ]
    return replace(laid_out(shown), picture=picture)


def _closer(events: Sequence[TimelineEvent], words: Words, maker: ButtonMaker) -> Part | None:
    """A menu that shows an event's quote in its article."""
    named = []
    for event in events:
        quote = event.tellings[0].quote
        named.append((quote, f"{when_line(event, words)} · {event.label or quote.text}"))
    return context_menu(named, words("discord-timeline-context"), maker)


@dataclass(frozen=True, slots=True)
class _Page:
    """Some events as they are shown, and the sources they refer to by number."""

    events: tuple[TimelineEvent, ...]
    blocks: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def room(self) -> int:
        return sum(measure(line) + 1 for line in (*self.blocks, *self.sources))


def _pages(events: Sequence[TimelineEvent], words: Words, *, of_all: bool) -> Iterator[_Page]:
    """The events in pages; the most told on one, their quotes the shorter the more they are."""
    if not of_all:
        for room in _QUOTE_ROOMS:
            page = _page(events, words, room)
            if page.room <= _PAGE_ROOM and len(events) <= _ON_A_PAGE:
                yield page
                return
    room = _QUOTE_ROOM if of_all else _QUOTE_ROOMS[-1]
    held: list[TimelineEvent] = []
    for event in events:
        if held and (len(held) == _ON_A_PAGE or _page([*held, event], words, room).room > _PAGE_ROOM):
            yield _page(held, words, room)
            held = []
        held.append(event)
    yield _page(held, words, room)


def _page(
    events: Sequence[TimelineEvent], words: Words, room: int, whose_is: Mapping[int, str] = MappingProxyType({})
) -> _Page:
    numbers: dict[str, int] = {}
    sources: list[str] = []
    blocks = []
    for event in events:
        for telling in event.tellings[:_REFERENCES]:
            card = telling.quote.article
            if card.id not in numbers:
                numbers[card.id] = len(numbers) + 1
                sources.append(f"-# [{numbers[card.id]}] {_source(telling, words)}")
        references = dict.fromkeys(numbers[one.quote.article.id] for one in event.tellings[:_REFERENCES])
        its = whose_is.get(id(event), "")
        blocks.append(_event_block(event, its, "".join(f"\\[{number}\\]" for number in references), room, words))
    return _Page(tuple(events), tuple(blocks), tuple(sources))


def _event_block(event: TimelineEvent, its: str, references: str, room: int, words: Words) -> str:
    """The date, whose it is, its marks and sources by number; then the quote word for word, and in its stead or above
    it, where the quote is too long or can't be understood alone, what happened."""
    marks = [for_display(mark) for mark in mark_lines(event, words)]
    head = f"**{escape(for_display(when_line(event, words)))}** {references}"
    head += f" · **{escape(for_display(its))}**" if its else ""
    head += "".join(f" · *{escape(mark)}*" for mark in marks)
    excerpt = fitting(event.tellings[0].quote, room)
    lines = [head]
    if excerpt is None or ("[" in event.label and event.says_more):
        lines.append(escape(for_display(event.label)) or words("discord-quote-too-long"))
    if excerpt is not None:
        lines.append(excerpt.markdown)
    return "\n".join(lines)


def _source(telling: Telling, words: Words) -> str:
    card = telling.quote.article
    title = link(shorten(for_display(card.title) or for_display(card.path), _TITLE_ROOM), card.url)
    details = [card.publisher or card.path, spell_date(card.date, words.lang) if card.date else ""]
    return " · ".join([title, *(escape(shorten(for_display(detail), 40)) for detail in details if detail)])


def _buttons(
    found: Timeline, asked: Asked, page: int, pages: int, words: Words, maker: ButtonMaker
) -> list[SignedButton]:
    """The ways on from here; none when a subject is too long for a button to remember."""

    def to(page: int, *, of_all: bool) -> Asked:
        return replace(asked, of_all=of_all, page=page, possible=asked.possible and of_all)

    ways: list[tuple[Asked, str]] = []
    if page > 0:
        ways.append((to(page - 1, of_all=asked.of_all), words("discord-timeline-before")))
    if page < pages - 1:
        ways.append((to(page + 1, of_all=asked.of_all), words("discord-timeline-after")))
    if not asked.of_all and found.total > len(found.events):
        ways.append((to(0, of_all=True), words("discord-timeline-all", total=found.total)))
    elif asked.of_all and found.total > MOST_TOLD:
        ways.append((to(0, of_all=False), words("discord-timeline-most", shown=MOST_TOLD)))
    if found.possible:
        possible = replace(asked, of_all=True, page=0, possible=True)
        ways.append((possible, words("discord-timeline-possible", count=found.possible)))
    made = [maker.button(Kind.TIMELINE, way.carried(), label) for way, label in ways]
    if None in made or ":" in asked.since + asked.until:
        return []
    return [button for button in made if button is not None]
