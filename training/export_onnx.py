"""Write the ONNX graph of a sentence-transformers folder beside its weights.

    python training/export_onnx.py index/model

The graph (``model.onnx``, some hundred kilobytes) holds no weights: each tensor is declared as ONNX external
data at its place inside ``model.safetensors``, or inside ``words.safetensors`` for the vectors of single pieces, so
that sentence-transformers and onnxruntime read the same bytes, and the weights are stored once.

Layouts used: safetensors is an 8-byte little-endian header length, a JSON header with the ``data_offsets`` of
each tensor, then the raw tensors (https://github.com/huggingface/safetensors#format); ONNX external data names
a file, an offset and a length (https://onnx.ai/onnx/repo-docs/ExternalData.html).
"""

from __future__ import annotations

import argparse
import json
import struct
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer

WEIGHTS = "model.safetensors"
WORD_WEIGHTS = "words.safetensors"
GRAPH = "model.onnx"
OUTPUTS = ("sentence_embedding", "piece_vectors", "piece_importance")
OPSET = 19  # the first that casts from float8
ONNX_TYPES = {"F8_E4M3": TensorProto.FLOAT8E4M3FN, "F16": TensorProto.FLOAT16, "F32": TensorProto.FLOAT}


@dataclass(frozen=True, slots=True)
class StoredTensor:
    """Where a tensor lies in which safetensors file; offset and length in bytes."""

    file: str
    dtype: str
    shape: tuple[int, ...]
    offset: int
    length: int


class SentenceEncoder(torch.nn.Module):
    """Piece numbers to vectors: BERT; of the text, the mean over its pieces; of each piece, if there are ``words`` to
    make them, a short vector and how much it matters in a question. Vectors are of unit length."""

    def __init__(self, bert: torch.nn.Module, words: dict[str, torch.Tensor]) -> None:
        super().__init__()
        self.bert = bert
        self.tells_pieces = bool(words)
        if words:
            self.vector = torch.nn.Parameter(words["vector.weight"].float())
            self.importance = torch.nn.Parameter(words["importance.weight"].float())

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Vectors of shape (batch, dimensions) and (batch, pieces, few dimensions), and a share of importance for each
        piece, shape (batch, pieces), from ids and mask of shape (batch, pieces)."""
        pieces = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(pieces.dtype)
        mean = (pieces * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        whole = torch.nn.functional.normalize(mean, dim=-1)
        if not self.tells_pieces:
            return (whole,)
        short = torch.nn.functional.normalize(torch.matmul(pieces, self.vector.T), dim=-1)
        matters = torch.matmul(pieces, self.importance.T).squeeze(-1) - 1e4 * (1 - attention_mask.to(pieces.dtype))
        return whole, short, matters.softmax(-1)


def stored_tensors(weights: Path) -> dict[str, StoredTensor]:
    """The place of each tensor of a safetensors file, by name."""
    with weights.open("rb") as file:
        (header_length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(header_length))
    data_start = 8 + header_length
    return {
        name: StoredTensor(
            file=weights.name,
            dtype=entry["dtype"],
            shape=tuple(entry["shape"]),
            offset=data_start + entry["data_offsets"][0],
            length=entry["data_offsets"][1] - entry["data_offsets"][0],
        )
        for name, entry in header.items()
        if name != "__metadata__"
    }


def traced_graph(folder: Path) -> onnx.ModelProto:
    """The model's graph with its weights inside, in float32, one initialiser a parameter."""
    bert = SentenceTransformer(str(folder), device="cpu", local_files_only=True)[0].auto_model.float()
    bert.set_attn_implementation("eager")  # plain matrix products: onnxruntime fuses them itself
    words = folder / WORD_WEIGHTS
    encoder = SentenceEncoder(bert, load_file(words) if words.exists() else {}).eval()
    outputs = OUTPUTS if encoder.tells_pieces else OUTPUTS[:1]
    ids = torch.tensor([[101, 5, 6, 102], [101, 7, 102, 0]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / GRAPH
        torch.onnx.export(
            encoder,
            (ids, mask),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=list(outputs),
            dynamic_axes={
                "input_ids": {0: "batch", 1: "pieces"},
                "attention_mask": {0: "batch", 1: "pieces"},
                OUTPUTS[0]: {0: "batch"},
                **{name: {0: "batch", 1: "pieces"} for name in outputs[1:]},
            },
            opset_version=OPSET,
            do_constant_folding=False,  # folding would transpose the weights and lose their names
            dynamo=False,
        )
        return onnx.load(str(path))


def point_at_weights(graph: onnx.ModelProto, stored: dict[str, StoredTensor]) -> None:
    """Replace each weight in ``graph`` by a reference into its safetensors file, cast to float32 on loading."""
    kept = []
    casts = []
    for tensor in graph.graph.initializer:
        place = stored.get(tensor.name.removeprefix("bert."))
        if place is None:
            kept.append(tensor)
            continue
        if tuple(tensor.dims) != place.shape:
            raise SystemExit(f"{tensor.name}: {tuple(tensor.dims)} in the graph, {place.shape} in the weights")
        reference = TensorProto(
            name=f"{tensor.name}.stored",
            data_type=ONNX_TYPES[place.dtype],
            dims=place.shape,
            data_location=TensorProto.EXTERNAL,
        )
        for key, value in (("location", place.file), ("offset", place.offset), ("length", place.length)):
            reference.external_data.add(key=key, value=str(value))
        kept.append(reference)
        casts.append(helper.make_node("Cast", [reference.name], [tensor.name], to=TensorProto.FLOAT))
    if not casts:
        raise SystemExit("no parameter of the graph was found in the weights")
    del graph.graph.initializer[:]
    graph.graph.initializer.extend(kept)
    nodes = list(graph.graph.node)
    del graph.graph.node[:]
    graph.graph.node.extend([*casts, *nodes])


def main() -> int:
    """Export the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    graph = traced_graph(folder)
    stored = stored_tensors(folder / WEIGHTS)
    if (folder / WORD_WEIGHTS).exists():
        stored |= {name.removesuffix(".weight"): its for name, its in stored_tensors(folder / WORD_WEIGHTS).items()}
    point_at_weights(graph, stored)
    path = folder / GRAPH
    path.write_bytes(graph.SerializeToString())
    print(f"{path}: {path.stat().st_size / 1e3:.0f} kB, weights in {WEIGHTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
