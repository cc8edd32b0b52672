"""Whom a paragraph tells of that is never told of beside somebody."""

from pathlib import Path

import pytest

from index.article import Article, ArticleCard
from index.entities.book.entity import EntityBook
from index.entities.proper_names import Naming, unlisted_key
from index.entities.wording import Wording
from index.events.whose.company import Company, Paragraphs
from index.generation.texts import IndexedArticle, Texts, write_texts
from index.unlisted.strangers import Strangers

WORDING = Wording(EntityBook([]))
KESTREL = unlisted_key("Kestrel")
WEEK = (
    "The Kestrel was launched on Monday in Orrin. Ada Marlowe, who built her, was there.\n\n"
    "For Ada Marlowe it was the last ship: she retires in June.\n\n"
    "The Dormer Choir lost a singer in March.\n\n"
    "It rained all week."
)
ELSEWHERE = "The Dormer Choir sang on Sunday. Nobody else did."


def article(name: str, body: str) -> Article:
    return Article(ArticleCard(name, "The week", "2024-05-03", None, None, f"{name}.md", "en"), body)


@pytest.fixture
def company(tmp_path: Path) -> list[Company]:
    """That of the Kestrel in each paragraph of the round-up."""
    week = article("week", WEEK)
    others = [article(f"choir-{number}", ELSEWHERE) for number in range(3)]
    write_texts(tmp_path / "texts.sqlite", [IndexedArticle(one, one.card.id) for one in (week, *others)], ())
    strangers = Strangers(KESTREL, [week], WORDING, Texts(tmp_path / "texts.sqlite"))
    paragraphs = Paragraphs(WEEK, Naming(WORDING).names(WEEK, "en", "The week"))
    places = [WEEK.find(text) for text in ("The Kestrel", "For Ada", "The Dormer", "It rained")]
    return [paragraphs.company(KESTREL, place, strangers) for place in places]


def test_a_paragraph_that_names_somebody_is_among_their_own(company: list[Company]) -> None:
    assert company[0] == Company(has_it=True, known=0.0)


def test_who_was_named_beside_somebody_is_no_stranger_to_them(company: list[Company]) -> None:
    assert company[1] == Company(has_it=False, known=0.0)


def test_a_stranger_is_the_better_known_the_more_articles_name_it(company: list[Company]) -> None:
    assert company[2] == Company(has_it=False, known=4 / 8)


def test_a_paragraph_that_names_nobody_tells_of_no_stranger(company: list[Company]) -> None:
    assert company[3] == Company(has_it=False, known=0.0)
