"""Front matter in TOML between ``+++`` lines or as a JSON object, as Hugo has them: brought to YAML."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from typing import Any, Final

import yaml

from index.faults import ArticleFault, FaultCode
from index.files.decoding import one_line

_TOML_FENCE: Final = "+++"
_TOML_KEY: Final = re.compile(r"\s*(?:[\w.\"'-]+\s*=|\[|#|$)", re.ASCII)
_AT_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_PARAMETERS: Final = ("params", "extra", "taxonomies")
"""Tables that hold keys of their own: those of Hugo's themes, of Zola."""


def yaml_of_toml(text: str, longest: int) -> tuple[str, str] | None:
    """The YAML of the TOML front matter that opens ``text``, and the text after it; None when none does.

    Raises ``ArticleFault``: ``FRONT_MATTER_UNCLOSED`` or ``FRONT_MATTER_INVALID``.
    """
    first, _, rest = text.partition("\n")
    if first.rstrip() != _TOML_FENCE:
        return None
    lines = rest.split("\n")
    closing = next((number for number, line in enumerate(lines) if line.rstrip() == _TOML_FENCE), None)
    if not all(map(_TOML_KEY.match, lines[: min(closing or 1, 1)])):
        return None
    if closing is None:
        raise ArticleFault(FaultCode.FRONT_MATTER_UNCLOSED)
    written = "\n".join(lines[:closing])
    if len(written) > longest:
        raise ArticleFault(FaultCode.FRONT_MATTER_INVALID, line=1, problem="too long")
    try:
        held = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _AT_LINE.search(str(error))
        line = int(place[1]) + 1 if place and place[1] else closing + 1
        problem = one_line(_AT_LINE.sub("", str(error)), 120)
        raise ArticleFault(FaultCode.FRONT_MATTER_INVALID, line=line, problem=problem) from error
    return _as_yaml(held), "\n".join(lines[closing + 1 :])


def yaml_of_json(text: str, longest: int) -> tuple[str, str] | None:
    """The YAML of the JSON object that opens ``text``, and the text after it; None when none does."""
    if not text.startswith("{") or not re.match(r"\{\s*\"", text):
        return None
    try:
        held, end = json.JSONDecoder(strict=False).raw_decode(text[:longest])
    except (ValueError, RecursionError):
        return None
    if not isinstance(held, dict) or text[end:].partition("\n")[0].strip():
        return None
    return _as_yaml(held), text[end:].partition("\n")[2]


def _as_yaml(held: dict[str, Any]) -> str:
    """Keys that stand in a table of parameters count like the others, which come before them."""
    inner = {key: value for table in _PARAMETERS for key, value in _table(held, table).items()}
    try:
        return yaml.safe_dump(_plain({**inner, **held}, 8), allow_unicode=True, sort_keys=False, width=100_000)
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleFault(FaultCode.FRONT_MATTER_INVALID, line=1, problem=type(error).__name__) from error


def _table(held: dict[str, Any], name: str) -> dict[str, Any]:
    table = held.get(name)
    return table if isinstance(table, dict) else {}


def _plain(value: Any, depth: int) -> Any:
    """``value`` as strings, lists and mappings alone, so that YAML reads it back as it was written."""
    if depth == 0:
        raise ArticleFault(FaultCode.FRONT_MATTER_INVALID, line=1, problem="nested too deeply")
    if isinstance(value, dict):
        return {str(key): _plain(inner, depth - 1) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner, depth - 1) for inner in value]
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    return value if isinstance(value, str) else str(value)
