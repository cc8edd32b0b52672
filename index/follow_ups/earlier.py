"""What was asked before and who answered it, for what comes next to be taken from."""

from __future__ import annotations

import re
from typing import Final

from index.follow_ups import turns
from index.follow_ups.before import Before, Followed
from index.follow_ups.names import Names
from index.follow_ups.phrases import Phrase, phrases, put_in
from index.follow_ups.turn import END, Turn, is_empty, without
from index.passages.passage import Span, overlap
from index.posts.holders import names_post
from index.question.expectation import Expectation, expectation_of
from index.talk import small_talk as talk
from index.talk.core import core_of
from index.terms.letters import plain
from index.terms.tokens import fold

LONGEST_TAKEN: Final = 300
_NOUN_AFTER: Final = re.compile(
    r"['’]s (?P<owned>[^\W\d_]{3,} [^\W\d_]{3,})$|(?:['’]s)? (?P<noun>[^\W\d_]{3,}(?<![^\W\d_]{3}ed))(?= [^\W\d_]+$)"
)
_MOST_NOUNS: Final = 3


class Earlier:
    """What was asked before, and the names in its answer."""

    def __init__(self, before: Before, names: Names) -> None:
        self.text: Final = _first_asked(_without_wish(_without_change(core_of(before.question))).strip(END), names)
        self.plain: Final = plain(self.text)
        self.names: Final = names.spans(self.text)
        self._known: Final = names
        self.answer_names: Final = self._named_by(before, names)

    def with_fragment(self, turn: Turn) -> Followed:
        """The question before with ``turn`` in the place of what it had of the same kind, else after it."""
        mark = _mark(turn)
        place = None if turn.asks_with() else self._place_of(turn)
        put = turn.bare
        if not turn.asks_with() and (whole := self._with_thing(turn)) is not None:
            return Followed(whole, True, whole)
        if place is None and turn.of_another and self.names:
            place, put = self.names[-1], turn.bare[slice(*turn.names[0])]
        if place is not None:
            start, end = place
            whole = f"{self.text[:start]}{put}{self.text[end:]}{mark}"
            return Followed(whole, True, whole)
        paid_for = self._paid_for() if turn.asks_with() and not turns.PAYING.search(turn.plain) else None
        if paid_for is not None:
            return Followed(*self._with_asked(paid_for, paid_for, turn, ""))
        said = self._told_of() if turn.asks_with() else self.text
        shown, said = (_undated(self.text), _undated(said)) if turn.dates() else (self.text, said)
        meant = [name for name in self.answer_names[:1] if turn.means_somebody() and fold(name) not in fold(turn.bare)]
        of = f" ({', '.join(meant)})" if meant else ""
        return Followed(*self._with_asked(shown, said, turn, of))

    def _with_asked(self, shown: str, said: str, turn: Turn, of: str) -> tuple[str, bool, str]:
        """What ``turn`` asks, behind what is ``shown`` and what is ``said`` of the question before."""
        link = "et" if turn.lang == "fr" else "and"
        bare = turn.bare[:1].lower() + turn.bare[1:] if turn.asks_at_once() else turn.bare
        mark = _mark(turn)
        return f"{shown}, {link} {bare}{of}{mark}", True, f"{said}, {turn.bare}{of}{mark}"

    def _paid_for(self) -> str | None:
        """The purchase or sale of which the question before asks what was paid: "bought Verdal"; None without one."""
        aside = turns.ASIDE.search(self.text)
        said = aside[0].strip(" ()") if aside is not None and turns.PAYING.search(self.plain) else ""
        return said if turns.BARGAIN.match(plain(said)) else None

    def _with_thing(self, turn: Turn) -> str | None:
        """The question before, asked of the thing that ``turn`` speaks of, instead of the one it was asked of; None
        where ``turn`` is no such thing, or the question before is about none."""
        link = turns.LINKED.match(turn.plain)
        at = link.end() if link else 0
        said = turn.bare[at:]
        names = [(max(0, start - at), end - at) for start, end in turn.names]
        thing = next(iter(phrases(said, names)), None)
        is_date = turns.DATE.match(turn.plain) or turns.NOW.search(turn.plain)
        if thing is None or thing.span != (0, len(said)) or is_date:
            return None
        if link is not None:
            told = phrases(self.text, self.names)
            places = (its.place_of_linked(self.text, link[0].strip()) for its in told)
            place = next((found for found in places if found is not None), None)
            return f"{self.text[: place[0]]}{turn.bare}{self.text[place[1] :]}{_mark(turn)}" if place else None
        aside = turns.ASIDE.search(self.text)
        if names_post(thing.heads[0]):
            named = ", ".join(self.text[slice(*name)] for name in self.names) if len(thing.pieces) == 1 else ""
            of = f" ({named})" if named else ""
            return f"{'Qui est' if turn.lang == 'fr' else 'Who is'} {said}{of}{_mark(turn)}"
        if aside is not None:
            return f"{self.text[: aside.start()]} ({said}){_mark(turn)}"
        place = self._place_of_thing(thing, is_name=names == [thing.span])
        return put_in(self.text, place, said) + _mark(turn) if place is not None else None

    def _place_of_thing(self, thing: Phrase, *, is_name: bool) -> Span | None:
        """Where in the question before the thing it is about stands; None where that is not sure."""
        things = [its for its in phrases(self.text, self.names) if not its.is_aspect]
        named = [its for its in things if any(overlap(its.span, name) for name in self.names)]
        if thing.is_aspect or (is_name and (len(named) > 1 or len(thing.words) == 1)):
            return None
        chosen = next(iter(named), None) or next(reversed(things), None)
        return chosen.place_of(thing) if chosen is not None else None

    def corrected(self, turn: Turn) -> Followed:
        """The question before with ``turn`` in the place of the name it had, else with it."""
        place = self._place_of(turn) or (self.names[0] if self.names and turn.names else None)
        if place is None:
            whole = f"{self.text} ({turn.bare}){_mark(turn)}"
        else:
            whole = f"{self.text[: place[0]]}{turn.bare}{self.text[place[1] :]}{_mark(turn)}"
        return Followed(whole, True, whole)

    def about(self, turn: Turn) -> list[str]:
        """What the question before was about, and who answers it, as far as ``turn`` may mean them."""
        taken = []
        if turns.PERSON.search(turn.plain) and self._asks_who():
            taken += self.answer_names[:2]
        chosen = turns.TOPIC_CHOSEN.search(self.plain) and turn.points_back() and not taken
        if (chosen or turns.SEVERAL.search(turn.plain)) and (noun := turns.TOPIC_NOUN.search(self.plain)):
            taken.append(self.text[slice(*noun.span("noun"))])
        spans = [self._whole(name) for name in self.names]
        if turns.PAYING.search(turn.plain):
            spans = [self._with_bargain(span) for span in spans]
        spans += [noun for noun in self._nouns() if not any(overlap(noun, span) for span in spans)]
        taken += [self.text[start:end] for start, end in sorted(spans)]
        if not spans:
            taken.append(self._asked_of())
        said = fold(turn.bare)
        return [one for one in dict.fromkeys(taken) if one and fold(one) not in said]

    def _named_by(self, before: Before, names: Names) -> list[str]:
        """The names in the words that answered, else the one nearest to them in their sentence that the question
        didn't know."""
        answered = before.answered.strip(END)
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
            return self.text[head.end() :][:LONGEST_TAKEN].strip(END)
        end = turns.ASKS_AT_END.match(self.plain)
        whole = f"{self.text[: end.end('rest')]}{self.text[end.end() :]}" if end else self.text
        return whole[:LONGEST_TAKEN].strip(END)

    def _told_of(self) -> str:
        """The same without what counts or chooses, too: « combien de centres ont fermé » tells that centres closed."""
        asked = self._asked_of()
        determiner = turns.DETERMINER.match(plain(asked))
        return asked[determiner.end() :] if determiner else asked

    def _whole(self, name: Span) -> Span:
        """``name`` with the noun it goes with: « la ligne C », "the Kerdoncuff law"."""
        start, end = name
        while before := turns.UP_TO_NAME.search(self.plain, 0, start):
            start = before.start("noun")
        if (after := _NOUN_AFTER.match(self.text, end)) and not is_empty(after[after.lastgroup or 0]):
            end = after.end()
        return start, end

    def _with_bargain(self, name: Span) -> Span:
        """``name`` with the deed before it, if that is a purchase or a sale: that is what was paid for."""
        found = next((its for its in turns.BARGAIN.finditer(self.plain, 0, name[0]) if its.end() == name[0]), None)
        return (found.start(), name[1]) if found is not None else name

    def _nouns(self) -> list[Span]:
        found = (noun.span(noun.lastgroup or 0) for noun in turns.NOUN.finditer(self.plain))
        return [span for span in found if not is_empty(self.text[slice(*span)])][:_MOST_NOUNS]

    def _name_for(self, name: str) -> Span:
        """The name that ``name`` takes the place of: the first, but not whose product or company it is."""
        others = (one for one in self.names if not self._known.are_kin(name, self.text[slice(*one)]))
        return next(others, self.names[0])

    def _place_of(self, turn: Turn) -> Span | None:
        for kind in (turns.DATE, turns.NOW):
            if (turns.DATE.match(turn.plain) or turns.NOW.match(turn.plain)) and (found := kind.search(self.plain)):
                return found.span()
        if not turn.names or not self.names:
            return None
        said = turns.BEFORE_NAME.search(turn.plain, 0, turn.names[0][0])
        if said is None:
            return self._name_for(turn.bare) if len(turn.names) == 1 and turn.names[0] == (0, len(turn.bare)) else None
        for name in self.names:
            before = turns.BEFORE_NAME.search(self.plain, 0, name[0])
            if before is not None and before["before"] == said["before"]:
                return before.start(), name[1]
        return None


def _mark(turn: Turn) -> str:
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


def _without_change(text: str) -> str:
    """« changement de sujet : … » without what says so."""
    said = turns.CHANGES_FIRST.match(plain(text))
    return text[said.end() :] if said else text


def _first_asked(text: str, names: Names) -> str:
    """``text`` without the fragment that followed it, where one was understood with it."""
    also = turns.ALSO_ASKED.search(plain(text))
    if also is None or names.spans(text[also.start("asked") :]) or not turns.WH.search(also["asked"]):
        return text
    return text[: also.start()]


def _undated(text: str) -> str:
    """``text`` without the dates in it."""
    return re.sub(
        r"\s{2,}", " ", without(text, [found.span() for found in turns.DATE.finditer(plain(text))], "")
    ).strip()
