"""A look at Milvus for whoever looks after it: is it there, does it let in, is it new enough, what of ours it has."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from index.generation.generation import Generation
from index.milvus.collection import alias_of
from index.milvus.connection import OLDEST, Connection, MilvusLostError, StoreTooOldError, reason_of, refusal_of
from index.report import StoreFault, StoreSeen

if TYPE_CHECKING:
    from pymilvus import MilvusClient

PATIENCE: Final = 2.0
"""Seconds for each step of a look."""
_PORT: Final = 19530


def look(url: str, token: str | None, generation: Generation | None) -> StoreSeen:
    """What is seen of the Milvus at ``url``, and of ``generation`` there. Raises EngineFault(STORE_MISSING)."""
    parts = urlsplit(url)
    is_server = parts.scheme in ("http", "https")
    place = f"{parts.hostname}:{parts.port or _PORT}" if is_server else url
    if is_server:
        try:
            _reach(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else _PORT), parts.scheme)
        except ssl.SSLError as error:
            return StoreSeen(place, fault=StoreFault.TLS, reason=error.reason or str(error))
        except OSError as error:
            return StoreSeen(place, fault=StoreFault.UNREACHABLE, reason=error.strerror or str(error))
    connection = Connection(url, token, tells=False)
    try:
        return connection.call(lambda client: _seen(client, place, generation), patiently=True)
    except MilvusLostError as lost:
        cause = lost.__cause__ or lost
        if isinstance(cause, StoreTooOldError):
            return StoreSeen(place, version=cause.version, fault=StoreFault.TOO_OLD, reason=OLDEST)
        refused = refusal_of(cause)
        if refused is not None:
            return StoreSeen(place, fault=StoreFault.TOKEN, reason=refused)
        return StoreSeen(place, fault=StoreFault.FAILS, reason=reason_of(cause))
    finally:
        connection.close()


def _reach(host: str, port: int, scheme: str) -> None:
    """Connect, and with TLS agree on a key; OSError, of which ssl.SSLError is one, when that fails."""
    with socket.create_connection((host, port), PATIENCE) as plain:
        if scheme == "https":
            with ssl.create_default_context().wrap_socket(plain, server_hostname=host):
                pass


def _seen(client: MilvusClient, place: str, generation: Generation | None) -> StoreSeen:
    version = str(client.get_server_version(timeout=PATIENCE))
    alias = alias_of(generation) if generation is not None else ""
    if generation is None or not client.has_collection(alias, timeout=PATIENCE):
        return StoreSeen(place, version=version)
    collection = client.describe_alias(alias, timeout=PATIENCE).get("collection_name", alias)
    return StoreSeen(place, version=version, collection=str(collection), generation=generation.number)
