"""A question that follows another one: what it lacks is taken from what was asked and answered before.

No sentence is made: to the words that were typed come names and words that stood before. A fragment ("and in 2014?")
takes its place in the question before; a question that only points back (« elle a coûté combien ? ») takes what that
one was about. A question that names what it is about, a change of subject and small talk take nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.follow_ups import turns
from index.follow_ups.before import Before
from index.follow_ups.names import Names
from index.passages.passage import Span
from index.question.expectation import Expectation, expectation_of
from index.question.letters import plain
from index.talk import small_talk as talk
from index.talk.core import core_of
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import QUESTION_WORDS, STEMMERS, fold

MOST_WORDS: Final = 40
"""A text that is longer says itself what it is about."""
LONGEST_FRAGMENT: Final = 7
LONGEST_TAKEN: Final = 300
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END: Final = " \t?!.,;:…"
_NOUN_AFTER: Final = re.compile(
    r"['’]s (?P<owned>[^\W\d_]{3,} [^\W\d_]{3,})$|(?:['’]s)? (?P<noun>[^\W\d_]{3,}(?<![^\W\d_]{3}ed))(?= [^\W\d_]+$)"
)
_MOST_NOUNS: Final = 3


@dataclass(frozen=True, slots=True)
class Followed:
    """A question with what it lacked, as it is ``understood`` and as it is ``sought``: in "Who founded it, and when?"
    only the second part. Where nothing is ``surely`` lacking, it may as well be meant alone."""

    understood: str
    surely: bool
    sought: str


def followed(question: str, before: Before, names: Names, lang: str, typed: str | None = None) -> Followed | None:
    """``question``, asked in ``lang`` amid what was ``typed``, with what it lacks taken from ``before``; None where it
    lacks nothing, or asks nothing."""
    reading = _Turn(core_of(question), names, lang)
    if turns.CHANGE.search(plain(typed or question)):
        return None
    earlier = _Earlier(before, names)
    if (meant := reading.correction()) is not None and meant.is_fragment():
        return earlier.corrected(meant)
    if not reading.asks():
        return None
    if reading.is_fragment():
        return earlier.with_fragment(reading)
    points = reading.points_back()
    if reading.names and not points and not reading.points_elsewhere():
        return None
    if points and reading.points_to_event():
        return earlier.with_fragment(reading)
    taken = earlier.about(reading)
    if not taken:
        return None
    whole = reading.with_taken(taken)
    return Followed(whole, (points and not reading.names_anew()) or reading.goes_on(), whole)


def names_its_subject(question: str, names: Names, lang: str) -> bool:
    """Whether ``question`` asks, and names what it is about: what comes next follows it, answered or not."""
    reading = _Turn(core_of(question), names, lang)
    return bool(reading.names) and reading.asks() and not reading.points_back()


def is_lost(question: str, names: Names, lang: str) -> bool:
    """Whether ``question`` goes on from something ("and in 2014?") and asks nothing without it."""
    reading = _Turn(core_of(question), names, lang)
    return reading.linked and reading.is_fragment()


class _Turn:
    """What was typed now."""

    def __init__(self, text: str, names: Names, lang: str) -> None:
        link = turns.LINK.match(plain(text))
        self.text: Final = text
        self.link: Final = plain(link[0]) if link else ""
        self.bare: Final = _without_trail((text[link.end() :] if link else text).strip(_END))
        self.plain: Final = plain(self.bare)
        self._known: Final = names
        self.names: Final = names.spans(self.bare)
        self.lang: Final = lang
        self.linked: Final = link is not None

    def asks(self) -> bool:
        """Whether something is asked, of nobody in the conversation."""
        words = [word.group() for word in _WORD.finditer(self.plain)]
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

    def correction(self) -> _Turn | None:
        """What is meant, where some words said before were not: « non, je parlais de … »."""
        said = turns.CORRECTION.match(plain(self.text))
        return _Turn(self.text[said.end() :], self._known, self.lang) if said else None

    def goes_on(self) -> bool:
        """Whether it begins with a link ("and how much …?") and names nothing."""
        return turns.GOES_ON.search(self.link) is not None and not self.names

    def points_back(self) -> bool:
        """Whether a word stands for what was named before; one after a name may stand for that."""
        named = self.names[0][0] if self.names else len(self.plain)
        said = turns.IMPERSONAL.sub(lambda found: "x" * len(found[0]), self.plain)
        own = [found.span(part) for found in turns.OWN_SUBJECT.finditer(said) for part in ("article", "again")]
        pointing = [found.span() for found in turns.POINTS.finditer(said)]
        return any(
            start < named and not any(start < own_end and own_start < end for own_start, own_end in own)
            for start, end in pointing
        )

    def names_anew(self) -> bool:
        """Whether a name is written as one, with a capital."""
        return any(not self.bare[start:end].islower() for start, end in self.names)

    def points_elsewhere(self) -> bool:
        """Whether a word stands for something else than whoever is named here."""
        return turns.OUTWARD.search(self.plain) is not None

    def points_to_event(self) -> bool:
        """Whether all that happened is meant, rather than somebody or something."""
        return turns.EVENT.search(self.plain) is not None and not self.names

    def is_fragment(self) -> bool:
        """Whether there is no verb to go with what is asked."""
        words = _WORD.findall(self.plain)
        said = "".join("-" if typed in "àÀ" else letter for typed, letter in zip(self.bare, self.plain, strict=True))
        unnamed = _without(said, self.names)
        if len(words) > LONGEST_FRAGMENT or turns.CLAUSE.search(unnamed):
            return False
        return not (self.names and self.asks_with() and any(not _is_empty(word) for word in _WORD.findall(unnamed)))

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
        return f"{self.bare} ({', '.join(taken)}){' ?' if self.lang == 'fr' else '?'}"


class _Earlier:
    """What was asked before, and the names in its answer."""

    def __init__(self, before: Before, names: Names) -> None:
        self.text: Final = _first_asked(_without_wish(core_of(before.question)).strip(_END), names)
        self.plain: Final = plain(self.text)
        self.names: Final = names.spans(self.text)
        self.answer_names: Final = self._named_by(before, names)

    def with_fragment(self, turn: _Turn) -> Followed:
        """The question before with ``turn`` in the place of what it had of the same kind, else after it."""
        mark = _mark(turn)
        place = None if turn.asks_with() else self._place_of(turn)
        if place is not None:
            start, end = place
            whole = f"{self.text[:start]}{turn.bare}{self.text[end:]}{mark}"
            return Followed(whole, True, whole)
        said = self._asked_of() if turn.asks_with() else self.text
        shown, said = (_undated(self.text), _undated(said)) if turn.dates() else (self.text, said)
        link = "et" if turn.lang == "fr" else "and"
        bare = turn.bare[:1].lower() + turn.bare[1:] if turn.asks_at_once() else turn.bare
        meant = [name for name in self.answer_names[:1] if turn.means_somebody() and fold(name) not in fold(turn.bare)]
        of = f" ({', '.join(meant)})" if meant else ""
        return Followed(f"{shown}, {link} {bare}{of}{mark}", True, f"{said}, {turn.bare}{of}{mark}")

    def corrected(self, turn: _Turn) -> Followed:
        """The question before with ``turn`` in the place of the name it had, else with it."""
        place = self._place_of(turn) or (self.names[0] if self.names and turn.names else None)
        if place is None:
            whole = f"{self.text} ({turn.bare}){_mark(turn)}"
        else:
            whole = f"{self.text[: place[0]]}{turn.bare}{self.text[place[1] :]}{_mark(turn)}"
        return Followed(whole, True, whole)

    def about(self, turn: _Turn) -> list[str]:
        """What the question before was about, and who answers it, as far as ``turn`` may mean them."""
        taken = []
        if turns.PERSON.search(turn.plain) and self._asks_who():
            taken += self.answer_names[:2]
        chosen = turns.TOPIC_CHOSEN.search(self.plain) and turn.points_back() and not taken
        if (chosen or turns.SEVERAL.search(turn.plain)) and (noun := turns.TOPIC_NOUN.search(self.plain)):
            taken.append(self.text[slice(*noun.span("noun"))])
        spans = [self._whole(name) for name in self.names]
        spans += [noun for noun in self._nouns() if not any(_overlap(noun, span) for span in spans)]
        taken += [self.text[start:end] for start, end in sorted(spans)]
        if not spans:
            taken.append(self._asked_of())
        said = fold(turn.bare)
        return [one for one in dict.fromkeys(taken) if one and fold(one) not in said]

    def _named_by(self, before: Before, names: Names) -> list[str]:
        """The names in the words that answered, else the one nearest to them in their sentence that the question
        didn't know."""
        answered = before.answered.strip(_END)
        if named := [answered[start:end] for start, end in names.spans(answered)]:
            return named
        asked, end = fold(self.text), before.at + len(before.answered)
        new = [span for span in names.spans(before.said) if fold(before.said[slice(*span)]) not in asked]
        nearest = min(new, key=lambda span: max(span[0] - end, before.at - span[1]), default=(0, 0))
        return [before.said[slice(*nearest)]] if new else []

    def _asks_who(self) -> bool:
        return (
            expectation_of(self.text) is Expectation.NAME or re.match(r"(?:qui|who|which|quel)", self.plain) is not None
        )

    def _asked_of(self) -> str:
        """The question without the words it asks with."""
        head = turns.WH_HEAD.match(self.plain)
        if head is not None:
            return self.text[head.end() :][:LONGEST_TAKEN].strip(_END)
        end = turns.ASKS_AT_END.match(self.plain)
        whole = f"{self.text[: end.end('rest')]}{self.text[end.end() :]}" if end else self.text
        return whole[:LONGEST_TAKEN].strip(_END)

    def _whole(self, name: Span) -> Span:
        """``name`` with the noun it goes with: « la ligne C », "the Kerdoncuff law"."""
        start, end = name
        while before := turns.UP_TO_NAME.search(self.plain, 0, start):
            start = before.start("noun")
        if (after := _NOUN_AFTER.match(self.text, end)) and not _is_empty(after[after.lastgroup or 0]):
            end = after.end()
        return start, end

    def _nouns(self) -> list[Span]:
        found = (noun.span(noun.lastgroup or 0) for noun in turns.NOUN.finditer(self.plain))
        return [span for span in found if not _is_empty(self.text[slice(*span)])][:_MOST_NOUNS]

    def _place_of(self, turn: _Turn) -> Span | None:
        for kind in (turns.DATE, turns.NOW):
            if (turns.DATE.match(turn.plain) or turns.NOW.match(turn.plain)) and (found := kind.search(self.plain)):
                return found.span()
        if not turn.names or not self.names:
            return None
        said = turns.BEFORE_NAME.search(turn.plain, 0, turn.names[0][0])
        if said is None:
            return self.names[0] if len(turn.names) == 1 and turn.names[0] == (0, len(turn.bare)) else None
        for name in self.names:
            before = turns.BEFORE_NAME.search(self.plain, 0, name[0])
            if before is not None and before["before"] == said["before"]:
                return before.start(), name[1]
        return None


