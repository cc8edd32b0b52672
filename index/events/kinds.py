"""What unlisted names are, where an article says so beside them: « la société Médilux », "Lopez, its founder"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from index.entities.book.entity import Kind
from index.entities.proper_names import Name
from index.events.languages.syntax import Syntax

_LOOKBACK: Final = 48
_LOOKAHEAD: Final = 64


def with_kinds(names: Sequence[Name], plain: str, syntax: Syntax) -> tuple[Name, ...]:
    """``names``, those without a kind given the one that ``plain`` says most often beside them."""
    said: dict[str, Counter[Kind]] = {}
    for name in names:
        if name.kind is None:
            said.setdefault(name.key, Counter()).update(_said_beside(name, plain, syntax))
    kinds = {key: counted.most_common(1)[0][0] for key, counted in said.items() if counted}
    return tuple(replace(name, kind=kinds[name.key]) if name.key in kinds else name for name in names)


def _said_beside(name: Name, plain: str, syntax: Syntax) -> Iterator[Kind]:
    words_before = plain[max(0, name.start - _LOOKBACK) : name.start]
    words_after = plain[name.end : name.end + _LOOKAHEAD]
    for kind, before, after in _patterns(syntax):
        if before.search(words_before) or after.match(words_after):
            yield kind


@lru_cache(maxsize=4)
def _patterns(syntax: Syntax) -> tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...]:
    found = []
    for description in syntax.descriptions:
        kind = min(description.kinds, key=list(Kind).index)
        before = re.compile(rf"\b{description.nouns}{syntax.complements_of_noun}\Z", re.IGNORECASE)
        after = re.compile(rf"(?:{syntax.apposition}){description.nouns}\b", re.IGNORECASE)
        found.append((kind, before, after))
    titled = re.compile(syntax.titles + r"\Z")
    return (*found, (Kind.PERSON, titled, re.compile(r"(?!)")))
