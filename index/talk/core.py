"""The part of what somebody typed that asks: greetings, thanks, who they are and what it is for change nothing.

People write to a bot as they write to a person. What they type is cut into sentences and clauses; those that ask are
kept word for word, and the small talk around them is left out. A question that only points back ("who ran it?") keeps
the sentence that names what it is about. Where nothing clearly asks (keywords, a statement), only greetings, thanks
and set phrases go.

The words of each language stand in :mod:`index.talk.small_talk`.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import Final, NamedTuple

from index.talk import small_talk as talk
from index.terms.letters import plain

_CLAUSES_READ: Final = 16
_LONGEST_CLOSING: Final = 90
_SENTENCE_END: Final = re.compile(r"(?:[.!?…]|\?!)+[\"»”')\]]*(?=\s|$)|\n+|[:;=]['-]?[)(dp]+(?=\s|$)|<3(?=\s|$)")
_CLAUSE_END: Final = re.compile(
    r"\s?(?P<strong>[:;])(?=\s)|\s(?P<dash>[-–—]+)\s|(?:[,…]|\.{3})\s(?:(?:but|mais|(?:and )?so|(?:et )?du coup"
    r"|donc)(?=\s))?"
    r"|\)\s|\s(?=\()|\s(?:but|mais|and so|et du coup|donc|so|du coup)\s"
    rf"|\s(?:and|et)\s(?={talk.REQUEST_OPENING}|{talk.ABOUT_ME_OPENING})"
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(.'-])(?:[a-z]|mm|mr|mrs|ms|mme|mlle|dr|prof|st|ste|vs|no|inc|ltd|co|jr)\.$"
)
_NAME: Final = re.compile(r"(?<![^\W_])(?:[A-ZÀ-ÖØ-Þ][^\W\d_]+[\w'’-]*|[^\W_]*\d[\w-]*)")
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EDGES: Final = " \t\r\n\v\f,;:–—-•*…~|"


class _Span(NamedTuple):
    start: int
    end: int


def core_of(text: str) -> str:
    """The part of ``text`` that asks: slices of it, word for word, joined by a space.

    A question with nothing around it comes back as it was typed, but for outer white space and emoji. So does a text
    that is all small talk ("merci !"): the core of a text is empty only where the text is blank.
    """
    core = _without_faces(text)
    while (closer := _Reading(core).core().strip()) != core:
        core = closer
    return core


class _Reading:
    """One text, and the same text in plain small letters, character for character."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self.plain: Final = plain(text)

    def core(self) -> str:
        """The spans that ask, joined; the text itself where nothing but punctuation would go."""
        sentences = [span for span in map(self._without_courtesies, self._sentences()) if span.start < span.end]
        asking = [self._asking_part(span) for span in self._that_ask(sentences)]
        asking = [span for span in asking if span.start < span.end]
        if asking:
            kept = [*self._named_before(sentences, asking), *asking, *self._made_clear(sentences, asking)]
            kept.sort()
        else:
            kept = self._without_small_talk(sentences)
        core = " ".join(self.text[span.start : span.end] for span in kept)
        if core == self.text or not _WORD.search(core) or _words(core) == _words(self.text):
            return self.text
        return core

    def _sentences(self) -> list[_Span]:
        found, start = [], 0
        for end in _SENTENCE_END.finditer(self.plain):
            punctuated = self.plain[end.start()] in ".!?…"
            if end.group() == "." and _ABBREVIATION.search(self.plain, max(0, end.start() - 8), end.end()):
                continue
            if end.group().startswith(("…", "...")) and self.text[end.end() : end.end() + 2].strip().islower():
                continue  # a pause; whether anything asks on either side is seen clause by clause
            found.append(_Span(start, end.end() if punctuated else end.start()))
            start = end.end()
        found.append(_Span(start, len(self.plain)))
        return [part for span in found for part in self._run_on(span)]

    def _run_on(self, span: _Span) -> list[_Span]:
        """``span``, cut where a remark begins after the question with no full stop between."""
        remarks = [found.start() for found in talk.REMARK_RUN_ON.finditer(self.text, *span)]
        if not remarks or not self._words_left(_Span(span.start, remarks[0])):
            return [span]
        return [_Span(start, end) for start, end in pairwise([span.start, *remarks, span.end])]

    def _without_courtesies(self, span: _Span) -> _Span:
        """``span`` without the greeting that opens it and the thanks that close it."""
        start, end = self._trimmed(span)
        while (opening := talk.OPENING.match(self.plain, start, end)) is not None and opening.end() > start:
            start = self._trimmed(_Span(opening.end(), end)).start
        for closing in talk.CLOSING.finditer(self.plain, start, end):
            if self.plain[start : closing.start()].rstrip().rpartition(" ")[2] in talk.CLOSES_NOTHING_AFTER:
                continue
            if end - closing.start() <= _LONGEST_CLOSING and "?" not in self.plain[closing.start() : end].rstrip(
                " ?!."
            ):
                left = _Span(start, closing.start())
                if not self._words_left(left) and start != closing.start():
                    continue
                return self._trimmed(left)
        return _Span(start, end)

    def _trimmed(self, span: _Span) -> _Span:
        start, end = span
        while start < end and (self.text[start] in _EDGES + "!.?)" or _is_picture(self.text[start])):
            start += 1
        while start < end and (self.text[end - 1] in _EDGES + "(" or _is_picture(self.text[end - 1])):
            end -= 1
        return _Span(start, end)

    def _that_ask(self, sentences: list[_Span]) -> list[_Span]:
        real = [span for span in sentences if not self._calls_for_help(span)]
        marked = [span for span in real if "?" in self.plain[span.start : span.end]]
        if marked:
            return [span for span in real if span in marked or self._opens_asking(span)]
        return [span for span in real if self._asks(span)]

    def _opens_asking(self, span: _Span) -> bool:
        return talk.ASKING_OPENING.match(self.plain, *span) is not None

    def _asks(self, span: _Span) -> bool:
        plain = self.plain[span.start : span.end]
        if "?" in plain or self._opens_asking(span):
            return True
        if talk.NOT_KNOWN.search(plain):
            return False
        return talk.ASKING.search(plain) is not None

    def _asking_part(self, span: _Span) -> _Span:
        """``span`` without the clauses of small talk at its ends."""
        ends = list(islice(_CLAUSE_END.finditer(self.plain, *span), _CLAUSES_READ))
        start, end = span
        for cut in ends:
            before, after = _Span(start, cut.start()), self._trimmed(_Span(cut.end(), end))
            if before.end <= before.start or not self._asks(after):
                continue
            if self._goes_before(before, after, strong=bool(cut["strong"] or cut["dash"]), begun=start > span.start):
                start = self._without_courtesies(after).start
        for cut in reversed(ends):
            before, after = _Span(start, cut.start()), _Span(cut.end(), end)
            if before.end <= before.start or not self._is_remark(after) or not self._asks(before):
                break
            end = self._trimmed(before).end
        asked = talk.SOMEBODY_ASKS.search(self.plain, start, end)
        if (
            asked is not None
            and not self._asks(_Span(start, asked.start()))
            and not self._opens_asking(_Span(start, end))
        ):
            start = asked.end()
        return _Span(start, end)

    def _goes_before(self, before: _Span, after: _Span, *, strong: bool, begun: bool) -> bool:
        """Whether the clause ``before`` is small talk that ``after`` does without.

        A strong stop (a colon, a dash) says that what comes next is what matters; ``begun`` that small talk opened the
        sentence already.
        """
        if not self._stands_alone(after) and self._names_something(before):
            return False
        if strong and talk.QUESTION_COMING.match(self.plain, *before):
            return True
        if self._asks(before) and not self._calls_for_help(before):
            return False
        if self._is(talk.CONDITION, before):
            return False
        if self._is(talk.SET_PHRASE, before):
            return True
        wish = talk.WISH_OPENING.match(self.plain, *after)
        asked = after if wish is None else _Span(wish.end(), after.end)
        if self._is(talk.ABOUT_ME, before):
            return (strong or self._opens_asking(after)) and not self._is(talk.ABOUT_ME, asked)
        if strong:
            return begun or (self._greeted(before) and not self._has_name(before) and self._has_name(after))
        return (begun or self._greeted(before)) and wish is not None

    def _greeted(self, span: _Span) -> bool:
        return self.plain[: span.start].rstrip().endswith((",", "!", ")"))

    def _is_remark(self, span: _Span) -> bool:
        if self._calls_for_help(span) and " " in self.plain[span.start : span.end].strip():
            return True
        return self._is_small_talk(span) and not self._asks(span) and not self._clarifies(span)

    def _is_small_talk(self, span: _Span) -> bool:
        plain = self.plain[span.start : span.end]
        if talk.CONDITION.match(plain):
            return False
        return bool(talk.ABOUT_ME.search(plain) or talk.SET_PHRASE.search(plain))

    def _clarifies(self, span: _Span) -> bool:
        return talk.CLARIFICATION.search(self.plain, *span) is not None

    def _named_before(self, sentences: list[_Span], asking: list[_Span]) -> list[_Span]:
        """Sentences before the questions that name what the questions only point back to."""
        told = [span for span in sentences if span.end <= asking[0].start]
        if not told or any(self._stands_alone(span) for span in asking):
            return []
        return [span for span in told if self._names_something(span)][-2:]

    def _made_clear(self, sentences: list[_Span], asking: list[_Span]) -> list[_Span]:
        """What is said after the last question of what it is about: "I mean the clinics"."""
        return [span for span in sentences if span.start >= asking[-1].end and self._clarifies(span)]

    def _stands_alone(self, span: _Span) -> bool:
        plain = self.plain[span.start : span.end]
        if self._has_name(span):
            return True
        return talk.POINTING_BACK.search(plain) is None and self._words_left(span)

    def _names_something(self, span: _Span) -> bool:
        return self._has_name(span) or talk.TOPIC.search(self.plain, *span) is not None

    def _has_name(self, span: _Span) -> bool:
        first_counts = not self._opens_asking(span) and not self._is_small_talk(span)
        return any(
            not (word := self.plain[name.start() : name.end()]).isdigit()
            and word not in talk.SMALL_WORDS
            and word not in talk.MONTHS_AND_DAYS
            for name in _NAME.finditer(self.text, *span)
            if name.start() > span.start or first_counts
        )

    def _words_left(self, span: _Span) -> bool:
        """Whether a word is left that says what it is about."""
        return any(word.group() not in talk.SMALL_WORDS for word in _WORD.finditer(self.plain, *span))

    def _calls_for_help(self, span: _Span) -> bool:
        """Whether nothing but a call for help is said: "does anyone know?"."""
        return all(word.group() in talk.CALL_FOR_HELP for word in _WORD.finditer(self.plain, *span))

    def _without_small_talk(self, sentences: list[_Span]) -> list[_Span]:
        """The sentences, where none asks, without the clauses and sentences at both ends that are set phrases."""
        said = [self._statement(span) for span in sentences if not self._calls_for_help(span)]
        told = [not self._is(talk.SET_PHRASE, span) for span in said]
        if not any(told):
            return said
        first, last = told.index(True), len(told) - told[::-1].index(True)
        return said[first:last]

    def _statement(self, span: _Span) -> _Span:
        start, end = span
        for cut in islice(_CLAUSE_END.finditer(self.plain, *span), _CLAUSES_READ):
            before, after = _Span(start, cut.start()), self._trimmed(_Span(cut.end(), end))
            if not self._is(talk.SET_PHRASE, before) or not self._words_left(after):
                break
            start = self._without_courtesies(after).start
        return _Span(start, end)

    def _is(self, pattern: re.Pattern[str], span: _Span) -> bool:
        return pattern.search(self.plain[span.start : span.end]) is not None


def _without_faces(text: str) -> str:
    """``text`` without white space and emoji at both ends; with them where there is nothing else."""
    bare = text.strip()
    while (face := talk.FACE.search(bare, max(0, len(bare) - 4))) is not None or (bare and _is_picture(bare[-1])):
        bare = bare[: -1 if face is None else face.start()].rstrip()
    while bare and _is_picture(bare[0]):
        bare = bare[1:].lstrip()
    return bare or text.strip()


def _is_picture(character: str) -> bool:
    """Whether ``character`` is an emoji or part of one."""
    return "\u2190" <= character <= "\u2bff" or "\U0001f000" <= character <= "\U0001faff" or character in "\ufe0f\u200d"


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
