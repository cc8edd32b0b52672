"""Follow-ups and questions in several parts, measured side by side: asked alone, and as they are understood.

    python benchmarks/conversations.py                                 # over knowledge/
    python benchmarks/conversations.py --stories FILE.jsonl[.gz]       # follow-ups of stories, over their own articles

Of follow-ups that need what came before: the share whose first quote holds the answer, and the share understood: what
they lack, as their label names it, or the name that answered, is in what was understood. Of those that don't, and of
small talk: the share that nothing was taken for. Of questions in several parts: the share all of whose parts are
answered in what the first two quotes mark. ``--half 0`` or ``1`` takes every other follow-up.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.answer import Answer
from index.engine import Engine, EngineOptions
from index.follow_ups.before import Before
from index.terms.tokens import STEMMERS, WORD, asked_words, stems

ROOT = Path(__file__).parents[1]
LABELLED = ROOT / "training"
_SPACES = str.maketrans({"’": "'", "\u202f": " ", "\u00a0": " "})


@dataclass(frozen=True)
class FollowUp:
    """A question after another one, and what its answer holds."""

    first: str
    follow: str
    needs_context: bool
    answers: tuple[str, ...]
    lacking: tuple[str, ...] | None
    """What must be taken from before; None where that was not labelled."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, help="a file of stories with follow-ups")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", action="store_true", help="tell what went wrong, too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles = ROOT / "knowledge"
        follow_ups = [_follow_up(line) for line in _lines(LABELLED / "follow_ups.jsonl")]
        if given.stories is not None:
            articles = Path(folder) / "articles"
            follow_ups = list(_told(given.stories, articles))
        engine = Engine(EngineOptions(articles, Path(folder) / "data"))
        engine.prepare()
        _measure_follow_ups(engine, follow_ups[given.half :: 2] if given.half is not None else follow_ups, given.errors)
        if given.stories is None:
            _measure_parts(engine, list(_lines(LABELLED / "parts.jsonl")), given.errors)
        engine.close()


def _measure_follow_ups(engine: Engine, follow_ups: list[FollowUp], errors: bool) -> None:
    alone = following = dragged = understood = 0
    lacking = [one for one in follow_ups if one.needs_context]
    for one in follow_ups:
        before = engine.ask(one.first).asked
        answer = engine.ask(one.follow, after=before)
        if not one.needs_context:
            dragged += answer.understood is not None
            wrong = answer.understood is not None
        else:
            alone += _right(engine.ask(one.follow), one)
            following += _right(answer, one)
            understood += _understood(answer, one, before)
            wrong = not _right(answer, one)
        if wrong and errors:
            print(f"- {one.first} | {one.follow} | {answer.understood} | {answer.verdict.value}")
    others = len(follow_ups) - len(lacking)
    print(f"{len(lacking)} follow-ups that lack something: right alone {alone / max(1, len(lacking)):.2f}", end=", ")
    print(f"following {following / max(1, len(lacking)):.2f}", end=", ")
    print(f"understood {understood / max(1, len(lacking)):.2f}")
    print(f"{others} that lack nothing, or chat: left alone {1 - dragged / max(1, others):.2f}")


def _measure_parts(engine: Engine, questions: list[dict[str, Any]], errors: bool) -> None:
    told = 0
    for question in questions:
        answer = engine.ask(question["question"], limit=2)
        marked = _plain(" ".join(_marked(answer)))
        right = all(any(_plain(way) in marked for way in ways) for ways in question["parts"])
        told += right
        if errors and not right:
            print(f"- {question['question']} | {marked[:300]}")
    print(f"{len(questions)} questions in several parts: all parts marked in two quotes {told / len(questions):.2f}")


def _marked(answer: Answer) -> Iterator[str]:
    for quote in answer.quotes:
        for start, end in quote.highlights:
            yield quote.text[start - quote.start : end - quote.start]


def _right(answer: Answer, one: FollowUp) -> bool:
    return bool(answer.quotes) and any(_plain(way) in _plain(answer.quotes[0].text) for way in one.answers)


def _understood(answer: Answer, one: FollowUp, before: Before) -> bool:
    """Whether what ``one`` lacks was taken: all names and numbers of it and half of its words, or who answered."""
    if answer.understood is None:
        return False
    if one.lacking is None:
        return True
    held = _stems(answer.understood)
    named = [word for word in _words(before.answered) if word[0].isupper()]
    return all(_holds(held, each) for each in one.lacking) or (
        bool(named) and all(_stems(word) & held for word in named)
    )


def _holds(held: set[str], lacking: str) -> bool:
    words = _words(lacking)
    sure = [word for word in words if word[0].isupper() or word.isdigit()]
    return all(_stems(word) & held for word in sure) and 2 * sum(bool(_stems(word) & held) for word in words) >= len(
        words
    )


def _words(text: str) -> list[str]:
    """The words of ``text`` that say something."""
    return [word.group() for word in WORD.finditer(text) if any(asked_words(word.group(), lang) for lang in STEMMERS)]


def _stems(text: str) -> set[str]:
    return {stem for lang in STEMMERS for stem in stems(text, lang)}


def _plain(text: str) -> str:
    return text.translate(_SPACES)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    told = path.read_bytes()
    told = gzip.decompress(told) if path.suffix == ".gz" else told
    yield from map(json.loads, told.decode("utf-8").splitlines())


def _follow_up(record: dict[str, Any]) -> FollowUp:
    answers = tuple(record["answers"] if "answers" in record else [record["a"]])
    lacking = tuple(record["from_before"]) if "from_before" in record else None
    return FollowUp(record["first"], record["follow"], record["needs_context"], answers, lacking)


def _told(path: Path, folder: Path) -> Iterator[FollowUp]:
    """The follow-ups of stories, whose articles are written into ``folder``."""
    folder.mkdir()
    for story in _lines(path):
        for number, article in enumerate(story["articles"]):
            head = {key: article[key] for key in ("title", "date", "lang")}
            front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
            body = "\n\n".join(article["paragraphs"])
            (folder / f"{story['id']}-{number}.md").write_text(f"---\n{front}\n---\n\n{body}\n", encoding="utf-8")
        yield from map(_follow_up, story.get("followups", []))


if __name__ == "__main__":
    main()
