"""What was to come when the first passage was written, and was given up since: who asks when it will be reads first
what tells that it will not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.figures.sought import Sought
from index.judging.objections.other_deed.deeds import deeds_in
from index.judging.others.agreement import is_of_the_same
from index.judging.others.put_first import Read, put_place_first
from index.ranking.search import Hit
from index.reading.first import FirstReader
from index.reading.reading import Reading
from index.terms.asked import AskedTerm, asked_terms
from index.terms.letters import plain
from index.terms.tokens import stems

_WILL_BE: Final = re.compile(
    r"\b(?:will|shall|going to|due to|is to|are to|planned|va|vont|va-t-\w+|doi(?:t|vent)|prevue?s?|ouvrira\w*)\b"
    r"|\b\w{2,}(?:era|ira|dra|ront|ra-t-\w+|ront-\w+)\b"
)
_DROPPED: Final = re.compile(
    r"\b(?:abandon(?:s|ed|ne|nee|nes|nees|na|nait|ner)|scrapp\w+|shelv\w+|cancel\w+|call(?:ed|s) (?:\w+ )?off|dropped"
    r"|axed|gave up|given up|came to nothing|will not|never (?:opened|built|took place|happened|came|be)"
    r"|renonc\w+|annul\w+|enterr(?:e|ee|es|ees|er|a)|remisee?s?|ne (?:se )?(?:verra|fera|ouvrira) (?:pas|jamais)"
    r"|n'(?:a|ont|aura|ouvrira) jamais)\b"
)
_IN_THE_END: Final = re.compile(
    r"\b(?:finalement|au final|en fin de compte|in the end|after all|eventually|finally|(?:end|ended|ends) up"
    r"|(?:go|went) through|come off|came off)\b"
)
_WITHDRAWS: Final = re.compile(
    rf"{_DROPPED.pattern}|\b(?:withdr(?:ew|aw|aws|awn)|pull(?:s|ed) out|back(?:s|ed) (?:out|away)|walk(?:s|ed) away"
    r"|s'est retiree?|se retire|s'est desistee?|jette l'eponge|fait marche arriere)\b"
)
_NAME: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?: [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])+")


def dropped_first(
    reader: FirstReader, question: str, hits: Sequence[Hit], read: Read
) -> tuple[list[Hit], dict[Hit, Reading]]:
    """``hits``, in the order of what was ``read``, and what was, with the one first of which a sentence says that what
    ``question`` asks about, which is yet to come in the first one, was given up later, or that somebody whom that one
    names withdrew, where it asks what came of it; as they are where none does."""
    told = _given_up(question, hits) if _WILL_BE.search(plain(question)) else None
    if told is None and _IN_THE_END.search(plain(question)):
        told = _withdrawn(question, hits)
    return put_place_first(reader, question, told, hits, read)


def _given_up(question: str, hits: Sequence[Hit]) -> tuple[Hit, int] | None:
    """The newest of ``hits`` later than the first that says so, and the place of the sentence."""
    sought, date = Sought.by(question, hits[0].query.lang), hits[0].indexed.card.date or ""
    later = [hit for hit in hits[1:] if (hit.indexed.card.date or "") > date > ""]
    found = [(hit, place) for hit in later if is_of_the_same(sought, hit, hits[0]) for place in _places(sought, hit)]
    return max(found, key=lambda one: one[0].indexed.card.date or "", default=None)


def _withdrawn(question: str, hits: Sequence[Hit]) -> tuple[Hit, int] | None:
    """The newest of ``hits`` later than the first that says that somebody withdrew whom that one names where it speaks
    of what ``question`` asks about, and the place of the sentence."""
    card, lang = hits[0].indexed.card, hits[0].query.lang
    asked = deeds_in(question, lang)
    telling = [text for text in hits[0].indexed.passage.sentence_texts() if asked & deeds_in(text, card.lang)]
    names = {name for text in telling for name in _NAME.findall(text) if plain(name) not in plain(question)}
    found = [
        (hit, place)
        for hit in hits[1:]
        if (hit.indexed.card.date or "") > (card.date or "") > ""
        for place, text in enumerate(hit.indexed.passage.sentence_texts())
        if _WITHDRAWS.search(plain(text)) and any(name in text for name in names)
    ]
    return max(found, key=lambda one: one[0].indexed.card.date or "", default=None)


def _places(sought: Sought, hit: Hit) -> Iterator[int]:
    """The places of the sentences of ``hit`` that say of a thing asked about that it was given up, where the passage
    speaks of all of them; a word that is translated nowhere may be told in another."""
    passage, lang = hit.indexed.passage, hit.indexed.card.lang
    things = [term for term in asked_terms(sought.question, sought.lang, lang) if not _is_deed(term, lang)]
    things = [term for term in things if sought.lang == lang or len(term.stems) > 1]
    everywhere = frozenset(stems(f"{hit.indexed.card.title}\n{passage.text}", lang))
    if not things or not all(term.found_in(everywhere) for term in things):
        return
    for place, text in enumerate(passage.sentence_texts()):
        said = frozenset(stems(text, lang))
        if _DROPPED.search(plain(text)) and any(term.found_in(said) for term in things):
            yield place


def _is_deed(term: AskedTerm, lang: str) -> bool:
    return any(deeds_in(stem, lang) for stem in term.stems)
