"""Who holds a post: which one a question asks for (« qui est la maire ? », "who chairs the league?"), and whether a
sentence names somebody as its holder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from index.passages.passage import Span
from index.posts.organisations import kinds_in, leads_another
from index.posts.post import TOLD_BY, WORDS, Post
from index.question.expectation import Expectation, meets
from index.terms.letters import plain
from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import fold

_TELLING: Final = {
    post: re.compile(rf"\b(?:{'|'.join(WORDS[one] for one in TOLD_BY.get(post, (post,)))})\b") for post in Post
}
_ANY: Final = "|".join(f"(?P<{post}>{words})" for post, words in WORDS.items())
_DETERMINED: Final = (
    r"(?:(?:(?:the|a|an|its|their|his|her|le|la|un|une|son|sa|leur) |l')"
    r"(?:(?!(?:who|that|qui|que|dont)\b)[\w'-]+ ){0,3}?"
    r"|(?:acting|chief|current|general|head|interim|managing|new|actuel(?:le)?|nouve(?:au|lle)) )?"
)
_WHO: Final = r"(?:^|[,;:.!] |\b(?:et|and|alors|so|but|mais) )(?:au fait )?(?:qui|who)"
_NOW: Final = r"(?: (?:now|currently|still|maintenant|actuellement|aujourd'hui|desormais))?"
_ASKED: Final = (
    re.compile(
        rf"{_WHO}(?:'s| (?:is|was|are|were|will be|became|est|etait|sera|fut|est devenue?)){_NOW} "
        rf"(?:{_DETERMINED}|(?:[\w.-]+ ){{0,4}}[\w.-]+(?:'s|s') (?:[\w-]+ ){{0,2}}?)(?:{_ANY})\b"
    ),
    re.compile(rf"{_WHO}{_NOW} (?:{_ANY})\b"),
    re.compile(rf"\b(?:nom d(?:u|e la|e l')|name of the) ?(?:[\w'-]+ ){{0,2}}?(?:{_ANY})\b"),
    re.compile(rf"\bcomment s'appel(?:le|ait|lera) {_DETERMINED}(?:{_ANY})\b"),
    re.compile(rf"\b(?:{_ANY})(?:'s)? name\b"),
    re.compile(rf"\bc(?:'?est)? qui (?:le|la|l') ?(?:[\w'-]+ ){{0,2}}?(?:{_ANY})\b"),
    re.compile(rf"^(?:et |alors )?(?:le|la|l') ?(?:{_ANY})\b.{{0,60}} c(?:'?est)? qui\b"),
)
_PAST: Final = re.compile(r"\b(?:was|were|etait|fut|led|ran|chaired|coached|first|premiere?|former|ancien(?:ne)?)\b")
_BELOW: Final = re.compile(r"\b(?:deputy|vice|assistant|adjointe? (?:au|a la|du|de la|a l')|deputy to the)[ -]?\Z")
_NO_MORE: Final = re.compile(
    r"\b(?:former|ex|then|ancien(?:ne)?)[ -]\Z|\b(?:first|premiere?)[ ]\Z"
    r"|\b(?:d'abord|longtemps|initialement|a l'origine|first|initially|originally|long) (?:ete |been )?\Z"
)
_MINISTRY: Final = re.compile(r"\bminist(?:ere|ry|eres|ries)\b|\bdepartment of\b")
_NOT_HIM_BEHIND: Final = re.compile(r"(?:'s?\b|[- ](?:adjoint|office)\b)")
_SUCCEEDS: Final = re.compile(
    r"\b(?:appoint(?:s|ed)|named|elected|succeed(?:s|ed)|successor|replac(?:es|ed|ing)|took over|takes over|taken over"
    r"|nomm(?:e|ee|ait|a)|elue?|designee?|succed(?:e|er|era|ait)|succession|acted in (?:his|her|their) place"
    r"|remplac(?:e|ee|era|ait|er)|reprend|reprit)\b(?! (?:\w+ )?(?:au|a la|to (?:the|its|their)) (?:conseil"
    r"|board|comite"
    r"|committee|council|jury|commission)\b)"
)
_FOR_A_TIME: Final = re.compile(r"\b(?:interim|acting|caretaker|replacement|remplacante?)\b")
_NO_LONGER: Final = re.compile(
    r"\bno longer\b|(?:\bnot|n't)\b[^.,;]{0,50}\bany ?(?:more|longer)\b|\bne (?:\w+ ){1,2}plus (?!d[e'])\b"
)
_GIVES_WAY: Final = re.compile(
    r"\b(?:remplac|replac)\w+\b[^.;]{0,60}?\b(?:par|by|with) |\bsucceeded by |\bhand(?:s|ed)? (?:the \w+ )?over to "
    r"|\bpasse\w* la main a |\bcede\w* (?:la|sa) place a |\bgives way to |\bgave way to "
)
_IS_CHOSEN: Final = re.compile(
    r"\b(?:c'est|ce fut|ce sera|it (?:is|was)) [^.;:]{4,120}?\b(?:qui|who|that) "
    r"(?:est |fut |a ete |sera |is |was |has been )"
    r"(?:\w+ )?(?:nommee?|elue?|designee?|choisie?|appointed|elected|named|chosen|picked)\b"
)
_COMES_AFTER: Final = re.compile(
    r"\b(?:until|till|pending) (?:a|his|her|their|the|another) (?:\w+ )?success\w+|\bin the meantime\b"
)
"""What says that somebody holds a post only until another does."""
_FAR: Final = 40
"""Characters between what says that somebody gives way and the name of who comes."""
_LEAVES: Final = re.compile(
    r"\b(?:predecessors?|preced(?:es|ed|e|ee|ait|a)|predecesseure?s?|former|formerly|outgoing|ancien(?:ne)?|ex|sortante?"
    r"|until|till|jusqu'\w*|left|leaves?|leaving|quit(?:s|te|tera|tait|ter)?|(?:step(?:s|ped|ping)?|st(?:and|ood)) down"
    r"|resign\w*|retire[sd]?|retiring|died|dismissed|sacked|fired|ousted|demission\w*|demis|limogee?|parti(?:e|t|r|ra)?"
    r"|depart|mort|morte"
    r"|decede(?:e|es|s)?"
    r"|term (?:ended|ends|expired)|mandat (?:s'est acheve|s'acheve|a pris fin|prend fin)"
    r"|s'en (?:va|vont|ira|alla|est allee?)|retraite|cede|passe(?:ra)? la main)\b"
)
_WORD: Final = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’-]*"
_NAME: Final = re.compile(rf"(?:[A-ZÀ-Þ]\. )*{_WORD}(?: (?:(?:de|du|le|la|van|von|di|al|el|bin) )*{_WORD})+")
_ONE_NAME: Final = re.compile(
    rf",? (?:(?<=, )(?:(?:the|an?|l[ae]|une?) |l['’])?(?:[a-zà-ÿ-]+ ){{0,3}})?(?P<name>{_WORD})"
)
_UNDER: Final = re.compile(
    rf"\b(?:sous l(?:a |['’])(?:direction|présidence|conduite|houlette|autorité) (?:de |d['’])|[Uu]nder )({_WORD})"
)
_BY_NAME: Final = re.compile(rf"(?:, |\b(?:by|par) )({_WORD})")
_IN: Final = re.compile(rf" (?:de |d['’]|du |des |of |at )(?:(?:la|l['’]|the) ?)?(?P<name>{_WORD}(?: {_WORD})*)")
_FIRST_NAME: Final = re.compile(
    rf"\A({_WORD})(?=, | (?:has|had|is|was|took|leads|led|runs|ran|a|avait|est|etait|était|dirige|préside)\b)"
)
_ASKS_WHO: Final = re.compile(r"(?!.*\b(?:when|quand)\b).*\b(?:who|qui)\b")
_BEFORE_HIM: Final = re.compile(
    r"\b(?:before|avant|prece(?:ded|de|dait)|predecesseure? d(?:e|u)|predecessor of) "
    r"?(?:(?:him|her|them|elles?|lui|eux) \()?\Z|\bavant l'\Z"
)
_BEFORE_WHOM: Final = re.compile(r"\b(?:before (?:him|her|them)|avant (?:elles?|lui|eux))\b")
"""One who was just spoken of, and is not named."""
_OF: Final = re.compile(r"\b(?:of|de|du|des|d['’]|at|in|à|the|la|le|les|l['’])\s?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PostAsked:
    """A ``post`` whose holder is asked for; ``now``: of several who held it the one who does; ``of``: the post in
    something that the question names, of one of the ``kinds`` of organisations, where it says so."""

    post: Post
    now: bool
    of: bool = False
    kinds: frozenset[int] = frozenset()


def asks_for_predecessor(question: str, names: Iterable[Span]) -> bool:
    """Whether ``question`` asks who was there before one of those it ``names``: "who was mayor before Ada Lund?"."""
    flat = plain(question)
    if _ASKS_WHO.search(flat) is None:
        return False
    if any(_BEFORE_HIM.search(flat, 0, start) for start, _ in names):
        return True
    return _BEFORE_WHOM.search(flat) is not None


def tells_of_predecessor(sentence: str, known: frozenset[str]) -> bool:
    """Whether ``sentence`` says of somebody of other words than those ``known`` that they came before another, left, or
    held a post once."""
    if _COMES_AFTER.search(plain(sentence)):
        return False
    named = _names(sentence, known) or any(_is_new(found[0], known) for found in _NAME.finditer(sentence))
    return named and (leaves(sentence) or _SUCCEEDS.search(plain(sentence)) is not None)


@lru_cache(maxsize=256)
def post_asked(question: str) -> PostAsked | None:
    """The post whose holder ``question`` asks for; None where it asks for something else."""
    flat = plain(question)
    found = next((found for pattern in _ASKED if (found := pattern.search(flat))), None)
    if found is None:
        return None
    post = next(post for post in Post if found[post])
    if post is Post.HEAD and _MINISTRY.search(flat):
        post = Post.MINISTER
    behind = flat[found.end() :]
    return PostAsked(post, _PAST.search(flat) is None, re.search(r"[^\W\d_]{3}", behind) is not None, kinds_in(flat))


def names_holder(asked: PostAsked, sentence: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether ``sentence`` names somebody as the holder of the post ``asked`` for, or says who is put in another's
    place; names of words that are ``known`` (folded) name the one asked about, not the holder."""
    flat = plain(sentence)
    if succeeds(sentence, known):
        return True
    if any(_is_new(found[1], known) for found in _UNDER.finditer(sentence)):
        return True
    for _, end in _places(asked, flat):
        elsewhere = _IN.match(sentence, end) if asked.of else None
        if elsewhere is not None and known.isdisjoint(fold(elsewhere["name"]).replace("-", " ").split()):
            continue
        beside = _ONE_NAME.match(sentence, end)
        if (beside and _is_new(beside["name"], known)) or _names(sentence, known):
            return True
    return False


