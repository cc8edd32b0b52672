"""What kind of thing a text says that somebody did, by its verbs and nouns: also of a question, and of what has no
date."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from typing import TYPE_CHECKING, Final

from index.events.languages.action import Action

if TYPE_CHECKING:
    import re

_SAID_OF_ALL: Final = frozenset({Action.ANNOUNCE, Action.EXTEND, Action.PUBLISH})
"""What is told along with something else: it tells one thing from another nowhere."""


def acts_in(text: str, lang: str) -> frozenset[Action]:
    """The kinds of things that ``text``, in ``lang``, says were done; none in a language without a grammar."""
    from index.dates.finder import PLAIN  # grammars take time to load, and few questions need them

    plain = text.translate(PLAIN)
    return frozenset(action for action, pattern in _patterns().get(lang, {}).items() if pattern.search(plain))


def places_of_acts(text: str, lang: str, acts: Set[Action]) -> list[tuple[int, int]]:
    """Where ``text``, in ``lang``, says that one of ``acts`` was done, as offsets."""
    from index.dates.finder import PLAIN

    plain, its = text.translate(PLAIN), _patterns().get(lang, {})
    return sorted(found.span() for act in acts if act in its for found in its[act].finditer(plain))


@cache
def _patterns() -> Mapping[str, Mapping[Action, re.Pattern[str]]]:
    from index.events.languages.english import ENGLISH
    from index.events.languages.french import FRENCH

    return {
        lang: {action: pattern for action, pattern in syntax.actions.items() if action not in _SAID_OF_ALL}
        for lang, syntax in (("en", ENGLISH), ("fr", FRENCH))
    }
