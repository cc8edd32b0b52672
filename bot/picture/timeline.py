"""A timeline drawn: dates on an axis, each as wide as it is precise, the most told ones with their words.

Done things are full, announced ones hollow, uncertain ones dashed, those called off point down, denied ones are
crossed: nothing rests on colour alone. The card is opaque, so it reads the same on Discord's dark and light themes; its
inks are of :mod:`bot.picture.inks`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from bot.catalogue import Words
from bot.dates import spell_date
from bot.picture import DRAWN
from bot.picture.axis import FoldedAxis, ticks
from bot.picture.inks import LIGHT, Inks
from bot.picture.labels import Box, Placed, placed
from bot.picture.lettering import BOLD, HEAD, SMALL, TEXT, Lettering
from bot.picture.standing import Standing, tracks_for
from bot.plain.answer import source_parts
from bot.plain.timeline import beside_heading, beside_names, heading_line, shown_name
from bot.printable import one_line
from index.events.event import Mark
from index.timeline import Beside, Timeline, TimelineEvent

WIDTH: Final = 1600
"""Pixels; Discord shows it a third as wide on a phone, where the labels can still be read."""
DPI: Final = 100
LABELLED: Final = 14
"""Events with words; the others are counted below the axis."""
SOURCES_SHOWN: Final = 8

_MARGIN: Final = 56
_SHAPES: Final[Mapping[Mark, str]] = {Mark.CALLED_OFF: "v", Mark.NEGATED: "X"}
"""Where the shape tells, not the lane."""
_LABEL_WIDTH: Final = 400
_LINE: Final = 36
_LABEL_LINES: Final = 5
_BETWEEN_LANES: Final = 26
_TRACK: Final = 20
_TITLE: Final = 110
_TITLE_LINE: Final = 48
_TITLE_LINES: Final = 2


def timeline_png(timeline: Timeline, words: Words, inks: Inks = LIGHT) -> bytes:
    """``timeline`` as a PNG file, in the language of ``words``; with no event, a card that says so."""
    return _Drawing(timeline, words, inks).png()


def beside_png(two: Beside, words: Words, inks: Inks = LIGHT) -> bytes:
    """Two timelines on one axis as a PNG file: the first one's words above it, the other's below."""
    ranked = sorted(two.events, key=lambda one: (not one.is_common, one.event.rank))
    ranks = {id(one): rank for rank, one in enumerate(ranked)}
    events = tuple(replace(one.event, rank=ranks[id(one)]) for one in two.events)
    name = beside_names(two, words)
    whole = replace(two.first, subject=name, entity=None, name=name, events=events, total=two.total)
    lanes = _Lanes(
        (shown_name(two.first), shown_name(two.second)),
        {ranks[id(one)]: (one.of_first, one.of_second) for one in two.events},
    )
    return _Drawing(whole, words, inks, lanes, beside_heading(two, words)).png()


def beside_alt_text(two: Beside, words: Words) -> str:
    """What the picture of two timelines shows, for those who don't see it."""
    return f"{beside_heading(two, words)}."


def alt_text(timeline: Timeline, words: Words) -> str:
    """What the picture shows, for those who don't see it."""
    name = one_line(timeline.name or timeline.subject)
    if not timeline.events:
        return heading_line(timeline, words)
    ends = [spell_date(timeline.events[place].date, words.lang) for place in (0, -1)]
    return words("picture-alt", name=name, count=len(timeline.events), first=ends[0], last=ends[1])


@dataclass(frozen=True, slots=True)
class _Lanes:
    """Whose the events of two timelines are, by rank: of the first, of the second of ``names``."""

    names: tuple[str, str]
    of: dict[int, tuple[bool, bool]]

    def side(self, event: TimelineEvent) -> int:
        """Above the axis or below; either for what both tell."""
        first, second = self.of[event.rank]
        return 0 if first and second else 1 if first else -1

    def shape(self, event: TimelineEvent) -> str:
        """A marker for whose it is."""
        return {0: "D", 1: "o", -1: "s"}[self.side(event)]


