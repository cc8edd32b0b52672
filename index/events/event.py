"""What a dated event is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from index.passages.passage import Span


class Level(IntEnum):
    """How a subject belongs to an event, the surest first (shown with its own mark)."""

    NAMED = 1
    """The subject's name stands in the clause of the date."""
    IN_SENTENCE = 2
    """Its name stands in another clause of the sentence."""
    CARRIED = 3
    """A pronoun or a description in that clause (« la firme ») stands for a name before it."""
    NAMED_BEFORE = 4
    """Its name stands in one of the two sentences before."""
    NAMED_AFTER = 5
    """Its name stands in the next sentence."""
    TOPIC = 6
    """The article is about it: its title or its lead says so, or most of its text."""


class Mark(StrEnum):
    """What is known of an event beside its date."""

    TOLD = "told"
    ANNOUNCED = "announced"
    """It lay ahead when the article was written, or when what it tells was said."""
    CONDITIONAL = "conditional"
    CALLED_OFF = "called-off"
    """It was planned, and did not come, or not then."""
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who an event is about: ``key`` as in :class:`index.entities.proper_names.Name`; ``quote`` is the slice of the
    body that shows it, the dated sentence and, where the name stands near it, the sentences up to the name;
    ``sureness``, from 0 to 1, is how likely the event is told of ``key``."""

    key: str
    level: Level
    quote: Span
    sureness: float


@dataclass(frozen=True, slots=True)
class StandIn:
    """Words of a sentence, ``body[span]``, that stand for what the article names ``name`` before: a pronoun, which the
    name can replace, or a description (« la firme »)."""

    span: Span
    name: str
    is_pronoun: bool


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """One dated event as one article tells it; all spans are offsets in the article's body.

    ``date`` is EDTF; ``expression`` says it, with figures (« le 3 mai ») or pointing elsewhere (« le même jour »),
    and tells what happened or only which is meant (« l'accord de 2021 »);
    ``clause`` are the pieces that tell the event, and ``said`` the stems of
    their words, those of cited media aside; ``stand_ins`` are the words of the sentence that stand for a name before
    them. ``numbers``, ``actions`` and ``words`` (stems of the
    sentence, its dates and names aside) are what an event is compared by.
    """

    article_id: str
    lang: str
    date: str
    expression: Span
    clause: tuple[Span, ...]
    sentence: Span
    mark: Mark
    dated_by_article: bool
    is_dated_in_figures: bool
    says_which: bool
    participants: tuple[Participant, ...]
    numbers: tuple[str, ...]
    actions: tuple[str, ...]
    words: tuple[str, ...]
    said: tuple[str, ...]
    stand_ins: tuple[StandIn, ...] = ()

    def moved(self, span: Callable[[Span], Span]) -> ArticleEvent:
        """The same event with ``span`` of each of its spans."""
        return replace(
            self,
            expression=span(self.expression),
            clause=tuple(map(span, self.clause)),
            sentence=span(self.sentence),
            participants=tuple(replace(one, quote=span(one.quote)) for one in self.participants),
            stand_ins=tuple(replace(one, span=span(one.span)) for one in self.stand_ins),
        )
