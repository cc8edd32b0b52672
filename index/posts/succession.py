"""Who came after somebody: of whom a question asks it, and whether a sentence tells it of just that one, not of whom
they came after themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.posts.holders import leaves
from index.terms.letters import plain

_CAME_AFTER: Final = (
    r"(?:succed\w+ (?:a |aux? )|remplac\w+ |(?:pri(?:s|t|se)|prend\w*|reprend\w*|repris) la (?:suite|place|releve"
    r"|succession) (?:de |d'|du )|succeed(?:s|ed|ing)? |replac(?:es?|ed|ing) |(?:took|takes?|taking) (?:over|the reins)"
    r" from |(?:came|comes) after |(?:took|takes) the place of "
    r"|(?:success\w+|remplacante?|replacement) (?:of|de|du|to) )"
)
_AUXILIARY: Final = r"(?:(?:a|ont|va|est|vient|will|has|is|to|de|going|donc|finally|finalement|y) ){0,3}"
_ASKED: Final = (
    re.compile(rf"\b(?:qui|who) {_AUXILIARY}{_CAME_AFTER}(?P<of>.+)"),
    re.compile(
        r"\b(?:qui|who)(?: est|'s| is| was| etait| sera| will be) (?:le |la |the )?"
        r"(?:success\w+|remplacante?|replacement) (?:of|de|du|to|d')\s?(?P<of>.+)"
    ),
    re.compile(r"\bwho(?:'s| is| was| will be) (?P<of>.+?)(?:'s?) (?:successor|replacement)\b"),
    re.compile(r"\bpar qui (?P<of>.+?) (?:a|est|sera|va)(?:-t-(?:il|elle))? (?:ete |etre )?remplac\w+"),
    re.compile(r"\bwho (?:was|is|will be|has been)? ?(?P<of>.+?) (?:been )?(?:replaced|succeeded) by\b"),
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LINKS: Final = re.compile(r"\b(?:as|at|in|of the|on|when|comme|en tant|a la|au|dans|chez|apres|after|before|pour)\b")
_SHORTEST: Final = 3
_ANY_WORDS: Final = r"(?:[\w'.-]+ ){0,4}?"


def succeeded_asked(question: str) -> str | None:
    """The last name, in plain small letters, of the one whose successor ``question`` asks for; None where it asks for
    nobody's."""
    flat = plain(question).rstrip(" ?!.")
    found = next((found for pattern in _ASKED if (found := pattern.search(flat))), None)
    if found is None:
        return None
    words = _WORD.findall(_LINKS.split(found["of"])[0])
    return words[-1] if words and len(words[-1]) >= _SHORTEST else None


def tells_successor(sentence: str, name: str) -> bool:
    """Whether ``sentence`` says that somebody came after the one of that last ``name``."""
    flat, whom = plain(sentence), rf"\b{re.escape(name)}\b"
    if re.search(rf"\b{_CAME_AFTER}{_ANY_WORDS}{whom}", flat):
        return True
    behind = (
        r"[^.;]{0,40}?\b(?:remplacee?s? par|replaced by|succeeded by|success(?:or|eur|rice)\b|hand\w* over to"
        r"|passe\w* la main|cede\w* sa place|gives? way to|gave way to)"
    )
    return re.search(whom + behind, flat) is not None


_BY_PRONOUN: Final = re.compile(
    r"\b(?:lui (?:a |avait |aura )?succed\w+|(?:l'a|l'avait|le|la) (?:\w+ )?remplac\w+|(?:son|sa) (?:success\w+"
    r"|remplacante?)"
    r"|(?:a pris|prit|prend|reprend|reprit) sa (?:suite|place|releve|succession)"
    r"|(?:succeed(?:s|ed)|replac(?:es|ed)|took over from|takes over from) (?:him|her)\b"
    r"|(?:his|her) (?:successor|replacement)|(?:took|takes) (?:his|her) place)\b"
)


def is_of_successor(sentence: str) -> bool:
    """Whether ``sentence`` says that somebody came after one whom it does not name."""
    return _BY_PRONOUN.search(plain(sentence)) is not None


def tells_successor_of_one(sentences: Sequence[str], place: int) -> bool:
    """Whether the one of ``sentences`` at ``place`` says that somebody came after one whom it does not name, of whom it
    or the one before it says that they left."""
    return is_of_successor(sentences[place]) and any(map(leaves, sentences[max(0, place - 1) : place + 1]))


def may_tell_successor(sentences: tuple[str, ...], place: int, above: str, name: str) -> bool:
    """Whether one of ``sentences``, that at ``place``, may say who came after the one of that ``name``: it does, or
    somebody of that name stands before it, or ``above`` them all, for whom a pronoun may stand."""
    if tells_successor(sentences[place], name):
        return True
    return name in _WORD.findall(plain("\n".join((above, *sentences[:place]))))