def _without_trail(bare: str) -> str:
    """``bare`` without the small words that close it: "and Calico, then?"."""
    while len(bare.split()) > 1 and (trail := turns.TRAILS.search(plain(bare))) is not None:
        bare = bare[: trail.start()]
    return bare


def _mark(turn: _Turn) -> str:
    return " ?" if turn.lang == "fr" else "?"


def _without_wish(text: str) -> str:
    """« je voudrais savoir combien … » without its wish."""
    flat = plain(text)
    link = turns.LINK.match(flat)
    at = link.end() if link else 0
    wish = talk.WISH_OPENING.match(flat, at)
    asked = turns.WH.search(flat, at, wish.end() + 1) if wish else None
    start = asked.start() if asked else wish.end() if wish else 0
    return text[start:].lstrip() if turns.WH.match(flat[start:].lstrip()) else text


def _first_asked(text: str, names: Names) -> str:
    """``text`` without the fragment that followed it, where one was understood with it."""
    also = turns.ALSO_ASKED.search(plain(text))
    if also is None or names.spans(text[also.start("asked") :]) or not turns.WH.search(also["asked"]):
        return text
    return text[: also.start()]


def _undated(text: str) -> str:
    """``text`` without the dates in it."""
    return re.sub(
        r"\s{2,}", " ", _without(text, [found.span() for found in turns.DATE.finditer(plain(text))], "")
    ).strip()


def _without(text: str, spans: Sequence[Span], put: str = "1") -> str:
    """``text`` with ``put`` in the place of ``spans``."""
    for start, end in reversed(spans):
        text = f"{text[:start]}{put}{text[end:]}"
    return text


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_empty(word: str) -> bool:
    folded = fold(word)
    if folded.isdigit() or folded in talk.SMALL_WORDS:
        return True
    return any(folded in STOP_WORDS[lang] or folded in QUESTION_WORDS[lang] for lang in STEMMERS)
