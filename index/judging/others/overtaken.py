"""What was said first and holds no more: another article corrects it (« ramenée de 9 à 7 mètres »), or tells of later
how many there are. Who asks how it is reads what came after before what it came after."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from index.figures.figures import Counted, Figure
from index.figures.rates import is_rate
from index.figures.sought import Sought
from index.judging.objections.retracted import what_holds
from index.judging.objections.taken_back import asks_what_holds
from index.judging.others.agreement import BESIDE, is_of_the_same, words_of
from index.judging.others.answered import RATHER, Answered, EachAnswered
from index.judging.others.put_first import put_first
from index.question.forms.newest import asks_for_newest, asks_for_the_new
from index.question.forms.settled import is_settled
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.asked import asked_terms
from index.terms.letters import plain
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import stems

COVERED: Final = 0.6
"""The share of the words of the question that a sum or a time, which may be one of anything, must be told with."""
_AGE: Final = re.compile(r"\bhow old\b|\bwhat age\b|\bquel age\b|\bl'age d|\bage of\b")
_OLDEST: Final = 120
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


_BY_SOMEBODY: Final = re.compile(
    r"\b(?:selon|d'apres|according to|(?:say|says|said|claim\w*|think|thinks|thought|put|puts)(?= |$|\?)|dit|disait"
    r"|disent|estim\w+|evalu\w+|pretend\w*|affirm\w+)\b"
)
"""Who asks what somebody said of it asks for that, whatever was found since."""
Read = Mapping[Hit, Reading]


def newest_first(
    question: str, hits: Sequence[Hit], read: Read, each: EachAnswered | None = None
) -> tuple[list[Hit], Read]:
    """``hits``, in the order of what was ``read``, and what was, with the one first that tells a newer figure or date
    than the first one does in answer to ``question``; as they are where there is none. What ``each`` tells may be
    known."""
    newer = _newer(question, hits, read, each or EachAnswered(question, hits[0].query.lang))
    if newer is None:
        return list(hits), read
    passage = newer.indexed.passage
    said = read[newer].answering_sentence(passage)
    held = what_holds(question, passage.sentence_texts(), said)
    start, end = passage.sentences[said if held is None else held]
    its = read[newer].only_within(start - passage.start, end - passage.start)
    return put_first(newer, its, hits, read)


def _newer(question: str, hits: Sequence[Hit], read: Read, each: EachAnswered) -> Hit | None:
    if not asks_what_holds(question) or _BY_SOMEBODY.search(plain(question)):
        return None
    sought, first = each.sought, each.by(hits[0], read)
    if first is None or not first.told:
        return None
    others = (each.by(hit, read) for hit in hits[1:] if hit.indexed.card.id != hits[0].indexed.card.id)
    newer = [
        its
        for its in others
        if its is not None
        and its.speaks >= BESIDE
        and (its.is_sure or its.share >= RATHER)
        and _comes_after(sought, its, first)
        and is_of_the_same(sought, its.hit, hits[0])
        and (its.corrects(first) or _says_all(written_as_names(question, hits[0]), hits[0], its.hit))
    ]
    return max(newer, key=lambda its: (its.when, its.answers)).hit if newer else None


def _comes_after(sought: Sought, its: Answered, first: Answered) -> bool:
    """Whether what one tells came after what the ``first`` does, and takes its place in answer to what is ``sought``:
    for all whom the question names, if it is no correction."""
    question, written, before = sought.question, its.when[1], first.when[1]
    if its.corrects(first) and (written >= before or not written):
        return its.denied.mentions(first.told) or _YEAR.search(question) is None
    if not _asks_how_it_is(question) or not sought.names <= words_of(its.hit):
        return False
    if not its.when[0] > first.when[0] > 0 or is_rate(its.sentence) is not is_rate(first.sentence):
        return False
    if _asks_age(question):
        return all(map(_may_be_age, its.told.figures)) and all(one.value < _OLDEST for one in first.told.figures)
    grows = sought.is_counted_in(its.told) and sought.is_counted_in(first.told)
    is_another = asks_for_the_new(question) or (grows and not its.told.agrees_with(first.told))
    if not is_another and not its.told.differs_from(first.told):
        return False
    of_that_kind = any(one.counted is Counted.THINGS for one in first.told.figures) or its.covered >= COVERED
    of_that_kind = of_that_kind or grows or asks_for_newest(question)
    return of_that_kind and its.mentions.has_a_unit_of(first.told)


def _asks_age(question: str) -> bool:
    return _AGE.search(plain(question)) is not None


def _may_be_age(figure: Figure) -> bool:
    """Whether ``figure`` may count somebody's years, which are seldom named."""
    return (figure.counted is Counted.TIME and figure.unit == "year") or (not figure.unit and figure.value < _OLDEST)


def written_as_names(question: str, hit: Hit) -> frozenset[str]:
    """The words of ``question``, in plain small letters, that the passage ``hit`` only writes with a capital."""
    empty = frozenset().union(*STOP_WORDS.values())
    asked = frozenset(re.findall(r"[^\W\d_]{4,}", plain(question))) - empty
    said = re.findall(r"[^\W\d_]{4,}", f"{hit.indexed.card.title}. {hit.indexed.passage.text}")
    small = frozenset(plain(word) for word in said if word[0].islower())
    return (asked & frozenset(plain(word) for word in said if word[0].isupper())) - small


def _says_all(names: frozenset[str], first: Hit, hit: Hit) -> bool:
    """Whether the article of ``hit`` has all words of the ``names`` that the ``first`` one writes, or, in another
    language, what they are there."""
    said, (here, there) = words_of(hit), (first.indexed.card.lang, hit.indexed.card.lang)
    left = names - said
    if here == there or not left:
        return not left
    known = frozenset(stems(" ".join(said), there))
    return all(any(term.found_in(known) for term in asked_terms(word, here, there)) for word in left)


def _asks_how_it_is(question: str) -> bool:
    """Whether ``question`` asks how it is now, and not how it was, or is, in a year."""
    if _YEAR.search(question):
        return False
    return asks_for_newest(question) or not is_settled(question)
