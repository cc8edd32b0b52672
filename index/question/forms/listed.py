"""Whether a question asks for the items of a list: « quelles entreprises… ? », "who has run…?", "name the…"."""

from __future__ import annotations

import re
from typing import Final

from index.terms.tokens import fold

_AUXILIARY: Final = r"(?:has|have|had|did|do|does|is|are|was|were|will|would|can|could|may|might|should|must)\b"
_SINGULAR_IN_S: Final = (
    r"(?:was|is|does|has|this|its|his|us|business|process|news|status|analysis|basis|bus|campus|class|loss|illness"
    r"|access|press|address|success|progress|congress|crisis|series|always|means|grounds|circumstances|yes)\b"
)
_PLURAL: Final = rf"(?!{_SINGULAR_IN_S})(?:[a-z'-]*[^su\W]s|people|men|women|children|(?:[a-z]+(?:ss|x|ch|sh|s)es))\b"
_QUALIFIED: Final = rf"(?:(?!{_AUXILIARY}|(?:the|a|an|of|in|on|to|for|that|what)\b)[\w'-]+ ){{0,3}}?"
_SAID: Final = (
    rf"(?:{_AUXILIARY}|(?:\w{{2,}}ed|took|wrote|won|went|sold|bought|became|came|made|got|gave|kept|left|lost|ran|led|held"
    r"|paid|built|grew|began|fell|rose|drove|chose|told|brought|put|set|met|sent|spent)\b)"
)
_SORTS: Final = r"(?:(?:kinds?|sorts?|types?|sources?|other|of) )*"
_OPENING: Final = r"(?:^|[.!?:,;] )(?:et |alors |and |so )?"
_NO_ITEMS: Final = r"(?:hours|times|terms|odds|chances|dimensions|circumstances|consequences|fees|prices|costs|sales)\b"
_PLAINLY: Final = (
    r"(?:(?:new|main|different|other|first|latest|current|best|biggest|key|major|next|last|old|previous|official) )?"
)
_ALONE: Final = r"(?= *[?.!]*$| (?:of|for|in|at|from|on|about|to)\b)"
_CHANGES: Final = (
    rf"{_OPENING}what(?:'s| is) new\b"
    rf"|{_OPENING}what (?:will change|changes|has changed|changed) (?:this|next|in|at|for)\b"
    r"|\bqu'est-ce qui (?:change|changera|va changer|a change)\b(?!.*\b(?:entre|par rapport)\b)"
    r"|\bquoi de (?:neuf|nouveau)\b"
)
"""What is new is told point by point."""
CHANGES: Final = "changements"
"""What those who ask what is new are told: changes."""
_POSTS: Final = (
    r"(?:dirig|presid|command|pilot|gouvern|administr|entrain|possed|deten|occup|conduit|gere|men[ei]|anim)\w*"
)
_ONE_YEAR: Final = r"(?!.*(?<!jusqu')\b(?:en|in|le \d+\w* [a-z]+) (?:[a-z]+ )?\d{4}\b)"
_OVER_TIME: Final = (
    r"au fil (?:du|des|de)\b|d'(?:un article a l'autre|une annee a l'autre|annee en annee|etape en etape)"
    r"|a chaque (?:etape|date|annee|fois)|selon les annees|successi(?:f|fs|ve|ves|vement)\b|tour a tour"
    r"|l'une? apres l'autre|since (?:it (?:began|started|opened|was founded)|the (?:launch|beginning))"
    r"|depuis (?:l'origine|le debut|sa (?:creation|fondation)|son (?:ouverture|lancement))"
    r"|over (?:the years|the course of|time)|one after (?:the other|another)|successive(?:ly)?\b"
    r"|at (?:various|different|each) (?:dates?|times|points?|stages?)|year (?:by|after|to) year"
)
_LIST: Final = re.compile(
    # French: the interrogative itself is plural
    r"\b(?:quel(?:le)?s (?!que\b|qu'|soient\b|sont les noms? d)|lesquel(?:le)?s\b)|\bquel(?:le)?s sont\b"
    rf"|{_OPENING}qui (?:sont|etaient|furent|ont) "
    rf"|{_OPENING}qui a (?:donc |deja )?(?:{_POSTS}|ete (?!charge|choisi|nomme|designe|elu|retenu|condamne)){_ONE_YEAR}"
    # English: a plural noun behind the interrogative, then what is said of it
    rf"|\b(?:which|what) {_SORTS}{_QUALIFIED}{_PLURAL}"
    rf"(?: (?:of|in|on|at|for|from|to|with|the|about|than)(?: [\w'-]+){{1,3}}?)? {_SAID}"
    rf"|\bwhich (?:kinds? of |sorts? of |other )?{_PLURAL}(?! cost)"
    r"|\bwhat (?:has|have) .{2,60} (?:cost|paid|charged|earned)\b"
    rf"|{_OPENING}what (?:has|have) (?:\w[\w'.&-]* ){{1,4}}(?:launched|bought|acquired|purchased|closed|released"
    r"|opened|sold|published|built|created|invested in|abandoned|discontinued|announced)\b(?! to\b)"
    rf"|{_OPENING}what(?: are|'re| were) (?:all )?(?:the|its|their) {_PLAINLY}(?!{_NO_ITEMS}){_PLURAL}{_ALONE}"
    rf"|\bwhat {_QUALIFIED}{_PLURAL} (?:are there|apply|exist|take part|takes part|change[ds]?)\b"
    rf"|{_CHANGES}"
    rf"|{_OPENING}who (?:are|were|have) (?:the |all |ever )?"
    rf"|{_OPENING}who(?: has|'s) (?:ever |also )?(?:been (?!chosen|named|appointed|picked|selected|put)|held|led|headed"
    rf"|run\b|chaired|presided|owned|managed|directed){_ONE_YEAR}"
    # either, asked for outright
    r"|^(?:(?:please|stp|svp) )?(?:list|name|enumerate|cite[rz]?|enumere[rz]?|liste[rz]?|nomme[rz]?|recense[rz]?)"
    r"(?:-?moi)? (?:all|every|each|the|some|tous|toutes|les|des|two|three|deux|trois)\b"
    rf"|\b(?:give|tell|show) me (?:the )?(?:names? of )?(?:the )?{_QUALIFIED}(?!{_NO_ITEMS}){_PLURAL}"
    r"|\b(?:donne|dis|indique|montre)(?:s|z)?-?(?: |-)?moi (?:tou(?:te)?s )?les (?!horaires)[a-z-]+[sx]\b"
    r"|\bc'(?:est|etait) (?:quoi|qui) (?:deja )?les (?!horaires|deux\b)"
    rf"|{_OPENING}les (?!horaires|deux\b)[a-z-]+[sx] .{{0,60}}c'(?:est|etait) (?:quoi|qui)\b"
    r"|\b(?:y a|y avait) (?:quoi|qui) comme\b|\bqu'est-ce qu'il y a(?:vait)? comme\b"
    r"|\b(?:la|une) liste (?:de|des|complete|du)\b|\b(?:the|a) (?:full |complete |whole )?list of\b"
    r"|\btou(?:te)?s les [a-z-]+s (?:que|qu'|dont|ou|qui)|\b(?:give|tell|show) me (?:all|every)\b"
    # a figure through time
    rf"|\b(?:{_OVER_TIME})"
    r"|\bhow (?:has|have|did) .{3,90} (?:changed?|develop(?:ed)?|moved?|evolved?|gr[eo]wn?|vary|varied|risen|fallen)"
    rf"(?= *[?.!]* *$|,| (?:{_OVER_TIME}|over|since|from|between|in|after|before|during|through|as|up|down|and)\b)"
    r"|\bcomment .{2,90} (?:a|a-t-\w+|ont|ont-\w+) (?:evolue|varie|change)\b|\bevolution (?:de |du |des |d'|of )"
    r"|\b(?:par|a|pour|dans|de|avec|sur|sous|chez|en) quel(?:le)?s\b"
)


