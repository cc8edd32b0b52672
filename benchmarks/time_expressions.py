"""Time expressions: ours beside dateparser's, on labelled sentences.

    pip install dateparser==1.5.0
    python benchmarks/time_expressions.py SENTENCES.jsonl

SENTENCES holds ``{"lang", "reference", "text", "timex": [{"start", "end", "value", "kind", "accept"?}]}`` a line. An
answer is right when it overlaps a date and has its value or one that is accepted. Each sentence is read by both in
turn, so that what else the machine does burdens both alike.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from index.dates.calendar import first_day
from index.dates.finder import find_time_expressions

Answer = tuple[int, int, str]
Finder = Callable[[str, str, str], list[Answer]]


def ours(text: str, lang: str, reference: str) -> list[Answer]:
    """Sourcier's time expressions."""
    return [(one.start, one.end, one.value) for one in find_time_expressions(text, lang, reference)]


def dateparsers(text: str, lang: str, reference: str) -> list[Answer]:
    """dateparser's, a day each: it gives no precision, so a value is cut to what the words name."""
    from dateparser.search import search_dates

    base = datetime.combine(first_day(reference), datetime.min.time())
    found, at = [], 0
    for said, moment in search_dates(text, languages=[lang], settings={"RELATIVE_BASE": base}) or []:
        start = max(text.find(said, at), 0)
        at = start + len(said)
        found.append((start, at, moment.date().isoformat()))
    return found


def right(answer: Answer, dates: list[dict[str, Any]], *, cut: bool) -> bool:
    """Whether ``answer`` overlaps one of ``dates`` and means it; ``cut`` forgives too fine a precision."""
    start, end, value = answer
    return any(
        start < date["end"]
        and date["start"] < end
        and any(
            value == wanted or (cut and value.startswith(wanted)) for wanted in (date["value"], *date.get("accept", ()))
        )
        for date in dates
    )


def main() -> int:
    """Read, ask both, print."""
    sentences = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    finders: dict[str, Finder] = {"ours": ours, "dateparser": dateparsers}
    for find in finders.values():
        for lang in ("fr", "en"):
            find("1er mai 2020, May 1, 2020", lang, "2022-08-17")  # what is compiled or loaded once is not timed
    count: Counter[tuple[str, str, str]] = Counter()
    seconds: Counter[str] = Counter()
    for sentence in sentences:
        lang = sentence["lang"]
        dates = [timex for timex in sentence["timex"] if timex["kind"] in ("date", "interval")]
        for name, find in finders.items():
            began = time.perf_counter()
            answers = find(sentence["text"], lang, sentence["reference"])
            seconds[name] += time.perf_counter() - began
            good = sum(right(answer, dates, cut=name != "ours") for answer in answers)
            count.update(
                {(name, lang, "given"): len(answers), (name, lang, "wanted"): len(dates), (name, lang, "right"): good}
            )
            if not dates:
                count.update({(name, lang, "dateless"): 1, (name, lang, "trapped"): int(bool(answers))})
    print(f"{'':12}{'fr F1':>8}{'en F1':>8}{'fr traps':>10}{'en traps':>10}{'sentences/s':>13}{'time':>8}")
    for name in finders:
        scores = [
            2 * count[name, lang, "right"] / (count[name, lang, "given"] + count[name, lang, "wanted"])
            for lang in ("fr", "en")
        ]
        traps = [count[name, lang, "trapped"] / count[name, lang, "dateless"] for lang in ("fr", "en")]
        print(
            f"{name:12}{scores[0]:8.3f}{scores[1]:8.3f}{traps[0]:10.3f}{traps[1]:10.3f}"
            f"{len(sentences) / seconds[name]:13.0f}{seconds[name] / seconds['ours']:7.1f}x"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
