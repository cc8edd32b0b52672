"""The English words that time expressions are made of, as patterns and with what they mean."""

from __future__ import annotations

from typing import Final

from index.dates.rules.grammar import by_place
from index.dates.rules.months import ENGLISH_MONTHS
from index.dates.rules.spelled import ENGLISH_YEAR
from index.edtf import Unit

WEEKDAYS: Final = by_place("monday tuesday wednesday thursday friday saturday sunday")
NUMBERS: Final = {
    **by_place(
        "zero one,a,an,first two,second,couple three,third four,fourth five,fifth six,sixth seven,seventh eight,eighth "
        "nine,ninth ten,tenth eleven,eleventh twelve,twelfth,dozen thirteen,thirteenth fourteen,fourteenth "
        "fifteen,fifteenth sixteen,sixteenth seventeen,seventeenth eighteen,eighteenth nineteen,nineteenth "
        "twenty,twentieth twenty-one,twenty-first twenty-two,twenty-second twenty-three,twenty-third "
        "twenty-four,twenty-fourth twenty-five,twenty-fifth twenty-six,twenty-sixth twenty-seven,twenty-seventh "
        "twenty-eight,twenty-eighth twenty-nine,twenty-ninth"
    ),
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
UNITS: Final = {form: unit for unit in Unit for form in (unit.value, f"{unit.value}s")}

DECADES: Final = by_place("twenties thirties forties fifties sixties seventies eighties nineties", 2)

_FULL: Final = "|".join(name.title() for name in ENGLISH_MONTHS)
_SHORT: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
ANY_MONTH: Final = rf"(?-i:{_FULL}|{_FULL.upper()}|(?:{_SHORT}|{_SHORT.upper()})\.?)"
M: Final = rf"(?P<month>{ANY_MONTH})"
LOWER_M: Final = rf"(?P<month>{_FULL}|(?:{_SHORT})\.?)"
"""A month in any letters: only a year beside it tells it from a word ("may", "march")."""
LONE_M: Final = rf"(?P<month>(?-i:{_FULL}))"
NO_NAME_M: Final = r"(?P<month>(?-i:January|February|July|September|October|November|December))"
"""A month that nobody is called: "in January Exeter Crown Court" has a date, "in June Brown" may have none."""
Y: Final = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
"""A year that needs nothing but a lead to be taken for one."""
CLOSES: Final = (
    r"(?=\s?(?:[.;:!?)\]»\"]|$)|,(?! ?(?:and |or )?\d)| (?:in|at|by|near|when|while|during|under|before|after|as|the|"
    r"was|is)\b)"
)
"""What follows a year, and not a number that counts something."""
_BEFORE_CHRIST: Final = r"(?-i:B\.?C\.?(?:E\.?)?)"
AFTER_CHRIST: Final = r"(?-i:A\.?D\.?|C\.?E\.?)"
ERA: Final = rf" ?(?:(?P<bc>{_BEFORE_CHRIST})|{AFTER_CHRIST})"
ORDINAL_DAYS: Final = "|".join(
    sorted((word for word in NUMBERS if word.endswith(("th", "first", "second", "third"))), key=len, reverse=True)
)
D: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
D_WORD: Final = rf"(?P<day>{ORDINAL_DAYS})"
WD: Final = "(?-i:" + "|".join(name.title() for name in WEEKDAYS) + ")"
_COUNTING: Final = sorted((word for word in NUMBERS if word not in ("zero", "second")), key=len, reverse=True)
N: Final = r"(?P<n>\d{1,3}|" + "|".join(_COUNTING) + ")(?P<and_half> and a half)?"
U: Final = r"(?:of )?(?P<unit>days?|weeks?|months?|years?|decades?)(?P<half_more> and a half)?"
YEARS: Final = r"(?P<unit>years?|decades?)"
APART: Final = r"(?:^|(?<=[.!?»”] )|(?<=[.!?]\" )|(?<=  )|(?<=, ))"
"""At the head of a sentence, or behind a comma."""
EXACTLY: Final = r"(?<!than )(?<!over )(?<!nearly )(?<!almost )(?<!about )(?<!around )(?<!under )(?<!some )(?<!and )"
"""What is counted to the day or the month."""
UNDATED: Final = r"(?![^.;:!?]*\b\d{4}\b)"
"""Before what names no year."""
ABOUT: Final = (
    r"(?P<about>about |around |roughly |some |nearly |almost |a (?=couple|dozen)|(?:more|less) than |over )?"
    r"(?:just )?"
)
WITHIN: Final = r"(?:(?<=over )|(?<=in )|(?<=during )|(?<=within )|(?<!pay for )(?<=for ))"
"""Before the last months up to now, and not those in which something ended: "paid for the last months"."""
ALONE: Final = r"(?= ?(?:[,.;:!?)\"]|$))"
"""What follows "before" and "after" when they tell from a date named before, not from what comes next."""
THE: Final = r"(?:(?<=the )|the )"
"""Read with the date, or with what leads to it: "on the Friday before"."""
NTH: Final = "first|second|third|fourth|fifth"
ORDINAL: Final = r"first|1st|second|2nd|third|3rd|fourth|4th"
SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
PART_OF_DAY: Final = r"(?: (?:morning|evening|afternoon|night))?"
# A plural noun behind four figures counts them: "2000 hospitals".
_FUNCTION_WORDS: Final = (
    "was|is|has|as|its|his|this|does|besides|plus|thus|always|perhaps|across|towards|whereas|us|years|less|unless|"
    "sales|earnings|results|shares|profits|revenues|figures|elections"
)
NOT_COUNTING: Final = (
    rf"(?! (?!(?:{_FUNCTION_WORDS})\b)(?-i:[a-z'-]{{2,}}s)\b)"
    r"(?! (?:people|staff|miles|square|km|kg|patient|million|billion)\b)"
)
OF_MONTH: Final = (
    rf"(?:(?P<year>(?:1[5-9]|20|21)\d\d|[1-9]\d{{3}}{NOT_COUNTING}|[1-9]\d\d{CLOSES}|{ENGLISH_YEAR})"
    r"|'(?P<short>\d\d))"
)
"""A year beside a month, which makes it one, whatever its age."""
LED_EARLY: Final = (
    r"(?:(?<=in )|(?<=since )|(?<=by )|(?<=until )|(?<=before )|(?<=circa )|(?<=between )|(?<=and )|(?<=, ))"
)
SINCE_NUMBER: Final = r"(?<!rose )(?<!rise )(?<!grew )(?<!fell )(?<!went )(?<!up )(?<!down )(?<!increased )"
RANGE_BEFORE: Final = (
    r"(?:(?<=the )|(?<=in )|(?<=of )|(?<=during )|(?<=from )|(?<=since )|(?<=season )|(?<=fiscal )|(?<=\())"
)
PART_OF: Final = (
    rf"(?: (?:of )?(?:fiscal |the year )?{Y}| of (?P<last_year>last year)| of (?P<next_year>next year)"
    r"| of (?:this|the) year)?"
)
PAST_VERBS: Final = "|".join(
    "was were had did has have been said took began became went made left won lost sold bought came saw got fell rose "
    "held met ran paid told built cut put stood wrote spoke sent spent grew gave drew chose broke brought led felt "
    "kept shut struck threw taught thought caught drove flew hit hurt let quit read rode shook sank sat set slid swept "
    "wore beat drank fought fled forgot found froze hid hung knew laid lent lit meant overcame overtook rang sang "
    "sought shot shrank slept sped spun sprang stole stuck swam swore swung tore undertook understood upheld woke "
    "withdrew".split()
)
SHALL_BE: Final = (
    r"(?: (?:not|only|also|still|now|soon|then|even|again|\w+ly))?(?: (?:be|stay|remain|get|have been))"
    r"(?: (?:not|only|also|\w+ly))? \w+"
)
"""What is yet to come in the passive: "will be closed"."""

PAST_PARTICIPLES: Final = (
    "bought|sold|left|made|built|caught|taken|given|gone|come|become|begun|won|lost|led|met|paid|told|put|set|cut|run"
    "|written|chosen|broken|brought|found|fallen|risen|grown|seen|shut|held|kept|sent|spent|fled|stolen|drawn|flown"
)
PLAN: Final = (
    r"plans?(?= to\b)|"
    + "".join(rf"(?<!\b{word} )" for word in ("the", "its", "his", "her", "their", "a", "this", "that", "no"))
    + r"(?<!'s )plans?(?! (?:on|in|at|last|yesterday|this|until|was|were|had|has)\b)(?![,;.])"
)
"""To plan something; not a plan that there is: "withdrew the plan on Monday"."""
_STILL: Final = r"(?: (?:\w+ly|still|then|also|once|first|not|never))?"
PLANNED: Final = (
    rf"\b(?:was|were){_STILL} (?:(?:due|set|scheduled|planned|expected|supposed|meant|slated|booked|billed) )?"
    r"to (?!(?:him|her|them|this|that|the|an?|its|his|their)\b)(?:be |get )?\w+"
    rf"|\b(?:was|were|had been|had){_STILL} (?:(?:due|scheduled|planned|expected|slated)(?! (?:the|last|yesterday)\b)"
    r"|(?:set|fixed|called|listed|announced|promised|booked|billed)(?= (?:for|to)\b))"
    r"|\bshould(?: \w+)? have\b(?: been)?(?: \w+)?"
    r"|\b(?:had )?(?:hoped|planned|intended|meant) to (?:be )?\w+"
)
"""What was once to come, by now or not: "was to open"."""
CALLED_OFF: Final = (
    r"\b(?:call(?:s|ed)? off|put(?:s)? (?:off|back)|cancel\w*|postpone\w*|g[ia]ven? up|delay(?:s|ed)|push(?:es|ed) back"
    r"|(?:drop|scrap)(?:s|ped)|abandon\w*|shelve[sd]?|suspend\w*|moved (?=(?:to|until)\b)|fell through|did not happen"
    r"|(?:would|will) not (?:come|open|happen|start|begin|be ready|take place)"
    r"|(?:has|have|had) not (?:happened|begun|started)|(?:has|have|is|are) still not|(?:has|have) yet to"
    r"|never (?:happened|took place|came|opened|held))\b"
)
"""What tells that something planned does not come, or not then."""
ITS: Final = r"(?:the|its|his|her|their)"
_FOLLOWS_NOUN: Final = (
    "who|that|which|when|where|with|from|into|over|under|while|because|before|after|they|this|were|have|will|would"
    "|has|had|was|and|but|for|she|said|between|against|about|until|since|during|near"
)
HAPPENING: Final = (
    r"(?!(?:years?|months?|weeks?|weekends?|days?|deadline|date|end|start|beginning|first|last|other|same)\b)"
    rf"(?P<event>(?-i:[a-z])[a-z-]{{3,}}(?: (?!(?:{_FOLLOWS_NOUN})\b)(?-i:[a-z])[a-z-]{{3,}})?)"
)
"""What happened, by a noun or two, and by no name."""
