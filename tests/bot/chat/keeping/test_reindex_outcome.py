"""What /reindex says in the end."""

import pytest

from bot.catalogue import words_in
from bot.chat.keeping.reindex_command import outcome
from index.report import ReindexReport


@pytest.mark.parametrize(("lang", "said"), [("fr", "Rien n’a changé"), ("en", "Nothing has changed")])
def test_that_nothing_changed_is_said_once(lang: str, said: str) -> None:
    report = ReindexReport(3, (), (), (), 4, (), (), 40, 0, 0.2, is_new=False)
    assert "\n".join(outcome(report, words_in(lang))).count(said) == 1


def test_what_changed_is_said_in_a_line_and_then_told() -> None:
    head, rest = outcome(ReindexReport(3, ("a",), (), (), 4, (), (), 40, 1, 0.2), words_in("en"))
    assert "1" in head
    assert "(1): a" in rest
