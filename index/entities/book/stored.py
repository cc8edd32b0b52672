"""The entities of a generation, as a JSON file."""

from __future__ import annotations

from pathlib import Path

from index.entities.book.entity import Entity, EntityBook


def write_entities(path: Path, book: EntityBook) -> None:
    """Write ``book`` into a new file, in UTF-8, one line."""
    from pydantic import TypeAdapter

    path.write_bytes(TypeAdapter(tuple[Entity, ...]).dump_json(tuple(book)))


def load_entities(path: Path) -> EntityBook:
    """The book that :func:`write_entities` wrote.

    Raises ``OSError`` when the file can't be read, ``ValueError`` when it does not hold a book.
    """
    from pydantic import TypeAdapter

    return EntityBook(TypeAdapter(tuple[Entity, ...]).validate_json(path.read_bytes()))
