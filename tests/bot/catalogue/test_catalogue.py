"""The catalogue: complete in both languages, used, and able to word every refusal of the engine."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as fluent
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import LANGUAGES, words_in
from bot.faults import BLANKS, describe, describe_notice
from index.faults import Detail, Fault, FaultCode
from index.report import Notice, NoticeCode

BOT = Path(str(resources.files("bot")))


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.names.add(node.id.name)


def _entries(lang: str) -> Iterator[tuple[str, str, fluent.Message]]:
    """File, key and message of every entry."""
    for file in sorted((BOT / "catalogue" / lang).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file}: {entry.content}"
            if isinstance(entry, fluent.Message):
                yield file.name, entry.id.name, entry


def _variables(message: fluent.Message) -> set[str]:
    found = _Variables()
    found.visit(message)
    return found.names


def _modules() -> Iterator[ast.Module]:
    for file in sorted(BOT.rglob("*.py")):
        yield ast.parse(file.read_text(encoding="utf-8"))


def _written_keys() -> tuple[set[str], set[str]]:
    """Every text constant of the code, and the constant beginning of every text with blanks; a constant that ends in a
    dash begins keys, too."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for module in _modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    beginnings |= whole
    return whole | set(_template_keys()), {beginning for beginning in beginnings if beginning.endswith("-")}


def _template_keys() -> Iterator[str]:
    """The keys that the templates of pages ask words for."""
    for template in (Path(__file__).parents[3] / "bot").rglob("*.jinja"):
        yield from re.findall(r'words\("([\w-]+)"', template.read_text(encoding="utf-8"))


def _asked_keys() -> Iterator[str]:
    """The keys that the code asks words for by name: ``words("key")``, ``self.words("key")``."""
    for module in _modules():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if called.strip("_") == "words" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_both_languages_have_the_same_keys_in_the_same_files() -> None:
    french, english = (sorted((file, key) for file, key, _ in _entries(lang)) for lang in ("fr", "en"))
    assert french == english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_is_written_twice(lang: str) -> None:
    assert [key for key, times in Counter(key for _, key, _ in _entries(lang)).items() if times > 1] == []


def test_both_languages_use_the_same_variables() -> None:
    french, english = ({key: _variables(message) for _, key, message in _entries(lang)} for lang in ("fr", "en"))
    assert {key for key in french if french[key] != english[key]} == set()


def test_every_key_is_used() -> None:
    whole, beginnings = _written_keys()
    unused = {
        key for _, key, _ in _entries("en") if key not in whole and not any(key.startswith(part) for part in beginnings)
    }
    assert unused == set()


def test_every_key_asked_for_exists() -> None:
    words = words_in("en")
    assert {key for key in (*_asked_keys(), *_template_keys()) if not words.knows(key)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_a_sentence_even_without_its_details(code: FaultCode, lang: str) -> None:
    sentence = describe(Fault(code), words_in(lang))
    assert sentence.strip()
    assert "\n" not in sentence


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", FaultCode)
def test_every_detail_is_told(code: FaultCode, lang: str) -> None:
    details: dict[str, Detail] = {name: f"<{name}>" for name in BLANKS.get(code, ())}
    sentence = describe(Fault(code, **details), words_in(lang))
    assert all(str(value) in sentence for value in details.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", NoticeCode)
def test_every_notice_names_its_file(code: NoticeCode, lang: str) -> None:
    assert "notes/été.txt" in describe_notice(Notice("notes/été.txt", code), words_in(lang))


def test_sizes_are_told_in_megabytes_as_each_language_writes_them() -> None:
    fault = Fault(FaultCode.TOO_LARGE, size=13 * 2**20 + 2**19, limit=10 * 2**20)
    assert "13,5 Mo" in describe(fault, words_in("fr"))
    assert "10 MB" in describe(fault, words_in("en"))


def test_an_unknown_article_without_a_close_one_suggests_nothing() -> None:
    fault = Fault(FaultCode.ARTICLE_UNKNOWN, id="zzz", closest="")
    assert "?" not in describe(fault, words_in("en"))


@given(st.sampled_from(FaultCode), st.text(max_size=30) | st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15))
def test_no_detail_makes_a_sentence_fail(code: FaultCode, value: Detail) -> None:
    details = dict.fromkeys((*BLANKS.get(code, ()), "unforeseen"), value)
    for lang in LANGUAGES:
        assert describe(Fault(code, **details), words_in(lang))


@given(st.text(alphabet="ab{}$ é\n", min_size=900, max_size=6000))
@pytest.mark.slow
def test_a_value_of_any_length_is_filled_in_as_it_is(value: str) -> None:
    for lang in LANGUAGES:
        assert value in words_in(lang)("report-added", count=1, ids=value)
