"""What a question takes for granted: who asks why a firm went bankrupt, or when somebody resigned or died, may be wrong
that it ever was so, and no sentence about the one named is an answer then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from index.demands.told import Fit
from index.judging.fitting.demanded import Demanded
from index.judging.objections.other_deed.deeds import befalling, deeds_in
from index.judging.objections.other_deed.whose_deed import may_be_of
from index.passages.sentences import sentences
from index.question.expectation import Expectation, expectation_of
from index.ranking.search import Hit

_LIFE: Final = re.compile(r"\(\s*(?:born \d{4}|\d{4}\s*[-–—]\s*\d{4})|[†✝]")


def is_untold(demanded: Demanded, hits: Iterable[Hit]) -> bool:
    """Whether the question asks when or why something befell somebody named, and no article of ``hits`` tells, or may
    tell, that it did."""
    question = demanded.question
    if demanded.a_list or not (demanded.asks_why or expectation_of(question) is Expectation.DATE):
        return False
    asked = befalling(deeds_in(question, demanded.lang))
    return bool(asked) and not any(_may_tell(demanded, asked, hit) for hit in hits)


def _may_tell(demanded: Demanded, asked: frozenset[int], hit: Hit) -> bool:
    """Whether the article of ``hit`` tells of a deed ``asked`` about that may be the one named's."""
    name, told = demanded.first_named(hit.generation), demanded.told_by(hit, None)
    if not name or told.without is not Fit.LACKS:
        return True
    if name.isdisjoint(told.words):
        return False
    texts = [told.article[start:end] for start, end in sentences(told.article, 0, len(told.article))]
    return _LIFE.search(told.article) is not None or any(
        may_be_of(asked, text, before, told.lang, name) for before, text in pairwise(("", *texts))
    )
