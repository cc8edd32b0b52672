"""Who owned a thing once, and sold it since: who asks who owns it reads first what its article tells last of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.judging.others.put_first import Read, is_of_one_article, put_place_first
from index.ranking.search import Hit
from index.reading.first import FirstReader
from index.reading.reading import Reading
from index.terms.letters import plain

_OWNER: Final = re.compile(
    r"\bwho (?:\w+ )?owns\b|\bwho (?:is|are) (?:now )?the (?:\w+ )?owners?\b|\bowned by\b|\bbelongs? to\b"
    r"|\ba qui (?:\w+ ){0,4}?appartien\w+|\bqui (?:\w+ )?possede\b|\bappartient\b"
    r"|\bqui est (?:\w+ )?(?:le |la )?proprietaire"
)
_ONCE: Final = re.compile(
    r"\b(?:was|were|used to|owned (?:it|the \w+) (?:in|before)"
    r"|etait|possedait|appartenait|avant|before)\b|\b(?:19|20)\d\d\b"
)
_THING: Final = (
    r"(?:it|them|(?:the|their own|his own|her own) (?:company|firm|business|group|club|paper|whole|employer)"
    r"|la societe|l'entreprise|le groupe)"
)
_SOLD: Final = re.compile(
    rf"\b(?:sold|handed|transferred|gave) {_THING} [^.;]{{0,60}}?\bto\b|\b(?:bought|acquired|took over) {_THING}\b"
    r"|\b(?:it|they) (?:was|were|has been|have been) (?:sold|bought|acquired|taken over)\b"
    r"|\b(?:l'|les )(?:a|ont|avait|avaient) (?:re)?(?:vendue?s?|cedee?s?|rachetee?s?|rachete)\b"
    rf"|\b(?:vend|cede|ceda|vendit|rachete|reprend) {_THING}\b"
    r"|\b(?:il|elle) (?:est|fut|a ete) (?:vendue?|cedee?|rachetee?|reprise?)\b|\bla (?:vend|cede)(?:nt)? a\b"
)
_OWNS: Final = re.compile(
    r"\b(?:(?:is|are|now|still) owned by|belongs? to|now owns|appartient (?:desormais |aujourd'hui )?a"
    r"|possede aujourd'hui"
    r"|detient (?:desormais|aujourd'hui)) (?!an? |une? )"
)


def asks_owner_of_now(question: str) -> bool:
    """Whether ``question`` asks who owns a thing, or if somebody still does."""
    asked = plain(question)
    return _OWNER.search(asked) is not None and not _ONCE.search(asked)


def tells_sale(sentence: str) -> bool:
    """Whether ``sentence`` says that what is spoken of went from one owner to another."""
    return _SOLD.search(plain(sentence)) is not None


def owner_of_now_first(
    reader: FirstReader, question: str, hits: Sequence[Hit], read: Read
) -> tuple[list[Hit], dict[Hit, Reading]]:
    """``hits``, in the order of what was ``read``, and what was, with the one first that tells the last sale of what
    ``question`` asks the owner of, behind what the first one tells in the same article; as they are without one."""
    last = _last_sale(hits, read) if asks_owner_of_now(question) else None
    return put_place_first(reader, question, last, hits, read)


def _last_sale(hits: Sequence[Hit], read: Read) -> tuple[Hit, int] | None:
    """The one of ``hits`` with the last sentence of the first one's article that tells a sale, and its place, where
    that stands behind the one that answers, which names no owner of now."""
    first = hits[0]
    if first not in read:
        return None
    passage = first.indexed.passage
    answering = read[first].answering_sentence(passage)
    if _OWNS.search(plain(passage.sentence_texts()[answering])):
        return None
    behind = passage.sentences[answering][0]
    sales = [(hit, place) for hit in hits if is_of_one_article(hit, first) for place in _sales(hit, behind)]
    return max(sales, key=lambda one: one[0].indexed.passage.sentences[one[1]][0], default=None)


def _sales(hit: Hit, behind: int) -> Iterator[int]:
    passage = hit.indexed.passage
    for place, text in enumerate(passage.sentence_texts()):
        if passage.sentences[place][0] > behind and tells_sale(text):
            yield place
