"""Each server has a collection of its own beside the shared base, and sees nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.state.follows import NOTHING_YET
from index.answer import Verdict
from index.edtf import first_day, turning_point
from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.question.filters import Filters
from index.reference import QuoteReference, article_key
from index.shelf.collections import LEFT
from index.shelf.submission import Submission
from index.view import View
from tests.conftest import ARTICLES, write_articles

OURS, THEIRS, NOBODYS = 11, 22, 33
SHARED_QUESTION = "Combien Vega a-t-il payé Orion Santé ?"
OUR_QUESTION = "Combien de lits compte l’hôpital de Vega à Besançon ?"
OUR_TEXT = (
    "L’hôpital que Vega a ouvert à Besançon le 3 mai 2024 compte 212 lits. Il emploie 90 médecins.\n\n"
    "Le bâtiment a été dessiné par Mme Roux. Un jardin l’entoure."
)
ENTITIES = """
- id: vega
  kind: company
  name: Vega
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A shared base of three articles, and one article of OURS."""
    home = tmp_path_factory.mktemp("collections")
    write_articles(home / "knowledge", {**ARTICLES, "entities.yaml": ENTITIES})
    engine = Engine(EngineOptions(home / "knowledge", home / "data"))
    engine.prepare()
    shelf = engine.base(OURS).shelf
    shelf.add(shelf.preview(Submission("hopital.txt", OUR_TEXT.encode(), title="L’hôpital de Besançon", lang="fr")))
    yield engine
    engine.close()


def told_in(view: View, question: str) -> set[str]:
    answer = view.ask(question, limit=5, further=5)
    return {quote.article.id for quote in (*answer.quotes, *answer.further)}


def test_a_server_is_answered_from_the_shared_base_and_from_its_own(engine: Engine) -> None:
    view = engine.seen_from(OURS)

    own = view.ask(OUR_QUESTION)
    assert own.verdict is not Verdict.NONE
    assert own.quotes[0].article.id == "hopital"
    start, end = own.quotes[0].highlights[0]
    assert "212 lits" in view.article("hopital").body[start:end]

    shared = view.ask(SHARED_QUESTION)
    assert shared.quotes[0].article.id == "rachat"


@pytest.mark.parametrize("elsewhere", [THEIRS, None])
def test_nobody_else_meets_a_server_s_articles_anywhere(engine: Engine, elsewhere: int | None) -> None:
    quote = engine.seen_from(OURS).ask(OUR_QUESTION).quotes[0]
    reference = QuoteReference.to(quote)
    assert reference is not None
    assert engine.seen_from(OURS).quoted(reference).quote.text == quote.text

    view = engine.seen_from(elsewhere)
    assert "hopital" not in told_in(view, OUR_QUESTION)
    assert "hopital" not in {card.id for card in (*view.sources(), *view.sources("hôpital"))}
    assert not any("2024-05-03" in event.date for event in view.timeline("vega").events)
    with pytest.raises(EngineFault) as gone:
        view.quoted(reference)
    assert gone.value.code is FaultCode.QUOTE_GONE
    with pytest.raises(EngineFault) as gone:
        view.article_of(article_key("hopital"))
    assert gone.value.code is FaultCode.ARTICLE_GONE
    with pytest.raises(EngineFault) as unknown:
        view.article("hopital")
    assert unknown.value.details["closest"] != "hopital"
    with pytest.raises(EngineFault):
        view.ask(OUR_QUESTION, filters=Filters(article="hopital"))


def test_what_comes_into_a_collection_is_news_of_it_alone(engine: Engine) -> None:
    assert engine.collection_numbers() == {OURS: 1}
    own = engine.alone(OURS)
    assert own is not None
    (quote,) = own.news(["Vega"], since=NOTHING_YET)["Vega"].quotes
    assert quote.text == "L’hôpital que Vega a ouvert à Besançon le 3 mai 2024 compte 212 lits."
    assert own.news(["Vega"], since=1)["Vega"].quotes == ()
    assert quote not in engine.news(["Vega"], since=NOTHING_YET)["Vega"].quotes
    assert engine.alone(THEIRS) is None


def test_filters_reach_both(engine: Engine) -> None:
    view = engine.seen_from(OURS)
    assert told_in(view, "Vega") >= {"hopital", "rachat"}
    for article in ("hopital", "rachat"):
        answer = view.ask("Vega", filters=Filters(article=article), further=3)
        assert {quote.article.id for quote in (*answer.quotes, *answer.further)} == {article}


def test_a_timeline_tells_the_events_of_both_in_date_order(engine: Engine) -> None:
    events = engine.seen_from(OURS).timeline("vega").events
    told = {event.date: event.tellings[0].quote for event in events}
    assert list(told) == sorted(told, key=lambda date: first_day(turning_point(date)))
    assert told["2021-03-04"].article.id == "rachat"
    assert told["2024-05-03"].article.id == "hopital"
    assert told["2024-05-03"].text in engine.seen_from(OURS).article("hopital").body
    assert {event.date for event in engine.timeline("vega").events} == set(told) - {"2024-05-03"}


def test_the_same_id_in_both_means_the_server_s_own_and_both_are_quoted(engine: Engine) -> None:
    shelf = engine.base(THEIRS).shelf
    shelf.add(shelf.preview(Submission("rachat.txt", b"Vega rach\xc3\xa8te une ferme. La ferme a 7 vaches.")))
    view = engine.seen_from(THEIRS)
    assert "ferme" in view.article("rachat").body
    for question, said in ((SHARED_QUESTION, "1,2 milliard"), ("Combien de vaches a la ferme ?", "7 vaches")):
        quote = view.ask(question).quotes[0]
        assert said in quote.text
        reference = QuoteReference.to(quote)
        assert reference is not None
        assert view.quoted(reference).quote.text == quote.text
    assert "ferme" not in engine.seen_from(OURS).article("rachat").body
    assert all(event.date for event in view.timeline("vega").events)


def test_the_bases_change_and_go_back_each_for_itself(engine: Engine) -> None:
    shared, own = engine.status(), engine.base(OURS)
    shelf = own.shelf
    shelf.add(
        shelf.preview(Submission("deux.txt", "Une note sur le jardin de l’hôpital, plantée de tilleuls.".encode()))
    )
    assert own.upkeep.status().articles == 2
    own.upkeep.rollback()
    assert own.upkeep.status().articles == 1
    assert {card.id for card in engine.seen_from(OURS).sources()} >= {"hopital", "rachat"}
    assert engine.status() == shared
    own.upkeep.reindex()
    shelf.remove("deux")
    assert [article.id for article in shelf.trash()] == ["deux"]
    assert engine.shelf.trash() == ()


def test_a_server_without_a_collection_sees_the_shared_base_and_leaves_no_trace(engine: Engine, tmp_path: Path) -> None:
    assert engine.seen_from(NOBODYS) is engine
    assert engine.begun(NOBODYS) is None


def test_a_collection_outlives_its_server_for_as_long_as_a_removed_article(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", ARTICLES)
    engine = Engine(EngineOptions(tmp_path / "knowledge", tmp_path / "data"))
    folders = [Path(tmp_path / "data" / "collections" / str(guild)) for guild in (OURS, THEIRS)]
    for guild in (OURS, THEIRS):
        engine.base(guild)
        engine.leave(guild)
    engine.leave(NOBODYS)  # has none
    engine.drop_left()
    assert all(folder.is_dir() for folder in folders)

    engine.come_back(THEIRS)
    past = datetime.now(UTC) - timedelta(seconds=1)
    (folders[0] / LEFT).write_text(past.isoformat(), encoding="ascii")
    engine.drop_left()
    assert [folder.is_dir() for folder in folders] == [False, True]
