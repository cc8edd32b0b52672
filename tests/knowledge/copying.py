"""Runs of words that an article shares with a text that it was written from."""

from __future__ import annotations

import re

LONGEST_SHARED = 7
"""Words in a row that two texts on one subject may well share; one more is a copy."""

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")


def copied_runs(text: str, original: str) -> list[str]:
    """The runs of ``LONGEST_SHARED`` + 1 words of ``text`` that stand in ``original`` too, but for names and titles:
    those in which most words are capitalised or figures."""
    size = LONGEST_SHARED + 1
    there = {tuple(word.lower() for word in run) for run in _runs(original, size)}
    shared = [run for run in _runs(text, size) if tuple(word.lower() for word in run) in there]
    return [" ".join(run) for run in shared if not _is_name(run)]


def _runs(text: str, size: int) -> list[list[str]]:
    return [
        words[place : place + size]
        for sentence in _SENTENCE_END.split(text)
        for words in [_WORD.findall(sentence)]
        for place in range(len(words) - size + 1)
    ]


def _is_name(run: list[str]) -> bool:
    return sum(not word.islower() for word in run) > len(run) / 2
