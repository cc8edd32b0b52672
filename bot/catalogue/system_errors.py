"""What an operating system, SQLite or a connection says is wrong, in its own English: known by words it always has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SAID: Final[Mapping[str, str]] = MappingProxyType(
    {
        "no such file": "missing",
        "filenotfounderror": "missing",
        "permission denied": "denied",
        "permissionerror": "denied",
        "operation not permitted": "denied",
        "readonly database": "read-only",
        "read-only file system": "read-only",
        "no space left": "full",
        "database or disk is full": "full",
        "quota exceeded": "full",
        "is a directory": "directory",
        "isadirectoryerror": "directory",
        "not a directory": "not-directory",
        "file exists": "exists",
        "name too long": "name-too-long",
        "too many open files": "too-many-open",
        "directory not empty": "not-empty",
        "resource busy": "busy",
        "database is locked": "busy",
        "unable to open database file": "database-closed",
        "database disk image is malformed": "database-damaged",
        "file is not a database": "database-damaged",
        "disk i/o error": "input-output",
        "input/output error": "input-output",
        "cannot allocate memory": "memory",
        "memoryerror": "memory",
        "address already in use": "address-used",
        "cannot assign requested address": "address-foreign",
        "name resolution": "host-unknown",
        "name or service not known": "host-unknown",
        "nodename nor servname": "host-unknown",
        "certificate verify failed": "certificate",
        "connection refused": "refused",
        "connection reset": "cut",
        "broken pipe": "cut",
        "server disconnected": "cut",
        "network is unreachable": "unreachable",
        "no route to host": "unreachable",
        "connect call failed": "unreachable",
        "cannot connect to host": "unreachable",
        "timed out": "timed-out",
        "timeout": "timed-out",
        "unicodedecodeerror": "not-text",
        "codec can't decode": "not-text",
    }
)
"""Small letters that are in what is said, and the sentence of the catalogue that says it: ``system-…``."""
