"""Install Sourcier, editable, and all it needs into a virtual environment: what ``make install`` runs.

    python3 .ci/install.py .venv test,lint

Needs nothing but Python's standard library. Versions are those of constraints.txt. PyTorch is the CPU build: the
default one for Linux brings gigabytes of CUDA libraries that Sourcier never uses.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
CPU_WHEELS = "https://download.pytorch.org/whl/cpu"
"""The PyTorch project's own CPU builds (https://pytorch.org/get-started/locally/)."""

NO_PIP = "This Python can't make virtual environments with pip. On Debian or Ubuntu: apt install python3-venv"


class InstallationError(Exception):
    """What stopped the installation, in one line."""


def main(folder: Path, extras: str) -> None:
    """Install into ``folder``, with the named extras of pyproject.toml."""
    python = ready_environment(folder)
    wanted = f"torch=={pinned('torch')}"
    if not has_torch(python, pinned("torch")):
        say(f"Installing {wanted} (CPU)")
        source = ["--index-url", CPU_WHEELS] if brings_cuda(offered_wheel(python, wanted)) else []
        # Without its dependencies: they come next, at the versions of constraints.txt.
        pip(python, "install", "--no-deps", *source, wanted)
    say("Installing Sourcier and its dependencies")
    pip(python, "install", "-c", str(CONSTRAINTS), "-e", f"{ROOT}[{extras}]")


def ready_environment(folder: Path) -> Path:
    """The Python of the virtual environment at ``folder``, made if need be, with the pinned pip."""
    python = folder.absolute() / "bin" / "python"
    if not works(python, "-c", "import pip, sys; assert sys.version_info >= (3, 11)"):
        say(f"Making {folder}")
        make_environment(folder, python)
    if not works(python, "-c", f"import pip; assert pip.__version__ == '{pinned('pip')}'"):
        pip(python, "install", "--upgrade", f"pip=={pinned('pip')}")
    return python


def make_environment(folder: Path, python: Path) -> None:
    """A virtual environment with some pip: Python's own, else, where Debian keeps that in a package of its own, one
    that the system's pip installs."""
    if works(Path(sys.executable), "-m", "venv", "--clear", str(folder)):
        return
    bare = works(Path(sys.executable), "-m", "venv", "--clear", "--without-pip", str(folder))
    if not bare or not works(Path(sys.executable), "-m", "pip", "--python", str(python), "install", "pip"):
        raise InstallationError(NO_PIP)


def pinned(package: str) -> str:
    """The version of ``package`` in constraints.txt."""
    found = re.search(rf"^{package}==(\S+)$", CONSTRAINTS.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise InstallationError(f"constraints.txt has no line {package}==VERSION")
    return found[1]


def has_torch(python: Path, version: str) -> bool:
    """Whether ``version`` of PyTorch is there already, of whichever build."""
    question = f"import importlib.metadata as m, sys; sys.exit(m.version('torch').split('+')[0] != '{version}')"
    return works(python, "-c", question)


def offered_wheel(python: Path, requirement: str) -> dict[str, Any]:
    """The metadata of the wheel that pip would install for ``requirement``."""
    look = ["install", "--dry-run", "--no-deps", "--ignore-installed", "--report", "-", requirement]
    report = json.loads(pip(python, *look, captured=True))
    metadata: dict[str, Any] = report["install"][0]["metadata"]
    return metadata


def brings_cuda(metadata: dict[str, Any]) -> bool:
    """Whether a wheel requires CUDA packages on this system."""
    return any(
        re.match(r"nvidia|cuda|triton", requirement, re.IGNORECASE) and _for_this_system(requirement)
        for requirement in metadata.get("requires_dist", [])
    )


def _for_this_system(requirement: str) -> bool:
    system = re.search(r"platform_system\s*==\s*[\"'](\w+)[\"']", requirement)
    named = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}.get(sys.platform)
    return "extra ==" not in requirement and (system is None or system[1] == named)


def pip(python: Path, *arguments: str, captured: bool = False) -> str:
    """Run the environment's pip; its output if ``captured``."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE if captured else None, text=True, check=False)
    if done.returncode != 0:
        raise InstallationError("pip could not finish: see its message above, then run make install again")
    return done.stdout or ""


def works(python: Path, *arguments: str) -> bool:
    """Whether the command succeeds; its output is not shown."""
    try:
        return subprocess.run([str(python), *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def say(line: str) -> None:
    """Show how far the installation is."""
    print(line, flush=True)


if __name__ == "__main__":
    # Another environment that happens to be active must not take part.
    os.environ.pop("PYTHONHOME", None)
    os.environ.pop("PYTHONPATH", None)
    try:
        main(Path(sys.argv[1]), sys.argv[2])
    except InstallationError as error:
        sys.exit(f"make install: {error}")
