"""What a pattern may begin with is told without trying it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates.languages.english import ENGLISH
from index.dates.languages.french import FRENCH
from index.dates.rules.grammar import Grammar
from index.dates.rules.openings import Openings

PATTERNS = [
    r"(?:the )?same day(?! or)",
    r"(?<=in )(?P<month>(?-i:May|June)) \d+",
    r"févr?\.? \d",
    r"[Ll]undi|le (?:lundi|mardi)",
    r"(?:\w+ )?weeks?",
    r"l'an(?:née)? dernière?",
    r"\d{4}s?|'\d0s",
]


@pytest.mark.parametrize(
    ("pattern", "begins", "does_not"),
    [
        (r"(?:the )?same day(?! or)", ["the", "The", "same"], ["day", "thesis", "or"]),
        (r"(?<=in )(?P<month>(?-i:May|June)) \d+", ["May", "june"], ["in", "month"]),
        (r"févr?\.? \d", ["fév", "févr"], ["fe", "vr"]),
        (r"[Ll]undi|le (?:lundi|mardi)", ["Lundi", "le"], ["mardi", "undi"]),
        (r"(?:\w+ )?weeks?", ["week", "anything"], []),
        (r"l'an(?:née)? dernière?", ["l"], ["an", "le"]),
    ],
)
def test_a_pattern_begins_with_some_words_and_no_others(pattern: str, begins: list[str], does_not: list[str]) -> None:
    openings = Openings([pattern])
    assert all(openings.at(word, 0, len(word)) for word in begins)
    assert not any(openings.at(word, 0, len(word)) for word in does_not)


@pytest.mark.parametrize("grammar", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_what_the_words_of_a_grammar_may_begin_does_begin(grammar: Grammar) -> None:
    openings = Openings(core.pattern for core in grammar.cores)
    words = [*grammar.words.months, *grammar.words.weekdays, *(w for w, n in grammar.words.numbers.items() if n)]
    assert all(openings.at(word, 0, len(word)) for word in words)


@given(st.sampled_from(PATTERNS), st.data())
def test_whatever_a_pattern_matches_it_may_begin_with(pattern: str, data: st.DataObject) -> None:
    text = "in " + data.draw(st.from_regex(re.compile(pattern.replace("(?<=in )", ""), re.IGNORECASE), fullmatch=True))
    at = len("in ")
    if re.compile(pattern, re.IGNORECASE).match(text, at):
        assert Openings([pattern]).at(text, at, len(text))
