"""Tiny models with random weights, in the folders that sentence-transformers reads."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

DIMENSIONS = 32
MAX_TOKENS = 16
WORDS = "vega orion care clinics clinique combien quand who how many paid bought a le la the of de for pour 27"


def make_encoder(folder: Path, prompts: dict[str, str] | None = None) -> Path:
    """A model of DIMENSIONS that does not normalise and reads MAX_TOKENS tokens."""
    from transformers import BertModel

    _save_transformer(folder, BertModel, num_labels=2)
    pooling = {"word_embedding_dimension": DIMENSIONS, "pooling_mode_mean_tokens": True}
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    ]
    (folder / "1_Pooling").mkdir()
    _write(folder / "1_Pooling" / "config.json", pooling)
    _write(folder / "modules.json", modules)
    _write(folder / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "do_lower_case": False})
    if prompts is not None:
        _write(folder / "config_sentence_transformers.json", {"prompts": prompts})
    return folder


def make_cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A cross-encoder that gives ``labels`` scores."""
    from transformers import BertForSequenceClassification

    _save_transformer(folder, BertForSequenceClassification, num_labels=labels)
    return folder


def _save_transformer(folder: Path, kind: Any, num_labels: int) -> None:
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, PreTrainedTokenizerFast

    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters), *WORDS.split()]
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys(tokens))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    named = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=DIMENSIONS,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=DIMENSIONS,
        max_position_embeddings=64,
        initializer_range=0.5,
        num_labels=num_labels,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kind(config).eval().save_pretrained(folder)
        PreTrainedTokenizerFast(tokenizer_object=tokenizer, model_max_length=64, **named).save_pretrained(folder)


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), encoding="utf-8")
