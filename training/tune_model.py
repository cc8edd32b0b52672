"""Tune the shipped model: questions near the passages that answer them, in both languages.

    python training/tune_model.py --from FOLDER --pairs PAIRS.tsv.gz --data DATA --to FOLDER [--steps N]

FOLDER is a sentence-transformers folder to start from; DATA and the kinds of examples are those of ``examples.py``.
A contrastive loss (InfoNCE, van den Oord et al. 2018, arXiv 1807.03748) among all passages of a batch, tempting wrong
ones beside the right ones; and the vectors of translated sentences are held near what they were, so that nothing is
forgotten. Everything is drawn from a fixed seed; every CHECKPOINT steps the state goes beside FOLDER, and a run that
was stopped goes on from there. Two cores need some five seconds a step.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from examples import Asked, Examples, drawn, gather
from export_onnx import WORD_WEIGHTS
from safetensors.torch import save_file
from sentence_transformers import SentenceTransformer
from torch.nn import functional
from word_for_word import Translator

from index.encoder.encoder import Encoder
from index.encoder.model import find_model
from index.encoder.pieces import unsaid

SEED: Final = 20261124
STEPS: Final = 400
QUESTIONS: Final = 20
"""Questions of a step, each with a right passage and a tempting wrong one."""
TOKENS: Final = 112
"""Of a passage, at most, while training."""
TEMPERATURE: Final = 0.05
LEARNING_RATE: Final = 5e-5
WARM_UP: Final = 0.06
"""Share of the steps in which the learning rate grows."""
HEADINGS, CLOZES, TRANSLATIONS = 0.1, 0.1, 0.15
"""Shares of the steps that are made of these instead of questions."""
ACROSS: Final = 0.25
"""Share of questions, and of passages, put into the other language word for word."""
HOLD: Final = 2.0
"""Weight of staying near the vectors the translated sentences had."""
CHUNK: Final = 24
"""Texts run at a time, sorted by length."""
CHECKPOINT: Final = 50

TOKEN_DIMENSIONS: Final = 48
TOKEN_TEMPERATURE: Final = 0.03
TOKEN_LEARNING_RATE: Final = 1e-3
TOKEN_SHARE: Final = 1.0
"""Weight of the contrastive loss by the words' vectors beside that by the whole text's."""

Batch = tuple[list[str], list[str], list[set[int]]]
"""Questions, passages, and for each question the places of its right passages."""


class WordVectors(torch.nn.Module):
    """What a text's pieces mean where they stand, to compare question and passage word by word (late interaction,
    Khattab and Zaharia 2020, arXiv 2004.12832): a short unit vector for each, and how much it matters in a question."""

    def __init__(self, width: int, dimensions: int, unsaid: torch.Tensor) -> None:
        """``unsaid``: for each piece of the vocabulary, whether a passage is searched without it."""
        super().__init__()
        self.vector = torch.nn.Linear(width, dimensions, bias=False)
        torch.nn.init.orthogonal_(self.vector.weight)
        self.importance = torch.nn.Linear(width, 1, bias=False)
        torch.nn.init.zeros_(self.importance.weight)
        self.register_buffer("unsaid", unsaid, persistent=False)

    def likeness(self, questions: Run, passages: Run) -> torch.Tensor:
        """For each question and passage the mean, by importance, of the cosine of each question piece with the
        nearest passage piece; shape (questions, passages)."""
        asked = functional.normalize(self.vector(questions.hidden), dim=-1)
        matters = self.importance(questions.hidden).squeeze(-1).masked_fill(~questions.said, -torch.inf).softmax(-1)
        told = functional.normalize(self.vector(passages.hidden), dim=-1)
        silent = ~passages.said | self.unsaid[passages.ids]
        cosines = torch.einsum("qid,pjd->qpij", asked, told).masked_fill(silent[None, :, None, :], -1.0)
        return torch.einsum("qpi,qi->qp", cosines.amax(-1), matters)


@dataclass(frozen=True, slots=True)
class Run:
    """Texts after the transformer: the piece numbers, which are not padding, and what came out, shape (texts, pieces,
    width)."""

    ids: torch.Tensor
    said: torch.Tensor
    hidden: torch.Tensor

    def vectors(self) -> torch.Tensor:
        """One unit vector a text: the mean over its pieces."""
        weights = self.said.unsqueeze(-1).to(self.hidden.dtype)
        return functional.normalize((self.hidden * weights).sum(1) / weights.sum(1), dim=-1)


class Tuner:
    """A model being tuned."""

    def __init__(self, folder: Path, examples: Examples, steps: int) -> None:
        self.transformer = SentenceTransformer(
            str(folder), device="cpu", local_files_only=True, model_kwargs={"attn_implementation": "eager"}
        )
        self.bert = self.transformer[0].auto_model.float()
        self.tokenizer = self.transformer.tokenizer
        self.before = SentenceTransformer(str(folder), device="cpu", local_files_only=True)[0].auto_model.float().eval()
        self.examples = examples
        self.asked = [example for example in examples.asked if not example.aside]
        self.steps = steps
        without = torch.from_numpy(unsaid(self.tokenizer.get_vocab()))
        self.words = WordVectors(self.bert.config.hidden_size, TOKEN_DIMENSIONS, without)
        self.optimizer = torch.optim.AdamW(
            [
                {"params": self.bert.parameters(), "lr": LEARNING_RATE},
                {"params": self.words.parameters(), "lr": TOKEN_LEARNING_RATE},
            ],
            weight_decay=0.01,
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.order: list[int] = []
        self.draw = np.random.default_rng(SEED)
        self.translator = Translator(self.draw)
        self.done = 0

    def _rate(self, step: int) -> float:
        warm = max(1, int(WARM_UP * self.steps))
        return min((step + 1) / warm, max(0.0, (self.steps - step) / (self.steps - warm)))

    def step(self) -> float:
        """One step; its loss."""
        kind = self.draw.random()
        if kind < HEADINGS:
            batch = self._headings()
        elif kind < HEADINGS + CLOZES:
            batch = self._clozes()
        elif kind < HEADINGS + CLOZES + TRANSLATIONS:
            batch = self._translations()
        else:
            batch = self._questions()
        self.bert.train()  # with dropout
        loss = self._contrast(*batch) + HOLD * self._held()
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.bert.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.done += 1
        return float(loss.detach())

    def _contrast(self, questions: Sequence[str], passages: Sequence[str], right: Sequence[set[int]]) -> torch.Tensor:
        asked, told = self.run(questions), self.run(passages)
        target = torch.tensor([[place in its for place in range(len(passages))] for its in right])
        whole = asked.vectors() @ told.vectors().T / TEMPERATURE
        by_word = self.words.likeness(asked, told) / TOKEN_TEMPERATURE
        return missed(whole, target) + TOKEN_SHARE * missed(by_word, target)

    def _held(self) -> torch.Tensor:
        chosen = [self.examples.translated[place] for place in drawn(self.draw, len(self.examples.translated), 16)]
        texts = [pair[1] for pair in chosen]
        with torch.no_grad():
            were = self.run(texts, self.before).vectors()
        french = self.run([pair[0] for pair in chosen]).vectors()
        english = self.run(texts).vectors()
        return (2 - (french * were).sum(1) - (english * were).sum(1)).mean()

    def _questions(self) -> Batch:
        if len(self.order) < QUESTIONS:
            self.order = [int(place) for place in self.draw.permutation(len(self.asked))]
        chosen = [self.asked[self.order.pop()] for _ in range(QUESTIONS)]
        questions, passages = [], []
        for example in chosen:
            across = self.draw.random()
            text = example.text
            right = example.right[int(self.draw.integers(0, min(2, len(example.right))))]
            wrong = example.wrong[int(self.draw.integers(0, len(example.wrong)))] if example.wrong else ""
            if across < ACROSS:
                text = self.translator.translated(text, example.lang)
            elif across < 2 * ACROSS:
                right, wrong = (self.translator.translated(its, example.passage_lang) for its in (right, wrong))
            questions.append(text)
            passages += [right, wrong]
        return questions, passages, [self._all_right(example, chosen, place) for place, example in enumerate(chosen)]

    @staticmethod
    def _all_right(example: Asked, chosen: Sequence[Asked], place: int) -> set[int]:
        """Places of the passages that answer ``example``: its own, and those of others that happen to."""
        others = {2 * n for n, other in enumerate(chosen) if set(other.right[:2]) & set(example.right)}
        return others | {2 * place}

    def _headings(self) -> Batch:
        chosen = [self.examples.headed[place] for place in drawn(self.draw, len(self.examples.headed), 2 * QUESTIONS)]
        langs = [self.draw.choice(["fr", "en"], 2) for _ in chosen]
        questions = [each.heading[str(its[0])] for each, its in zip(chosen, langs, strict=True)]
        passages = [each.text[str(its[1])] for each, its in zip(chosen, langs, strict=True)]
        same = [
            {n for n, other in enumerate(chosen) if other.heading["en"] == each.heading["en"]} | {place}
            for place, each in enumerate(chosen)
        ]
        return questions, passages, same

    def _clozes(self) -> Batch:
        usable = [passage for passage in self.examples.passages if len(passage[2]) > 2]
        questions, passages = [], []
        for place in drawn(self.draw, len(usable), 2 * QUESTIONS):
            title, lang, sentences = usable[place]
            gap = int(self.draw.integers(0, len(sentences)))
            sentence = sentences[gap]
            rest = " ".join(text for n, text in enumerate(sentences) if n != gap)
            if self.draw.random() < 2 * ACROSS:
                sentence = self.translator.translated(sentence, lang)
            questions.append(sentence)
            passages.append(f"{title}\n{rest}")
        same = [{n for n, other in enumerate(passages) if other == each} for each in passages]
        return questions, passages, same

    def _translations(self) -> Batch:
        """Sentences and their translations, from either language."""
        chosen = drawn(self.draw, len(self.examples.translated), 3 * QUESTIONS)
        pairs = dict(self.examples.translated[place] for place in chosen)  # each French sentence once
        asked, told = list(pairs), list(pairs.values())
        if self.draw.random() < 0.5:
            asked, told = told, asked
        same = [{n for n, other in enumerate(told) if other == each} for each in told]
        return asked, told, same

    def run(self, texts: Sequence[str], bert: torch.nn.Module | None = None) -> Run:
        """``texts`` through the transformer, CHUNK at a time."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        tokens = self.tokenizer(
            [texts[place] for place in order], padding=True, truncation=True, max_length=TOKENS, return_tensors="pt"
        )
        ids, said = tokens["input_ids"], tokens["attention_mask"]
        parts = []
        for start in range(0, len(order), CHUNK):
            some = slice(start, start + CHUNK)
            length = int(said[some].sum(1).max())
            hidden = (bert or self.bert)(
                input_ids=ids[some, :length], attention_mask=said[some, :length]
            ).last_hidden_state
            parts.append(functional.pad(hidden, (0, 0, 0, ids.shape[1] - length)))
        back = torch.tensor(np.argsort(order))
        return Run(ids[back], said[back].bool(), torch.cat(parts)[back])

    def measured(self) -> str:
        """R@1 among all passages of the questions set aside, by whole texts, by words and by both."""
        aside = [example for example in self.examples.asked if example.aside]
        passages = list(dict.fromkeys(text for example in aside for text in (*example.right, *example.wrong)))
        self.bert.eval()
        with torch.no_grad():
            asked = self.run([example.text for example in aside])
            told = [self.run(passages[start : start + 64]) for start in range(0, len(passages), 64)]
            whole = torch.cat([asked.vectors() @ run.vectors().T for run in told], 1)
            by_word = torch.cat([self.words.likeness(asked, run) for run in told], 1)
        names = [example.source + " across" * (example.lang != example.passage_lang) for example in aside]
        kinds = {kind: [name == kind for name in names] for kind in sorted(set(names))}
        text = []
        for name, scores in (("texts", whole), ("words", by_word), ("both", whole + by_word)):
            best = scores.argmax(1).tolist()
            right = np.array([passages[place] in each.right for place, each in zip(best, aside, strict=True)])
            text.append(f"{name} " + " ".join(f"{right[np.array(its)].mean():.3f}" for its in kinds.values()))
        return f"R@1 set aside ({', '.join(f'{kind} {sum(its)}' for kind, its in kinds.items())}): {'; '.join(text)}"

    def save(self, path: Path) -> None:
        """Write the state, whole or not at all."""
        state = {
            "bert": self.bert.state_dict(),
            "words": self.words.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "draw": self.draw.bit_generator.state,
            "torch": torch.get_rng_state(),
            "order": self.order,
            "done": self.done,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").rename(path)

    def load(self, path: Path) -> None:
        """Go on from a saved state."""
        state = torch.load(path, weights_only=False)
        self.bert.load_state_dict(state["bert"])
        self.words.load_state_dict(state["words"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.draw.bit_generator.state = state["draw"]
        torch.set_rng_state(state["torch"])
        self.order, self.done = state["order"], state["done"]


def missed(scores: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Minus the log probability that some right passage is drawn rather than a wrong one."""
    return (scores.logsumexp(1) - scores.masked_fill(~target, -torch.inf).logsumexp(1)).mean()


def main() -> int:
    """Tune and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--from", dest="start", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=STEPS)
    arguments = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_flush_denormal(True)  # numbers too small to matter are slow to reckon with
    arguments.to.mkdir(parents=True, exist_ok=True)
    kept = arguments.to / "examples.pickle"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as scratch:
            encoder = Encoder(find_model(str(arguments.start)))
            examples = gather(arguments.data, arguments.pairs, arguments.knowledge, Path(scratch), encoder)
        kept.write_bytes(pickle.dumps(examples))
    tuner = Tuner(arguments.start, pickle.loads(kept.read_bytes()), arguments.steps)
    checkpoint = arguments.to / "state.pt"
    if checkpoint.exists():
        tuner.load(checkpoint)
    else:
        print(f"{len(tuner.asked)} questions to learn from; before: {tuner.measured()}", flush=True)
    started, losses = time.monotonic(), []
    while tuner.done < tuner.steps:
        losses.append(tuner.step())
        if tuner.done % CHECKPOINT == 0:
            tuner.save(checkpoint)
            seconds = (time.monotonic() - started) / len(losses)
            print(f"step {tuner.done}: loss {np.mean(losses[-CHECKPOINT:]):.3f}, {seconds:.2f} s a step", flush=True)
    tuner.bert.half()
    tuner.tokenizer.backend_tokenizer.no_truncation()  # what training set, and would be saved with it
    tuner.tokenizer.backend_tokenizer.no_padding()
    tuner.transformer.save(str(arguments.to / "model"), create_model_card=False)
    words = {name: tensor.half() for name, tensor in tuner.words.state_dict().items()}
    save_file(words, arguments.to / "model" / WORD_WEIGHTS)
    print(f"after: {tuner.measured()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
