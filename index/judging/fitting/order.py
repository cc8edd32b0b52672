"""Which passage comes first in the light of what is demanded: those that lack it come last."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from index.demands.told import Fit
from index.judging.fitting.passage import Fitting, is_contrary, words_read
from index.judging.fitting.sentence import Named
from index.judging.objections.kind_of_words import can_answer, is_of_the_kind
from index.question.forms.newest import asks_of_the_end
from index.ranking.search import Hit
from index.reading.reading import Reading

OF_A_DEED, OF_A_KNOWN_DEED = 2.0, 3.0
"""Logarithm of odds: so much less likely an answer may be that speaks of the deed than one that doesn't; and where the
deed is told in words that are all known here."""
ABOUT_AS_LIKELY: Final = 1.0
"""Logarithm of odds: so much less likely an answer may be that says what a thing is than one that only names it."""
LIKELY: Final = 0.0
"""Logarithm of odds: what answers rather than not likely answers."""
UNLIKELY: Final = -2.5
"""Logarithm of odds: what answers no likelier is no answer, whatever its words."""


def lacking_last(asked: str, fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[Hit]:
    """``hits`` with those at their head that lack what is demanded, tell of something beside it or the contrary of
    what is ``asked``, behind all others, up to the first one that was ``read``, likely answers and does not; as
    they are where there is none."""
    answers = [read[hit].answers if hit in read else None for hit in hits]

    def fit_of(place: int) -> Fit:
        hit, reading = hits[place], read[hits[place]]
        its = fitting.of(hit, reading)
        return min(its, Fit.BESIDE) if is_contrary(asked, fitting.demanded.lang, hit, reading) else its

    first = _surer_behind(first_fitting(answers, fit_of), answers, fit_of)
    if not first and hits and hits[0] in read:
        first = _first_of_the_kind(fitting, hits, read) or _first_doing(fitting, hits, read)
        first = first or _first_naming(fitting, hits, read) or _last_told(fitting, hits, read)
        first = first or _first_holding(fitting, hits, read) or _first_explaining(fitting, hits, read)
    return [*hits[first:], *hits[:first]]


def first_fitting(answers: Sequence[float | None], fit_of: Callable[[int], Fit]) -> int:
    """The place of the first passage that was read, likely answers and does not lack what is demanded, or tell of
    something beside it; of the first one, that it answers need not be likely. 0 where there is none. ``answers`` are
    what the reader said of each (logarithm of the odds), None of those not read."""
    for place, its in enumerate(answers):
        if its is None:
            break
        if (place == 0 or its > LIKELY) and fit_of(place) > Fit.BESIDE:
            return place
    return 0


def _surer_behind(first: int, answers: Sequence[float | None], fit_of: Callable[[int], Fit]) -> int:
    """Where the one at ``first`` is to come before others and only may meet what is demanded, the place of one behind
    it that does, and answers likelier; else ``first``."""
    its = answers[first] if first else None
    if its is None or fit_of(first) is Fit.MEETS:
        return first
    behind = [at for at, likely in enumerate(answers) if at > first and likely is not None and likely > its]
    return next((at for at in behind if fit_of(at) is Fit.MEETS), first)


def _first_of_the_kind(fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
    """Where the words read in the first passage can be no answer, the place of the first one in which they are just
    what is asked for, even if it hardly likely answers; else 0."""
    question = fitting.demanded.question
    if can_answer(question, words_read(question, hits[0], read[hits[0]])):
        return 0
    likely = _likelier(UNLIKELY, hits, read)
    return next((at for at in likely if is_of_the_kind(question, words_read(question, hits[at], read[hits[at]]))), 0)


def _first_doing(fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
    """The place of the first passage of which the answering sentence speaks of the deed asked about, and which
    answers about as likely as the first one, where that one speaks of no such deed; else 0."""
    deed = fitting.deed
    if not deed or deed.spoken_of_by(hits[0]):
        return 0
    behind = OF_A_KNOWN_DEED if deed.must_be_told_in(hits[0]) else OF_A_DEED
    for place in _likelier(max(LIKELY, read[hits[0]].answers - behind), hits, read):
        if deed.told_in(hits[place], read[hits[place]].answering_sentence(hits[place].indexed.passage)):
            return place
    return 0


def _first_naming(fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
    """Where it is asked what a thing is, or who came after somebody, and the first passage does not say, or answers
    of another thing, the place of the first one that does and answers about as likely; else 0."""
    sentences = fitting.sentences
    if not sentences.asks_for_one_by_name:
        return 0
    named = [
        sentences.how_named_in(hit, read[hit].answering_sentence(hit.indexed.passage)) if hit in read else Named.NOWHERE
        for hit in hits
    ]
    if named[0] is Named.DEFINED:
        return 0
    first = read[hits[0]].answers
    if named[0] is Named.ANSWERING:
        likely, wanted = _likelier(first - ABOUT_AS_LIKELY, hits, read), Named.DEFINED
    else:
        after = sentences.asks_for_somebody_after
        behind = math.inf if after or named[0] is Named.IN_PASSING else OF_A_KNOWN_DEED
        likely = [
            place
            for place in _likelier(-math.inf if after else UNLIKELY, hits, read)
            if read[hits[place]].answers > first - behind or sentences.writes_as_name(hits[place])
        ]
        wanted = Named.ANSWERING if named[0] is Named.IN_PASSING else Named.IN_PASSING
    named_so = (place for place in likely if named[place] >= wanted)
    return next((place for place in named_so if fitting.of(hits[place], read[hits[place]]) is not Fit.LACKS), 0)


def _first_explaining(fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
    """Where a reason is asked for, and the first passage likely gives none, the place of the first one that likely does
    and meets what is demanded; else 0."""
    if read[hits[0]].answers > LIKELY or not fitting.is_unexplained(hits[0], read[hits[0]]):
        return 0
    for place in _likelier(LIKELY, hits, read):
        hit, reading = hits[place], read[hits[place]]
        if not fitting.is_unexplained(hit, reading) and fitting.of(hit, reading) is Fit.MEETS:
            return place
    return 0


def _first_holding(fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
    """Where it is asked who holds a post, and the first passage tells that of somebody else, the place of the first one
    that tells who does, even if it hardly likely answers; else 0."""
    post = fitting.demanded.of(hits[0].generation).post
    if post is None or not post.now or fitting.of(hits[0], read[hits[0]]) > Fit.BESIDE:
        return 0
    likely = _likelier(UNLIKELY, hits, read)
    return next((at for at in likely if fitting.of(hits[at], read[hits[at]]) is Fit.MEETS), 0)


def _last_told(fitting: Fitting, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> int:
    """Where it is asked how many there were in the end, the place of the passage that tells it last of those of the
    first one's article that likely answer and meet what is demanded; else 0."""
    if not asks_of_the_end(fitting.demanded.question):
        return 0

    def told_at(place: int) -> int:
        passage = hits[place].indexed.passage
        return passage.sentences[read[hits[place]].answering_sentence(passage)][0]

    article = hits[0].indexed.card
    likely = [place for place in _likelier(LIKELY, hits, read) if hits[place].indexed.card == article]
    fits = [place for place in likely if place == 0 or fitting.of(hits[place], read[hits[place]]) is Fit.MEETS]
    return max(fits, key=told_at, default=0)


def _likelier(least: float, hits: Sequence[Hit], read: Mapping[Hit, Reading]) -> list[int]:
    """The places of those ``hits`` that were ``read`` and answer likelier than ``least``, in order."""
    return [place for place, hit in enumerate(hits) if hit in read and read[hit].answers > least]
