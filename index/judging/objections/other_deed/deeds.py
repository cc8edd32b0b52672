"""Which kind of deed a question asks about, in either language: who won is told where somebody "beat" another, and not
where the final merely "took place"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from index.judging.objections.other_deed.contraries import CONTRARIES, forms_of, without_stoppages
from index.judging.objections.other_deed.deed_phrases import told_in_phrases
from index.judging.objections.other_deed.deed_words import (
    CALLED_SO,
    FALSELY_ASKED,
    OF_PEOPLE_COUNTED,
    OF_SUMS,
    OTHER_DEEDS,
    SAID_OTHERWISE,
)
from index.question.expectation import Expectation, expectation_of
from index.terms.letters import plain
from index.terms.tokens import fold, stem_of, stems

_BORN: Final = re.compile(r"\bné\b|\b(?:est|ou|quand|etait|était) ne\b")
_WHERE: Final = re.compile(
    r"(?:^|[,;:] )(?:et |and )?(?:d'|par |from )?(?:ou|where)\b"
    r"|\b(?:dans|in|at) (?:quel(?:le)?s?|what|which)\b"
)
_WHICH: Final = re.compile(r"\b(?:quel(?:le)?s?|which)\b")
_WHETHER: Final = re.compile(
    r"(?:is|are|was|were|did|does|do|has|have|had|will|est-ce que|est-ce qu'|va-t-|vont-)(?=.)"
    r"|[^,]{0,60}\b(?:a|est|va|sera|ont|sont|fut|avai(?:t|ent)|etai(?:t|ent))-(?:t-)?(?:il|elle)s?\b"
)
_DECIDES: Final = re.compile(
    r"\b(?:decid\w+|decision|vot(?:e|es|ed|ing|er|era|ee?s?)|trancher\w*|prononcer\w*|examin\w+|stud(?:y|ies|ied)|etude"
    r"|consult\w*|discuss\w*|debat\w+|announc\w+|annonc\w+|advertised)\b"
)
_WILL_BE: Final = re.compile(r"\b(?:will|shall|going to|va|vont|va-t-\w+)\b|\w{2,}(?:ra|ront|ra-t-\w+|ront-\w+)\b")
_WHY: Final = re.compile(r"\b(?:pourquoi|why|how come|comment)\b")


def deeds_asked(question: str, lang: str) -> frozenset[int]:
    """The deeds of which ``question``, asked in ``lang``, wants to know who did them, when, which one, or whether; none
    where it asks why or how: that stands beside the deed. Where it asks how much, what the sum is of."""
    flat = plain(question)
    kind = expectation_of(question)
    if kind in (Expectation.FIGURE, Expectation.MONEY) and not _WHY.search(flat):
        counted = numbers_of(OF_PEOPLE_COUNTED) if kind is Expectation.FIGURE else frozenset()
        return frozenset(deed for deed in deeds_in(question, lang) if _is_of_a_sum(deed) or deed in counted)
    by_form = _WHICH.search(flat) or _WHETHER.match(flat) or _WHERE.search(flat)
    if _WHY.search(flat) or not (kind in (Expectation.DATE, Expectation.NAME) or by_form):
        return frozenset()
    return frozenset(deed for deed in deeds_in(question, lang) if not _is_of_a_sum(deed))


def asks_whether(question: str) -> bool:
    """Whether ``question`` asks if something was so."""
    return _WHETHER.match(plain(question)) is not None


def only_decides(question: str, sentence: str) -> bool:
    """Whether ``sentence`` tells when something is decided, studied or announced, where ``question`` asks when another
    thing will be done."""
    flat = plain(question)
    if expectation_of(question) is not Expectation.DATE or _DECIDES.search(flat) or not _WILL_BE.search(flat):
        return False
    return _DECIDES.search(plain(sentence)) is not None


def tells_contrary_deed(asked: frozenset[int], sentence: str, lang: str) -> bool:
    """Whether ``sentence``, in ``lang``, speaks of the contrary of a deed that is ``asked`` about, and of no such
    deed."""
    told = deeds_in(sentence, lang)
    contraries = {deed ^ 1 for deed in asked if deed < 2 * len(CONTRARIES)}
    return asked.isdisjoint(told) and not contraries.isdisjoint(told)


def may_be_told_otherwise(asked: frozenset[int]) -> bool:
    """Whether one of the deeds ``asked`` about is told in many other words than those known here."""
    return not asked.isdisjoint(numbers_of(SAID_OTHERWISE))


def are_called_so(asked: frozenset[int]) -> bool:
    """Whether there are hardly other words for the deeds ``asked`` about, at least one, than those known here."""
    return bool(asked) and asked <= numbers_of(CALLED_SO)


def befalling(asked: frozenset[int]) -> frozenset[int]:
    """The deeds in which one of those ``asked`` about may be told that people ask about though it never befell whoever
    they name; none where there is no such."""
    return frozenset(
        deed
        for first_word, told_as in FALSELY_ASKED.items()
        if not asked.isdisjoint(numbers_of(frozenset((first_word,))))
        for deed in numbers_of(told_as)
    )


def deeds_in(text: str, lang: str) -> frozenset[int]:
    """The deeds that ``text``, in ``lang``, speaks of, by number; none in a language without a list of them."""
    known = _by_stem(lang)
    told = stems(without_stoppages(text), lang)
    if lang == "fr" and _BORN.search(text.casefold()):
        told.append(stem_of("nee", lang))  # without its accent, « né » is no word of its own
    found = frozenset(deed for stem in told for deed in known.get(stem, ()))
    return found | numbers_of(frozenset(told_in_phrases(text))) if known else found


@cache
def numbers_of(first_words: frozenset[str]) -> frozenset[int]:
    """The numbers of the deeds of which these are the first words in French."""
    return frozenset(number for number, words in enumerate(_deeds()) if words["fr"].split(maxsplit=1)[0] in first_words)


def _is_of_a_sum(deed: int) -> bool:
    return deed >= len(_deeds()) - len(OF_SUMS)


def _deeds() -> tuple[Mapping[str, str], ...]:
    return (*(side for pair in CONTRARIES for side in pair), *OTHER_DEEDS, *OF_SUMS)


@cache
def _by_stem(lang: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(_deeds()):
        for stem in {
            stem_of(form, lang) for word in words.get(lang, "").split() for form in forms_of(fold(word), lang)
        }:
            found[stem] = (*found.get(stem, ()), number)
    return found
