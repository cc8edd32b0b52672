"""What all commands share: help, settings given in three ways, commands still to come, unforeseen failures."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from bot.cli import run_command_line
from tests.bot.commands.conftest import Desk

COMMANDS = ["run", "bot", "sync", "ask", "timeline", "sources", "article", "reindex", "status", "eval", "dates"]


def test_help_lists_every_command_in_the_user_s_language(desk: Desk) -> None:
    english, everything = desk.run("--help").out, desk.run("--help-all").out
    french = desk.run("--help", env={"LC_ALL": "fr_FR.UTF-8"}).out
    for command in COMMANDS:
        assert re.search(rf"\b{command}\b", english)
        assert f"\n  {command} " in everything
        assert re.search(rf"\b{command}\b", french)
    assert "Commandes" in french
    assert "Commands" in english


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_help(desk: Desk, command: str) -> None:
    ended = desk.run(command, "--help", env={"SOURCIER_LANG": "fr", "SOURCIER_LOG_LEVEL": "loud"})
    assert f"Usage : sourcier {command}" in ended.out
    assert ended.err == ""


def test_no_command_at_all_is_wrong_usage_that_shows_the_help(desk: Desk) -> None:
    ended = desk.run(status=2)
    assert ended.out == ""
    assert "reindex" in ended.err


def test_an_unknown_command_is_told_with_those_there_are(desk: Desk) -> None:
    ended = desk.run("aks", "x", status=2)
    assert len(ended.told) == 1
    assert "did you mean “ask”?" in ended.err
    assert all(command in ended.err for command in COMMANDS)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS, "init", "doctor", "add", "remove", "restore", "rollback"])
def test_each_help_fits_a_screen_and_settings_are_on_their_own(desk: Desk, command: str, lang: str) -> None:
    arguments = [command] if command else []
    short = desk.run(*arguments, "--help", env={"SOURCIER_LANG": lang, "COLUMNS": "80"}).out
    assert len(short.splitlines()) < 24
    assert max(map(len, short.splitlines())) <= 80
    assert "--data-dir" not in short
    assert "--data-dir" in desk.run(*arguments, "--help-all", env={"SOURCIER_LANG": lang}).out


@pytest.mark.parametrize(
    ("env", "french"),
    [
        ({"LC_ALL": "", "LANG": "fr_FR.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_CA.UTF-8", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, False),
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, False),
        ({"LC_ALL": "fr_FR.UTF-8", "SOURCIER_LANG": "en"}, False),
    ],
)
def test_the_language_is_that_of_the_setting_else_of_the_system(desk: Desk, env: dict[str, str], french: bool) -> None:
    assert ("Commandes" in desk.run("--help", env=env).out) is french


@pytest.mark.slow
def test_the_module_is_the_command_too(indexed: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "sources", "--json"],
        cwd=indexed.folder,
        env=indexed.environment(),
        capture_output=True,
        check=True,
    )
    assert len(json.loads(done.stdout)) == 3


def test_settings_are_given_before_or_after_the_command(indexed: Desk, desk: Desk) -> None:
    elsewhere = str(indexed.data)
    for arguments in (["--data-dir", elsewhere, "status", "--json"], ["status", "--json", "--data-dir", elsewhere]):
        assert json.loads(desk.run(*arguments).out)["articles"] == 3


def test_an_option_wins_over_the_environment_and_the_environment_over_dotenv(desk: Desk) -> None:
    (desk.folder / ".env").write_text("SOURCIER_DATA_DIR=from-file\nSOURCIER_KNOWLEDGE_DIR=from-file\n")
    environment = {"SOURCIER_DATA_DIR": "from-environment"}
    status = json.loads(desk.run("status", "--json", env=environment).out)
    assert (status["data_dir"], status["knowledge_dir"]) == ("from-environment", "from-file")
    status = json.loads(desk.run("status", "--json", "--data-dir", "from-option", env=environment).out)
    assert status["data_dir"] == "from-option"


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("SOURCIER_LANG", "de", "fr or en"),
        ("SOURCIER_LOG_LEVEL", "loud", "debug"),
        ("SOURCIER_MAX_ARTICLE_MB", "-1", "1024"),
        ("SOURCIER_KEPT_GENERATIONS", "0", "from 1"),
    ],
)
def test_a_bad_setting_is_one_line_that_names_it_and_what_is_allowed(
    desk: Desk, name: str, value: str, allowed: str
) -> None:
    ended = desk.run("status", env={name: value}, status=2)
    assert len(ended.told) == 1
    assert name in ended.err
    assert value in ended.err
    assert allowed in ended.err
    option = "--" + name.removeprefix("SOURCIER_").lower().replace("_", "-")
    assert option in desk.run("status", option, value, status=2).err


def test_an_unknown_variable_is_a_warning_that_names_the_closest(desk: Desk) -> None:
    ended = desk.run("status", "--json", env={"SOURCIER_KNOWLEGE_DIR": "x"})
    assert len(ended.told) == 1
    assert "SOURCIER_KNOWLEDGE_DIR" in ended.err
    json.loads(ended.out)


def test_a_broken_dotenv_is_told_in_one_line(desk: Desk) -> None:
    (desk.folder / ".env").write_bytes(b"\xff\xfe\x00\x01")
    ended = desk.run("status", status=2)
    assert len(ended.told) == 1
    assert ".env" in ended.err


def test_the_bot_without_a_token_is_told_what_to_do(desk: Desk) -> None:
    for token in ({}, {"DISCORD_TOKEN": ""}, {"DISCORD_TOKEN": "  "}):
        ended = desk.run("bot", env=token, status=1)
        assert len(ended.told) == 1
        assert "DISCORD_TOKEN" in ended.err


def test_an_unforeseen_failure_is_one_line_and_a_trace_only_at_debug(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("bot.commands.timeline._timeline", fail)
    monkeypatch.setattr("bot.commands.invocation.Invocation.settings", property(fail))
    assert run_command_line(["status"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "RuntimeError" in told[0]
    assert "SOURCIER_LOG_LEVEL=debug" in told[0]


@pytest.mark.slow
def test_stdout_that_is_closed_or_full_is_no_traceback(indexed: Desk) -> None:
    for redirection in (">&-", ">/dev/full"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'exec "$0" -m bot.cli sources --json {redirection}', sys.executable],
            cwd=indexed.folder,
            env=indexed.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


def test_a_word_for_a_command_in_either_language_is_understood_as_a_suggestion(desk: Desk) -> None:
    assert "“timeline”" in desk.run("frise", status=2).err
    assert "« timeline »" in desk.run("frise", status=2, env={"SOURCIER_LANG": "fr"}).err


def test_the_help_names_what_is_given_in_the_language_of_the_reader(desk: Desk) -> None:
    french = desk.run("timeline", "--help", env={"SOURCIER_LANG": "fr"}).out
    assert "[SUJET]" in french
    assert "--png FICHIER" in french
    assert "SUBJECT" not in french
    assert "FILE" not in french
