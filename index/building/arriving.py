"""What a re-index finds new, article by article, beside the generation before."""

from __future__ import annotations

from index.articles.folder import Reading
from index.generation.arrivals import FROM_THE_BEGINNING, Arrival, carried_over, whole
from index.generation.generation import Generation


def arrivals(reading: Reading, previous: Generation | None, number: int) -> list[tuple[Arrival, ...]]:
    """When the parts of each article came, the new ones with generation ``number``; in order of the files."""
    if previous is None:
        return [whole(file.article.body, FROM_THE_BEGINNING) for file in reading.files]
    origins, before_it = previous.texts.origins(), previous.texts.arrivals()
    named_otherwise = {digest: article for article, (_, digest) in origins.items()}
    arrived = []
    for file in reading.files:
        article = file.article
        known_as = article.card.id if article.card.id in origins else named_otherwise.get(file.digest)
        before = previous.texts.article(known_as) if known_as is not None else None
        if before is None:
            arrived.append(whole(article.body, number))
        else:
            arrived.append(carried_over(article.body, before.body, before_it.get(before.card.id, ()), number))
    return arrived
