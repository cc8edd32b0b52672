"""Who says so: the passages of other articles that tell what the first one tells, or tell it otherwise.

Two contradict each other when the reader finds a figure or a date for the same question in both, and they differ. What
changed since is no contradiction: a question in the present, or about the newest, asks for a figure that does.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.answer import Verdict
from index.figures.sought import Sought, named_in
from index.judging.others.answered import Answered, EachAnswered
from index.judging.others.same_thing import SpokenOf
from index.posts.holders import post_asked
from index.question.forms.settled import is_settled
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.tokens import fold

CONTRADICTS: Final = {Verdict.FOUND: 1.0, Verdict.WEAK: 3.0}
"""What a passage answers (logarithm of the odds) and what its sentence has of the question's words, together, from
which what differs is called a contradiction, where the first answers and where it may."""
BESIDE: Final = -2.0
"""The same, from which what differs stands beside the first, without being called so."""
CONFIRMS: Final = 0.0
"""The same, from which what agrees is said by that article too."""
MOST_ALSO: Final = 3
_ALIKE: Final = 0.5
"""The share of the names asked for that both articles have when they speak of the same."""
_NAMES_SHARED: Final = 2
"""Names that two articles of one subject have in common, where the question names nobody."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Passages of other articles than the first one's, one an article: those that tell the same (``also``), and the
    one that tells it otherwise (``other``), surely so if ``contradicts``."""

    also: tuple[Hit, ...] = ()
    other: Hit | None = None
    contradicts: bool = False


NOBODY_ELSE: Final = Agreement()


def agreement(
    question: str,
    judged: Verdict,
    hits: Sequence[Hit],
    read: Mapping[Hit, Reading],
    each: EachAnswered | None = None,
) -> Agreement:
    """Who else says what the first of ``hits`` says in answer to ``question``; ``hits`` in the order of what was
    read, ``judged`` so. What may not answer is not confirmed; it may be contradicted, by what answers as likely. What
    ``each`` tells may be known."""
    if not hits:
        return NOBODY_ELSE
    each = each or EachAnswered(question, hits[0].query.lang)
    sought, first = each.sought, each.by(hits[0], read)
    if first is None:
        return NOBODY_ELSE
    also: list[Hit] = []
    others: list[Answered] = []
    seen = {hits[0].indexed.card.id}
    for hit in hits[1:]:
        its = each.by(hit, read)
        if its is None or hit.indexed.card.id in seen:
            continue
        if its.agrees_with(first) and its.answers >= CONFIRMS:
            seen.add(hit.indexed.card.id)
            also.append(hit)
        elif its.speaks >= BESIDE and its.may_differ_from(first):
            others.append(its)
    left = [its for its in others if its.hit.indexed.card.id not in seen]
    of_the_same = [its for its in left if is_of_the_same(sought, its.hit, first.hit)]
    of_one_thing = [its for its in of_the_same if _is_of_one_thing(sought, its, first)]
    other = max(
        of_one_thing or of_the_same or [its for its in left if its.counts], key=lambda its: its.answers, default=None
    )
    if judged is not Verdict.FOUND:
        also = []
    post = post_asked(question)
    if post is not None and post.now:
        also = [hit for hit in also if (hit.indexed.card.date or "") >= (hits[0].indexed.card.date or "")]
    if other is None:
        return Agreement(tuple(also[:MOST_ALSO]))
    sure = first.is_sure and other in of_one_thing and other.speaks >= CONTRADICTS.get(judged, math.inf)
    lasts = is_settled(question) and not (first.is_now or other.is_now)
    return Agreement(tuple(also[:MOST_ALSO]), other.hit, sure and lasts)


def beside_first(hits: Sequence[Hit], found: Agreement) -> list[Hit]:
    """``hits`` with the other side right behind the first one."""
    if found.other is None:
        return list(hits)
    return [hits[0], found.other, *(hit for hit in hits[1:] if hit is not found.other)]


def _is_of_one_thing(sought: Sought, its: Answered, first: Answered) -> bool:
    """Whether one that answers tells of the same thing as the ``first``; what corrects it surely does."""
    if its.corrects(first) or first.corrects(its):
        return True
    here, there = (SpokenOf(sought.question, sought.lang, one.hit, one.sentence) for one in (its, first))
    if not (here.tells_the_deed() and there.tells_the_deed() and here.speaks_of_the_things_of(there)):
        return False
    return bool(_names_in(sought, first.hit)) or here.shares_more_than_asked_with(there)


def _names_in(sought: Sought, first: Hit) -> frozenset[str]:
    """The names that the question gives, as it is typed or as the passage ``first`` writes them."""
    beside = named_in(f"{first.indexed.card.title}. {first.indexed.passage.text}")
    return sought.said & (sought.names & words_of(first) | beside)


def is_of_the_same(sought: Sought, hit: Hit, first: Hit) -> bool:
    """Whether the article of ``hit`` speaks of those of the ``question`` of whom that of ``first`` does, or, where it
    names none, of those that this one names there. In another language they may go by other names."""
    if not _listed_in(first, sought.question) & _listed_in(first) <= _listed_in(hit):
        return False
    if hit.indexed.card.lang != first.indexed.card.lang:
        return True
    there, named = words_of(hit), _names_in(sought, first)
    if named:
        return len(named & there) >= _ALIKE * len(named)
    beside = named_in(f"{first.indexed.card.title}. {first.indexed.passage.text}")
    return len(beside & there) >= min(_NAMES_SHARED, len(beside))


def _listed_in(hit: Hit, text: str | None = None) -> frozenset[str]:
    """Whom of the list of entities a ``text`` names, or a passage under its title."""
    passage = f"{hit.indexed.card.title}\n{hit.indexed.passage.text}\n{hit.indexed.names}"
    found = hit.generation.wording.finder.mentions(passage if text is None else text)
    return frozenset(one.entity_id for one in found if not one.ambiguous)


def words_of(hit: Hit) -> frozenset[str]:
    """The words of an article, and its other names of those whom the passage mentions."""
    article = hit.generation.texts.article(hit.indexed.card.id)
    body = article.body if article is not None else hit.indexed.passage.text
    beside = f"{hit.indexed.card.title} {hit.indexed.names}"
    return _words_in(beside) | _words_in(body)


@lru_cache(maxsize=64)  # the articles of one question, each of which is held against others many times
def _words_in(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w[\w-]+", fold(text)))
