"""The models that ship, loaded once for all the engines of a test process: a running Sourcier has one engine, the tests
make hundreds. Models of other folders, which tests make and damage, are loaded each time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from index.encoder import held, light
from index.encoder.model import SHIPPED_MODEL, Model, find_model
from index.reading import reader
from index.reading.model import SHIPPED, ReaderFiles

LightEncoder, Reader = light.LightEncoder, reader.Reader


def share_the_shipped_models(set_attribute: Callable[[object, str, object], None]) -> None:
    """Let all engines of this process take the same encoder and the same reader; both are safe from any thread."""
    find_shipped, load_shipped, read_shipped = (cache(each) for each in (find_model, LightEncoder, Reader))

    def find(name: str | None) -> Model:
        return find_model(name) if name is not None else find_shipped(None)

    def load(model: Model) -> LightEncoder:
        return load_shipped(model) if model.folder == SHIPPED_MODEL else LightEncoder(model)

    def read(files: ReaderFiles) -> Reader:
        return read_shipped(files) if files.folder == SHIPPED else Reader(files)

    set_attribute(held, "find_model", find)
    set_attribute(light, "LightEncoder", load)
    set_attribute(reader, "Reader", read)
