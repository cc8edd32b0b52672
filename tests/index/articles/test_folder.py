"""The knowledge folder as people leave it: each bad file is refused with its reason, and the rest goes on."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from tempfile import TemporaryDirectory

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
    "binary behind a mark": (b"\xff\xfe\x00\x01\x02\xff", FaultCode.BINARY),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), FaultCode.BINARY),
    "broken UTF-16": (b"\xff\xfeA\x00B\x00\x00\xd8", FaultCode.UNDECODABLE),
    "too large": (b"x" * (LIMIT + 1), FaultCode.TOO_LARGE),
    "front matter without end": (b"---\ntitle: A\n\nText of the article.", FaultCode.FRONT_MATTER_UNCLOSED),
    "broken YAML": (b"---\ntitle: [a\ndate: 2022\n---\nText.", FaultCode.FRONT_MATTER_INVALID),
    "a list for front matter": (b"---\n- a\n- b\n---\nText.", FaultCode.FRONT_MATTER_INVALID),
    "deep YAML": (b"---\ntags: " + b"[" * 400 + b"]" * 400 + b"\n---\nText.", FaultCode.FRONT_MATTER_INVALID),
    "anchors": (b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nText.", FaultCode.FRONT_MATTER_ALIASES),
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
    (tmp_path / "tableau.xlsx").write_bytes(b"PK\x03\x04")
    assert refusal(tmp_path) == ("tableau.xlsx", FaultCode.UNSUPPORTED_FORMAT)


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


def test_files_of_one_name_are_told_apart_and_the_holder_of_an_id_keeps_it(tmp_path: Path) -> None:
    for folder, text in (("z", "Le premier venu."), ("a", "Le nouveau venu.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.md").write_text(text, encoding="utf-8")
    held = read_folder(tmp_path, max_bytes=LIMIT, held_ids={"note": "z/note.md"})
    assert {file.article.card.path: file.article.card.id for file in held.files} == {
        "a/note.md": "a-note",
        "z/note.md": "note",
    }
    assert held.rejections == ()


def test_ids_say_what_tells_files_apart(tmp_path: Path) -> None:
    ids = {
        "F.md": "f",
        "F#.md": "f-sharp",
        "F++.md": "f-plus-plus",
        "R&D.md": "r-d",
        "conseil/avril/index.md": "avril",
        "conseil/mai/index.md": "mai",
        "mai.txt": "mai-txt",
        "2020/bilan.md": "bilan",
        "2021/bilan.md": "2021-bilan",
        "2021/bilan.txt": "bilan-txt",
        "nord/2021/bilan.md": "nord-2021-bilan",
    }
    for number, name in enumerate(ids):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Texte numéro {number}.", encoding="utf-8")
    assert {file.article.card.path: file.article.card.id for file in read(tmp_path).files} == ids


def test_the_note_of_a_folder_is_passed_over_aloud_and_what_only_begins_like_it_is_read(tmp_path: Path) -> None:
    for name in ("README.md", "readme.fr.txt", "readme2023-bilan.md", "Readme first.md"):
        (tmp_path / name).write_text(f"Ceci est {name}.", encoding="utf-8")
    reading = read(tmp_path)
    assert [file.article.card.path for file in reading.files] == ["Readme first.md", "readme2023-bilan.md"]
    assert [(notice.path, notice.code) for notice in reading.notices] == [
        ("README.md", NoticeCode.COMPANION),
        ("readme.fr.txt", NoticeCode.COMPANION),
    ]


@given(st.lists(st.text("ab/#+&é ", min_size=1, max_size=6), min_size=1, max_size=8, unique=True))
@pytest.mark.slow
def test_whatever_files_are_called_each_has_an_id_of_its_own(names: list[str]) -> None:
    with TemporaryDirectory() as folder:
        paths = set()
        for number, name in enumerate(names):
            path = Path(folder) / f"{name.strip('/').replace('//', '/') or 'x'}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Texte {number}.", encoding="utf-8")
            paths.add(path)
        files = read(Path(folder)).files
        assert len({file.article.card.id for file in files}) == len(files) == len(paths)


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


def test_an_unclosed_quotation_mark_is_told_at_the_line_where_it_opens(tmp_path: Path) -> None:
    (tmp_path / "open.md").write_text('---\ntitle: "The tide\ndate: 2022\nlang: en\n---\nA text.\n', encoding="utf-8")
    (refused,) = read_folder(tmp_path, max_bytes=1_000_000).rejections
    assert (refused.code, refused.details["line"]) == (FaultCode.FRONT_MATTER_INVALID, 2)


def test_a_language_that_is_none_is_told_and_the_text_tells_it(tmp_path: Path) -> None:
    text = "---\ntitle: La marée\ndate: 2022\nlang: xx\n---\nLe bateau est rentré au port avec la marée.\n"
    (tmp_path / "maree.md").write_text(text, encoding="utf-8")
    reading = read_folder(tmp_path, max_bytes=1_000_000)
    assert [notice.code for notice in reading.notices] == [NoticeCode.LANG_UNKNOWN]
    assert [file.article.card.lang for file in reading.files] == ["fr"]


@pytest.mark.parametrize("written", ["31 février 2021", "31st April 2021", "30 février 2021"])
def test_a_day_that_its_month_lacks_is_no_date(tmp_path: Path, written: str) -> None:
    text = f"---\ntitle: La marée\ndate: {written}\nlang: fr\n---\nLe bateau est rentré au port.\n"
    (tmp_path / "maree.md").write_text(text, encoding="utf-8")
    reading = read_folder(tmp_path, max_bytes=1_000_000)
    assert [notice.code for notice in reading.notices] == [NoticeCode.DATE_UNREAD]
    assert [file.article.card.date for file in reading.files] == [None]
