"""A Milvus that is gone, slow, too old or speaks otherwise: questions are answered at hand, and people are told why."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.milvus.connection import Connection, MilvusLostError, StoreTooOldError, _refuse_too_old
from index.milvus.seen import look
from index.reading.held import NOBODY
from index.report import StoreFault
from tests.index.generation.stand import add_article

pytest.importorskip("pymilvus")
grpc = pytest.importorskip("grpc")
SAID = "auth check failure, please check api key is correct"
QUESTION = "Combien Vega a-t-il payé Orion Santé ?"


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that lets everybody in and never says a word."""
    met: list[socket.socket] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as server:

        def listen() -> None:
            while True:
                try:
                    met.append(server.accept()[0])
                except OSError:
                    return

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        for each in met:
            each.close()


@pytest.fixture
def strict() -> Iterator[str]:
    """The address of a server that accepts nobody's token, as Milvus says so."""

    def refuse(_: bytes, context: object) -> bytes:
        context.abort(grpc.StatusCode.UNAUTHENTICATED, SAID)  # type: ignore[attr-defined]
        return b""

    class Strict(grpc.GenericRpcHandler):  # type: ignore[misc]
        def service(self, _: object) -> object:
            return grpc.unary_unary_rpc_method_handler(refuse)

    server = grpc.server(ThreadPoolExecutor(2), handlers=(Strict(),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield f"http://127.0.0.1:{port}"
    server.stop(None).wait()


def test_a_wrong_token_is_told_as_one(strict: str, caplog: pytest.LogCaptureFixture) -> None:
    seen = look(strict, "wrong", None)
    assert (seen.fault, seen.reason) == (StoreFault.TOKEN, SAID)
    connection = Connection(strict, "wrong")
    with pytest.raises(MilvusLostError):
        connection.call(lambda client: client.list_collections())
    assert f"Milvus does not accept SOURCIER_STORE_TOKEN ({SAID})" in caplog.text
    connection.close()


@pytest.mark.slow
def test_no_question_waits_for_a_server_that_says_nothing(silent: str, knowledge: Path, tmp_path: Path) -> None:
    at_hand = Engine(EngineOptions(knowledge, tmp_path / "data", reader=NOBODY))
    at_hand.prepare()
    slow = Engine(EngineOptions(knowledge, tmp_path / "data", reader=NOBODY, store_url=silent))
    slow.prepare()
    assert slow.ask(QUESTION).quotes == at_hand.ask(QUESTION).quotes
    assert slow._milvus is not None
    assert slow._milvus.is_lost
    add_article(knowledge, 1)
    assert slow.reindex().generation == 2  # made, and answered from, all the same
    assert slow.ask("Quelle note Vega publie-t-il ?").quotes[0].article.id == "note-1"
    slow.close()
    at_hand.close()


@pytest.mark.slow
def test_what_is_wrong_is_told_apart(silent: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        free = server.getsockname()[1]
    assert look(f"http://127.0.0.1:{free}", None, None).fault is StoreFault.UNREACHABLE
    assert look(silent, None, None).fault is StoreFault.FAILS
    seen = look(silent.replace("http:", "https:"), "a:secret", None)
    assert seen.fault in (StoreFault.TLS, StoreFault.UNREACHABLE)  # it says nothing of TLS either
    assert "secret" not in f"{seen}"


@pytest.mark.parametrize("version", ["v2.3.5-lite", "2.2.16", "1.1.1"])
def test_a_server_that_cannot_search_words_is_refused(version: str) -> None:
    with pytest.raises(StoreTooOldError, match=version):
        _refuse_too_old(version)


@pytest.mark.parametrize("version", ["2.4.0", "v2.6.1", "v3.0-beta", "milvus_lite-3.2.2", "unknown"])
def test_others_are_tried(version: str) -> None:
    _refuse_too_old(version)
