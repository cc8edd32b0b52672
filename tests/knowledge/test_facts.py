"""The knowledge base against the fact sheet that it is written from: what is sure is told, what is not is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from index.article import Article
from index.articles.folder import read_folder
from index.drafts.edtf_date import article_date
from tests.knowledge.copying import copied_runs
from tests.knowledge.sheet import Fact, Sheet, read_sheet
from tests.knowledge.telling import HEDGES, demand_of, figures_of, lacking, missing, stretches

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TOPICS = [f"T{number:02}" for number in range(1, 33)]
SEED_ARTICLE = "fin-amazon-care"
"""Tells the facts of the article that the base began with; it bears T01 as well as the article on Amazon Care."""

FILES = read_folder(ROOT / "knowledge", max_bytes=1_000_000).files
ARTICLES = {file.article.card.id: file.article for file in FILES}
every_article = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return read_sheet(_shared("facts.md"))


def _shared(name: str) -> Path:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{name} lies beside the repository, in ../shared, and isn't part of it")
    return path


def _article_on(topic: str) -> Article:
    if topic == "seed":
        return ARTICLES[SEED_ARTICLE]
    (found,) = [one for one in ARTICLES.values() if one.tags[:1] == (topic,) and one.card.id != SEED_ARTICLE]
    return found


# What the sheet says


def test_no_fact_of_the_sheet_is_passed_over(sheet: Sheet) -> None:
    stated = re.search(r"(\d+) topics, (\d+) dated facts", _shared("facts.md").read_text(encoding="utf-8"))
    assert stated is not None
    of_topics = [fact for fact in sheet.facts if fact.topic != "seed"]
    assert (len({fact.topic for fact in of_topics}), len(of_topics)) == (int(stated[1]), int(stated[2]))


@pytest.mark.parametrize("topic", [*TOPICS, "seed"])
def test_every_sure_fact_stands_in_its_article(sheet: Sheet, topic: str) -> None:
    article = _article_on(topic)
    lost = [
        f"{topic} ({article.card.path}) {fact.id}: no {', no '.join(lack)}"
        for fact in sheet.of(topic, "high")
        if (lack := missing(fact, article))
    ]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize("topic", TOPICS)
def test_an_article_without_its_figures_would_be_found_out(sheet: Sheet, topic: str) -> None:
    article = _article_on(topic)
    emptied = replace(article, card=replace(article.card, date=None), body=re.sub(r"\d", "", article.body))
    assert all(missing(fact, emptied) for fact in sheet.of(topic, "high"))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_fact_that_is_not_quite_sure_is_told_with_its_reserve(sheet: Sheet, topic: str) -> None:
    article = _article_on(topic)
    bare = [
        f"{topic} ({article.card.path}) {fact.id}: told as sure, or not told"
        for fact in sheet.of(topic, "medium")
        if not _told_with_reserve(fact, article)
    ]
    assert not bare, "\n".join(bare)


def _told_with_reserve(fact: Fact, article: Article) -> bool:
    demand = demand_of(fact)
    paragraphs = [one for one in stretches(article, paragraphs=1) if not lacking(demand, one)]
    return not missing(fact, article) and any(HEDGES.search(paragraph.text.lower()) for paragraph in paragraphs)


@pytest.mark.parametrize("topic", TOPICS)
def test_figures_that_are_in_doubt_are_left_out(sheet: Sheet, topic: str) -> None:
    article = _article_on(topic)
    assert not _doubtful_figures(sheet, topic) & figures_of(article.body, article.card.lang)


def _doubtful_figures(sheet: Sheet, topic: str) -> set[str]:
    """Those of ``low`` facts alone, of two signs or more: a 3 may stand for anything."""
    sound = {
        figure
        for level in ("high", "medium")
        for fact in sheet.of(topic, level)
        for figure in figures_of(fact.text, "en")
    }
    low = {figure for fact in sheet.of(topic, "low") for figure in figures_of(fact.text, "en")}
    return {figure for figure in low - sound if len(figure) > 1}


@pytest.mark.parametrize("topic", TOPICS)
def test_an_article_is_written_in_the_language_suggested(sheet: Sheet, topic: str) -> None:
    assert _article_on(topic).card.lang == sheet.languages[topic]


@pytest.mark.parametrize("topic", TOPICS)
def test_the_pages_that_the_sheet_gives_are_cited(sheet: Sheet, topic: str) -> None:
    article = _article_on(topic)
    given = {address for fact in sheet.facts if fact.topic == topic for address in fact.addresses}
    assert given <= {source.url for source in article.card.sources}


@every_article
def test_no_sentence_is_copied_from_the_sheet_or_the_seed_article(article: Article, sheet: Sheet) -> None:
    originals = [fact.text for fact in sheet.facts] + [_shared("seed/amazon-care.txt").read_text(encoding="utf-8")]
    assert copied_runs(article.body, "\n".join(originals)) == []


# What an article is


@every_article
def test_an_article_has_between_400_and_700_words(article: Article) -> None:
    assert 400 <= len(re.findall(r"\w[\w’'.,-]*", article.body)) <= 700


@every_article
def test_the_front_matter_is_complete(article: Article) -> None:
    card = article.card
    source_text = (ROOT / "knowledge" / card.path).read_text(encoding="utf-8")
    assert all(re.search(rf"^{key}: ", source_text, re.MULTILINE) for key in ("title", "date", "lang", "publisher"))
    assert card.date is not None
    assert card.date == article_date(card.date)
    assert card.lang in {"fr", "en"}
    assert card.publisher == "Sourcier"
    assert article.tags[0] in TOPICS
    assert len(article.tags) > 1
    assert article.card.sources
    for source in article.card.sources:
        assert source.publisher
        assert re.fullmatch(r"(19|20)\d\d", source.year or "")
        assert (source.year or "") <= card.date[:4], "an article can't draw on what came out after it"


def test_each_topic_has_its_article_and_nothing_else_lies_there() -> None:
    assert sorted(article.tags[0] for article in ARTICLES.values()) == sorted([*TOPICS, "T01"])


def test_about_half_of_the_articles_are_french() -> None:
    french = sum(article.card.lang == "fr" for article in ARTICLES.values())
    assert 0.45 <= french / len(ARTICLES) <= 0.65
