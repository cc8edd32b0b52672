"""Make what the engine reads with of a trained reader: bytes for its layers, its table of pieces as it came.

    python training/export_reader.py --body FOLDER --packed FOLDER --reader FOLDER… --to index/reading/model

The graph takes the vectors of pieces rather than their numbers: these lie in ``pieces.safetensors``, in the 4-bit
blocks that the body was given in (``--packed``), which training left alone, and are unpacked for what is read. The
weights of the layers become 8-bit integers, one scale a column; what flows between them is quantised as it comes
(onnxruntime's dynamic quantisation), but where a few values are far larger than all others (IN_FLOAT). Of several
readers, runs of one shape with other seeds, the mean is taken.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from reader_network import TABLE, ReaderNetwork, trained_reader
from safetensors.numpy import load_file as load_arrays
from safetensors.numpy import save_file as save_arrays

from index.reading.model import GRAPH, PIECES

OPSET = 17
IN_FLOAT = ("0", "4", "5")
"""Layers of the body whose last product stays in float. Single values of what goes in reach 30 to 55 where the tenth
largest is 4, so the step between two bytes is too wide for the rest: these three make most of what bytes cost."""
CARD = """# A reader

A cross-encoder over question and passage, French and English, made by `training/train_reader.py` ({runs}) and
`training/export_reader.py`: {layers} layers of multilingual-e5-small (Microsoft, MIT; arXiv 2402.05672), {width}
dimensions, cut to the pieces of the two languages, and heads for whether the passage answers, where the answer starts
and where it ends. What it learnt from and under which licences: the card of the shipped reader. Its figures are those
that `train_reader.py` printed; without weights fitted for it (`training/fit_reading.py --reader`) it is not asked.
"""


class Exported(torch.nn.Module):
    """The network from the vectors of pieces on."""

    def __init__(self, net: ReaderNetwork) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, pieces: torch.Tensor, said: torch.Tensor, passage: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """As :meth:`ReaderNetwork.forward`."""
        hidden = self.net.body(inputs_embeds=pieces, attention_mask=said).last_hidden_state
        return self.net.heads(hidden, passage)


def main() -> int:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("body", "packed", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--reader", type=Path, nargs="+", required=True, help="of several, the mean")
    arguments = parser.parse_args()
    try:
        net = trained_reader(arguments.body, arguments.reader).eval()
    except ValueError as error:
        raise SystemExit(str(error)) from error
    config = net.body.config
    arguments.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain, fused = (str(Path(scratch) / name) for name in ("plain.onnx", "fused.onnx"))
        marks = torch.ones(2, 32, dtype=torch.int64)
        marks[1, 20:] = 0
        shape = {0: "rows", 1: "pieces"}
        torch.onnx.export(
            Exported(net).eval(),
            (torch.randn(2, 32, config.hidden_size), marks, marks),
            plain,
            input_names=["pieces", "said", "passage"],
            output_names=["answers", "starts", "ends"],
            dynamic_axes={
                **dict.fromkeys(("pieces", "said", "passage", "starts", "ends"), shape),
                "answers": {0: "rows"},
            },
            opset_version=OPSET,
            dynamo=False,
        )
        heads = config.num_attention_heads
        model = optimizer.optimize_model(plain, model_type="bert", num_heads=heads, hidden_size=config.hidden_size)
        model.save_model_to_file(fused)
        print(model.get_fused_operator_statistics())
        quantize_dynamic(
            fused,
            str(arguments.to / GRAPH),
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[f"/body/encoder/layer.{layer}/output/dense/MatMul" for layer in IN_FLOAT],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},  # of what the fused operators give
        )
    packed = load_arrays(arguments.packed / "packed.safetensors")
    names = {"codes": f"{TABLE}.codes", "scales": f"{TABLE}.scales"}
    save_arrays({short: packed[name] for short, name in names.items()}, arguments.to / PIECES)
    tokenizer = json.loads((arguments.body / "tokenizer.json").read_text(encoding="utf-8"))
    (arguments.to / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    card = arguments.to / "README.md"
    if not card.exists():
        runs = ", ".join(map(str, arguments.reader))
        layers = len(net.body.encoder.layer)
        card.write_text(CARD.format(runs=runs, layers=layers, width=config.hidden_size), encoding="utf-8")
    for path in sorted(arguments.to.iterdir()):
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
