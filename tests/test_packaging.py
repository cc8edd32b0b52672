"""What is shipped and how it is installed: pinned versions, the CPU build of PyTorch, make's targets."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _installer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sourcier_install", ROOT / ".ci" / "install.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _required() -> list[Requirement]:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group if not line.startswith("sourcier")]


@pytest.mark.parametrize("line", LINES)
def test_a_constraint_is_one_exact_public_version(line: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)


def test_every_dependency_is_pinned_within_its_range() -> None:
    pins = {canonicalize_name(name): version for name, version in (line.split("==") for line in LINES)}
    for requirement in _required():
        version = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_no_name_is_pinned_twice() -> None:
    names = [canonicalize_name(line.split("==")[0]) for line in LINES]
    assert len(names) == len(set(names))


def test_a_wheel_that_asks_for_cuda_here_is_told_from_one_that_does_not() -> None:
    brings_cuda = _installer().brings_cuda
    assert brings_cuda({"requires_dist": ["filelock", "nvidia-nccl-cu13==2.29.7"]})
    assert brings_cuda({"requires_dist": ["triton==3.7.1; python_version < '3.15'"]})
    assert not brings_cuda({"requires_dist": ["filelock", "sympy>=1.13"]})
    assert not brings_cuda({"requires_dist": ['cuda-bindings>=13; platform_system == "Elsewhere"']})
    assert not brings_cuda({"requires_dist": ['nvidia-ml-py; extra == "monitor"']})
    assert not brings_cuda({})


def test_pip_that_fails_is_told_in_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    installer = _installer()
    with pytest.raises(installer.InstallationError) as error:
        installer.pip(Path("/bin/false"))
    assert "\n" not in str(error.value)


def test_make_alone_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets is not None
    listed = subprocess.run(["make", "-C", ROOT], capture_output=True, text=True, check=True).stdout
    assert all(re.search(rf"^make {target} +\S", listed, re.MULTILINE) for target in targets[1].split())


def test_no_python_that_is_recent_enough_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    for name in ("pyproject.toml", "constraints.txt", ".ci/install.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "make"):
        (tools / name).symlink_to(_found(name))
    done = subprocess.run(
        ["make", "-C", tmp_path, "install"], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Python 3.11" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_ci_ends_with_the_tests() -> None:
    commands = [
        line for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines() if line.startswith("make")
    ]
    assert "test" in commands[-1]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def _found(name: str) -> str:
    return subprocess.run(["sh", "-c", f"command -v {name}"], capture_output=True, text=True, check=True).stdout.strip()


def test_help_waits_for_nothing_heavy() -> None:
    heavy = {"torch", "numpy", "faiss", "discord", "matplotlib", "onnxruntime", "sqlalchemy", "jinja2"}
    script = (
        "import sys; from bot.cli import run_command_line; run_command_line(['--help']);"
        f"print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_the_pythons_declared_are_those_that_the_constraints_name() -> None:
    declared = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"]))
    tried = re.search(r"Python (3\.\d+) to (3\.\d+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"))
    assert tried is not None
    assert (declared[0], declared[-1]) == tried.groups()
    assert PROJECT["requires-python"] == f">={declared[0]}"
