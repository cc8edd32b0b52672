"""Articles added, removed and restored: what is written, what is refused, what a fault leaves behind."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index.articles.folder import read_article
from index.drafts.draft import Block, body_of
from index.engine import Engine, EngineOptions
from index.faults import ArticleFault, EngineFault, Fault, FaultCode
from index.formats.markdown import read_markdown
from index.generation.store import GenerationStore
from index.pages.rendered_text import rendered_blocks
from index.report import MadeBy, Stage
from index.shelf import placing
from index.shelf.markdown import markdown_of
from index.shelf.submission import Submission, preview
from index.shelf.trash import Trash, TrashedArticle
from tests.conftest import ARTICLES, write_articles

NOTE = Submission("Note d’été.txt", "date 2024-05 Vega publie sa note n° 7.\n\nElle coûte 3 000 €.".encode())
PRESS_PAGE = Path(__file__).parents[1] / "pages" / "press_page.html"
LIMIT = 2**20


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles and its index, to be copied."""
    folder = tmp_path_factory.mktemp("indexed")
    write_articles(folder / "knowledge", ARTICLES)
    Engine(EngineOptions(folder / "knowledge", folder / "data")).prepare()
    return folder


@pytest.fixture
def engine(indexed: Path, knowledge: Path, tmp_path: Path) -> Engine:
    shutil.copytree(indexed / "data", tmp_path / "data")
    return Engine(EngineOptions(knowledge, tmp_path / "data"))


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def refusal(fault: pytest.ExceptionInfo[Fault]) -> FaultCode:
    return fault.value.code


# What is written


def test_a_text_is_written_as_markdown_with_its_details_and_indexed_at_once(engine: Engine, knowledge: Path) -> None:
    found = engine.shelf.preview(
        replace(NOTE, title="La note : « 7 »", publisher='Le "Monde": #1', url="https://a.example/7")
    )
    assert (found.card.id, found.card.date, found.card.lang, found.format) == ("note-d-ete", "2024-05", "fr", ".txt")
    assert "note-d-ete.md" not in files(knowledge)

    added = engine.shelf.add(found, made_by=MadeBy.DISCORD)

    assert added.report.added == ("note-d-ete",)
    assert (knowledge / "note-d-ete.md").read_bytes() == found.content
    article = engine.article("note-d-ete")
    assert article.card == found.card == added.card
    assert (article.card.title, article.card.publisher) == ("La note : « 7 »", 'Le "Monde": #1')
    assert article.body == "Vega publie sa note n° 7.\n\nElle coûte 3 000 €."
    assert engine.status().history[0].made_by is MadeBy.DISCORD


def test_a_web_page_keeps_its_text_and_its_headings(engine: Engine) -> None:
    content = PRESS_PAGE.read_bytes()
    found = engine.shelf.preview(Submission("page.html", content))
    read, _ = read_article(content, "page.html")
    assert found.body == read.body
    assert found.sections == tuple(read.body[heading.start : heading.end] for heading in read.headings)
    assert (found.card.title, found.card.date, found.card.url) == (read.card.title, read.card.date, read.card.url)


def test_markdown_keeps_its_text_its_tags_and_its_sources(engine: Engine, knowledge: Path) -> None:
    written = (
        "---\ntitle: Un titre\ndate: 2020\ntags: [a, b]\nsource: {publisher: Le Soir, year: 2019}\n---\nDu *texte*.\n"
    )
    found = engine.shelf.preview(Submission("x.md", written.encode(), date="2021-02-03", publisher="Nous"))
    engine.shelf.add(found)
    article = engine.article("x")
    assert (article.card.title, article.card.date, article.card.publisher) == ("Un titre", "2021-02-03", "Nous")
    assert (article.tags, article.card.sources[0].publisher) == (("a", "b"), "Le Soir")
    assert (knowledge / "x.md").read_text(encoding="utf-8").endswith("---\nDu *texte*.\n")


@given(st.lists(st.tuples(st.text(max_size=60), st.booleans()), min_size=1, max_size=5))
def test_any_text_reads_back_from_its_markdown_character_for_character(blocks: list[tuple[str, bool]]) -> None:
    body = body_of([Block(text.replace("\r", "").replace("\0", ""), 2 if heads else None) for text, heads in blocks])
    assert body_of(rendered_blocks(markdown_of(body))).text == body.text


