"""Articles leave the index when their day is over, and stay on the disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.articles.folder import read_folder
from index.articles.lifetime import Lifetime
from index.articles.recalled import Recalled, recall_from
from index.faults import FaultCode
from index.report import NoticeCode

TODAY = date(2026, 6, 15)


def left(knowledge: Path, lifetime: Lifetime) -> dict[str, FaultCode]:
    return {one.path: one.code for one in read_folder(knowledge, max_bytes=10**6, lifetime=lifetime).rejections}


@pytest.mark.parametrize(
    ("expires", "gone"),
    [("2026-06-14", True), ("2026-06-15", False), ("2026-06", False), ("2026-05", True), ("2025", True), ("", False)],
)
def test_an_article_answers_until_the_last_day_it_says(tmp_path: Path, expires: str, gone: bool) -> None:
    (tmp_path / "a.md").write_text(f"---\nexpires: {expires}\n---\nVega ouvre une clinique.", encoding="utf-8")
    assert left(tmp_path, Lifetime(TODAY)) == ({"a.md": FaultCode.EXPIRED} if gone else {})
    assert (tmp_path / "a.md").exists()


def test_a_day_that_cannot_be_read_is_told_and_the_article_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nexpires: bientôt\n---\nVega ouvre une clinique.", encoding="utf-8")
    reading = read_folder(tmp_path, max_bytes=10**6)
    assert len(reading.files) == 1
    assert [notice.code for notice in reading.notices] == [NoticeCode.DATE_UNREAD]


def test_articles_older_than_so_many_days_are_left_out_and_undated_ones_stay(tmp_path: Path) -> None:
    for name, dated in (("old", "2026-04-30"), ("young", "2026-06-01"), ("month", "2026-06"), ("undated", "")):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: {dated}\n---\nLe texte {name}.", encoding="utf-8")
    assert left(tmp_path, Lifetime(TODAY, 30)) == {"old.md": FaultCode.TOO_OLD}
    assert left(tmp_path, Lifetime(TODAY)) == {}


def test_what_was_read_before_leaves_too_when_its_day_comes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nexpires: 2026-06-14\n---\nVega ouvre une clinique.", encoding="utf-8")
    before = read_folder(tmp_path, max_bytes=10**6, lifetime=Lifetime(date(2026, 6, 14)))
    (file,) = before.files
    card = file.article.card
    known = Recalled(card.id, card.path, file.digest, "", card.date, card.expires)
    reading = read_folder(tmp_path, max_bytes=10**6, recall=recall_from([known]), lifetime=Lifetime(TODAY))
    assert (reading.unchanged, reading.files) == ((), ())
    assert [one.code for one in reading.rejections] == [FaultCode.EXPIRED]


def test_what_was_left_out_comes_back_when_more_days_are_allowed() -> None:
    fault = Lifetime(TODAY, 30).end_of("2026-01-01", None)
    assert fault is not None
    assert Lifetime(TODAY, 30).still(fault)
    assert not Lifetime(TODAY, 400).still(fault)
    assert not Lifetime(TODAY).still(fault)
