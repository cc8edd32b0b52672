"""The same questions asked of the index at hand and of Milvus Lite, with and without a filter, before and after an
article came; a server's collection; and Milvus gone in the middle.

Run as ``python -m tests.index.milvus.beside FOLDER``. Prints what was found as JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pymilvus import MilvusClient

from index.answer import Answer
from index.engine import Engine, EngineOptions
from index.measuring.labelled import read_questions
from index.milvus import candidates, collection
from index.milvus.connection import Connection
from index.question.filters import Filters
from index.reading.held import NOBODY
from index.report import StoreSeen
from index.shelf.submission import Submission
from tests.index.generation.stand import add_article

REPOSITORY = Path(__file__).parents[3]
GUILD = 7
FILTERS = (Filters(), Filters(since="2022"), Filters(article="amazon-care"))


def main(folder: Path) -> None:
    knowledge = folder / "knowledge"
    shutil.copytree(REPOSITORY / "knowledge", knowledge)
    file = folder / "milvus.db"
    at_hand = Engine(EngineOptions(knowledge, folder / "data", reader=NOBODY))
    at_hand.prepare()
    milvus = Engine(EngineOptions(knowledge, folder / "data", reader=NOBODY, store_url=str(file)))
    milvus.prepare()
    milvus.upkeep.hand_over()
    found = counted(milvus)
    questions = [each.text for each in read_questions(REPOSITORY / "training" / "questions_a.jsonl")][:40]
    asked = same = 0
    for question in questions:
        for filters in FILTERS:
            asked += 1
            same += told(at_hand.ask(question, limit=5, filters=filters)) == told(
                milvus.ask(question, limit=5, filters=filters)
            )
    add_article(knowledge, 1)
    milvus.reindex()
    for engine in (at_hand, milvus):
        assert engine.ask("Quelle note Vega publie-t-il ?").quotes[0].article.id == "note-1", engine

    # a server's own articles lie in a collection of their own
    before = found["by_milvus"]
    shelf = milvus.base(GUILD).shelf
    preview = shelf.preview(Submission("vega.md", "---\ntitle: Vega ici\n---\nVega ferme sa crèche de Metz.".encode()))
    shelf.add(preview)
    assert milvus.seen_from(GUILD).ask("Quelle crèche Vega ferme-t-il ?").quotes[0].article.title == "Vega ici"
    assert found["by_milvus"] >= before + 2  # both bases were asked
    assert all("Metz" not in quote.text for quote in milvus.ask("Quelle crèche Vega ferme-t-il ?", limit=5).quotes)

    # Milvus fails in the middle: the index at hand answers, and Milvus again when it is back
    assert milvus._milvus is not None
    connection = milvus._milvus._connection
    whole = connection.call
    connection.call = failing(connection)  # type: ignore[method-assign]
    before = found["by_milvus"]
    for question in questions[:5]:
        assert told(milvus.ask(question)) == told(at_hand.ask(question)), question
    assert connection.is_lost
    assert found["by_milvus"] == before
    add_article(knowledge, 2)
    milvus.reindex()
    connection.call = whole  # type: ignore[method-assign]
    connection._not_before = 0.0
    milvus.ask(questions[0])  # what Milvus missed is brought to it behind the answer
    for _ in range(300):
        if found["by_milvus"] > before:
            break
        time.sleep(0.1)
        milvus._milvus._looked.clear()
        assert told(milvus.ask(questions[0])) == told(at_hand.ask(questions[0]))
    assert not connection.is_lost
    assert found["by_milvus"] > before
    client: MilvusClient = connection._ready(patiently=True)
    names = sorted(name for name in client.list_collections() if "_shared_" in name)
    milvus.close()

    # it fails in the middle of an indexing run: what came of it so far is dropped, and nothing of it is asked
    third = Engine(EngineOptions(knowledge, folder / "data", reader=NOBODY, store_url=str(file)))
    assert third._milvus is not None
    client = third._milvus._connection._ready(patiently=True)
    insert, collection.AT_A_TIME = client.insert, 50
    client.insert = failing_after(2, insert)  # type: ignore[method-assign]
    collections = sorted(client.list_collections())
    add_article(knowledge, 3)
    third.reindex()
    assert sorted(client.list_collections()) == collections
    assert told(third.ask(questions[0])) == told(at_hand.ask(questions[0]))
    client.insert = insert  # type: ignore[method-assign]
    third.upkeep.hand_over()
    assert third.store_seen() == StoreSeen(
        str(file), client.get_server_version(), str(third.store_seen().collection), third.generation_number()
    )
    third.close()

    # the server is started again
    again = Engine(EngineOptions(knowledge, folder / "data", reader=NOBODY, store_url=str(file)))
    before = found["by_milvus"]
    assert told(again.ask(questions[0])) == told(at_hand.ask(questions[0]))
    assert found["by_milvus"] == before + 1
    again.close()
    print(json.dumps({"asked": asked, "same": same, "collections": len(names), **found}))


def told(answer: Answer) -> Any:
    """What an answer says, with scores rounded: ties may fall either way."""
    return (
        answer.verdict,
        round(answer.confidence, 3),
        {(q.article.id, q.start, q.end, round(q.score, 3)) for q in answer.quotes},
    )


def counted(engine: Engine) -> dict[str, int]:
    """Counts how many searches Milvus answered."""
    found = {"by_milvus": 0}
    search = candidates._found

    def counting(*arguments: Any) -> Any:
        result = search(*arguments)
        found["by_milvus"] += 1
        return result

    candidates._found = counting
    return found


def failing_after(times: int, work: Callable[..., Any]) -> Callable[..., Any]:
    """``work`` that some times succeeds, and then finds Milvus gone."""
    left = [times]

    def worked(*given: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise OSError("the server is gone")
        return work(*given, **named)

    return worked


def failing(connection: Connection) -> Callable[..., Any]:
    """A call that finds Milvus gone."""

    def gone(client: MilvusClient) -> None:
        raise OSError("the server is gone")

    return lambda work, **how: Connection.call(connection, gone, **how)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