_OF_A_NAME: Final = re.compile(r"[’']est quoi Les (?=[A-ZÀ-Þ])")
"""« c'est quoi Les Vieux Fours ? » asks of one that is called so."""


def wants_list(question: str) -> bool:
    """Whether ``question`` asks for the items of a list."""
    return _LIST.search(_plain(question)) is not None and _OF_A_NAME.search(question) is None


def _plain(text: str) -> str:
    return fold(text).replace("’", "'").strip()


_PEOPLE: Final = re.compile(
    r"^(?:et |alors |and |so )?(?:qui|who)\b|\bquel(?:le)?s? (?:\w+ )?(?:directeur|directrice|entraineur|personne"
    r"|ministre|president|patron|dirigeant|fondateur|gens|homme|femme|medecin|adjoint|senateur|depute|avocat|juge|temoin)\w*"
    r"|\b(?:which|what) (?:\w+ )?(?:people|person|director|chief|general|boss|leader|founder|minister|president|doctor"
    r"|senator|coach|judge|lawyer|witness|men|women|manager)\w*"
)


def asks_for_people(question: str) -> bool:
    """Whether the items of the list are people."""
    return _PEOPLE.search(_plain(question)) is not None


_ONE_OF_THEM: Final = (
    (re.compile(r"\b(?:quelles personnes|quelles? gens|quels hommes|quelles femmes) ont\b", re.IGNORECASE), "Qui a"),
    (re.compile(r"\bwhich people (?:have|has)\b", re.IGNORECASE), "Who has"),
    (re.compile(r"\bwho have been the (\w+?)s\b", re.IGNORECASE), r"Who was the \1"),
    (re.compile(r"\bwho has been\b", re.IGNORECASE), "Who was"),
    (
        re.compile(r"\bhow (?:has|have|did) (.+?) (?:changed?|developed?|moved?|evolved?|gr[eo]wn?)\b", re.IGNORECASE),
        r"What is \1",
    ),
    (
        re.compile(r"\bcomment (.+?) (?:a|ont)-t-(?:il|elle|ils|elles) (?:évolué|varié|changé)\b", re.IGNORECASE),
        r"Quel est \1",
    ),
    (re.compile(r"\b(quel)(?:le)?s sont les (\w+?)s?\b", re.IGNORECASE), r"\1 est le \2"),
    (re.compile(r"\b(quel(?:le)?)s (\w+?)s?\b", re.IGNORECASE), r"\1 \2"),
    (re.compile(r"\b(which|what) (\w+?)s (?:has|have|had|are|were|is|was)\b", re.IGNORECASE), r"\1 \2 has"),
)
_THROUGH_TIME: Final = re.compile(rf"[\s,]*(?:\b(?:{_OVER_TIME})|according to the articles|selon les articles)", re.I)


