"""Questions to some of the articles only, and quotes found again after the base has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.answer import Verdict
from index.engine import Engine, EngineOptions
from index.faults import EngineFault, FaultCode
from index.question.filters import Filters
from index.reference import REFERENCE_BYTES, QuoteReference
from tests.conftest import ARTICLES, write_articles

QUESTION = "What did Vega announce?"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("filters")
    write_articles(folder / "knowledge", ARTICLES)
    engine = Engine(EngineOptions(folder / "knowledge", folder / "data"))
    engine.prepare()
    return engine


def found_in(engine: Engine, filters: Filters) -> set[str]:
    finding = engine.find(QUESTION, filters=filters)
    return {hit.indexed.card.id for hit in finding.hits}


def test_a_question_to_one_article_finds_nothing_else(engine: Engine) -> None:
    ids = {card.id for card in engine.sources()}
    assert found_in(engine, Filters()) == ids
    for article in ids:
        assert found_in(engine, Filters(article=article)) == {article}


def test_an_article_may_be_named_by_its_title(engine: Engine) -> None:
    assert found_in(engine, Filters(article="vega CLOSES its  clinics")) == {"clinics"}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2022", None, {"clinics", "horaires"}),
        (None, "2021-03", {"rachat"}),
        ("novembre 2023", None, {"clinics"}),
        ("in May 2022", "2022-05-02", {"horaires"}),
        (" ", "", {"clinics", "horaires", "rachat"}),
        ("1990", "1999", set()),
    ],
)
def test_a_period_keeps_the_articles_whose_date_overlaps_it(
    engine: Engine, since: str | None, until: str | None, expected: set[str]
) -> None:
    assert found_in(engine, Filters(since=since, until=until)) == expected


@pytest.mark.parametrize(
    ("filters", "code"),
    [
        (Filters(article="nothing like it"), FaultCode.ARTICLE_UNKNOWN),
        (Filters(since="someday"), FaultCode.DATE_UNREADABLE),
        (Filters(since="2023", until="2021"), FaultCode.DATES_REVERSED),
    ],
)
def test_a_filter_that_means_nothing_is_refused(engine: Engine, filters: Filters, code: FaultCode) -> None:
    with pytest.raises(EngineFault) as refusal:
        engine.ask(QUESTION, filters=filters)
    assert refusal.value.code is code


def test_a_period_without_articles_has_no_answer_and_nothing_close(engine: Engine) -> None:
    answer = engine.ask(QUESTION, further=3, filters=Filters(until="1999"))
    assert (answer.verdict, answer.quotes, answer.further) == (Verdict.NONE, (), ())


@pytest.mark.slow
def test_what_comes_further_leaves_the_answer_as_it_is(engine: Engine) -> None:
    question = "How many clinics did Vega close?"
    short, long = engine.ask(question, limit=1), engine.ask(question, limit=1, further=2)
    assert short.quotes == long.quotes
    assert short.further == ()
    assert len(long.further) == 2
    places = [(quote.article.id, quote.start, quote.text) for quote in long.quotes + long.further]
    assert [(quote.article.id, quote.start, quote.text) for quote in engine.ask(question, limit=3).quotes] == places


def test_without_an_answer_the_closest_passages_are_no_quotes(engine: Engine) -> None:
    answer = engine.ask("What is the boiling point of tungsten on Neptune's moons?", further=2)
    assert answer.verdict is Verdict.NONE
    assert answer.quotes == ()
    assert len(answer.further) == 2


def test_articles_are_searched_by_all_the_words_of_title_publisher_date_or_file(engine: Engine) -> None:
    def found(search: str) -> list[str]:
        return [card.id for card in engine.sources(search)]

    assert found("vega") == ["clinics", "rachat"]  # its title begins with it
    assert found("QUOTIDIEN 2021") == ["rachat"]
    assert found("horaires.txt") == ["horaires"]
    assert found("vega quotidien gazette") == []
    assert found("  ") == [card.id for card in engine.sources()]


def referred(engine: Engine) -> tuple[QuoteReference, str]:
    [quote] = engine.ask("Combien de capteurs Orion vend-elle, et dans combien de pays ?", limit=1).quotes
    reference = QuoteReference.to(quote)
    assert reference is not None
    packed = reference.packed()
    assert len(packed) == REFERENCE_BYTES
    assert QuoteReference.unpacked(packed) == reference
    return reference, quote.text


def test_a_quote_is_found_again_by_its_reference(engine: Engine) -> None:
    reference, text = referred(engine)
    located = engine.quoted(reference)
    assert located.quote.text == text == located.article.body[located.quote.start : located.quote.end]
    assert located.quote.highlights
    assert located.quote.section == "Ce que fait Orion"


@pytest.mark.slow
def test_a_quote_that_moved_is_found_and_one_that_is_gone_is_refused(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    write_articles(knowledge, ARTICLES)
    engine = Engine(EngineOptions(knowledge, tmp_path / "data"))
    engine.prepare()
    reference, text = referred(engine)

    moved = ARTICLES["rachat.md"].replace("Le groupe Vega", "On l’a su hier. Le groupe Vega")
    write_articles(knowledge, {"rachat.md": moved})
    engine.reindex()
    located = engine.quoted(reference)
    assert located.quote.text == text
    assert located.quote.start > reference.start

    write_articles(knowledge, {"rachat.md": moved.replace("14 pays", "15 pays")})
    engine.reindex()
    with pytest.raises(EngineFault) as changed:
        engine.quoted(reference)
    (knowledge / "rachat.md").unlink()
    engine.reindex()
    with pytest.raises(EngineFault) as removed:
        engine.quoted(reference)
    assert changed.value.code is removed.value.code is FaultCode.QUOTE_GONE
