"""The English grammar of time expressions."""

from __future__ import annotations

from typing import Final

from index.dates.english_words import (
    ABOUT,
    AFTER_CHRIST,
    ALONE,
    ANY_MONTH,
    CALLED_OFF,
    CLOSES,
    D_WORD,
    DECADES,
    ERA,
    HAPPENING,
    ITS,
    LED_EARLY,
    LONE_M,
    LOWER_M,
    NO_NAME_M,
    NOT_COUNTING,
    NTH,
    NUMBERS,
    OF_MONTH,
    ORDINAL,
    ORDINAL_DAYS,
    PART_OF,
    PART_OF_DAY,
    PAST_PARTICIPLES,
    PAST_VERBS,
    PLANNED,
    RANGE_BEFORE,
    SEASON,
    SHALL_BE,
    SINCE_NUMBER,
    THE,
    UNITS,
    WD,
    WEEKDAYS,
    D,
    M,
    N,
    U,
    Y,
)
from index.dates.rules.anchored import (
    anchored,
    anchored_season,
    anchored_weekday,
    anchored_weekend,
    counted_before_had,
    counted_from_anchor,
    day_of_told_month,
    following_month,
    month_of_told_year,
    previous_month,
    same_day,
)
from index.dates.rules.feasts import easter
from index.dates.rules.grammar import Core, Effect, Grammar, Lead, Vocabulary
from index.dates.rules.months import ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS
from index.dates.rules.named import beside_event, counted_from_event
from index.dates.rules.relative import (
    counted,
    counted_ahead,
    near,
    near_day,
    near_quarter,
    of_near_year,
    past_span,
    since_count,
    weekday,
    weekday_of_month,
    weekday_of_week,
    weekday_week,
    weekend,
)
from index.dates.rules.resolving import (
    calendar_date,
    centuries,
    century,
    days_of_month,
    decade,
    half,
    holiday,
    months,
    numeric_date,
    numeric_date_either_way,
    numeric_date_month_first,
    quarter,
    season,
    season_of_years,
    years,
)
from index.dates.rules.spelled import ENGLISH_YEAR
from index.edtf import Unit

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
            r"(?:ever )?since (?:the )?|(?:starting|beginning|effective|as) (?:on |in |from |of )?|after ",
        ),
        Lead(Effect.UNTIL, r"(?:until|till|through|up to|before|prior to|no later than) (?:the )?"),
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
        Lead(Effect.CUE, r"(?<=[(])(?=\d{4}\))"),
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
    cores=(
        # Decoys
        Core(r"(?:the|that) (?:very )?same day(?=,)", anchored(Unit.DAY, 0)),
        Core(r"(?:the|that) (?:very )?same day(?! or\b| (?:as|that|of)\b)", anchored(Unit.DAY, 0)),
        Core(r"(?:the )?same day(?: or (?:the (?:day after|next day|following day)|the next))?", None),
        Core(
            rf"(?:every|each) (?:\w+ )?(?:days?|weeks?|months?|years?|{WD})(?:,? (?:but|except|save)(?: on)? {WD}s?)?",
            None,
        ),
        Core(
            rf"(?:the|an?) {WD} (?:markets?|editions?|papers?|supplements?|class|classes|lunch|lunches|mass|masses"
            r"|fairs?|trains?|buses|bus|shows?|matinees?|leagues?|clubs?|services?|shifts?)",
            None,
        ),
        Core(rf"(?:the )?(?:{NTH}|last) {WD}s? (?:of|in) (?:the|each|every) month", None),
        Core(rf"{WD}s? (?:to|through|thru|-) {WD}s?", None),
        Core(rf"(?:Black|Cyber|Super|Ash|Giving|Fat) {WD}", None),
        Core(r"\d{1,3}(?: |-)(?:years?|months?|days?|weeks?)(?: |-)old", None),
        # Our era and the one before
        Core(rf"(?:the )?{D} (?:of )?{M},? (?P<year>\d{{1,4}}){ERA}", calendar_date),
        Core(rf"{M} {D},? (?P<year>\d{{1,4}}){ERA}", calendar_date),
        Core(rf"{M},? (?:of )?(?P<year>\d{{1,4}}){ERA}", calendar_date),
        Core(rf"(?:from |between )?(?P<year>\d{{1,4}}) ?(?:-|to|and|until) ?(?P<to_year>\d{{1,4}}){ERA}", years),
        Core(rf"(?P<year>\d{{1,4}}){ERA}", calendar_date),
        Core(rf"{AFTER_CHRIST} (?P<year>\d{{1,4}})", calendar_date),
        Core(rf"(?:the )?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_DAYS})[ -]century{ERA}", century),
        Core(
            rf"(?:the )?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_DAYS})(?:[ -]century)? ?(?:to|and|-) ?(?:the )?"
            rf"(?P<to_century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_DAYS})[ -]centur(?:y|ies)(?:{ERA})?",
            centuries,
        ),
        # A year in two figures can be of any century
        Core(
            rf"(?:the )?{D} (?:of )?{ANY_MONTH} (?:\d\d?|\d{{3}}(?!{CLOSES}))(?!:\d| ?[ap]\.?m\b| \d)"
            rf"(?! (?:of|more|others?|men|women|children|trillion|thousand|hundred)\b){NOT_COUNTING}",
            None,
        ),
        Core(rf"(?:the )?{D} (?:of )?{ANY_MONTH}, \d{{1,3}}{CLOSES}(?<!\d{{3}})", None),
        Core(rf"(?:{D} (?:of )?{ANY_MONTH}|{ANY_MONTH} \d\d?,) -\d{{1,4}}", None),
        Core(rf"{ANY_MONTH} {D}, \d\d?{CLOSES}", None),
        Core(rf"{ANY_MONTH},? (?:3[2-9]|[4-9]\d){NOT_COUNTING}", None),
        # Days
        Core(rf"(?:the )?{D} (?:of )?{M}(?P<last> last)(?= ?(?:[,.;:!?)\"]|$))", calendar_date),
        Core(rf"(?:last )?(?P<weekday>{WD}) week{ALONE}", weekday_week),
        Core(rf"(?:the )?{D} (?:of )?{M} (?:of )?last year", of_near_year(-1)),
        Core(rf"{M} {D},? (?:of )?last year", of_near_year(-1)),
        Core(rf"{D} ?(?:-|to|and) ?(?P<to_day>[1-9]|[12]\d|3[01]) {M},?(?: {OF_MONTH})?", days_of_month),
        Core(
            rf"{M} {D} ?(?:-|to|and) ?(?P<to_day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:,? {OF_MONTH})?(?! [a-z]+s\b)",
            days_of_month,
        ),
        Core(
            rf"{D} (?P<from_month>{ANY_MONTH}) ?(?:-|to|and) ?(?P<to_day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? {M},?"
            rf"(?: {OF_MONTH})?",
            days_of_month,
        ),
        Core(rf"(?P<following>the following ){M}(?: {D})?(?!\d)", calendar_date),
        Core(rf"(?:{WD},? )?{M} {D}(?:,? {OF_MONTH})?(?!\d)", calendar_date),
        Core(rf"(?:{WD},? )?(?:the )?{D} (?:of )?{M}(?:,? {OF_MONTH})?", calendar_date),
        Core(rf"(?:{WD},? )?(?:the )?{D} (?:of )?{LOWER_M},? {Y}", calendar_date),
        Core(rf"(?:{WD},? )?{LOWER_M} {D},? {Y}", calendar_date),
        Core(rf"(?:the )?{D_WORD} (?:day )?of {M}(?:,? {OF_MONTH})?", calendar_date),
        Core(rf"{M} (?:the )?{D_WORD}(?:,? {OF_MONTH})?(?! [a-z]+s\b)", calendar_date),
        Core(r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<day>\d\d)(?:T\d\d:?\d\d\S*?)?", numeric_date),
        Core(r"(?P<mm>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date_month_first),
        Core(r"(?P<mm>\d{1,2})/(?P<day>\d{1,2})/(?P<short>\d\d)", numeric_date_either_way),
        Core(r"(?P<mm>\d{1,2})-(?P<day>\d{1,2})-(?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date_either_way),
        Core(rf"(?P<day>0?[1-9]|[12]\d|3[01])-{LOWER_M}-(?:{Y}|(?P<short>\d\d))", calendar_date),
        Core(rf"(?P<weekday>{WD}) (?:of )?(?:(?P<last>last)|(?P<next>next)|this) week", weekday_of_week),
        Core(rf"(?:(?P<last>last)|(?P<next>next)|this) week,? on (?P<weekday>{WD})", weekday_of_week),
        Core(r"(?P<day>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<year>(?:19|20)\d\d)", numeric_date),
        Core(r"the day before yesterday", near_day(-2)),
        Core(r"the day after tomorrow", near_day(2)),
        Core(r"yesterday(?: morning| evening| afternoon)?|last night", near_day(-1)),
        Core(r"(?<=again )tomorrow(?! \w)", None),  # "I'd do it again tomorrow"
        Core(r"tomorrow(?: morning| evening| afternoon| night)?", near_day(1)),
        Core(r"today|tonight|this (?:morning|evening|afternoon)", near_day(0)),
        Core(
            rf"(?:the )?(?:(?P<nth>{NTH})|(?P<final>last)) (?P<weekday>{WD}) (?:of|in) "
            rf"(?:{M}(?:,? {OF_MONTH})?|this month|(?P<next_month>next month)|(?P<last_month>last month))",
            weekday_of_month,
        ),
        Core(rf"{WD} (?:mornings|afternoons|evenings|nights)", None),
        Core(rf"{THE}(?:following|next) (?P<weekday>{WD})", anchored_weekday(1)),
        Core(rf"{THE}(?P<weekday>{WD}) after{ALONE}", anchored_weekday(1)),
        Core(rf"{THE}(?:previous|preceding) (?P<weekday>{WD})", anchored_weekday(-1)),
        Core(rf"{THE}(?P<weekday>{WD}) before{ALONE}", anchored_weekday(-1)),
        Core(rf"{THE}(?:following|previous|preceding) {WD}|{THE}{WD} (?:after|before){ALONE}", None),
        Core(
            rf"(?:(?P<last>last|past) |(?P<next>next|this coming) |this )?(?P<weekday>{WD}){PART_OF_DAY}"
            r"(?! (?:\d|(?-i:[A-Z])))",
            weekday,
        ),
        Core(
            rf"(?:(?<=\b[Oo]n )|(?:(?P<last>last)|(?P<next>next)) )(?P<weekday>{WD}){PART_OF_DAY}(?= (?-i:[A-Z]))",
            weekday,
        ),
        Core(r"(?:this|(?P<last>last)|(?P<next>next)) weekend|over the weekend", weekend),
        # Months, seasons, parts of years
        Core(
            rf"(?:from )?(?P<from_month>{ANY_MONTH}),?(?: (?P<from_year>(?:1\d|20)\d\d))? ?(?:[-/]|to|through) ?"
            rf"{M},? {Y}",
            months,
        ),
        Core(rf"{M},? (?:of )?{OF_MONTH}", calendar_date),
        Core(rf"{LOWER_M},? {Y}", calendar_date),
        Core(rf"(?:(?P<last>last)|(?P<next>next)|(?P<this>this)) {LONE_M}", calendar_date),
        Core(rf"{LONE_M} (?:of )?(?:that|the same) year", anchored(Unit.YEAR, 0)),
        Core(rf"{LONE_M} of the following year", anchored(Unit.YEAR, 1)),
        Core(rf"{LONE_M} (?:of )?last year", of_near_year(-1)),
        Core(rf"{LONE_M} of this year", of_near_year(0)),
        Core(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<mm>0[1-9]|1[0-2])", numeric_date),
        Core(rf"(?:the )?(?P<quarter>{ORDINAL})(?: |-)quarter{PART_OF}", quarter),
        Core(rf"(?-i:Q(?P<quarter>[1-4]))(?:,? (?:of )?(?:{Y}|'(?P<short>\d\d)))?", quarter),
        Core(rf"(?-i:(?P<quarter>[1-4])Q) ?(?:{Y}|'?(?P<short>\d\d))", quarter),
        Core(rf"(?:the )?(?P<half>first|1st|second|2nd) half of (?:fiscal |the year )?{Y}", half),
        Core(
            r"(?:the )?(?P<half>first|second) half of (?:(?P<last_year>last)|(?P<next_year>next)|this|the) year", half
        ),
        Core(rf"(?-i:H(?P<half>[12])),? (?:of )?{Y}", half),
        Core(rf"(?-i:(?P<half>[12])H) ?(?:{Y}|'?(?P<short>\d\d))", half),
        Core(r"last quarter", near_quarter(-1)),
        Core(r"next quarter", near_quarter(1)),
        Core(r"this quarter|the current quarter", near_quarter(0)),
        Core(rf"(?:the )?{SEASON} (?:of )?{OF_MONTH}", season),
        Core(rf"(?:the )?{SEASON} of last year", near(Unit.YEAR, -1)),
        Core(rf"(?:the )?{SEASON} of next year", near(Unit.YEAR, 1)),
        Core(rf"(?:the )?{SEASON} of (?:that|the same) year", anchored(Unit.YEAR, 0)),
        Core(rf"(?:the )?{SEASON} of the (?:following|next) year", anchored(Unit.YEAR, 1)),
        Core(rf"(?:the same|that(?: same| very)?) {SEASON}(?! (?:in|of)\b)", anchored_season(0)),
        Core(rf"{THE}(?:following|next) {SEASON}", anchored_season(1)),
        Core(rf"{THE}{SEASON} after{ALONE}", anchored_season(1)),
        Core(rf"{THE}(?:previous|preceding) {SEASON}", anchored_season(-1)),
        Core(rf"{THE}{SEASON} before{ALONE}", anchored_season(-1)),
        Core(rf"(?:(?P<last>last|this past)|(?P<next>next)|(?P<this>this)) {SEASON}", season),
        Core(rf"(?<=in the ){SEASON}(?! [a-z]+s\b| of)", season, needs_lead=True),
        Core(
            r"(?:(?<=promised for the )|(?<=planned for the )|(?<=set for the )|(?<=off to the )|(?<=off until the )"
            r"|(?<=ed to the )|(?<=ed until the )|(?<=until the )|(?<=by the )|(?<=before the )|(?<=since the ))"
            rf"{SEASON}(?! [a-z]+s\b| of| \d)",
            season,
            needs_lead=True,
        ),
        # Years and more
        Core(r"(?:the )?(?P<decade>1\d\d0|20\d0)'?s", decade),
        Core(rf"(?:the )?(?:nineteen|19)[ -](?P<decade>{'|'.join(DECADES)})", decade),
        Core(rf"the (?:early |late |mid-?)?(?P<decade>{'|'.join(DECADES)})", decade),
        Core(rf"(?<=[Tt]he )(?P<decade>{'|'.join(DECADES)})", decade, needs_lead=True),
        Core(r"(?:the )?'(?P<decade>[1-9]0)s", decade),
        Core(r"(?:the )?(?P<decade>[1-9]0)'?s", decade, needs_lead=True),
        Core(rf"(?:the )?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_DAYS})[ -]century", century),
        Core(r"(?P<year>(?:1[5-9]|20)\d\d)(?: ?- ?|/)(?P<to_year>(?:1[5-9]|20)\d\d)", years),
        Core(r"(?:fiscal (?:year )?|(?-i:FY) ?)?(?P<year>(?:1[5-9]|20)\d\d)/(?P<to_year>\d\d)", season_of_years),
        Core(r"(?:fiscal (?:year )?|(?-i:FY) ?)(?P<year>(?:1[5-9]|20)\d\d)-(?P<to_year>\d\d)", season_of_years),
        Core(rf"{RANGE_BEFORE}(?P<year>(?:1[5-9]|20)\d\d) ?- ?(?P<to_year>(?!0\d|1[0-2])\d\d)", years),
        Core(rf"(?-i:FY) ?'?(?:{Y}|(?P<short>\d\d))", calendar_date),
        Core(
            rf"{SINCE_NUMBER}(?:from )(?P<year>1[0-4]\d\d) (?:to|until|till|through) (?P<to_year>(?:1\d|20)\d\d)"
            rf"{NOT_COUNTING}",
            years,
        ),
        Core(r"(?<=\()(?P<year>1[0-4]\d\d) ?- ?(?P<to_year>(?:1\d|20)\d\d)(?=\))", years),
        Core(r"(?:earlier |later )?this year|the (?:current )?year(?= end)", near(Unit.YEAR, 0)),
        Core(r"(?:earlier |later |the )?(?:last year|previous year(?!s))", near(Unit.YEAR, -1)),
        Core(r"next year", near(Unit.YEAR, 1)),
        Core(r"(?:the )?(?:end|start|beginning|middle) of the year|year-end|year's end", near(Unit.YEAR, 0)),
        Core(
            r"(?:the )?(?:end|start|beginning|middle|(?:first|last|early) (?:few )?(?:days?|week)) of the month",
            near(Unit.MONTH, 0),
        ),
        Core(r"(?:earlier |later )?this month", near(Unit.MONTH, 0)),
        Core(r"last month", near(Unit.MONTH, -1)),
        Core(r"next month", near(Unit.MONTH, 1)),
        Core(r"(?:earlier |later )?this week", near(Unit.WEEK, 0)),
        Core(r"last week", near(Unit.WEEK, -1)),
        Core(r"next week", near(Unit.WEEK, 1)),
        # Counted from the article
        Core(rf"{ABOUT}{N} {U} ago", counted(-1)),
        Core(rf"(?:in )?{ABOUT}{N} {U}(?:(?:'s?)? time| from now)", counted(1)),
        Core(rf"in {ABOUT}{N} {U}{ALONE}", counted_ahead),
        Core(rf"for the (?:past|last) {N} {U}", since_count),
        Core(
            rf"the (?:past|last) (?:{N} )?(?P<unit>days|weeks|months|years|decades)(?! (?:of|in|before)\b)", past_span
        ),
        Core(r"(?:over|in|during|for) (?P<single>the (?:past|last)) (?P<unit>month|year|decade)", past_span),
        Core(r"(?:in )?recent (?P<unit>days|weeks|months|years)", past_span),
        # Counted from the date before
        Core(
            rf"{N} {U}(?= after (?:(?:it|he|she|they)|(?:the|its|his|her|their) (?:\w+ ){{1,3}}?) ?had\b)",
            counted_before_had,
        ),
        Core(rf"{N} {U} (?:later(?! than\b)|after{ALONE})", counted_from_anchor(1)),
        Core(rf"{N} {U} (?:earlier(?! than\b)|before(?: (?:that|this)\b|{ALONE}))", counted_from_anchor(-1)),
        Core(r"(?:the same|that(?: same)?) year", anchored(Unit.YEAR, 0)),
        Core(r"the (?:following|next) year", anchored(Unit.YEAR, 1)),
        Core(r"the (?:year before|preceding year)", anchored(Unit.YEAR, -1)),
        Core(rf"the year after{ALONE}", anchored(Unit.YEAR, 1)),
        Core(rf"{THE}following edition", anchored(Unit.YEAR, 1)),
        Core(rf"{THE}(?:previous|preceding) edition", anchored(Unit.YEAR, -1)),
        Core(r"(?:the same|that(?: same)?) month", anchored(Unit.MONTH, 0)),
        Core(rf"{THE}(?:following|next) month", anchored(Unit.MONTH, 1)),
        Core(rf"{THE}month after{ALONE}", anchored(Unit.MONTH, 1)),
        Core(rf"{THE}(?:previous month|month before{ALONE})", anchored(Unit.MONTH, -1)),
        Core(rf"{THE}following {LONE_M}", following_month),
        Core(rf"{THE}(?:previous|preceding) {LONE_M}", previous_month),
        Core(rf"that {LONE_M}(?! (?-i:[A-Z]))", month_of_told_year),
        Core(r"(?:the same|that(?: same| very)?) week", anchored(Unit.WEEK, 0)),
        Core(rf"{THE}(?:(?:following|next) week|week after{ALONE})", anchored(Unit.WEEK, 1)),
        Core(rf"{THE}(?:(?:previous|preceding) week|week before{ALONE})", anchored(Unit.WEEK, -1)),
        Core(r"(?:the same|that(?: same| very)?) weekend", anchored_weekend(0)),
        Core(rf"{THE}(?:(?:following|next) weekend|weekend after{ALONE})", anchored_weekend(1)),
        Core(rf"{THE}(?:(?:previous|preceding) weekend|weekend before{ALONE})", anchored_weekend(-1)),
        Core(r"that (?:very )?day", anchored(Unit.DAY, 0)),
        Core(r"(?<!of )(?:the same|that(?: same| very)?) (?:morning|afternoon|evening|night)", same_day),
        Core(r"(?<!or )the (?:following|next) (?:day|morning|afternoon|evening|night)(?! of)", anchored(Unit.DAY, 1)),
        Core(rf"the (?:day|morning|night) after{ALONE}", anchored(Unit.DAY, 1)),
        Core(
            r"(?:(?<!\d, the )(?<=the )|(?<!\d, )the )(?:(?P<day_before>(?:day|evening|night|afternoon) before|eve of)"
            rf"|(?P<day_after>(?:day|morning) after)|(?:day|morning|evening|night|afternoon) of) {ITS} {HAPPENING}",
            beside_event,
        ),
        Core(rf"{N} (?P<unit>days?|weeks?|months?) (?:(?P<before>before)|after) the {HAPPENING}", counted_from_event),
        Core(r"the (?:day|morning|evening|night) (?:before|after) (?:the|its|his|her|their)\b", None, is_unknown=True),
        Core(
            rf"the (?:day|evening|night) before(?:{ALONE}| (?:in|on|at|by|with|when|that)\b)"
            r"|the previous (?:day|evening)",
            anchored(Unit.DAY, -1),
        ),
        # Feasts
        Core(rf"(?-i:Christmas)(?: Day)?,? {Y}", holiday(12, 25)),
        Core(r"(?:(?P<last>last)|(?P<next>next)|this) (?-i:Christmas)(?! (?-i:[A-Z]))", holiday(12, 25)),
        Core(rf"(?-i:Easter)(?: (?:Day|Sunday))?,? {Y}", easter(0)),
        Core(r"(?:(?P<last>last)|(?P<next>next)|this) (?-i:Easter)(?: (?:Day|Sunday))?(?! (?-i:[A-Z]))", easter(0)),
        Core(
            r"(?-i:Easter)(?: (?:Day|Sunday))?(?! (?-i:[A-Z])| [a-z]+s\b| (?:egg|market|fair|mass|service|break)\b)",
            easter(0),
            needs_lead=True,
        ),
        Core(rf"(?-i:Easter Monday)(?:,? {Y})?", easter(1)),
        Core(rf"(?-i:Good Friday)(?:,? {Y})?", easter(-2)),
        Core(
            r"(?-i:Christmas)(?: Day)?"
            r"(?! (?-i:[A-Z])| [a-z]+s\b| (?:market|tree|fair|concert|dinner|show|play|break)\b)",
            holiday(12, 25),
            needs_lead=True,
        ),
        Core(rf"(?-i:Christmas Eve)(?:,? {Y})?", holiday(12, 24)),
        Core(rf"(?-i:Boxing Day)(?:,? {Y})?", holiday(12, 26)),
        Core(rf"(?-i:(?:St\.?|Saint) Patrick's Day)(?:,? {Y})?", holiday(3, 17)),
        Core(rf"(?-i:(?:St\.? |Saint )?Valentine's Day)(?:,? {Y})?", holiday(2, 14)),
        Core(rf"New Year's Eve(?:,? {Y})?", holiday(12, 31)),
        Core(rf"New Year's Day(?:,? {Y})?", holiday(1, 1)),
        # Weak ones
        Core(
            rf"(?:in )?{LONE_M}(?=(?:,? and(?: again)?|, then)(?: in)? {ANY_MONTH} {Y})", calendar_date, needs_lead=True
        ),
        Core(
            r"(?:(?<=on )|(?<=by )|(?<=until )|(?<=from ))the "
            r"(?P<day>[12]?(?:1st|2nd|3rd|[4-9]th)|1[0-9]th|[23]0th|31st)"
            rf"(?={ALONE}| (?:and|to|when|after|before|with|at|in a|the|a)\b)",
            day_of_told_month,
        ),
        Core(rf"{LONE_M}(?! (?-i:[A-Z]))", calendar_date, needs_lead=True),
        Core(rf"(?<=in |by ){NO_NAME_M}", calendar_date, needs_lead=True),
        Core(rf"(?:the year )?{Y}{NOT_COUNTING}", calendar_date, needs_lead=True),
        Core(rf"the year (?P<year>[1-9]\d{{2,3}}){CLOSES}", calendar_date),
        Core(rf"{LED_EARLY}(?P<year>1[0-4]\d\d){NOT_COUNTING}", calendar_date, needs_lead=True),
        Core(rf"(?<=in )(?P<year>[1-9]\d\d|2[2-9]\d\d){CLOSES}", calendar_date, needs_lead=True),
        Core(rf"(?<=in )(?P<year>{ENGLISH_YEAR}){NOT_COUNTING}", calendar_date, needs_lead=True),
    ),
    joints={Effect.BETWEEN: r" and (?:the )?", Effect.FROM: r" (?:to|through|until|till|-) (?:the )?"},
    series=r",? (?:and|or|then) (?:in )?|, (?:in )?",
    past=rf"(?<!will )(?<!would )(?<!to )(?<!could )(?<!should )(?<!may )(?<!not )\b(?:{PAST_VERBS})\b"
    r"|\b(?!(?:hundred|indeed|need|exceed|proceed|succeed|speed|seed|feed|breed|bleed|weed|sacred|naked)\b)\w{2,}ed\b",
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
        rf"\b(?:(?:will|shall|won't|to)(?:{SHALL_BE})|will|shall|won't|going to|to be|plans?"
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
