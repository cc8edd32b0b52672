"""What a question is about where no name tells, too: « la rénovation de la halle aux grains », "the Clauses pool". A
noun with its article and what belongs to it, in pieces, so that another may take the place of the one that counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.passages.passage import Span
from index.terms.letters import plain

_TOKEN: Final = re.compile(r"[ldnsmtcj]'|qu'|[^\W_']+(?:-[^\W_']+)*|[^\w\s]")
_ARTICLES: Final = frozenset("le la les l' un une des the an its their this that ce cet cette ces son sa ses".split())
_ENGLISH: Final = frozenset("the an its their this that".split())
_OF: Final = frozenset("de d' du des of".split())
_AT: Final = frozenset("à au aux at".split())
_SAME: Final = tuple(
    frozenset(alike.split())
    for alike in ("de d d' du des of", "a au aux at", "dans en in", "pour for", "par by", "avec with")
)
"""Words that link alike."""
_NO_NOUNS: Final = frozenset(
    """
    a à pendant durant avant après depuis en dans sur sous avec sans pour par chez vers entre contre selon que qui dont
    ou où et quand combien comment pourquoi est sont était étaient fut sera seront ont avait avaient aura va vont fait
    font doit peut il elle ils elles on ce y ne n' s' se t' pas plus maintenant aujourd'hui encore toujours déjà
    during before after since in on at for by with from to into over under between than against until about which who
    whom and or not is are was were be been being has have had will would can could should may might do does did now
    today still already finally when where why how
    """.split()
)
_VERB: Final = re.compile(
    r"\w+-(?:t-)?(?:ils?|elles?|on)|(?:a|ont|avait|est|sont|était)-\w+"
    r"|\w{3,}(?:era|ira|eront|iront|aient|èrent)|coûten?t?|vau(?:t|lent)|mesure|dure|ouvre|ferme|commence|gagne|joue"
    r"|reste|devient|appartient|s'est"
)
_INVERTS: Final = re.compile(r"\b(?:did|does|do|will|would|can|could|should) $")
_IS: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|been|being|be|get|got) $")
_DONE: Final = re.compile(
    r"\w{3,}ed|built|held|sold|made|shut|bought|won|lost|born|found|gone|begun|known|called|led|run|paid|cut|put|set|hit"
    r"|taken|given|chosen|stolen|written|broken|torn|drawn|brought|taught|kept|left|sent|spent|burnt|worth|open"
)
_ASPECT: Final = re.compile(
    r"prix|couts?|tarifs?|dates?|durees?|finales?|noms?|but|fin"
    r"|debut|vente|achat|rachat|retour|travaux|budgets?|direct\w+|maires?|president\w*|entraineu\w+|patron\w*|capitaines?"
    r"|chefs?|responsables?|entree|adresse|horaires|age|taille|longueur|hauteur|largeur|population|auteurs?|saison|nombre"
    r"|sponsors?|prices?|costs?|finals?|names?|sales?|purchase|return|works?|mayors?|coach|captain|head|chair|owner|size"
    r"|length|height|width|author|end|start|hours|number|score|winner|season|age"
)
"""Nouns for what is asked of a thing, not for the thing."""
_DEED: Final = re.compile(r"\w{3,}(?:tions?|ssions?|ments?|ures?|ances?|ences?|ings?)")
"""...and those for what is done to one, which may be things, too."""
_LINKING: Final = re.compile(r"(?P<link>de|du|des|of|d)\b", re.IGNORECASE)
_LINKS_TO: Final = re.compile(r"\b(?P<link>[^\W\d_]+)(?:\s|['’])\Z")
_CONTRACTED: Final = tuple(
    (re.compile(rf"\b{word} {article} "), f"{both} ")
    for word, article, both in (("de", "le", "du"), ("de", "les", "des"), ("à", "le", "au"), ("à", "les", "aux"))
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in ``pieces``: the first with its article, each other from what links it on (« de la halle »);
    ``heads`` are their nouns, in plain small letters, ``words`` all nouns and names in it."""

    pieces: tuple[Span, ...]
    heads: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def span(self) -> Span:
        """From its beginning to its end."""
        return self.pieces[0][0], self.pieces[-1][1]

    @property
    def is_aspect(self) -> bool:
        """Whether it is what is asked of a thing (« le prix »), and names no thing."""
        return all(map(_ASPECT.fullmatch, self.heads))

    def place_of(self, other: Phrase) -> Span:
        """What ``other`` takes the place of: the thing that something is asked of, or the whole where ``other`` says
        itself what is asked."""
        if _is_of_thing(other.heads[0]):
            return self.span
        first = next((at for at, head in enumerate(self.heads) if not _is_of_thing(head)), 0)
        return self.pieces[first][0], self.span[1]

    def place_of_linked(self, text: str, link: str) -> Span | None:
        """What stands in it, or around it in its ``text``, behind a word that links like ``link``."""
        for start, _ in self.pieces:
            word = _LINKING.match(text, start) or _LINKS_TO.search(text, 0, start)
            if word is not None and _alike(plain(word["link"]), link):
                return word.start("link"), self.span[1]
        return None


