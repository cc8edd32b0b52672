"""The stand-in refuses what Discord refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.chat.standin.rules import openapi_document, violations

CALLBACK = "/interactions/1/token/callback"
ORIGINAL = "/webhooks/1/token/messages/@original"
MESSAGES = "/channels/1/messages"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (MESSAGES, {"content": "a" * 2000}),
        (MESSAGES, {"embeds": [{"description": "a" * 4000}, {"description": "a" * 2000}]}),
        (MESSAGES, {"content": "reply", "message_reference": {"message_id": 5, "fail_if_not_exists": False}}),
        (CALLBACK, {"type": 5}),
    ],
)
def test_what_discord_takes_is_taken(path: str, body: dict[str, Any]) -> None:
    assert violations("POST", path, body) == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (MESSAGES, {"content": "a" * 2001}),
        (MESSAGES, {"content": "😀" * 1001}),
        (MESSAGES, {"content": " "}),
        (MESSAGES, {"content": None, "embeds": []}),
        (MESSAGES, {"embeds": [{"description": "a" * 4097}]}),
        (MESSAGES, {"embeds": [{"description": "a" * 4000}, {"description": "a" * 2000, "footer": {"text": "b"}}]}),
        (MESSAGES, {"embeds": [{"description": "a"}] * 11}),
        (MESSAGES, {"embeds": [{"title": "a" * 257}]}),
        (MESSAGES, {"embeds": [{"color": 3}]}),
        (MESSAGES, {"embeds": [{"description": "a", "url": "https://a.example"}] * 2}),
        (CALLBACK, {"type": 4, "data": {"content": "a" * 2001}}),
    ],
)
def test_what_goes_over_a_limit_is_an_offence(path: str, body: dict[str, Any]) -> None:
    assert violations("POST", path, body)


@pytest.mark.skipif(openapi_document() is None, reason="Discord's OpenAPI document is not here")
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/1/massages", {"content": "a"}),
        ("POST", MESSAGES, {"content": 3}),
        ("POST", CALLBACK, {"type": 99}),
        ("PATCH", ORIGINAL, {"embeds": [{"description": "a" * 4097}]}),
        ("PUT", "/applications/1/commands", [{"name": "ask", "description": "d", "options": [{"type": 99}]}]),
        ("POST", "/channels/1/typing", {"x": 1}),
    ],
)
def test_what_the_openapi_document_does_not_know_is_an_offence(method: str, path: str, body: Any) -> None:
    assert violations(method, path, body)
