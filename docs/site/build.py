"""Build the documentation site into build/site: what ``make docs`` runs. Needs the extra "docs"; no network.

The pages of docs/ and those made from the code are put together in build/pages, which MkDocs reads.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from reference import write_reference  # noqa: E402

ROOT = HERE.parents[1]
LEFT_OUT = ("site", "previews", "*.py", "__pycache__")


def main() -> int:
    """MkDocs' exit status: 1 for a broken link or a page that the menu does not have."""
    pages = ROOT / "build" / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(ROOT / "docs", pages, ignore=shutil.ignore_patterns(*LEFT_OUT))
    write_reference(pages / "reference")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--config-file",
        str(HERE / "mkdocs.yml"),
    ]
    # Material's makers tell of its successor at each build
    return subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
