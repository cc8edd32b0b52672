"""What the model is shown at each step: questions and passages, which belong together, and translations to hold on to.

A lesson depends on its number alone, so that training goes on where it was stopped, and lessons can be made beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from examples import Asked, Examples, drawn
from torch.utils.data import Dataset
from word_for_word import Translator

SEED: Final = 20261124
QUESTIONS: Final = 20
"""Questions of a lesson, each with a right passage and WRONG tempting wrong ones."""
WRONG: Final = 1
TOKENS: Final = 112
"""Of a passage, at most, while training."""
HEADINGS, CLOZES, TRANSLATIONS = 0.1, 0.1, 0.15
"""Shares of the lessons that are made of these instead of questions."""
ACROSS: Final = 0.25
"""Share of questions, and of passages, put into the other language word for word."""
HELD: Final = 16
"""Translated sentences of each lesson whose vectors are to stay near what they were."""

Batch = tuple[list[str], list[str], list[set[int]]]
"""Questions, passages, and for each question the places of its right passages."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as pieces: their numbers and which are not padding, both of shape (texts, pieces)."""

    ids: torch.Tensor
    said: torch.Tensor


@dataclass(frozen=True, slots=True)
class Lesson:
    """``right``: which passages ``told`` answer each of those ``asked``, shape (asked, told); ``french`` and
    ``english`` are translations of each other, row by row."""

    asked: Texts
    told: Texts
    right: torch.Tensor
    french: Texts
    english: Texts


class Lessons(Dataset[Lesson]):
    """Lessons by number, as pieces of ``tokenizer``."""

    def __init__(self, examples: Examples, tokenizer: Any, count: int) -> None:
        self._examples = examples
        self._asked = [example for example in examples.asked if not example.aside]
        self._tokenizer = tokenizer
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> Lesson:
        draw = np.random.default_rng([SEED, number])
        asked, told, right = self._batch(number, draw)
        target = torch.tensor([[place in its for place in range(len(told))] for its in right])
        pairs = [self._examples.translated[place] for place in drawn(draw, len(self._examples.translated), HELD)]
        french, english = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        return Lesson(*map(self.pieces, (asked, told)), target, *map(self.pieces, (french, english)))

    def pieces(self, texts: Sequence[str]) -> Texts:
        """``texts`` as pieces, cut after TOKENS."""
        made = self._tokenizer(list(texts), padding=True, truncation=True, max_length=TOKENS, return_tensors="pt")
        return Texts(made["input_ids"], made["attention_mask"].bool())

    def _batch(self, number: int, draw: np.random.Generator) -> Batch:
        kind = draw.random()
        if kind < HEADINGS:
            return self._headings(draw)
        if kind < HEADINGS + CLOZES:
            return self._clozes(draw)
        if kind < HEADINGS + CLOZES + TRANSLATIONS:
            return self._translations(draw)
        return self._questions(number, draw)

    def _questions(self, number: int, draw: np.random.Generator) -> Batch:
        """The next questions of a row in which each comes once before any comes again."""
        translator = Translator(draw)
        rounds, place = divmod(number * QUESTIONS, len(self._asked))
        row = np.concatenate(
            [np.random.default_rng([SEED, 1, rounds + more]).permutation(len(self._asked)) for more in (0, 1)]
        )
        chosen = [self._asked[int(at)] for at in row[place : place + QUESTIONS]]
        questions, passages = [], []
        for example in chosen:
            text = example.text
            told = [example.right[int(draw.integers(0, min(2, len(example.right))))]]
            told += [example.wrong[int(at)] for at in draw.permutation(len(example.wrong))[:WRONG]]
            told += [""] * (1 + WRONG - len(told))
            across = draw.random()
            if across < ACROSS:
                text = translator.translated(text, example.lang)
            elif across < 2 * ACROSS:
                told = [translator.translated(its, example.passage_lang) for its in told]
            questions.append(text)
            passages += told
        return questions, passages, [_all_right(example, chosen, at) for at, example in enumerate(chosen)]

    def _headings(self, draw: np.random.Generator) -> Batch:
        chosen = [self._examples.headed[place] for place in drawn(draw, len(self._examples.headed), 2 * QUESTIONS)]
        langs = [draw.choice(["fr", "en"], 2) for _ in chosen]
        questions = [each.heading[str(its[0])] for each, its in zip(chosen, langs, strict=True)]
        passages = [each.text[str(its[1])] for each, its in zip(chosen, langs, strict=True)]
        same = [
            {n for n, other in enumerate(chosen) if other.heading["en"] == each.heading["en"]} | {place}
            for place, each in enumerate(chosen)
        ]
        return questions, passages, same

    def _clozes(self, draw: np.random.Generator) -> Batch:
        translator = Translator(draw)
        usable = [passage for passage in self._examples.passages if len(passage[2]) > 2]
        questions, passages = [], []
        for place in drawn(draw, len(usable), 2 * QUESTIONS):
            title, lang, sentences = usable[place]
            gap = int(draw.integers(0, len(sentences)))
            sentence = sentences[gap]
            rest = " ".join(text for n, text in enumerate(sentences) if n != gap)
            if draw.random() < 2 * ACROSS:
                sentence = translator.translated(sentence, lang)
            questions.append(sentence)
            passages.append(f"{title}\n{rest}")
        same = [{n for n, other in enumerate(passages) if other == each} for each in passages]
        return questions, passages, same

    def _translations(self, draw: np.random.Generator) -> Batch:
        """Sentences and their translations, from either language."""
        chosen = drawn(draw, len(self._examples.translated), 3 * QUESTIONS)
        pairs = dict(self._examples.translated[place] for place in chosen)  # each French sentence once
        asked, told = list(pairs), list(pairs.values())
        if draw.random() < 0.5:
            asked, told = told, asked
        same = [{n for n, other in enumerate(told) if other == each} for each in told]
        return asked, told, same


def _all_right(example: Asked, chosen: Sequence[Asked], place: int) -> set[int]:
    """Places of the passages that answer ``example``: its own, and those of others that happen to."""
    others = {(1 + WRONG) * n for n, other in enumerate(chosen) if set(other.right[:2]) & set(example.right)}
    return others | {(1 + WRONG) * place}
