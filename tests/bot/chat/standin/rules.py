"""What Discord accepts: its OpenAPI document, and the limits its documentation states beside it.

Written apart from the bot, which it judges: nothing here is imported from ``bot``.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from referencing import Registry
from referencing.jsonschema import DRAFT202012

# https://discord.com/developers/docs/resources/message#embed-object-embed-limits
_EMBED_LIMITS = {"title": 256, "description": 4096}
_EMBEDS_TOTAL = 6000
_LAYOUT = 1 << 15
_CONTENT = 2000
_COMMAND_TOTAL = 8000
_COMMAND_NAME = re.compile(r"[-_\w']{1,32}")


def openapi_document() -> Path | None:
    """Discord's OpenAPI document, where SOURCIER_DISCORD_OPENAPI says, else beside the repository; None if absent."""
    named = os.environ.get("SOURCIER_DISCORD_OPENAPI")
    path = Path(named) if named else Path(__file__).parents[5] / "shared" / "discord-openapi.json"
    return path if path.is_file() else None


def violations(method: str, path: str, body: Any) -> list[str]:
    """What is wrong with a request to ``path`` (without the API's prefix); empty when Discord would take it."""
    found = _against_openapi(method, path, body)
    if found:
        return found  # the limits below are stated of well-formed bodies
    if isinstance(body, list) and path.endswith("/commands"):
        found += [problem for command in body for problem in _command_problems(command)]
    elif isinstance(body, dict):
        message = body.get("data") if path.endswith("/callback") else body
        if isinstance(message, dict) and int(message.get("flags") or 0) & _LAYOUT:
            found += _layout_problems(message)
        elif isinstance(message, dict) and ("content" in message or "embeds" in message):
            found += _message_problems(message)
        if isinstance(message, dict):
            found += _component_problems(message.get("components") or [])
    return found


def _layout_problems(message: dict[str, Any]) -> list[str]:
    """https://discord.com/developers/docs/components/reference#component-reference"""
    found = [f"a layout with {key}" for key in ("content", "embeds", "poll", "stickers") if message.get(key)]
    parts = list(_parts(message.get("components") or []))
    if not parts:
        found.append("50006: an empty message")
    if len(parts) > 40:
        found.append(f"{len(parts)} components")
    texts = [part["content"] for part in parts if part["type"] == 10]
    if any(not text.strip() for text in texts):
        found.append("an empty text")
    if sum(map(_length, texts)) > 4000:
        found.append(f"components hold {sum(map(_length, texts))} characters of text")
    return found


def _component_problems(components: list[dict[str, Any]]) -> list[str]:
    parts = list(_parts(components))
    found = []
    for part in parts:
        if part["type"] == 1 and not 1 <= len(part["components"]) <= 5:
            found.append(f"a row of {len(part['components'])} components")
        if part["type"] == 2:
            if _length(part.get("label") or "") > 80 or not (part.get("label") or part.get("emoji")):
                found.append(f"button label {part.get('label')!r}")
            if ("url" in part) == ("custom_id" in part) or _length(part.get("url") or "") > 512:
                found.append(f"button {part}")
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    found += [f"custom id {custom_id!r}" for custom_id in ids if not 1 <= _length(custom_id) <= 100]
    if len(ids) != len(set(ids)):
        found.append("custom ids that are not unique")
    return found


