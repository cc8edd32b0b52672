"""French and English words that translate each other, by which a question meets a passage in the other language.

Written by ``training/align_words.py`` from translated sentences; weights lie between 0 and 1.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from index.terms.tokens import stem_of

OTHER_LANGUAGE: Final[Mapping[str, str]] = {"fr": "en", "en": "fr"}
FILE: Final = Path(__file__).with_name("translations.json")


@cache
def words_across(lang: str) -> Mapping[str, Mapping[str, float]]:
    """For each folded word of ``lang``, its translations, folded, with their weights; empty for other languages."""
    french: dict[str, dict[str, float]] = json.loads(FILE.read_bytes())
    if lang == "fr":
        return french
    english: defaultdict[str, dict[str, float]] = defaultdict(dict)
    if lang == "en":
        for word, its in french.items():
            for other, weight in its.items():
                english[other][word] = weight
    return english


@cache
def stems_across(lang: str, other: str) -> Mapping[str, frozenset[str]]:
    """For each stem of ``lang`` those, in the language ``other``, of the words that translate it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, its in words_across(lang).items():
        found[stem_of(word, lang)].update(stem_of(one, other) for one in its)
    return {stem: frozenset(its) for stem, its in found.items()}
