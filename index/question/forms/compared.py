"""A question which of two came first: « Lequel a fermé en premier, A ou B ? », "Is A older than B?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.events.acts import acts_in
from index.terms.tokens import fold

_NAME: Final = r"[^,;:?!]{2,60}?"
_ARTICLE: Final = r"(?:(?:le|la|les|the|celle? de|celui de) |l'|l’)?"
_END: Final = r"\s*[?!.]*\s*$"
_OR: Final = r",?\s+(?:ou|or)\s+(?:bien\s+)?"
_ORDER: Final = (
    r"en premier|d'abord|le premier|la premiere|avant l'autre|plus tot|plus tard|en dernier"
    r"|le plus (?:ancien|recent|vieux)"
    r"|plus (?:ancien|recent|vieux|vieille|jeune)\w*|(?:la|les) plus (?:ancienne|recente|vieille|jeune)s?|premiere?s?\b"
    r"|first|earlier|earliest|later|latest|last|sooner|older|oldest|elder|newer|newest|younger|youngest|more recent"
    r"|most recent|longer ago"
)
_AGE: Final = re.compile(
    r"\b(?:ancien\w*|recent\w*|vieux|vieil\w*|jeune\w*|older|oldest|elder|newer|newest|younger|youngest|old|age)\b"
)
_WHICH: Final = (
    r"(?:des deux|(?:le|la|les)?quel(?:le)?s?|qu'est-ce qui|qui|which(?: one)?|who|what|quelle? \w+|which \w+)"
    r"(?: of (?:the )?(?:two|them))?"
)
_WHICH_FIRST: Final = re.compile(
    rf"^(?:et |and |alors |so )?(?:{_WHICH}(?: des deux| de ces deux)?) (?P<what>.{{0,80}}?)"
    r"(?:\s*[,:;–—-]\s+|\s+(?:entre|between|of|de)\s+)"
    rf"(?P<one>{_NAME})(?:{_OR}|\s+(?:et|and)\s+)(?P<other>{_NAME}){_END}"
)
_NAMES_FIRST: Final = re.compile(
    rf"^(?:entre |between )?(?P<one>{_NAME})(?:{_OR}|\s+(?:et|and|vs\.?|versus)\s+)(?P<other>{_NAME})\s*[,:;]\s+"
    rf"(?P<what>.{{3,80}}?){_END}"
)
_BEFORE: Final = re.compile(
    rf"^(?P<opening>est-ce (?:que |qu')|did |was |were |is )?(?P<one>{_NAME})[ -]"
    r"(?P<what>(?:a-t-(?:il|elle)|est-(?:il|elle)|ont-(?:ils|elles)|a|est|was|is|clos|open|launch|start|begin|older|newer"
    r"|founded|created|bought|sold|shut|plus)\w*\b.{0,60}?)"
    rf"\s(?:avant(?: ou apres)?|apres|before(?: or after)?|after|than|que) (?P<other>{_NAME}){_END}"
)
_INTERROGATIVE: Final = re.compile(
    r"\b(?:qui|que|quoi|quand|comment|combien|pourquoi|ou|quel\w*|who|what|when|where|why|how|which)\b"
)
_LONGEST_NAME: Final = 6
_COMING: Final = re.compile(
    r"^(?:(?:which|who|what)(?: one)? |lequel |laquelle |qui )?"
    r"(?:came|come|comes|appeared|existed|exists?|began|begun|started|est (?:venue?|apparue?|arrivee?)|est nee?|existe"
    r"|existait|a (?:vu le jour|commence|debute)|vient|arrive)?"
    rf" ?(?:{_ORDER})?$"
)
"""Nothing but that it came to be."""
_DID: Final = re.compile(r"^did\b")
_OF_THE_END: Final = re.compile(r"\b(?:ferm|clos|shut|end)")
_LEFT_OUT: Final = re.compile(
    rf"\b(?:{_ORDER})\b|^(?:est-ce (?:que|qu')|(?:le|la|les)?quel(?:le)?s?|which(?: one)?|did|one|service|company)\b"
    r"|\b(?:a-t-(?:il|elle)|est-(?:il|elle)|ont-(?:ils|elles))\b"
)
_OWNED: Final = re.compile(r"(?:its|their|his|her|son|sa|ses|leurs?)\b")
_SAME_OF: Final = re.compile(r"(?:celui|celle|that|the one)\b")
_NOUN_OF: Final = re.compile(r"(?:le |la |the |l['’])?[^\W\d_]+(?= (?:de|du|des|of) | d['’])")
_CAPITALISED: Final = re.compile(r"[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*")
_ANY_ORDER: Final = re.compile(rf"\b(?:{_ORDER}|avant|apres|before|after)\b")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two that are compared, as their names are written in the question, and for each the question when that was."""

    names: tuple[str, str]
    questions: tuple[str, str]


def comparison(question: str, lang: str) -> Comparison | None:
    """What ``question``, asked in ``lang``, compares in time; None where it doesn't."""
    plain = fold(question).replace("’", "'")
    if len(plain) != len(question):  # a ligature: what is found in one is not found at the same place in the other
        return None
    for pattern in (_WHICH_FIRST, _NAMES_FIRST, _BEFORE):
        found = pattern.match(plain)
        if found is None or not _ANY_ORDER.search(plain):
            continue
        names = [question[slice(*found.span(name))].strip(" «»\"'") for name in ("one", "other")]
        if not all(map(_may_be_a_name, names)) or (pattern is _BEFORE and not all(map(_has_capital, names))):
            continue
        said = _Said(question[slice(*found.span("what"))], plain[slice(*found.span("what"))])
        whole = (names[0], _with_owner(names[1], names[0]))
        return Comparison((names[0], names[1]), (_when(said, whole[0], lang), _when(said, whole[1], lang)))
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of both, as typed and in plain small letters, character for character."""

    typed: str
    plain: str


def _may_be_a_name(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST_NAME and not _INTERROGATIVE.search(fold(text))


def _has_capital(text: str) -> bool:
    return any(word[0].isupper() or word[0].isdigit() for word in re.findall(r"\w+", text))


def _with_owner(name: str, other: str) -> str:
    """What says whose it is, in brackets ("its purchase by Google (Fitbit)"), and « celui de Halo » with the noun that
    the ``other`` has for « celui »."""
    same, noun = _SAME_OF.match(fold(name)), _NOUN_OF.match(fold(other))
    if same and noun:
        return f"{other[: noun.end()]}{name[same.end() :]}"
    owner = _CAPITALISED.search(other) if _OWNED.match(fold(name)) else None
    return f"{name} ({owner[0]})" if owner else name


def _when(said: _Said, name: str, lang: str) -> str:
    """When that was of ``name``, as a question is put to the base; nobody reads it."""
    if _COMING.match(said.plain) and acts_in(name, lang):
        return f"Quand {name} a-t-il eu lieu ?" if lang == "fr" else f"When was {name}?"
    if _COMING.match(said.plain) or (_AGE.search(said.plain) and not _OF_THE_END.search(said.plain)):
        return f"Quand {name} a-t-il été créé ?" if lang == "fr" else f"When was {name} founded?"
    kept = list(said.typed)
    for left_out in _LEFT_OUT.finditer(said.plain):
        kept[slice(*left_out.span())] = " " * len(left_out[0])
    told = " ".join("".join(kept).split()).strip(" ,")
    if lang == "fr":
        return f"Quand {name} {told} ?"
    return f"When did {told} {name}?" if _DID.match(said.plain) else f"When {name} {told}?"
