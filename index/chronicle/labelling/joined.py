"""What a label tells behind as much of the words before it as there is room for."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from typing import Final

from index.chronicle.labelling.cuts import shortened
from index.passages.sentences import sentences

_LEAST: Final = 22
"""Characters of a beginning that say whom the rest is told of."""
_LEAST_CUT: Final = 30
"""Characters of a sentence cut short that say what it is about."""
_SAYS_LITTLE: Final = 42
"""Characters of a sentence that needs the one before it too."""
_FURTHEST: Final = 3
"""Sentences before one that may say whom it is told of."""
_ENDED: Final = re.compile(r"[.!?…:;][\s»”’\"')]*\Z")
"""What a sentence ends with, and a heading does not."""
_TURNS: Final = re.compile(
    r"[^,.;:]{2,60}(?: (?:itself|himself|herself|themselves)\b|(?<=\w), (?:lui|elle|eux|elles),)"
    r"|(?:quant (?:à|aux?)|as for) ",
    re.IGNORECASE,
)
"""What turns to somebody or something else, of whom what follows is told: "The bridge itself"."""
_QUOTED: Final = '«“"'
_CLOSED: Final = re.compile(r"[»”\"]")
_PART_END: Final = re.compile(r"[,;:–—](?= [^,;:]*\Z)")
"""Where the last part before a cut ends."""
_NAMES: Final = re.compile(r"(?<=[\w’'»”,;:)] )(?:[ld]['’])?[A-ZÀ-ÖØ-ÞŒ]|\A(?:[LD]['’]|(?:La|Le|Les|The) )[A-ZÀ-ÖØ-ÞŒ]")
"""Where a sentence names something."""

Test = Callable[[str], bool]
"""Whether a sentence names what is told of, or can tell it."""


class Open(IntEnum):
    """How much a sentence needs what stands before it."""

    NO = 0
    OF_FIRM = 1
    """It begins with a firm by no name, or so behind a date."""
    YES = 2


def after_beginning(before: str, told: str, most: int) -> str | None:
    """« Jack Stoddard arrive de Comcast … il repart en mai 2019 »: ``told`` after the beginning of its sentence, in
    ``most`` characters; None when there is nothing ``before`` it, or no room."""
    room = most - len(told) - len(" … ")
    whole = " ".join(before.split()).rstrip(" ,;:–—-")
    head = shortened(whole, room) if room > _LEAST else ""
    part = _PART_END.search(head) if head != whole else None
    if part is not None and part.start() > max(_LEAST, len(head) // 2):
        head = head[: part.start()].rstrip()
    return f"{head.rstrip('…')} … {told}" if len(head) > _LEAST else None


def with_sentence_before(
    before: str, told: str, most: int, openness: Callable[[str], Open], names_it: Test | None = None
) -> str | None:
    """« Le ministère porte plainte … Sa demande est rejetée »: ``told`` after the last sentence of the paragraph
    ``before`` it that ``names_it`` or can be understood alone, or else the last; None when there is none, or no room,
    or only what somebody says."""
    heads = _sentences(before)[-_FURTHEST:]
    turn = next((place for place in range(len(heads) - 1, -1, -1) if _TURNS.match(heads[place])), 0)
    heads = heads[turn:]
    room = most - len(told) - 1
    if not heads or room < _LEAST:
        return None

    def worth(place: int) -> tuple[int, int]:
        head, is_open = heads[place], openness(heads[place])
        if names_it is not None and is_open < Open.YES and head[0] not in _QUOTED and names_it(head):
            return 4, place
        names = is_open is Open.NO and _NAMES.search(head) is not None
        return Open.YES - is_open + names, place

    place = max(range(len(heads)), key=worth)
    if openness(heads[place]) is Open.YES and _is_quoted_of_nobody(heads[place]):
        return None
    is_next = place == len(heads) - 1
    lead = shortened(heads[place], room if is_next else room - 2)
    if len(lead) < _LEAST_CUT and lead != heads[place]:
        return None
    return f"{lead} {told}" if is_next and not told[:1].islower() else f"{lead.rstrip('.…')} … {told}"


def with_last_before(before: str, told: str, most: int) -> str | None:
    """``told`` after the sentence right ``before`` it, which tells what it goes on about, and after the one before that
    too where it says little; None when there is none, or no room."""
    heads = _sentences(before)
    is_cut = told[:1].islower()
    room = most - len(told) - (3 if is_cut else 1)
    if not heads or room < _LEAST:
        return None
    lead = " ".join(heads[-2:]) if len(heads[-1]) < _SAYS_LITTLE else heads[-1]
    lead = shortened(lead if len(lead) <= room else heads[-1], room)
    if len(lead) < _LEAST_CUT and lead != heads[-1]:
        return None
    return f"{lead.rstrip('.…')} … {told}" if is_cut else f"{lead} {told}"


def last_sentence(before: str) -> str:
    """The sentence right before, in the same paragraph; empty without one."""
    return next(reversed(_sentences(before)), "")


def with_sentence_after(told: str, after: str, most: int, is_telling: Test) -> str | None:
    """« Elle part au printemps. Vega l'a vendue … »: ``told`` with the sentence that follows it in its paragraph, if it
    ``is_telling``; None when it isn't, or there is no room."""
    rest = after.partition("\n")[0]
    following = next((" ".join(rest[slice(*span)].split()) for span in sentences(rest, 0, len(rest))), "")
    room = most - len(told) - 2
    if room < _LEAST_CUT or not is_telling(following):
        return None
    return f"{told}. {shortened(following.removesuffix('.'), room)}"


def _is_quoted_of_nobody(sentence: str) -> bool:
    """Whether ``sentence`` is what somebody says, and doesn't name who: « … », dit-elle."""
    return sentence[0] in _QUOTED and _NAMES.search(_CLOSED.split(sentence)[-1]) is None


def _sentences(before: str) -> list[str]:
    """Those of the last paragraph of ``before``; a heading is none."""
    last = before.strip().rpartition("\n")[2]
    if _ENDED.search(last) is None:
        return []
    return [" ".join(last[slice(*span)].split()) for span in sentences(last, 0, len(last))]
