"""Whether words may tell what somebody does: those of an enumeration leave the verb to the words before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from index.dates.languages.french_verbs import IRREGULAR_PARTICIPLE

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOUN_PHRASE: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:\b(?:la|le|les|une?|des|du|aux?|cette|cet?|ces|son|sa|ses|leurs?|de|à|en|chaque|deux|trois|quatre|cinq|six"
        r"|sept|huit|neuf|dix|onze|douze|quelques|plusieurs|environ|millions?|milliards?"
        r"|(?!(?:1[5-9]|20)\d\d\b)\d[\d.,\u00a0\u202f ]*)\s|\b[ld]['’])+"
        r"(?:(?:autre|même|seule?|petite?|grande?|nouvel(?:le)?|nouveau|premi(?:er|ère)|dernière?|deuxième|troisième"
        r"|seconde?|ancien(?:ne)?|jeune|vieux|vieille|future?) )?[\w-]+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\b(?:the|an?|this|that|these|those|its|his|her|their|of|in|on|at|by|for|with|from|to|two|three|four|five|six"
        r"|seven|eight|nine|ten|twelve|several|some|many|more|than|about|million|billion|thousand|hundred"
        r"|(?!(?:1[5-9]|20)\d\d\b)[£$€]?\d[\d.,]*)\s)+"
        r"(?:(?:other|same|only|new|old|whole|first|second|next|last) )?[\w-]+",
        re.IGNORECASE,
    ),
}
"""A noun with what only nouns have before them."""
_VERB: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"(?:a|as|ont|est|sont|fut|furent|va|vont|dit|fait|(?:[a-zà-ÿ]+-)?[a-zà-ÿ]{2,}(?:e|es|t|d|a|ent|ont|ra|ut|nd)|[a-zà-ÿ]{3,}é)\Z"
        rf"|{IRREGULAR_PARTICIPLE}\Z|[nsl]['’]"
    ),
    "en": re.compile(
        r"(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|came|come|went|go"
        r"|saw|see|took|take|gave|give|got|get|made|make|put|let|set|cut|shut|hit|won|win|lost|lose|left|leave|kept|keep"
        r"|held|hold|sold|sell|bought|buy|built|build|sent|send|spent|spend|paid|pay|said|say|told|tell|began|begin|became"
        r"|become|rose|rise|fell|fall|grew|grow|ran|run|stood|stand|stayed|drew|draw|wrote|write|broke|break|chose|choose"
        r"|spoke|speak|met|meet|led|lead|read|thought|think|brought|bring|caught|found|find|felt|dealt|hung|lay|laid|rang"
        r"|sang|sank|sat|shot|slept|struck|swam|swore|taught|threw|woke|wore|bore|beat|bet|burnt|quit|rid|sought|fought"
        r"|flew|drove|rode|froze|hid|bit|ate|drank|dug|knew|[a-z]+ed|[a-z]+(?<!s)s)\Z"
    ),
}
"""A word that may be a verb, where no noun is sure to be."""
_SURE: Final[Mapping[str, re.Pattern[str]]] = {
    "fr": re.compile(
        r"\b(?!(?:fait|souhait|(?:re|at|por|ex|abs)?trait|portrait|extrait|lait|parfait)\b)[a-zà-ÿ]{3,}(?:ait|aient)\b"
        r"|\b(?:s|n|c)['’](?:en|y|est)\b|\ben (?:a|ont)\b|\A(?:reste|viennent|vient|suit|suivent)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:cost|tore|blew|remain|play|happen)\b"),
}
"""What is a verb wherever it stands."""
_NO_VERB: Final[Mapping[str, frozenset[str]]] = {
    "fr": frozenset(
        "contre autre autres suivante suivant suivants dernière encore presque comme ensuite avant pendant"
        " devant durant notamment seulement et fin tard début tôt euros dont vers cent mille centre quatre".split()
    ),
    "en": frozenset(
        "as plus versus euros pounds dollars sales always perhaps besides towards years months days".split()
    ),
}


@lru_cache(maxsize=2048)
def may_have_verb(words: str, lang: str) -> bool:
    """Whether ``words`` may hold a verb of their own, outside of what is told of a noun in them: « la Belgique en
    2023 » and « trois à Oslo » have none."""
    if lang not in _VERB:
        return True
    if _SURE[lang].search(words) is not None:
        return True
    rest = _NOUN_PHRASE[lang].sub(" , ", words)
    return any(
        word not in _NO_VERB[lang] and _VERB[lang].match(word) is not None
        for word in (match[0] for match in _WORD.finditer(rest))
        if word[0].islower()
    )
