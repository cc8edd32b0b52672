"""Log lines: two layouts, no credentials in either."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.watch.logs import configure_logs

TOKEN = ".".join(("MTE1ODQyMTExMTExMTExMTEx", "G1fake", "abcdefghijklmnopqrstuvwxyz0123456789AB"))


@pytest.fixture(autouse=True)
def root_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)


@pytest.mark.parametrize("layout", ["text", "json"])
def test_credentials_are_blanked_in_every_line(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info", layout)
    address = "https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24.x-y_z/messages/@original"
    logging.getLogger("discord.http").warning("We are being rate limited. PATCH %s", address)
    logging.getLogger("bot").info("token %s", TOKEN)
    told = capsys.readouterr().err
    assert "aW50ZXJhY3Rpb24" not in told
    assert TOKEN not in told
    assert "webhooks/123/…/messages/@original" in told


def test_json_lines_are_objects_whatever_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info", "json")
    log = logging.getLogger("bot.test")
    log.info("an « été »\nof two lines \x1b[31m")
    try:
        raise ValueError("secret")
    except ValueError:
        log.exception("it failed")
    first, second = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert first["event"] == "an « été » of two lines ␛[31m"
    assert (second["level"], second["logger"], second["error"]) == ("error", "bot.test", "ValueError")
    assert "secret" not in json.dumps(second)
