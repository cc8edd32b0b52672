"""A name typed with a word left out that says more of what it is: « fonderie Valmier », which the articles call « la
fonderie de cloches Valmier », "the Valmier Bell Foundry"."""

from __future__ import annotations

import re
from typing import Final

from index.entities.book.names import folded, name_key, name_words
from index.entities.headwords import THINGS_OTHERWISE, things
from index.generation.texts import ExcerptSource
from index.terms.common_words import is_common_word

_FEW: Final = 40
"""Articles that say the name's own word at most."""
_MOST_WORDS: Final = 4
_MORE: Final = {
    "fr": r"(?: (?:d['’]|(?:de|des|du|à|aux?) )?[a-zà-ÿœ-]{3,}){1,2}",
    "en": r"(?: (?!of\b|and\b|the\b|for\b|in\b)[A-Za-z-]{3,}){1,2}",
}


def said_more_fully(subject: str, texts: ExcerptSource) -> str | None:
    """What the articles call ``subject``, a name with what it is at one end, with a word or two more between; None when
    they call several so, or none."""
    words = [match[0] for match in name_words(subject)]
    if not 2 <= len(words) <= _MOST_WORDS:
        return None
    forms: dict[tuple[str, ...], str] = {}
    for lang, noun, rest in (("fr", words[0], words[1:]), ("en", words[-1], words[:-1])):
        if folded(noun) not in things(lang) or folded(noun) in THINGS_OTHERWISE or all(map(is_common_word, rest)):
            continue
        head, name = re.escape(noun), " ".join(map(re.escape, rest))
        written = rf"\b{head}{_MORE[lang]} {name}\b" if lang == "fr" else rf"\b{name}{_MORE[lang]} {head}\b"
        said = re.compile(rf"(?:{written})", re.IGNORECASE)
        for article_id in texts.articles_if_few([[folded(word) for word in rest]], _FEW):
            article = texts.article(article_id)
            for found in said.finditer(f"{article.card.title}\n{article.body}" if article is not None else ""):
                forms.setdefault(name_key(found[0]), " ".join(found[0].split()))
    return next(iter(forms.values())) if len(forms) == 1 else None
