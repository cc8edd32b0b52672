"""How the articles that tell an event are shown: their quotes, and the labels that tell it in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from index.answer import Quote
from index.article import ArticleCard
from index.chronicle.labelling.brackets import Called, Headline, headline
from index.chronicle.labelling.brief import brief_label
from index.chronicle.labelling.labels import label
from index.chronicle.labelling.retold import DatesOfSentences, Retold
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Level, Participant
from index.generation.texts import Excerpt, ExcerptSource
from index.timeline import Telling

_BEFORE: Final = 500
"""Characters before a quote in which the sentence is looked for that it can't be understood without."""
_AFTER: Final = 240
"""Characters after a quote in which the sentence ends that says what it is about."""
_LABELLED: Final = 3
"""Tellings of an event that may give its label."""


Place = tuple[str, int, int]
"""Where a quote is: its article, its start and its end."""


class ShownNames:
    """Whom an event's participant is shown as: the subject itself, or something that is its; what articles are
    about."""

    def __init__(self, key: str, names: Sequence[str], wording: Wording, *, of_theme: bool) -> None:
        self._key, self._wording, self._book = key, wording, wording.book
        self._of_theme = of_theme
        self._called = {key: Called.by(names)}
        self._in_titles = Naming(wording)
        self._headlines: dict[str, Headline] = {}

    def owned(self, key: str) -> str | None:
        """The name of what is the subject's; None for the subject itself, and for longer forms of its name."""
        entity = self._book.get(key) if key != self._key else None
        return entity.name if entity is not None else None

    def headline(self, card: ArticleCard) -> Headline:
        """What the title of an article says."""
        if card.id not in self._headlines:
            self._headlines[card.id] = headline(card.title, card.lang, self._wording, self._in_titles)
        return self._headlines[card.id]

    def called(self, key: str) -> Called | None:
        """All that it goes by; a theme by nothing."""
        if self._of_theme:
            return None
        if key not in self._called:
            entity = self._book.get(key)
            its = self._called[self._key]
            self._called[key] = Called.by([alias.name for alias in entity.names]) if entity is not None else its
        return self._called[key]


def tellings(
    told: Iterable[tuple[ArticleEvent, Participant]],
    excerpts: Mapping[Place, Excerpt],
    texts: ExcerptSource,
    naming: ShownNames,
    beside: DatesOfSentences,
) -> tuple[Telling, ...]:
    """How each article tells an event; each quote once, one of the first with labels. What one sentence tells of it at
    two dates is told together."""
    its = list(told)
    own = {(event.article_id, event.expression) for event, _ in its}
    beside = {
        place: [date for date in beside.get(place, ()) if (place[0], date) not in own]
        for place in ((event.article_id, event.sentence) for event, _ in its)
    }
    once: dict[Place, tuple[ArticleEvent, Participant]] = {}
    for event, tied in its:
        once.setdefault((event.article_id, *tied.quote), (event, tied))
    labelled = _labelled(once, excerpts, texts, naming, beside)
    return tuple(
        _telling(event, tied, excerpts[place], naming, labelled.get(place, ("", "")))
        for place, (event, tied) in once.items()
    )


def _labelled(
    once: Mapping[Place, tuple[ArticleEvent, Participant]],
    excerpts: Mapping[Place, Excerpt],
    texts: ExcerptSource,
    naming: ShownNames,
    beside: DatesOfSentences,
) -> dict[Place, tuple[str, str]]:
    """The labels of the one telling that stands for the event: of the first that say its date and name the subject, if
    any do, one that needs no brackets."""
    date = next(iter(once.values()))[0].date
    first = dict(islice(once.items(), _LABELLED))
    worth = {place: (event.date != date, tied.level > Level.IN_SENTENCE) for place, (event, tied) in first.items()}
    best = min(worth.values())
    labels: dict[Place, tuple[Retold, str]] = {}
    for place, (event, tied) in first.items():
        if worth[place] == best:
            retold = _retold(event, excerpts[place], texts, beside)
            called, about = naming.called(tied.key), naming.headline(excerpts[place].card)
            labels[place] = retold, label(retold, called, about, tied.level)
            if not labels[place][1].startswith("["):
                break
    chosen = min(labels, key=lambda place: labels[place][1].startswith("["))
    retold, said = labels[chosen]
    tied, about = first[chosen][1], naming.headline(excerpts[chosen].card)
    return {chosen: (said, brief_label(retold, naming.called(tied.key), about, tied.level))}


def _retold(event: ArticleEvent, excerpt: Excerpt, texts: ExcerptSource, beside: DatesOfSentences) -> Retold:
    """``event`` in the words of its quote, with those around it in its paragraph where they are needed."""
    retold = Retold(event, excerpt.text, excerpt.start, beside)
    if not retold.is_left_alone():
        return retold
    low, end = max(0, excerpt.start - _BEFORE), excerpt.start + len(excerpt.text)
    span = (event.article_id, low, end + _AFTER)
    around = texts.excerpts([span])[span].text
    before, after = around[: excerpt.start - low].rpartition("\n")[2], around[end - low :]
    if len(before) == excerpt.start - low > 0 and low > 0:  # begins within a sentence
        before = before.partition(". ")[2]
    before = before if before.strip() else ""
    return Retold(event, before + excerpt.text, excerpt.start - len(before), beside, after)


def _telling(
    event: ArticleEvent,
    tied: Participant,
    excerpt: Excerpt,
    naming: ShownNames,
    labels: tuple[str, str],
) -> Telling:
    start, end = tied.quote
    quote = Quote(
        text=excerpt.text,
        start=start,
        end=end,
        highlights=_highlights(event, excerpt),
        score=tied.sureness,
        section=excerpt.section,
        article=excerpt.card,
    )
    first, last = event.expression
    return Telling(
        quote,
        event.date,
        excerpt.text[first - start : last - start],
        tied.level,
        event.mark,
        event.dated_by_article,
        *labels,
        naming.owned(tied.key),
    )


def _highlights(event: ArticleEvent, excerpt: Excerpt) -> tuple[tuple[int, int], ...]:
    """The pieces of the clause that tells the event, the signs at their ends aside."""
    trimmed = []
    for start, end in event.clause:
        while start < end and not excerpt.text[start - excerpt.start].isalnum():
            start += 1
        while end > start and excerpt.text[end - 1 - excerpt.start] in " ,;:\n\u00a0\u202f":
            end -= 1
        if start < end:
            trimmed.append((start, end))
    return tuple(trimmed)
