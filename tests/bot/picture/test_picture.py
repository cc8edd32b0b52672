"""A timeline drawn: a PNG of a known width for any number of events, the same for the same events."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from PIL import Image

from bot.catalogue import words_in
from bot.picture.inks import DARK, LIGHT, Inks
from bot.picture.lettering import TEXT, Lettering
from bot.picture.timeline import WIDTH, alt_text, timeline_png
from index.answer import Quote
from index.article import ArticleCard
from index.edtf import precision_of
from index.events.event import Level, Mark
from index.timeline import Telling, Timeline, TimelineEvent

DATES = [
    *("2019", "2021-03-04", "2022-08", "2022-21", "2021-34", "201X", "19XX", "2019/..", "../2026", "2018/2020"),
    *("2015~", "2023-03-13/2023-03-19", "0001-01-01", "9999"),
]


def event(date: str, rank: int, mark: Mark = Mark.TOLD, text: str = "Vega a fermé ses cliniques.") -> TimelineEvent:
    card = ArticleCard(f"a{rank % 4}", f"Article n° {rank % 4}", "2022", "Le $Test_ {x}", None, "a.md", "fr")
    quote = Quote(text, 0, len(text), ((0, len(text)),), 0.9, None, card)
    telling = Telling(quote, date, date, Level.NAMED, mark, False)
    return TimelineEvent(date, precision_of(date), (telling,), (), rank)


def timeline(events: list[TimelineEvent]) -> Timeline:
    return Timeline("vega", "vega", "Vega", tuple(events), len(events), False, 1)


def drawn(events: list[TimelineEvent], lang: str = "fr") -> Image.Image:
    picture = Image.open(io.BytesIO(timeline_png(timeline(events), words_in(lang))))
    picture.load()
    return picture


@pytest.mark.parametrize("count", [0, 1, 2, 7, 25, 60, 120])
@pytest.mark.slow
def test_any_number_of_events_makes_a_picture_of_one_width(count: int) -> None:
    picture = drawn([event(DATES[place % len(DATES)], place) for place in range(count)])
    assert picture.width == WIDTH
    assert 150 < picture.height < 2600


@pytest.mark.slow
@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from(DATES), st.sampled_from(list(Mark)), st.text(max_size=200)), max_size=12))
def test_whatever_the_dates_marks_and_words_it_is_drawn(told: list[tuple[str, Mark, str]]) -> None:
    drawn([event(date, rank, mark, text or "x") for rank, (date, mark, text) in enumerate(told)])


def test_dollar_signs_are_no_formulas() -> None:
    drawn([event("2021-03-04", 0, text="Vega paid $5 and then $6_million^2.")])


def test_marks_look_different_without_their_colour() -> None:
    told, announced = (
        drawn([event("2021-03-04", 0, mark)]).convert("L").tobytes() for mark in (Mark.TOLD, Mark.ANNOUNCED)
    )
    assert told != announced


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_text_in_its_place_says_what_it_shows(lang: str) -> None:
    said = alt_text(timeline([event("2019", 0), event("2021-03-04", 1)]), words_in(lang))
    assert "Vega" in said
    assert "2019" in said
    assert "2" in said
    assert alt_text(timeline([]), words_in(lang))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 reckons it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_their_card(inks: Inks) -> None:
    for colour in (inks.ink, inks.soft, *inks.marks.values()):
        assert contrast(colour, inks.paper) >= 4.5
    picture = Image.open(io.BytesIO(timeline_png(timeline([event("2021", 0)]), words_in("en"), inks))).convert("RGB")
    assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((3, 3))) == inks.paper  # type: ignore[misc]


@settings(max_examples=60)
@given(
    st.lists(st.text(st.sampled_from("abcdéfœ-./’"), min_size=1, max_size=60), min_size=1, max_size=14),
    st.integers(min_value=60, max_value=500),
    st.integers(min_value=1, max_value=4),
)
def test_no_line_ends_inside_a_word_or_runs_over(said: list[str], width: int, most: int) -> None:
    letters = Lettering(Figure())
    lines = letters.fitting(" ".join(said), width, TEXT, most)
    assert len(lines) <= most
    whole = {part for word in said for part in (word, *re.split(r"(?<=[-/.])(?=\w)", word))}
    for line in lines:
        assert letters.width(line, TEXT) <= width
        assert {word.removesuffix("…") for word in line.split()} - {""} <= whole


def test_a_heading_too_long_for_a_line_takes_two() -> None:
    def height(subject: str) -> int:
        one = Timeline(subject, None, subject, (event("2019", 0),), 1, False, 1)
        return Image.open(io.BytesIO(timeline_png(one, words_in("fr")))).height

    assert height("le musée de la vieille scierie de Saint-Aubin-sur-Marne et le moulin d'en bas") > height("Vega")
