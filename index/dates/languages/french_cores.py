"""What tells a time in French, the likeliest first; the words and what leads to them are in
:mod:`index.dates.languages.french`."""

from __future__ import annotations

from typing import Final

from index.dates.languages.french_words import (
    ABOUT,
    ALONE,
    ANY_MONTH,
    APART,
    CLOSES,
    DECADES,
    EARLY,
    ERA,
    EXACTLY,
    HAPPENING,
    LAST,
    LED_EARLY,
    LONE_M,
    NEXT,
    NOT_COUNTING,
    NTH,
    OF_ITS,
    OF_LAST_YEAR,
    OF_MONTH,
    ORDINAL,
    PART_OF_DAY,
    PART_OF_THAT_DAY,
    QUARTER_OF,
    SEASON,
    SINCE_NUMBER,
    UNDATED,
    WD,
    WEEKDAYS,
    WORDED_MONTH,
    YEARS,
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
    at_age,
    counted_before_had,
    counted_before_now,
    counted_before_told,
    counted_from_anchor,
    day_of_told_month,
    month_told,
    previous_month,
    same_day,
    same_moment,
)
from index.dates.rules.feasts import easter
from index.dates.rules.grammar import Core
from index.dates.rules.named import beside_event, counted_from_event
from index.dates.rules.relative import (
    counted,
    near,
    near_day,
    near_quarter,
    of_near_year,
    past_span,
    since_count,
    until_count,
    weekday,
    weekday_of_month,
    weekday_of_week,
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
    month_called,
    months,
    numeric_date,
    quarter,
    season,
    season_of_years,
    years,
)
from index.dates.rules.spelled import FRENCH_LONG_YEAR, FRENCH_YEAR
from index.edtf import Unit

