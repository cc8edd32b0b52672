"""Settings: where they come from, which values are refused, what .env.example says of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.settings import (
    TOKEN,
    BadSetting,
    BrokenLine,
    Settings,
    UnknownVariable,
    UnreadableDotenv,
    interface_language,
    option_of,
    read_settings,
    remarks,
    variable_of,
)

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("SOURCIER_") or name in (TOKEN, "LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_defaults_need_nothing() -> None:
    settings = read_settings({})
    assert settings.knowledge_dir == Path("knowledge")
    assert settings.data_dir == Path("data")
    assert settings.model is None
    assert settings.lang is None
    assert settings.log_level == "info"
    assert settings.max_article_mb == 10
    assert settings.kept_generations == 3
    assert settings.discord_token is None


def test_options_win_over_the_environment_and_the_environment_over_dotenv(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("SOURCIER_DATA_DIR=file\nSOURCIER_MODEL=file\nSOURCIER_LANG=fr\n")
    monkeypatch.setenv("SOURCIER_DATA_DIR", "environment")
    monkeypatch.setenv("SOURCIER_MODEL", "environment")
    settings = read_settings({"data_dir": "option"})
    assert settings.data_dir == Path("option")
    assert settings.model == "environment"
    assert settings.lang == "fr"


@pytest.mark.parametrize("field", sorted(set(Settings.model_fields)))
def test_an_empty_value_is_the_default(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable_of(field), "")
    assert getattr(read_settings({}), field) == Settings.model_fields[field].default


def test_the_token_is_read_without_prefix_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN, "  abc.def.ghi ")
    settings = read_settings({})
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "abc.def.ghi"
    assert "abc.def.ghi" not in repr(settings)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lang", "de"),
        ("log_level", "loud"),
        ("max_article_mb", "0"),
        ("max_article_mb", "inf"),
        ("max_article_mb", "nan"),
        ("max_article_mb", "big"),
        ("kept_generations", "0"),
        ("kept_generations", "2.5"),
        ("kept_generations", "-1"),
        ("retention_days", "-1"),
        ("alert_minutes", "1e9"),
        ("message_content", "maybe"),
        ("shard_count", "0"),
        ("shard_ids", "0"),
        ("shard_ids", "a-b"),
        ("admins", "Ada"),
        ("admins", "0"),
    ],
)
def test_a_bad_value_names_its_variable_or_its_option(field: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadSetting) as from_option:
        read_settings({field: value})
    assert (from_option.value.field, from_option.value.name) == (field, option_of(field))
    monkeypatch.setenv(variable_of(field), value)
    with pytest.raises(BadSetting) as from_environment:
        read_settings({})
    assert (from_environment.value.field, from_environment.value.name) == (field, variable_of(field))
    assert from_environment.value.value == value


def test_a_bad_value_in_dotenv_is_told_with_its_value() -> None:
    Path(".env").write_text("SOURCIER_KEPT_GENERATIONS=many\n")
    with pytest.raises(BadSetting) as bad:
        read_settings({})
    assert (bad.value.name, bad.value.value) == ("SOURCIER_KEPT_GENERATIONS", "many")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01", b"SOURCIER_LANG=\x00fr", b"SOURCIER_LANG=\xe9"])
def test_a_binary_dotenv_is_refused_as_such(content: bytes) -> None:
    Path(".env").write_bytes(content)
    with pytest.raises(UnreadableDotenv):
        read_settings({})
    assert interface_language() == "en"


def test_a_dotenv_with_a_byte_order_mark_is_read() -> None:
    Path(".env").write_bytes(b"\xef\xbb\xbfSOURCIER_LANG=fr\n")
    assert read_settings({}).lang == "fr"
    assert remarks() == ()


def test_an_unknown_variable_is_told_with_the_closest_known_one(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("SOURCIER_DATADIR=x\nOTHER=1\n")
    monkeypatch.setenv("SOURCIER_MODELE", "x")
    assert remarks() == (
        UnknownVariable("SOURCIER_DATADIR", "SOURCIER_DATA_DIR"),
        UnknownVariable("SOURCIER_MODELE", "SOURCIER_MODEL"),
    )


def test_a_line_of_dotenv_that_says_nothing_is_told_and_the_rest_is_read() -> None:
    Path(".env").write_text("SOURCIER_LANG=fr\n'broken\nSOURCIER_MODEL=x\n")
    assert remarks() == (BrokenLine(2),)
    assert read_settings({}).model == "x"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "fr_CA"}, "fr"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "fr_FR", "SOURCIER_LANG": "en"}, "en"),
        ({"LANG": "fr_FR", "SOURCIER_LANG": "xx"}, "fr"),
    ],
)
def test_the_interface_speaks_the_set_language_else_that_of_the_system(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert interface_language() == expected


@pytest.mark.parametrize(
    ("written", "ids"), [("0", (0,)), ("0-3", (0, 1, 2, 3)), ("1, 5-6", (1, 5, 6)), ("", None), (" ", None)]
)
def test_shards_are_numbers_and_ranges(written: str, ids: tuple[int, ...] | None) -> None:
    assert read_settings({"shard_count": "8", "shard_ids": written}).shard_ids == ids


@pytest.mark.parametrize("written", ["8", "0-8", "3-1", "0,0", "0-2,1", "-1", ",", "0;1", "1.5"])
def test_shards_that_are_none_of_the_bots_are_refused(written: str) -> None:
    with pytest.raises(BadSetting) as bad:
        read_settings({"shard_count": "8", "shard_ids": written})
    assert bad.value.field == "shard_ids"


def test_the_address_of_the_state_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCIER_STATE_URL", "postgresql://ada:hush@db/sourcier")
    settings = read_settings({})
    assert settings.state_url is not None
    assert "hush" not in repr(settings)


def test_a_home_folder_is_expanded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read_settings({"data_dir": "~/kept"}).data_dir == tmp_path / "kept"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.slow
def test_any_text_as_a_value_is_taken_or_refused(value: str) -> None:
    for field in ("lang", "log_level", "max_article_mb", "kept_generations", "model", "data_dir"):
        with suppress(BadSetting):
            assert read_settings({field: value})


def test_the_example_file_explains_every_setting_and_no_other() -> None:
    blocks = [block.splitlines() for block in EXAMPLE.read_text(encoding="utf-8").strip().split("\n\n")][1:]
    assert {lines[-1] for lines in blocks} == {f"{variable_of(field)}=" for field in Settings.model_fields}
    for lines in blocks:
        assert len(lines) == 3
        assert all(re.match(r"# \w", line) for line in lines[:2])


def test_the_example_file_changes_nothing() -> None:
    Path(".env").write_bytes(EXAMPLE.read_bytes())
    assert remarks() == ()
    assert read_settings({}) == Settings(_env_file=None)  # type: ignore[call-arg]


def test_settings_are_read_without_loading_the_engine() -> None:
    heavy = {"torch", "discord", "rich", "numpy", "prompt_toolkit"}
    script = f"import sys, bot.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
