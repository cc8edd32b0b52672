"""``sourcier ask``: the answer as JSON and as text, streams of questions, and what is refused."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import IO, Any

import pytest

from index.answer import FAR
from tests.bot.commands.conftest import Desk

QUESTION = "Combien Vega paie-t-il pour Orion Santé ?"
ENGLISH = "How many walk-in clinics will Vega close?"
UNKNOWN = "Quelle est la recette de la tarte aux pommes ?"

ANSWER_KEYS = ["question", "lang", "verdict", "confidence", "generation", "seconds", "understood", "items", "quotes"]
QUOTE_KEYS = ["text", "start", "end", "highlights", "answer", "score", "section", "article", "also", "contradicted_by"]
CARD_KEYS = ["id", "title", "date", "publisher", "url", "path", "lang"]


def _ask(desk: Desk, question: str, *options: str) -> dict[str, Any]:
    ended = desk.run("ask", question, "--json", *options)
    assert ended.err == ""
    answer: dict[str, Any] = json.loads(ended.out)
    return answer


def test_json_has_the_keys_of_the_contract_and_no_other(indexed: Desk) -> None:
    answer = _ask(indexed, QUESTION)
    assert list(answer) == ANSWER_KEYS
    assert (answer["question"], answer["lang"], answer["generation"]) == (QUESTION, "fr", 1)
    assert answer["verdict"] in ("found", "weak")
    assert 0 <= answer["confidence"] <= 1
    assert isinstance(answer["seconds"], float)
    for quote in answer["quotes"]:
        assert list(quote) == QUOTE_KEYS
        assert list(quote["article"]) == CARD_KEYS


def test_every_quote_is_a_slice_of_the_article_s_body(indexed: Desk) -> None:
    quotes = _ask(indexed, QUESTION)["quotes"]
    assert "1,2 milliard d’euros" in quotes[0]["text"]
    for quote in quotes:
        body = json.loads(indexed.run("article", quote["article"]["id"], "--json").out)["body"]
        assert quote["text"] == body[quote["start"] : quote["end"]]
        for start, end in quote["highlights"]:
            assert quote["start"] <= start < end <= quote["end"]


def test_limit_bounds_the_quotes(indexed: Desk) -> None:
    assert len(_ask(indexed, QUESTION, "--limit", "1")["quotes"]) == 1


def test_lang_says_how_the_question_is_read(indexed: Desk) -> None:
    assert _ask(indexed, "Vega Orion", "--lang", "en")["lang"] == "en"
    assert _ask(indexed, "Vega Orion", "--lang", "FR")["lang"] == "fr"


@pytest.mark.slow
def test_accents_come_out_in_utf8_whatever_the_locale(indexed: Desk) -> None:
    for locale in ("C", "POSIX", "fr_FR.ISO-8859-1"):
        ended = indexed.run(
            "ask", "--jsonl", stdin=json.dumps({"id": "é", "question": QUESTION}), env={"LC_ALL": locale}
        )
        assert "milliard d’euros" in ended.out
        assert json.loads(ended.out)["id"] == "é"


@pytest.mark.slow
def test_the_text_shows_the_quote_with_what_answers_marked_over_its_source_date_and_link(
    indexed: Desk,
) -> None:
    quote = _ask(indexed, QUESTION)["quotes"][0]
    ended = indexed.run("ask", QUESTION)
    assert (
        "[1] Le rachat d’Orion par Vega · Le Quotidien du test · 4 mars 2021 · https://example.org/rachat" in ended.out
    )
    plain = ended.out.replace("**", "").replace("__", "")
    assert plain.index(quote["text"]) < plain.index("[1]")
    low, high = (offset - quote["start"] for offset in quote["highlights"][0])
    assert f"**{quote['text'][low:high]}**" in ended.out.replace("__", "")
    assert "\x1b" not in ended.out
    assert ended.err == ""


def test_the_text_speaks_the_question_s_language_unless_one_is_set(indexed: Desk) -> None:
    assert "novembre 2023" in indexed.run("ask", ENGLISH, env={"SOURCIER_LANG": "fr"}).out
    assert "November 2023" in indexed.run("ask", ENGLISH, env={"LC_ALL": "fr_FR.UTF-8"}).out


def test_no_answer_is_said_honestly_and_shows_no_quote(indexed: Desk) -> None:
    answer = _ask(indexed, UNKNOWN)
    assert (answer["verdict"], answer["quotes"]) == ("none", [])
    first, *ways_on = indexed.run("ask", UNKNOWN).out.splitlines()
    assert first == "Rien dans la base ne répond à cette question."
    assert "sourcier sources" in ways_on[-1]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "question"),
        ([""], "vide"),
        (["  \t"], "vide"),
        (["un", "deux"], "deux"),
        (["x", "--limit", "0"], "--limit"),
        (["x", "--limit", "-3"], "--limit"),
        (["x", "--limit", "trois"], "--limit"),
        (["x", "--limit"], "--limit"),
        (["x", "--lang", "xx"], "fr, en"),
        (["x", "--limt", "3"], "--limit"),
        (["x", "--jsonl"], "--jsonl"),
        (["x", "--json=1"], "--json"),
    ],
)
def test_wrong_usage_is_one_line_in_the_user_s_language_with_a_hint(
    indexed: Desk, arguments: list[str], named: str
) -> None:
    ended = indexed.run("ask", *arguments, env={"LC_ALL": "fr_FR.UTF-8"}, status=2)
    assert ended.out == ""
    assert len(ended.told) == 1
    assert named in ended.err
    assert "--help" in ended.err


def test_a_question_that_is_too_long_is_refused_in_one_line(indexed: Desk) -> None:
    ended = indexed.run("ask", "mot " * 3000, status=1)
    assert len(ended.told) == 1
    assert ended.out == ""


def test_a_question_in_bytes_that_are_not_utf8_does_not_break_the_command(indexed: Desk) -> None:
    answer = json.loads(indexed.run("ask", "Vega rach\xe8te Orion".encode("latin-1"), "--json").out)
    assert list(answer) == ANSWER_KEYS


def test_lines_are_answered_in_order_each_with_its_id(indexed: Desk) -> None:
    asked = [{"id": f"q{number}", "question": question} for number, question in enumerate([QUESTION, UNKNOWN, ENGLISH])]
    lines = "\n\n".join(json.dumps(question) for question in asked) + "\n   \n"
    ended = indexed.run("ask", "--jsonl", "--limit", "1", stdin=lines)
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["q0", "q1", "q2"]
    assert all(list(answer) == ["id", *ANSWER_KEYS] for answer in answers)
    assert all(len(answer["quotes"]) <= 1 for answer in answers)
    assert ended.err == ""


def test_a_line_names_its_language(indexed: Desk) -> None:
    lines = "\n".join(json.dumps({"id": lang, "question": "Vega Orion", "lang": lang}) for lang in ("fr", "en"))
    answers = [json.loads(line) for line in indexed.run("ask", "--jsonl", stdin=lines).out.splitlines()]
    assert [answer["lang"] for answer in answers] == ["fr", "en"]


def test_a_line_follows_an_earlier_one_and_says_how_it_was_understood(indexed: Desk) -> None:
    lines = [
        {"id": 1, "question": QUESTION},
        {"id": "b", "question": "et quand ?", "after": 1},
        {"id": "c", "question": "pour quelle raison ?", "after": "b"},
        {"id": "d", "question": ENGLISH, "after": "c"},
        {"id": "e", "question": "merci !", "after": "d"},
        {"id": "f", "question": "et quand ?", "after": "unknown"},
    ]
    ended = indexed.run("ask", "--jsonl", stdin="\n".join(map(json.dumps, lines)), status=1)
    first, second, third, *alone, lost = [json.loads(line) for line in ended.out.splitlines()]
    assert first["understood"] is None
    for followed, question in ((second, "et quand"), (third, "pour quelle raison")):
        assert question.removeprefix("et ") in followed["understood"]
        assert "Orion Santé" in followed["understood"]
    assert [answer["understood"] for answer in alone] == [None, None]
    assert list(lost) == ["id", "error"]


@pytest.mark.slow
def test_a_bad_line_is_told_in_its_place_and_the_rest_goes_on(indexed: Desk) -> None:
    lines = [
        b"\xef\xbb\xbf" + json.dumps({"id": 1, "question": QUESTION}).encode(),
        b"not JSON",
        b'{"id": "a"}',
        b'{"id": "b", "question": " "}',
        b'{"id": "c", "question": 3}',
        b'{"id": "d", "question": "x", "lang": "de"}',
        b"[1]",
        b'{"id": "\xff", "question": "x"}',
        b"[" * 100_000,
        b'{"id": NaN, "question": "x"}',
        b'{"id": 1e999, "question": "x"}',
        b'{"id": "e", "question": "Vega \\ud800 Orion"}',
        json.dumps({"id": 2, "question": ENGLISH}).encode(),
    ]
    ended = indexed.run("ask", "--jsonl", stdin=b"\n".join(lines), status=1)
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, "a", "b", "c", "d", *5 * [None], "e", 2]
    failed = [answer for answer in answers if "error" in answer]
    assert all(sorted(answer) == ["error", "id"] for answer in failed)
    assert failed == answers[1:-2]
    assert len(ended.told) == len(failed)


@pytest.mark.parametrize(("question", "lang", "expected"), [(QUESTION, "fr", "Lu :"), (ENGLISH, "en", "Read:")])
def test_an_answer_is_explained_in_words_before_figures(indexed: Desk, question: str, lang: str, expected: str) -> None:
    told = indexed.run("ask", question, "--explain", env={"SOURCIER_LANG": lang}).out
    assert question in told
    assert 0 < told.index(expected) < told.index("bm25")


def test_what_was_expected_is_followed_to_where_it_was_lost(indexed: Desk) -> None:
    found = json.loads(indexed.run("ask", QUESTION, "--explain", "--expect", "tarte aux pommes", "--json").out)
    assert list(found) == ["answer", "looked", "expected"]
    assert list(found["answer"]) == ANSWER_KEYS
    assert found["expected"]["stage"] == "nowhere"
    assert found["looked"][0]["candidates"][0]["shown"] is True


@pytest.mark.parametrize("arguments", [["--expect", "x", QUESTION], ["--explain", "--jsonl"]])
def test_what_explaining_cannot_go_with_is_refused_in_one_line(indexed: Desk, arguments: list[str]) -> None:
    refused = indexed.run("ask", *arguments, status=2)
    assert "--ex" in refused.err


def _write_line(stream: IO[bytes] | None, value: object) -> None:
    assert stream is not None
    stream.write(json.dumps(value).encode() + b"\n")
    stream.flush()


@pytest.mark.slow
def test_each_line_is_answered_before_the_next_is_sent(indexed: Desk) -> None:
    with indexed.start(["ask", "--jsonl"]) as process:
        assert process.stdout is not None
        for number in range(3):
            _write_line(process.stdin, {"id": number, "question": QUESTION})
            assert json.loads(process.stdout.readline())["id"] == number
        _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


@pytest.mark.slow
def test_a_reader_that_leaves_ends_the_command_silently(indexed: Desk) -> None:
    with indexed.start(["ask", "--jsonl"]) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        _write_line(process.stdin, {"id": 1, "question": QUESTION})
        process.stdout.readline()
        process.stdout.close()
        _write_line(process.stdin, {"id": 2, "question": QUESTION})
        process.stdin.close()
        assert process.stderr.read() == b""
        process.wait()


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is not signal.default_int_handler,
    reason="these tests run where Ctrl-C is ignored, as in the background of a shell",
)
def test_ctrl_c_ends_the_command_silently(indexed: Desk) -> None:
    with indexed.start(["ask", "--jsonl"]) as process:
        assert process.stdout is not None
        _write_line(process.stdin, {"id": 1, "question": QUESTION})
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


def test_an_answer_from_a_ready_index_loads_neither_torch_nor_what_other_surfaces_need(indexed: Desk) -> None:
    script = (
        "import sys; sys.argv = ['sourcier', 'ask', sys.argv[1], '--json']; from bot.cli import main; main()\n"
        "heavy = {'torch', 'sentence_transformers', 'discord', 'rich', 'prompt_toolkit', 'trafilatura', 'pypdf'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, QUESTION],
        cwd=indexed.folder,
        env=indexed.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "[]\n"


def test_what_has_no_words_is_answered_in_the_language_of_the_terminal(indexed: Desk) -> None:
    english = indexed.run("ask", "🦄🦄🦄", env={"LC_ALL": "en_GB.UTF-8"}).out
    french = indexed.run("ask", "🦄🦄🦄", env={"LC_ALL": "fr_FR.UTF-8"}).out
    assert english != french


def test_quotes_that_are_left_out_of_the_text_are_counted(indexed: Desk) -> None:
    quotes = _ask(indexed, QUESTION)["quotes"]
    shown = indexed.run("ask", QUESTION).out
    left = sum(quote["score"] < quotes[0]["score"] - FAR for quote in quotes)
    assert bool(left) is ("--json" in shown)
