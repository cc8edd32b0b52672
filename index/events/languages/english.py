"""English clauses, references and actions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.dates.languages.english_words import CALLED_OFF, PLANNED
from index.entities.book.entity import Kind
from index.events.languages.action import Action
from index.events.languages.syntax import Description, Syntax


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_PRONOUN: Final = r"(?:it|he|she|they|this|that one)"
_AUXILIARY: Final = r"(?:was|were|is|are|has|have|had|will|would|did)"
_PARTICIPLE: Final = (
    r"(?:bought|acquired|founded|created|launched|born|based|sold|dissolved|closed|announced|signed"
    r"|concluded|approved"
    r"|authorized|authorised|cleared|named|led|developed|designed|opened|published|presented"
    r"|installed|renamed|hired"
    r"|promised|planned|unveiled|put|released|introduced|listed|valued|taken over|run|set up|started|built|renewed"
    r"|settled|filed|fined|shut|completed|formed|backed|owned)"
)
_SAYING: Final = (
    r"(?:announc|declar|claim|sa(?:y|id)|estimat|judg|explain|indicat|confirm|promis|reveal|admit"
    r"|acknowledg|wrote|writ"
    r"|recall|stress|add|believ|rul|told|tell|warn|agre|decid|plan(?!e?t)|expect|found|emerg|argu|state"
    r"|answer|replied|report)\w*"
)

_COMPANY: Final = frozenset({Kind.COMPANY})
_PRODUCT: Final = frozenset({Kind.PRODUCT, Kind.PROJECT})
_INSTITUTION: Final = frozenset({Kind.INSTITUTION})
_PERSON: Final = frozenset({Kind.PERSON})

_SELF: Final = r"(?:itself|himself|herself|themselves)"

ACTIONS: Final[Mapping[Action, re.Pattern[str]]] = {
    Action.BUY: _pattern(r"\b(?:buy\w*|bought|acqui\w+|purchas\w*|takeover|take over|took over|takes over|deal)\b"),
    Action.SELL: _pattern(r"\b(?:sell\w*|sold|(?<!\bon )(?<!general )sale|divest\w*)\b"),
    Action.LAUNCH: _pattern(
        r"\b(?:(?:go(?:es)?|went|gone|put) on (?:general )?sale|launch\w*"
        r"|open(?:s|ed|ing)?|start(?:s|ed|ing)?|introduc\w*|unveil\w*|beg[ai]n\w*"
        r"|roll\w* out|found(?:ed|ing)"
        r"|creat\w*|set up|establish\w*|was born|pilot|went live|debut\w*|releas\w*)\b"
    ),
    Action.CLOSE: _pattern(
        r"\b(?:clos(?:e|es|ed|ing|ure)|shut\w*|end(?:s|ed|ing)?|dissol\w*|discontinu\w*|abandon\w*"
        r"|bankrupt\w*|wound down"
        r"|wound up(?! (?:with|as|at|by|on the|in (?!(?:19|20)\d\d|[JFMASOND][a-z]+ \d))\b)|winding[- ]up|receivership"
        r"|liquidat\w*|wind down|stop\w*|ceas\w*|disband\w*|withdr\w*|last day|final day|last patients)\b"
    ),
    Action.ANNOUNCE: _pattern(r"\b(?:announc\w*|said|says|declar\w*|promis\w*|reveal\w*|confirm\w*|told)\b"),
    Action.SUE: _pattern(
        r"\b(?:su(?:e|es|ed|ing)|lawsuit\w*|complain\w*|on trial|court|jury|judge\w*"
        r"|investigat\w*)\b"
    ),
    Action.APPEAL: _pattern(r"\bappeal(?:s|ed|ing)?\b(?! (?:court|judge))"),
    Action.FINE: _pattern(r"\b(?:fine[sd]?|sanction\w*|penalt\w*|pay \$|settle\w*|damages)\b"),
    Action.ALLOW: _pattern(r"\b(?:approv\w*|clear(?:s|ed|ance)|authori[sz]\w*|green light|adopt\w*|certif\w*)\b"),
    Action.FORBID: _pattern(
        r"\b(?:ban(?:s|ned)?|block\w*|refus\w*|suspend\w*|reject\w*|forb[ia]d\w*"
        r"|overturn\w*)\b"
    ),
    Action.INVEST: _pattern(
        r"\b(?:invest\w*|rais(?:e|es|ed) |fund(?:s|ed|ing)|went public|ipo|listed"
        r"|stock market)\b"
    ),
    Action.LAY_OFF: _pattern(
        r"\b(?:laid off|lay\w* off|lay-?offs?|job (?:cuts|losses)|redundan(?:t|cy|cies)"
        r"|dismiss(?:als|(?:ed|es)? [\d,]+)|sack(?:ed|s)? [\d,]+|let [\d,]+ (?:\w+ )?go"
        r"|(?:cut|cuts|cutting|shed|sheds|shedding|axe[sd]?|slash\w*|eliminat\w*|los[te]\w*)(?: [\w,%]+){0,5}?"
        r" (?:jobs?|posts|positions|staff|employees|workers)|(?:cut|shed)s? [\d,]+"
        r"|jobs (?:(?:are|were|will) )?(?:to be |be )?(?:cut|lost|axed|go))\b"
    ),
    Action.APPOINT: _pattern(
        r"\b(?:appoint\w*|nam(?:ed|es) |hir(?:e|es|ed|ing)|took charge|joined"
        r"|becomes? chief)\b"
    ),
    Action.LEAVE: _pattern(r"\b(?:left|leav(?:e|es|ing)|resign\w*|depart\w*|step\w* down|quit\w*)\b"),
    Action.PARTNER: _pattern(
        r"\b(?:partner\w*|alliance|agreement|collaborat\w*|joint venture"
        r"|contract\w*|join forces)\b"
    ),
    Action.EXTEND: _pattern(r"\b(?:expan\w*|exten\w*|roll\w* out|nationwide|widen\w*|reach\w*|arriv\w*)\b"),
    Action.PUBLISH: _pattern(r"\b(?:publish\w*|stud(?:y|ies)|report|paper|article)\b"),
    Action.BREACH: _pattern(
        r"\b(?:cyberattack\w*|ransom\w*|hack\w*|breach\w*|leak\w*|stole\w*|theft"
        r"|intrusion\w*)\b"
    ),
}

ENGLISH: Final = Syntax(
    main=_pattern(
        rf" ?;|,? but |,? (?:and )?then |, and |, so | and (?={_PRONOUN} |{_AUXILIARY} )"
        rf"|, {_PRONOUN} |: "
    ),
    aside=_pattern(
        rf",? (?:which|who|whose|whom|where) |, (?:then |newly |first |by then )?{_PARTICIPLE}\b"
        r"| ?\("
    ),
    circumstance=_pattern(
        r",? (?:(?:(?:a little|just|only|barely|some|about|nearly|almost|well|more than|less than|over|under) ){0,2}"
        r"[\w-]+(?: and a half)? (?:days?|weeks?|months?|years?)"
        r" (?=after (?:it|he|she|they|the|its|his|her|their)\b)"
        r"|after (?=\w+ing\b|it |he |she |they |the \w+ (?:had|was|were))|although |though "
        r"|whereas |while |when "
        r"|because (?!of )|since (?=it |he |she |they |the \w+ (?:had|was))|before (?=\w+ing\b|it |he |she |they )"
        r"|once (?=it |the )|until (?=it |the ))"
        r"|^[\w-]+ (?:days?|weeks?|months?|years?) (?=after (?!that\b|which\b))"
        r"| for (?=(?:not )?(?:having|failing|leaving|hiding|breaking|breaching|misleading|withholding|concealing"
        r"|selling|ignoring|lying|delaying|dumping|polluting|losing|exposing|overcharging|underpaying) )"
        r"|^(?:after \w+ing |although |when |while |because |before \w+ing |having )"
    ),
    complement=_pattern(
        rf"\b{_SAYING}(?: (?!that)[\w'’-]+){{0,4}} that |\b(?:said|says|announced|confirmed|claimed)"
        r"(?=(?: (?:on|in) [\w ,]{3,20})? (?:it|he|she|they) (?:would|will|had|was|is|were))"
    ),
    fronted=_pattern(rf"{_PARTICIPLE}\b"),
    pronoun=_pattern(
        r"(?:^|[\s,;(])(?:(?P<many>they|both)|(?P<person>he|she)|(?P<latter>the latter)"
        r"|(?P<thing>it)(?! (?:is|was|seems|takes|took|remains|emerged|turned out|would take|will take)"
        r"(?: (?:\w+ly )?(?:possible|likely|expected|clear|unclear|known|that|to|said|reported"
        r"|true|done|over)\b| that\b)))(?= )"
    ),
    before_subject=_pattern(
        r"(?:\A|[,;:(\d—–-] ?|\b(?:and|but|so|that|then|when|while|as|because|after|before|since|if|where|although"
        r"|though|until|once|said|says) )\Z"
    ),
    cleft=_pattern(r" (?:is|was|will be) (?:this|that|these|those|the|only|not)\b"),
    before_object=_pattern(
        r"(?:\b(?:of|by|for|with|to|from|in|at|on|against|between|behind|into|over|under|after|before)(?: the| a| an)?"
        r"|'s) \Z"
    ),
    any_company=_pattern(r"(?:the|this|that) (?:company|firm|group|start-up|startup|corporation)"),
    taken_up=_pattern(
        r"\b(?:(?P<one>he|she|him|his|hers?|herself|himself|i|me|my)|(?P<thing>it|its|itself)"
        r"|(?P<many>we|us|our|they|them|their))\b"
    ),
    possessive=_pattern(r"(?:^|, )\s?(?:its|his|her|their) "),
    hanging=_pattern(
        r"(?:and |but |so )?(?:it(?! (?:emerged|turned out|came out|transpired|(?:is|was) (?:\w+ly )?(?:reported"
        r"|revealed|announced|said|known|clear|agreed|decided|discovered|found)\b))"
        r"|he|she|they|his|her|its|their|this|that|these|those|both|each|neither"
        r"|(?:(?:an?|the) (?:second|third|fourth|fifth|first|latter|former|others?|two)|another|others|some|one|most"
        r"|none)"
        r"(?=,| (?:was|were|is|are|has|have|had|will|would|did|came|followed|went)\b))\b"
        r"(?! (?:same|year|month|day|week|weekend|spring|summer|autumn|fall|winter|night|morning)\b)"
    ),
    leaning=_pattern(
        r"(?:by then|since then|meanwhile|in the meantime|(?:this|that) (?:is|was)"
        r"|(?:in|on|at) the (?:first|second|third|other|latter|former)(?=,)"
        r"|(?:the ones?|that|those) (?:of|who|which|that)|the (?:next|old|new|last|first) one)\b"
    ),
    elsewhere=_pattern(r"(?<!\A)\bthere\b(?! (?:is|was|are|were|has|have|had|will|would|been|may|might|should)\b)"),
    object_pronoun=_pattern(
        r"\b(?:\w{2,}ed|put|set|took|cut|shut|gave|bought|sold|lost|left|made|kept|sent|brought) it"
        r"(?= (?:down|up|out|off|on|in|over|for|to|by|from)\b|[,.;])"
        r"|\b(?:him|them|her(?= (?:on|in|for|to|from|at|of|with|and|as|by|last|this|not)\b|[,.;]))\b"
    ),
    done_to=_pattern(
        r"\b(?:\w{2,}ed|put|set|took|cut|gave|lent|hid|won|held|built|drew|wrote|tore|bought|sold|lost|left|made|kept"
        r"|sent|brought|gets?|find|buy|sell) it\b(?! (?:would|will|was|is|had|has|could|might|should) )"
    ),
    demonstrative=_pattern(
        r"\b(?:against|of|on|over|by|for|in|with|after|before|without|to|from) (?:that|those|this|these)"
        r" (?!year|day|month|week|moment|time|date|summer|autumn|fall|winter|spring|morning|evening|night|point|many)"
        r"[a-z]{4,}"
    ),
    definite=r"\b(?:the |this |that |these |those )",
    modifiers=r"(?:(?!which|who|that)[\w'-]+ )?(?:[\w'-]+ )?",
    descriptions=(
        Description(
            _COMPANY,
            r"(?:company|firm|group|giant|retailer|start-up|startup|corporation|maker|insurer|bank"
            r"|chain|subsidiary|buyer"
            r"|manufacturer|parent company|conglomerate|business"
            r"|telehealth provider|operator|unit)",
        ),
        Description(
            _PRODUCT,
            r"(?:service|programme|program|brand|laboratory|app|application|product|device|band|watch|tool|project"
            r"|platform|assistant"
            r"|software|system|subscription|wearable|network)",
        ),
        Description(
            _INSTITUTION,
            r"(?:agency|authority|watchdog|regulator|commission|hospital|institute|university"
            r"|department|foundation)",
        ),
        Description(
            _PERSON,
            r"(?:executive|chief executive|CEO|(?:co-?)?founder|director|boss"
            r"|researcher|doctor|chairman)",
        ),
    ),
    periphrasis=_pattern(r"the (?:[\w-]+ )?(?:[\w-]+ )(?:giant|behemoth|titan|heavyweight)\b"),
    several=_pattern(
        r"\b(?:the|these|all) (?P<count>two|three|four|five) (?:companies|groups|firms|giants"
        r"|partners|businesses|men|women"
        r"|founders|retailers|agencies)|\b(?P<both>both) (?:companies|groups|firms|giants|partners"
        r"|businesses|men|women)"
    ),
    numbers={"two": 2, "three": 3, "four": 4, "five": 5},
    event_nouns=_pattern(
        r"\b(?:the|this|that) (?:deal|acquisition|purchase|takeover|merger|transaction|sale|agreement"
        r"|launch|closure|ruling"
        r"|decision|announcement|fine|settlement|lawsuit|attack|cyberattack|trial|matter|case"
        r"|partnership|contract|order"
        r"|complaint|investigation|verdict|plan|offer|project|pilot|breach|share|shares)\b(?! (?:of|by|with) [A-Z])"
    ),
    unnamed=_pattern(
        r"\b(?:a|an|another) (?:\w+ )?(?:giant|company|start-up|startup|firm|group|player|specialist"
        r"|heavyweight|leader|rival"
        r"|pioneer|chain|network|service|platform|app|maker|competitor|provider|behemoth)\b"
    ),
    complements_of_noun=r",?(?: (?:called|named|known as))? ",
    apposition=r" |, (?:an? |the |its |his |her |their )(?:[a-z'-]+ ){0,3}?",
    titles=r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Senator|Judge)\.? ",
    coordinated=_pattern(r",? (?:and |or |& )?(?:the )?"),
    described_by=r" of (?:the )?",
    source_before=_pattern(
        r"(?:\b(?:according to|as reported by|reported by|told|tells|in an interview with"
        r"|an interview with|cited by"
        r"|quoted by|revealed by|as (?:told|revealed) (?:to|by)|speaking to)(?: (?:the |a |newspaper "
        r"|site |reporters at |"
        r"press |specialist |website |magazine )*)?)\Z"
    ),
    source_after=_pattern(r"\s(?:had |has |later )?(?:report|reveal|wrote|writ|describ|recount)\w*\b"),
    just_now=_pattern(
        r"\b(?:ha(?:s|ve) just|just) (?:been )?(?:\w+ed|bought|sold|told|won|lost|made"
        r"|said|shut|set|put|taken|given)\b"
    ),
    announcing_now=_pattern(r"\b(?:announces?|is announcing|are announcing)\b"),
    compared=_pattern(
        r"\baccording to [^,;:.]{0,50}\Z|\b(?:seen|viewed) from \Z|\b(?:(?:compared (?:with|to)|than)"
        r"(?: [^,;.]{0,40}?)? in|(?:versus|against) (?:[$£€]?\d|the same|(?:just|only|some|about|around|nearly|almost"
        r"|over|an?|one|two|three|four|five|six|seven|eight|nine|ten|none|no) )[^,;.]{0,40}? in"
        r"|from [$£€\d][^,;.]{0,40} in|(?:against|versus|up from|down from|compared (?:with|to)) [$£€]?\d"
        r"[^;:.]{0,24}) \Z"
    ),
    not_before=_pattern(r"(?:\b(?:not|never)|n't)\b[^.;:,]{0,60}\Z"),
    each_time=_pattern(
        r"\b(?:(?:once|twice|times) (?:a|every) (?:year|month|week|day)|(?:each|every) (?:year|summer|winter))\b"
        r"[^.;]{0,24}\Z"
    ),
    onset=_pattern(r"\b(?:starting|beginning|effective|as (?:of|from)|from)\b"),
    future=_pattern(
        r"\b(?:will|would|shall|is to|are to|is set to|are set to|is due|are due|plans? to|expects? to"
        r"|intends? to|aims? to"
        r"|is expected|are expected|is scheduled|are scheduled|is planned|going to|promises? to"
        r"|due to (?:open|close|start))\b"
    ),
    conditional=_pattern(
        r"\b(?:would have|could|might|reportedly|allegedly|rumou?red|considering"
        r"|is said to|(?<!in )(?-i:may)(?= [a-z]+\b(?! \d)))\b"
    ),
    past_saying=_pattern(rf"\b(?!reportedly\b|expected\b){_SAYING}\b"),
    was_to=_pattern(PLANNED),
    unmet=_pattern(r"\b(?:should|ought to)(?: \w+)? have\b"),
    called_off=_pattern(CALLED_OFF),
    dropped_next=_pattern(
        r",? (?:and|then|and then|before being)(?: \w+)? (?:cancel\w+|called off|dropped|scrapped|abandoned|put off)\b"
        r"(?! (?:the|its|his|her|their|an?|it|them|all|plans?)\b)"
    ),
    plan=_pattern(
        r"\b(?:plans?|projects?|proposals?|schemes?|ideas?|bids?) (?:to|for|of)\b"
        r"(?:(?! (?:is|are|was|were|has|have|had|will|would|that|which|who|\w{3,}ed)\b)[^,.;:])*\Z"
    ),
    plan_off=_pattern(
        rf"(?:, [^,.;]*,)?(?: (?!and\b|but\b)[\w'-]+){{0,6}}? (?:is|are|was|were|been|be)(?: \w+)? (?:{CALLED_OFF})"
    ),
    other_thing=_pattern(r"(?:an?|another|other|two|three|some|several|many|one) (?!of\b)"),
    participle_first=_pattern(r"\w{3,}(?:ed|en)\b|(?:born|built|bought|sold|made|found)\b"),
    negation=_pattern(
        rf"\b(?!(?:was|were)(?: not|n't) (?:{_SELF} )?(?:in|under|part of|among|affected|concerned)\b)"
        r"(?:did not|didn't|was not|wasn't|were not|weren't|has not|hasn't|have not|haven't|had not|hadn't|never"
        r"|will not|won't|would not)\b(?! (?:only|just|yet|be the)\b)(?!(?: [\w']+){0,6} (?:until|before|since)\b)"
    ),
    not_then=_pattern(r"(?:,|\band|\bbut) not (?:(?:in|on|at|from) )?\Z"),
    inner=_pattern(r" (?:that|which|who|whose|where) "),
    actions=ACTIONS,
)
