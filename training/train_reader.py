"""Train the reader: does this passage answer this question, and where?

    python training/train_reader.py --body FOLDER --examples FOLDER --to FOLDER [--steps N] [--seed N]
        [--layers N] [--teacher FOLDER…] [--start FOLDER…]

--body is a transformers folder of a BERT body (``unpack.py`` beside the packed weights writes one); the examples come
from ``reading_examples.py``, what is made of them at each step from ``reading_lessons.py``. Three losses: whether each
passage answers; among the passages of a question, and none of them, which one does; where the answer starts and ends.

A step depends on its number and the seed alone; every ``--checkpoint`` seconds the state goes beside the weights, and a
run that was stopped goes on from there to the same weights. What is kept is the running mean of the weights. It takes
minutes on a GPU; two cores take, reckoned, over a minute a step: there it is for trials with few steps.

With fewer ``--layers`` the body's are kept evenly. With a ``--teacher``, the folder of a trained reader, the weights
start from the teacher's, and a fourth loss holds what is said to what the teacher says; of several teachers the weights
start from their mean, and what they say is averaged; ``--start`` names other readers to start from. All seeds begin
with the same heads, so that runs may be averaged (``export_reader.py``).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from measure_reader import measure
from reader_network import TRAINED, ReaderNetwork, tensors, trained_reader
from reading_lessons import QUESTIONS, Lessons, Part, read_examples
from safetensors.torch import save_file
from torch.nn import functional
from torch.utils.data import DataLoader, Subset

from index.reading.rows import Sheet, Speller

STEPS: Final = 2540
SEED: Final = 20261127
"""Of the heads as they begin, and of the lessons unless another is asked for."""
LEARNING_RATE: Final = 2e-4
WARM_UP: Final = 0.04
LISTWISE, SPANS, TAUGHT = 0.5, 0.25, 0.5
"""Weights of the second, the third and the fourth loss beside the first."""
SOFT: Final = 2.0
"""The temperature at which places are compared with the teacher's (Hinton et al. 2015, arXiv 1503.02531)."""
KEPT: Final = 0.999
"""Of the running mean of the weights, at each step."""
CHECKPOINT: Final = 300.0
"""Seconds."""
TOLD_EVERY: Final = 100
"""Steps."""
LAST_SECONDS: Final = 45.0
"""With a limit of time, the number of steps stays what it is from then on."""
QUESTIONS_AT_A_TIME: Final = {"cpu": 4, "cuda": QUESTIONS}
MAKERS: Final = {"cpu": 1, "cuda": 8}
"""Processes that make lessons."""

Logits = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