def succeeds(sentence: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether ``sentence`` names somebody who is put in another's place, other than by the words ``known``."""
    return _SUCCEEDS.search(plain(sentence)) is not None and _names(sentence, known)


def names_post(word: str) -> bool:
    """Whether a ``word``, in plain small letters, names a post, or who holds it."""
    return any(telling.fullmatch(word) for telling in _TELLING.values())


def is_of_other_kind(asked: PostAsked, sentence: str) -> bool:
    """Whether ``sentence`` speaks of whoever holds the post ``asked`` for in another kind of organisation."""
    flat = plain(sentence)
    return any(leads_another(asked.kinds, flat, *found.span()) for found in _TELLING[asked.post].finditer(flat))


def speaks_of_other_post(asked: PostAsked, sentence: str) -> bool:
    """Whether ``sentence`` speaks of the holder of another post, and not of the one ``asked`` for."""
    if mentions_post(asked, sentence):
        return False
    flat = plain(sentence)
    return any(_TELLING[other].search(flat) for other in Post if other is not asked.post)


def successor_in(sentence: str) -> int | None:
    """Where in ``sentence`` begins the name of who takes the place of another it names before: « a remplacé Ada Lund
    par … », "handed over to …"; None where nobody does."""
    chosen = _IS_CHOSEN.search(plain(sentence))
    if chosen is not None and chosen.start() and _NAME.search(sentence, chosen.start(), chosen.end()):
        return chosen.start()
    found = _GIVES_WAY.search(plain(sentence))
    named = _NAME.search(sentence, found.end()) if found is not None else None
    return found.end() if found is not None and named is not None and named.start() < found.end() + _FAR else None


def leaves(sentence: str) -> bool:
    """Whether ``sentence`` says that somebody goes, or was something once."""
    return _LEAVES.search(plain(sentence)) is not None


def leaves_by_name(sentence: str, surname: str) -> bool:
    """Whether ``sentence`` says of whoever has the ``surname``, and of nobody named behind it, that they go."""
    for found in re.finditer(rf"\b{re.escape(surname)}\b", sentence):
        behind = sentence[found.end() :]
        another = _NAME.search(behind)
        its = plain(behind[: another.start() if another else None])
        if _LEAVES.search(its) or _NO_LONGER.search(its):
            return True
    return False


def follows_in_post(sentence: str, known: frozenset[str]) -> bool:
    """Whether ``sentence`` names somebody else than those of the words ``known`` who comes in their place, for good or
    for a time."""
    flat = plain(sentence)
    comes = _SUCCEEDS.search(flat) or _FOR_A_TIME.search(flat)
    return comes is not None and any(_is_new(found[0], known) for found in _NAME.finditer(sentence))


def mentions_post(asked: PostAsked, sentence: str) -> bool:
    """Whether ``sentence`` speaks of whoever holds the post ``asked`` for."""
    return next(_places(asked, plain(sentence)), None) is not None


def names_somebody(sentence: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether ``sentence`` has the name of somebody, of other words than those ``known``."""
    return _names(sentence, known)


def _places(asked: PostAsked, flat: str) -> Iterator[Span]:
    """Where plain text speaks of whoever holds the post, not of their deputy, or of who held it before."""
    for found in _TELLING[asked.post].finditer(flat):
        below = _BELOW.search(flat, 0, found.start()) or _NOT_HIM_BEHIND.match(flat, found.end())
        if leads_another(asked.kinds, flat, *found.span()):
            continue
        if not below and not (asked.now and _is_of_before(asked.post, flat, found.start())):
            yield found.span()


def _is_of_before(post: Post, flat: str, start: int) -> bool:
    """Whether what stands before ``start`` says that somebody held the post once; a first minister is just that."""
    found = _NO_MORE.search(flat, 0, start)
    return found is not None and not (post is Post.MINISTER and found[0].startswith(("first", "prem")))


def _names(sentence: str, known: frozenset[str]) -> bool:
    whole = any(
        _is_new(found[0], known) and not _OF.search(sentence, 0, found.start()) for found in _NAME.finditer(sentence)
    )
    ones = (*_BY_NAME.finditer(sentence), *_FIRST_NAME.finditer(sentence))
    return whole or any(_is_new(found[1], known) for found in ones)


def _is_new(words: str, known: frozenset[str]) -> bool:
    """Whether the capitalised ``words`` name somebody of whom the last word is not ``known``."""
    said = [fold(word) for word in re.findall(r"[^\W_]+", words)]
    said = [word for word in said if not any(word in its for its in STOP_WORDS.values())]
    return bool(said) and not meets(said[0], Expectation.DATE) and said[-1] not in known
