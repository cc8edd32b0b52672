"""What the pieces of a text mean where they stand: short unit vectors, to compare a question with a passage word by
word (late interaction, Khattab and Zaharia 2020, https://arxiv.org/abs/2004.12832).

A passage's pieces are kept as bytes, without those no passage is searched by: signs, and words that say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from index.terms.stop_words import STOP_WORDS

UNIT: Final = 127
"""What 1 is kept as."""
SPECIAL: Final = frozenset({"[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"})


@dataclass(frozen=True, slots=True)
class PassagePieces:
    """The pieces of a passage: ``vectors``, int8 of shape (pieces, dimensions), UNIT for 1; and ``starts``, the place
    of each in the text that was encoded, in characters."""

    vectors: NDArray[np.int8]
    starts: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class QuestionPieces:
    """The pieces of a question: ``vectors``, float32 of shape (pieces, dimensions); how much each matters:
    ``importance`` sums to 1; and ``words``, the place of the word each belongs to among those that say something, -1
    for the pieces of other words and signs."""

    vectors: NDArray[np.float32]
    importance: NDArray[np.float32]
    words: NDArray[np.int64]

    def nearest(self, told: NDArray[np.int8], ends: NDArray[np.int64]) -> NDArray[np.float32]:
        """For each of several stretches of pieces and each piece of the question, the cosine of the nearest piece of
        the stretch; shape (stretches, question pieces).

        ``told`` are the stretches one after the other, ``ends`` where each ends in it; an empty one has 0.
        """
        nearest = np.zeros((len(ends), len(self.vectors)), dtype=np.float32)
        starts = np.concatenate([[0], ends[:-1]]).astype(np.int64)
        filled = starts < ends
        if filled.any():
            cosines = (told.astype(np.float32) @ self.vectors.T) / UNIT
            nearest[filled] = np.maximum.reduceat(cosines, starts[filled], axis=0)
        return nearest


def quantised(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Unit vectors as bytes."""
    return np.rint(vectors * UNIT).astype(np.int8)


def words_of(encoding: Encoding, unsaid: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The place, among the words of a text that say something, of the one each piece belongs to; -1 without one."""
    places: dict[int, int] = {}
    words = []
    for word, number in zip(encoding.word_ids, encoding.ids, strict=True):
        if word is None or (word not in places and unsaid[number]):
            words.append(-1)
        else:
            words.append(places.setdefault(word, len(places)))
    return np.array(words, dtype=np.int64)


def unsaid(vocabulary: Mapping[str, int]) -> NDArray[np.bool_]:
    """Whether passages are kept without each piece, by its number in the vocabulary."""
    common = STOP_WORDS["fr"] | STOP_WORDS["en"] | SPECIAL
    found = np.zeros(max(vocabulary.values()) + 1, dtype=np.bool_)
    for piece, number in vocabulary.items():
        found[number] = piece in common or not any(character.isalnum() for character in piece)
    return found
