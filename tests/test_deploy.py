"""What docs/deploy offers fits the software: the settings it names exist, the hardening is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings, host_and_port, variable_of

DEPLOY = Path(__file__).parents[1] / "docs" / "deploy"
UNIT = (DEPLOY / "sourcier.service").read_text(encoding="utf-8")
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_every_setting_named_exists(file: Path) -> None:
    named = set(re.findall(r"\b(?:SOURCIER_[A-Z_]+|DISCORD_TOKEN)\b", file.read_text(encoding="utf-8")))
    assert named <= {variable_of(field) for field in Settings.model_fields}


def test_the_image_runs_without_rights_and_tells_its_health_where_it_is_asked() -> None:
    assert re.search(r"^USER 10001$", IMAGE, re.MULTILINE)
    address = re.search(r"SOURCIER_HEALTH_ADDRESS=(\S+)", IMAGE)
    assert address is not None
    host, port = host_and_port(address[1])
    assert f"http://{host}:{port}/healthz" in IMAGE


def test_what_the_image_copies_is_there() -> None:
    for copied in re.findall(r"^COPY (?!--)(.+)$", IMAGE, re.MULTILINE):
        for name in copied.split()[:-1]:
            assert (DEPLOY.parents[1] / name).exists(), name


def test_the_service_of_compose_is_closed_and_gets_its_token_from_outside() -> None:
    service = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["sourcier"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["environment"]["DISCORD_TOKEN"].startswith("${DISCORD_TOKEN")
    assert not service.get("ports")


def test_the_unit_is_hardened() -> None:
    for line in (
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "DynamicUser=yes",
        "CapabilityBoundingSet=",
        "PrivateDevices=yes",
    ):
        assert line in UNIT.splitlines()
    assert "DISCORD_TOKEN=" not in UNIT


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "sourcier.service"
    unit.write_text(UNIT.replace("/opt/sourcier/.venv/bin/sourcier", "/bin/true"), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert "sourcier.service:" not in done.stderr.replace("Failed to", ""), done.stderr