class _Drawing:
    def __init__(
        self, timeline: Timeline, words: Words, inks: Inks, lanes: _Lanes | None = None, heading: str | None = None
    ) -> None:
        self._inks = inks
        self._timeline, self._words, self._lanes = timeline, words, lanes
        self._heading = heading or heading_line(timeline, words)
        last = sorted(event.rank for event in timeline.events)[:DRAWN][-1:]
        self._events = [event for event in timeline.events if event.rank <= last[0]]
        self._figure = Figure(figsize=(WIDTH / DPI, 10), dpi=DPI, facecolor=self._inks.paper)
        self._letters = Lettering(self._figure)
        self._sources = self._numbered_sources()
        self._lanes_of: dict[int, list[float]] = {1: [], -1: []}
        """The heights of the lanes of labels above the axis (1) and below it (-1), from the axis on."""

    def png(self) -> bytes:
        shown = [Standing.of(event) for event in self._events]
        days = [day for one in shown for day in (one.begin, one.end)]
        axis = FoldedAxis(days, _MARGIN + 30, WIDTH - _MARGIN - 30) if days else None
        labels = [one.saying(self._label_lines(one.event)) for one in shown]
        places = self._places(labels, axis) if axis else {}
        self._lanes_of = {side: self._lane_heights(labels, places, side) for side in (1, -1)}
        tracks = tracks_for(shown, axis) if axis else {}
        above, below = sum(self._lanes_of[1]), sum(self._lanes_of[-1])
        band = _TRACK * (1 + max(tracks.values(), default=0))
        footer = self._footer_height()
        titled = self._letters.fitting(self._heading, WIDTH - 2 * _MARGIN, HEAD, _TITLE_LINES)
        height = _TITLE + _TITLE_LINE * (len(titled) - 1) + above + band + 84 + below + footer
        axes = self._paper(height)
        self._title(axes, titled, height)
        if axis:
            base = footer + below + 64
            self._axis(axes, axis, base)
            for number, one in enumerate(shown):
                self._mark(axes, one, axis, base + 16 + tracks[number] * _TRACK)
            for number, place in places.items():
                self._label(axes, labels[number], axis, base, band, place)
        self._footer(axes, self._timeline.total - len(places))
        written = io.BytesIO()
        said = f"{self._heading}." if self._lanes else alt_text(self._timeline, self._words)
        described = {"Description": said, "Software": None}
        self._figure.savefig(written, format="png", facecolor=self._inks.paper, metadata=described)
        return written.getvalue()

    def _lane_heights(self, labels: Sequence[Standing], places: Mapping[int, Placed], side: int) -> list[float]:
        """How high each lane on one side is: as its tallest label."""
        its = [(place.lane, len(labels[number].lines)) for number, place in places.items() if place.side == side]
        last = max((lane for lane, _ in its), default=-1)
        tallest = (max(lines for at, lines in its if at == lane) for lane in range(last + 1))
        return [_LINE * lines + _BETWEEN_LANES for lines in tallest]

    def _paper(self, height: float) -> Axes:
        self._figure.set_size_inches(WIDTH / DPI, height / DPI)
        axes = self._figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(0, height)
        axes.axis("off")
        return axes

    def _title(self, axes: Axes, lines: Sequence[str], height: float) -> None:
        for place, line in enumerate(lines):
            at = height - 58 - _TITLE_LINE * place
            axes.text(_MARGIN, at, line, color=self._inks.ink, fontproperties=HEAD, va="center", parse_math=False)

    def _numbered_sources(self) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for event in self._events:
            for telling in event.tellings:
                numbers.setdefault(telling.quote.article.id, len(numbers) + 1)
        return numbers

    def _label_lines(self, event: TimelineEvent) -> tuple[str, ...]:
        numbers = sorted({self._sources[telling.quote.article.id] for telling in event.tellings})
        refs = " ".join(f"[{number}]" for number in numbers[:4])
        when = f"{spell_date(event.date, self._words.lang, event.expression)} {refs}"
        return (when, *self._letters.fitting(_said(event), _LABEL_WIDTH, TEXT, _LABEL_LINES))

    def _places(self, labels: Sequence[Standing], axis: FoldedAxis) -> dict[int, Placed]:
        """Where the words of events go, the most told events first, until LABELLED have theirs."""
        numbers = range(len(labels))
        by_rank = sorted(numbers, key=lambda number: labels[number].event.rank)
        # where all could have words, the order of time may find room that the order of rank does not
        orders = [by_rank, list(numbers), [*numbers][::-1]] if len(labels) <= LABELLED else [by_rank]
        return max((self._placed_in(order, labels, axis) for order in orders), key=len)

    def _placed_in(self, order: Sequence[int], labels: Sequence[Standing], axis: FoldedAxis) -> dict[int, Placed]:
        boxes = []
        for number in order:
            one = labels[number]
            width = max(self._letters.width(line, BOLD if place == 0 else TEXT) for place, line in enumerate(one.lines))
            side = self._lanes.side(one.event) if self._lanes else 0
            boxes.append(Box(one.point(axis), min(width, _LABEL_WIDTH + 60), side))
        found = placed(boxes, _MARGIN, WIDTH - _MARGIN, LABELLED)
        return {number: place for number, place in zip(order, found, strict=True) if place is not None}

    def _axis(self, axes: Axes, axis: FoldedAxis, base: float) -> None:
        axes.plot(
            [axis.x(axis.first) - 24, axis.x(axis.last) + 24], [base, base], color=self._inks.rule, lw=2.5, zorder=1
        )
        for fold in axis.folds:
            middle = (axis.x(fold.begin) + axis.x(fold.end)) / 2
            axes.plot([middle - 9, middle + 9], [base, base], color=self._inks.paper, lw=6, zorder=2)
            for shift in (-9, 5):
                axes.plot(
                    [middle + shift, middle + shift + 8],
                    [base - 12, base + 12],
                    color=self._inks.rule,
                    lw=2.5,
                    zorder=3,
                )
        for x, text in ticks(axis, self._words, self._small_width):
            axes.plot([x, x], [base - 7, base + 7], color=self._inks.rule, lw=2, zorder=2)
            axes.text(
                x,
                base - 30,
                text,
                color=self._inks.soft,
                fontproperties=SMALL,
                ha="center",
                va="center",
                parse_math=False,
            )

    def _mark(self, axes: Axes, one: Standing, axis: FoldedAxis, y: float) -> None:
        mark = one.event.mark
        colour = self._inks.marks[mark]
        face = colour if mark is Mark.TOLD else self._inks.paper
        style = (0, (2.2, 1.4)) if mark is Mark.CONDITIONAL else "-"
        left, right = axis.x(one.begin), axis.x(one.end)
        shape = self._lanes.shape(one.event) if self._lanes else "o"
        if one.goes_on or one.comes_before or right - left < 15 or self._lanes:
            x = one.point(axis)
            axes.plot([x], [y], marker=_SHAPES.get(mark, shape), ms=11, mfc=face, mec=colour, mew=2.4, zorder=5)
            if one.goes_on or one.comes_before:
                reach = 46 if one.goes_on else -46
                axes.annotate(
                    "",
                    (x + reach, y),
                    (x, y),
                    arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 2.6, "linestyle": style},
                    zorder=4,
                )
            return
        axes.add_patch(
            FancyBboxPatch(
                (left, y - 6),
                right - left,
                12,
                boxstyle="round,pad=0,rounding_size=6",
                facecolor=face,
                edgecolor=colour,
                linewidth=2.4,
                linestyle=style,
                alpha=0.92,
                zorder=4,
            )
        )

    def _label(self, axes: Axes, one: Standing, axis: FoldedAxis, base: float, band: float, place: Placed) -> None:
        x = one.point(axis)
        height = _LINE * len(one.lines)
        if place.side > 0:
            bottom = base + band + 24 + sum(self._lanes_of[place.side][: place.lane])
            axes.plot([x, x], [base + 8, bottom], color=self._inks.rule, lw=1.4, zorder=0)
            top = bottom + height
        else:
            top = base - 56 - sum(self._lanes_of[place.side][: place.lane])
            axes.plot([x, x], [base, top], color=self._inks.rule, lw=1.4, zorder=0)
        for number, line in enumerate(one.lines):
            font = BOLD if number == 0 else TEXT
            colour = self._inks.marks[one.event.mark] if number == 0 else self._inks.ink
            axes.text(
                place.left,
                top - number * _LINE - _LINE / 2,
                line,
                color=colour,
                fontproperties=font,
                va="center",
                zorder=6,
                parse_math=False,
                bbox={"facecolor": self._inks.paper, "edgecolor": "none", "pad": 1.5},
            )

    def _small_width(self, text: str) -> float:
        return self._letters.width(text, SMALL)

    def _small(self, axes: Axes, x: float, y: float, text: str, **style: Any) -> None:
        axes.text(
            x, y, text, color=self._inks.soft, fontproperties=SMALL, va="center", zorder=7, parse_math=False, **style
        )

    def _footer_height(self) -> float:
        return 70 + 30 * min(len(self._sources), SOURCES_SHOWN + 1)

    def _footer(self, axes: Axes, unlabelled: int) -> None:
        legend = list(self._legend())
        x = float(_MARGIN)
        y = self._footer_height() - 34
        for shape, text in self._whose():
            axes.plot([x + 8], [y], marker=shape, ms=10, mfc=self._inks.soft, mec=self._inks.soft, mew=2.2)
            self._small(axes, x + 26, y, text)
            x += self._letters.width(text, SMALL) + 66
        for mark, text in legend:
            colour = self._inks.marks[mark]
            axes.plot(
                [x + 8],
                [y],
                marker=_SHAPES.get(mark, "o"),
                ms=10,
                mfc=colour if mark is Mark.TOLD else self._inks.paper,
                mec=colour,
                mew=2.2,
            )
            self._small(axes, x + 26, y, text)
            x += self._letters.width(text, SMALL) + 66
        if unlabelled > 0:
            more = self._words("picture-more", count=unlabelled)
            axes.text(
                WIDTH - _MARGIN,
                y,
                more,
                color=self._inks.soft,
                fontproperties=SMALL,
                ha="right",
                va="center",
                parse_math=False,
            )
        for number, line in enumerate(self._source_lines()):
            axes.text(
                _MARGIN,
                y - 36 - 30 * number,
                line,
                color=self._inks.soft,
                fontproperties=SMALL,
                va="center",
                parse_math=False,
            )

    def _whose(self) -> Iterator[tuple[str, str]]:
        if self._lanes:
            first, second = self._lanes.names
            yield "o", f"{first} ↑"
            yield "s", f"{second} ↓"
            if any(both == (True, True) for both in self._lanes.of.values()):
                yield "D", self._words("beside-both")

    def _legend(self) -> Iterator[tuple[Mark, str]]:
        marks = {event.mark for event in self._events}
        for mark in (Mark.TOLD, Mark.ANNOUNCED, Mark.CALLED_OFF, Mark.CONDITIONAL, Mark.NEGATED):
            if mark in marks and marks != {Mark.TOLD}:
                yield mark, self._words("picture-told" if mark is Mark.TOLD else f"mark-{mark.value}")

    def _source_lines(self) -> Iterator[str]:
        cards = {
            telling.quote.article.id: telling.quote.article for e in self._timeline.events for telling in e.tellings
        }
        for article, number in list(self._sources.items())[:SOURCES_SHOWN]:
            text = " · ".join(source_parts(cards[article], self._words)[:3])
            yield f"[{number}] {self._letters.fitting(text, WIDTH - 2 * _MARGIN - 70, SMALL, 1)[0]}"
        if len(self._sources) > SOURCES_SHOWN:
            yield f"… + {len(self._sources) - SOURCES_SHOWN}"


def _said(event: TimelineEvent) -> str:
    """What happened, and what of the subject's it happened to."""
    label = one_line(event.brief) or _dated_sentence(event)
    owned = one_line(event.owned) if event.owned else ""
    return label if not owned or owned.casefold() in label.casefold() else f"{owned} : {label}"


def _dated_sentence(event: TimelineEvent) -> str:
    """The sentence that holds the date, where no clause is known; a quote may begin well before it."""
    quote = event.tellings[0].quote
    for start, end in quote.highlights:
        sentence = quote.text[start - quote.start : end - quote.start]
        if event.expression in sentence:
            return one_line(sentence)
    return one_line(quote.text)
