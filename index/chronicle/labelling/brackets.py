"""What a label says in [brackets] beside its verbatim words: whom it is told of, and what its article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from index.chronicle.labelling.cuts import shortened
from index.chronicle.labelling.openings import plainly
from index.entities.book.names import name_key, says
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.languages.syntax import Syntax
from index.events.references import Reference, Sort, references

_LONGEST_TITLE: Final = 64
_SHORTEST_TITLE: Final = 5
_SUBTITLE: Final = re.compile(r"\s*(?::| [–—|])\s+")
_IN_FRONT: Final = re.compile(r"\[[^\]]*\] ")
_EARLY: Final = 30
"""Characters in which what a label begins with ends."""
_NAME_FOLLOWS: Final = re.compile(r",? [\[A-ZÀ-ÖØ-ÞŒ]")


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody goes by: its own ``name``, and the folded words of all its names."""

    name: str
    keys: tuple[tuple[str, ...], ...]

    @classmethod
    def by(cls, names: Sequence[str]) -> Self:
        """``names``, its own first."""
        return cls(names[0], tuple(dict.fromkeys(map(_key, names))))

    def is_said(self, words: Sequence[str]) -> bool:
        """Whether the folded ``words`` hold one of its names."""
        return any(says(words, key) for key in self.keys)


@lru_cache(maxsize=10_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name, asked for with each title that holds it."""
    return name_key(name)


@lru_cache(maxsize=1024)
def _words(label: str) -> tuple[str, ...]:
    """The folded words of a label, asked for whom it names and then for what."""
    return name_key(label)


@dataclass(frozen=True, slots=True)
class Headline:
    """An article's title, in short, and what the whole of it names."""

    short: str
    named: tuple[Called, ...]

    def is_about(self, subject: Called) -> bool:
        """Whether it names the ``subject``."""
        return subject.is_said(_key(self.short)) or any(set(one.keys) & set(subject.keys) for one in self.named)


def headline(title: str, lang: str, wording: Wording, naming: Naming) -> Headline:
    """The headline of the article under ``title``."""
    written = [(name.key, title[name.start : name.end]) for name in naming.names(title, lang)]
    named = []
    for key, as_written in written:
        entity = wording.book.get(key)
        named.append(Called.by([as_written, *(alias.name for alias in entity.names)] if entity else [as_written]))
    return Headline(_short(title), tuple(named))


def _short(title: str) -> str:
    """What stands before a subtitle, in whole words."""
    head = _SUBTITLE.split(" ".join(title.split()), maxsplit=1)[0]
    return shortened(head if len(head) >= _SHORTEST_TITLE else title, _LONGEST_TITLE)


def with_subject(label: str, subject: Called | None) -> str:
    """``label`` with whom it is told of in front, where it doesn't say."""
    if subject is None or subject.is_said(_words(label)):
        return label
    return f"[{subject.name}] {label}"


def with_head(label: str, subject: Called | None, article: Headline, *, is_others: bool) -> str:
    """As :func:`with_subject`; where ``label`` begins with what stands for something else, with what its article is
    about in front, if that isn't the subject."""
    if subject is None or not is_others or subject.is_said(_words(label)) or article.is_about(subject):
        return with_subject(label, subject)
    return f"[{article.short}] {label}" if article.short else label


def with_headline(label: str, article: Headline, syntax: Syntax | None, *, hangs: bool = False) -> str:
    """``label`` with what its article is about behind, where it names nothing of that, or says « la société » or, when
    it ``hangs``, « elle », without the name it stands for."""
    words = _words(label)
    if says(words, _key(article.short)):
        return label
    said = [one.is_said(words) for one in article.named]
    is_apart = bool(said) and not any(said)
    refers = syntax is not None and not label.startswith("[") and is_apart and _refers(label, syntax)
    recalls = syntax is not None and _recalls(label, syntax)
    return f"{label} [{article.short}]" if is_apart or refers or recalls or hangs else label


def _recalls(label: str, syntax: Syntax) -> bool:
    """Whether it begins with an event told before: "the decision takes effect"."""
    begins = _IN_FRONT.match(label)
    at = begins.end() if begins else 0
    found = syntax.event_nouns.search(plainly(label), at, at + _EARLY)
    return found is not None and found.start() == at


def _refers(label: str, syntax: Syntax) -> bool:
    """Whether a description stands for something that isn't named right beside it."""
    found = references(plainly(label), (0, len(label)), syntax, ())
    return any(one.sort is Sort.DESCRIPTION and not _is_named(label, one) for one in found)


def _is_named(label: str, one: Reference) -> bool:
    """ "the US Department", « le projet Nightingale », « la firme [Vega] »."""
    capitals = any(letter.isupper() for letter in label[one.start + 1 : one.end])
    return capitals or _NAME_FOLLOWS.match(label, one.end) is not None
