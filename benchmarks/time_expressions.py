"""Time expressions: ours beside dateparser's and Duckling's, those that are installed, on labelled sentences.

    pip install dateparser==1.5.0 pyduckling-native-phihos==0.3.0
    python benchmarks/time_expressions.py SENTENCES.jsonl

SENTENCES holds ``{"lang", "reference", "text", "timex": [{"start", "end", "value", "kind", "accept"?}]}`` a line. An
answer is right when it overlaps a date and has its value or one that is accepted. Each sentence is read by all in
turn, so that what else the machine does burdens all alike.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.dates.finder import find_time_expressions
from index.edtf import first_day

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


def ducklings(text: str, lang: str, reference: str) -> list[Answer]:
    """Duckling's, at the grain it gives; its intervals, which end a unit later than ours, are written as ours."""
    import duckling

    zone, language = _duckling_zones(), duckling.parse_lang(lang.upper())
    moment = datetime.combine(first_day(reference), datetime.min.time(), tzinfo=UTC)
    now = duckling.parse_ref_time(zone, "UTC", int(moment.timestamp()))
    place = duckling.parse_locale("FR_FR" if lang == "fr" else "EN_US", duckling.default_locale_lang(language))
    found = duckling.parse(text, duckling.Context(now, place), duckling.parse_dimensions(["time"]), False)
    return [(one["start"], one["end"], _at_grain(one["value"])) for one in found]


@cache
def _duckling_zones() -> Any:
    import duckling

    return duckling.load_time_zones("/usr/share/zoneinfo")


def _at_grain(value: dict[str, Any]) -> str:
    if value["type"] == "interval":
        begin, end = value.get("from"), value.get("to")
        return f"{_at_grain({**begin, 'type': 'value'}) if begin else '..'}/{_last_before(end) if end else '..'}"
    day = str(value["value"])[:10]
    if value["grain"] == "quarter":
        return f"{day[:4]}-{33 + (int(day[5:7]) - 1) // 3}"
    if value["grain"] == "week":
        monday = date.fromisoformat(day)
        return f"{day}/{(monday + timedelta(days=6)).isoformat()}"
    return day[: {"year": 4, "month": 7}.get(value["grain"], 10)]


def _last_before(end: dict[str, Any]) -> str:
    """Duckling's intervals end where the next unit begins."""
    last = date.fromisoformat(str(end["value"])[:10]) - timedelta(days=1)
    return last.isoformat()[: {"year": 4, "month": 7}.get(end["grain"], 10)]


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
    """Read, ask all, print."""
    sentences = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    peers = {"dateparser": dateparsers, "duckling": ducklings}
    finders: dict[str, Finder] = {"ours": ours, **{name: find for name, find in peers.items() if find_spec(name)}}
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
