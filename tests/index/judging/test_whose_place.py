"""Where another is from is not where the one asked about is."""

from __future__ import annotations

import pytest

from index.judging.objections.whose_place import is_place_of_another


@pytest.mark.parametrize(
    ("question", "sentence", "words", "another"),
    [
        ("where is the lighthouse board based", "Lumet, a company from Riga, mends its lamps.", "Riga", True),
        ("où se trouve le conservatoire", "Talvic, une société de Namur, a refait l'orgue.", "Namur", True),
        ("where is lumet based", "Lumet, a company from Riga, mends its lamps.", "Riga", False),
        ("where is the lighthouse board based", "The board sits in Riga.", "Riga", False),
        ("who mends the lamps", "Lumet, a company from Riga, mends its lamps.", "Riga", False),
    ],
)
def test_the_place_of_another_is_no_answer(question: str, sentence: str, words: str, another: bool) -> None:
    start = sentence.index(words)
    assert is_place_of_another(question, sentence, (start, start + len(words))) is another