def _parts(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in components:
        yield part
        yield from _parts(part.get("components") or [])
        if "accessory" in part:
            yield part["accessory"]


def _message_problems(message: dict[str, Any]) -> list[str]:
    content = message.get("content") or ""
    embeds = message.get("embeds") or []
    found = []
    if not content.strip() and not embeds:
        found.append("50006: an empty message")
    if _length(content) > _CONTENT:
        found.append(f"content has {_length(content)} characters")
    if len(embeds) > 10:
        found.append(f"{len(embeds)} embeds")
    texts: list[str] = []
    for number, embed in enumerate(embeds):
        for key, limit in _EMBED_LIMITS.items():
            if _length(embed.get(key) or "") > limit:
                found.append(f"embeds[{number}].{key} has {_length(embed[key])} characters")
        footer = (embed.get("footer") or {}).get("text") or ""
        author = (embed.get("author") or {}).get("name") or ""
        fields = embed.get("fields") or []
        if _length(footer) > 2048 or _length(author) > 256 or len(fields) > 25:
            found.append(f"embeds[{number}]: footer, author or fields too long")
        texts += [embed.get("title") or "", embed.get("description") or "", footer, author]
        texts += [text for field in fields for text in (field["name"], field["value"])]
        if not "".join(texts).strip():
            found.append(f"embeds[{number}] is empty")
    if sum(map(_length, texts)) > _EMBEDS_TOTAL:
        found.append(f"embeds hold {sum(map(_length, texts))} characters in all")
    urls = [embed["url"] for embed in embeds if embed.get("url")]
    if len(urls) != len(set(urls)):
        found.append("embeds with the same url are shown as one")
    return found


def _command_problems(command: dict[str, Any]) -> list[str]:
    found = []
    total = 0
    if command.get("type", 1) in (2, 3):  # in the menu of a person or a message: any letters, and no description
        names = [command["name"], *(command.get("name_localizations") or {}).values()]
        return [f"menu name {name!r}" for name in names if not 1 <= _length(name) <= 32]
    for part in (command, *(command.get("options") or [])):
        names = [part["name"], *(part.get("name_localizations") or {}).values()]
        descriptions = [part["description"], *(part.get("description_localizations") or {}).values()]
        found += [
            f"command name {name!r}" for name in names if not _COMMAND_NAME.fullmatch(name) or name != name.lower()
        ]
        found += [f"description {text!r}" for text in descriptions if not 1 <= _length(text) <= 100]
        total += max(map(_length, names)) + max(map(_length, descriptions))
    if total > _COMMAND_TOTAL:
        found.append(f"a command of {total} characters")
    return found


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _openapi() -> tuple[dict[str, Any], Registry[Any]] | None:
    path = openapi_document()
    if path is None:
        return None
    document = json.loads(path.read_text(encoding="utf-8"))
    # The API also takes ids as JSON integers, as discord.py sends some: the document only says strings.
    snowflake = document["components"]["schemas"]["SnowflakeType"]
    document["components"]["schemas"]["SnowflakeType"] = {"anyOf": [snowflake, {"type": "integer", "minimum": 0}]}
    return document, Registry().with_resource("discord:api", DRAFT202012.create_resource(document))


@cache
def _body_pointer(method: str, path: str) -> str | None:
    """The JSON pointer of the schema of the body of a request; None when it takes none. KeyError: no such route."""
    loaded = _openapi()
    assert loaded is not None
    paths = loaded[0]["paths"]
    # A literal segment ("@original") says more than a blank one.
    for template in sorted(paths, key=lambda route: route.count("{")):
        pattern = re.sub(r"\\\{[^/]*?\\\}", "[^/]+", re.escape(template))
        if re.fullmatch(pattern, path) and method.lower() in paths[template]:
            body = paths[template][method.lower()].get("requestBody")
            if body is None:
                return None
            route = template.replace("~", "~0").replace("/", "~1")
            return f"/paths/{route}/{method.lower()}/requestBody/content/application~1json/schema"
    raise KeyError(f"{method} {path}")


def _against_openapi(method: str, path: str, body: Any) -> list[str]:
    loaded = _openapi()
    if loaded is None:
        return []
    try:
        pointer = _body_pointer(method, path)
    except KeyError as unknown:
        return [f"no such route: {unknown}"]
    if pointer is None:
        return [] if body is None else [f"{method} {path} takes no body"]
    validator = Draft202012Validator({"$ref": f"discord:api#{pointer}"}, registry=loaded[1])
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(body)]
