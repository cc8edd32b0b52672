"""What words two tellings have in common, in one language or across two."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from index.tellings.comparable import Comparable
from index.terms.tokens import stems
from index.terms.translations import words_across


def are_across(one: Comparable, other: Comparable) -> bool:
    """Whether they are told in two languages."""
    return one.event.lang != other.event.lang


def words_in_common(one: Comparable, other: Comparable) -> float:
    """The words of the sentences that both have, by their weights; in two languages, words that translate each other
    are the same."""
    if not are_across(one, other):
        return sum(weight for word, weight in one.words.items() if word in other.words)
    french, english = (one, other) if one.event.lang == "fr" else (other, one)
    across = stems_across()
    return sum(
        weight
        for word, weight in french.words.items()
        if word in english.words or not across.get(word, frozenset()).isdisjoint(english.words)
    )


@cache
def stems_across() -> Mapping[str, frozenset[str]]:
    """For each French stem, the English ones that translate it; read when two languages are first compared."""
    found: dict[str, set[str]] = {}
    for word, its in words_across("fr").items():
        for stem in stems(word, "fr"):
            found.setdefault(stem, set()).update(one for other in its for one in stems(other, "en"))
    return {stem: frozenset(its) for stem, its in found.items()}
