"""A question that follows another one: what it lacks is taken from what was asked and answered before.

No sentence is made: to the words that were typed come names and words that stood before. A fragment ("and in 2014?")
takes its place in the question before; a question that only points back (« elle a coûté combien ? ») takes what that
one was about. A question that names what it is about, a change of subject and small talk take nothing.
"""

from __future__ import annotations

from index.follow_ups import turns
from index.follow_ups.before import Before, Followed
from index.follow_ups.earlier import Earlier
from index.follow_ups.names import Names
from index.follow_ups.turn import Turn
from index.talk.core import core_of
from index.terms.letters import plain


def followed(question: str, before: Before, names: Names, lang: str, typed: str | None = None) -> Followed | None:
    """``question``, asked in ``lang`` amid what was ``typed``, with what it lacks taken from ``before``; None where it
    lacks nothing, or asks nothing."""
    reading = Turn(core_of(question), names, lang)
    if turns.CHANGE.search(plain(typed or question)) or turns.OF_THIS_MOMENT.fullmatch(reading.plain):
        return None
    earlier = Earlier(before, names)
    if (meant := reading.correction()) is not None and meant.is_fragment():
        return earlier.corrected(meant)
    if not reading.asks():
        return None
    if reading.is_fragment():
        return earlier.with_fragment(reading)
    points = reading.points_back()
    if reading.names and not points and not reading.points_elsewhere():
        return None
    if points and (reading.points_to_event() or reading.chooses()):
        return earlier.with_fragment(reading)
    taken = earlier.about(reading)
    if not taken:
        return None
    whole = reading.with_taken(taken)
    return Followed(whole, (points and not reading.names_anew()) or reading.goes_on(), whole)


def names_its_subject(question: str, names: Names, lang: str) -> bool:
    """Whether ``question`` asks, and names what it is about: what comes next follows it, answered or not."""
    reading = Turn(core_of(question), names, lang)
    return bool(reading.names) and reading.asks() and not reading.points_back()


def is_lost(question: str, names: Names, lang: str) -> bool:
    """Whether ``question`` goes on from something ("and in 2014?") and asks nothing without it."""
    reading = Turn(core_of(question), names, lang)
    return reading.linked and reading.is_fragment()
