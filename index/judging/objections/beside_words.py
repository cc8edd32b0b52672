"""The words of a sentence that answer, where the likeliest of them stand beside: the figure of another year than that
asked about, the name of somebody else than who did it, or who is asked about."""

from __future__ import annotations

import re
from typing import Final

from index.judging.objections.other_deed.deeds import deeds_asked, deeds_in
from index.passages.passage import Span, overlap
from index.question.expectation import Expectation, expectation_of, meets
from index.terms.letters import plain
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import STEMMERS, WORD, fold

_WHEN: Final = re.compile(
    r"\bil y a (?:[\w-]+ )?[\w-]+ (?:ans?|mois|semaines?)\b|\b[\w-]+ (?:years?|months?|weeks?) (?:ago|earlier|before)\b"
    r"|\b(?:l'an(?:nee)? (?:dernier|derniere|passee?)|last year|(?:en|in) (?:19|20)\d\d)\b"
)
_END_OF_YEAR: Final = re.compile(r"\b(?:en|in) (?P<year>(?:19|20)\d\d)")
_FIGURE: Final = r"(?P<figure>\d(?:[\d ., ]*\d)?)(?: ?[a-z%€$£'-]+){0,4}? "
_COUNTED: Final = frozenset({Expectation.FIGURE, Expectation.MONEY})
_WHO_IS: Final = re.compile(
    r"(?:(?:et|and|alors|so) )?(?:qui (?:est|etait)|c'est qui|who(?:'s| is| was))(?: donc)?"
    r" (?P<name>[\w'-]+(?: [\w'-]+){1,3})"
)
_BY_ANOTHER: Final = re.compile(r"\b(?P<deed>\w+) (?:by|par) (?:(?:the|an?|l[ae]s?|une?) |l')?(?:[a-z-]+ ){0,2}\Z")
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: (?:(?:de|du|la|van|von|al|el) )*[A-ZÀ-Þ][\w’'-]+)*")
_BEFORE: Final = re.compile(
    r"(?:\b(?:sa|son|ses|le|la|les|un|une|the|an?|his|her|its|their|leur) |\bl')(?:[a-z'-]+ ){0,3}?[a-z'-]+,? ?\Z"
)
_WITH: Final = re.compile(r"\b(?:avec|with|alongside|aux cotes d[eu'])(?: [a-z-]+){0,2}? ?\Z")
_CLAUSE: Final = re.compile(r"[,;:.—–«“\"]")
_BEHIND: Final = re.compile(
    r", (?P<said>(?:(?:une?|an?|the|l[ea]|his|her|its|son|sa|ancien\w*|former) |l')?[a-z][^,;.:()]{3,80})"
)
_PREDICATE: Final = re.compile(r",? (?P<said>[a-z][^,;.:()]{3,80})")


def beside_instead(question: str, text: str, words: Span) -> Span | None:
    """Where in the sentence ``text`` the words stand that answer ``question`` instead of the ``words``
    that were read; None where those may well answer."""
    instead = _at_its_time(question, text, words) or _what_one_is(question, text, words)
    return instead or _who_did(question, text, words) or _both_who_did(question, text, words)


def is_of_time_asked(question: str, text: str, words: Span) -> bool:
    """Whether the ``words`` of ``text`` are the figure that it gives for just the time that ``question`` asks of."""
    its = _at_its_time(question, text, words)
    return its is not None and overlap(words, its)


def _at_its_time(question: str, text: str, words: Span) -> Span | None:
    """The figure that ``text`` gives for just the time that ``question`` asks of, where a figure was read."""
    asked, told = plain(question), plain(text)
    when = _WHEN.search(asked) if expectation_of(question) in _COUNTED else None
    found = re.search(_FIGURE + _told_as(when[0]), told) if when is not None else None
    if found is None or not re.search(r"\d", text[slice(*words)]):
        return None
    return words if overlap(words, found.span("figure")) else found.span("figure")


def _told_as(when: str) -> str:
    """The pattern of a time in plain small letters as a sentence may tell it: « à la fin de 2021 » for « en 2021 »."""
    year = _END_OF_YEAR.fullmatch(when)
    if year is None:
        return re.escape(when)
    return rf"(?:(?:a|at|by) (?:la |the )?(?:fin|end) (?:de |d'|of )?|fin |en |in ){year['year']}\b"


def _what_one_is(question: str, text: str, words: Span) -> Span | None:
    """What ``text`` says that somebody is of whom ``question`` asks it, where the name of another was read."""
    asked = _WHO_IS.fullmatch(plain(question).strip(" ?!."))
    if asked is None or not text[slice(*words)][:1].isupper():
        return None
    name = re.search(rf"\b{re.escape(asked['name'])}\b", plain(text))
    if name is None or overlap(words, name.span()) or not text[name.start()].isupper():
        return None
    before = _BEFORE.search(plain(text), 0, name.start())
    if before is not None:
        return before.start(), before.start() + len(before[0].rstrip(" ,"))
    behind = _BEHIND.match(plain(text), name.end()) or _PREDICATE.match(plain(text), name.end())
    return behind.span("said") if behind is not None else None


def _who_did(question: str, text: str, words: Span) -> Span | None:
    """Whoever ``text`` names before the deed that ``question`` asks about, where who did another thing was read."""
    if expectation_of(question) is not Expectation.NAME:
        return None
    deeds = frozenset(deed for lang in STEMMERS for deed in deeds_asked(question, lang))
    by = _BY_ANOTHER.search(plain(text), 0, words[0])
    if not deeds or by is None:
        return None
    others = _deeds_told(by["deed"])
    if not others or not others.isdisjoint(deeds):
        return None
    at = next((one.start() for one in WORD.finditer(text) if not deeds.isdisjoint(_deeds_told(one[0]))), None)
    if at is None or at > by.start():
        return None
    named = [found for found in _NAME.finditer(text, 0, at) if _may_name_one(found[0])]
    return named[-1].span() if named else None


def _both_who_did(question: str, text: str, words: Span) -> Span | None:
    """Whoever ``text`` says did what ``question`` asks about, with the one who was read, who did it with them."""
    if expectation_of(question) is not Expectation.NAME or _WITH.search(plain(text), 0, words[0]) is None:
        return None
    start = max((found.end() for found in _CLAUSE.finditer(text, 0, words[0])), default=0)
    deeds = frozenset(deed for lang in STEMMERS for deed in deeds_asked(question, lang))
    told = text[start : words[0]]
    start += len(told) - len(told.lstrip())
    return (start, words[1]) if not deeds.isdisjoint(_deeds_told(told)) else None


def _may_name_one(name: str) -> bool:
    """Whether a capitalised ``name`` is no common word with which a sentence begins, and no month."""
    first = fold(name.split()[0])
    return not any(first in its for its in STOP_WORDS.values()) and not meets(name, Expectation.DATE)


def _deeds_told(text: str) -> frozenset[int]:
    """The deeds that ``text`` speaks of in either language."""
    return frozenset(deed for lang in STEMMERS for deed in deeds_in(text, lang))
