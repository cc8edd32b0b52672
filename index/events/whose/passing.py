"""What an article that tells of one firm tells in passing of another: its rival's end, whom its owner bought before."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from index.entities.book.entity import Kind
from index.entities.proper_names import Name
from index.events.languages.firms import (
    AFTER_FIRM,
    ANTECEDENT,
    APPOSED,
    BEFORE_FIRM,
    BEFORE_THEN,
    DEALS,
    DEMISE,
    ELSEWHERE,
    FOUNDED_SOME,
    HEAD,
    IN_CONTRAST,
    LED_ELSEWHERE,
    LEFT_FOR_SOME,
    NAMED_AS_FIRM,
    PRONOUN,
    RELATIVE,
    RIVAL,
    SOMEBODY,
    UNDERGONE,
)
from index.events.reading import Part, Sentence, within
from index.events.references import Referent
from index.events.whose.surroundings import Whole
from index.passages.passage import Span

_BESIDE: Final = 48
"""Characters before or after a name in which it is said what it is."""
_FIRMS: Final = (Kind.COMPANY, Kind.INSTITUTION)


class Passing:
    """Tells what is told in passing in the ``whole`` of an article."""

    def __init__(self, whole: Whole) -> None:
        self._whole, self._plain = whole, whole.plain

    def is_of_another_firm(self, key: str, sentence: Sentence, part: Part, date: int) -> bool:
        """Whether what ``part`` of ``sentence`` tells at ``date`` goes on about a firm that the title does not name, or
        somebody elsewhere, and says nothing of ``key``."""
        its = [name for one in sentence.parts for name in one.names if name.key == key]
        described = self._described(sentence, date)
        if described is not None and self._is_another(described, key):
            ends = self._plain.find(",", date, sentence.span[1])
            begins = (self._relative(sentence, date) or described.end + 1) - 1
            behind = (begins, ends if ends >= 0 else sentence.span[1])
            is_said = any(name.start >= described.end for name in its) or any(one.key == key for one in part.carried)
            return not is_said and self._is_its_own(described, key, behind, is_described=True)
        if its:
            return False
        if self._is_elsewhere(sentence, part, date):
            return True
        if self._ends_it(key, part):
            return True
        head = self._head(sentence, part)
        if head is None or not self._is_another(head, key):
            return False
        if IN_CONTRAST.match(self._plain[head.end : part.clause.end]):
            return True
        is_carried = any(one.key == key for each in sentence.parts for one in each.carried)
        return not is_carried and self._is_its_own(head, key, (head.end, part.clause.end), is_described=False)

    def _is_elsewhere(self, sentence: Sentence, part: Part, date: int) -> bool:
        """Whether the clause tells what somebody runs or founded that is nothing of the firm's."""
        relative = self._relative(sentence, date)
        if relative is not None and any(
            said.search(self._plain, sentence.span[0], relative) for said in (FOUNDED_SOME, LEFT_FOR_SOME)
        ):
            return True
        ran = next((found for piece in part.clause.spans if (found := ELSEWHERE.search(self._plain, *piece))), None)
        if ran is None:
            return False
        subjects = [self._whole.topics.standing(one.key).like_person for one in part.subject]
        return any(subjects) or SOMEBODY.search(self._plain, sentence.span[0], ran.start()) is not None

    def _ends_it(self, key: str, part: Part) -> bool:
        """Whether the clause tells with a pronoun of the end of a firm named before: « il a fait faillite »."""
        said = PRONOUN.match(self._plain, part.clause.start, part.clause.end)
        if said is None or DEMISE.match(self._plain[said.end() : part.clause.end]) is None:
            return False
        return bool(part.subject) and all(self._is_another(one, key) for one in part.subject)

    def _is_another(self, name: Name | Referent, key: str) -> bool:
        standing = self._whole.topics.standing(name.key)
        return name.key != key and name.key in self._firms and not standing.in_title

    def _is_its_own(self, name: Name, key: str, behind: Span, *, is_described: bool) -> bool:
        """Whether what stands ``behind`` the ``name`` of a firm is told of that firm, and not of what it does to
        ``key``."""
        said = APPOSED.match(self._plain[slice(*behind)])
        behind = (behind[0] + said.end(), behind[1]) if said is not None else behind
        told = self._plain[slice(*behind)]
        if DEMISE.match(told):
            return True
        before = self._plain[max(0, name.start - _BESIDE) : name.start]
        if is_described and LED_ELSEWHERE.search(before):
            return True
        if {one.key for one in within(self._whole.names, behind)} & self._firms - {key, name.key}:
            return True
        if DEALS.search(told):
            return False
        if UNDERGONE.match(told):
            return True
        is_rival = not is_described and RIVAL.search(before) is not None
        return is_rival or BEFORE_THEN.match(told) is not None

    def _head(self, sentence: Sentence, part: Part) -> Name | None:
        """The name that the clause begins with, as its subject, or that stands right before it (« Sa rivale, Bornier,
        vend »)."""
        host = sentence.host_of(part)
        if part.names:
            name, its = part.names[0], part
        elif host is not None and host.names and host.names[-1].end == part.clause.start:
            name, its = host.names[-1], host
        else:
            return None
        begins = [its.clause.start, *(date.end for date in part.dates if date.end <= name.start)]
        return name if any(HEAD.fullmatch(self._plain, at, name.start) for at in begins) else None

    def _described(self, sentence: Sentence, date: int) -> Name | None:
        """The name before the relative clause in which ``date`` stands."""
        start, at = sentence.span[0], self._relative(sentence, date)
        if at is None:
            return None
        before = [name for name in within(self._whole.names, (start, at)) if name.end <= at]
        return before[-1] if before and ANTECEDENT.fullmatch(self._plain, before[-1].end, at) else None

    def _relative(self, sentence: Sentence, date: int) -> int | None:
        """Where the relative clause begins in which ``date`` stands."""
        relatives = list(RELATIVE.finditer(self._plain, sentence.span[0], date))
        at = relatives[-1].start() if relatives else date
        return None if at == date or any(mark in self._plain[at:date] for mark in ";:,") else at

    @cached_property
    def _firms(self) -> frozenset[str]:
        """The keys of the names that are said to be firms', and of their first words, which stand for them."""
        said = {name.key for name in self._whole.names if self._is_firm(name)}
        return frozenset(said | {key.split()[0] for key in said})

    def _is_firm(self, name: Name) -> bool:
        if name.kind is not None and name.kind not in _FIRMS:
            return False
        if name.kind in _FIRMS:
            return True
        if NAMED_AS_FIRM.search(self._whole.body[name.start : name.end]):
            return True
        before = self._plain[max(0, name.start - _BESIDE) : name.start]
        return BEFORE_FIRM.search(before) is not None or AFTER_FIRM.match(self._plain, name.end) is not None
