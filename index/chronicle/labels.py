"""A label that can be understood alone: the clause that tells an event and its date, in whole words, with the subject's
name in [brackets] where the clause has only a pronoun or a description, and without a dangling "and" or "but"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from index.dates.finder import PLAIN
from index.entities.names import name_key, says
from index.events.event import ArticleEvent, Level
from index.events.languages.english import ENGLISH
from index.events.languages.french import FRENCH
from index.events.languages.syntax import Syntax
from index.events.references import Sort, references
from index.passages.passage import Span
from index.passages.sentences import sentences

LONGEST: Final = 180
"""Characters of a label."""
_MORE: Final = 60
"""Characters more where a label needs the sentence before."""
_SHORTEST_CLAUSE: Final = 45
"""Characters under which a clause says too little without its sentence."""
_SYNTAX: Final[Mapping[str, Syntax]] = {"fr": FRENCH, "en": ENGLISH}
_DANGLING: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:[\s,;:)–—-]+|(?:et|mais|puis|or|car|donc|enfin|ensuite|ainsi|aussi|alors|tandis|parce|puisque|lorsque|quand"
        r"|bien|avant|après)(?: (?:que|qu['’]))?\b[ ,]+)+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:[\s,;:)–—-]+"
        r"|(?:and|but|then|so|yet|while|when|whereas|because|although|though|however|meanwhile)\b[ ,]+)+",
        re.IGNORECASE,
    ),
}
_LEADS_TO_DATE: Final = 14
"""Characters before a date that only lead to it."""
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_HANGS_ON: Final = re.compile(
    r"(?:qui|dont|où|lequel|laquelle|which|who|whose|where|that|whom)\b|\(|(?:qu['’]|que )", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Called:
    """What a subject goes by: its own ``name``, and the folded words of all its names."""

    name: str
    keys: tuple[tuple[str, ...], ...]

    @classmethod
    def by(cls, names: Sequence[str]) -> Self:
        """``names``, the subject's own first."""
        return cls(names[0], tuple(dict.fromkeys(map(name_key, names))))


def label(event: ArticleEvent, text: str, start: int, level: Level, called: Called) -> str:
    """The label of ``event``, which stands in the slice ``text`` of the body from ``start`` on, as an event of the
    subject that is ``called`` so."""
    low, high = event.sentence[0] - start, event.sentence[1] - start
    sentence = text[low:high]
    at = event.expression[1] - event.sentence[0]
    if len(sentence) <= LONGEST and not _tells_more(event, text, start):
        told = sentence
    else:
        told = _clause(event, text, start) or _around(sentence, at)
    told = _without_head(" ".join(told.split()), event.lang).rstrip(" ,;:–—-(")
    if told.endswith(".") and not told.endswith(".."):
        told = told[:-1]
    named = shortened(_with_name(told, event.lang, level, called), LONGEST)
    said = text[event.expression[0] - start : event.expression[1] - start]
    if level is Level.CARRIED or low <= 0 or not (_hangs(named, event.lang) or _hangs_after(said, named, event.lang)):
        return named
    return _with_sentence_before(text[:low], named)


def shortened(text: str, most: int) -> str:
    """``text`` in at most ``most`` characters, cut between words."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    at = kept.rfind(" ")
    return (kept[:at] if at > 0 else kept).rstrip(' ,;:–—-(«“"') + "…"


def _clause(event: ArticleEvent, text: str, start: int) -> str | None:
    """The clause with its date, where it can stand alone."""
    pieces = [(max(0, begin - start), end - start) for begin, end in event.clause]
    if not pieces:
        return None
    whole = text[pieces[0][0] : pieces[-1][1]]
    told = whole if len(whole) <= LONGEST or len(pieces) == 1 else " … ".join(_pieces(text, pieces))
    bare = _without_head(told.strip(" ,;:"), event.lang)
    if _HANGS_ON.match(bare):
        return None
    if len(bare) < _SHORTEST_CLAUSE or _hangs(bare, event.lang):
        return _after_beginning(text[event.sentence[0] - start : pieces[0][0]], bare)
    return told


def _after_beginning(before: str, told: str) -> str | None:
    """« Jack Stoddard arrive de Comcast … il repart en mai 2019 »: the clause after as much of what its pronoun may
    stand for as there is room; None when there is nothing before it, or no room."""
    room = LONGEST - len(told) - 3
    head = shortened(" ".join(before.split()).rstrip(" ,;:–—-"), room) if room > _SHORTEST_CLAUSE else ""
    return f"{head.rstrip('…')} … {told}" if len(head) > _SHORTEST_CLAUSE // 2 else None


def _tells_more(event: ArticleEvent, text: str, start: int) -> bool:
    """Whether the sentence names another year outside of the event's clause."""
    low, high = event.sentence[0] - start, event.sentence[1] - start
    pieces = [(begin - start, end - start) for begin, end in event.clause]
    return any(
        not any(begin <= year.start() < end for begin, end in pieces) for year in _YEAR.finditer(text, low, high)
    )


def _around(sentence: str, at: int) -> str:
    """As much of ``sentence`` as a label holds, the words up to ``at`` among it."""
    if at <= LONGEST - 10:
        return sentence
    begin = sentence.find(" ", at - LONGEST + 40)
    return f"…{sentence[begin:]}" if 0 < begin < at else sentence


def _hangs(told: str, lang: str) -> bool:
    """Whether ``told`` begins with what stands for something before it."""
    return lang in _SYNTAX and _SYNTAX[lang].hanging.match(told.translate(PLAIN)) is not None


def _hangs_after(date: str, told: str, lang: str) -> bool:
    """Whether ``told`` begins so behind its ``date``: « Le 20 juin 2018, elle nomme »."""
    at = told.find(date)
    return 0 <= at <= _LEADS_TO_DATE and _hangs(told[at + len(date) :].lstrip(", "), lang)


def _pieces(text: str, pieces: Sequence[Span]) -> list[str]:
    return [piece for begin, end in pieces if (piece := text[begin:end].strip(" ,;:"))]


def _without_head(told: str, lang: str) -> str:
    """``told`` less the words that only join it to what stands before it."""
    head = _DANGLING[lang].match(told) if lang in _DANGLING else None
    return told[head.end() :] if head and head.end() < len(told) else told


def _with_name(told: str, lang: str, level: Level, called: Called) -> str:
    words = name_key(told)
    if any(says(words, key) for key in called.keys):
        return told
    syntax = _SYNTAX.get(lang)
    if syntax is None:
        return told
    if level is Level.CARRIED:
        plain = told.translate(PLAIN)
        for reference in references(plain, (0, len(plain)), syntax, ()):
            if reference.sort is Sort.PRONOUN:
                begin = reference.start + (0 if plain[reference.start].isalnum() else 1)
                return f"{told[:begin]}[{called.name}]{told[reference.end :]}"
            if reference.sort is Sort.DESCRIPTION:
                return f"{told[: reference.end]} [{called.name}]{told[reference.end :]}"
        return f"[{called.name}] {told}"
    return f"[{called.name}] {told}" if level is Level.NAMED else told


def _with_sentence_before(before: str, told: str) -> str:
    """« Le ministère porte plainte … Sa demande est rejetée »: what begins with a pronoun after the sentence before."""
    last = before.strip().rpartition("\n")[2]
    spans = sentences(last, 0, len(last))
    head = " ".join(last[slice(*spans[-1])].split()) if spans else ""
    room = max(LONGEST + _MORE - len(told) - 1, _SHORTEST_CLAUSE)
    return f"{shortened(head, room)} {told}" if head else told