class Training:
    """A reader being trained, by a teacher if there is one."""

    def __init__(
        self,
        body: Path,
        to: Path,
        *,
        steps: int,
        seed: int,
        device: str,
        layers: int | None = None,
        teachers: Sequence[Path] = (),
        start: Sequence[Path] = (),
        rate: float = LEARNING_RATE,
    ) -> None:
        self.device, self.to, self.steps, self.seed = device, to, steps, seed
        attention = "eager" if device == "cpu" else "sdpa"
        self.teachers = [trained_reader(body, [teacher], attention).to(device).eval() for teacher in teachers]
        torch.manual_seed(SEED)
        if start or teachers:
            self.net = trained_reader(body, start or teachers, attention, layers).to(device)
        else:
            self.net = ReaderNetwork(body, attention, layers=layers).to(device)
        self.learnt = {name: its for name, its in self.net.named_parameters() if its.requires_grad}
        groups = [
            {"params": [its for its in self.learnt.values() if its.ndim > 1], "weight_decay": 0.01},
            {"params": [its for its in self.learnt.values() if its.ndim == 1], "weight_decay": 0.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=device != "cpu")
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.mean = {name: its.detach().clone() for name, its in self.learnt.items()}
        self.done = 0

    def _rate(self, step: int) -> float:
        warm = max(1, int(WARM_UP * self.steps))
        return min((step + 1) / warm, max(0.01, (self.steps - step) / (self.steps - warm)))

    def step(self, parts: Sequence[Part]) -> tuple[torch.Tensor, torch.Tensor]:
        """One step: its loss, and the share of passages judged rightly."""
        torch.manual_seed(self.seed * 1_000_003 + self.done)  # what dropout drops, too, depends on nothing else
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
        spans, taught = torch.zeros(2, device=self.device)
        logits = []
        for sheet, known in zip(part.sheets, part.spans, strict=True):
            with torch.autocast(self.device, dtype=torch.bfloat16):
                answers, starts, ends = self.net(*tensors(sheet, self.device))
            logits.append(answers.float())
            if len(known):
                row, first, last = torch.from_numpy(known).to(self.device).unbind(1)
                spans = spans + functional.cross_entropy(starts.float()[row], first, reduction="sum")
                spans = spans + functional.cross_entropy(ends.float()[row], last, reduction="sum")
            if self.teachers:
                taught = taught + unlike((answers, starts, ends), self._taught(sheet)) * len(answers)
        every = torch.cat(logits)
        label, asked = (torch.from_numpy(its).to(self.device) for its in (part.label, part.asked))
        loss = functional.binary_cross_entropy_with_logits(every, label)
        loss = loss + LISTWISE * listwise(every, label, asked) + SPANS * spans / max(1, sum(map(len, part.spans)))
        loss = loss + TAUGHT * taught / len(every)
        return loss * part.share, ((every > 0).float() == label).float()

    def _taught(self, sheet: Sheet) -> Logits:
        """What the teachers say of a sheet, on average."""
        with torch.no_grad(), torch.autocast(self.device, dtype=torch.bfloat16):
            said = [teacher(*tensors(sheet, self.device)) for teacher in self.teachers]
        answers, starts, ends = (torch.stack(its).float().mean(0) for its in zip(*said, strict=True))
        return answers, starts, ends

    def fitting(self, seconds: float, last_hundred: float) -> int:
        """How many steps there are in all when the next ``seconds`` are as quick as the last hundred steps."""
        return self.done + max(1, int(seconds / last_hundred * 100))

    def save(self) -> None:
        """The state, to go on from."""
        self.to.mkdir(parents=True, exist_ok=True)
        state = {"learnt": self.learnt, "optimizer": self.optimizer.state_dict(), "mean": self.mean}
        torch.save({**state, "schedule": self.schedule.state_dict(), "done": self.done}, self.to / "state.tmp")
        (self.to / "state.tmp").replace(self.to / "state.pt")

    def go_on(self) -> None:
        """From where a run was stopped, if one was."""
        if (self.to / "state.pt").exists():
            state = torch.load(self.to / "state.pt", map_location=self.device)
            self.net.load_state_dict(state["learnt"], strict=False)
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
        save_file(kept, self.to / TRAINED)


def unlike(said: Logits, taught: Logits) -> torch.Tensor:
    """How far what is said of some passages is from what the teacher said: the squared difference of the logits that
    they answer, and the divergence of the places of start and end; shape ()."""
    loss = functional.mse_loss(said[0].float(), taught[0].float())
    for its, right in zip(said[1:], taught[1:], strict=True):
        soft = functional.log_softmax(its.float() / SOFT, dim=-1)
        wanted = functional.log_softmax(right.float() / SOFT, dim=-1)
        loss = loss + SOFT**2 * functional.kl_div(soft, wanted, log_target=True, reduction="batchmean") / 2
    return loss


def listwise(logits: torch.Tensor, label: torch.Tensor, asked: torch.Tensor) -> torch.Tensor:
    """Minus the log probability that, of a question's passages and none of them (whose logit is 0), the right one is
    drawn; shape ()."""
    count = int(asked.max()) + 1
    top = logits.new_zeros(count).scatter_reduce(0, asked, logits.detach(), "amax")
    mass = torch.exp(-top).scatter_add(0, asked, torch.exp(logits - top[asked]))
    whole = top + torch.log(mass)
    right = logits.new_zeros(count).scatter_add(0, asked, logits * label)
    return (whole - right).mean()


def main() -> int:
    """Train, and measure on what was set aside."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--body", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="of a step")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--layers", type=int, help="fewer than the body has")
    parser.add_argument("--teacher", type=Path, nargs="*", default=[], help="folders of trained readers to learn from")
    parser.add_argument("--start", type=Path, nargs="*", default=[], help="folders of readers to go on from")
    parser.add_argument("--rate", type=float, default=LEARNING_RATE, help="of learning, at its highest")
    parser.add_argument("--checkpoint", type=float, default=CHECKPOINT, help="seconds between two")
    parser.add_argument("--seconds", type=float, help="take as many steps as fit into so many, --steps at most")
    parser.add_argument("--stop-after", type=float, default=float("inf"), help="seconds; goes on from there next time")
    parser.add_argument("--measured", type=int, default=100_000, help="questions set aside to measure on, at most")
    arguments = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    passages, examples = read_examples(arguments.examples)
    speller = Speller(arguments.body)
    leaves = speller.leaves(passages)
    lessons = Lessons(
        examples,
        passages,
        leaves,
        speller,
        steps=arguments.steps,
        at_a_time=QUESTIONS_AT_A_TIME[device],
        seed=arguments.seed,
        asked=arguments.questions,
    )
    training = Training(
        arguments.body,
        arguments.to,
        steps=arguments.steps,
        seed=arguments.seed,
        device=device,
        layers=arguments.layers,
        teachers=arguments.teacher,
        start=arguments.start,
        rate=arguments.rate,
    )
    training.go_on()
    print(f"{lessons.questions} questions, {len(leaves)} passages, {training.done} steps done, on {device}", flush=True)
    if training.done < training.steps:
        train(training, lessons, arguments)
    training.save() if training.done < training.steps else training.finish()
    measure(training.net, examples, leaves, speller, device, arguments.measured)
    return 0


def train(training: Training, lessons: Lessons, arguments: argparse.Namespace) -> None:
    """Take the steps that are left, as many as there is time for."""
    past: list[tuple[torch.Tensor, torch.Tensor]] = []
    before, saved, started = 0.0, time.monotonic(), time.monotonic()
    left = Subset(lessons, range(training.done, arguments.steps))
    for parts in DataLoader(left, batch_size=None, num_workers=MAKERS[training.device], collate_fn=list):
        past.append(training.step(parts))
        took = time.monotonic() - started
        if training.done % TOLD_EVERY == 0 or training.done == training.steps:
            loss, right = (torch.stack(its).mean().item() for its in zip(*past, strict=True))
            rounds = training.done * lessons.asked / lessons.questions
            print(
                f"step {training.done} {took:.0f} s, {rounds:.2f} rounds: loss {loss:.3f}, right {right:.3f}",
                flush=True,
            )
            past.clear()
            if arguments.seconds is not None and took < arguments.seconds - LAST_SECONDS:
                training.steps = min(arguments.steps, training.fitting(arguments.seconds - took, took - before))
            before = took
        if training.done >= training.steps or took > arguments.stop_after:
            break
        if time.monotonic() - saved > arguments.checkpoint:
            training.save()
            saved = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
