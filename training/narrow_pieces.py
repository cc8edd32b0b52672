"""Keep the table of pieces of a sentence-transformers folder in 8 bits a number.

    python training/narrow_pieces.py index/model

The table is two thirds of a small encoder. As float8 (e4m3: four bits of exponent, three of mantissa,
https://arxiv.org/abs/2209.05433) it takes half of what float16 takes; sentence-transformers and onnxruntime both read
it as it stands. Small numbers would fall under the least exponent of this type, so that the table is multiplied before;
so are the tables of places and of types, which are added to it: the sum is normalised right after, and a factor common
to all three makes no difference to it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file, save_file

PIECES: Final = "embeddings.word_embeddings.weight"
ADDED_TO_PIECES: Final = ("embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight")
LARGEST: Final = 32.0  # a sixteenth of what the type can hold, so that the tables in float16 stay exact too


def narrowed(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The tensors of a BERT encoder with its table of pieces in float8; as they are if it is so already."""
    pieces = tensors[PIECES]
    if pieces.dtype == torch.float8_e4m3fn:
        return tensors
    factor = 2.0 ** int(torch.log2(LARGEST / pieces.float().abs().max()))
    widened = {name: (tensors[name].float() * factor).half() for name in ADDED_TO_PIECES}
    return {**tensors, **widened, PIECES: (pieces.float() * factor).to(torch.float8_e4m3fn)}


def main() -> int:
    """Narrow the folder named on the command line, in place."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    weights = parser.parse_args().folder / "model.safetensors"
    save_file(narrowed(load_file(weights)), weights, metadata={"format": "pt"})
    print(f"{weights}: {weights.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
