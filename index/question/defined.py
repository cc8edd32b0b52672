"""The thing of which it is asked what it is: « c quoi le Vieux Lavoir ? », "what is the Old Wash-house?"."""

from __future__ import annotations

import re
from typing import Final

from index.question.expectation import Expectation, expectation_of
from index.terms.letters import plain

_IS: Final = r"(?:c ?'?est ?|c |ce |s'est |etait )"
_WHAT: Final = (
    rf"(?:{_IS}(?:quoi|koi|kwa)(?: (?:ca|donc|exactement|au juste))?|(?:kes|kez|qu[eè]s|qu'es)[ -]?aco|kesako|quesaco"
    r"|(?:qu'est[ -]ce|kesk|keske) (?:que |qu'|k )?(?:c'est (?:que |qu')?)?(?:donc )?"
    r"|what(?:'s|s| is| are| was| were)(?: exactly)?|wat is|wot is)"
)
_ARTICLE: Final = r"(?:(?:le|la|les|un|une|des|the|a|an|ce|cette|ces|this|these) |l')?"
_ASKED: Final = (
    re.compile(rf"\W*(?:et |and )?{_WHAT},? ?{_ARTICLE}(?P<thing>[^,;:?!]{{3,60}}?)\W*"),
    re.compile(rf"\W*{_ARTICLE}(?P<thing>[^,;:?!]{{3,60}}?),? (?:{_WHAT}|what is (?:it|that))\W*"),
)
_NOT_A_THING: Final = re.compile(
    r"\b(?:qui|que|qu'\w+|who|that|which|est|is|was|are|a|ont|avec|with|for|pour|about|it|that|this|ca|cela|son|sa|ses"
    r"|leurs?|his|her|its|their|ton|ta|votre|your|my|mon|ma|doing|going|happening)\b"
)
_SAYS_WHAT: Final = (
    r"(?: ?[\"”’)»]| \([^)]{1,60}\)){0,2},? ?(?:(?:which|that|who|qui|dont)\b"
    r"|(?:is|was|are|were|est|etait|sont) (?:(?:then|now|alors|donc|aussi) )?(?:an?|the|one of|une?|l[ea]s?|l'|des)\b"
    r"|(?<=,) ?(?:an?|the|its|une?|l[ea]|l'|son|sa)\b|as an?\b|: (?:an?|une?|the|l[ea]) )"
)
_WORD: Final = re.compile(r"[^\W_]+")


def thing_asked(question: str) -> tuple[str, ...]:
    """The words, in plain small letters, of the thing of which ``question`` asks what it is; none where it asks for
    anything else."""
    if expectation_of(question) is not Expectation.ANYTHING:
        return ()
    flat = plain(question)
    found = next((found for pattern in _ASKED if (found := pattern.fullmatch(flat))), None)
    if found is None or _NOT_A_THING.search(found["thing"]):
        return ()
    return tuple(_WORD.findall(found["thing"]))


def defines_thing(thing: tuple[str, ...], text: str) -> bool:
    """Whether ``text`` says what the ``thing`` is, or does, right behind its name: "the Murmur, which …", « Tempo est
    un … »."""
    flat = plain(text)
    name = r"[\W_]+".join(map(re.escape, thing))
    return bool(thing) and re.search(rf"\b{name}\b{_SAYS_WHAT}", flat) is not None


def names_thing(thing: tuple[str, ...], text: str) -> bool:
    """Whether ``text`` has the words of the ``thing``, one after the other."""
    return f" {' '.join(thing)} " in f" {' '.join(_WORD.findall(plain(text)))} "
