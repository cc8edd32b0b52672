"""The posts that people hold, and the words for them in either language."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Post(StrEnum):
    """Posts that somebody holds, of which one is not another; whoever runs a thing is its ``HEAD``."""

    MAYOR = "mayor"
    COACH = "coach"
    CHAIR = "chair"
    HEAD = "head"
    CAPTAIN = "captain"
    DEPUTY = "deputy"
    MINISTER = "minister"
    PREFECT = "prefect"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    CURATOR = "curator"
    EDITOR = "editor"
    SPOKESPERSON = "spokesperson"
    SPONSOR = "sponsor"


WORDS: Final = {
    Post.MAYOR: r"maires?|mairesse|mayor(?:s|ess)?",
    Post.COACH: r"entraineu(?:rs?|ses?)|selectionneu(?:rs?|ses?)|coach(?:es|ed|ing)?|entrain(?:e|ee|ait)",
    Post.CHAIR: r"president(?:e|s|es)?|presid(?:e|ee|ait|es|ed|ing|ence)|chair(?:s|ed|man|woman|person)?",
    Post.HEAD: (
        r"direct(?:eurs?|rices?|ors?)|pdg|ceo|patron(?:ne)?s?|dirig(?:e|ee|es|eait|ea|era|eante?s?)|chef(?:fe)?s?|boss"
        r"|chief executives?|heads?(?! coach)|headed|leads?|led|leaders?|ran|runs?|running|in charge|a la tete"
        r"|manag(?:ers?|es|ed)|gerante?s?|responsables?|principal|proviseure?|(?:premiere?|prime) minist(?:re|er)s?"
    ),
    Post.CAPTAIN: r"capitaines?|captain(?:s|ed)?",
    Post.DEPUTY: r"adjointe?s?|deput(?:y|ies)",
    Post.MINISTER: r"minist(?:re|er)s?",
    Post.PREFECT: r"prefete?s?|prefects?",
    Post.SECRETARY: r"secretaires?|secretar(?:y|ies)",
    Post.TREASURER: r"tresori(?:er|ere)s?|treasurers?",
    Post.CURATOR: r"conservat(?:eur|rice)s?|curators?",
    Post.EDITOR: r"redact(?:eur|rice)s? en chef|editors?",
    Post.SPOKESPERSON: r"porte-parole|spokes(?:man|woman|person)",
    Post.SPONSOR: r"sponsor(?:s|ed|ise|isent)?|parrains?|mecenes?",
}
TOLD_BY: Final = {
    Post.HEAD: (Post.HEAD, Post.CHAIR, Post.COACH, Post.MAYOR, Post.PREFECT, Post.CURATOR),
    Post.MINISTER: (Post.MINISTER, Post.HEAD),
    Post.CHAIR: (Post.CHAIR, Post.HEAD),
}
"""Who runs something may be called its chair or its mayor."""
