"""What is trained: the transformer that reads texts, and the short vectors of their pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch
from torch.nn import functional

PASSAGES_AT_A_TIME: Final = 64
"""Compared with all questions at once: the products of all pieces take memory."""


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
        scores = []
        for some, hushed in zip(told.split(PASSAGES_AT_A_TIME), silent.split(PASSAGES_AT_A_TIME), strict=True):
            cosines = torch.einsum("qid,pjd->qpij", asked, some).masked_fill(hushed[None, :, None, :], -1.0)
            scores.append(torch.einsum("qpi,qi->qp", cosines.amax(-1), matters))
        return torch.cat(scores, 1)


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


def missed(scores: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Minus the log probability that some right passage is drawn rather than a wrong one."""
    return (scores.logsumexp(1) - scores.masked_fill(~target, -torch.inf).logsumexp(1)).mean()
