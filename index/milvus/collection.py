"""A generation in Milvus: a collection of its passages' vectors and words, each under the passage's row.

A collection belongs to one generation of one base, and is found by an alias that says the generation's digest and is
given when all is in it: what is half filled has none, and the candidates of one generation are never looked up in
another. Words are sparse vectors of our own terms and BM25, for Milvus's own BM25 would read words otherwise.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from index.generation.generation import Generation
from index.milvus.connection import Connection, MilvusLostError
from index.question.query import Query

if TYPE_CHECKING:
    from pymilvus import MilvusClient

ROW: Final = "row"
VECTOR: Final = "vector"
WORDS: Final = "words"
PREFIX: Final = "sourcier"
AT_A_TIME: Final = 1000
"""Passages sent in one message: some three megabytes."""
PATIENCE: Final = 60.0
"""Seconds for one message of an indexing run."""
NOTHING: Final = {0: 1e-6}
"""What is said of a passage without words, since Milvus refuses that nothing is; no question asks for it."""
DIMENSIONS: Final = 2**32 - 2
"""Of Milvus's sparse vectors, but for one."""
HNSW_FROM: Final = 500_000
"""Passages from which on the nearest vectors are looked for by their graph; fewer are all compared."""
HNSW: Final = {"M": 32, "efConstruction": 200}

_log = logging.getLogger(__name__)


def alias_of(generation: Generation) -> str:
    """The name by which the whole collection of ``generation`` goes."""
    return f"{PREFIX}_{generation.digest[:32]}"


def is_whole(client: MilvusClient, generation: Generation, timeout: float) -> bool:
    """Whether all of ``generation`` is there, ready to be searched: a server that was restarted may have it on its disk
    alone."""
    if not client.has_collection(alias_of(generation), timeout=timeout):
        return False
    client.load_collection(alias_of(generation), timeout=timeout)
    return True


def fill(connection: Connection, generation: Generation, base: str, kept: Collection[int]) -> bool:
    """Bring ``generation`` of the ``base`` into Milvus unless it is there, and drop the collections of generations of
    that base that are not ``kept``; whether it is there. Two machines that do so at once don't disturb each other: the
    second to end drops what it made."""
    if not generation.manifest.passages:
        return False
    name = f"{PREFIX}_{base}_{generation.number:06}_{secrets.token_hex(4)}"
    try:
        connection.call(lambda client: _fill(client, generation, name), patiently=True)
        connection.call(lambda client: _drop_others(client, base, kept), patiently=True)
    except MilvusLostError:
        return False
    return True


def asked_words(generation: Generation, query: Query) -> dict[int, float]:
    """The sparse vector of a question."""
    fields = generation.terms.fields()
    return {
        _dimension(place, number, len(fields)): weight
        for place, field in enumerate(fields)
        for number, weight in field.asked(query.text, query.lang).items()
    }


def _fill(client: MilvusClient, generation: Generation, name: str) -> None:
    if is_whole(client, generation, PATIENCE):
        return
    client.create_collection(
        name,
        schema=_schema(generation.manifest.model.dimensions),
        index_params=_indexes(generation.manifest.passages),
        consistency_level="Eventually",  # it never changes once it is whole, which is asked strictly
        timeout=PATIENCE,
    )
    try:
        for rows in _passages(generation):
            client.insert(name, rows, timeout=PATIENCE)
        client.flush(name, timeout=PATIENCE)
        counted = client.query(name, output_fields=["count(*)"], consistency_level="Strong", timeout=PATIENCE)
        if counted[0]["count(*)"] != generation.manifest.passages:
            raise OSError(f"{counted[0]['count(*)']} of {generation.manifest.passages} passages")
        if not is_whole(client, generation, PATIENCE):
            client.create_alias(name, alias_of(generation), timeout=PATIENCE)
            _log.info("generation %d is in Milvus: %d passages", generation.number, generation.manifest.passages)
            return
    except Exception:
        client.drop_collection(name, timeout=PATIENCE)
        raise
    client.drop_collection(name, timeout=PATIENCE)


def _drop_others(client: MilvusClient, base: str, kept: Collection[int]) -> None:
    for name in client.list_collections(timeout=PATIENCE):
        prefix, number, token = (*name.rsplit("_", 2), "", "")[:3]
        if prefix == f"{PREFIX}_{base}" and token and number.isdecimal() and int(number) not in kept:
            for alias in client.list_aliases(name, timeout=PATIENCE).get("aliases", ()):
                client.drop_alias(alias, timeout=PATIENCE)
            client.drop_collection(name, timeout=PATIENCE)


def _passages(generation: Generation) -> Iterator[list[dict[str, Any]]]:
    count = generation.manifest.passages
    words = _words(generation)
    for first, last in pairwise([*range(0, count, AT_A_TIME), count]):
        vectors = generation.vectors.vectors(np.arange(first, last, dtype=np.int64))
        said: list[dict[int, float]] = [{} for _ in range(first, last)]
        for row, dimension, weight in words(first, last):
            said[row - first][dimension] = weight
        yield [
            {ROW: row, VECTOR: vector.tolist(), WORDS: its or NOTHING}
            for row, vector, its in zip(range(first, last), vectors, said, strict=True)
        ]


def _words(generation: Generation) -> Any:
    """A function that gives what the passages from one row to another say: row, dimension, weight."""
    fields = generation.terms.fields()
    tables = [(place, *told) for place, field in enumerate(fields) for told in field.said()]

    def between(first: int, last: int) -> Iterator[tuple[int, int, float]]:
        for place, rows, numbers, weights in tables:
            start, stop = np.searchsorted(rows, [first, last])
            part = slice(start, stop)
            for row, number, weight in zip(
                rows[part].tolist(), numbers[part].tolist(), weights[part].tolist(), strict=True
            ):
                yield row, _dimension(place, number, len(fields)), weight

    return between


def _dimension(field: int, number: int, fields: int) -> int:
    """The place of a term among the sparse dimensions: fields take turns, and 0 is nobody's. Where they have to share
    what dimensions there are, terms far apart may have the same."""
    return 1 + number % (DIMENSIONS // fields) * fields + field


def _schema(dimensions: int) -> Any:
    from pymilvus import DataType, MilvusClient

    schema = MilvusClient.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field(ROW, DataType.INT64, is_primary=True)
    schema.add_field(VECTOR, DataType.FLOAT_VECTOR, dim=dimensions)
    schema.add_field(WORDS, DataType.SPARSE_FLOAT_VECTOR)
    return schema


def _indexes(passages: int) -> Any:
    from pymilvus import MilvusClient

    indexes = MilvusClient.prepare_index_params()
    kind: Mapping[str, Any] = {"index_type": "FLAT"}  # exact
    if passages >= HNSW_FROM:
        kind = {"index_type": "HNSW", "params": HNSW}
    indexes.add_index(VECTOR, metric_type="IP", **kind)
    indexes.add_index(WORDS, index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
    return indexes
