"""Forms of French verbs that tell when something is."""

from __future__ import annotations

from typing import Final

_IMPERFECT: Final = r"(?:(?:re|at|é|sou)?tir|(?:cha)?vir|\w*spir|ad?mir|désir|déchir|\w*gendr)"
CONDITIONAL: Final = (
    rf"(?!(?:{_IMPERFECT}|attr)ai)(?:\w+er|\w*(?:[^\Wa]ir|(?:pl|t|tr)air|(?:tt|ît|ait)r|evr|(?:v|u)ivr|[lnoru]dr|ompr)"
    r"|\w*(?:pou|ve|mou|cou|que)rr|ir|s?aur|(?:con|ex|in)clur)ai(?:t|ent)"
)
"""What would be: an infinitive with the endings of the imperfect. « entrait » and « livrait » only look like it:
they are the imperfect of « entrer » and « livrer »."""
IRREGULAR_PARTICIPLE: Final = (
    r"(?:clos|ouvert|rouvert|offert|découvert|mort|mis|remis|pris|repris|appris|acquis|conquis|conçu|reçu|élu|réélu|vendu"
    r"|perdu|rendu|venu|revenu|devenu|paru|disparu|tenu|obtenu|battu|vaincu|conclu|exclu|parti|sorti|réuni|bâti|choisi"
    r"|saisi|détruit|construit|produit|inscrit|écrit|éteint|rejoint|dissous)(?:e|s|es)?"
)
"""Participles that no ending tells."""
CALLED_OFF: Final = (
    r"\b(?:(?:(?:a|ont|avait|avaient|aura|auront) été|est|sont|était|étaient|sera|seront) (?:\w+ )?"
    r"(?:annul|report|repouss|supprim|suspend"
    r"|différ|décal|abandonn|remis)\w*"
    r"|renonc\w+ à|n'(?:a|ont|aura|auront) (?:pas|jamais) (?:eu lieu|commencé|débuté|ouvert"
    r"|été (?:menée?s?|tenue?s?|organisée?s?|construite?s?|livrée?s?|réalisée?s?|publiée?s?|lancée?s?|ouverte?s?))"
    r"|n'(?:est|sont|a|ont) toujours pas|tomb\w+ à l'eau"
    r"|n'(?:ouvrira|aura|auront) pas (?:lieu)?|ne (?:commencera|rouvrira|viendra|sortira) pas"
    r"|n'(?:a|ont) pas vu le jour|jeté l'éponge|sine die)\b"
)
"""What tells that something planned does not come, or not then."""
PLANNED: Final = (
    r"\bdev(?:ait|aient)(?: \w+)??(?: (?:s'|en |y |être )?\w+(?:er|ir|re|é|ée|és|ées|i|ie|u|ue|ert|erte))?\b"
    r"|\baur(?:ait|aient) dû\b(?: (?:être )?\w+)?"
    r"|\b(?:compt|espér|prévoy|envisage|projet|entend)(?:ait|aient) (?:\w+ )?(?:d'|s')?"
    r"(?!(?:quatre|notre|votre|autre|entre|contre|encore|outre)\b)\w+(?:er|ir|re)\b"
    r"|\b(?:était|étaient|(?:avait|avaient) été|fut|furent)(?: \w+)? (?:prévu|programmé|fixé|attendu|envisagé"
    r"|promis|convoqué|reporté|repoussé|(?:annoncé|remis)(?=e?s? (?:pour|à|au)\b))e?s?\b"
    r"|\b(?:avait|avaient)(?: [\w']+){0,2}? (?:promis|prévu|fixé|programmé|annoncé)e?s? pour\b"
    r"|\b(?:avait|avaient) (?:\w+ )?(?:envisagé|projeté|planifié)\b[^.;,]{0,60}? pour\b"
)
"""What was once to come, by now or not: « devait ouvrir »."""
_NO_VERB: Final = (
    r"(?:autre|mer|terre|hiver|atelier|quartier|chantier|papier|métier|courrier|dossier|foyer|premier|dernier|désir"
    r"|avenir|plaisir|souvenir|loisir|cuir|fer|père|mère|frère|air|heure|lettre|centre|chambre|ordre|nombre|ombre"
    r"|(?:œu|li|fiè)vre|\w+(?:taire|toire|[eiè]re(?<!lire)(?<!dire)(?<!crire)(?<!nire)(?<!uire)|ture))"
)
"""What « vient de l'… » may be told of that ends as infinitives do: « vient de l'autre rive »."""
JUST_DONE: Final = (
    r"\b(?:vien(?:t|nent)|venons) (?:tout juste )?(?:d'|de )"
    r"(?:(?:s'|se |lui |en |y |avoir )*(?:être (?:\w+ment )?\w+(?:[éiu]e?s?|it|ert)e?s?"
    r"|(?!\w+ture\b)\w+(?:er|ir|re))"
    rf"|(?:l'|le |la )(?!{_NO_VERB}\b)(?:lui )?\w+(?:er|ir|re))\b"
)
"""What was done just now: « vient d'annoncer », « vient de l'ouvrir »."""
