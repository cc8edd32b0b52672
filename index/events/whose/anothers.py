"""What is another's, whatever else speaks for a candidate: its clause, its subject or its words say so."""

from __future__ import annotations

import re
from typing import Final

from index.entities.book.entity import Kind
from index.entities.proper_names import UNLISTED
from index.events.event import Level
from index.events.languages.enumerated import has_a_date_of_its_own, is_object, is_other_item
from index.events.reading import Part, Sentence
from index.events.whose.belonging import NEARBY
from index.events.whose.evidence import Signals, Sort
from index.events.whose.passing import Passing
from index.events.whose.somebody import OF_A_LIFE, is_of_another, is_of_other_gender
from index.events.whose.surroundings import Around, Whole

_SHE_OR_HE: Final = re.compile(r"\b(?:she|he)\b", re.IGNORECASE)
_SURER: Final = 0.6
"""The sureness from which what a pronoun tells of another may still be told of what is asked for."""


class Anothers:
    """Tells what is another's in the ``whole`` of an article."""

    def __init__(self, whole: Whole) -> None:
        self._whole, self._topics = whole, whole.topics
        self._passing = Passing(whole)

    def is_anothers(
        self, key: str, likely: float, signals: Signals, sentence: Sentence, part: Part, around: Around
    ) -> bool:
        """Whether what ``part`` of ``sentence`` tells is another's than ``key``'s, as ``likely`` as that seems."""
        level, is_listed = signals.level, not key.startswith(UNLISTED)
        if level is Level.NAMED and self._is_other_item(key, part, around.dated_at):
            return True
        if level in NEARBY and (
            self._is_its_subjects(key, part)
            or (likely < _SURER and self._is_of_what_it_names(key, sentence, part))
            or (is_listed and self._names_another(key, part, level))
        ):
            return True
        if level is Level.TOPIC and (
            (key in self._whole.sorts and self._comes_under_a_heading_below(key, around))
            # what no list holds has too few kinds known beside it to tell whose a clause is
            or (is_listed and (signals.other_company or self._is_of_what_the_title_names(key, part)))
        ):
            return True
        if key in self._whole.people:
            return level > Level.IN_SENTENCE and self._is_of_nobody_like(key, level, sentence, part)
        if key in self._whole.sorts and level is not Level.NAMED and self._is_of_a_life(sentence):
            return True
        may_be_firm = self._whole.sorts.get(key) in (Sort.ORGANISATION, Sort.UNKNOWN) and level is not Level.NAMED
        return may_be_firm and self._passing.is_of_another_firm(key, sentence, part, around.dated_at)

    def _is_of_a_life(self, sentence: Sentence) -> bool:
        """Whether ``sentence`` tells what only people have: a birth, parents, studies."""
        return OF_A_LIFE.search(self._whole.plain, *sentence.span) is not None

    def _is_other_item(self, key: str, part: Part, date: int) -> bool:
        """Whether the clause names ``key`` only in a list, of which the date tells another item."""
        its = [(name.start, name.end) for name in part.names if name.key == key]
        clause = (part.clause.start, part.clause.end)
        dates = [(one.start, one.end) for one in part.dates if not one.by_article]
        others = [(name.start, name.end) for name in part.names if name.key != key]
        plain, is_subject = self._whole.plain, any(one.key == key for one in part.subject)
        return bool(its) and all(
            is_other_item(plain, name, clause, date)
            or (
                (not is_subject or is_object(plain, clause[0], name[0]))
                and has_a_date_of_its_own(plain, name, others, dates, date)
            )
            for name in its
        )

    def _is_its_subjects(self, key: str, part: Part) -> bool:
        """Whether the clause's subject is a reference that stands for something else, which the article names again and
        again: « elle », another company."""
        carried = {one.key for one in part.carried}
        others = [one.key for one in part.subject if one.key != key]
        if key in self._whole.people and self._says_she(part):  # no firm
            others = [other for other in others if self._topics.standing(other).like_person]
        if others and part.said_by_head.issuperset(others):
            return True
        standings = [self._topics.standing(other) for other in others if other in carried]
        if any(other.times > 1 and not other.like_person for other in standings):
            return True
        known = others if not key.startswith(UNLISTED) else [other for other in others if other in carried]
        return any(self._is_more_its(other, key) for other in known)

    def _says_she(self, part: Part) -> bool:
        return any(_SHE_OR_HE.search(self._whole.plain, *piece) for piece in part.clause.spans)

    def _is_of_what_it_names(self, key: str, sentence: Sentence, part: Part) -> bool:
        """Whether the clause's subject is a pronoun for what the same sentence names (« une société appelée Haven, mais
        elle »), and ``key`` is asked for, and no organisation, whose is also what it owns or runs."""
        if self._whole.sorts.get(key) in (None, Sort.ORGANISATION):
            return False
        inside = [one for one in part.carried if one.named_in == sentence.span]
        return any(one in inside for one in part.subject)

    def _names_another(self, key: str, part: Part, level: Level) -> bool:
        """Whether the clause names what the article is more about, or is about somebody of another in its title."""
        if level is Level.TOPIC and any(self._is_more_its(name.key, key) for name in part.names):
            return True
        people = [one for one in part.subject if one.kind is Kind.PERSON]
        owners = {owner.key for one in people if (owner := self._whole.owner(one))}
        return key not in owners and any(self._topics.standing(owner).in_title for owner in owners)

    def _is_more_its(self, other: str, key: str) -> bool:
        """Whether the article is more about ``other``, no person, than about ``key``, and names both in its title."""
        one, its = self._topics.standing(other), self._topics.standing(key)
        return one.in_title and its.in_title and one.weight > its.weight and not one.like_person

    def _is_of_what_the_title_names(self, key: str, part: Part) -> bool:
        """Whether the clause is about something that the title names, where neither that nor the first sentence names
        ``key``."""
        its = self._topics.standing(key)
        if its.in_title or its.in_first_sentence:
            return False
        subjects = [self._topics.standing(one.key) for one in part.subject if one.key != key]
        return any(one.in_title and not one.like_person for one in subjects)

    def _comes_under_a_heading_below(self, key: str, around: Around) -> bool:
        """Whether neither the title nor anything down to the next heading names ``key``."""
        return self._whole.mentions.first(key) >= around.until and not self._topics.standing(key).in_title

    def _is_of_nobody_like(self, key: str, level: Level, sentence: Sentence, part: Part) -> bool:
        """Whether what ``part`` tells is not told of somebody, ``key``, by its words or its subject."""
        plain, is_near = self._whole.plain, level >= Level.NAMED_BEFORE
        words = sentence.span if is_near else (part.clause.start, part.clause.end)
        if is_of_other_gender(self._whole.people[key], plain, words):
            return True
        standing = self._topics.standing(key)
        return is_near and is_of_another(key, part, standing, plain, sentence.span, self._whole.syntax)
