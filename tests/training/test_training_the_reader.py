"""The reader is trained, killed, trained on and exported by the scripts that made the shipped one, at a tiny size."""

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.reading.model import ReaderFiles
from index.reading.page import Page
from index.reading.reader import Reader

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared"
PACKED = SOURCES / "training" / "e5-fr-en"
STEPS = 4

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not (PACKED / "unpack.py").is_file(), reason="what the reader is trained from is not here"),
    pytest.mark.skipif(find_spec("onnx") is None, reason='the extra "training" is not installed'),
]


def script(name: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, str(ROOT / "training" / f"{name}.py"), *map(str, arguments)]


def run(command: list[str]) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the body and some examples."""
    folder = tmp_path_factory.mktemp("reader")
    run([sys.executable, str(PACKED / "unpack.py"), str(folder / "body")])
    examples = ("--to", folder / "examples", "--sets", "stories", "--most", "16")
    told = run(script("reading_examples", "--sources", SOURCES, *examples))
    assert "stories.json.gz: " in told
    return folder


def training(made: Path, to: str, *more: str | Path) -> list[str]:
    tiny = ("--steps", STEPS, "--questions", 2, "--checkpoint", 0, "--measured", 4)
    folders = ("--body", made / "body", "--examples", made / "examples", "--to", made / to)
    return script("train_reader", *folders, *map(str, tiny), *more)


def test_a_reader_is_trained_killed_trained_on_and_exported(made: Path) -> None:
    from safetensors.numpy import load_file

    told = run(training(made, "whole", "--layers", "2"))
    assert f"step {STEPS} " in told
    whole = load_file(made / "whole" / "reader.safetensors")

    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    with subprocess.Popen(training(made, "killed", "--layers", "2"), env=environment) as process:
        while not (made / "killed" / "state.pt").exists():
            assert process.poll() is None
            time.sleep(0.05)
        process.kill()
    assert not (made / "killed" / "reader.safetensors").exists()
    told = run(training(made, "killed", "--layers", "2"))
    assert ", 0 steps done" not in told
    killed = load_file(made / "killed" / "reader.safetensors")
    assert killed.keys() == whole.keys()
    assert all(np.array_equal(killed[name], its) for name, its in whole.items())

    told = run(training(made, "small", "--layers", "1", "--teacher", made / "whole"))
    assert f"step {STEPS} " in told
    small = load_file(made / "small" / "reader.safetensors")
    assert not any(".layer.1." in name for name in small)

    of_two = ("--reader", made / "whole", made / "killed")
    run(script("export_reader", "--body", made / "body", "--packed", PACKED, *of_two, "--to", made / "exported"))
    files = ReaderFiles(made / "exported")
    assert files.missing == ()
    page = Page(title="A ferry", date="2021", section="", lead="", text="Marta Quill bought the ferry on Friday.")
    (reading,) = Reader(files).read("Who bought the ferry?", [page])
    assert np.isfinite(reading.answers)
    assert reading.answer_within(0, len(page.text)) is not None