FRENCH_CORES: Final = (
    # Decoys
    Core(r"(?:le )?jour même(?=,)", anchored(Unit.DAY, 0)),
    Core(
        r"(?<!livraison )(?<!livraisons )(?<!consultation )(?<!rendez-vous )le jour même(?! ou\b| d)",
        anchored(Unit.DAY, 0),
    ),
    Core(r"(?:le )?jour même(?: ou (?:le lendemain|le jour suivant|dès le lendemain))?", None),
    Core(r"(?:le )?lendemain ou (?:le )?surlendemain|du jour au lendemain|au jour le jour", None),
    Core(rf"(?:le |les )?(?:{NTH}|dernier)s? (?:{WD})s? (?:du mois(?! (?:proch|derni|d))|de chaque mois)", None),
    Core(
        rf"(?:toutes? les|tous les|chaque) (?:\w+ )?(?:jours?|semaines?|mois|ans|années?|{WD})s?"
        rf"(?:,? (?:sauf|excepté|hors)(?: le)? {WD}s?)?",
        None,
    ),
    Core(
        r"(?:marchés?|sapins?|vacances|repas|contes?|illuminations|concerts?|cadeaux?|fêtes|arbres?|trêve|villages?"
        r"|spectacles?|vitrines|décorations) de (?-i:Noël)(?! \d)",
        None,
    ),
    # Our era and the one before
    Core(rf"(?:le )?(?:(?:{WD}),? )?(?:{D} )?{M} (?P<year>\d{{1,4}}){ERA}", calendar_date),
    Core(
        rf"(?:de |d'|entre |du |des )?(?:l'an )?(?P<year>\d{{1,4}}) ?(?:à|et|-) ?(?:l'an )?(?P<to_year>\d{{1,4}})"
        rf"{ERA}",
        years,
    ),
    Core(rf"(?:l'an |l'année )?(?P<year>\d{{1,4}}){ERA}", calendar_date),
    Core(rf"(?:le )?(?P<century>(?-i:[IVX]{{1,5}}))(?:e|ème|er) (?:siècle|s\.){ERA}", century),
    Core(
        rf"(?:du |le |les |aux )?(?P<century>(?-i:[IVX]{{1,5}}))(?:e|ème|er)(?: siècle)? ?(?:au|et|-) ?"
        rf"(?P<to_century>(?-i:[IVX]{{1,5}}))(?:e|ème|er) siècles?(?:{ERA})?",
        centuries,
    ),
    # A year in two figures can be of any century
    Core(
        rf"(?:le )?(?:(?:{WD}),? )?(?:{D} )?{WORDED_MONTH} (?:\d\d?|\d{{3}}(?!{CLOSES}))(?! ?h\b|:\d| \d)"
        rf"(?! (?:mill(?:e|ions?)|milliards?|autres?|%|€)\b){NOT_COUNTING}",
        None,
    ),
    Core(rf"(?:le )?(?:{D} )?{WORDED_MONTH} -\d{{1,4}}", None),
    # Days
    Core(rf"(?:le )?(?:{D} )?{LONE_M} {OF_LAST_YEAR}", of_near_year(-1)),
    Core(rf"(?:le )?(?:{D} )?{LONE_M} de cette année(?!-là)", of_near_year(0)),
    Core(
        rf"(?:du|entre le|le)? ?(?:(?:{WD}) )?{D} (?:(?P<from_month>{ANY_MONTH}) )?(?:au|et le|-|et) "
        rf"(?:(?:{WD}) )?(?P<to_day>[1-9]|[12]\d|3[01]) {M}(?: {OF_MONTH})?",
        days_of_month,
    ),
    Core(rf"(?:(?:le |au |du )?mois d(?:e |')|(?:le )?(?:{D} )?){M}(?P<following> suivant)", calendar_date),
    Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M} précédent", previous_month),
    Core(rf"(?:le )?(?:(?:{WD}),? )?{D} {M}(?:{LAST}|{NEXT}|,? (?:de l'an(?:née)? )?{OF_MONTH})?", calendar_date),
    Core(r"(?P<year>\d{4})-(?P<mm>\d\d)-(?P<day>\d\d)(?:T\d\d:?\d\d\S*?)?", numeric_date),
    Core(r"(?P<day>\d{1,2})[/.](?P<mm>\d{1,2})[/.](?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date),
    Core(r"(?P<day>\d{1,2})-(?P<mm>\d{1,2})-(?P<year>(?:1[5-9]|20|21)\d\d)", numeric_date),
    Core(r"(?P<day>\d{1,2})/(?P<mm>\d{1,2})/(?P<short>\d\d)", numeric_date),
    Core(rf"(?P<day>0?[1-9]|[12]\d|3[01])-{M}-(?:{Y}|(?P<short>\d\d))", calendar_date),
    Core(rf"(?:le |du |au )?(?P<weekday>(?-i:{WD})) (?:suivant|d'après)", anchored_weekday(1)),
    Core(rf"(?:le |du |au )?(?P<weekday>(?-i:{WD})) (?:précédent|d'avant)", anchored_weekday(-1)),
    Core(rf"(?:le |du |au )?(?-i:{WD}) (?:suivant|précédent|d'après|d'avant)", None),
    Core(
        rf"(?P<weekday>{WD}) de (?:la semaine (?:(?P<last>dernière|passée)|(?P<next>prochaine))|cette semaine)",
        weekday_of_week,
    ),
    Core(r"hier(?: soir| matin| après-midi)?|(?:la )?nuit dernière", near_day(-1)),
    Core(r"avant-hier(?: soir| matin)?", near_day(-2)),
    Core(r"après-demain", near_day(2)),
    Core(r"(?<=rais )demain(?! \w)", None),  # « je recommencerais demain »
    Core(r"(?<=pas pour )demain", None),
    Core(r"(?<=\w )(?-i:Demain|Hier|Aujourd'hui)", None),  # « Corbin Demain » is somebody
    Core(r"demain(?: soir| matin| après-midi)?(?! ?\?)", near_day(1)),
    Core(r"(?<=à )ce jour(?!-là)", None),  # « la dernière à ce jour » tells until now
    Core(r"aujourd'hui|ce (?:matin|soir|jour)(?!-là)|cet après-midi", near_day(0)),
    Core(
        rf"(?:le )?(?:(?P<nth>{NTH})|(?P<final>dernier)) (?P<weekday>{WD}) "
        rf"(?:(?:du mois )?(?:de |d'){M}(?: {OF_MONTH})?|de ce mois(?:-ci)?"
        r"|(?P<next_month>du mois prochain)|(?P<last_month>du mois dernier))",
        weekday_of_month,
    ),
    Core(
        r"(?<!\ble )(?<!\bles )(?<!\bchaque )(?<!\bdu )(?<!\bau )(?<!\bun )(?<!\bpar )"
        r"(?:ce )?"
        rf"(?P<weekday>(?-i:{WD})|(?<!\w )"
        rf"(?-i:{'|'.join(day.title() for day in WEEKDAYS)})(?! (?-i:[A-Z])))(?:{LAST}|{NEXT})?{PART_OF_DAY}"
        r"(?! \d{1,2}(?:er)? )",
        weekday,
    ),
    Core(rf"(?P<weekday>(?-i:{WD}))(?:{LAST}|{NEXT})", weekday),
    Core(r"ce week-end-là|le même week-end", anchored_weekend(0)),
    Core(r"(?:le |du |au )?week-end (?:suivant|d'après)", anchored_weekend(1)),
    Core(r"(?:le |du |au )?week-end (?:précédent|d'avant)", anchored_weekend(-1)),
    Core(rf"(?:le |ce )?week-end(?:{LAST}|{NEXT})|ce week-end(?!-là)", weekend),
    # Months, seasons, parts of years
    Core(
        rf"(?:de |d')?(?P<from_month>{ANY_MONTH})(?: (?P<from_year>(?:1\d|20)\d\d))?(?: ?[-/] ?| à ){M} {Y}",
        months,
    ),
    Core(
        rf"(?:de |d')?(?P<from_month>{WORDED_MONTH})(?: ?- ?| à | et )(?P<month>{WORDED_MONTH})"
        r"(?:(?P<next> prochains)|(?P<last> derniers))",
        months,
    ),
    Core(rf"(?:(?:le )?mois d(?:e |'))?{ALONE}{M} (?:de (?:l'an(?:née)? )?)?{OF_MONTH}", calendar_date),
    Core(r"(?:la )?(?:(?P<last>dernière)|(?P<next>prochaine)) rentrée", month_called(9)),
    Core(rf"(?:la )?rentrée(?:{LAST}|{NEXT})", month_called(9)),
    Core(r"(?<=à la )rentrée(?= ?(?:[,.;:!?)»]|$))", month_called(9), needs_lead=True),
    Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M}(?:{LAST}|{NEXT})", calendar_date),
    Core(rf"{LONE_M} de (?:la même année|cette année-là)", anchored(Unit.YEAR, 0)),
    Core(rf"{LONE_M} de l'année (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
    Core(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<mm>0[1-9]|1[0-2])", numeric_date),
    Core(rf"(?P<quarter>{ORDINAL}|dernier(?= trimestre (?:de )?\d)) trimestre{QUARTER_OF}", quarter),
    Core(rf"(?-i:T(?P<quarter>[1-4]))(?: |-)?{Y}", quarter),
    Core(rf"(?-i:(?P<quarter>[1-4])T) ?(?:{Y}|'?(?P<short>\d\d))", quarter),
    Core(rf"(?P<half>{ORDINAL}) semestre{QUARTER_OF}", half),
    Core(rf"(?-i:S(?P<half>[12])) {Y}", half),
    Core(rf"(?-i:(?P<half>[12])S) ?(?:{Y}|'?(?P<short>\d\d))", half),
    Core(rf"(?:la )?(?P<half>première|seconde|deuxième) moitié de (?:l'année )?{Y}", half),
    Core(r"(?:le )?trimestre (?:dernier|passé|précédent)", near_quarter(-1)),
    Core(r"(?:le )?trimestre prochain", near_quarter(1)),
    Core(r"ce trimestre", near_quarter(0)),
    Core(rf"(?:l'|le |cet |ce )?{SEASON} (?:de |d'|de l'année )?{OF_MONTH}", season),
    Core(rf"(?:l'|le )?(?<!\ba )(?<!ont )(?<!ait )(?<!aient )(?<!avoir ){SEASON}(?:{LAST}|{NEXT})", season),
    Core(rf"(?:l'|le )?{SEASON} de l'an(?:née)? (?:derni(?:er|ère)|passée?)", near(Unit.YEAR, -1)),
    Core(rf"(?:l'|le )?{SEASON} de l'an(?:née)? prochaine?", near(Unit.YEAR, 1)),
    Core(rf"(?:l'|le )?{SEASON} de (?:la même année|cette année-là)", anchored(Unit.YEAR, 0)),
    Core(rf"(?:l'|le )?{SEASON} de l'année (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
    Core(rf"(?:cet |ce )(?:même )?{SEASON}-là", anchored_season(0)),
    Core(rf"(?:le |au |ce |cet )même {SEASON}", anchored_season(0)),
    Core(rf"(?:l'|le |au )?{SEASON} (?:suivant|d'après)", anchored_season(1)),
    Core(rf"(?:l'|le |au )?{SEASON} (?:précédent|d'avant)", anchored_season(-1)),
    Core(rf"(?P<this>cet |ce ){SEASON}(?!-là)", season),
    Core(
        rf"(?:(?=l'[éah])l'|(?=(?:le )?p)(?:le )?){SEASON}(?! (?:suivant|précédent|d'après|d'avant)\b)",
        season,
        needs_lead=True,
    ),
    # Years and more
    Core(r"(?:les )?années (?P<decade>1\d\d0|20\d0|[1-9]0)", decade),
    Core(rf"(?:les )?années (?P<decade>{'|'.join(sorted(DECADES, key=len, reverse=True))})", decade),
    Core(r"(?:le )?(?P<century>(?-i:[IVX]{1,5}))(?:e|ème|er) siècle", century),
    Core(r"(?P<year>(?:1[5-9]|20)\d\d)(?: ?- ?|/)(?P<to_year>(?:1[5-9]|20)\d\d)", years),
    Core(r"(?:l'exercice |exercice |saison )?(?P<year>(?:1[5-9]|20)\d\d)/(?P<to_year>\d\d)", season_of_years),
    Core(rf"(?P<year>(?:1[5-9]|20)\d\d) ?- ?(?P<to_year>(?!0\d|1[0-2])\d\d){NOT_COUNTING}", years, needs_lead=True),
    Core(
        rf"{SINCE_NUMBER}(?:de |d')(?P<year>1[0-4]\d\d) (?:à|jusqu'en|jusqu'à) (?P<to_year>(?:1\d|20)\d\d)"
        rf"{NOT_COUNTING}",
        years,
    ),
    Core(r"(?<=\()(?P<year>1[0-4]\d\d) ?- ?(?P<to_year>(?:1\d|20)\d\d)(?=\))", years),
    Core(rf"(?:l'année |l'an |année |l'exercice |exercice ){Y}", calendar_date),
    Core(rf"(?:l'année |l'an )(?P<year>[1-9]\d{{2,3}}|{FRENCH_YEAR})", calendar_date),
    Core(r"(?:l')?an(?:née)? (?:derni(?:er|ère)|passée?|écoulée?)", near(Unit.YEAR, -1)),
    Core(r"(?:l')?an(?:née)? prochaine?", near(Unit.YEAR, 1)),
    Core(r"(?:plus (?:tôt|tard) )?(?:cette année(?!-là)|dans l'année(?! suiv))|l'année en cours", near(Unit.YEAR, 0)),
    Core(
        r"(?:la |le )?(?:toute )?(?:fin|début|milieu) (?:de l'|d')année(?! (?:\d|derni|pass|proch|suiv|préc))",
        near(Unit.YEAR, 0),
    ),
    Core(r"(?:la |le )?(?:fin|début|milieu) (?:du|de) mois(?! (?:d|pass|proch|suiv|préc))", near(Unit.MONTH, 0)),
    Core(r"(?:le )?mois (?:dernier|passé|écoulé)", near(Unit.MONTH, -1)),
    Core(r"(?:le )?mois prochain", near(Unit.MONTH, 1)),
    Core(rf"ce mois d(?:e |'){LONE_M}", month_told),
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
    Core(
        rf"{N} {U}(?= après (?:avoir|être|s'être|l'avoir|les avoir|y avoir|que? ?\w+ avai(?:t|ent))\b)",
        counted_before_had,
    ),
    Core(rf"{N} {U} (?:plus tard(?! qu[e'])|après(?= ?(?:[,.;:!?»)]|$)))", counted_from_anchor(1)),
    Core(
        rf"{N} {U} (?:plus tôt(?! qu[e'])|auparavant|avant(?: cela| ça)?(?= ?(?:[,.;:!?»)]|$)))",
        counted_from_anchor(-1),
    ),
    Core(rf"à l'âge de {N} ans", at_age),
    Core(rf"(?<!damné )(?<!damnée )(?<!damnés )à (?:peine )?{N} ans(?! d(?:e |'|u |ans )| \w+ants?\b)", at_age),
    Core(rf"quand (?:il|elle) (?:a|avait) (?:à peine )?{N} ans", at_age),
    Core(r"(?:la |de la |cette )même année|cette année-là", anchored(Unit.YEAR, 0)),
    Core(r"l'année (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
    Core(r"l'année (?:précédente|d'avant)", anchored(Unit.YEAR, -1)),
    Core(r"l'édition (?:suivante|d'après)", anchored(Unit.YEAR, 1)),
    Core(r"l'édition (?:précédente|d'avant)", anchored(Unit.YEAR, -1)),
    Core(r"(?:le|ce) même mois|ce mois-là", anchored(Unit.MONTH, 0)),
    Core(r"(?:le )?mois (?:suivant|d'après)", anchored(Unit.MONTH, 1)),
    Core(r"(?:le )?mois (?:précédent|d'avant)", anchored(Unit.MONTH, -1)),
    Core(r"(?:la|cette) même semaine|cette semaine-là", anchored(Unit.WEEK, 0)),
    Core(r"(?:la )?semaine (?:suivante|d'après)", anchored(Unit.WEEK, 1)),
    Core(r"(?:la )?semaine (?:précédente|d'avant)", anchored(Unit.WEEK, -1)),
    Core(r"(?:le|ce) même jour|ce jour-là", anchored(Unit.DAY, 0)),
    Core(PART_OF_THAT_DAY, same_day),
    Core(r"(?:au|à ce) même moment(?! (?:que|où)\b)", same_moment),
    Core(r"(?<!ou )le lendemain(?: matin| soir| après-midi)?(?! d(?!e (?-i:[A-Z])))", anchored(Unit.DAY, 1)),
    Core(r"la nuit suivante|le (?:soir|matin) suivant", anchored(Unit.DAY, 1)),
    Core(
        r"(?:(?P<days_before>l'avant-veille)|(?P<day_before>la veille)|(?P<day_after>le lendemain)"
        rf"|(?P<days_after>le surlendemain)|(?<!\d, )(?:le (?:soir|matin|jour)|la nuit)) {OF_ITS}{HAPPENING}",
        beside_event,
    ),
    Core(
        rf"{N} (?P<unit>jours?|semaines?|mois) (?:(?P<before>avant)|après) (?:l'|l[ae] ){HAPPENING}",
        counted_from_event,
    ),
    Core(rf"{EXACTLY}{N} {U}(?= après (?!(?:cela|ça|quoi|coup)\b)\w){UNDATED}", counted_before_told),
    Core(
        rf"{APART}{N} {YEARS}(?= après (?:son|sa|ses|leurs?|avoir|être|s'être) ){UNDATED}",
        counted_before_now,
    ),
    Core(
        r"(?:la veille|l'avant-veille|le lendemain|le surlendemain)(?= d(?:e (?!(?-i:[A-Z]))|u |es |'))",
        None,
        is_unknown=True,
    ),
    Core(r"(?<!à )la veille(?! d)", anchored(Unit.DAY, -1)),
    Core(r"(?<!ou )le surlendemain(?! d)", anchored(Unit.DAY, 2)),
    Core(r"(?<!à )l'avant-veille(?! d)", anchored(Unit.DAY, -2)),
    # Feasts
    Core(rf"Noël {Y}", holiday(12, 25)),
    Core(rf"(?-i:Noël)(?:{LAST}|{NEXT})", holiday(12, 25)),
    Core(rf"(?:le |du )?(?-i:(?:[Ll]undi|[Ll]e lundi) de Pâques)(?: {Y})?", easter(1)),
    Core(rf"(?-i:Pâques)(?:{LAST}|{NEXT}| {Y})", easter(0)),
    Core(r"(?-i:Pâques)(?=[ ,.;])(?! (?-i:[A-Z]))", easter(0), needs_lead=True),
    Core(rf"(?:l'|le jeudi de l')(?-i:Ascension)(?: {Y})?(?! (?-i:[A-Z]))", easter(39)),
    Core(rf"(?:la |le (?:lundi|dimanche) de )(?-i:Pentecôte)(?: {Y})?(?! (?-i:[A-Z]))", easter(49)),
    Core(rf"(?:la )?Saint-Sylvestre(?: {Y})?", holiday(12, 31)),
    Core(rf"la Saint-Valentin(?: {Y})?", holiday(2, 14)),
    Core(rf"la (?-i:Toussaint)(?! (?-i:[A-Z]))(?: {Y})?", holiday(11, 1)),
    Core(r"(?-i:Noël)(?=[ ,.;])(?! (?-i:[A-Z]))", holiday(12, 25), needs_lead=True),
    # Weak ones
    Core(rf"{LONE_M}(?=,? (?:et|puis|ou)(?: en| de)? {ANY_MONTH} {Y})", calendar_date, needs_lead=True),
    Core(r"(?<!\bau )le (?P<day>1er|[2-9]|[12]\d|3[01])(?=, [a-zà-ÿ])", day_of_told_month),
    Core(rf"(?:(?:le )?mois d(?:e |'))?{LONE_M}", calendar_date, needs_lead=True),
    Core(rf"{Y}{NOT_COUNTING}", calendar_date, needs_lead=True),
    Core(rf"{LED_EARLY}(?P<year>{EARLY})", calendar_date, needs_lead=True),
    Core(rf"(?<=en )(?P<year>[1-9]\d\d|2[2-9]\d\d){CLOSES}", calendar_date, needs_lead=True),
    Core(rf"(?<=en )(?P<year>{FRENCH_LONG_YEAR}){NOT_COUNTING}", calendar_date, needs_lead=True),
)