def of_one(question: str) -> str:
    """``question`` as one would ask for a single item of its list: so it is put to what reads one passage, and looks
    in it for one answer; nobody sees it."""
    told = _THROUGH_TIME.sub("", question)
    for pattern, one in _ONE_OF_THEM:
        told = pattern.sub(one, told)
    return told


_QUALITIES: Final = (
    r"(?:(?:nouve(?:aux|lles)|autres|principa(?:ux|les)|differente?s|grande?s|premiere?s|derniere?s|tous|toutes) )?"
)
_KINDS: Final = (
    re.compile(
        rf"\bquel(?:le)?s (?:(?:sont|etaient|furent|ont ete) )?(?:les |la |des )?{_QUALITIES}(?!sont\b|les\b)"
        r"([a-z-]{3,}[sx])\b"
    ),
    re.compile(rf"\bliste (?:complete )?des {_QUALITIES}([a-z-]{{3,}}[sx])\b"),
    re.compile(
        r"\b(?:which|what) (?:(?:are|were) (?:all )?(?:the |its |their )?)?"
        rf"(?:(?!{_AUXILIARY})[a-z-]+ ){{0,2}}?({_PLURAL})"
    ),
    re.compile(
        r"\b(?:c'(?:est|etait) (?:quoi|qui) (?:deja )?les|moi (?:tou(?:te)?s )?les|comme) "
        rf"{_QUALITIES}([a-z-]{{3,}}[sx])\b"
    ),
    re.compile(rf"\bme (?:the )?(?:names? of )?(?:the )?(?:[a-z-]+ ){{0,2}}?({_PLURAL})"),
    re.compile(rf"\blist (?:of |all )(?:the )?(?:[a-z-]+ ){{0,2}}?({_PLURAL})"),
)


def kind_asked_for(question: str) -> str | None:
    """The word for what the items are: « financeurs » of « Quels sont les financeurs du pont ? »; None without one."""
    plain = _plain(question)
    if re.search(_CHANGES, plain):
        return CHANGES
    return next((met[1] for pattern in _KINDS if (met := pattern.search(plain))), None)
