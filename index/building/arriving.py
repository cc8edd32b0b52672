"""What a re-index finds new, article by article, beside the generation before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.articles.folder import ReadFile
from index.generation.arrivals import FROM_THE_BEGINNING, carried_over, whole
from index.generation.generation import Generation
from index.generation.texts import IndexedArticle


def arrived(files: Sequence[ReadFile], previous: Generation | None, number: int) -> Iterator[IndexedArticle]:
    """``files`` with when the parts of each article came, the new ones with generation ``number``."""
    if previous is None:
        for file in files:
            yield IndexedArticle(file.article, file.digest, whole(file.article.body, FROM_THE_BEGINNING))
        return
    ids = previous.texts.ids_among([file.article.card.id for file in files])
    named_otherwise = previous.texts.ids_by_digest([file.digest for file in files])
    known_as = [
        file.article.card.id if file.article.card.id in ids else named_otherwise.get(file.digest) for file in files
    ]
    before_it = previous.texts.arrivals([known for known in known_as if known is not None])
    for file, known in zip(files, known_as, strict=True):
        body = file.article.body
        before = previous.texts.article(known) if known is not None else None
        if before is None:
            yield IndexedArticle(file.article, file.digest, whole(body, number))
        else:
            parts = carried_over(body, before.body, before_it.get(before.card.id, ()), number)
            yield IndexedArticle(file.article, file.digest, parts)
