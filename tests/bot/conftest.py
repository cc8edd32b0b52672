"""What the tests of the Discord side share."""

from __future__ import annotations

import warnings

# discord.py imports audioop, which Python 3.11 and 3.12 deprecate, for voice that Sourcier never uses.
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    import discord  # noqa: F401
