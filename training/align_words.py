"""Find which French and English words translate each other: what a question has in common with a passage in the
other language.

    python training/align_words.py PAIRS.tsv.gz

IBM model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation", section 4.1) in both directions
over the words of translated sentences; a pair of words counts by the geometric mean of the two probabilities, so that
a word beside which everything stands is nobody's translation. To these come the words of ``training/press_words.tsv``,
which laws and everyday sentences do not hold. PAIRS holds a record a line: source, kind, French, English (its sources
and licences are in the model card). Written to ``index/terms/translations.json``: for each French word, folded, its
English ones with their weights.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.terms.stop_words import STOP_WORDS
from index.terms.tokens import WORD, fold
from index.terms.translations import FILE

PRESS_WORDS: Final = Path(__file__).with_name("press_words.tsv")
LONGEST: Final = 28
"""Words of a sentence, at most: in a longer one every word stands beside too many."""
ROUNDS: Final = 6
"""Of expectation and maximisation: the weights hardly move after the fifth."""
SEEN: Final = 1.5
"""Times a pair is expected to have been meant, at least, in both directions."""
LIKELY: Final = 0.05
"""The least weight worth a line."""

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Links:
    """Every French word beside every English word of the same pair of sentences: the places of the two words among
    all words (``french_token``, ``english_token``), and the number of the pair of words (``pair``); of each such
    number, its two words."""

    french_token: Numbers
    english_token: Numbers
    pair: Numbers
    french_word: Numbers
    english_word: Numbers


def main() -> int:
    """Align and write."""
    french: dict[str, int] = {}
    english: dict[str, int] = {}
    sentences = [
        ([french.setdefault(w, len(french)) for w in ours], [english.setdefault(w, len(english)) for w in theirs])
        for ours, theirs in word_pairs(Path(sys.argv[1]))
    ]
    links = all_links(sentences, len(english))
    forth, back = one_way(links), one_way(mirrored(links))
    weight = np.sqrt(forth[0] * back[0])
    kept = (weight >= LIKELY) & (np.minimum(forth[1], back[1]) >= SEEN)
    words = list(french), list(english)
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for ours, theirs, its in zip(links.french_word[kept], links.english_word[kept], weight[kept], strict=True):
        found[words[0][ours]][words[1][theirs]] = round(float(its), 2)
    for ours, theirs in press_words():
        found[ours][theirs] = 1.0
    ordered = {word: dict(sorted(its.items(), key=lambda item: (-item[1], item[0]))) for word, its in found.items()}
    lines = (f"{json.dumps(word)}:{json.dumps(its, separators=(',', ':'))}" for word, its in sorted(ordered.items()))
    FILE.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")
    print(f"{FILE.name}: {len(ordered):,} French words, {sum(map(len, ordered.values())):,} pairs")
    return 0


def word_pairs(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each pair of translated sentences, or of headings."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for _, kind, french, english in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if kind == "title":
                french, english = french.split(" ||| ")[0], english.split(" ||| ")[0]
            ours, theirs = words(french, "fr"), words(english, "en")
            if 0 < len(ours) <= LONGEST and 0 < len(theirs) <= LONGEST:
                yield ours, theirs


def words(text: str, lang: str) -> list[str]:
    """The folded words of ``text`` that mean something, each once."""
    found = (fold(match.group()) for match in WORD.finditer(text))
    return list(dict.fromkeys(w for w in found if len(w) > 1 and w.isalpha() and w not in STOP_WORDS[lang]))


def press_words() -> Iterator[tuple[str, str]]:
    """The pairs written by hand."""
    for line in PRESS_WORDS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            ours, theirs = line.split("\t")
            for word in theirs.split():
                yield fold(ours), fold(word)


def all_links(sentences: list[tuple[list[int], list[int]]], english_words: int) -> Links:
    """The links of all sentences, each given by the numbers of its words."""
    ours = np.concatenate([np.repeat(f, len(e)) for f, e in sentences])
    theirs = np.concatenate([np.tile(e, len(f)) for f, e in sentences])
    lengths = np.array([(len(f), len(e)) for f, e in sentences])
    cells = lengths.prod(axis=1)
    sentence = np.repeat(np.arange(len(sentences)), cells)
    place = np.arange(len(ours)) - np.repeat(np.cumsum(cells) - cells, cells)
    before = np.cumsum(lengths, axis=0) - lengths
    wide = lengths[sentence, 1]
    numbers, pair = np.unique(ours * english_words + theirs, return_inverse=True)
    return Links(
        french_token=before[sentence, 0] + place // wide,
        english_token=before[sentence, 1] + place % wide,
        pair=pair,
        french_word=numbers // english_words,
        english_word=numbers % english_words,
    )


def mirrored(links: Links) -> Links:
    """The same links with the languages changed over."""
    return Links(links.english_token, links.french_token, links.pair, links.english_word, links.french_word)


def one_way(links: Links) -> tuple[Weights, Weights]:
    """P(English | French) of each pair of words, and how often it is expected to have been meant."""
    chance = np.ones(len(links.french_word))
    meant = chance
    for _ in range(ROUNDS):
        likely = chance[links.pair]
        whole = np.bincount(links.english_token, likely)
        meant = np.bincount(links.pair, likely / whole[links.english_token], len(chance))
        chance = meant / np.bincount(links.french_word, meant)[links.french_word]
    return chance, meant


if __name__ == "__main__":
    sys.exit(main())
