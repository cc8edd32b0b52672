"""The reader as it is trained: question and passage go in together; out come whether the passage answers, and where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertModel

from index.reading.rows import Sheet

TRAINED: Final = "reader.safetensors"
TABLE: Final = "embeddings.word_embeddings.weight"
LAYER: Final = "body.encoder.layer."
NOWHERE: Final = -1e4
"""The logit of what can't be."""


class ReaderNetwork(nn.Module):
    """BERT over both, and three small heads: whether the passage answers, where the answer starts, where it ends."""

    def __init__(self, folder: Path, attention: str = "eager", dropout: float = 0.1, layers: int | None = None) -> None:
        """With fewer ``layers`` than the body in ``folder`` has, these are spread evenly over its own."""
        super().__init__()
        self.body: Any = BertModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            attn_implementation=attention,
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,
        )
        every = self.body.encoder.layer
        self.body.encoder.layer = nn.ModuleList(every[place] for place in spread(len(every), layers))
        self.body.embeddings.word_embeddings.weight.requires_grad = False  # shared with other models, never trained
        width = self.body.config.hidden_size
        self.drop = nn.Dropout(dropout)
        self.look = nn.Linear(width, 1)
        self.hidden = nn.Linear(3 * width, width)
        self.answers = nn.Linear(width, 1)
        self.ends = nn.Linear(width, 2)

    def forward(
        self, ids: torch.Tensor, said: torch.Tensor, passage: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits that the passage answers, shape (rows,), and that the answer starts and ends at each piece, shape
        (rows, pieces), from what :class:`index.reading.rows.Sheet` tells."""
        pieces = self.body(input_ids=ids, attention_mask=said.long()).last_hidden_state.float()
        return self.heads(pieces, passage)

    def heads(self, pieces: torch.Tensor, passage: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The same from what the body makes of each piece, shape (rows, pieces, width)."""
        inside = passage.unsqueeze(-1).to(pieces.dtype)
        mean = (pieces * inside).sum(1) / inside.sum(1).clamp(min=1.0)
        off = (1.0 - passage.to(pieces.dtype)) * NOWHERE
        looked = torch.softmax(self.look(pieces).squeeze(-1) + off, dim=-1).unsqueeze(-1)
        seen = torch.cat([pieces[:, 0], mean, (pieces * looked).sum(1)], dim=1)
        answers = self.answers(self.drop(torch.tanh(self.hidden(self.drop(seen))))).squeeze(-1)
        ends = self.ends(pieces)
        return answers, ends[..., 0] + off, ends[..., 1] + off


def spread(count: int, kept: int | None) -> list[int]:
    """The places of ``kept`` layers of ``count``, the first and the last among them; all when there are no more."""
    if kept is None or kept >= count:
        return list(range(count))
    return [round(place * (count - 1) / max(1, kept - 1)) for place in range(kept)]


def trained_reader(
    body: Path, readers: Sequence[Path], attention: str = "eager", layers: int | None = None
) -> ReaderNetwork:
    """A network with the weights that were trained, the mean of several ``readers`` of one shape; with fewer
    ``layers``, some of these. Raises ValueError when the weights are not those of a reader on that body."""
    runs = [load_file(folder / TRAINED) for folder in readers]
    if any(run.keys() != runs[0].keys() for run in runs):
        raise ValueError(f"{', '.join(map(str, readers))}: readers of different shapes")
    weights = {name: torch.stack([run[name].float() for run in runs]).mean(0) for name in runs[0]}
    has = 1 + max(int(name.removeprefix(LAYER).split(".")[0]) for name in weights if name.startswith(LAYER))
    net = ReaderNetwork(body, attention, layers=has)
    missing = net.load_state_dict(weights, strict=False)
    unknown = [name for name in missing.missing_keys if not name.endswith(TABLE)]
    if unknown or missing.unexpected_keys:
        raise ValueError(f"{readers[0]}: {[*unknown, *missing.unexpected_keys]}")
    every = net.body.encoder.layer
    net.body.encoder.layer = nn.ModuleList(every[place] for place in spread(len(every), layers))
    return net


def tensors(sheet: Sheet, device: str) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """What the network takes of a sheet."""
    parts = (torch.from_numpy(its) for its in (sheet.ids, sheet.said, sheet.passage))
    ids, said, passage = (its.to(device, non_blocking=True) for its in parts)
    return ids, said, passage
