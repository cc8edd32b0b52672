"""Values that a text itself takes back: what was first said, planned or counted before the one that holds (« d'abord
annoncé 44 000 », "longtemps fixé à 214", "had planned for 11"), what it gives up ("cut from 9 to 7", "not in 1909"),
and what is only asked ("Did they? No.")."""

from __future__ import annotations

import re
from typing import Final

from index.figures.given_up import GivenUp, given_up
from index.judging.objections.beside_words import is_of_time_asked
from index.passages.passage import Span, overlap
from index.question.expectation import wants_figure
from index.terms.letters import plain

_SAID: Final = (
    r"(?:annonc|estim|evalu|chiffr|fix|compt|prev|parl|avanc|donn|prevoi|promis|budget|put|given|giv|announc"
    r"|count|report"
    r"|plann|expect|thought|said|set|promis|quot|hop|budgeted)\w*"
)
_BEFORE: Final = re.compile(
    rf"\b(?:d'abord|longtemps|initialement|au depart|dans un premier temps|a l'origine"
    rf"|un temps) (?:\w+ ){{0,2}}?{_SAID}"
    rf"|\b(?:first|initially|originally|long|at first) (?:\w+ )?{_SAID}"
    rf"|\b{_SAID} (?:d'abord|initialement|a l'origine|au depart|at first|initially|originally)\b"
    r"|\b(?:avai(?:t|ent)|aurai(?:t|ent)) (?:\w+ ){0,2}?(?:prevu|budgete|promis|espere|annonce)\w*"
    r"|\bhad (?:\w+ ){0,2}?(?:planned|budgeted|hoped|promised|expected|announced)\b"
)
"""What says that another value came after, or was meant..."""
_NOT: Final = re.compile(r"\bau lieu d(?:es?|u)\b|\binstead of\b|\brather than\b|\bplutot qu\w+")
"""...what says so of what comes behind it..."""
_ASKS_FOR_IT: Final = re.compile(
    r"\b(?:d'abord|initial\w*|a l'origine|au depart|premi(?:er|ere)s?|prev\w+|estim\w*|annonc\w+|promis\w*|devait"
    r"|devaient"
    r"|budget\w*|espere\w*|first|original\w*|at first|plann\w+|expect\w*|announc\w+|suppos\w+|meant|hop(?:ed|ing)"
    r"|thought"
    r"|longtemps|lieu de|instead|rather|avant|before)\b"
)
"""...and a question that wants just that one."""
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_CLAUSE: Final = re.compile(r"[,;:()«»\"“”—–](?!\d)|\b(?:mais|but|puis|then|and|et|while|alors que|tandis que)\b")
_DENIED_NEXT: Final = re.compile(r"\W*(?:no|non|nope|not at all|pas du tout)\b")


def is_taken_back(question: str, sentence: str, words: Span) -> bool:
    """Whether the ``words`` of ``sentence`` (characters in it) are a value that gave way to another, while
    ``question`` does not ask for what was first said or meant."""
    if not asks_what_holds(question):
        return False
    start, end = _clause(plain(sentence), words)
    if _BEFORE.search(plain(sentence), start, end) or _NOT.search(plain(sentence), start, words[0]):
        return True
    return _given_up(question, sentence, words) is not None


def what_holds(question: str, sentence: str, words: Span) -> Span | None:
    """The part of ``sentence`` that tells the value that holds, where the ``words`` are one that the sentence itself
    gives up, and ``question`` does not ask for that one; None where they are not, or no other is told."""
    given = _given_up(question, sentence, words) if asks_what_holds(question) else None
    return given.holds if given is not None else None


def asks_what_holds(question: str) -> bool:
    """Whether ``question`` asks for a figure or a date, and not for what was first said or meant."""
    return wants_figure(question) and not _ASKS_FOR_IT.search(plain(question))


def _given_up(question: str, sentence: str, words: Span) -> GivenUp | None:
    """What ``sentence`` gives up in the ``words`` alone: not beside what holds, and not told of a year asked about."""
    if is_of_time_asked(question, sentence, words):
        return None
    years = set(_YEAR.findall(question))
    for its in given_up(sentence):
        if not overlap(words, its.span) or (its.holds is not None and overlap(words, its.holds)):
            continue
        told_of = sentence[its.span[1] : its.holds[0]] if its.holds is not None and its.holds[0] > its.span[1] else ""
        if its.denied or years.isdisjoint(_YEAR.findall(told_of)):
            return its
    return None


def is_denied(sentence: str, behind: str) -> bool:
    """Whether ``sentence`` only asks, and what stands ``behind`` it says no."""
    return sentence.rstrip(" »\"”'’").endswith("?") and _DENIED_NEXT.match(plain(behind)) is not None


def _clause(sentence: str, words: Span) -> Span:
    """Where the part of ``sentence`` between two commas in which ``words`` stand is."""
    start = max((found.end() for found in _CLAUSE.finditer(sentence, 0, words[0])), default=0)
    behind = _CLAUSE.search(sentence, words[1])
    return start, behind.start() if behind else len(sentence)
