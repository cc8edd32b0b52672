"""What was typed now, and how it may go on from what was asked before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.follow_ups import turns
from index.follow_ups.names import Names
from index.passages.passage import Span
from index.talk import small_talk as talk
from index.terms.letters import plain
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import QUESTION_WORDS, STEMMERS, fold

MOST_WORDS: Final = 40
"""A text that is longer says itself what it is about."""
LONGEST_FRAGMENT: Final = 7
WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
END: Final = " \t?!.,;:…"


class Turn:
    """What was typed now."""

    def __init__(self, text: str, names: Names, lang: str) -> None:
        link = turns.LINK.match(plain(text))
        self.text: Final = text
        self.link: Final = plain(link[0]) if link else ""
        bare = _without_trail((text[link.end() :] if link else text).strip(END))
        anothers = turns.ANOTHERS.match(plain(bare))
        self.of_another: Final = anothers is not None and bool(names.spans(bare[anothers.end() :]))
        self.bare: Final = bare[anothers.end() :] if anothers and self.of_another else bare
        self.plain: Final = plain(self.bare)
        self._known: Final = names
        self.names: Final = names.spans(self.bare)
        self.lang: Final = lang
        self.linked: Final = link is not None

    def asks(self) -> bool:
        """Whether something is asked, of nobody in the conversation."""
        words = [word.group() for word in WORD.finditer(self.plain)]
        if not words or len(words) > MOST_WORDS or all(word in turns.CHAT for word in words):
            return False
        wish = talk.WISH_OPENING.match(self.plain)
        if turns.SPOKEN_TO.search(self.plain, wish.end() if wish else 0) and not self.points_back():
            return False
        if "?" in self.text or talk.ASKING_OPENING.match(self.plain) or talk.ASKING.search(self.plain):
            return True
        if self.linked and turns.WH.search(self.plain):
            return True
        return self.linked and len(words) <= LONGEST_FRAGMENT and not turns.CLAUSE.search(self.plain)

    def correction(self) -> Turn | None:
        """What is meant, where some words said before were not: « non, je parlais de … »."""
        said = turns.CORRECTION.match(plain(self.text))
        return Turn(self.text[said.end() :], self._known, self.lang) if said else None

    def goes_on(self) -> bool:
        """Whether it begins with a link ("and how much …?") and names nothing."""
        return turns.GOES_ON.search(self.link) is not None and not self.names

    def points_back(self) -> bool:
        """Whether a word stands for what was named before; one after a name may stand for that."""
        if self.chooses():
            return True
        named = self.names[0][0] if self.names else len(self.plain)
        said = turns.IMPERSONAL.sub(lambda found: "x" * len(found[0]), self.plain)
        own = [found.span(part) for found in turns.OWN_SUBJECT.finditer(said) for part in ("article", "again")]
        pointing = [found.span() for found in turns.POINTS.finditer(said)]
        return any(
            start < named and not any(start < own_end and own_start < end for own_start, own_end in own)
            for start, end in pointing
        )

    def chooses(self) -> bool:
        """Whether one of those just asked for is meant: "which one cost most?"."""
        return turns.CHOOSES.search(self.plain) is not None and not self.names

    def names_anew(self) -> bool:
        """Whether a name is written as one, with a capital."""
        return any(not self.bare[start:end].islower() for start, end in self.names)

    def points_elsewhere(self) -> bool:
        """Whether a word stands for something else than whoever is named here."""
        return turns.OUTWARD.search(self.plain) is not None

    def points_to_event(self) -> bool:
        """Whether all that happened is meant, rather than somebody or something."""
        if self.names or turns.TAKEN_UP.search(self.plain):
            return False
        return turns.EVENT.search(self.plain) is not None

    def is_fragment(self) -> bool:
        """Whether there is no verb to go with what is asked."""
        words = WORD.findall(self.plain)
        said = "".join("-" if typed in "àÀ" else letter for typed, letter in zip(self.bare, self.plain, strict=True))
        unnamed = without(said, self.names)
        if len(words) > LONGEST_FRAGMENT or turns.CLAUSE.search(unnamed):
            return False
        return not (self.names and self.asks_with() and any(not is_empty(word) for word in WORD.findall(unnamed)))

    def dates(self) -> bool:
        """Whether another time is told."""
        return turns.DATE.search(self.plain) is not None or turns.NOW.search(self.plain) is not None

    def asks_with(self) -> bool:
        """Whether it has a word that asks."""
        return turns.WH.search(self.plain) is not None

    def asks_at_once(self) -> bool:
        """Whether it begins with what it asks with."""
        return turns.WH_HEAD.match(self.plain) is not None or talk.ASKING_OPENING.match(self.plain) is not None

    def means_somebody(self) -> bool:
        """Whether a word stands for somebody."""
        return turns.MEANS_SOMEBODY.search(self.plain) is not None and not self.names

    def with_taken(self, taken: Sequence[str]) -> str:
        """It, and in brackets what was ``taken`` from before."""
        return f"{self.bare} ({', '.join(taken)}){' ?' if self.lang == 'fr' else '?'}"


def _without_trail(bare: str) -> str:
    """``bare`` without the small words that close it: "and Calico, then?"."""
    while len(bare.split()) > 1 and (trail := turns.TRAILS.search(plain(bare))) is not None:
        bare = bare[: trail.start()]
    return bare


def without(text: str, spans: Sequence[Span], put: str = "1") -> str:
    """``text`` with ``put`` in the place of ``spans``."""
    for start, end in reversed(spans):
        text = f"{text[:start]}{put}{text[end:]}"
    return text


def is_empty(word: str) -> bool:
    """Whether ``word`` says nothing of what a question is about."""
    folded = fold(word)
    if folded.isdigit() or folded in talk.SMALL_WORDS:
        return True
    return any(folded in STOP_WORDS[lang] or folded in QUESTION_WORDS[lang] for lang in STEMMERS)
