"""The French grammar of time expressions."""

from __future__ import annotations

from typing import Final

from index.dates.grammar import Core, Effect, Grammar, Lead, Vocabulary, by_place
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
    weekend,
)
from index.dates.resolving import (
    calendar_date,
    century,
    days_of_month,
    decade,
    half,
    holiday,
    numeric_date,
    quarter,
    season,
    years,
)
from index.edtf import Unit

_MONTHS: Final = by_place("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1)
_SHORT_MONTHS: Final = by_place("janv févr,fév mars avr mai juin juil aout sept oct nov déc", 1)
_WEEKDAYS: Final = by_place("lundi mardi mercredi jeudi vendredi samedi dimanche")
_NUMBERS: Final = {
    **by_place(
        "zéro un,une,premier,première,1er deux,deuxième,second,seconde trois,troisième quatre,quatrième cinq six sept "
        "huit neuf dix,dizaine onze douze,douzaine treize quatorze quinze,quinzaine seize dix-sept dix-huit dix-neuf "
        "vingt,vingtaine"
    ),
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

_FULL: Final = "|".join(_MONTHS)
_ANY_MONTH: Final = rf"(?-i:{_FULL}|aout|(?:janv|févr|fév|avr|juil|sept|oct|nov|déc)\.?)"
M: Final = rf"(?P<month>{_ANY_MONTH})"
LONE_M: Final = rf"(?P<month>(?-i:{_FULL}))"
Y: Final = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
D: Final = r"(?P<day>1er|0?[1-9]|[12]\d|3[01])"
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
ORDINAL: Final = r"1er|1re|premier|première|2e|2nde?|2ème|deuxième|seconde?|3e|3ème|troisième|4e|4ème|quatrième"
PART_OF_DAY: Final = r"(?: (?:matin|soir|après-midi|midi|dans la soirée|dans la nuit))?"
# A plural noun behind four figures counts them: « 1990 personnes ».
_FUNCTION_WORDS: Final = (
    "dans|sous|mais|plus|puis|pas|depuis|des|les|ses|ces|mes|tes|nos|vos|leurs|très|vers|sans|après|alors|lors|tous|"
    "toutes|plusieurs|moins|près|dès|chez|jamais|toujours|ailleurs|ils|elles|nous|vous|certains|certaines|aux|"
    "est|avons|sommes|fois|hors|auprès|malgré|parmi|envers"
)
NOT_COUNTING: Final = (
    rf"(?! (?!(?:{_FUNCTION_WORDS})\b)[a-zà-ÿ'-]{{2,}}s\b)(?! (?:m²|km|kg|bar|watts?|personnel|foyer|points?)\b)"
    r"(?!,? (?:avenue|rue|boulevard|place|bis)\b)"
)
_QUARTER_OF: Final = (
    rf"(?: (?:de |de l'année |de l'exercice )?{Y}| de (?P<last_year>l'an(?:née)? (?:derni(?:er|ère)|passée?))"
    r"| de (?P<next_year>l'an(?:née)? prochaine?))?"
)

FRENCH: Final = Grammar(
    words=Vocabulary(
        months={**_MONTHS, **_SHORT_MONTHS},
        weekdays=_WEEKDAYS,
        seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
        numbers=_NUMBERS,
        units=_UNITS,
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
        Core(r"(?:toutes? les|tous les|chaque) (?:\w+ )?(?:jours?|semaines?|mois|ans|années?|" + WD + ")s?", None),
        # Days
        Core(
            rf"(?:du|entre le|le)? ?(?:(?:{WD}) )?{D} (?:(?P<from_month>{_ANY_MONTH}) )?(?:au|et le|-|et) "
            rf"(?:(?:{WD}) )?(?P<to_day>[1-9]|[12]\d|3[01]) {M}(?: {Y})?",
            days_of_month,
        ),
        Core(rf"(?:le )?(?:{D} )?{M}(?P<following> suivant)", calendar_date),
        Core(rf"(?:le )?(?:(?:{WD}),? )?{D} {M}(?:{LAST}|{NEXT}|,? (?:de l'année )?{Y})?", calendar_date),
        Core(r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<day>\d\d)", numeric_date),
        Core(r"(?P<day>\d{1,2})[/.](?P<mm>\d{1,2})[/.](?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date),
        Core(r"hier(?: soir| matin| après-midi)?|(?:la )?nuit dernière", near_day(-1)),
        Core(r"avant-hier(?: soir| matin)?", near_day(-2)),
        Core(r"après-demain", near_day(2)),
        Core(r"demain(?: soir| matin| après-midi)?(?! ?\?)", near_day(1)),
        Core(r"aujourd'hui|ce (?:matin|soir|jour)(?!-là)|cet après-midi", near_day(0)),
        Core(
            rf"(?<!le )(?<!les )(?<!chaque )(?<!du )(?<!au )(?<!un )(?:ce )?(?P<weekday>(?-i:{WD})|(?<!\w )"
            rf"(?-i:{'|'.join(day.title() for day in _WEEKDAYS)})(?! (?-i:[A-Z])))(?:{LAST}|{NEXT})?{PART_OF_DAY}"
            r"(?! \d{1,2}(?:er)? )",
            weekday,
        ),
        Core(rf"(?P<weekday>(?-i:{WD}))(?:{LAST}|{NEXT})", weekday),
        Core(rf"(?:le |ce )?week-end(?:{LAST}|{NEXT})|ce week-end", weekend),
        # Months, seasons, parts of years
        Core(rf"(?:(?:le )?mois d(?:e |'))?{M} (?:de (?:l'année )?)?{Y}", calendar_date),
        Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M}(?:{LAST}|{NEXT})", calendar_date),
        Core(rf"{LONE_M} de (?:la même année|cette année-là)", anchored(Unit.YEAR, 0)),
        Core(rf"{LONE_M} de l'année (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
        Core(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<mm>0[1-9]|1[0-2])", numeric_date),
        Core(rf"(?P<quarter>{ORDINAL}|dernier(?= trimestre (?:de )?\d)) trimestre{_QUARTER_OF}", quarter),
        Core(rf"T(?P<quarter>[1-4])(?: |-)?{Y}", quarter),
        Core(rf"(?P<half>{ORDINAL}) semestre{_QUARTER_OF}", half),
        Core(rf"S(?P<half>[12]) {Y}", half),
        Core(rf"(?:la )?(?P<half>première|seconde|deuxième) moitié de (?:l'année )?{Y}", half),
        Core(r"(?:le )?trimestre (?:dernier|passé|précédent)", near_quarter(-1)),
        Core(r"(?:le )?trimestre prochain", near_quarter(1)),
        Core(r"ce trimestre", near_quarter(0)),
        Core(rf"(?:l'|le |cet |ce )?{SEASON} (?:de |d'|de l'année )?{Y}", season),
        Core(rf"(?:l'|le )?{SEASON}(?:{LAST}|{NEXT})", season),
        Core(rf"(?:cet |ce ){SEASON}(?!-là)", season),
        Core(rf"(?:(?=l'[éah])l'|(?=(?:le )?p)(?:le )?){SEASON}", season, needs_lead=True),
        # Years and more
        Core(r"(?:les )?années (?P<decade>1[5-9]\d0|20\d0|[1-9]0)", decade),
        Core(r"(?:le )?(?P<century>(?-i:[IVX]{1,5}))(?:e|ème|er) siècle", century),
        Core(r"(?P<year>(?:1[5-9]|20)\d\d)(?: ?- ?|/)(?P<to_year>(?:1[5-9]|20)\d\d)", years),
        Core(rf"(?:l'année |l'an |année |l'exercice |exercice ){Y}", calendar_date),
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
        Core(r"(?-i:Noël)(?=[ ,.;])(?! (?-i:[A-Z]))", holiday(12, 25), needs_lead=True),
        # Weak ones
        Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M}", calendar_date, needs_lead=True),
        Core(rf"{Y}{NOT_COUNTING}", calendar_date, needs_lead=True),
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
