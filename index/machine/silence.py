"""Nothing reports home: what the libraries below would send to their makers, or look up, is switched off.

The settings are environment variables that the libraries read as they are loaded, so this comes before any of them:
``index/__init__.py`` calls it, and whatever imports Sourcier imports that first.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SILENT: Final[Mapping[str, str]] = MappingProxyType(
    {
        # onnxruntime's Linux builds keep a device id in the user's cache and send events to their maker.
        "ORT_DISABLE_TELEMETRY": "1",
        # huggingface_hub and what builds on it count downloads and versions; asked for by name, a model still comes.
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_UPDATE_CHECK": "1",
        "DISABLE_TELEMETRY": "1",
        "DO_NOT_TRACK": "1",
    }
)


def report_nothing() -> None:
    """Switch off what would be sent; whoever runs Sourcier can't switch it on again by mistake."""
    os.environ.update(SILENT)
