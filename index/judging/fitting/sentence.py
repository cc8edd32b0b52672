"""Of sentences near each other, the one that tells what is demanded is marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, IntEnum, auto
from typing import Final

from index.demands.holders_told import follows_another, needs_before
from index.demands.met import is_told_by
from index.judging.fitting.deed import DeedAsked
from index.judging.fitting.demanded import Demanded
from index.judging.objections.kind_of_words import can_answer
from index.judging.objections.other_deed.let_go import tells_only_who_let_go
from index.judging.objections.reasons import (
    only_measures,
    only_repeats,
    takes_up_with_reason,
    tells_a_reason,
    tells_what_was_demanded,
)
from index.judging.objections.retracted import is_retracted, what_holds
from index.judging.objections.sums import is_of_subscription
from index.judging.objections.whose_place import asks_where
from index.judging.objections.words_that_hold import is_beside, words_that_hold
from index.passages.passage import Passage, Span
from index.posts.holders import is_of_other_kind, successor_in
from index.posts.succession import is_of_successor, tells_successor, tells_successor_of_one
from index.question.defined import defines_thing, names_thing, thing_asked
from index.question.expectation import Expectation, expectation_of, meets
from index.question.forms.newest import says_now
from index.question.forms.settled import is_settled
from index.ranking.search import Hit
from index.reading.reading import Reading
from index.terms.asked import asked_terms
from index.terms.letters import plain
from index.terms.tokens import stems

NEAR: Final = 3.0
"""How far behind the likeliest sentence, by what speaks for it, one that tells what is demanded may be."""
NEAR_OF_POST, NEAR_BEFORE = 4.0, 8.0
"""...and one that tells who holds a post, or held it before another: readers take anybody named nearby for them."""
AS_LIKELY: Final = 6.0
"""Logarithm of probabilities: what is less likely than that by so much has no answer."""
BEHIND: Final = 2
"""Sentences behind the one that tells what was done, in which another says why."""
TOLD_BEFORE: Final = 0.6
"""The share of the words of the question with which those tell what was done."""
SURELY: Final = -0.5
"""Logarithm of the probability from which the answer surely stands in a sentence, if in any."""


class NameBefore(Enum):
    """Whom the sentence before the answering one names: nobody who matters; the ``HOLDER`` of the post of which the
    answering one speaks; or ``ANOTHER``, who held it until the one whom the answering one names. ``TAKEN_BACK``: the
    answering one takes back what it says."""

    NONE = auto()
    HOLDER = auto()
    ANOTHER = auto()
    TAKEN_BACK = auto()


class Named(IntEnum):
    """How a passage names a thing of which it is asked what it is: nowhere; elsewhere than where it answers; there; or
    it says what it is."""

    NOWHERE = 0
    IN_PASSING = 1
    ANSWERING = 2
    DEFINED = 3


class Sentences:
    """Chooses the sentence of a passage that answers what is ``demanded``."""

    def __init__(self, demanded: Demanded, deed: DeedAsked) -> None:
        question = demanded.question
        self._demanded, self._deed = demanded, deed
        self._thing = () if demanded.a_list else thing_asked(question)
        counts = expectation_of(question) in (Expectation.FIGURE, Expectation.MONEY)
        self._asks_of_today = counts and not demanded.a_list and not is_settled(question)

    def chosen(self, hit: Hit, scores: Sequence[float], said: Sequence[float] | None = None) -> int:
        """The place of the sentence of ``hit`` that answers, by ``scores``; where that one does not itself tell what is
        demanded, the best of those that do, if one is near; or the deed asked about, or how many there are now, if
        by what the reader ``said``, which else is the scores, the answer may be there."""
        demands = self._demanded.of(hit.generation)
        best, texts = max(range(len(scores)), key=scores.__getitem__), hit.indexed.passage.sentence_texts()
        if demands.post is not None and best + 1 < len(scores):
            another = follows_another(demands.post, demands.said, self._demanded.told_by(hit, best + 1))
            best = best + 1 if another else best
        near = self._near(hit, scores, best)
        telling = [place for place in near if not demands or is_told_by(demands, self._demanded.told_by(hit, place))]
        likely = said if said is not None else scores
        doing = [
            place
            for place in telling or near
            if likely[place] > likely[best] - AS_LIKELY and self._deed.told_in(hit, place)
        ]
        doing = [place for place in doing if self._deed.names_all_in(hit, place)] or doing
        if self._deed.is_of_another(hit, best):
            doing = [place for place in range(len(scores)) if self._deed.is_the_one_in(hit, place)] or doing
            telling = [place for place in telling if not self._deed.is_of_another(hit, place)]
        naming = [
            place
            for place, text in enumerate(texts)
            if scores[place] > scores[best] - AS_LIKELY and self._says_it(text)
        ] or self._succeeding(hit)
        naming = [place for place in naming if defines_thing(self._thing, texts[place])] or naming
        preferred = naming or doing or telling or [best]
        chosen = best if best in preferred else max(preferred, key=scores.__getitem__)
        chosen = self._with_reason(hit, self._with_place(hit, chosen, said), said)
        of_today = [
            place for place in near if likely[place] > likely[chosen] - AS_LIKELY and self._is_of_today(hit, place)
        ]
        if not of_today or self._is_of_today(hit, chosen):
            return chosen
        return max(of_today, key=scores.__getitem__)

    def _near(self, hit: Hit, scores: Sequence[float], best: int) -> list[int]:
        """The places of the sentences of ``hit`` near the ``best`` one by their ``scores``: where that one tells who
        leads another kind of organisation than is asked about, more are."""
        demands = self._demanded.of(hit.generation)
        behind = NEAR_BEFORE if demands.before else NEAR_OF_POST if demands.post is not None else NEAR
        if demands.post is not None and is_of_other_kind(demands.post, self._demanded.told_by(hit, best).answer):
            behind = NEAR_BEFORE
        return [place for place, score in enumerate(scores) if score > scores[best] - behind]

    def may_answer(self, hit: Hit, reading: Reading, sentence: int) -> bool:
        """Whether the words read in a sentence of ``hit`` can be an answer, as far as they tell."""
        question = self._demanded.question
        words = words_that_hold(question, hit.indexed.passage, reading, sentence)
        if self._demanded.asks_why and only_measures(words):
            return False
        if self._demanded.asks_why and only_repeats(question, self._demanded.lang, words, hit.indexed.card.lang):
            return False
        if self._deed.is_of_another(hit, sentence) or is_beside(question, hit.indexed.passage, reading, sentence):
            return False
        text = hit.indexed.passage.sentence_texts()[sentence]
        if tells_only_who_let_go(question, text) or is_of_subscription(question, text):
            return False
        return can_answer(question, words)

    @property
    def asks_for_somebody_after(self) -> bool:
        """Whether it is asked who came after somebody."""
        return self._demanded.succeeded is not None

    @property
    def asks_for_one_by_name(self) -> bool:
        """Whether it is asked what a thing is, or who came after somebody: that is told where they are named."""
        return bool(self._thing) or self._demanded.succeeded is not None

    def writes_as_name(self, hit: Hit) -> bool:
        """Whether ``hit``, or its title, writes the thing of which it is asked what it is as a name."""
        name = r"[\W_]+".join(map(re.escape, self._thing))
        text = f"{hit.indexed.card.title}\n{hit.indexed.passage.text}"
        return any(text[found.start()].isupper() for found in re.finditer(rf"\b{name}\b", plain(text)))

    def how_named_in(self, hit: Hit, answering: int) -> Named:
        """How ``hit``, of which a sentence is ``answering``, names the thing of which it is asked what it is; who came
        after somebody is told or is not."""
        texts, card = hit.indexed.passage.sentence_texts(), hit.indexed.card
        if not any(map(self._says_it, texts)):
            answers = self._names_succeeded(hit) and is_of_successor(texts[answering])
            return Named.ANSWERING if answers or self._succeeding(hit) else Named.NOWHERE
        if self._demanded.succeeded is not None or any(defines_thing(self._thing, text) for text in texts):
            return Named.DEFINED
        around = (card.title, hit.indexed.passage.section or "", *texts[max(0, answering - 1) : answering + 1])
        return Named.ANSWERING if any(map(self._says_it, around)) else Named.IN_PASSING

    def _says_it(self, sentence: str) -> bool:
        if self._demanded.succeeded is not None:
            return tells_successor(sentence, self._demanded.succeeded)
        return bool(self._thing) and names_thing(self._thing, sentence)

    def _names_succeeded(self, hit: Hit) -> bool:
        """Whether it is asked who came after somebody whom the article of ``hit`` names."""
        succeeded = self._demanded.succeeded
        return succeeded is not None and succeeded in self._demanded.told_by(hit, None).words

    def _succeeding(self, hit: Hit) -> list[int]:
        """Where it is asked who came after somebody whom the article of ``hit`` names, the places of its sentences that
        tell it of one who is not named there."""
        if not self._names_succeeded(hit):
            return []
        texts = hit.indexed.passage.sentence_texts()
        return [place for place in range(len(texts)) if tells_successor_of_one(texts, place)]

    def _with_reason(self, hit: Hit, chosen: int, said: Sequence[float] | None) -> int:
        """Where a reason is asked for, the sentence of ``hit`` in which the reader surely has it by what it ``said``,
        rather than one that gives none; else the one ``chosen``."""
        if not self._demanded.asks_why or said is None:
            return chosen
        texts = hit.indexed.passage.sentence_texts()
        likely = [place for place, its in enumerate(said) if its > max(said) - AS_LIKELY]
        taking_up = [place for place in likely if self._takes_up(hit, texts, place)]
        if taking_up:
            return max(taking_up, key=said.__getitem__)
        if tells_a_reason(texts[chosen]):
            return chosen
        likeliest = max(range(len(said)), key=said.__getitem__)
        if tells_a_reason(texts[likeliest]):
            return likeliest if said[likeliest] >= SURELY else chosen
        demanding = [at for at, its in enumerate(texts) if tells_what_was_demanded(self._demanded.question, its)]
        kept = likeliest if said[likeliest] >= SURELY else chosen
        return min(demanding, key=lambda place: abs(place - chosen), default=kept)

    def _with_place(self, hit: Hit, chosen: int, said: Sequence[float] | None) -> int:
        """Where it is asked where something is, and the sentence of ``hit`` that is ``chosen`` names no place, the one
        in which the reader likeliest has it by what it ``said``, if that does; else the one ``chosen``."""
        if said is None or not asks_where(self._demanded.question):
            return chosen
        likeliest = max(range(len(said)), key=said.__getitem__)
        here, there = (self._demanded.told_by(hit, place) for place in (chosen, likeliest))
        asked = here.places_in(self._demanded.question)
        if here.places_in(here.answer) - asked:
            return chosen
        return likeliest if there.places_in(there.answer) - asked else chosen

    def _takes_up(self, hit: Hit, texts: Sequence[str], place: int) -> bool:
        """Whether the sentence at ``place`` says why what one of those right before it tells was done, and that is what
        is asked about."""
        lang = hit.indexed.card.lang
        terms = asked_terms(self._demanded.question, self._demanded.lang, lang)
        if not takes_up_with_reason(texts[place]) or not terms:
            return False
        before = frozenset(stems(" ".join(texts[max(0, place - BEHIND) : place]), lang))
        return sum(term.found_in(before) > 0 for term in terms) >= TOLD_BEFORE * len(terms)

    def _is_of_today(self, hit: Hit, sentence: int) -> bool:
        """Whether a sentence says how many there are now, where that is asked."""
        text = self._demanded.told_by(hit, sentence).answer
        return self._asks_of_today and says_now(text) and meets(text, expectation_of(self._demanded.question))

    def names_before(self, hit: Hit, sentence: int) -> NameBefore:
        """Whom the sentence before ``sentence`` of ``hit`` names, where a post is asked for; or that it is taken
        back."""
        texts = hit.indexed.passage.sentence_texts()
        whole = hit.indexed.passage
        apart = sentence and "\n\n" in whole.text[slice(*_between(whole, sentence))]
        if sentence and not apart and is_retracted(texts[sentence - 1], texts[sentence]):
            return NameBefore.TAKEN_BACK
        if sentence and what_holds(self._demanded.question, texts, sentence - 1) == sentence:
            return NameBefore.TAKEN_BACK
        demands = self._demanded.of(hit.generation)
        if demands.post is None or not sentence:
            return NameBefore.NONE
        told = self._demanded.told_by(hit, sentence)
        if needs_before(demands.post, demands.said, told):
            return NameBefore.HOLDER
        return NameBefore.ANOTHER if follows_another(demands.post, demands.said, told) else NameBefore.NONE

    def successor_in(self, hit: Hit, sentence: int) -> int:
        """Where in the ``sentence`` of ``hit`` the one begins who holds the post asked for since another gave way; 0
        where none does."""
        post = self._demanded.of(hit.generation).post
        found = successor_in(self._demanded.told_by(hit, sentence).answer) if post is not None and post.now else None
        return found or 0


def _between(passage: Passage, sentence: int) -> Span:
    """Where in the text of ``passage`` what parts a sentence from the one before it stands."""
    return passage.sentences[sentence - 1][1] - passage.start, passage.sentences[sentence][0] - passage.start