@given(st.text(alphabet="ab *_#>-+=|:`~\\[]()!<>&;.1\n\t^", max_size=40))
def test_what_markdown_gives_a_meaning_to_reads_back_too(text: str) -> None:
    body = body_of([Block(text)])
    assert body_of(rendered_blocks(markdown_of(body))).text == body.text


DETAILS = {"title": st.text(max_size=30), "publisher": st.text(max_size=30), "lang": st.sampled_from(["fr", "en"])}


@given(st.text(max_size=40), st.fixed_dictionaries({}, optional=DETAILS))
def test_whatever_is_given_an_article_comes_of_it_or_a_fault(text: str, details: dict[str, str]) -> None:
    for name in ("x.md", "x.txt", "x.html"):
        try:
            found = preview(Submission(name, text.encode("utf-8", "replace"), **details), LIMIT)
        except Fault:
            continue
        draft = read_markdown(found.content)
        assert draft.body.text == found.body
        if details.get("lang"):
            assert draft.lang == details["lang"]


@given(st.text(min_size=1, max_size=80))
@example("/")  # leaves nothing but the extension
@example(".")
@hypothesis_settings(max_examples=25)
def test_no_name_leads_anywhere_but_into_the_folder(name: str) -> None:
    for given_name in (f"{name}.txt", f"../{name}.txt", f"/etc/{name}.txt", f"..\\{name}.txt"):
        path = preview(Submission(given_name, b"Vega publie une note."), LIMIT).path
        assert path.endswith(".md")
        assert not set("/\\\0") & set(path)
        assert not path.startswith(".")


def test_a_name_that_would_be_overlooked_is_changed(engine: Engine) -> None:
    found = engine.shelf.preview(replace(NOTE, name="README.txt"))
    assert found.path == "article-readme.md"
    engine.shelf.add(found)
    assert engine.article("article-readme")


# What is refused


@pytest.mark.parametrize(
    ("submission", "code"),
    [
        (replace(NOTE, name="rachat.txt"), FaultCode.ARTICLE_EXISTS),
        (replace(NOTE, content=b" \n"), FaultCode.EMPTY),
        (replace(NOTE, content=b"\0\1\2"), FaultCode.BINARY),
        (replace(NOTE, name="note.xlsx"), FaultCode.UNSUPPORTED_FORMAT),
        (replace(NOTE, name=".."), FaultCode.UNSUPPORTED_FORMAT),
        (replace(NOTE, content=b"x" * (10 * 2**20 + 1)), FaultCode.TOO_LARGE),
        (replace(NOTE, date="2023-02-30"), FaultCode.IMPOSSIBLE_DATE),
        (replace(NOTE, url="javascript:alert(1)"), FaultCode.ADDRESS_UNUSABLE),
        (Submission("x.md", b"---\ntitle: [\n---\nText."), FaultCode.FRONT_MATTER_INVALID),
        (Submission("x.md", b"---\ntitle: &a x\nlang: *a\n---\nText."), FaultCode.FRONT_MATTER_ALIASES),
    ],
)
def test_what_cannot_become_an_article_is_refused_with_its_reason(
    engine: Engine, submission: Submission, code: FaultCode
) -> None:
    with pytest.raises(Fault) as fault:
        engine.shelf.preview(submission)
    assert refusal(fault) is code


def test_a_text_that_is_there_already_is_refused_by_the_other_name(engine: Engine, knowledge: Path) -> None:
    content = (knowledge / "clinics.md").read_bytes()
    with pytest.raises(ArticleFault) as fault:
        engine.shelf.preview(Submission("other.md", content))
    assert (refusal(fault), fault.value.details["other"]) == (FaultCode.SAME_TEXT, "clinics.md")


def test_a_file_that_is_in_the_way_is_never_written_over(engine: Engine, knowledge: Path) -> None:
    (knowledge / "note-d-ete.md").write_bytes(b"")  # no article, and somebody's all the same
    with pytest.raises(EngineFault) as fault:
        engine.shelf.add(engine.shelf.preview(NOTE))
    assert refusal(fault) is FaultCode.ARTICLE_EXISTS
    assert (knowledge / "note-d-ete.md").read_bytes() == b""


