"""What the very next sentence takes back: "That was wrong.", "It will not be.", « Il n'en est rien. », and which
sentence holds in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.figures.figures import figures_in
from index.question.expectation import Expectation, expectation_of, meets, wants_figure
from index.terms.letters import plain

LOOKED_AT: Final = 3
"""Sentences behind the one that takes back, in which what holds is looked for."""
_OPENING: Final = (
    r"(?:(?:but|yet|however|in fact|in truth|in the end|alas|sadly|mais|or|pourtant|cependant|en fait|en realite"
    r"|finalement|helas)\b,? )?"
)
_END: Final = r"(?: (?:after all|in the end|either|finalement|au final|en fait))?\s*(?:[.!;:,…—–-]|\Z)"
_FALSE: Final = (
    r"(?:false|untrue|incorrect|inaccurate|not (?:true|so|right|correct|the case)"
    r"|(?:inexact|fau(?:x|sse)|errone|incorrect|inexacte|erronee|incorrecte)s?)"
)
_MISTAKEN: Final = (
    r"(?:wrong|mistaken|an? (?:\w+ )?(?:error|mistake|misprint|typo)|une (?:\w+ )?(?:erreur|coquille|meprise))"
)
"""What may also be said of a deed: selling it was a mistake."""
_VALUE: Final = (
    r"(?:(?:this|that|the|these|those|our) (?:\w+ )?(?:figure|date|number|sum|name|report|information|statement)s?"
    r"|(?:ces?|cette|le|la|les|notre) (?:chiffre|date|nombre|montant|somme|nom)s?|(?:cette |l')information)"
)
_THAT: Final = r"(?:it|this|that|they|these|those|c|ce|cela|ca|il|elle|ils|elles)"
_IS: Final = (
    r"(?:'s|[' ](?:was|is|were|are|turned out to be|proved(?: to be)?|est|etait|etaient|sont|s'est (?:revele|avere)e?))"
    r" (?:quite |simply |plainly |en fait )?"
)
_IS_WRONG: Final = re.compile(
    rf"{_OPENING}(?:(?:{_THAT}|{_VALUE}){_IS}{_FALSE}|{_VALUE}{_IS}{_MISTAKEN}"
    r"|(?:it|this|that) (?:was|is)n't (?:so|true|right|correct|the case)"
    r"|we (?:were (?:wrong|mistaken)|got (?:it|that) wrong)|nous (?:nous (?:sommes trompes|trompions)|avions tort)"
    r"|il n'en (?:est|etait|fut) rien|il n'en (?:a|avait) (?:jamais )?rien ete"
    rf"|ce n'(?:est|etait) pas (?:vrai|exact|le cas)|not so|wrong|faux|inexact){_END}"
)
"""What was said is said to be wrong..."""
_SAID_WRONGLY: Final = re.compile(
    rf"{_OPENING}(?:{_THAT}{_IS}{_MISTAKEN}|(?:he|she) was (?:wrong|mistaken)"
    rf"|(?:il|elle) (?:se trompait|avait tort)){_END}"
)
_SAID: Final = re.compile(
    r"\b(?:wrote|written|report(?:ed|s)?|said|says|claim\w*|print(?:ed|s)|stated|gave|issue|article|thought"
    r"|believed|ecri(?:t|vions|vait)|indiqu\w+|affirm\w+|donn(?:e|ait|ions)|publi\w+|edition|numero|dit"
    r"|disai(?:t|ent)|cru|croyait)\b"
)
_PRONOUN: Final = r"(?:it|they|he|she|that|this|there)"
_NEVER_CAME: Final = re.compile(
    rf"{_OPENING}(?:{_PRONOUN} (?:(?:was|were|did|had|has|have|would|could)(?:n't| not| never)"
    rf"|never (?:was|were|did|has|had|have))(?: (?:be|been|happen|happened|do so|take place|taken place|come to pass))?"
    r"|(?:it|this|that|they) never (?:happened|came|came to pass|took place|materiali[sz]ed)"
    r"|nothing came of (?:it|this|that)"
    rf"|(?:il|elle|ils|elles|ce|cela|ca) n(?:e l'|'|e )(?:le |s')?(?:fut|furent|a|ont|etait|etaient|avait|avaient|vit)"
    r" (?:pas|jamais|point)(?: (?:ete|eu lieu|fait|le jour|le cas|vu le jour))?"
    rf"|(?:il|elle|cela) ne s'est (?:pas|jamais) faite?){_END}"
)
"""...what was meant or said did not come..."""
_NEVER_WILL: Final = re.compile(
    rf"{_OPENING}(?:{_PRONOUN} (?:will not|won't|will never|is not|isn't|are not|aren't|does not|doesn't|shall not"
    r"|can not|cannot|can't|is not to|no longer is|no longer does)"
    r"(?: (?:be|happen|do so|take place|come to pass|to be|now))?"
    r"|(?:it|that|this|they) (?:is|are) no longer (?:so|true|the case|planned)|not any ?more|no longer|plus maintenant"
    r"|il n'en sera rien"
    r"|(?:il|elle|ils|elles|ce|cela|ca) ne (?:le |la |s'y |se )?(?:sera|seront|fera|feront|verra|verront|aura|auront"
    r"|est|sont) (?:pas|jamais|plus|point)(?: (?:lieu|le jour|faite?s?|le cas|vrai))?"
    rf"|ce n'est plus (?:le cas|vrai)){_END}"
)
"""...or never will: then nothing holds in its place."""
_DENIES: Final = re.compile(
    r"\b(?:not|never|no|nor|nobody|nothing|none|cannot|ne|pas|jamais|aucune?|rien)\b|n't\b|\bn'"
)
_ASKS_FOR_IT: Final = re.compile(
    r"\b(?:d'abord|initial\w*|a l'origine|au depart|prev(?:u\w*|oi\w*|oy\w*)|annonc\w+|promi\w*|devai(?:t|ent)|aurait"
    r"|espere\w*|voul\w+|ecri\w+|erreur\w*|corrig\w+|trompe\w*|faux|fausse\w*"
    r"|first|original\w*|plann\w+|expect\w*|announc\w+|suppos\w+|(?:was|were) (?:\w+ ){0,4}?to|meant|hop(?:ed|ing)"
    r"|promis\w+|want\w*|wrote|sa(?:y|ys|id)|dit|disait|claim\w*|wrong\w*|error|mistake\w*|correct\w*)\b"
)
"""A question that wants just what was first said or meant."""
_ASKS_WHAT: Final = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|qui|quoi|quand|ou|pourquoi|comment|combien|quel(?:le)?s?)\b"
)
_ASKS_WHO: Final = re.compile(r"(?:(?:et|and|so|alors|au fait) )?(?:c'est )?(?:qui|who)(?:'s)?\b")
"""Who asks that is answered by a sentence of which the next one says that something else never came."""
_SCALED: Final = re.compile(r"\d[\d.,  ]*(?:thousand|millions?|billions?|mille|milliards?)\b")
_OLD: Final = re.compile(
    r"(?:it|that|this|c'|ce(?:la)?) ?(?:was|etait) (?:only |merely )?(?:the|an?|l[ea']|une?|cel\w+)\b"
)
"""What begins a sentence that says what the wrong value was."""


_REPORTS: Final = re.compile(
    r"\b(?:an? earlier|a previous|the (?:original|first|earlier|previous)) (?:version|edition)\b.{0,40}"
    r"\b(?:said|stated|gave|put|wrote|reported|claimed|had)\b"
    r"|\b(?:our|an earlier|a previous|this|last week's|yesterday's) (?:article|story|report|piece|edition|issue)\b"
    r".{0,40}\b(?:said|stated|gave|put|wrote|reported|claimed)\b"
    r"|\bwe (?:wrote|reported|said|stated|printed|gave)\b"
    r"|\bnous (?:avons|avions) (?:\w+ ){0,2}?(?:ecrit|indique|annonce|affirme|donne|publie)\b"
    r"|\bnous (?:ecriv|indiqu)ions\b"
    r"|\b(?:notre|un precedent|cet|l'|un) ?(?:article|edition|numero|version)\b.{0,40}"
    r"\b(?:indiquait|affirmait|donnait|disait|ecrivait|annoncait|a (?:ecrit|indique))\b"
    r"|\b(?:un|une|des|plusieurs) (?:confreres?|consoeurs?|journa(?:l|ux)) (?:\w+ ){0,2}?(?:(?:a|ont) ecrit|ecri\w+)\b"
)
"""What an article says that it, or another, once wrote: the next sentence tells what holds."""
_REVISED: Final = re.compile(
    r"(?:(?:the|this|that) (?:number|figure|total|sum|toll|count|price|amount|estimate|bill|target|demand)"
    r"|(?:le|ce|la|cette|l'|cet) ?(?:chiffre|nombre|total|bilan|montant|somme|prix|estimation|facture|objectif))"
    r" (?:was|has|had|is|a|fut|est|sera|will be|would be)(?: (?:since|later|then|soon|depuis|ensuite|vite|finally"
    r"|finalement|be|been|ete))* (?:lowered|raised|cut|reduced|revised|brought|increased|trimmed|ramene|abaisse|releve"
    r"|porte|reduit|revu|rabaisse)\w*\b[^.;]{0,60}?\b(?:to|a)\b[^.;]{0,12}?\d"
)
"""What brings a figure that was just told to another one."""
_OF_ITS_TIME: Final = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:launch\w*|start\w*|beginning|open\w*|lance\w*|debut|ouvert\w*|ouvrir)\b"
)
_UNLIKE: Final = re.compile(
    r"\b(?:contrairement a|contrary to|unlike what|et non|mais (?:bien )?(?:en|le|de|a)|but (?:in|on))\b"
)


def is_reported(sentence: str) -> bool:
    """Whether ``sentence`` only tells what was once written."""
    told = plain(sentence)
    return _REPORTS.search(told) is not None and not _UNLIKE.search(told)


def is_retracted(sentence: str, behind: str) -> bool:
    """Whether what stands ``behind`` a ``sentence``, right after it, takes back what that says."""
    after = plain(behind).lstrip(' «»"“”')
    if _IS_WRONG.match(after) or (_SAID_WRONGLY.match(after) and _SAID.search(plain(sentence))):
        return True
    if _DENIES.search(plain(sentence)):
        return False
    return (_NEVER_CAME.match(after) or _NEVER_WILL.match(after)) is not None


def what_holds(question: str, sentences: Sequence[str], place: int) -> int | None:
    """The place of the one of ``sentences`` that answers ``question`` instead of the one at ``place``, which the next
    one takes back: one behind that has what is expected, else the next one. None where nothing is taken back, or just
    that is asked for."""
    if place + 1 >= len(sentences) or _ASKS_FOR_IT.search(plain(question)):
        return None
    if is_reported(sentences[place]) and wants_figure(question):
        return next((other for other in _behind(sentences, place) if _has_value(question, sentences[other])), None)
    if _is_revised(question, sentences[place], sentences[place + 1]):
        return place + 1
    if not is_retracted(sentences[place], sentences[place + 1]):
        return None
    if _ASKS_WHO.match(plain(question)) and not _IS_WRONG.match(plain(sentences[place + 1])):
        return None
    if not wants_figure(question) or _NEVER_WILL.match(plain(sentences[place + 1])):
        return place + 1
    return next((other for other in _behind(sentences, place) if _has_value(question, sentences[other])), place + 1)


def _is_revised(question: str, sentence: str, behind: str) -> bool:
    """Whether what stands right ``behind`` a ``sentence`` says that the figure in it, which ``question`` asks for, was
    brought to another one since."""
    if (
        not wants_figure(question)
        or expectation_of(question) is Expectation.DATE
        or _OF_ITS_TIME.search(plain(question))
    ):
        return False
    return _REVISED.match(plain(behind)) is not None and _has_value(question, behind) and _has_value(question, sentence)


def _behind(sentences: Sequence[str], place: int) -> range:
    """The places of the sentences in which what holds instead of that at ``place`` is looked for."""
    return range(place + 1, min(len(sentences), place + 2 + LOOKED_AT))


def holds_nothing(question: str, sentence: str) -> bool:
    """Whether a ``sentence`` that takes another back leaves ``question`` open: it asks for more than whether."""
    if wants_figure(question):
        return not _has_value(question, sentence)
    return _ASKS_WHAT.search(plain(question)) is not None


def _has_value(question: str, sentence: str) -> bool:
    """Whether ``sentence`` has what ``question`` expects, and does not only say what the value before it was."""
    flat, kind = plain(sentence), expectation_of(question)
    if _OLD.match(flat):
        return False
    if meets(sentence, kind) or (kind is Expectation.FIGURE and figures_in(sentence, "")):
        return True
    return kind is Expectation.MONEY and _SCALED.search(flat) is not None
