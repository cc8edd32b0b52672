"""What is merged from what was merged before is what merging all anew gives, whatever came and went."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.entities.wording import Wording
from index.events.event import ArticleEvent
from index.events.extraction import EventExtractor
from index.tellings import prepared
from index.tellings.prepared import Grown, prepare_entries
from index.tellings.stored import Changed, Events, change_events, write_events
from tests.index.events.telling import BOOK, article

DATES = ("le 4 mars 2021", "le 6 mars 2021", "le 28 mars 2021", "en mars 2021", "en avril 2021", "en 2021", "en 2022")
TOLD = (
    "Vega a racheté Lyra {} pour 340 millions d’euros.",
    "Vega a racheté Lyra {} pour 12 millions d’euros.",
    "Vega a poursuivi Lyra en justice {}.",
    "Vega a fermé Orion {}, a dit Inès Morel.",
    "Vega a lancé Orion avec Altair Santé {}.",
    "Inès Morel a quitté Vega {}.",
    "Vega et Altair Santé ont ouvert un laboratoire à Lyon {}.",
)
SENTENCES = st.builds(str.format, st.sampled_from(TOLD), st.sampled_from(DATES))
ARTICLES = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
CHANGES = st.lists(
    st.tuples(st.sets(st.integers(0, 20), max_size=2), st.lists(ARTICLES, max_size=3)), min_size=1, max_size=4
)


@cache
def events_of(text: str, name: str) -> tuple[ArticleEvent, ...]:
    return tuple(EventExtractor(Wording(BOOK)).events(article(text, name=name)))


def told(texts: list[str], first: int) -> Iterator[ArticleEvent]:
    for number, text in enumerate(texts, first):
        yield from events_of(text, f"a{number}")


@given(st.lists(ARTICLES, min_size=1, max_size=14), CHANGES)
@settings(max_examples=150, deadline=None)
def test_what_grew_is_what_is_made_whole(texts: list[str], changes: list[tuple[set[int], list[str]]]) -> None:
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(prepared, "MUCH", 1)
        path = Path(folder, "0.sqlite")
        write_events(path, told(texts, 0))
        prepare_entries(path, BOOK)
        names = len(texts)
        for number, (gone, come) in enumerate(changes, 1):
            after, whole = Path(folder, f"{number}.sqlite"), Path(folder, f"{number}-whole.sqlite")
            shutil.copy(path, after)
            changed = change_events(after, [f"a{one}" for one in gone], ())
            changed = changed.then(change_events(after, (), told(come, names)))
            shutil.copy(after, whole)
            prepare_entries(whole, BOOK)
            assert_grows_to(after, path, changed, whole)
            path, names = after, names + len(come)


def assert_grows_to(after: Path, before: Path, changed: Changed, whole: Path) -> None:
    with closing(Events(before)) as earlier:
        prepare_entries(after, BOOK, Grown(earlier, changed))
    with closing(Events(after)) as grown, closing(Events(whole)) as made:
        for entity in BOOK:
            assert grown.entries_of(entity.id) == made.entries_of(entity.id)
