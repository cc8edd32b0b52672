"""The French grammar of time expressions."""

from __future__ import annotations

from typing import Final

from index.dates.grammar import Core, Effect, Grammar, Lead, Vocabulary, by_place
from index.dates.months import FRENCH_MONTHS, FRENCH_SHORT_MONTHS
from index.dates.relative import (
    anchored,
    counted,
    counted_from_anchor,
    near,
    near_day,
    near_quarter,
    past_span,
    since_count,
    until_count,
    weekday,
    weekday_of_month,
    weekday_of_week,
    weekend,
)
from index.dates.resolving import (
    calendar_date,
    centuries,
    century,
    days_of_month,
    decade,
    half,
    holiday,
    months,
    numeric_date,
    quarter,
    season,
    season_of_years,
    years,
)
from index.dates.spelled import FRENCH_LONG_YEAR, FRENCH_YEAR
from index.edtf import Unit
from index.terms.tokens import fold

_WEEKDAYS: Final = by_place("lundi mardi mercredi jeudi vendredi samedi dimanche")
_LONG_DECADES: Final = (
    ("soixante", "dix", 7),
    ("quatre", "vingt", 8),
    ("quatre", "vingts", 8),
    ("quatre-vingt", "dix", 9),
)
_NUMBERS: Final = {
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
_UNITS: Final = {
    **dict.fromkeys(("jour", "jours"), Unit.DAY),
    **dict.fromkeys(("semaine", "semaines"), Unit.WEEK),
    "mois": Unit.MONTH,
    **dict.fromkeys(("an", "ans", "année", "années"), Unit.YEAR),
    **dict.fromkeys(("décennie", "décennies"), Unit.DECADE),
}

_DECADES: Final = {
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
_WORDED_MONTH: Final = rf"(?:{_FULL}|fevrier|aout|decembre)"
_ANY_MONTH: Final = rf"(?:{_WORDED_MONTH}|(?:janv|févr?|fevr?|avr|juil|sept|oct|nov|déc|dec)\.?)"
M: Final = rf"(?P<month>{_ANY_MONTH})"
LONE_M: Final = rf"(?P<month>(?-i:{_FULL}|fevrier|aout|decembre)|(?!(?:mars|avril|mai)\b){_WORDED_MONTH})"
Y: Final = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
"""A year that needs nothing but a lead to be taken for one."""
_CLOSES: Final = (
    r"(?=\s?(?:[,.;:!?)\]»\"]|$)| (?:à|en|au|aux|par|lors|dans|près|sous|sur|entre|devant|après|avant|et|puis|quand|"
    r"alors|est|a|fut)\b)"
)
"""What follows a year, and not a number that counts something."""
_BEFORE_CHRIST: Final = r"(?:av(?:ant)?\.? ?(?:J\.? ?-? ?C\.?|Jésus-Christ|notre ère|l'ère (?:chrétienne|commune))|AEC)"
_AFTER_CHRIST: Final = r"(?:(?:apr(?:ès)?|ap)\.? ?(?:J\.? ?-? ?C\.?|Jésus-Christ)|de (?:notre|l')ère(?: chrétienne)?)"
_ERA: Final = rf" (?:(?P<bc>{_BEFORE_CHRIST})|{_AFTER_CHRIST})"
D: Final = (
    r"(?P<day>1 ?er|premier|0?[1-9]|[12]\d|3[01]|(?:(?<=le )|(?<=du )|(?<=au )|(?<=di )|(?<=che ))(?:deux|trois|quatre|"
    r"cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|"
    r"vingt(?:-(?:deux|trois|quatre|cinq|six|sept|huit|neuf)|[ -]et[ -]un)?|trente(?:[ -]et[ -]un)?))"
)
WD: Final = "|".join(_WEEKDAYS)
N: Final = r"(?P<n>\d{1,3}|" + "|".join(sorted((w for w in _NUMBERS if w != "zéro"), key=len, reverse=True)) + ")"
U: Final = r"(?:d'|de )?(?P<unit>jours?|semaines?|mois|années?|ans?|décennies?)"
ABOUT: Final = (
    r"(?P<about>environ |près d(?:e |')|presque |quelques? |à peu près |une (?=\w+aine ))?"
    r"(?:plus d(?:e |')|moins d(?:e |'))?"
)
SEASON: Final = r"(?P<season>été|automne|hiver|printemps)"
LAST: Final = r"(?P<last> (?:derni(?:er|ère)|passée?))"
NEXT: Final = r"(?P<next> (?:prochaine?|à venir|qui vient))"
_NTH: Final = "premier|deuxième|second|troisième|quatrième|cinquième"
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
_OF_MONTH: Final = (
    rf"(?:(?P<year>(?:1[5-9]|20|21)\d\d|[1-9]\d{{3}}(?! \d{{3}}\b){NOT_COUNTING}|[1-9]\d\d{_CLOSES}|{FRENCH_YEAR})"
    r"|'(?P<short>\d\d))"
)
"""A year behind a month, which makes it one, whatever its age."""
_EARLY: Final = rf"1[0-4]\d\d(?! \d{{3}}\b){NOT_COUNTING}"
_LED_EARLY: Final = (
    r"(?:(?<=en )|(?<=depuis )|(?<=dès )|(?<=vers )|(?<=début )|(?<=fin )|(?<=avant )|(?<=après )|(?<=entre )|(?<=et )"
    r"|(?<=, ))"
)
_SINCE_NUMBER: Final = r"(?<!passé )(?<!passer )(?<!passe )(?<!passent )(?<!monté )(?<!baissé )(?<!augmenté )"
_ALONE: Final = r"(?:(?!(?-i:Mars) )|(?<=en )|(?<=depuis )|(?<=début )|(?<=fin )|(?<=de )|(?<=jusqu'en ))"
"""« Mars 2020 » may be a probe."""
_QUARTER_OF: Final = (
    rf"(?: (?:de |de l'année |de l'exercice )?{Y}| de (?P<last_year>l'an(?:née)? (?:derni(?:er|ère)|passée?))"
    r"| de (?P<next_year>l'an(?:née)? prochaine?))?"
)

FRENCH: Final = Grammar(
    words=Vocabulary(
        months={fold(name): place for name, place in {**FRENCH_MONTHS, **FRENCH_SHORT_MONTHS}.items()},
        weekdays=_WEEKDAYS,
        seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
        numbers=_NUMBERS,
        units=_UNITS,
        decades=_DECADES,
    ),
    leads=(
        Lead(Effect.BETWEEN, r"entre (?:le |la )?"),
        Lead(Effect.SINCE, r"(?:depuis|dès|à (?:partir|compter) (?:de|du|d')|après) ?(?:(?:le|la) (?!mois))?"),
        Lead(Effect.UNTIL, r"(?:jusqu'(?:en|à|au)|d'ici(?: à| au| en)?|avant) (?:la fin (?=\d{4}))?"),
        Lead(Effect.ABOUT, r"(?:autour|aux (?:alentours|environs)) (?:du |de |d')|vers (?:le )?|environ "),
        Lead(
            Effect.PART,
            r"(?:le |la )?(?:tout |toute )?(?:début|fin|milieu|courant) (?:de |du |d'|des )?(?:mois d(?:e |'))?",
        ),
        Lead(Effect.PART, r"(?:la )?mi-"),
        Lead(Effect.FROM, r"(?<!plus )(?<!moins )(?<!près )(?<!quelque )(?:de |du |d')"),
        Lead(Effect.CUE, r"(?:en|pour|à la|à|au|aux|durant|pendant|lors de|du|de) (?:la )?"),
        Lead(
            Effect.CUE,
            r"(?:rapport|édition|budget|saison|rentrée|bilan|millésime|exercice|campagne|élections?|jeux|forfait|"
            r"résultats|comptes|classement|baromètre|salon|congrès|sommet) (?:annuels? )?",
        ),
        Lead(Effect.CUE, r"(?<=[(])(?=\d{4}\))"),
    ),
    cores=(
        # Decoys
        Core(r"(?:le )?jour même(?=,)", anchored(Unit.DAY, 0)),
        Core(r"(?:le )?jour même(?: ou (?:le lendemain|le jour suivant|dès le lendemain))?", None),
        Core(r"(?:le )?lendemain ou (?:le )?surlendemain|du jour au lendemain|au jour le jour", None),
        Core(rf"(?:le |les )?(?:{_NTH}|dernier)s? (?:{WD})s? (?:du mois(?! (?:proch|derni|d))|de chaque mois)", None),
        Core(r"(?:toutes? les|tous les|chaque) (?:\w+ )?(?:jours?|semaines?|mois|ans|années?|" + WD + ")s?", None),
        # Our era and the one before
        Core(rf"(?:le )?(?:(?:{WD}),? )?(?:{D} )?{M} (?P<year>\d{{1,4}}){_ERA}", calendar_date),
        Core(
            rf"(?:de |d'|entre |du |des )?(?:l'an )?(?P<year>\d{{1,4}}) ?(?:à|et|-) ?(?:l'an )?(?P<to_year>\d{{1,4}})"
            rf"{_ERA}",
            years,
        ),
        Core(rf"(?:l'an |l'année )?(?P<year>\d{{1,4}}){_ERA}", calendar_date),
        Core(rf"(?:le )?(?P<century>(?-i:[IVX]{{1,5}}))(?:e|ème|er) (?:siècle|s\.){_ERA}", century),
        Core(
            rf"(?:du |le |les |aux )?(?P<century>(?-i:[IVX]{{1,5}}))(?:e|ème|er)(?: siècle)? ?(?:au|et|-) ?"
            rf"(?P<to_century>(?-i:[IVX]{{1,5}}))(?:e|ème|er) siècles?(?:{_ERA})?",
            centuries,
        ),
        # A year in two figures can be of any century
        Core(
            rf"(?:le )?(?:(?:{WD}),? )?(?:{D} )?{_WORDED_MONTH} (?:\d\d?|\d{{3}}(?!{_CLOSES}))(?! ?h\b|:\d| \d)"
            rf"(?! (?:mill(?:e|ions?)|milliards?|autres?|%|€)\b){NOT_COUNTING}",
            None,
        ),
        Core(rf"(?:le )?(?:{D} )?{_WORDED_MONTH} -\d{{1,4}}", None),
        # Days
        Core(
            rf"(?:du|entre le|le)? ?(?:(?:{WD}) )?{D} (?:(?P<from_month>{_ANY_MONTH}) )?(?:au|et le|-|et) "
            rf"(?:(?:{WD}) )?(?P<to_day>[1-9]|[12]\d|3[01]) {M}(?: {_OF_MONTH})?",
            days_of_month,
        ),
        Core(rf"(?:le )?(?:{D} )?{M}(?P<following> suivant)", calendar_date),
        Core(rf"(?:le )?(?:(?:{WD}),? )?{D} {M}(?:{LAST}|{NEXT}|,? (?:de l'an(?:née)? )?{_OF_MONTH})?", calendar_date),
        Core(r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<day>\d\d)(?:T\d\d:?\d\d\S*?)?", numeric_date),
        Core(r"(?P<day>\d{1,2})[/.](?P<mm>\d{1,2})[/.](?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date),
        Core(r"(?P<day>\d{1,2})-(?P<mm>\d{1,2})-(?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date),
        Core(r"(?P<day>\d{1,2})/(?P<mm>\d{1,2})/(?P<short>\d\d)", numeric_date),
        Core(rf"(?P<day>0?[1-9]|[12]\d|3[01])-{M}-(?:{Y}|(?P<short>\d\d))", calendar_date),
        Core(
            rf"(?P<weekday>{WD}) de (?:la semaine (?:(?P<last>dernière|passée)|(?P<next>prochaine))|cette semaine)",
            weekday_of_week,
        ),
        Core(r"hier(?: soir| matin| après-midi)?|(?:la )?nuit dernière", near_day(-1)),
        Core(r"avant-hier(?: soir| matin)?", near_day(-2)),
        Core(r"après-demain", near_day(2)),
        Core(r"demain(?: soir| matin| après-midi)?(?! ?\?)", near_day(1)),
        Core(r"aujourd'hui|ce (?:matin|soir|jour)(?!-là)|cet après-midi", near_day(0)),
        Core(
            rf"(?:le )?(?:(?P<nth>{_NTH})|(?P<final>dernier)) (?P<weekday>{WD}) "
            rf"(?:(?:du mois )?(?:de |d'){M}(?: {_OF_MONTH})?|de ce mois(?:-ci)?"
            r"|(?P<next_month>du mois prochain)|(?P<last_month>du mois dernier))",
            weekday_of_month,
        ),
        Core(
            r"(?<!\ble )(?<!\bles )(?<!\bchaque )(?<!\bdu )(?<!\bau )(?<!\bun )(?:ce )?"
            rf"(?P<weekday>(?-i:{WD})|(?<!\w )"
            rf"(?-i:{'|'.join(day.title() for day in _WEEKDAYS)})(?! (?-i:[A-Z])))(?:{LAST}|{NEXT})?{PART_OF_DAY}"
            r"(?! \d{1,2}(?:er)? )",
            weekday,
        ),
        Core(rf"(?P<weekday>(?-i:{WD}))(?:{LAST}|{NEXT})", weekday),
        Core(rf"(?:le |ce )?week-end(?:{LAST}|{NEXT})|ce week-end", weekend),
        # Months, seasons, parts of years
        Core(
            rf"(?:de |d')?(?P<from_month>{_ANY_MONTH})(?: (?P<from_year>(?:1\d|20)\d\d))?(?: ?[-/] ?| à ){M} {Y}",
            months,
        ),
        Core(
            rf"(?:de |d')?(?P<from_month>{_WORDED_MONTH})(?: ?- ?| à | et )(?P<month>{_WORDED_MONTH})"
            r"(?:(?P<next> prochains)|(?P<last> derniers))",
            months,
        ),
        Core(rf"(?:(?:le )?mois d(?:e |'))?{_ALONE}{M} (?:de (?:l'an(?:née)? )?)?{_OF_MONTH}", calendar_date),
        Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M}(?:{LAST}|{NEXT})", calendar_date),
        Core(rf"{LONE_M} de (?:la même année|cette année-là)", anchored(Unit.YEAR, 0)),
        Core(rf"{LONE_M} de l'année (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
        Core(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<mm>0[1-9]|1[0-2])", numeric_date),
        Core(rf"(?P<quarter>{ORDINAL}|dernier(?= trimestre (?:de )?\d)) trimestre{_QUARTER_OF}", quarter),
        Core(rf"(?-i:T(?P<quarter>[1-4]))(?: |-)?{Y}", quarter),
        Core(rf"(?-i:(?P<quarter>[1-4])T) ?(?:{Y}|'?(?P<short>\d\d))", quarter),
        Core(rf"(?P<half>{ORDINAL}) semestre{_QUARTER_OF}", half),
        Core(rf"(?-i:S(?P<half>[12])) {Y}", half),
        Core(rf"(?-i:(?P<half>[12])S) ?(?:{Y}|'?(?P<short>\d\d))", half),
        Core(rf"(?:la )?(?P<half>première|seconde|deuxième) moitié de (?:l'année )?{Y}", half),
        Core(r"(?:le )?trimestre (?:dernier|passé|précédent)", near_quarter(-1)),
        Core(r"(?:le )?trimestre prochain", near_quarter(1)),
        Core(r"ce trimestre", near_quarter(0)),
        Core(rf"(?:l'|le |cet |ce )?{SEASON} (?:de |d'|de l'année )?{_OF_MONTH}", season),
        Core(rf"(?:l'|le )?{SEASON}(?:{LAST}|{NEXT})", season),
        Core(rf"(?:cet |ce ){SEASON}(?!-là)", season),
        Core(rf"(?:(?=l'[éah])l'|(?=(?:le )?p)(?:le )?){SEASON}", season, needs_lead=True),
        # Years and more
        Core(r"(?:les )?années (?P<decade>1\d\d0|20\d0|[1-9]0)", decade),
        Core(rf"(?:les )?années (?P<decade>{'|'.join(sorted(_DECADES, key=len, reverse=True))})", decade),
        Core(r"(?:le )?(?P<century>(?-i:[IVX]{1,5}))(?:e|ème|er) siècle", century),
        Core(r"(?P<year>(?:1[5-9]|20)\d\d)(?: ?- ?|/)(?P<to_year>(?:1[5-9]|20)\d\d)", years),
        Core(r"(?:l'exercice |exercice |saison )?(?P<year>(?:1[5-9]|20)\d\d)/(?P<to_year>\d\d)", season_of_years),
        Core(rf"(?P<year>(?:1[5-9]|20)\d\d) ?- ?(?P<to_year>(?!0\d|1[0-2])\d\d){NOT_COUNTING}", years, needs_lead=True),
        Core(
            rf"{_SINCE_NUMBER}(?:de |d')(?P<year>1[0-4]\d\d) (?:à|jusqu'en|jusqu'à) (?P<to_year>(?:1\d|20)\d\d)"
            rf"{NOT_COUNTING}",
            years,
        ),
        Core(r"(?<=\()(?P<year>1[0-4]\d\d) ?- ?(?P<to_year>(?:1\d|20)\d\d)(?=\))", years),
        Core(rf"(?:l'année |l'an |année |l'exercice |exercice ){Y}", calendar_date),
        Core(rf"(?:l'année |l'an )(?P<year>[1-9]\d{{2,3}}|{FRENCH_YEAR})", calendar_date),
        Core(r"(?:l')?an(?:née)? (?:derni(?:er|ère)|passée?|écoulée?)", near(Unit.YEAR, -1)),
        Core(r"(?:l')?an(?:née)? prochaine?", near(Unit.YEAR, 1)),
        Core(
            r"(?:plus (?:tôt|tard) )?(?:cette année(?!-là)|dans l'année(?! suiv))|l'année en cours", near(Unit.YEAR, 0)
        ),
        Core(
            r"(?:la |le )?(?:toute )?(?:fin|début|milieu) (?:de l'|d')année(?! (?:\d|derni|pass|proch|suiv|préc))",
            near(Unit.YEAR, 0),
        ),
        Core(r"(?:la |le )?(?:fin|début|milieu) (?:du|de) mois(?! (?:d|pass|proch|suiv|préc))", near(Unit.MONTH, 0)),
        Core(r"(?:le )?mois (?:dernier|passé|écoulé)", near(Unit.MONTH, -1)),
        Core(r"(?:le )?mois prochain", near(Unit.MONTH, 1)),
        Core(rf"ce mois d(?:e |'){LONE_M}", calendar_date),
        Core(r"ce mois(?:-ci)?(?!-là)", near(Unit.MONTH, 0)),
        Core(r"(?:la )?semaine (?:dernière|passée|écoulée)", near(Unit.WEEK, -1)),
        Core(r"(?:la )?semaine prochaine", near(Unit.WEEK, 1)),
        Core(r"cette semaine(?!-là)", near(Unit.WEEK, 0)),
        # Counted from the article
        Core(rf"il y a (?:tout juste |déjà |à peine )?{ABOUT}{N} {U}", counted(-1)),
        Core(rf"(?:voilà|voici) {ABOUT}{N} {U}", counted(-1)),
        Core(rf"dans {ABOUT}{N} {U}(?! (?:derni|suiv|précéd))", counted(1)),
        Core(rf"depuis {ABOUT}{N} {U}", since_count),
        Core(rf"d'ici (?:à )?{ABOUT}{N} {U}", until_count),
        Core(
            r"(?:(?:au cours|lors|durant|à l'issue) (?:des |de ces )|durant (?:les |ces )|ces |"
            rf"(?:dans |sur |pendant )?les (?=\w+ derni))(?:{N} )?"
            r"(?:derniers|dernières) (?P<unit>jours|semaines|mois|années|ans)",
            past_span,
        ),
        Core(r"(?:au cours de|durant|dans|pendant) (?P<single>la dernière) (?P<unit>décennie|année)", past_span),
        # Counted from the date before
        Core(rf"{N} {U} (?:plus tard|après(?= ?(?:[,.;:!?»)]|$)))", counted_from_anchor(1)),
        Core(rf"{N} {U} (?:plus tôt|auparavant|avant(?= ?(?:[,.;:!?»)]|$)))", counted_from_anchor(-1)),
        Core(r"(?:la |de la )même année|cette année-là", anchored(Unit.YEAR, 0)),
        Core(r"l'année (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
        Core(r"l'année (?:précédente|d'avant)", anchored(Unit.YEAR, -1)),
        Core(r"le même mois|ce mois-là", anchored(Unit.MONTH, 0)),
        Core(r"(?:le )?mois suivant", anchored(Unit.MONTH, 1)),
        Core(r"(?:le )?mois précédent", anchored(Unit.MONTH, -1)),
        Core(r"le même jour|ce jour-là", anchored(Unit.DAY, 0)),
        Core(r"(?<!ou )le lendemain(?: matin)?(?! d)", anchored(Unit.DAY, 1)),
        Core(r"(?<!à )la veille(?! d)", anchored(Unit.DAY, -1)),
        # Feasts
        Core(rf"Noël {Y}", holiday(12, 25)),
        Core(rf"(?:la )?Saint-Sylvestre(?: {Y})?", holiday(12, 31)),
        Core(rf"la Saint-Valentin(?: {Y})?", holiday(2, 14)),
        Core(rf"la (?-i:Toussaint)(?! (?-i:[A-Z]))(?: {Y})?", holiday(11, 1)),
        Core(r"(?-i:Noël)(?=[ ,.;])(?! (?-i:[A-Z]))", holiday(12, 25), needs_lead=True),
        # Weak ones
        Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M}", calendar_date, needs_lead=True),
        Core(rf"{Y}{NOT_COUNTING}", calendar_date, needs_lead=True),
        Core(rf"{_LED_EARLY}(?P<year>{_EARLY})", calendar_date, needs_lead=True),
        Core(rf"(?<=en )(?P<year>[1-9]\d\d|2[2-9]\d\d){_CLOSES}", calendar_date, needs_lead=True),
        Core(rf"(?<=en )(?P<year>{FRENCH_LONG_YEAR}){NOT_COUNTING}", calendar_date, needs_lead=True),
    ),
    joints={Effect.BETWEEN: r" et (?:le |la )?(?:en )?", Effect.FROM: r" (?:à|au|jusqu'(?:à|en|au)) (?:la )?"},
    series=r",? (?:et|ou|puis) (?:en )?|, (?:en )?",
    past=(
        r"\b(?:a|ont|avait|avaient|ai|avons|est|sont|était|étaient|fut|furent|eut)\b|\b\w{2,}(?:ait|aient|èrent|irent)\b"
        r"|(?:^|(?<=[,«(] ))(?!santé|société|\w+ité\b)\w{3,}(?:é|ée|és|ées|ie|ies|ue|ues)\b"
    ),
    prospective=r"\b(?!(?:aurait|auraient|voudrait|devrait|pourrait)\b)\w{3,}(?:era|ira|dra|tra|vra|urra)i(?:t|ent)\b",
    future=(
        r"\b(?:\w{2,}(?:era|eront|erai|erons|irai?|iront|drai?|dront|trai?|tront|vra|vront|urra|urront)|sera|seront|aura"
        r"|auront|ira|iront|devrai\w*|pourrai\w*|serai\w*|aurai\w*|doit|doivent|va|vont|prévue?s?|attendue?s?|bientôt"
        r"|envisage|compte|entend|prochaine?(?:ment)?)\b"
    ),
)
