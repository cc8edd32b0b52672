"""Count how common words are in French and English at large: what the weight of a word rests on in a small base.

    python training/count_words.py PAIRS.tsv.gz

PAIRS holds a record a line: source, kind, French, English (its sources and licences are in the model card). The
middle one of the sources' frequencies is taken, so that none decides alone ("Tom" is every sentence of one of them).
Written to ``index/terms/common_words.json``: by language, for each stem, the share of passages of PASSAGE_WORDS words
it is expected in.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from statistics import median
from typing import Final

from index.terms.common_words import FILE
from index.terms.tokens import stems

PASSAGE_WORDS: Final = 60
"""Words of a passage that are no stop words, near enough."""
RARE: Final = 0.003
"""A stem expected in fewer passages than this is not worth a line: it weighs like one never seen."""
COLUMNS: Final = {"fr": 2, "en": 3}


def main() -> int:
    """Count and write."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with gzip.open(sys.argv[1], "rt", encoding="utf-8", newline="") as file:
        for record in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for lang, column in COLUMNS.items():
                counts[lang, record[0]].update(stems(record[column], lang))
    FILE.write_text(
        json.dumps({lang: shares(lang, counts) for lang in COLUMNS}, ensure_ascii=False, indent=0) + "\n",
        encoding="utf-8",
    )
    return 0


def shares(lang: str, counts: dict[tuple[str, str], Counter[str]]) -> dict[str, float]:
    """The expected share of passages of each stem that is not rare, the commonest first."""
    sources = [counter for (its, _), counter in counts.items() if its == lang]
    totals = [counter.total() for counter in sources]
    found = {}
    for stem in set().union(*sources):
        frequency = median(counter[stem] / total for counter, total in zip(sources, totals, strict=True))
        share = 1 - math.exp(-PASSAGE_WORDS * frequency)
        if share >= RARE and not stem[0].isdigit():
            found[stem] = round(share, 4)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


if __name__ == "__main__":
    sys.exit(main())
