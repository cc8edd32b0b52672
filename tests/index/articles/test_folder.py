"""The knowledge folder as people leave it: each bad file is refused with its reason, and the rest goes on."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles.folder import Reading, read_folder
from index.articles.naming import article_id
from index.faults import EngineFault, FaultCode
from index.report import NoticeCode

GOOD = "---\ntitle: Bon article\ndate: 2022-07\n---\nUn article qui se lit, avec une phrase entière."
LIMIT = 50_000


def read(folder: Path) -> Reading:
    return read_folder(folder, max_bytes=LIMIT)


def refusal(folder: Path) -> tuple[str, FaultCode]:
    """The one refusal of a folder whose other article is read all the same."""
    (folder / "bon.md").write_text(GOOD, encoding="utf-8")
    reading = read(folder)
    assert [file.article.card.id for file in reading.files] == ["bon"]
    (refused,) = reading.rejections
    return refused.path, refused.code


CONTENTS = {
    "empty": (b"", FaultCode.EMPTY),
    "white space": (b" \n\t\n\xc2\xa0", FaultCode.EMPTY),
    "only a mark": (b"\xef\xbb\xbf", FaultCode.EMPTY),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), FaultCode.BINARY),
    "broken UTF-16": (b"\xff\xfeA\x00B\x00\x00\xd8", FaultCode.UNDECODABLE),
    "too large": (b"x" * (LIMIT + 1), FaultCode.TOO_LARGE),
    "front matter without end": (b"---\ntitle: A\n\nText of the article.", FaultCode.FRONT_MATTER_UNCLOSED),
    "broken YAML": (b"---\ntitle: [a\ndate: 2022\n---\nText.", FaultCode.FRONT_MATTER_INVALID),
    "a list for front matter": (b"---\n- a\n- b\n---\nText.", FaultCode.FRONT_MATTER_INVALID),
    "deep YAML": (b"---\ntags: " + b"[" * 400 + b"]" * 400 + b"\n---\nText.", FaultCode.FRONT_MATTER_INVALID),
    "anchors": (b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nText.", FaultCode.FRONT_MATTER_ALIASES),
    "a day that is not": (b"---\ntitle: A\ndate: 2023-02-29\n---\nText.", FaultCode.IMPOSSIBLE_DATE),
    "a month that is not": (b"---\ntitle: A\ndate: 2023-13\n---\nText.", FaultCode.IMPOSSIBLE_DATE),
    "a date in words": (b"---\ntitle: A\ndate: next week\n---\nText.", FaultCode.IMPOSSIBLE_DATE),
    "nothing but front matter": (b"---\ntitle: A\n---\n", FaultCode.NO_TEXT),
}


@pytest.mark.parametrize("case", CONTENTS)
def test_content_that_is_no_article_is_refused_and_the_rest_goes_on(tmp_path: Path, case: str) -> None:
    content, code = CONTENTS[case]
    (tmp_path / "mauvais.md").write_bytes(content)
    assert refusal(tmp_path) == ("mauvais.md", code)


def test_an_impossible_date_before_plain_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("date 2022-13 Le texte.", encoding="utf-8")
    assert refusal(tmp_path) == ("note.txt", FaultCode.IMPOSSIBLE_DATE)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tableau.docx").write_bytes(b"PK\x03\x04")
    assert refusal(tmp_path) == ("tableau.docx", FaultCode.UNSUPPORTED_FORMAT)


def test_a_pipe_is_refused_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.md")
    assert refusal(tmp_path) == ("tube.md", FaultCode.NOT_A_FILE)


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("prise.md")
        assert refusal(tmp_path) == ("prise.md", FaultCode.NOT_A_FILE)


def test_a_link_that_leaves_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.md").write_text("Ne doit pas être lu.", encoding="utf-8")
    (inside / "lien.md").symlink_to(outside / "secret.md")
    assert refusal(inside) == ("lien.md", FaultCode.LEAVES_FOLDER)
    (inside / "lien.md").unlink()
    (inside / "dossier").symlink_to(outside)
    assert refusal(inside) == ("dossier", FaultCode.LEAVES_FOLDER)


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lien.md").symlink_to(tmp_path / "absent.md")
    assert refusal(tmp_path) == ("lien.md", FaultCode.BROKEN_LINK)


def test_a_link_within_the_folder_and_a_loop_of_folders_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "bon.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "autre.md").symlink_to(tmp_path / "bon.md")
    (tmp_path / "boucle").symlink_to(tmp_path)
    reading = read(tmp_path)
    assert [file.article.card.path for file in reading.files] == ["bon.md"]
    assert reading.rejections == ()


def test_sub_folders_are_followed_and_hidden_names_are_not(tmp_path: Path) -> None:
    (tmp_path / "2022" / "juillet").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "2022" / "juillet" / "a.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / ".git" / "b.md").write_text("Caché.", encoding="utf-8")
    (tmp_path / "README.md").write_text("Mode d'emploi.", encoding="utf-8")
    assert [file.article.card.path for file in read(tmp_path).files] == ["2022/juillet/a.md"]


def test_two_files_of_one_name_collide_and_the_first_holder_keeps_the_id(tmp_path: Path) -> None:
    for folder, text in (("z", "Le premier venu."), ("a", "Le nouveau venu.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.md").write_text(text, encoding="utf-8")
    held = read_folder(tmp_path, max_bytes=LIMIT, held_ids={"note": "z/note.md"})
    assert [file.article.card.path for file in held.files] == ["z/note.md"]
    assert [(r.path, r.code) for r in held.rejections] == [("a/note.md", FaultCode.SAME_ID)]


def test_the_same_text_twice_is_one_article(tmp_path: Path) -> None:
    for name in ("copie.md", "original.md"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    reading = read(tmp_path)
    assert len(reading.files) == 1
    assert [refused.code for refused in reading.rejections] == [FaultCode.SAME_TEXT]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_each_of_its_encodings(tmp_path: Path, encoding: str) -> None:
    text = "« L’été » coûte 3,9 milliards d’euros."
    (tmp_path / "note.txt").write_bytes(text.encode(encoding))
    (file,) = read(tmp_path).files
    assert file.article.body == text
    assert read(tmp_path).notices == ()


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    text = "« L’été » coûte 3,9 € l’unité."
    (tmp_path / "note.txt").write_bytes(text.encode("cp1252"))
    reading = read(tmp_path)
    assert reading.files[0].article.body == text
    assert [(notice.path, notice.code) for notice in reading.notices] == [("note.txt", NoticeCode.READ_AS_CP1252)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clos.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "clos.md").chmod(0)
    assert refusal(tmp_path) == ("clos.md", FaultCode.UNREADABLE)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(EngineFault) as caught:
        read(tmp_path / "absent")
    assert caught.value.code is FaultCode.KNOWLEDGE_MISSING


def test_names_with_bytes_that_are_no_text_are_read(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9 \xff.md"
    Path(os.fsdecode(name)).write_text(GOOD, encoding="utf-8")
    (file,) = read(tmp_path).files
    assert file.article.card.path.isprintable()
    assert file.article.card.id


@given(st.binary(max_size=400), st.sampled_from(["a.md", "a.txt"]))
def test_any_bytes_are_an_article_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / name).write_bytes(data)
    reading = read(folder)
    assert len(reading.files) + len(reading.rejections) == 1
    for file in reading.files:
        article = file.article
        assert article.body.encode("utf-8")  # no lone surrogate
        assert "\0" not in article.body + article.card.title
        assert all(article.body[h.start : h.end].strip() for h in article.headings)


@given(st.text(min_size=1, max_size=60))
def test_ids_are_stable_printable_and_without_slashes(name: str) -> None:
    found = article_id(name)
    assert found == article_id(name)
    assert found
    assert found.isprintable()
    assert "/" not in found