def _is_of_thing(head: str) -> bool:
    return _ASPECT.fullmatch(head) is not None or _DEED.fullmatch(head) is not None


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in alike and other in alike for alike in _SAME)


def phrases(text: str, names: Sequence[Span]) -> list[Phrase]:
    """The noun phrases of ``text``, which has ``names``, and the names that stand alone, in order."""
    found: list[Phrase] = []
    words = [(its.start(), its.end()) for its in _TOKEN.finditer(_small(text))]
    at = 0
    while at < len(words):
        phrase, after = _phrase_at(text, words, at, names)
        if phrase is not None:
            found.append(phrase)
        at = max(after, at + 1)
    return found


def put_in(text: str, place: Span, other: str) -> str:
    """``text`` with ``other`` in a ``place`` of it, behind what links that to the words before, French articles drawn
    together with it."""
    start, end = place
    link = _link(text[start:end])
    put = f"{link}{other}"
    for apart, both in _CONTRACTED:
        put = apart.sub(both, put)
    return f"{text[:start]}{put}{text[end:]}"


def _link(replaced: str) -> str:
    """What links the piece ``replaced`` to the words before it, as it stands before any noun."""
    first = _small(replaced).split(" ", 1)[0]
    if first in ("du", "des") or first == "de" or first.startswith("d'"):
        return "de "
    return "of " if first == "of" else ""


def _phrase_at(text: str, words: Sequence[Span], at: int, names: Sequence[Span]) -> tuple[Phrase | None, int]:
    """The phrase that begins with the word ``at``, and where the next may."""
    begun, heads = words[at][0], list[str]()
    its = at
    if _said(text, words[at]) in _ARTICLES:
        its += 1
    elif not _is_named(words[at], names):
        return None, at + 1
    pieces: list[Span] = []
    piece, end = begun, begun
    last: list[int] = []
    while its < len(words):
        said, named = _said(text, words[its]), _is_named(words[its], names)
        if named or _is_noun(said):
            if end <= piece:
                heads.append(plain(said))
            elif _said(text, words[at]) in _ENGLISH and words[its - 1] == words[last[-1]]:
                heads[-1] = plain(said)
            last.append(its)
            end = words[its][1]
            its += 1
            continue
        following = _noun_after(text, words, its, names)
        if end <= piece or following is None or said not in _OF | _AT:
            break
        if said in _OF:
            pieces.append((piece, end))
            piece, end = words[its][0], words[its][0]
        elif said != "at" and _is_named(words[following], names):
            break
        its = following
    if end <= piece:
        if not pieces:
            return None, at + 1
        return Phrase(tuple(pieces), tuple(heads[: len(pieces)]), _words(text, words, last)), its
    if len(last) > 1 and not pieces and _is_verb(text, begun, words[last[-1]], names):
        last.pop()
        end = words[last[-1]][1]
        heads[-1] = plain(_said(text, words[last[-1]]))
    return Phrase((*pieces, (piece, end)), tuple(heads), _words(text, words, last)), its


def _words(text: str, words: Sequence[Span], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(_said(text, words[place]) for place in places)


def _noun_after(text: str, words: Sequence[Span], link: int, names: Sequence[Span]) -> int | None:
    """The place of the noun behind the ``link``, articles left out; None where none follows."""
    at = link + 1
    while at < len(words) and _said(text, words[at]) in _ARTICLES:
        at += 1
    return at if at < len(words) and (_is_named(words[at], names) or _is_noun(_said(text, words[at]))) else None


def _is_verb(text: str, begun: int, word: Span, names: Sequence[Span]) -> bool:
    """Whether the last ``word`` of what follows "did the …", "was the …" is what was done."""
    if _is_named(word, names):
        return False
    before = _small(text[:begun])
    return _INVERTS.search(before) is not None or (
        _IS.search(before) is not None and _DONE.fullmatch(_said(text, word)) is not None
    )


def _is_noun(said: str) -> bool:
    return said[0].isalnum() and not (
        said in _NO_NOUNS or said in _ARTICLES or said in _OF or said in _AT or _VERB.fullmatch(said)
    )


def _is_named(word: Span, names: Sequence[Span]) -> bool:
    return any(start <= word[0] and word[1] <= end for start, end in names)


def _said(text: str, word: Span) -> str:
    return _small(text[word[0] : word[1]])


def _small(text: str) -> str:
    """In small letters, accents kept, with straight apostrophes, character for character."""
    small = text.lower()
    return (small if len(small) == len(text) else text).replace("’", "'")
