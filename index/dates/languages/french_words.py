"""The French words that time expressions are made of, as patterns and with what they mean."""

from __future__ import annotations

from typing import Final

from index.dates.rules.grammar import by_place
from index.dates.rules.months import FRENCH_MONTHS
from index.dates.rules.spelled import FRENCH_YEAR
from index.edtf import Unit

WEEKDAYS: Final = by_place("lundi mardi mercredi jeudi vendredi samedi dimanche")
_LONG_DECADES: Final = (
    ("soixante", "dix", 7),
    ("quatre", "vingt", 8),
    ("quatre", "vingts", 8),
    ("quatre-vingt", "dix", 9),
)
NUMBERS: Final = {
    **by_place(
        "zéro un,une,premier,première,1er deux,deuxième,second,seconde trois,troisième quatre,quatrième cinq six sept "
        "huit neuf dix,dizaine onze douze,douzaine treize quatorze quinze,quinzaine seize dix-sept dix-huit dix-neuf "
        "vingt,vingtaine vingt-et-un,vingt-et-une vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept "
        "vingt-huit vingt-neuf"
    ),
    "vingt et un": 21,
    "vingt et une": 21,
    "trente et un": 31,
    **dict.fromkeys(("trente", "trentaine"), 30),
    **dict.fromkeys(("quarante", "quarantaine"), 40),
    **dict.fromkeys(("cinquante", "cinquantaine"), 50),
}
UNITS: Final = {
    **dict.fromkeys(("jour", "jours"), Unit.DAY),
    **dict.fromkeys(("semaine", "semaines"), Unit.WEEK),
    "mois": Unit.MONTH,
    **dict.fromkeys(("an", "ans", "année", "années"), Unit.YEAR),
    **dict.fromkeys(("décennie", "décennies"), Unit.DECADE),
}

DECADES: Final = {
    "vingt": 2,
    "trente": 3,
    "quarante": 4,
    "cinquante": 5,
    "soixante": 6,
    "septante": 7,
    "octante": 8,
    "nonante": 9,
    **{f"{first}{sign}{second}": decade for first, second, decade in _LONG_DECADES for sign in " -"},
}

