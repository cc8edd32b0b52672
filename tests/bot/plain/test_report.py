"""What a re-index changed, in words."""

import pytest

from bot.catalogue import words_in
from bot.plain.keeping.report import MOST_NAMED, report_text
from index.report import ReindexReport


def report(added: int) -> ReindexReport:
    ids = tuple(f"an-article-with-a-long-name-number-{number}" for number in range(added))
    return ReindexReport(1, ids, (), (), 0, (), (), 3 * added, 3 * added, 0.5)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_of_many_articles_the_first_are_named_and_the_others_counted(lang: str) -> None:
    told = report_text(report(500), words_in(lang))
    assert f"number-{MOST_NAMED - 1} " in told
    assert f"number-{MOST_NAMED}" not in told
    assert str(500 - MOST_NAMED) in told


def test_of_few_articles_all_are_named() -> None:
    told = report_text(report(MOST_NAMED), words_in("en"))
    assert f"number-{MOST_NAMED - 1}" in told
    assert "more" not in told
