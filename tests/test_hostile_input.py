"""Anything at all as front matter, date, file name, question or subject: an answer or a refusal, never an error."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index.articles.folder import read_article, read_folder
from index.drafts.edtf_date import article_date
from index.drafts.front_matter import split_front_matter, with_keys
from index.engine import Engine, EngineOptions
from index.faults import ArticleFault, EngineFault
from tests.conftest import ARTICLES, write_articles

YAMLISH = st.text(alphabet="titledangsourcpbhy: -[]{}\"'&*!|>%@`#,?\n\t\\~01.éœ\u2028\ufeff\x85", max_size=80)
KEYS = st.sampled_from(["title", "date", "lang", "publisher", "url", "tags", "source", "sources"])
FRONT_MATTER = st.one_of(
    YAMLISH,
    st.lists(st.tuples(KEYS, YAMLISH), max_size=6).map(lambda pairs: "\n".join(f"{key}: {it}" for key, it in pairs)),
)


@given(FRONT_MATTER, st.text(max_size=40))
@example("title: [[[[[[[[[[[[", "Texte.")
@example("a: &a [*a, *a]", "Texte.")
@example("? title\n: x", "Texte.")
@example("<<: {title: x}", "Texte.")
@example("title: !!python/object:os.system x", "Texte.")
def test_any_front_matter_makes_an_article_or_a_refusal(front: str, text: str) -> None:
    with suppress(ArticleFault):
        article, _ = read_article(f"---\n{front}\n---\n{text}".encode("utf-8", "replace"), "x.md")
        shown = (article.card.title, article.card.publisher or "", *article.tags)
        assert all("\n" not in one and len(one) <= 300 for one in shown)
        assert article.card.url is None or article.card.url.startswith(("http://", "https://", "HTTP"))


@given(FRONT_MATTER)
@example("title: null")
@example("title: ~\nsource: [null]")
def test_a_key_that_is_given_is_the_one_that_is_read(front: str) -> None:
    text = f"---\n{front}\n---\nTexte."
    try:
        before, rest = split_front_matter(text)
        after, same_rest = split_front_matter(with_keys(text, {"lang": "fr", "publisher": "Le « Soir » : n° 1"}))
    except ArticleFault:
        return
    assert (after.lang, after.publisher) == ("fr", "Le « Soir » : n° 1")
    assert (after.title, after.date, after.url, after.tags) == (before.title, before.date, before.url, before.tags)
    assert same_rest == rest


@given(st.text(max_size=20) | st.text(alphabet="0123456789-/XT~?%.: Zu", max_size=16))
def test_any_date_is_edtf_or_refused(written: str) -> None:
    with suppress(ArticleFault):
        date = article_date(written)
        assert article_date(date) == date


NAMES = (
    st.binary(min_size=1, max_size=40)
    .map(lambda name: name.replace(b"/", b"").replace(b"\0", b""))
    .filter(lambda name: name not in (b"", b".", b".."))
)


@given(st.sets(NAMES, max_size=6), st.sampled_from([b"", b".md", b".TXT", b".html", b".pdf", b".docx"]))
@hypothesis_settings(max_examples=40)
def test_any_file_name_is_read_refused_or_hidden(names: set[bytes], ending: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(sorted(names)):
            (Path(folder) / os.fsdecode(name + ending)).write_text(f"Texte numéro {number}.")
        reading = read_folder(Path(folder), max_bytes=10_000)
        told = [file.article.card.path for file in reading.files] + [refused.path for refused in reading.rejections]
        assert len(told) == len(set(told)) <= len(names)
        assert all(path.encode("utf-8") for path in told)
        assert all(file.article.card.id and "/" not in file.article.card.id for file in reading.files)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("base")
    write_articles(folder / "knowledge", ARTICLES)
    engine = Engine(EngineOptions(folder / "knowledge", folder / "data"))
    engine.prepare()
    return engine


ANYTHING = st.text(max_size=60) | st.text(
    alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Po", "Mn"]), max_size=20
)


@given(question=ANYTHING | st.sampled_from(["\ud800", "?" * 6001, "a" * 6000, "\u202e", "1" * 400]))
@hypothesis_settings(max_examples=60)
@pytest.mark.slow
def test_any_question_is_answered_or_refused(engine: Engine, question: str) -> None:
    with suppress(EngineFault):
        for quote in engine.ask(question).quotes:
            assert engine.article(quote.article.id).body[quote.start : quote.end] == quote.text


@given(subject=ANYTHING, since=st.none() | ANYTHING, until=st.none() | st.text("0123456789-/XT~?%.", max_size=12))
@hypothesis_settings(max_examples=60)
def test_any_subject_and_any_dates_give_a_timeline_or_a_refusal(
    engine: Engine, subject: str, since: str | None, until: str | None
) -> None:
    with suppress(EngineFault):
        timeline = engine.timeline(subject, since=since, until=until)
        assert all(event.tellings for event in timeline.events)


@given(st.text(max_size=40))
@hypothesis_settings(max_examples=40)
def test_any_article_is_found_unknown_or_there(engine: Engine, article_id: str) -> None:
    with suppress(EngineFault):
        assert engine.article(article_id).card.id == article_id
