"""The French grammar of time expressions."""

from __future__ import annotations

from typing import Final

from index.dates.languages.french_cores import FRENCH_CORES
from index.dates.languages.french_verbs import CALLED_OFF, CONDITIONAL, IRREGULAR_PARTICIPLE, PLANNED
from index.dates.languages.french_words import (
    DECADES,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    N,
    U,
)
from index.dates.rules.grammar import Effect, Grammar, Lead, Vocabulary
from index.dates.rules.months import FRENCH_MONTHS, FRENCH_SHORT_MONTHS
from index.terms.tokens import fold

FRENCH: Final = Grammar(
    words=Vocabulary(
        months={fold(name): place for name, place in {**FRENCH_MONTHS, **FRENCH_SHORT_MONTHS}.items()},
        weekdays=WEEKDAYS,
        seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
        numbers=NUMBERS,
        units=UNITS,
        decades=DECADES,
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
        Lead(Effect.PART, r"(?:(?:les |aux )(?:premiers|derniers) jours|la (?:première|dernière) semaine) (?:de |d')"),
        Lead(Effect.PART, r"(?:la )?mi-"),
        Lead(Effect.FROM, r"(?<!plus )(?<!moins )(?<!près )(?<!quelque )(?:de |du |d')"),
        Lead(Effect.CUE, r"(?:en|pour|à la|à|au|aux|durant|pendant|lors de|du|de) (?:la )?"),
        Lead(
            Effect.CUE,
            r"(?:rapport|édition|budget|saison|rentrée|bilan|millésime|exercice|campagne|élections?|jeux|forfait|"
            r"vendanges|récolte|résultats|comptes|classement|baromètre|salon|congrès|sommet) (?:annuels? )?",
        ),
        Lead(Effect.CUE, r"(?<=[(])(?<!\w\()(?=\d{4}\))"),
        Lead(Effect.CUE, r"(?:^|(?<=  )|(?<=[-*•|] ))(?=(?:19|20)\d\d ?:)"),
        Lead(
            Effect.COUNTED,
            rf"{N} {U} (?:(?P<before>avant)|après) (?:le |la )?"
            r"|(?:(?P<before_day>la veille)|(?P<after_day>le lendemain)) (?:de |du |d')(?:la )?",
        ),
    ),
    cores=FRENCH_CORES,
    joints={Effect.BETWEEN: r" et (?:le |la )?(?:en )?", Effect.FROM: r" (?:à|au|jusqu'(?:à|en|au)) (?:la )?"},
    series=r",? (?:et|ou|puis) (?:en )?|, (?:en )?",
    past=(
        r"\b(?:a|ont|avait|avaient|ai|avais|avons|avions|est|sont|était|étaient|étions|fut|furent|eut)\b|\b\w{2,}(?:ait|aient|èrent|irent)\b"
        r"|(?:^|(?<=[,«(] ))(?!santé|société|\w+ité\b)(?:\w{3,}(?:é|ée|és|ées|ie|ies|ue|ues)|"
        + IRREGULAR_PARTICIPLE
        + r")\b(?! jusqu')"
        r"|(?:^|(?<=[.!?:;»] )|(?<=[-*•] ))(?:\w{2,}(?:é|ée|és|ées|ie|ies|ue|ues|u)|"
        + IRREGULAR_PARTICIPLE
        + r")(?= (?:en|le|au|à|par|dans|hier|fin|début|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|il y a)\b)"
    ),
    earlier=(
        r"\b(?:avait|avaient|avais|avions)(?: (?:déjà|été|alors|aussi|même|pas|jamais|d'abord|pourtant"
        r"|encore|toujours|enfin|bien|longtemps|\w+ment))*"
        r" (?:\w{2,}(?:é|ée|és|ées|i|is|ie|u|us|ue|ues|it|ert|int)|mis|mise|pris|prise|été)\b"
        r"|\b(?:était|étaient)(?: \w+)? (?:parti|arrivé|venu|revenu|devenu|mort|né|entré|sorti|tombé)e?s?\b"
    ),
    prospective=rf"\b(?!(?:aur|ser|fer|voudr|devr|pourr)ai(?:t|ent)\b){CONDITIONAL}\b",
    planned=PLANNED,
    appointed=(
        r"(?<!est )(?<!sont )(?<!été )\b(?:prévue?s?|attendue?s?|fixée?s?|programmée?s?|convoquée?s?|annoncée?s? pour"
        r"|promise?s? pour)\b"
    ),
    scheduled=(
        r"(?<!\b[at] )(?<!est )(?<!ont )(?<!été )\b(?:(?:re)?part(?:ent)?|revien(?:t|nent)|repren(?:d|nent)"
        r"|(?:(?:re)?commence|arrive|(?:s'|se )?r?ouvre|débute|démarre|s'élance|rentre|ferme|quitte|affronte|joue"
        r"|s'achève|s'installe|emménage|déménage)(?:nt)?|accueill(?:e|ent)|reçoi(?:t|vent)"
        r"|se (?:tient|tiennent|jouent?|réuni(?:t|ssent)|rend(?:ent)?)|comparaît|comparaissent)\b"
    ),
    future=(
        r"\b(?:\w{2,}(?:era|eront|erai|erons|irai?|iront|drai?|dront|trai?|tront|vra|vront|urra|urront)|sera|seront|aura"
        r"|auront|ira|iront|(?:re|dé|mé|pré|é)?(?:fer|dir|lir|verr|saur|vaudr)(?:a|ont)|devrai\w*|pourrai\w*|serai\w*|aurai\w*|doit|doivent|va|vont|prévue?s?|attendue?s?|bientôt|exigibles?|payables?"
        r"|(?:est|sont) (?:annul|report|repouss|maintenu|remis|supprim|suspendu|différ|décal)\w*"
        r"|(?:a|ont) promis(?! (?:en|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)\b)"
        r"|(?<!été )convoquée?s?|fixée?s?|programmée?s?|appelée?s? à \w+r|annoncée?s? pour"
        r"|(?:s'achève|se termine|prend fin|expire|finit)(?:nt)?(?= (?:en|le|fin|à)\b)"
        r"|envisage|compte|entend|prochaine?(?:ment)?)\b"
    ),
    called_off=CALLED_OFF,
    is_called_off=CALLED_OFF,
    of=r"(?:de |du |d'|des )",
    lead=r"(?:(?:le|en|à|au|aux|pour|dès|ce) |jusqu')?(?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?",
)
