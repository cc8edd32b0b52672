"""What an article takes back: what it, or another, told wrongly before, and the day on which that was printed."""

from __future__ import annotations

import re
from typing import Final

from index.dates.sources import dates_issue
from index.passages.passage import Span

_SAYING: Final = (
    r"(?:said|says|wrote|written|stated|states|reported|claimed|dated|gave|put|écri\w+|dis(?:ait|aient|ions)|dit"
    r"|indiqu\w+|affirm\w+|dat(?:é|ait|aient|ions)|annonc\w+|publi(?:é|ait|ions)|mentionn\w+|situ(?:é|ait|ions)|précis\w+)"
)
_PIECE: Final = r"(?:story|article|report|piece|page|dispatch|column)"
_PAPER: Final = r"(?:article|papier|dépêche|texte|page)"
_TOLD_BEFORE: Final = re.compile(
    r"\b(?:an?|the|our) (?:earlier|previous|first|original) (?:version|edition) of (?:this|the|our|that) (?:\w+ )?"
    rf"{_PIECE}\b[^.;]*\b(?:{_SAYING}|had)\b[^.;]*\Z"
    r"|\b(?:une?|la|notre) (?:première |précédente )?(?:version|édition)(?: \w+)? (?:de |d')(?:cet|cette|ce|l'|notre) ?"
    rf"{_PAPER}\b[^.;]*\b{_SAYING}\b[^.;]*\Z",
    re.IGNORECASE,
)
"""What an earlier version of the same article said."""
_WRONGLY: Final = re.compile(
    rf"\b(?:wrongly|incorrectly|mistakenly|erroneously|à tort|par erreur) (?:\w+ ){{0,2}}?{_SAYING}\b[^.;]*\Z"
    rf"|\b{_SAYING}(?: \w+){{0,3}}? (?:wrongly|incorrectly|mistakenly|in error|by mistake|à tort|par erreur)\b[^.;]*\Z",
    re.IGNORECASE,
)
_CONTRARY: Final = re.compile(
    r"\b(?:contrairement à ce qu(?:e |'|i )|contrary to what |unlike what )[^,;.]*\Z", re.IGNORECASE
)
_SAID_THAT: Final = re.compile(
    rf"\b{_SAYING}(?: (?!que\b|that\b)[^\s,;.]+){{0,4}},? (?:that |que |qu')[^.;]*\Z", re.IGNORECASE
)
_TURNS: Final = re.compile(r"\b(?:mais|but|and not|et non|whereas|alors que)\b", re.IGNORECASE)
_CORRECTS: Final = re.compile(
    r"[\s*_#>(\[]*(?:corrections?|corrected|rectificatifs?|errat(?:um|a)|précisions?|clarifications?|mise au point"
    r"|note de la rédaction|editor's note)\b[\s*_]*(?:[.:\-–—)\]]|\Z)",
    re.IGNORECASE,
)
"""What a paragraph that corrects something begins with, or the line before it is."""
_HEADS_CORRECTIONS: Final = re.compile(
    r"[\s*_#>]*(?:(?:an?|the|our|some) )?(?:corrections?|what we got wrong|where we (?:were|went) wrong"
    r"|(?:our|some) (?:mistakes|errors)|we were wrong|errat(?:um|a)|rectificatifs?|nos erreurs"
    r"|(?:une|des|nos) corrections?|nous nous sommes trompés|ce que nous avons mal (?:dit|écrit)|mea culpa)[\s*_.:]*",
    re.IGNORECASE,
)
"""A heading over what an article corrects."""
_OUR_WORDS: Final = re.compile(
    rf"\bnous (?:l')?(?:(?:avons|avions) )?(?:\w+ )?{_SAYING}(?: \w+)?,? (?:dans nos colonnes )?(?:le |en |du )?\Z"
    r"|\b(?:we|this (?:newspaper|paper|site|magazine)) (?:had |have )?(?:first )?(?:wrote|written|reported|said|stated"
    r"|printed|published)(?: here)? (?:on |in )?\Z",
    re.IGNORECASE,
)
_WITHIN: Final = 60
"""Characters before a date that say who wrote then."""


def corrects(body: str, sentence: Span) -> bool:
    """Whether the paragraph of a sentence says, at its head or in the line before it, that it corrects something."""
    begin = body.rfind("\n", 0, sentence[0]) + 1
    if _CORRECTS.match(body, begin, sentence[1]) is not None:
        return True
    before = body[:begin].rstrip().rpartition("\n")[2]
    return _CORRECTS.fullmatch(before) is not None


def heads_corrections(body: str, start: int) -> bool:
    """Whether the heading right before ``start`` stands over corrections."""
    return _HEADS_CORRECTIONS.fullmatch(body[:start].rstrip().rpartition("\n")[2]) is not None


def is_taken_back(plain: str, sentence: Span, at: int, *, is_correcting: bool) -> bool:
    """Whether what a sentence of ``plain``, a text with plain apostrophes and spaces, tells of the date ``at`` is what
    was told wrongly before; ``is_correcting`` when its paragraph corrects something."""
    patterns = (_TOLD_BEFORE, _WRONGLY, _CONTRARY, *((_SAID_THAT,) if is_correcting else ()))
    found = (pattern.search(plain, sentence[0], at) for pattern in patterns)
    return any(one is not None and _TURNS.search(one[0]) is None for one in found)


def dates_print(plain: str, start: int, at: int) -> bool:
    """Whether a date at ``at``, in a text that begins at ``start``, only says when something was printed: in an issue
    (« notre édition du »), or by the paper that tells it (« ce que nous écrivions le »)."""
    return dates_issue(plain, start, at) or _OUR_WORDS.search(plain, max(start, at - _WITHIN), at) is not None
