"""An article as it was read before, by what tells whether it is still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.articles.naming import file_of


@dataclass(frozen=True, slots=True)
class Recalled:
    """``digest`` is the SHA-256 of the file at ``path``, ``text`` is :func:`text_digest` of the body; ``date`` and
    ``expires`` are those of its card."""

    id: str
    path: str
    digest: str
    text: str
    date: str | None = None
    expires: str | None = None


Recall = Callable[[str, str], Sequence[Recalled]]
"""``(relative path of a file, digest)`` → the articles that were read from it before; none when it was another."""


def text_digest(body: str) -> str:
    """A digest that is the same for the same words, however they are spaced."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


def recall_nothing(_path: str, _digest: str) -> Sequence[Recalled]:
    """Nothing was read before."""
    return ()


def recall_from(articles: Iterable[Recalled], read_anew: frozenset[str] = frozenset()) -> Recall:
    """Recall ``articles``, but for those of the files ``read_anew``."""
    by_file: dict[tuple[str, str], list[Recalled]] = {}
    for article in articles:
        by_file.setdefault((file_of(article.path), article.digest), []).append(article)
    return lambda path, digest: () if path in read_anew else by_file.get((path, digest), ())
