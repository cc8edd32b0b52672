"""Which language a question is in: key words alone (« amende montant 2024 ») have no function words to tell it by, but
may stand in the word list of one language only."""

from __future__ import annotations

import re
from typing import Final

from index.articles.language import detect_language, vote_on_language
from index.terms.tokens import STEMMERS, fold
from index.terms.translations import words_across

LEAD: Final = 2
"""Words that one language knows more than the other, from which it is that one."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def language_asked(text: str) -> str:
    """ "fr" or "en", whichever ``text``, a question, is in."""
    return vote_on_language(text) or _by_words(text) or detect_language(text)


def _by_words(text: str) -> str | None:
    """The language that knows most of the words that only one knows; None where none knows clearly more."""
    words = {fold(word) for word in _WORD.findall(text)}
    own = {lang: sum(word in words_across(lang) for word in words) for lang in STEMMERS}
    best = max(own, key=own.__getitem__)
    return best if all(count + LEAD <= own[best] for lang, count in own.items() if lang != best) else None
