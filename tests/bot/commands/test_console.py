"""``sourcier run`` without a token: the console, on a pipe and in a terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.bot.commands.conftest import COMMAND, Desk

QUESTION = "Combien Vega paie-t-il pour Orion Santé ?"
_ESCAPES = re.compile(r"\x1b\][^\x1b\x07]*(?:\x07|\x1b\\)|\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]")


@pytest.mark.slow
def test_a_pipe_is_read_to_its_end_and_each_line_answered(indexed: Desk) -> None:
    ended = indexed.run("run", stdin=f"{QUESTION}\n\n/ask How many clinics will Vega close?\n/sources\n")
    assert ended.out.index("1,2 milliard d’euros") < ended.out.index("of its walk-in clinics")
    assert ended.out.endswith("3 articles\n")
    assert "\x1b" not in ended.out
    assert ended.err == ""


def test_a_line_follows_the_one_before_and_says_so(indexed: Desk) -> None:
    for lang, said in (("fr", "Compris comme"), ("en", "Understood as")):
        ended = indexed.run("run", stdin=f"{QUESTION}\nmerci !\net quand ?\n", env={"SOURCIER_LANG": lang})
        [line] = [line for line in ended.out.splitlines() if line.startswith(said)]
        assert "Orion Santé" in line


def test_an_empty_pipe_ends_at_once(indexed: Desk) -> None:
    ended = indexed.run("run")
    assert (ended.out, ended.err) == ("", "")


def test_what_cannot_be_served_is_one_line_and_the_rest_goes_on(indexed: Desk) -> None:
    lines = ["/timeline vega --from someday", "/timeline", "/sorces", "/article", "/article rachta", "/ask"]
    lines += ["mot " * 3000, QUESTION]
    ended = indexed.run("run", stdin="\n".join(lines))
    assert len(ended.told) == len(lines) - 1
    assert "/sources" in ended.told[2]
    assert "rachat" in ended.told[4]
    assert "1,2 milliard" in ended.out


def test_words_of_commands_are_understood_without_their_slash_and_in_both_languages(indexed: Desk) -> None:
    ended = indexed.run(
        "run", stdin="help\nAide !\n/aide\nsources\nsources orion\nfrise de Vega\narticle rachat\nétat\n"
    )
    assert ended.out.count("/quit –") == 3
    assert "3 articles" in ended.out
    assert "1 article\n" in ended.out
    assert "340 personnes" in ended.out
    assert "Vega: " in ended.out
    assert "State: good" in ended.out
    assert ended.err == ""


@pytest.mark.parametrize("word", ["quit", "exit", "quitter", "/exit", "Quit."])
def test_any_word_for_leaving_leaves(indexed: Desk, word: str) -> None:
    assert indexed.run("run", stdin=f"{word}\n{QUESTION}\n").out == ""


def test_words_that_only_begin_like_a_command_are_a_question(indexed: Desk) -> None:
    asked = "Article de presse : combien de cliniques Vega ferme ?\nsources de revenus de Vega\nwhy does Vega close\n"
    ended = indexed.run("run", stdin=asked)
    assert ended.err == ""
    assert "3 articles" not in ended.out


def test_courtesies_are_answered_as_such(indexed: Desk) -> None:
    ended = indexed.run("run", stdin="bonjour\nMerci beaucoup !\nau revoir\n", env={"SOURCIER_LANG": "fr"})
    assert [line.split()[0] for line in ended.out.splitlines() if line] == ["Bonjour", "Je", "Au"]


def test_the_console_speaks_one_language_whatever_the_questions_are_in(indexed: Desk) -> None:
    asked = f"{QUESTION}\nHow many clinics will Vega close?\nHow do I bake an apple pie?\n"
    ended = indexed.run("run", stdin=asked, env={"LC_ALL": "", "LANG": "fr_FR.UTF-8"})
    assert "novembre 2023" in ended.out
    assert "Rien dans la base" in ended.out
    assert "Nothing" not in ended.out


def test_refusals_name_commands_as_the_console_calls_them(indexed: Desk) -> None:
    ended = indexed.run("run", stdin="/article\n/article zzzzzz\n/sources zzzzzz\n/xyzzy\n/reindx\n")
    assert len(ended.told) == 5
    assert "sourcier " not in ended.err.replace("sourcier: ", "")
    assert "/reindex" in ended.told[4]


def test_an_answer_is_looked_at_closer(indexed: Desk) -> None:
    lines = ["/why", "/more", "/context", QUESTION, "why", "context 1", "context 9", "/more", "/more", "/more"]
    ended = indexed.run("run", stdin="\n".join(lines))
    assert len([line for line in ended.told if "Ask a question first" in line]) == 3
    assert "of a hundred answers this sure" in ended.out
    assert "Words of the question in quote 1: " in ended.out
    assert "context" in ended.told[3]
    assert "no more quotes" in ended.told[-1]


def test_an_empty_base_says_so(desk: Desk) -> None:
    shutil.rmtree(desk.knowledge)
    desk.knowledge.mkdir()
    ended = desk.run("run", stdin=f"{QUESTION}\n/timeline vega\n")
    assert [line for line in ended.told if "no article to search" not in line][:1] in ([], ["Writing the index"])
    assert sum("no article to search" in line for line in ended.told) == 2
    for command in (["ask", QUESTION], ["ask", QUESTION, "--json"], ["timeline", "vega"], ["reindex"]):
        told = desk.run(*command, status=1)
        assert sum("no article to search" in line for line in told.told) == 1
        assert "0 passages" not in told.out
    assert "no article to search" in desk.run("status").out
    assert "no article to search" in desk.run("sources").err


def test_about_says_what_the_base_is_and_how_to_report_an_error(indexed: Desk) -> None:
    ended = indexed.run("run", stdin="/about\n", env={"SOURCIER_LANG": "fr"})
    assert "Je cherche dans 3 articles" in ended.out
    assert "signé" not in ended.out  # none of these articles is ours
    assert "Une erreur ?" in ended.out


def test_quit_leaves_the_rest_of_the_pipe_unread(indexed: Desk) -> None:
    assert indexed.run("run", stdin=f"/quit\n{QUESTION}\n").out == ""


@pytest.mark.slow
def test_bytes_that_are_not_utf8_do_not_end_the_console(indexed: Desk) -> None:
    assert "1,2 milliard" in indexed.run("run", stdin=b"caf\xe9 \x00\xff ?\n" + QUESTION.encode()).out


def test_every_command_of_the_help_is_obeyed(desk: Desk) -> None:
    ended = desk.run("run", stdin="/help\n/status\n/reindex\n/article rachat\n", env={"SOURCIER_LANG": "fr"})
    for command in ("/ask", "/timeline", "/sources", "/article", "/status", "/reindex", "/help", "/quit"):
        assert command in ended.out
    assert "État : bon" in ended.out
    assert "Inchangés : 3" in ended.out
    assert "340 personnes" in ended.out
    assert ended.told[0] == "Lecture de 3 fichiers"


def test_a_missing_articles_folder_ends_the_console_in_one_line(desk: Desk) -> None:
    shutil.rmtree(desk.knowledge)
    assert len(desk.run("run", stdin=QUESTION, status=1).told) == 1


class Screen:
    """A terminal of 100 columns with ``sourcier run`` in it."""

    def __init__(self, desk: Desk, env: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [COMMAND, "run"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=desk.folder,
            env=desk.environment({"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40", **env}),
            start_new_session=True,
        )
        os.close(theirs)
        self.raw = ""
        self.seen = ""

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def wait_for(self, text: str) -> str:
        """What has appeared since the last wait, up to ``text``, without escapes; ``seen`` keeps them."""
        while text not in self.shown:
            ready, _, _ = select.select([self._ours], [], [], 60)
            assert ready, f"{text!r} never appeared:\n{self.shown}"
            self.raw += os.read(self._ours, 65536).decode("utf-8", errors="replace")
            if "\x1b[6n" in self.raw:  # the program asks where the cursor is
                self.raw = self.raw.replace("\x1b[6n", "")
                self.type("\x1b[1;1R")
        seen, _, rest = self.shown.partition(text)
        self.seen, self.raw = self.raw, rest
        return seen + text

    @property
    def shown(self) -> str:
        return _ESCAPES.sub("", self.raw)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)


@contextmanager
def _screen(desk: Desk, **env: str) -> Iterator[Screen]:
    screen = Screen(desk, env)
    try:
        yield screen
    finally:
        screen.close()


@pytest.fixture
def own(indexed: Desk, desk: Desk) -> Desk:
    """A copy of the shared index: a console keeps its history there."""
    shutil.copytree(indexed.data, desk.data)
    return desk


@pytest.mark.slow
def test_a_terminal_welcomes_draws_quotes_and_keeps_what_was_typed(own: Desk) -> None:
    with _screen(own) as screen:
        assert "3 articles" in screen.wait_for("/quit")
        screen.wait_for("›")
        screen.type(f"{QUESTION}\r")
        screen.wait_for("[1]")
        screen.wait_for("›")
        screen.type("un brouillon")
        screen.wait_for("brouillon")
        screen.type("\x03")
        screen.wait_for("›")
        screen.type("/sorces\r")
        screen.wait_for("the closest is /sources")
        screen.wait_for("›")
        screen.type("\x04")
        assert screen.process.wait(60) == 0
    assert QUESTION in (own.data / "console" / "history").read_text(encoding="utf-8")
    assert "brouillon" not in (own.data / "console" / "history").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_terminal_shows_the_answering_sentence_in_bold_behind_a_bar(own: Desk) -> None:
    with _screen(own) as screen:
        screen.wait_for("›")
        screen.type(f"{QUESTION}\r")
        assert "▎" in screen.wait_for("[1]")
        assert re.search(r"\x1b\[1m[^\x1b]*Vega", screen.seen)
        screen.wait_for("›")
        screen.type("/quit\r")
        assert screen.process.wait(60) == 0


@pytest.mark.slow
def test_a_history_that_cannot_be_kept_does_not_matter(own: Desk) -> None:
    (own.data / "console").touch()
    with _screen(own) as screen:
        screen.wait_for("›")
        screen.type("/help\r")
        screen.wait_for("/quit –")
        screen.wait_for("›")
        screen.type("/quit\r")
        assert screen.process.wait(60) == 0
