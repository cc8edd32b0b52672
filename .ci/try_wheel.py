"""Build the wheel, install it away from the tree, and ask it a question.

The wheel alone is installed: its dependencies come from this environment, so that nothing is downloaded. What it
must not do is work only because the tree is near.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """---
title: The closing of Amazon Care
date: 2022-08-24
publisher: The Daily Example
---

Amazon announced that its telehealth service Amazon Care would close on 31 December 2022.

The service offered virtual visits and home visits by nurses.
"""


def main() -> None:
    """Exit with a line that says what failed, if anything does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(folder / "dist")
        same_again(wheel, folder / "again")
        complete(wheel)
        python = install(wheel, folder / "venv")
        ask(python, folder / "elsewhere")
        begin(python, folder / "beginning")
    print(f"{wheel.name} builds twice the same, is complete, installs and answers")


def build(folder: Path) -> Path:
    """The wheel, built into ``folder``."""
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], cwd=ROOT)
    return next(folder.glob("*.whl"))


def same_again(wheel: Path, folder: Path) -> None:
    """Check that a second build gives the same bytes."""
    if build(folder).read_bytes() != wheel.read_bytes():
        sys.exit("two builds of the wheel differ")


def complete(wheel: Path) -> None:
    """Check that each file of the packages is in the wheel, the licences too."""
    with zipfile.ZipFile(wheel) as opened:
        held = set(opened.namelist())
    listed = run(["git", "ls-files", "bot", "index"], ROOT).split("\n") if (ROOT / ".git").exists() else []
    missing = [name for name in listed if name and (ROOT / name).exists() and name not in held]
    missing += [
        name for name in ("LICENSE", "index/model/LICENSE") if not any(one.endswith(f"licenses/{name}") for one in held)
    ]
    if missing:
        sys.exit(f"not in the wheel: {', '.join(missing)}")


def install(wheel: Path, folder: Path) -> Path:
    """The Python of a new environment with only ``wheel`` in it, and this one's dependencies in view."""
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)], cwd=folder.parent)
    python = folder / "bin" / "python"
    run([sys.executable, "-m", "pip", "--quiet", "--python", str(python), "install", "--no-deps", str(wheel)], folder)
    packages = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    # A bare path in a .pth file adds the folder but not the .pth files in it: the editable tree stays out of sight.
    dependencies = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    Path(packages, "dependencies.pth").write_text("\n".join(dependencies) + "\n", encoding="utf-8")
    return python


def ask(python: Path, folder: Path) -> None:
    """Ask a question about one article, from an empty folder, and check the answer."""
    knowledge = folder / "knowledge"
    knowledge.mkdir(parents=True)
    (knowledge / "amazon-care.md").write_text(ARTICLE, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SOURCIER_", "PYTHON"))}
    environment["HF_HUB_OFFLINE"] = "1"
    where = run([str(python), "-c", "import bot, index; print(bot.__file__, index.__file__)"], folder, environment)
    if str(ROOT) in where:
        sys.exit(f"the wheel was tried with the tree in view: {where}")
    started = time.perf_counter()
    run([str(python.with_name("sourcier")), "--help"], folder, environment)
    print(f"sourcier --help: {time.perf_counter() - started:.2f} s")
    question = [str(python.with_name("sourcier")), "ask", "When did Amazon Care close?", "--json"]
    answer = json.loads(run(question, folder, environment))
    if not any("31 December 2022" in quote["text"] for quote in answer["quotes"]):
        sys.exit(f"the installed wheel answers beside the point: {answer}")


def begin(python: Path, folder: Path) -> None:
    """Have the wheel lay out a folder for somebody who begins, and check that its first article answers."""
    folder.mkdir()
    sourcier = str(python.with_name("sourcier"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SOURCIER_", "PYTHON"))}
    environment |= {"HF_HUB_OFFLINE": "1", "SOURCIER_LANG": "en"}
    run([sourcier, "init", "--yes", "--no-token"], folder, environment)
    answer = json.loads(run([sourcier, "ask", "How are articles added?", "--json"], folder, environment))
    if not any(quote["article"]["path"] == "welcome.md" for quote in answer["quotes"]):
        sys.exit(f"the first article of the installed wheel does not answer: {answer}")
    run([sourcier, "doctor", "--offline", "--json"], folder, environment)


def run(command: list[str], cwd: Path, env: dict[str, str] | None = None) -> str:
    """What ``command`` prints; ends the script with what it says when it fails."""
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
