"""Why an answer is what it is, on a real base, and where an expected passage got lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions
from index.explanation import Stage
from tests.conftest import write_articles

BRIDGE = "Le pont de Lunaret a coûté 41 millions d’euros, a annoncé la ville. Il a ouvert le 3 mai 2019."
BAKERY = "La boulangerie Tissot a fermé en 2018. Son four à bois date de 1921."
QUESTION = "Combien a coûté le pont de Lunaret ?"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    home: Path = tmp_path_factory.mktemp("why")
    (home / "articles").mkdir()
    filler = {
        f"quartier-{number:02}.md": f"---\ntitle: Quartier {number}\nlang: fr\n---\n\nLe quartier {number} a une place"
        f" et {number + 2} rues, où se tient un marché chaque semaine. On y trouve la maison {number * 7}.\n"
        for number in range(60)
    }
    articles = {
        "pont.md": f"---\ntitle: Le pont de Lunaret est ouvert\ndate: 2019-05-04\nlang: fr\n---\n\n{BRIDGE}\n",
        "four.md": f"---\ntitle: Tissot éteint son four\ndate: 2018-03-01\nlang: fr\n---\n\n{BAKERY}\n",
        **filler,
    }
    write_articles(home / "articles", articles)
    engine = Engine(EngineOptions(home / "articles", home / "data", reading_seconds=60))
    engine.prepare()
    engine.reindex()
    return engine


def test_it_tells_what_the_answer_itself_tells(base: Engine) -> None:
    explanation, answer = base.explain(QUESTION), base.ask(QUESTION)
    [looked] = explanation.looked
    assert explanation.answer.quotes == answer.quotes
    assert (looked.verdict, round(looked.confidence, 4)) == (answer.verdict, answer.confidence)
    assert looked.weighed[0].shown
    assert looked.weighed[0].quote.highlights == answer.quotes[0].highlights
    assert looked.weighed[0].answers is not None
    assert {"answers", "named", "lead"} <= set(looked.evidence)


@pytest.mark.parametrize(
    ("expect", "stage"),
    [
        ("41 millions d’euros", Stage.SHOWN),
        ("pont", Stage.SHOWN),
        ("le 3 mai 2019", Stage.UNMARKED),
        ("une girafe en scaphandre", Stage.NOWHERE),
        ("…", Stage.NOWHERE),
    ],
)
def test_what_is_expected_is_followed_to_where_it_is_lost(base: Engine, expect: str, stage: Stage) -> None:
    found = base.explain(QUESTION, expect=expect).expected
    assert found is not None
    assert found.stage is stage


def test_what_is_shown_nowhere_is_lost_at_a_stage_before(base: Engine) -> None:
    found = base.explain(QUESTION, expect="four", limit=1).expected
    assert found is not None
    assert found.article == "Tissot éteint son four"
    assert found.stage in (Stage.NO_CANDIDATE, Stage.CANDIDATE, Stage.UNREAD, Stage.READ)


def test_what_the_verdict_held_back_is_told_as_refused(base: Engine) -> None:
    question = "Quelle est la capitale du Pérou et qui préside son sénat ?"
    explanation = base.explain(question)
    first = explanation.looked[0].weighed[0].quote.article.id
    found = base.explain(question, expect=first).expected
    assert not explanation.answer.quotes
    assert found is not None
    assert found.stage is Stage.REFUSED


def test_each_part_of_a_question_is_told_by_itself(base: Engine) -> None:
    looked = base.explain("Combien a coûté le pont de Lunaret et quand a-t-il ouvert ?").looked
    assert len(looked) == 2
