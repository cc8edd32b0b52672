"""Entities by id, their families, and the file they are stored in."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.book.entity import Alias, Entity, EntityBook, Kind, entities_in_cycles
from index.entities.book.stored import load_entities, write_entities

AMAZON = Entity("amazon", "Amazon", Kind.COMPANY)
AWS = Entity("aws", "Amazon Web Services", Kind.COMPANY, parent="amazon", aliases=(Alias("AWS"),))
HEALTHLAKE = Entity("healthlake", "HealthLake", Kind.PRODUCT, parent="aws")
HAVEN = Entity("haven", "Haven", Kind.COMPANY)
BOOK = EntityBook([HEALTHLAKE, AMAZON, AWS, HAVEN])


def test_parents_come_nearest_first() -> None:
    assert BOOK.parents("healthlake") == (AWS, AMAZON)
    assert BOOK.parents("haven") == ()


def test_children_are_the_entities_owned_directly() -> None:
    assert BOOK.children("amazon") == (AWS,)
    assert BOOK.children("haven") == ()


def test_a_family_is_everything_owned() -> None:
    assert BOOK.family("amazon") == {"amazon", "aws", "healthlake"}
    assert BOOK.family("healthlake") == {"healthlake"}


def test_an_unknown_id_has_no_family() -> None:
    assert BOOK.get("nobody") is None
    assert "nobody" not in BOOK
    with pytest.raises(KeyError):
        BOOK.parents("nobody")


def test_the_order_of_the_file_is_kept() -> None:
    assert [entity.id for entity in BOOK] == ["healthlake", "amazon", "aws", "haven"]


def test_names_are_the_name_then_the_aliases() -> None:
    assert AWS.names == (Alias("Amazon Web Services"), Alias("AWS"))


@pytest.mark.parametrize(
    "entities",
    [
        [AMAZON, AMAZON],
        [AWS],
        [Entity("a", "A", Kind.LAW, parent="b"), Entity("b", "B", Kind.LAW, parent="a")],
        [Entity("a", "A", Kind.LAW, parent="a")],
    ],
)
def test_a_book_that_contradicts_itself_is_refused(entities: list[Entity]) -> None:
    with pytest.raises(ValueError, match=r"."):
        EntityBook(entities)


def test_only_the_entities_of_a_cycle_are_in_it() -> None:
    parents = {"a": "b", "b": "c", "c": "b", "d": "a", "e": None, "f": "nobody"}
    assert entities_in_cycles(parents) == {"b", "c"}


@st.composite
def books(draw: st.DrawFn) -> EntityBook:
    aliases = st.builds(Alias, st.text(min_size=1), st.booleans())
    entities: list[Entity] = []
    for entity_id in draw(st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), unique=True, max_size=8)):
        parent = draw(st.sampled_from([None, *(entity.id for entity in entities)]))
        names = tuple(draw(st.lists(aliases, max_size=3)))
        entities.append(Entity(entity_id, draw(st.text()), draw(st.sampled_from(Kind)), parent, names))
    return EntityBook(entities)


@given(books())
@pytest.mark.slow
def test_a_stored_book_is_read_as_it_was(book: EntityBook) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "entities.json"
        write_entities(path, book)
        assert load_entities(path) == book


@pytest.mark.parametrize("stored", [b"", b"{}", b"[{}]", b'[{"id": "a", "name": "A", "kind": "animal"}]', b"\xff"])
def test_a_damaged_file_is_refused(tmp_path: Path, stored: bytes) -> None:
    path = tmp_path / "entities.json"
    path.write_bytes(stored)
    with pytest.raises(ValueError, match=r"."):
        load_entities(path)
