"""French put into English word for word, and the other way round: no sentence anybody would write, but the words a
question and a passage in the other language have in common."""

from __future__ import annotations

from typing import Final

import numpy as np

from index.terms.tokens import WORD, fold
from index.terms.translations import words_across

GRAMMAR: Final = """
    le the|la the|les the|l the|un a|une a|des some|du of the|de of|d of|au to the|aux to the|et and|ou or|mais but|
    dans in|par by|pour for|sur on|avec with|sans without|sous under|chez at|vers towards|entre between|en in|que that|
    qui who|quand when|combien how many|quel which|quelle which|quels which|quelles which|comment how|pourquoi why|
    est is|sont are|etait was|etaient were|a has|ont have|avait had|ete been|etre be|avoir have|il he|elle she|
    ils they|elles they|on one|nous we|vous you|je I|ce this|cette this|ces these|son his|sa his|ses his|leur their|
    leurs their|ne not|pas not|plus more|tout all|tous all|comme as|si if|depuis since|apres after|avant before|
    se itself|y there|meme same|aussi also|tres very|fait made|peut can|deux two|trois three|premier first|
    premiere first|annee year|ans years|ville city|siecle century|guerre war|roi king|monde world|grand great|
    grande great|selon according to|dont whose|quoi what|lors during|ainsi thus|ancien former|nouveau new|
    nouvelle new|film film|nom name|ainsi so|jusqu until|contre against|afin to|alors then
"""


class Translator:
    """Puts texts into the other language, word for word."""

    def __init__(self, draw: np.random.Generator) -> None:
        self._draw = draw
        function_words = [pair.split(" ", 1) for pair in " ".join(GRAMMAR.split()).split("|")]
        pairs = [(ours.strip(), theirs.strip()) for ours, theirs in (map(str.strip, pair) for pair in function_words)]
        self._grammar = {"fr": dict(pairs), "en": {theirs.casefold(): ours for ours, theirs in reversed(pairs)}}

    def translated(self, text: str, lang: str) -> str:
        """``text``, in ``lang``, with every word that has a translation replaced by one of them, drawn by weight."""
        return WORD.sub(lambda match: self._word(match.group(), lang), text)

    def _word(self, word: str, lang: str) -> str:
        folded = fold(word)
        if folded in self._grammar[lang]:
            return self._grammar[lang][folded]
        others = words_across(lang).get(folded)
        if not others:
            return word
        weights = np.array(list(others.values()))
        return str(self._draw.choice(list(others), p=weights / weights.sum()))
