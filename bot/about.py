"""What Sourcier says of itself and of the articles it quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.catalogue import Words
from index.article import ArticleCard

OUR_OWN: Final = "Sourcier"
"""The publisher of the digests that ship with the software."""


def about_lines(cards: Sequence[ArticleCard], words: Words) -> list[str]:
    """A sentence or two a line: what it does, which of the articles are our digests, and to check before relying."""
    lines = [words("about-what", articles=len(cards))]
    digests = sum(card.publisher == OUR_OWN for card in cards)
    if digests:
        lines.append(words("about-digests", digests=digests))
    return [*lines, words("about-check"), words("about-error")]