def test_a_link_in_the_way_is_not_written_through(engine: Engine, knowledge: Path, tmp_path: Path) -> None:
    (knowledge / "note-d-ete.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(EngineFault) as fault:
        engine.shelf.add(engine.shelf.preview(NOTE))
    assert refusal(fault) is FaultCode.ARTICLE_EXISTS
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize("path", ["../out.md", "a/../../out.md", "link/out.md", "..", ""])
def test_nothing_is_put_outside_the_folder(knowledge: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "outside").mkdir()
    (knowledge / "link").symlink_to(tmp_path / "outside")
    with pytest.raises(EngineFault) as fault:
        placing.put(knowledge, path, b"x")
    assert refusal(fault) is FaultCode.ARTICLE_IS_LINK
    assert not list(tmp_path.rglob("out.md"))


def test_a_missing_folder_is_told(engine: Engine, knowledge: Path) -> None:
    found = engine.shelf.preview(NOTE)
    shutil.rmtree(knowledge)
    with pytest.raises(EngineFault) as fault:
        engine.shelf.add(found)
    assert refusal(fault) is FaultCode.KNOWLEDGE_MISSING


def test_a_file_system_without_hard_links_serves_as_well(
    engine: Engine, knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    engine.shelf.add(engine.shelf.preview(NOTE))
    with pytest.raises(EngineFault) as fault:
        engine.shelf.add(
            replace(engine.shelf.preview(replace(NOTE, name="b.txt", content=b"Else.")), path="note-d-ete.md")
        )
    assert refusal(fault) is FaultCode.ARTICLE_EXISTS


# Removing and restoring


def test_a_removed_article_is_in_the_trash_and_comes_back_as_it_was(engine: Engine, knowledge: Path) -> None:
    content = (knowledge / "notes" / "horaires.txt").read_bytes()
    removed = engine.shelf.remove("horaires")
    assert removed.report.removed == ("horaires",)
    assert not (knowledge / "notes" / "horaires.txt").exists()
    assert [(article.id, article.path) for article in engine.shelf.trash()] == [("horaires", "notes/horaires.txt")]

    shutil.rmtree(knowledge / "notes")
    restored = engine.shelf.restore("horaires")
    assert restored.report.added == ("horaires",)
    assert (knowledge / "notes" / "horaires.txt").read_bytes() == content
    assert engine.shelf.trash() == ()


def test_the_last_article_can_be_removed(engine: Engine) -> None:
    for article_id in ("rachat", "clinics", "horaires"):
        engine.shelf.remove(article_id)
    assert engine.sources() == ()
    assert len(engine.shelf.trash()) == 3


def test_an_article_removed_twice_comes_back_as_it_was_last(engine: Engine, knowledge: Path) -> None:
    engine.shelf.remove("rachat")
    engine.shelf.add(engine.shelf.preview(replace(NOTE, name="rachat.txt")))
    engine.shelf.remove("rachat")
    assert len(engine.shelf.trash()) == 2
    engine.shelf.restore("rachat")
    assert "note n° 7" in engine.article("rachat").body
    with pytest.raises(EngineFault) as fault:
        engine.shelf.restore("rachat")
    assert fault.value.code is FaultCode.ARTICLE_EXISTS or (knowledge / "rachat.md").exists()


@pytest.mark.parametrize("article_id", ["rachta", "../rachat", "", "zzz"])
def test_an_unknown_article_is_neither_removed_nor_restored(engine: Engine, article_id: str) -> None:
    with pytest.raises(EngineFault) as fault:
        engine.shelf.remove(article_id)
    assert refusal(fault) is FaultCode.ARTICLE_UNKNOWN
    with pytest.raises(EngineFault) as fault:
        engine.shelf.restore(article_id)
    assert refusal(fault) is FaultCode.TRASH_LACKS


def test_an_article_behind_a_link_is_left_to_its_owner(engine: Engine, knowledge: Path) -> None:
    (knowledge / ".mounted").mkdir()
    (knowledge / "rachat.md").rename(knowledge / ".mounted" / "rachat.md")
    (knowledge / "rachat.md").symlink_to(".mounted/rachat.md")
    engine.reindex()
    with pytest.raises(EngineFault) as fault:
        engine.shelf.remove("rachat")
    assert refusal(fault) is FaultCode.ARTICLE_IS_LINK
    assert (knowledge / ".mounted" / "rachat.md").exists()


def test_what_a_reindex_refuses_leaves_everything_where_it_was(engine: Engine, knowledge: Path, tmp_path: Path) -> None:
    def break_down(stage: Stage, _done: int, _total: int) -> None:
        if stage is Stage.READ:
            raise OSError(28, "No space left on device")

    before = files(knowledge)
    with pytest.raises(EngineFault):
        engine.shelf.add(engine.shelf.preview(NOTE), progress=break_down)
    with pytest.raises(EngineFault):
        engine.shelf.remove("rachat", progress=break_down)
    assert files(knowledge) == before
    assert engine.shelf.trash() == ()
    engine.shelf.remove("rachat")
    with pytest.raises(EngineFault):
        engine.shelf.restore("rachat", progress=break_down)
    assert [article.id for article in engine.shelf.trash()] == ["rachat"]


def test_an_article_whose_text_came_meanwhile_is_not_left_behind(engine: Engine, knowledge: Path) -> None:
    found = engine.shelf.preview(NOTE)
    (knowledge / "aaa.md").write_bytes(found.content)
    with pytest.raises(ArticleFault) as fault:
        engine.shelf.add(found)
    assert refusal(fault) is FaultCode.SAME_TEXT
    assert not (knowledge / found.path).exists()


def test_an_addition_waits_for_the_reindex_under_way(engine: Engine, tmp_path: Path) -> None:
    from threading import Thread

    found = engine.shelf.preview(NOTE)
    with GenerationStore(tmp_path / "data").writing():
        adding = Thread(target=lambda: engine.shelf.add(found))
        adding.start()
        adding.join(0.2)
        assert adding.is_alive()
    adding.join()
    assert engine.article("note-d-ete")


def test_the_trash_keeps_articles_for_its_days_whatever_the_clock_does(tmp_path: Path) -> None:
    trash = Trash(tmp_path, days=30)
    for number, removed in enumerate(("2001-01-01T00:00:00+00:00", "2099-01-01T00:00:00+00:00")):
        trash.keep(TrashedArticle(f"a{number}", "A", "a.md", removed), b"x")
    trash.clear_old()
    assert [article.id for article in trash.articles()] == ["a1"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"id":"a","title":"","path":"","removed":"never"}'])
def test_a_damaged_entry_of_the_trash_hides_no_other(tmp_path: Path, content: bytes) -> None:
    trash = Trash(tmp_path, days=30)
    article = TrashedArticle("a", "A", "a.md", "2099-01-01T00:00:00+00:00")
    trash.keep(article, b"x")
    damaged = trash.keep(article, b"y")
    (damaged / "about.json").write_bytes(content)
    trash.clear_old()
    assert trash.articles() == (article,)


def test_an_entry_that_leads_out_of_the_folder_is_not_restored(engine: Engine, tmp_path: Path) -> None:
    trash = tmp_path / "data" / "trash"
    engine.shelf.remove("rachat")
    about = next(trash.glob("*/about.json"))
    about.write_text(json.dumps({**json.loads(about.read_text()), "path": "../../out.md"}))
    with pytest.raises(EngineFault) as fault:
        engine.shelf.restore("rachat")
    assert refusal(fault) is FaultCode.ARTICLE_IS_LINK


def test_an_erased_article_is_neither_in_the_trash_nor_in_an_earlier_generation(engine: Engine, tmp_path: Path) -> None:
    shelf = engine.shelf
    shelf.add(shelf.preview(Submission("secret.md", b"The combination of the safe is 7319.")))
    shelf.remove("secret")
    shelf.restore("secret")
    shelf.erase("secret")
    assert all(card.id != "secret" for card in engine.sources())
    assert all(article.id != "secret" for article in shelf.trash())
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"7319" not in kept
    shelf.erase("secret")  # again: nothing to do


def test_an_article_is_relabelled_and_a_label_taken_off_leaves_no_trace(engine: Engine, tmp_path: Path) -> None:
    shelf = engine.shelf
    shelf.add(shelf.preview(Submission("tap.md", b"The tap of the yard is behind the barn.", publisher="Zerbinette")))
    shelf.relabel("tap", {"publisher": "Amaranthe"})
    assert engine.article("tap").card.publisher == "Amaranthe"
    shelf.relabel("tap", {"publisher": ""})
    assert engine.article("tap").card.publisher is None
    assert engine.article("tap").body == "The tap of the yard is behind the barn."
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Amaranthe" not in kept
