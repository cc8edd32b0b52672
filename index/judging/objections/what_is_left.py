"""What is left is not what was taken away: « il n'en compte plus que 610 » tells nobody how many posts were cut."""

from __future__ import annotations

import re
from typing import Final

from index.passages.passage import Span
from index.question.expectation import Expectation, expectation_of
from index.terms.letters import plain

_TAKEN_AWAY: Final = (
    r"(?:supprim\w+|suppression\w*|licenci\w+|vire(?:e|es|s|r)?|perdu\w*|perd(?:re)?|tuee?s?|mort(?:e?s)?|ferme\w*"
    r"|detrui\w+|abattu\w*|cut|cuts|cutting|laid off|lay off|layoffs?|axed?|axing|shed|shedding|lost|lose|killed|kill"
    r"|died|dead|fired|dismiss\w*|sacked?|closed?|closing|destroyed|culled|felled)"
)
_ASKED: Final = re.compile(rf"\b{_TAKEN_AWAY}\b")
_ASKS_WHAT_IS_LEFT: Final = re.compile(
    r"\b(?:left|remain\w*|rest(?:e|es|ent|ait|aient|ant)\b|survi\w+|sauv\w+|encore|still)"
)
_LEFT_BEFORE: Final = re.compile(
    r"\b(?:n'|ne |n'en )(?P<between>[^.;,:!?]{0,40}?)plus qu(?:e |')(?:de |d')?(?:\w+ ){0,2}\Z"
    r"|\b(?:down to|leaving|(?:have|has|had|with) only|only|reste\w*|laiss\w+|tombe a) (?:(?!to\b)\w+ ){0,2}\Z"
)
_LEFT_BEHIND: Final = re.compile(
    r"[^.;,:!?]{0,24}?\b(?:(?:are|were|is|was) left|left|remain\w*|restai?ent|restants?|survi\w+)\b"
)


def is_what_is_left(question: str, sentence: str, words: Span) -> bool:
    """Whether ``question`` asks how many were taken away, and the ``words`` of ``sentence`` (characters in it) are how
    many there are since."""
    asked, told = plain(question), plain(sentence)
    if (
        expectation_of(question) is not Expectation.FIGURE
        or not _ASKED.search(asked)
        or _ASKS_WHAT_IS_LEFT.search(asked)
    ):
        return False
    before = _LEFT_BEFORE.search(told, 0, words[0])
    if before is None:
        return _LEFT_BEHIND.match(told, words[1]) is not None
    if before["between"] is None and before[0].startswith("only"):
        return _LEFT_BEHIND.match(told, words[1]) is not None
    return not _ASKED.search(before[0])
