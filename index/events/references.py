"""Who « elle », « la firme » or "both companies" stands for: the name it carries over from before.

The subject of the clause or sentence before comes first, as in centering theory (Grosz, Joshi and Weinstein 1995); else
there must be one possible name and no other. Nothing is carried further than two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from index.entities.book.entity import Kind
from index.events.languages.syntax import Syntax
from index.passages.passage import Span

FURTHEST: Final = 2
"""Sentences a name is carried over."""
_ANOTHER_CLAUSE: Final = re.compile(r"[;:]|\b(?:et|mais|que|qu'|qui|and|but|that|which|who) ?")
_NAMES_IT: Final = re.compile(
    r"(?<=[\wà-ÿ\u0300-\u036f,;:)] )(?:[ld]')?[A-ZÀ-ÖØ-ÞŒ]|[;:]|\b(?:et|mais|que|qu'|and|but|that) ?"
)
"""A name, or another clause in which it may be named, before a pronoun that is an object."""
_IN_AN_EVENT: Final = 3
"""How many of those a sentence names « l'opération » after it is about."""

_NOT_PERSON: Final = frozenset(Kind) - {Kind.PERSON}
_PERSON: Final = frozenset({Kind.PERSON})
_ANY: Final = frozenset(Kind)
_ACTORS: Final = frozenset({Kind.COMPANY, Kind.INSTITUTION, Kind.PERSON})


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something spoken of: its key, its kind if known, and the sentence that names it."""

    key: str
    kind: Kind | None
    named_in: Span


@dataclass(slots=True)
class Told:
    """Who the text ``at`` a place speaks of: its subject first (several for a plural), then all, in order."""

    subject: tuple[Referent, ...] = ()
    all: list[Referent] = field(default_factory=list)
    at: int = 0
    done_to: tuple[Referent, ...] = ()
    """What something is done to that only a pronoun says ("lent it"): the text goes on about that."""

    def distinct(self) -> dict[str, Referent]:
        """Everyone, once, in order."""
        return {referent.key: referent for referent in self.all}


class Sort(StrEnum):
    """What a reference is made of."""

    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    SEVERAL = "several"
    POSSESSIVE = "possessive"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a name before them; ``kinds`` are what it may name, ``count`` how many (0: any plural)."""

    sort: Sort
    start: int
    end: int
    kinds: frozenset[Kind] = _ANY
    count: int = 1
    is_latter: bool = False
    """« celle-ci »: the one named last."""
    is_periphrasis: bool = False
    """« le géant du commerce en ligne »: known from all of the article, not from the sentence before alone."""


def references(plain: str, span: Span, syntax: Syntax, named: Sequence[Span]) -> list[Reference]:
    """The references in ``plain[span]``, in order; descriptions that a name of ``named`` spells out are none."""
    start, end = span
    text = plain[start:end]
    names = [(begin - start, finish - start) for begin, finish in named if start <= begin < end]
    found = [*_several(text, syntax), *_descriptions(text, syntax, names), *_pronouns(text, syntax)]
    if not found:
        found = [Reference(Sort.EVENT, *match.span()) for match in syntax.event_nouns.finditer(text)][:1]
    if not found:
        found = [Reference(Sort.POSSESSIVE, *match.span()) for match in syntax.possessive.finditer(text)][:1]
    moved = [replace(one, start=start + one.start, end=start + one.end) for one in found]
    return sorted(moved, key=lambda reference: reference.start)


def is_left_open(plain: str, span: Span, syntax: Syntax) -> bool:
    """Whether ``plain[span]`` begins with what stands for something before it, or does something to what no name in it
    says: « La justice l'a relaxée »."""
    begin, end = span
    if syntax.hanging.match(plain, begin, end) is not None:
        return True
    pointed = syntax.demonstrative.search(plain, begin, end)
    if pointed is not None and _ANOTHER_CLAUSE.search(plain, begin, pointed.start()) is None:
        return True
    done_to = syntax.object_pronoun.search(plain, begin, end)
    return done_to is not None and _NAMES_IT.search(plain, begin, done_to.start()) is None


def _pronouns(text: str, syntax: Syntax) -> Iterator[Reference]:
    for match in syntax.pronoun.finditer(text):
        groups = match.groupdict()
        kinds = _PERSON if groups.get("person") else _NOT_PERSON if groups.get("thing") else _ANY
        count = 0 if groups.get("many") else 1
        yield Reference(Sort.PRONOUN, *match.span(), kinds, count, is_latter=bool(groups.get("latter")))
        return  # a second one mostly stands for the first


def _several(text: str, syntax: Syntax) -> Iterator[Reference]:
    for match in syntax.several.finditer(text):
        count = 2 if match.groupdict().get("both") else syntax.numbers.get((match["count"] or "").lower(), 0)
        yield Reference(Sort.SEVERAL, *match.span(), _ACTORS, count)


