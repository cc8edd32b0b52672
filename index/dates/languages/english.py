"""The English grammar of time expressions."""

from __future__ import annotations

from typing import Final

from index.dates.languages.english_cores import ENGLISH_CORES
from index.dates.languages.english_words import (
    CALLED_OFF,
    DECADES,
    NUMBERS,
    PAST_PARTICIPLES,
    PAST_VERBS,
    PLAN,
    PLANNED,
    SHALL_BE,
    UNITS,
    WEEKDAYS,
    N,
    U,
)
from index.dates.rules.grammar import Effect, Grammar, Lead, Vocabulary
from index.dates.rules.months import ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS

ENGLISH: Final = Grammar(
    words=Vocabulary(
        months={**ENGLISH_MONTHS, **ENGLISH_SHORT_MONTHS},
        weekdays=WEEKDAYS,
        seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
        numbers=NUMBERS,
        units=UNITS,
        decades=DECADES,
    ),
    leads=(
        Lead(Effect.BETWEEN, r"between (?:the )?"),
        Lead(
            Effect.SINCE,
            r"(?:ever )?since (?:the )?|(?:starting|beginning|effective|as) (?:on |in |from |of )?"
            r"|after (?!(?:in|on|at|during)\b)",
        ),
        Lead(
            Effect.UNTIL,
            r"(?:until|till|(?:through|up to|before)(?! (?:in|on|at|during)\b)|prior to|no later than) (?:the )?",
        ),
        Lead(Effect.BY, r"by (?:the )?"),
        Lead(Effect.ABOUT, r"(?:around|circa|about|approximately) (?:the )?"),
        Lead(Effect.PART, r"(?:the )?(?:very )?(?:end|start|beginning|middle) of (?:the )?"),
        Lead(Effect.PART, r"(?:the )?(?:first|last|final|early) (?:few )?(?:days?|weeks?) of (?=[A-Z])"),
        Lead(Effect.PART, r"(?:the )?(?:early|late|mid)(?: |-)(?:in )?(?:the )?"),
        Lead(Effect.FROM, r"from (?:the )?"),
        Lead(
            Effect.CUE,
            r"(?:back |early |late |later |again )?(?:in|on|for|during|of|with|to|at|than|throughout|from|spent|fiscal"
            r"|calendar|year) (?:the (?:month of |year )?)?",
        ),
        Lead(Effect.CUE, r"(?<=[(])(?<!\w\()(?=\d{4}\))"),
        Lead(Effect.CUE, r"(?:^|(?<=  )|(?<=[-*•|] ))(?=(?:19|20)\d\d ?:)"),
        Lead(
            Effect.CUE, r"(?:(?:the|its|his|her|their|our|a|this) |(?<='s )|(?<=s' ))(?=(?:19[5-9]|20[0-4])\d [a-zA-Z])"
        ),
        Lead(
            Effect.COUNTED,
            rf"{N} {U} (?:(?P<before>before)|after) (?:the )?|the (?:(?P<before_day>day|night|evening)"
            r" before|(?P<after_day>day|morning) after) (?:the )?",
        ),
    ),
    cores=ENGLISH_CORES,
    joints={Effect.BETWEEN: r" and (?:the )?", Effect.FROM: r" (?:to|through|until|till|-) (?:the )?"},
    series=r",? (?:and|or|then) (?:in )?|, (?:in )?",
    past=rf"(?<!will )(?<!would )(?<!to )(?<!could )(?<!should )(?<!may )(?<!not )\b(?:{PAST_VERBS})\b"
    r"|(?<![a-z]{3}-)\b(?!(?:hundred|indeed|need|exceed|proceed|succeed|speed|seed|feed|breed|bleed|weed|sacred|naked)\b)\w{2,}ed\b",
    earlier=rf"\bhad\b(?: (?:\w+ly|already|also|just|first|long|been|since|not|never))*"
    rf" (?:{PAST_PARTICIPLES}|\w{{2,}}ed|been)\b",
    prospective=rf"\bwould(?! have)\b(?:{SHALL_BE})?",
    planned=PLANNED,
    appointed=r"\b(?:expected|due|scheduled|planned|slated"
    r"|(?:set|called|listed|announced|promised|billed)(?= (?:for|to)\b))\b",
    scheduled=(
        r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!should )(?<!may )(?<!might )(?<!must )(?<!can )(?<!did )(?<!n't )"
        r"\b(?:begins?|start|open|leaves?|arrives?|meets?"
        r"|plays?|faces?|closes?|shuts?|resumes?|kicks? off|hosts?|departs?|goes|sits|sails?)\b"
    ),
    future=(
        rf"\b(?:(?:will|shall|won't|to)(?:{SHALL_BE})|will|shall|won't|going to|to be|{PLAN}"
        r"|set to|(?:is|are) to (?!(?:him|her|them|this|that|the|an?)\b)(?:be |get )?\w+"
        r"|(?:is|are) (?:expected|due|scheduled|planned|slated|promised|booked|billed)"
        r"|must (?!have\b)(?:be )?\w+|(?:is|are) (?:payable|exigible)"
        r"|(?:called|booked|billed|listed|adjourned|postponed|put off|moved|pushed back|delayed|deferred|put back"
        r"|slipped|(?:has|have) (?:been )?set)(?= (?:for|until|to)\b)|(?:has|have) promised"
        r"|(?:is|are) (?:cancelled|canceled|postponed|put off|called off|suspended)"
        r"|would|should|could|(?-i:may)|aims?|expects?|opens|reopens|returns|starts|ends|comes out"
        r"|(?:begins|closes|leaves|retires|departs|resumes|meets|hands over|steps down|sails|moves in)"
        r"(?= (?:on|in|at)\b)"
        r"|takes (?:over|effect))\b|'ll\b"
    ),
    called_off=CALLED_OFF,
    is_called_off=rf"\b(?:is|are|was|were|been|be)(?: \w+)? (?:{CALLED_OFF})|fell through",
    of=r"(?:of|for) ",
    lead=r"(?:(?:on|in|at|for|until|to|by) )?",
)