_FULL: Final = "|".join(FRENCH_MONTHS)
WORDED_MONTH: Final = rf"(?:{_FULL}|fevrier|aout|decembre)"
ANY_MONTH: Final = rf"(?:{WORDED_MONTH}|(?:janv|févr?|fevr?|avr|juil|sept|oct|nov|déc|dec)\.?)"
M: Final = rf"(?P<month>{ANY_MONTH})"
LONE_M: Final = rf"(?P<month>(?-i:{_FULL}|fevrier|aout|decembre)|(?!(?:mars|avril|mai)\b){WORDED_MONTH})"
Y: Final = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
"""A year that needs nothing but a lead to be taken for one."""
CLOSES: Final = (
    r"(?=\s?(?:[,.;:!?)\]»\"]|$)| (?:à|en|au|aux|par|lors|dans|près|sous|sur|entre|devant|après|avant|et|puis|quand|"
    r"alors|est|a|fut)\b)"
)
"""What follows a year, and not a number that counts something."""
_BEFORE_CHRIST: Final = r"(?:av(?:ant)?\.? ?(?:J\.? ?-? ?C\.?|Jésus-Christ|notre ère|l'ère (?:chrétienne|commune))|AEC)"
_AFTER_CHRIST: Final = r"(?:(?:apr(?:ès)?|ap)\.? ?(?:J\.? ?-? ?C\.?|Jésus-Christ)|de (?:notre|l')ère(?: chrétienne)?)"
ERA: Final = rf" (?:(?P<bc>{_BEFORE_CHRIST})|{_AFTER_CHRIST})"
D: Final = (
    r"(?P<day>1 ?er|premier|0?[1-9]|[12]\d|3[01]|(?:(?<=le )|(?<=du )|(?<=au )|(?<=di )|(?<=che ))(?:deux|trois|quatre|"
    r"cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|"
    r"vingt(?:-(?:deux|trois|quatre|cinq|six|sept|huit|neuf)|[ -]et[ -]un)?|trente(?:[ -]et[ -]un)?))"
)
WD: Final = "|".join(WEEKDAYS)
N: Final = r"(?P<n>\d{1,3}|" + "|".join(sorted((w for w in NUMBERS if w != "zéro"), key=len, reverse=True)) + ")"
U: Final = r"(?:d'|de )?(?P<unit>jours?|semaines?|mois|années?|ans?|décennies?)(?P<half_more> et demie?)?"
YEARS: Final = r"(?P<unit>années?|ans?|décennies?)"
APART: Final = r"(?:^|(?<=[.!?»”] )|(?<=[.!?]\" )|(?<=  )|(?<=, ))"
"""At the head of a sentence, or behind a comma."""
EXACTLY: Final = (
    r"(?<!plus de )(?<!plus d')(?<!moins de )(?<!moins d')(?<!près de )(?<!près d')(?<!environ )(?<!quelque )(?<!et )"
)
"""What is counted to the day or the month."""
UNDATED: Final = r"(?![^.;:!?]*\b\d{4}\b)"
"""Before what names no year."""
ABOUT: Final = (
    r"(?P<about>environ |près d(?:e |')|presque |quelques? |à peu près |une (?=\w+aine )|(?:plus|moins) d(?:e |'))?"
)
SEASON: Final = r"(?P<season>été|automne|hiver|printemps)"
LAST: Final = r"(?P<last> (?:derni(?:er|ère)|passée?))"
NEXT: Final = r"(?P<next> (?:prochaine?|à venir|qui vient))"
NTH: Final = "premier|deuxième|second|troisième|quatrième|cinquième"
ORDINAL: Final = r"1er|1re|premier|première|2e|2nde?|2ème|deuxième|seconde?|3e|3ème|troisième|4e|4ème|quatrième"
PART_OF_DAY: Final = r"(?: (?:matin|soir|après-midi|midi|dans la soirée|dans la nuit))?"
# A plural noun behind four figures counts them: « 1990 personnes ».
_FUNCTION_WORDS: Final = (
    "dans|sous|mais|plus|puis|pas|depuis|des|les|ses|ces|mes|tes|nos|vos|leurs|très|vers|sans|après|alors|lors|tous|"
    "toutes|plusieurs|moins|près|dès|chez|jamais|toujours|ailleurs|ils|elles|nous|vous|certains|certaines|aux|"
    "est|avons|sommes|fois|hors|auprès|malgré|parmi|envers"
)
NOT_COUNTING: Final = (
    rf"(?! (?!(?:{_FUNCTION_WORDS})\b)[a-zà-ÿ'-]{{2,}}(?:s|aux)\b)"
    r"(?! (?:m²|km|kg|bar|watts?|personnel|foyer|points?)\b)"
    r"(?!,? (?:avenue|rue|boulevard|place|bis)\b)"
)
OF_MONTH: Final = (
    rf"(?:(?P<year>(?:1[5-9]|20|21)\d\d|[1-9]\d{{3}}(?! \d{{3}}\b){NOT_COUNTING}|[1-9]\d\d{CLOSES}|{FRENCH_YEAR})"
    r"|'(?P<short>\d\d))"
)
"""A year behind a month, which makes it one, whatever its age."""
EARLY: Final = rf"1[0-4]\d\d(?! \d{{3}}\b){NOT_COUNTING}"
LED_EARLY: Final = (
    r"(?:(?<=en )|(?<=depuis )|(?<=dès )|(?<=vers )|(?<=début )|(?<=fin )|(?<=avant )|(?<=après )|(?<=entre )|(?<=et )"
    r"|(?<=, ))"
)
SINCE_NUMBER: Final = r"(?<!passé )(?<!passer )(?<!passe )(?<!passent )(?<!monté )(?<!baissé )(?<!augmenté )"
_MARS_OF_LIST: Final = r"(?:^|(?<=  )|(?<=[-*•|] )|(?<=\d[.)] ))(?=Mars (?:19|20)\d\d ?[:|])"
ALONE: Final = (
    rf"(?:(?!(?-i:Mars) )|{_MARS_OF_LIST}|(?<=en )|(?<=depuis )|(?<=début )|(?<=fin )|(?<=de )|(?<=jusqu'en ))"
)
"""« Mars 2020 » may be a probe."""
QUARTER_OF: Final = (
    rf"(?: (?:de |de l'année |de l'exercice )?{Y}| de (?P<last_year>l'an(?:née)? (?:derni(?:er|ère)|passée?))"
    r"| de (?P<next_year>l'an(?:née)? prochaine?))?"
)
OF_LAST_YEAR: Final = r"de l'an(?:née)? (?:derni(?:er|ère)|passée?)"
PART_OF_THAT_DAY: Final = (
    r"(?:le|ce) même (?:soir|matin|après-midi)|(?:la|cette) même (?:nuit|soirée|journée)|ce (?:soir|matin)-là"
    r"|cet après-midi-là"
    r"|cette nuit-là|(?:le |ce )?(?:soir|matin) même|la nuit même"
)
OF_ITS: Final = r"(?:de (?:la |l'|sa |son |ses |leur |leurs |cette |ce |cet )|du |des )"
HAPPENING: Final = (
    r"(?!(?:an|année|mois|semaine|week-end|jour|date|fin|début|rentrée|premier|première|dernier|dernière|même)s?\b)"
    r"(?P<event>(?-i:[a-zà-ÿœ])[a-zà-ÿœ-]{3,})"
)
"""What happened, by a noun, and by no name."""