def _descriptions(text: str, syntax: Syntax, named: Sequence[Span]) -> Iterator[Reference]:
    joined, kinds_of = _compiled(syntax)
    spelled_out = re.compile(syntax.complements_of_noun, re.IGNORECASE)
    which = re.compile(syntax.described_by, re.IGNORECASE)
    for match in joined.finditer(text):
        if any(start <= match.end() - 1 and match.start() < end for start, end in named):
            continue
        if any(start > match.end() and spelled_out.fullmatch(text, match.end(), start) for start, _ in named):
            continue
        kinds = next(kinds for name, kinds in kinds_of.items() if match[name])
        described = any(start > match.end() and which.fullmatch(text, match.end(), start) for start, _ in named)
        if described and Kind.COMPANY not in kinds:
            continue
        periphrasis = syntax.periphrasis.match(text, match.start()) is not None
        yield Reference(Sort.DESCRIPTION, *match.span(), kinds, is_periphrasis=periphrasis)


@lru_cache(maxsize=4)
def _compiled(syntax: Syntax) -> tuple[re.Pattern[str], dict[str, frozenset[Kind]]]:
    kinds = {f"d{place}": description.kinds for place, description in enumerate(syntax.descriptions)}
    nouns = "|".join(f"(?P<d{place}>{one.nouns})" for place, one in enumerate(syntax.descriptions))
    return re.compile(rf"{syntax.definite}{syntax.modifiers}(?:{nouns})\b", re.IGNORECASE), kinds


Owner = Callable[[Referent], Referent | None]
"""Who owns or employs somebody, if the list of entities says so: « la firme » after its director's name."""


def resolve(reference: Reference, before: Sequence[Told], owner: Owner) -> tuple[Referent, ...]:
    """Who ``reference`` stands for; ``before`` are the clauses and sentences before it, the nearest first."""
    if reference.sort is Sort.SEVERAL:
        return _group(reference, before)
    for told in before:
        if reference.sort is Sort.EVENT:
            if told.all:
                return tuple(told.distinct().values())[:_IN_AN_EVENT]
            continue
        found = _in_one(reference, told, owner)
        if found is not None:
            return found
    return ()


def done_to(before: Sequence[Told], doers: Collection[str], things: Sequence[Referent]) -> tuple[Referent, ...]:
    """What a pronoun as object stands for in a clause about ``doers``: what the text was about just before, or where
    nothing is before, the first of the ``things`` that it is about which is no short form of a doer."""
    for told in before:
        spoken_of = told.done_to or told.subject
        its = tuple(one for one in spoken_of if one.key not in doers and one.kind is not Kind.PERSON)
        if not its:
            others = {one.key: one for one in told.all if one.key not in doers and one.kind is not Kind.PERSON}
            its = tuple(others.values())
        if its:
            return its if len(its) == 1 else ()
    return tuple(one for one in things if not any(f"{one.key} " in f"{doer} " for doer in doers))[:1]


def _in_one(reference: Reference, told: Told, owner: Owner) -> tuple[Referent, ...] | None:
    """Whom ``told`` gives; empty when it is not decidable, None when it speaks of nobody that fits."""
    fitting = [one for one in told.distinct().values() if _fits(one, reference)]
    if reference.is_latter:
        return (fitting[-1],) if fitting else None
    if reference.sort is Sort.PRONOUN and reference.count == 1 and len(told.done_to) == 1:
        spoken_of = tuple(one for one in told.done_to if _fits(one, reference))
        if spoken_of:
            return spoken_of
    subject = tuple(one for one in told.subject if _fits(one, reference))
    if reference.count == 0:
        return subject if len(subject) > 1 else () if fitting else None
    if len(subject) == 1 and len(told.subject) == 1:
        return subject
    subjects = {one.key for one in told.subject}
    others = [one for one in fitting if one.key not in subjects]
    if not others:
        owners = {one.key: one for one in map(owner, told.subject) if one and _fits(one, reference)}
        return tuple(owners.values()) if reference.sort is Sort.DESCRIPTION and len(owners) == 1 else None
    return (others[0],) if len(others) == 1 else ()


def _group(reference: Reference, before: Sequence[Told]) -> tuple[Referent, ...]:
    found: dict[str, Referent] = {}
    for told in before:
        for one in told.distinct().values():
            if _fits(one, reference):
                found.setdefault(one.key, one)
        if len(found) == reference.count:
            return tuple(found.values())
        if len(found) > reference.count:
            return ()
    return ()


def _fits(one: Referent, reference: Reference) -> bool:
    return one.kind is None or one.kind in reference.kinds
