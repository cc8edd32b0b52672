"""What a reader is worth on the questions set aside: pairs that differ in one sentence, the engine's first passages put
in order, questions that nothing answers told from those that something does, and the words that answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from reader_network import ReaderNetwork, tensors
from scipy.stats import rankdata

from index.reading.rows import Leaf, Speller, sheet_of

AT_A_TIME: Final = {"cpu": 16, "cuda": 512}
LONGEST_ANSWER: Final = 40
"""Pieces."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a passage: the logit that it answers, and the likeliest span of its text."""

    answers: float
    span: tuple[int, int]


def read_pairs(
    net: ReaderNetwork, pairs: Sequence[tuple[list[int], Leaf]], speller: Speller, device: str
) -> list[Read]:
    """What the reader makes of each question and page, as pieces."""
    net.eval()
    rows = [speller.row(question, leaf) for question, leaf in pairs]
    order = sorted(range(len(rows)), key=lambda place: len(rows[place].ids))
    found: list[Read] = [Read(0.0, (0, 0))] * len(rows)
    size = AT_A_TIME[device]
    for at in range(0, len(order), size):
        its = order[at : at + size]
        sheet = sheet_of([rows[place] for place in its])
        with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
            answers, starts, ends = net(*tensors(sheet, device))
        first, last = best_spans(starts.float(), ends.float())
        for row, place in enumerate(its):
            its_row = rows[place]
            begin, end = int(first[row]) - its_row.start, int(last[row]) - its_row.start
            found[place] = Read(float(answers[row]), (its_row.offsets[begin][0], its_row.offsets[end][1]))
    return found


def best_spans(starts: torch.Tensor, ends: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """First and last piece of the likeliest answer of each row, at most LONGEST_ANSWER pieces long."""
    length = starts.shape[1]
    both = starts.unsqueeze(2) + ends.unsqueeze(1)
    allowed = torch.ones(length, length, dtype=torch.bool, device=starts.device).triu().tril(LONGEST_ANSWER - 1)
    best = both.masked_fill(~allowed, -1e9).flatten(1).argmax(1)
    return best // length, best % length


def measure(
    net: ReaderNetwork,
    examples: Sequence[dict[str, Any]],
    leaves: Sequence[Leaf],
    speller: Speller,
    device: str,
    most: int = 100_000,
) -> None:
    """Print the figures of the questions set aside."""
    aside = [each for each in examples if each["aside"]][:most]
    wanted: dict[tuple[int, int], int] = {}
    pairs = []
    for number, each in enumerate(aside):
        question = speller.question(each["question"])
        places = {place for place, _, _ in each["right"]} | {*each["twin"], *each["hollow"], *each["found"]}
        for place in sorted(places):
            wanted[number, place] = len(pairs)
            pairs.append((question, leaves[place]))
    read = read_pairs(net, pairs, speller, device)
    said = {key: read[at] for key, at in wanted.items()}
    for source in dict.fromkeys(each["source"] for each in aside):
        its = [(number, each) for number, each in enumerate(aside) if each["source"] == source]
        print(f"{source}: {len(its)} questions")
        _report_pairs(its, said)
        _report_first(its, said)


Asked = Sequence[tuple[int, dict[str, Any]]]
Said = dict[tuple[int, int], Read]


def _report_pairs(asked: Asked, said: Said) -> None:
    kinds: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for number, each in asked:
        others = each["twin"] or each["hollow"]
        if each["right"] and others:
            best = max(said[number, place].answers for place, _, _ in each["right"])
            worst = max(said[number, place].answers for place in others)
            for kind in ("all", "put in" if each["twin"] else "taken out", each["kind"]):
                kinds[kind].append((best, worst))
    for kind, values in kinds.items():
        with_it, without = np.array(values).T
        print(
            f"  pairs {kind:18} {len(values):5}: right order {np.mean(with_it > without):.3f}, AUROC "
            f"{auroc(with_it, without):.3f}, "
            f"without refused at 5 %: {np.mean(without < np.quantile(with_it, 0.05)):.3f}"
        )


def _report_first(asked: Asked, said: Said) -> None:
    ranks, engine, spans, best_yes, best_no = [], [], [], [], []
    for number, each in asked:
        found = each["found"]
        if not found:
            continue
        right = {place: (start, end) for place, start, end in each["right"]}
        answerable = bool(right) and not each["twin"]
        best = max(said[number, place].answers for place in found[:8])
        if not answerable:
            best_no.append(best)
            continue
        best_yes.append(best)
        order = sorted(found[:8], key=lambda place: -said[number, place].answers)
        ranks.append(next((n for n, place in enumerate(order) if place in right), 99))
        engine.append(next((n for n, place in enumerate(found) if place in right), 99))
        for place, (start, end) in right.items():
            first, last = said[number, place].span
            spans.append(first < end and start < last)
            break
    if not ranks:
        return
    row = f"  first 8: R@1 {share(ranks, 1)} R@3 {share(ranks, 3)}; as found {share(engine, 1)} {share(engine, 3)}"
    row += f" (8: {share(engine, 8)})"
    row += f"; span meets the answer {np.mean(spans):.3f}"
    if best_no:
        yes, no = np.array(best_yes), np.array(best_no)
        row += f"; AUROC {auroc(yes, no):.3f}, {len(no)} unanswerable refused at 3 / 5 %: "
        row += " / ".join(f"{np.mean(no < np.quantile(yes, cut)):.3f}" for cut in (0.03, 0.05))
    print(row)


def share(ranks: Sequence[int], most: int) -> str:
    """The share of ranks (from 0) under ``most``."""
    return f"{np.mean(np.array(ranks) < most):.3f}"


def auroc(yes: NDArray[np.float64], no: NDArray[np.float64]) -> float:
    """How often one of ``yes`` is above one of ``no``."""
    ranks = rankdata(np.concatenate([yes, no]))
    return float((ranks[: len(yes)].sum() - len(yes) * (len(yes) + 1) / 2) / (len(yes) * len(no)))
