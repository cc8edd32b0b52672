"""What a question demands of whatever answers it, as words tell: the names, places and years it speaks of, and the
kind of thing it asks for. Likeness and reading weigh all words together, so that a passage right but for the one name
that matters looks like an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.demands.longer_names import longer_name
from index.entities.book.entity import Kind
from index.entities.places import places
from index.follow_ups.names import Names
from index.generation.generation import Generation
from index.passages.passage import Span, overlap
from index.posts.holders import PostAsked, asks_for_predecessor, names_post, post_asked
from index.question.expectation import Expectation, expectation_of
from index.question.forms.compared import comparison
from index.question.unit import Unit, unit_of
from index.talk import small_talk as talk
from index.terms.common_words import common_words
from index.terms.known_words import is_known as is_word
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import STEMMERS, fold, stems
from index.terms.translations import words_across

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(
    r"(?<![\w.,/$€£-])(?:19|20)\d\d"
    r"(?![\w/-]|[.,]\d| ?(?:[%€$£]|euros?|dollars?|personnes?|people|patients?|emplois?|jobs?))"
)
_LANGUAGE: Final = re.compile(
    r"\b(?:en|in) (?:francais|anglais|allemand|espagnol|italien|french|english|german|spanish)\b"
)
"""What is said in a language is asked of no country."""
_THERE: Final = re.compile(
    r"\b(?:en|à|aux?|a|dans(?: l[ea]s?)?|vers|hors d[eu]|in|to|at|across|outside|inside|within)"
    r"(?: the| l['’]| la| le| les)? ?\Z"
    r"|\b(?:quel(?:le)?s?|which|what) (?:[\w-]+ )?\Z",
    re.IGNORECASE,
)
_ONE_OF: Final = re.compile(
    r"(?<=\w )ou\b|\b(?:or|vs|versus|plutôt que|rather than|compared|comparé à)\b"
    r"|\b(?:plus|moins|more|less)\b.*\b(?:que|than)\b"
)
"""Of several, no passage has to name all."""
_SUM_ASKED: Final = re.compile(
    r"^(?!.*\b(?:pourquoi|why|comment|how come|quand|when|qui|who)\b)"
    r".*?\b(?:combien|combian|cb|how much|(?:quel(?:le)?s?|what|which)\b.*"
    r"\b(?:prix|montant|somme|cout|tarif|amende|rancon|price|cost|sum|amount|fee|fine|ransom|pay|paid|spend|spent)|^(?:prix|tarif|price|cost)|(?:prix|tarif|price|cost)\W*$)"
)
_EITHER_YEAR: Final = re.compile(r"\b\d{4},? (?:ou|or) (?:(?:bien |plutôt |rather )?(?:en|in) )?\d{4}\b", re.IGNORECASE)
_IN_PASSING: Final = frozenset({Kind.INSTITUTION, Kind.LAW})
_SHORTEST: Final = 3
_LONGEST_ACRONYM: Final = 5
_SHORTEST_STRANGE: Final = 4
_SHORT_BEFORE: Final = re.compile(r"\b([^\W\d_]{3}) \Z")
_AS_NAMES_STAND: Final = re.compile(
    r"\b(?:did|does|do|is|was|has|have|can|could|will|would|what about|est-ce que|c'est quoi|c quoi|chez|par|by|from"
    r"|with|against|contre|racheté|acheté|bought|acquired|fondé|founded|créé) \Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameAsked:
    """Somebody or something named: ``entities`` of the list that go by the name, or the ``words`` of a name that no
    list holds, in plain small letters. ``must``: whatever answers names it, somewhere in its article. An article may
    well keep silent about an institution or a law, call by another name whom no list holds, and spell out initials.
    ``whole``: the words of the longer name of which it is part, if any."""

    entities: tuple[str, ...]
    words: tuple[str, ...]
    must: bool
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """One of ``places`` that go by a name; ``must``: what is asked is asked of what happens there (« en Belgique »),
    not of somebody who is from there."""

    places: tuple[str, ...]
    must: bool


@dataclass(frozen=True, slots=True)
class Demands:
    """What a question asked in ``lang`` demands: all of its ``names``, ``places`` and ``years``, a sum of ``money``, a
    number of a ``unit``, the holder of a ``post``, whoever was there ``before`` another, of other
    names than the words ``said``."""

    lang: str
    names: tuple[NameAsked, ...] = ()
    places: tuple[PlaceAsked, ...] = ()
    years: tuple[int, ...] = ()
    money: bool = False
    unit: Unit | None = None
    post: PostAsked | None = None
    before: bool = False
    said: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        of_somebody = self.names or self.post or self.before
        return bool(of_somebody or self.places or self.years or self.unit or self.money)


def demands_of(question: str, lang: str, generation: Generation) -> Demands:
    """What ``question``, asked in ``lang``, demands of the articles of ``generation``; of two that are compared no
    passage has to name both."""
    mentions = generation.wording.finder.mentions(question)
    known = [(its.start, its.end) for its in mentions]
    language = [found.span() for found in _LANGUAGE.finditer(fold(question))]
    there = [one for one in places().named_in(question, [*known, *language]) if not one.unsure]
    either = [found.span() for found in _EITHER_YEAR.finditer(question)]
    taken = [*known, *((one.start, one.end) for one in there)]
    one_of = _ONE_OF.search(question.casefold()) is not None or comparison(question, lang) is not None
    names = [_listed((its.entity_id, *its.others), generation) for its in mentions if not its.ambiguous]
    spans = Names([generation.wording], [generation.spelling]).spans(question)
    names += _unlisted(question, generation, spans, taken)
    names += _strange(question, generation, [*taken, *spans])
    return Demands(
        lang,
        tuple(replace(name, must=name.must and not one_of) for name in names),
        tuple(PlaceAsked(one.places, _THERE.search(question[: one.start]) is not None) for one in there),
        tuple(int(year[0]) for year in _YEAR.finditer(question) if not _within(year.span(), [*known, *either])),
        expectation_of(question) is Expectation.MONEY and _SUM_ASKED.search(fold(question)) is not None,
        unit_of(question, lang),
        post_asked(question),
        asks_for_predecessor(question, spans),
        frozenset(fold(word[0]) for word in _WORD.finditer(question)),
    )


def _listed(ids: tuple[str, ...], generation: Generation) -> NameAsked:
    return NameAsked(ids, (), must=all(generation.wording.book[one].kind not in _IN_PASSING for one in ids))


def _unlisted(
    question: str, generation: Generation, spans: Sequence[Span], taken: Sequence[Span]
) -> Iterator[NameAsked]:
    for start, end in spans:
        if _within((start, end), taken):
            continue
        written = [word[0] for word in _WORD.finditer(question, start, end) if not _within(word.span(), taken)]
        words = tuple(fold(word) for word in written if _may_name(word))
        if words and len(written) == 1:
            words = (*_short_first_name(question, generation, start), *words)
        if words:
            known = any(generation.spelling.knows(word) for word in words)
            spelt_out = not any(_is_acronym(word) for word in written)
            yield NameAsked((), words, not known and spelt_out, longer_name(question, generation, (start, end)))


def _short_first_name(question: str, generation: Generation, start: int) -> Iterator[str]:
    """The first name in small letters before the surname that begins at ``start``, so short that no base remembers how
    it is written: "when was ann marlow born?"."""
    found = _SHORT_BEFORE.search(question, 0, start)
    if found is not None and _may_name(found[1]) and not names_post(found[1]) and generation.spelling.knows(found[1]):
        yield fold(found[1])


def _strange(question: str, generation: Generation, taken: Sequence[Span]) -> Iterator[NameAsked]:
    """The words in small letters that nobody knows, neither the base nor a dictionary, and that stand where names do:
    "did garmin sell watches?". They may be ordinary words all the same, so none must be named."""
    for word in _WORD.finditer(question):
        said = word[0]
        if not said.islower() or len(said) < _SHORTEST_STRANGE or _within(word.span(), taken):
            continue
        stands_as_name = _AS_NAMES_STAND.search(question.replace("’", "'"), 0, word.start())
        if stands_as_name and not generation.spelling.knows(said) and not is_word(said):
            yield NameAsked((), (fold(said),), must=False)


def _may_name(word: str) -> bool:
    """Whether ``word`` is none that stands in any text: common, or one that is translated."""
    folded = fold(word)
    if len(folded) < _SHORTEST or folded.isdigit() or folded in talk.MONTHS_AND_DAYS:
        return False
    return not any(
        folded in STOP_WORDS[lang]
        or folded in words_across(lang)
        or any(stem in common_words(lang) for stem in stems(word, lang))
        for lang in STEMMERS
    )


def _is_acronym(word: str) -> bool:
    return len(word) <= _LONGEST_ACRONYM and word.isupper()


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(overlap(span, other) for other in spans)
