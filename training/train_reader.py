"""Train the reader: does this passage answer this question, and where?

    python training/train_reader.py --body FOLDER --examples FOLDER --to FOLDER [--steps N] [--seed N]

FOLDER is a transformers folder of a BERT body (``unpack.py`` beside the packed weights writes one); the examples come
from ``reading_examples.py``. For each question of a step a passage that answers it and some that don't: the same
without the sentence that answers, others of its article, what the engine ranks first. Three losses: whether each
answers; among the passages of a question, and none of them, which one does; where the answer starts and ends. Questions
are now and then wrapped in small talk, misspelt, or typed without capitals and accents.

A step depends on its number and the seed alone; every CHECKPOINT steps the state goes beside the weights, and a run
that was stopped goes on from there. What is kept is the running mean of the weights. It takes minutes on a GPU, where
there is one, and some hours on two cores.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from measure_reader import measure
from numpy.typing import NDArray
from reader_network import ReaderNetwork, tensors
from safetensors.torch import save_file
from small_talk import wrapped
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset, Subset

from index.reading.page import Page
from index.reading.rows import Leaf, Row, Sheet, Speller, sheet_of

STEPS: Final = 2500
QUESTIONS: Final = 48
"""Questions of a step."""
PASSAGES: Final = 5
"""Passages of a question, at most."""
LEARNING_RATE: Final = 2e-4
WARM_UP: Final = 0.04
LISTWISE, SPANS = 0.5, 0.25
"""Weights of the second and the third loss beside the first."""
STORIES: Final = 3
"""How often a question on a story comes for once one on a dossier: they are few, and nearest to a paper's archive."""
KEPT: Final = 0.999
"""Of the running mean of the weights, at each step."""
CHECKPOINT: Final = 500
LAST_SECONDS: Final = 45.0
"""With a limit of time, the number of steps stays what it is from then on."""
QUESTIONS_AT_A_TIME: Final = {"cpu": 4, "cuda": QUESTIONS}
MAKERS: Final = {"cpu": 1, "cuda": 8}
"""Processes that make lessons."""
CHUNKS: Final = 2
"""Parts of these that go through the network one after the other, by length: little padding."""
HOLLOW, NEAR, TALK, LOWER, UNMARKED, PLAIN, SLIPS = 0.6, 0.6, 0.12, 0.15, 0.15, 0.06, 0.08
"""How often: a hollow passage, one of the same article; a question in small talk, in lower case, without its question
mark, without accents, with slips of the keyboard."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question beside a passage: whether it answers, and the span of pieces that does, if that is known."""

    row: Row
    answers: bool
    span: tuple[int, int] | None
    question: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some whole questions of a step, as ``share`` of its passages: sheets of rows, short ones apart from long ones;
    for each sheet the row, first and last piece of the answers that are known, shape (answers, 3); whether each passage
    answers, and the question it is shown for, sheet after sheet."""

    share: float
    sheets: list[Sheet]
    spans: list[NDArray[np.int64]]
    label: NDArray[np.float32]
    asked: NDArray[np.int64]


class Lessons(Dataset[list[Part]]):
    """What is shown at each of ``steps`` steps, by its number, ``at_a_time`` questions a part."""

    def __init__(
        self,
        examples: Sequence[dict[str, Any]],
        leaves: Sequence[Leaf],
        speller: Speller,
        *,
        steps: int,
        at_a_time: int,
        seed: int,
    ) -> None:
        self._steps, self._at_a_time = steps, at_a_time
        self._examples, self._leaves, self._speller, self._seed = examples, leaves, speller, seed
        learnt = [place for place, each in enumerate(examples) if not each["aside"]]
        self._order = [place for place in learnt for _ in range(STORIES if examples[place]["source"] == "story" else 1)]

    def __len__(self) -> int:
        return self._steps

    @property
    def questions(self) -> int:
        """How many there are to learn from, those on stories counted as often as they come."""
        return len(self._order)

    def __getitem__(self, step: int) -> list[Part]:
        shown = self.at(step)
        groups = [
            [each for each in shown if first <= each.question < first + self._at_a_time]
            for first in range(0, QUESTIONS, self._at_a_time)
        ]
        return [part_of(group, len(group) / len(shown)) for group in groups if group]

    def at(self, step: int) -> list[Shown]:
        """The rows of a step."""
        draw = np.random.default_rng([self._seed, step])
        rounds, place = divmod(step * QUESTIONS, len(self._order))
        row = np.concatenate(
            [np.random.default_rng([self._seed, 1, rounds + more]).permutation(len(self._order)) for more in (0, 1)]
        )
        shown: list[Shown] = []
        for number, at in enumerate(row[place : place + QUESTIONS]):
            shown.extend(self._of(self._examples[self._order[int(at)]], number, draw))
        return shown

    def _of(self, example: dict[str, Any], number: int, draw: np.random.Generator) -> Iterator[Shown]:
        question = self._speller.question(disguised(example["question"], example["lang"], draw))
        right = {place for place, _, _ in example["right"]}
        if example["right"]:
            place, start, end = example["right"][int(draw.integers(len(example["right"])))]
            row = self._speller.row(question, self._leaves[place])
            yield Shown(row, True, pieces_of(row, start, end), number)
        for place in self._wrong(example, draw)[: PASSAGES - bool(right)]:
            yield Shown(self._speller.row(question, self._leaves[place]), False, None, number)

    def _wrong(self, example: dict[str, Any], draw: np.random.Generator) -> list[int]:
        right = {place for place, _, _ in example["right"]}
        wrong = []
        if example["twin"]:
            wrong.append(one_of(example["twin"], draw))
        if example["hollow"] and draw.random() < HOLLOW:
            wrong.append(one_of(example["hollow"], draw))
        if example["near"] and draw.random() < NEAR:
            wrong.append(one_of(example["near"], draw))
        found = [place for place in example["found"] if place not in right]
        while found and len(wrong) < PASSAGES:
            wrong.append(found.pop(min(len(found) - 1, int(draw.exponential(2.0)))))
        return [place for place in dict.fromkeys(wrong) if place not in right]


def part_of(shown: Sequence[Shown], share: float) -> Part:
    """Some whole questions as a part of a step."""
    first = min(each.question for each in shown)
    order = sorted(shown, key=lambda each: len(each.row.ids))
    size = -(-len(order) // CHUNKS)
    chunks = [order[at : at + size] for at in range(0, len(order), size)]
    return Part(
        share,
        [sheet_of([each.row for each in chunk]) for chunk in chunks],
        [
            np.array([(row, *each.span) for row, each in enumerate(chunk) if each.span], dtype=np.int64).reshape(-1, 3)
            for chunk in chunks
        ],
        np.array([each.answers for each in order], dtype=np.float32),
        np.array([each.question - first for each in order], dtype=np.int64),
    )


def one_of(places: Sequence[int], draw: np.random.Generator) -> int:
    """One of ``places``, drawn."""
    return places[int(draw.integers(len(places)))]


def pieces_of(row: Row, start: int, end: int) -> tuple[int, int] | None:
    """The pieces of the row that ``start:end`` of the passage falls on, first and last; None when some are cut."""
    first = next((place for place, (_, stop) in enumerate(row.offsets) if stop > start), None)
    last = next((place for place in range(len(row.offsets) - 1, -1, -1) if row.offsets[place][0] < end), None)
    if first is None or last is None or row.offsets[-1][1] < end or last < first:
        return None
    return row.start + first, row.start + last


def disguised(question: str, lang: str, draw: np.random.Generator) -> str:
    """A question as somebody in a hurry types it, now and then."""
    if draw.random() < TALK:
        question = wrapped(question, lang, draw)
    if draw.random() < LOWER:
        question = question.lower()
    if draw.random() < UNMARKED:
        question = question.rstrip(" ?\u00a0\u202f")
    if draw.random() < PLAIN:
        question = "".join(c for c in unicodedata.normalize("NFKD", question) if not unicodedata.combining(c))
    if draw.random() < SLIPS:
        for _ in range(1 + int(draw.integers(2))):
            question = with_slip(question, draw)
    return question


def with_slip(text: str, draw: np.random.Generator) -> str:
    """``text`` with two letters exchanged, one left out or one doubled, inside a longer word."""
    places = [n for n in range(1, len(text) - 2) if text[n - 1 : n + 3].isalpha() and text[n - 1 : n + 3].islower()]
    if not places:
        return text
    at, kind = places[int(draw.integers(len(places)))], int(draw.integers(3))
    middle = (text[at + 1] + text[at], text[at], text[at] * 2 + text[at + 1])[kind]
    return text[:at] + middle + text[at + 2 :]


class Training:
    """A reader being trained."""

    def __init__(self, body: Path, to: Path, steps: int, device: str) -> None:
        self.device, self.to, self.steps = device, to, steps
        self.net = ReaderNetwork(body, "eager" if device == "cpu" else "sdpa").to(device)
        self.learnt = {name: its for name, its in self.net.named_parameters() if its.requires_grad}
        groups = [
            {"params": [its for its in self.learnt.values() if its.ndim > 1], "weight_decay": 0.01},
            {"params": [its for its in self.learnt.values() if its.ndim == 1], "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=LEARNING_RATE, betas=(0.9, 0.98), fused=device != "cpu")
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.mean = {name: its.detach().clone() for name, its in self.learnt.items()}
        self.done = 0

    def _rate(self, step: int) -> float:
        warm = max(1, int(WARM_UP * self.steps))
        return min((step + 1) / warm, max(0.01, (self.steps - step) / (self.steps - warm)))

    def step(self, parts: Sequence[Part]) -> tuple[torch.Tensor, torch.Tensor]:
        """One step: its loss, and the share of passages judged rightly."""
        self.net.train()
        self.optimizer.zero_grad(set_to_none=True)
        losses, rights = [], []
        for part in parts:
            loss, right = self._loss(part)
            loss.backward()
            losses.append(loss.detach())
            rights.append(right)
        torch.nn.utils.clip_grad_norm_(self.learnt.values(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.done += 1
        kept = min(KEPT, self.done / (self.done + 10))
        torch._foreach_lerp_(list(self.mean.values()), [its.detach() for its in self.learnt.values()], 1 - kept)
        return torch.stack(losses).sum(), torch.cat(rights).mean()

    def _loss(self, part: Part) -> tuple[torch.Tensor, torch.Tensor]:
        """The loss of a part of a step, and which passages were judged rightly."""
        spans = torch.zeros((), device=self.device)
        logits = []
        for sheet, known in zip(part.sheets, part.spans, strict=True):
            with torch.autocast(self.device, dtype=torch.bfloat16):
                answers, starts, ends = self.net(*tensors(sheet, self.device))
            logits.append(answers.float())
            if len(known):
                row, first, last = torch.from_numpy(known).to(self.device).unbind(1)
                spans = spans + functional.cross_entropy(starts.float()[row], first, reduction="sum")
                spans = spans + functional.cross_entropy(ends.float()[row], last, reduction="sum")
        every = torch.cat(logits)
        label, asked = (torch.from_numpy(its).to(self.device) for its in (part.label, part.asked))
        loss = functional.binary_cross_entropy_with_logits(every, label)
        loss = loss + LISTWISE * listwise(every, label, asked) + SPANS * spans / max(1, sum(map(len, part.spans)))
        return loss * part.share, ((every > 0).float() == label).float()

    def fitting(self, seconds: float, last_hundred: float) -> int:
        """How many steps there are in all when the next ``seconds`` are as quick as the last hundred steps."""
        return self.done + max(1, int(seconds / last_hundred * 100))

    def save(self) -> None:
        """The state, to go on from."""
        self.to.mkdir(parents=True, exist_ok=True)
        state = {"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(), "mean": self.mean}
        torch.save({**state, "schedule": self.schedule.state_dict(), "done": self.done}, self.to / "state.tmp")
        (self.to / "state.tmp").replace(self.to / "state.pt")

    def go_on(self) -> None:
        """From where a run was stopped, if one was."""
        if (self.to / "state.pt").exists():
            state = torch.load(self.to / "state.pt", map_location=self.device)
            self.net.load_state_dict(state["net"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])
            self.mean, self.done = state["mean"], state["done"]

    def finish(self) -> None:
        """Take the mean of the weights and store it, without the table of pieces, which was not trained."""
        with torch.no_grad():
            for name, its in self.learnt.items():
                its.copy_(self.mean[name])
        self.to.mkdir(parents=True, exist_ok=True)
        kept = {name: its.detach().to("cpu", torch.float16).contiguous() for name, its in self.learnt.items()}
        save_file(kept, self.to / "reader.safetensors")


def listwise(logits: torch.Tensor, label: torch.Tensor, asked: torch.Tensor) -> torch.Tensor:
    """Minus the log probability that, of a question's passages and none of them (whose logit is 0), the right one is
    drawn; shape ()."""
    count = int(asked.max()) + 1
    top = logits.new_zeros(count).scatter_reduce(0, asked, logits.detach(), "amax")
    mass = torch.exp(-top).scatter_add(0, asked, torch.exp(logits - top[asked]))
    whole = top + torch.log(mass)
    right = logits.new_zeros(count).scatter_add(0, asked, logits * label)
    return (whole - right).mean()


def read_examples(folder: Path) -> tuple[list[Page], list[dict[str, Any]]]:
    """The passages and the examples of all sets in ``folder``, numbered through."""
    passages: list[Page] = []
    examples: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.json.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            content = json.load(file)
        before = len(passages)
        passages += [Page(**each) for each in content["passages"]]
        for each in content["examples"]:
            moved = {name: [place + before for place in each[name]] for name in ("twin", "hollow", "near", "found")}
            right = [(place + before, start, end) for place, start, end in each["right"]]
            examples.append({**each, **moved, "right": right})
    return passages, examples


def main() -> int:
    """Train, and measure on what was set aside."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--body", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seed", type=int, default=20261127)
    parser.add_argument("--seconds", type=float, help="take as many steps as fit into so many, --steps at most")
    parser.add_argument("--stop-after", type=float, default=float("inf"), help="seconds; goes on from there next time")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    passages, examples = read_examples(arguments.examples)
    speller = Speller(arguments.body)
    leaves = speller.leaves(passages)
    lessons = Lessons(
        examples,
        leaves,
        speller,
        steps=arguments.steps,
        at_a_time=QUESTIONS_AT_A_TIME[device],
        seed=arguments.seed,
    )
    training = Training(arguments.body, arguments.to, arguments.steps, device)
    training.go_on()
    started = time.monotonic()
    print(f"{lessons.questions} questions, {len(leaves)} passages, {training.done} steps done, on {device}", flush=True)
    past: list[tuple[torch.Tensor, torch.Tensor]] = []
    before = 0.0
    left = Subset(lessons, range(training.done, arguments.steps))
    for parts in DataLoader(left, batch_size=None, num_workers=MAKERS[device], collate_fn=list):
        past.append(training.step(parts))
        if training.done % 100 == 0:
            loss, right = (torch.stack(its).mean().item() for its in zip(*past, strict=True))
            rounds, took = training.done * QUESTIONS / lessons.questions, time.monotonic() - started
            print(
                f"step {training.done} {took:.0f} s, {rounds:.2f} rounds: loss {loss:.3f}, right {right:.3f}",
                flush=True,
            )
            past.clear()
            if arguments.seconds is not None and took < arguments.seconds - LAST_SECONDS:
                training.steps = min(arguments.steps, training.fitting(arguments.seconds - took, took - before))
            before = took
        if training.done % CHECKPOINT == 0 and device == "cpu":
            training.save()
        if training.done >= training.steps or time.monotonic() - started > arguments.stop_after:
            break
    training.save() if training.done < training.steps else training.finish()
    measure(training.net, examples, leaves, speller, device)
    return 0


if __name__ == "__main__":
    sys.exit(main())
