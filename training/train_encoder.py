"""Train the encoder: questions near the passages that answer them, by whole texts and by single pieces.

    python training/train_encoder.py --body FOLDER --examples FOLDER --to FOLDER [--pairs PAIRS.tsv.gz] [--layers N]

The body and the examples are the reader's (``train_reader.py``). A contrastive loss (InfoNCE, van den Oord et al. 2018,
arXiv 1807.03748) among all passages of a step, two that the engine ranked high and that don't answer beside each right
one; every TRANSLATIONS-th step is made of sentences and their translations instead. With fewer layers, those kept are
spread evenly. The table of pieces is not trained, so that it can be shared. What is kept is the running mean.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from networks import Run, WordVectors, missed
from reader_network import spread
from reading_lessons import disguised, read_examples
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

from index.reading.page import Page

STEPS: Final = 1200
QUESTIONS, WRONG = 64, 2
TRANSLATIONS: Final = 6
SENTENCES: Final = 192
LONGEST_PAIR: Final = 300
TEMPERATURE, WORD_TEMPERATURE = 0.02, 0.03
LEARNING_RATE, WORD_LEARNING_RATE = 1e-4, 1e-3
WARM_UP: Final = 0.05
KEPT: Final = 0.998
WORD_DIMENSIONS: Final = 48
MOST_PIECES: Final = 256
QUERY, PASSAGE = "query: ", "passage: "

Batch = tuple[list[str], list[str], list[set[int]]]
"""Questions, passages, and for each question the places of its right passages."""


class Lessons:
    """What is shown at each step, by its number."""

    def __init__(
        self,
        passages: list[Page],
        examples: list[dict[str, Any]],
        pairs: list[tuple[str, str]],
        tokenizer: Tokenizer,
        seed: int,
    ) -> None:
        self._texts = [
            PASSAGE + "\n".join(part for part in (its.title, its.section, its.text) if part) for its in passages
        ]
        self._asked = [each for each in examples if not each["aside"] and each["right"]]
        self._pairs, self._tokenizer, self._seed = pairs, tokenizer, seed

    def __len__(self) -> int:
        return len(self._asked)

    def at(self, step: int) -> tuple[list[Any], list[Any], torch.Tensor]:
        """Encoded questions, encoded passages, and which of these answer, shape (questions, passages)."""
        draw = np.random.default_rng([self._seed, step])
        translated = bool(self._pairs) and step % TRANSLATIONS == TRANSLATIONS - 1
        asked, told, right = self._translations(draw) if translated else self._questions(draw)
        target = torch.tensor([[place in its for place in range(len(told))] for its in right])
        return self._tokenizer.encode_batch(asked), self._tokenizer.encode_batch(told), target

    def _questions(self, draw: np.random.Generator) -> Batch:
        chosen = draw.permutation(len(self._asked))[:QUESTIONS]
        asked, told, right, sets = [], [], [], []
        for at in chosen:
            example = self._asked[int(at)]
            its = {place for place, _, _ in example["right"]}
            found = [place for place in example["found"] if place not in its]
            wrong = [found[int(n)] for n in draw.permutation(len(found))[:WRONG]]
            asked.append(QUERY + disguised(example["question"], example["lang"], draw))
            place = sorted(its)[int(draw.integers(len(its)))]
            right.append({len(told)})
            sets.append(its)
            told += [place, *wrong]
        for number, its in enumerate(sets):
            right[number] |= {n for n, place in enumerate(told) if place in its}
        return asked, [self._texts[place] for place in told], right

    def _translations(self, draw: np.random.Generator) -> Batch:
        chosen = [self._pairs[int(at)] for at in draw.integers(0, len(self._pairs), SENTENCES)]
        one, other = [pair[0] for pair in chosen], [pair[1] for pair in chosen]
        if draw.random() < 0.5:
            one, other = other, one
        right = [{n for n, text in enumerate(other) if text == its} for its in other]
        return [QUERY + text for text in one], [QUERY + text for text in other], right


class Encoder(nn.Module):
    """The body, some of its layers left out, and the vectors of single pieces."""

    def __init__(self, folder: Path, layers: int | None, unsaid: torch.Tensor, attention: str) -> None:
        super().__init__()
        self.body: Any = BertModel.from_pretrained(str(folder), add_pooling_layer=False, attn_implementation=attention)
        every = self.body.encoder.layer
        self.body.encoder.layer = nn.ModuleList(every[place] for place in spread(len(every), layers))
        self.body.embeddings.word_embeddings.weight.requires_grad = False
        self.words = WordVectors(self.body.config.hidden_size, WORD_DIMENSIONS, unsaid)

    def run(self, texts: list[Any], device: str) -> Run:
        """Texts through the body, short and long ones apart."""
        longest = -(-max(len(text.ids) for text in texts) // 8) * 8
        ids = torch.ones(len(texts), longest, dtype=torch.long)
        said = torch.zeros(len(texts), longest, dtype=torch.bool)
        for row, text in enumerate(texts):
            ids[row, : len(text.ids)] = torch.tensor(text.ids)
            said[row, : len(text.ids)] = True
        ids, said = ids.to(device), said.to(device)
        with torch.autocast(device, dtype=torch.bfloat16):
            hidden = self.body(input_ids=ids, attention_mask=said.long()).last_hidden_state
        return Run(ids, said, hidden.float())


def main() -> int:
    """Train and store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--body", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--unsaid", type=Path, required=True, help="JSON: the pieces that no passage is searched by")
    parser.add_argument("--layers", type=int)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seed", type=int, default=20261127)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = Tokenizer.from_file(str(arguments.body / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    silent = torch.zeros(tokenizer.get_vocab_size(), dtype=torch.bool)
    silent[json.loads(arguments.unsaid.read_text(encoding="utf-8"))] = True
    pairs = read_translations(arguments.pairs) if arguments.pairs else []
    lessons = Lessons(*read_examples(arguments.examples), pairs, tokenizer, arguments.seed)
    net = Encoder(arguments.body, arguments.layers, silent, "eager" if device == "cpu" else "sdpa").to(device)
    learnt = {name: its for name, its in net.named_parameters() if its.requires_grad}
    words = [its for name, its in learnt.items() if name.startswith("words.")]
    body = [its for name, its in learnt.items() if not name.startswith("words.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": LEARNING_RATE}, {"params": words, "lr": WORD_LEARNING_RATE}], weight_decay=0.01
    )
    warm = max(1, int(WARM_UP * arguments.steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / warm, max(0.01, (arguments.steps - step) / (arguments.steps - warm))),
    )
    mean = {name: its.detach().clone() for name, its in learnt.items()}
    started, past = time.monotonic(), []
    print(f"{len(lessons)} questions, {len(pairs)} translations, on {device}", flush=True)
    with ThreadPoolExecutor(4) as beside:
        ahead = [beside.submit(lessons.at, step) for step in range(min(12, arguments.steps))]
        for step in range(arguments.steps):
            asked, told, right = ahead.pop(0).result()
            if step + 12 < arguments.steps:
                ahead.append(beside.submit(lessons.at, step + 12))
            net.train()
            questions, passages, target = net.run(asked, device), net.run(told, device), right.to(device)
            whole = missed(questions.vectors() @ passages.vectors().T / TEMPERATURE, target)
            loss = whole + missed(net.words.likeness(questions, passages) / WORD_TEMPERATURE, target)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(learnt.values(), 1.0)
            optimizer.step()
            schedule.step()
            kept = min(KEPT, (step + 1) / (step + 11))
            torch._foreach_lerp_(list(mean.values()), [its.detach() for its in learnt.values()], 1 - kept)
            past.append(loss.detach())
            if (step + 1) % 50 == 0:
                took = time.monotonic() - started
                print(f"step {step + 1} {took:.0f} s: loss {torch.stack(past).mean():.3f}", flush=True)
                past.clear()
    arguments.to.mkdir(parents=True, exist_ok=True)
    save_file(
        {name: its.to("cpu", torch.float16).contiguous() for name, its in mean.items()},
        arguments.to / "encoder.safetensors",
    )
    return 0


def read_translations(path: Path) -> list[tuple[str, str]]:
    """Sentences and their translations, French first, not too long."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (french, english)
            for _, kind, french, english in rows
            if kind == "pair" and len(french) <= LONGEST_PAIR and len(english) <= LONGEST_PAIR
        ]


if __name__ == "__main__":
    sys.exit(main())
