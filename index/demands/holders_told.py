"""Whether a passage tells who holds a post, or held it before somebody."""

from __future__ import annotations

from index.demands.told import Fit, Told
from index.posts.holders import (
    PostAsked,
    leaves,
    mentions_post,
    names_holder,
    names_somebody,
    speaks_of_other_post,
    succeeds,
    tells_of_predecessor,
)


def post_fit(asked: PostAsked, said: frozenset[str], told: Told) -> Fit:
    """How well a passage tells who holds the post ``asked`` for, in other words than those ``said``."""
    if _is_successor_in_other_post(asked, told):
        return Fit.BESIDE
    if names_holder(asked, told.answer, said) or needs_before(asked, said, told):
        return Fit.MEETS
    texts = told.hit.indexed.passage.sentence_texts()
    return Fit.DOUBTFUL if any(names_holder(asked, text, said) for text in texts) else Fit.BESIDE


def _is_successor_in_other_post(asked: PostAsked, told: Told) -> bool:
    """Whether the answering sentence says who came after whoever, the sentence before it says, held another post."""
    if mentions_post(asked, told.answer) or not succeeds(told.answer):
        return False
    return speaks_of_other_post(asked, told.before)


def predecessor_fit(asked: PostAsked | None, said: frozenset[str], told: Told) -> Fit:
    """How well a passage tells who was there, in the post ``asked`` for if any, before whom the words ``said`` name."""

    def tells(sentence: str) -> bool:
        is_of_other = asked is not None and speaks_of_other_post(asked, sentence)
        return tells_of_predecessor(sentence, said) and not is_of_other

    if tells(told.answer):
        return Fit.MEETS
    return Fit.DOUBTFUL if any(map(tells, told.hit.indexed.passage.sentence_texts())) else Fit.BESIDE


def needs_before(asked: PostAsked, said: frozenset[str], told: Told) -> bool:
    """Whether the answering sentence speaks of whoever holds the post ``asked`` for, whom only the one before names."""
    return (
        mentions_post(asked, told.answer)
        and not names_holder(asked, told.answer, said)
        and names_somebody(told.before, said)
    )


def follows_another(asked: PostAsked, said: frozenset[str], told: Told) -> bool:
    """Whether the answering sentence names who comes in the place of whoever, the sentence before it says, leaves."""
    return asked.now and succeeds(told.answer, said) and leaves(told.before) and names_somebody(told.before, said)
