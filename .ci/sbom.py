"""Write the bill of materials of Sourcier as CycloneDX JSON: what it needs to run, and what it ships, with licences.

    python .ci/sbom.py build/sbom.json

cyclonedx-py describes the environment; of it, what Sourcier needs is kept, tools and tests are left out. What ships
that is no package (models and data) is added. The licence of each component is in it, or this fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
SHIPPED: Final = (
    ("machine-learning-model", "index/model", "Apache-2.0", "The sentence encoder, from all-MiniLM-L6-v2"),
    ("machine-learning-model", "index/reading/model", "MIT", "The reader, from multilingual-e5-small"),
    ("data", "knowledge", "MIT", "The articles of the repository; the wheel has none"),
)

UNREADABLE: Final = {"protobuf": "BSD-3-Clause", "transformers": "Apache-2.0"}
"""Licences that a package's metadata don't name in a form that cyclonedx-py reads; its licence file says so."""


def main(target: Path) -> None:
    """Write the bill into ``target``."""
    described = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", sys.executable],
        capture_output=True,
        text=True,
        check=True,
    )
    bill: dict[str, Any] = json.loads(described.stdout)
    needed = set(closure("sourcier"))
    bill["components"] = [one for one in bill["components"] if canonicalize_name(one["name"]) in needed]
    for one in bill["components"]:
        if not one.get("licenses") and one["name"] in UNREADABLE:
            one["licenses"] = [{"license": {"id": UNREADABLE[one["name"]]}}]
    bill["components"] += [
        {"type": kind, "name": name, "bom-ref": name, "description": about, "licenses": [{"license": {"id": licence}}]}
        for kind, name, licence, about in SHIPPED
    ]
    kept = {one["bom-ref"] for one in bill["components"]}
    bill["dependencies"] = [one for one in bill["dependencies"] if one["ref"] in kept]
    target.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    bare = sorted(one["name"] for one in bill["components"] if not one.get("licenses"))
    if bare:
        sys.exit(f"no licence is known of {', '.join(bare)}")
    print(f"{target}: {len(bill['components'])} components, each with its licence")


def closure(name: str) -> Iterator[str]:
    """``name`` and all that it needs on this machine, extras aside."""
    waiting, seen = [name], set()
    while waiting:
        current = canonicalize_name(waiting.pop())
        if current in seen:
            continue
        seen.add(current)
        yield current
        requirements = map(Requirement, distribution(current).requires or ())
        waiting += [one.name for one in requirements if one.marker is None or one.marker.evaluate({"extra": ""})]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
