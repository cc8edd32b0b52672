"""What the model is tuned on: texts that belong together, as question and passage or as translations.

Four kinds:

- *questions* on passages, PIAF's and our own press (:mod:`press`), in both languages, each with passages that are near
  it and don't answer;
- *headings* of laws with the text they head, within a language and across;
- *translations* of sentences;
- *cloze*: a sentence taken out of a passage, with the rest of it.

Most of PIAF says nothing of the other language; so that questions meet passages in it, one side of a pair is now and
then put into it word for word (:mod:`word_for_word`).
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from bases import index_folder, own_questions, piaf_folder, set_aside
from press import press_questions, write_press

from index.calibration.calibration import Calibration
from index.encoder.encoder import Encoder
from index.generation.generation import Generation
from index.measuring.labelled import LabelledQuestion, is_right, labelled
from index.passages.context import text_in_context
from index.question.query import Query
from index.ranking.search import Hit, search

CANDIDATES: Final = 30
NEAR_MISSES: Final = 8
"""Wrong passages kept for each question, the most tempting ones."""
PIAF_IN_ENGLISH: Final = Path(__file__).with_name("piaf_in_english.tsv")
LONGEST_PAIR: Final = 300
"""Characters of a translated sentence, at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question (in ``lang``), its right passages, and tempting wrong ones, best ranked first; ``aside`` when it is
    only for measuring; ``source`` names the set it comes from."""

    text: str
    lang: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    passage_lang: str
    source: str
    aside: bool


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading and the text it heads, in both languages."""

    heading: dict[str, str]
    text: dict[str, str]


@dataclass(frozen=True, slots=True)
class Examples:
    """All that there is to learn from."""

    asked: tuple[Asked, ...]
    headed: tuple[Headed, ...]
    translated: tuple[tuple[str, str], ...]
    passages: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Title, language and sentences of each passage."""


def gather(data: Path, pairs: Path, knowledge: Path, scratch: Path, encoder: Encoder) -> Examples:
    """Read it all; ``encoder`` finds the tempting wrong passages."""
    folder = scratch / "all"
    piaf_folder(data, knowledge, folder)
    write_press(folder)
    generation = index_folder(folder, scratch / "index", encoder)
    headed, translated = read_pairs(pairs)
    passages = [
        (indexed.card.title, indexed.card.lang, tuple(indexed.passage.sentence_texts()))
        for indexed in generation.texts.passages(range(generation.manifest.passages))
        if not set_aside(indexed.card.id)
    ]
    return Examples(
        asked=tuple(asked(generation, questions(data, knowledge), encoder)),
        headed=tuple(headed),
        translated=tuple(translated),
        passages=tuple(passages),
    )


def questions(data: Path, knowledge: Path) -> list[tuple[LabelledQuestion, str, bool]]:
    """The answerable questions, the set each comes from, and whether it is only for measuring: our own on knowledge/
    always are, since ranking, highlight and verdict are fitted on them, and a model knows the questions it was tuned on
    too well."""
    own = [(question, "ours", True) for question in own_questions(data, knowledge) if question.answerable]
    press = [(question, "press", set_aside(question.article or "")) for question in press_questions()]
    with gzip.open(data / "piaf_dev_questions.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    in_english = {record["id"]: record for record in records}
    piaf = [(piaf_question(record), "PIAF", set_aside(record["article"])) for record in records]
    piaf += [
        (labelled({**in_english[name], "lang": "en", "question": text}), "PIAF", set_aside(in_english[name]["article"]))
        for name, text in piaf_in_english()
    ]
    return own + press + piaf


def piaf_in_english() -> list[tuple[str, str]]:
    """Id and text of the PIAF questions that were put into English."""
    lines = PIAF_IN_ENGLISH.read_text(encoding="utf-8").splitlines()
    return [(name, text) for name, text in (line.split("	") for line in lines)]


def piaf_question(record: dict[str, str]) -> LabelledQuestion:
    """A PIAF question; one that does not name what it is about gets the title of its article in front."""
    if not record["self_contained"]:
        record = {**record, "question": f"{record['title']} : {record['question']}"}
    return labelled(record)


def asked(
    generation: Generation, questions: Sequence[tuple[LabelledQuestion, str, bool]], encoder: Encoder
) -> Iterator[Asked]:
    """Each question with the passages the present model ranks first."""
    plain = Calibration(2.4, {"bm25": 1.0, "cosine": 2.4}, {}, (), 1.0, 0.0, "")
    for question, source, aside in questions:
        encoded = encoder.question(question.text)
        query = Query(question.text, question.lang, encoded.vector, encoded.pieces)
        hits = search(generation, query, plain, CANDIDATES)
        right = [hit for hit in hits if is_right(question, hit)]
        wrong = [hit for hit in hits if not is_right(question, hit)]
        if right:
            yield Asked(
                question.text,
                question.lang,
                tuple(encoded_text(hit) for hit in right),
                tuple(encoded_text(hit) for hit in wrong[:NEAR_MISSES]),
                right[0].indexed.card.lang,
                source,
                aside,
            )


def encoded_text(hit: Hit) -> str:
    """A passage as it is encoded: under the title of its article."""
    return text_in_context(hit.indexed.card.title, hit.indexed.passage)


def read_pairs(path: Path) -> tuple[list[Headed], list[tuple[str, str]]]:
    """The headings and the translations of the file of pairs."""
    headed, translated = [], []
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for _, kind, french, english in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if kind == "title":
                ours, theirs = french.split(" ||| ", 1), english.split(" ||| ", 1)
                headed.append(Headed({"fr": ours[0], "en": theirs[0]}, {"fr": ours[1], "en": theirs[1]}))
            elif len(french) <= LONGEST_PAIR and len(english) <= LONGEST_PAIR:
                translated.append((french, english))
    return headed, translated


def drawn(draw: np.random.Generator, count: int, size: int) -> list[int]:
    """``size`` places out of ``count``."""
    return [int(place) for place in draw.integers(0, count, size)]
