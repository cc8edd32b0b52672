"""A question for a list, alone and beside another question, and two that are compared, on a real base."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.listing.listing import MANY, Listed, is_told
from index.reading.first import AT_MOST
from tests.conftest import write_articles

ARTICLES = {
    "pelote": ("2015-03-02", "Vastrel a racheté la société Pelote en mars 2015. Pelote fabrique des fils."),
    "gravure": ("2018-06-10", "En juin 2018, Vastrel a racheté la société Gravure, qui imprime des affiches."),
    "osier": ("2021-09-01", "Vastrel a racheté la société Osier en septembre 2021, pour sept millions d’euros."),
    "pont": ("2019-05-04", "Le pont de Lunaret a coûté 41 millions d’euros. Il a ouvert le 3 mai 2019."),
    "vastrel": (
        "2022-02-01",
        "Deux tisserands ont fondé Vastrel en 1998. En 2003, Vastrel a créé une école de dessin.",
    ),
    "lunel": ("2020-02-01", "En 1995, Lunel a créé un prix. Lunel a été fondée à Tarmont en 1987."),
    "phare": ("2011-05-04", "Le phare de Tarmont a ouvert le 8 juin 2011, après deux ans de chantier."),
}
LIST = "Quelles sociétés Vastrel a-t-elle rachetées"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    home: Path = tmp_path_factory.mktemp("lists")
    (home / "articles").mkdir()
    write_articles(
        home / "articles",
        {
            f"{name}.md": f"---\ntitle: {name.capitalize()}\ndate: {date}\nlang: fr\n---\n\n{text}\n"
            for name, (date, text) in ARTICLES.items()
        },
    )
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    engine.reindex()
    return engine


def test_the_items_of_a_list_come_in_the_order_of_time_whatever_the_limit(base: Engine) -> None:
    answer = base.ask(f"{LIST} ?", limit=1)
    told = [quote.article.id for quote in answer.quotes if quote.article.id in ("pelote", "gravure", "osier")]
    assert told == ["pelote", "gravure", "osier"]
    assert answer.items is not None
    assert answer.items >= 3


def test_a_name_in_small_letters_is_whom_a_list_is_about_like_one_with_a_capital(base: Engine) -> None:
    shown = [base.find(asked).considered for asked in (f"{LIST} ?", f"{LIST.lower()} ?")]
    by_them = [{(hit.indexed.card.id, reasons.by_them, reasons.about) for hit, _, reasons in one} for one in shown]
    assert {about for _, _, about in by_them[0]} == {0.0, 1.0}
    assert by_them[1] == by_them[0]


def test_several_events_of_the_kind_asked_for_are_a_list_though_no_passage_answers_alone(base: Engine) -> None:
    finding = base.find(f"{LIST} ?")
    assert is_told(finding.listed, finding.considered)
    assert not is_told(finding.listed[:1], finding.considered[:1])
    other = base.find("Quelles sociétés Lunel a-t-elle rachetées ?")
    assert not is_told(other.listed, other.considered)


def test_many_events_that_are_likely_of_the_kind_are_a_list_though_none_is_sure(base: Engine) -> None:
    finding = base.find(f"{LIST} ?")
    hit, sentence, reasons = next(one for one in finding.considered if one[2].dated and one[2].does > 0)
    slope = replace(reasons, share=reasons.share + 1).logit() - reasons.logit()
    likely = replace(reasons, share=reasons.share - reasons.logit() / slope)
    spans = [(sentence[0] + more, sentence[1] + more) for more in range(MANY)]
    items = [Listed(hit, tuple(spans), tuple(spans))]
    considered = [(hit, span, likely) for span in spans]
    assert is_told(items, considered)
    assert not is_told(items, considered[1:])


def test_a_part_of_a_question_may_be_a_list(base: Engine) -> None:
    answer = base.ask(f"{LIST} et combien a coûté le pont de Lunaret ?")
    told = [quote.article.id for quote in answer.quotes]
    assert [name for name in told if name in ("pelote", "gravure", "osier")] == ["pelote", "gravure", "osier"]
    assert "pont" in told
    assert answer.items is not None
    assert len({(quote.article.id, quote.start) for quote in answer.quotes}) == len(answer.quotes)


def test_two_that_are_compared_stand_side_by_side_and_are_no_parts(base: Engine) -> None:
    answer = base.ask("Lequel a ouvert en premier, le pont de Lunaret ou le phare de Tarmont ?")
    assert [quote.article.id for quote in answer.quotes[:2]] == ["phare", "pont"]
    assert answer.items is None


def test_what_was_founded_first_is_told_by_its_founding_not_by_what_it_founded(base: Engine) -> None:
    quotes = base.ask("Laquelle a été fondée en premier, Vastrel ou Lunel ?").quotes[:2]
    marked = [
        quote.text[start - quote.start : end - quote.start] for quote in quotes for start, end in quote.highlights
    ]
    assert ["1987" in marked[0], "1998" in marked[1]] == [True, True]


def test_one_thing_that_is_asked_is_no_list(base: Engine) -> None:
    assert base.ask("Combien a coûté le pont de Lunaret ?").items is None


def test_a_sentence_that_tells_no_item_is_not_marked_with_those_that_do(base: Engine) -> None:
    marked = [
        quote.text[start - quote.start : end - quote.start]
        for quote in base.ask(f"{LIST} ?").quotes
        for start, end in quote.highlights
    ]
    assert sum("racheté" in text for text in marked) == 3


def test_a_question_for_one_thing_is_read_no_further_than_it_was(base: Engine) -> None:
    finding = base.find("Combien a coûté le pont de Lunaret ?")
    assert finding.considered == ()
    assert len(finding.read) <= AT_MOST
