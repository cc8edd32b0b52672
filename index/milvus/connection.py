"""The connection to Milvus: what fails or takes too long is given up for a while, so that no question waits for it."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Protocol, TypeVar, runtime_checkable
from urllib.parse import urlsplit

from index.faults import EngineFault, FaultCode

if TYPE_CHECKING:
    from pymilvus import MilvusClient

BUDGET: Final = 1.0
"""Seconds that a question gives Milvus in one call."""
TRY_AGAIN: Final = 10.0
"""Seconds after which one that was given up is tried again, by one question."""

OLDEST: Final = "2.4"
"""The first version with sparse vectors, which words are."""
_VERSION: Final = re.compile(r"v?(\d+)\.(\d+)")

_REFUSALS: Final = frozenset({"UNAUTHENTICATED", "PERMISSION_DENIED"})
_REFUSED: Final = ("auth", "permission", "credential", "password", "api key")

_log = logging.getLogger(__name__)

Result = TypeVar("Result")


@runtime_checkable
class _OfGrpc(Protocol):
    """An error of gRPC's."""

    def code(self) -> object:
        """What kind it is."""

    def details(self) -> str | None:
        """What the server says of it."""


class MilvusLostError(Exception):
    """Milvus can't be reached, or refuses, or is too slow."""


class StoreTooOldError(Exception):
    """A server of a ``version`` that can't search words."""

    def __init__(self, version: str) -> None:
        super().__init__(f"version {version} can't search words: {OLDEST} or newer is needed")
        self.version = version


class Connection:
    """One client for all threads, made when first needed and again after a failure."""

    def __init__(self, url: str, token: str | None, *, tells: bool = True) -> None:
        """``url`` is http://host:19530, https://host, either with /database behind it, or the path of a file of Milvus
        Lite; ``tells`` says whether the log is told when it is lost. Raises EngineFault(STORE_MISSING) when pymilvus is
        not installed."""
        if find_spec("pymilvus") is None:
            raise EngineFault(FaultCode.STORE_MISSING)
        self._url, self._token = url, token
        self._tells = tells
        self._lock = threading.Lock()
        self._connecting = threading.Lock()
        self._client: MilvusClient | None = None
        self._not_before = 0.0
        self._is_lost = False

    @property
    def is_lost(self) -> bool:
        """Whether the last call failed."""
        return self._is_lost

    def call(self, work: Callable[[MilvusClient], Result], *, patiently: bool = False) -> Result:
        """What ``work`` gets of the client; MilvusLostError when it fails, or has failed in the last TRY_AGAIN seconds
        unless ``patiently``."""
        with self._lock:
            now = time.monotonic()
            if now < self._not_before and not patiently:
                raise MilvusLostError
            if self._is_lost:
                self._not_before = now + TRY_AGAIN  # this call tries, others don't wait for it
        try:
            result = work(self._ready(patiently))
        except MilvusLostError:
            raise
        except Exception as error:  # whatever pymilvus, gRPC and the socket throw
            self._lose(error)
            raise MilvusLostError from error
        self._find_again()
        return result

    def close(self) -> None:
        """Let go of the client."""
        with self._connecting:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def _ready(self, patiently: bool) -> MilvusClient:
        was_lost = self._is_lost
        with self._connecting:
            if self._client is None:
                if self._is_lost and not was_lost and not patiently:
                    raise MilvusLostError  # others tried in vain while this one waited
                from pymilvus import MilvusClient

                _quieten()
                parts = urlsplit(self._url)
                database = parts.path.strip("/") if parts.scheme in ("http", "https") else ""
                address = parts._replace(path="").geturl() if database else self._url
                client = MilvusClient(address, token=self._token or "", db_name=database, timeout=BUDGET)
                try:
                    _refuse_too_old(str(client.get_server_version(timeout=BUDGET)))
                except BaseException:
                    client.close()
                    raise
                self._client = client
            return self._client

    def _lose(self, error: Exception) -> None:
        with self._lock:
            self._not_before = time.monotonic() + TRY_AGAIN
            if self._is_lost:
                return
            self._is_lost = True
        if not self._tells:
            return
        refused = refusal_of(error)
        _log.warning(
            "%s (%s): candidates come from this machine's own index; trying again every %.0f s",
            "Milvus can't be used" if refused is None else "Milvus does not accept SOURCIER_STORE_TOKEN",
            refused or reason_of(error),
            TRY_AGAIN,
        )

    def _find_again(self) -> None:
        with self._lock:
            was_lost, self._is_lost, self._not_before = self._is_lost, False, 0.0
        if was_lost:
            _log.info("Milvus is used again")


def reason_of(error: BaseException) -> str:
    """What ``error`` tells, in one line."""
    reason = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(str(reason).split())[:200]


def refusal_of(error: BaseException) -> str | None:
    """What a server says that does not accept the token; None when ``error`` comes of something else. pymilvus tells of
    a server that can't be reached all the same: what gRPC told it stands behind."""
    each: BaseException | None = error
    seen: set[int] = set()
    while each is not None and id(each) not in seen:  # an error of gRPC's is its own cause
        seen.add(id(each))
        reason = str(each.details() or "") if isinstance(each, _OfGrpc) else reason_of(each)
        is_refusal = isinstance(each, _OfGrpc) and getattr(each.code(), "name", "") in _REFUSALS
        if is_refusal or any(word in reason.lower() for word in _REFUSED):
            return " ".join(reason.split())[:200]
        each = each.__cause__ or each.__context__
    return None


def _refuse_too_old(version: str) -> None:
    told = _VERSION.match(version)
    oldest = _VERSION.match(OLDEST)
    if told and oldest and tuple(map(int, told.groups())) < tuple(map(int, oldest.groups())):
        raise StoreTooOldError(version)


def _quieten() -> None:
    """Have pymilvus, which sets its loggers up as it is loaded, and the server in Milvus Lite log nothing of each call
    and each failure, with tracebacks: what matters is told here."""
    for name in ("pymilvus", "pymilvus.milvus_client", "milvus_lite", "grpc._server"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
