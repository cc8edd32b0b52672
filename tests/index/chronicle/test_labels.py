"""Labels that can be understood alone: whole words, the date, the subject's name where a pronoun stood."""

import pytest

from index.chronicle.labels import LONGEST, Called, label, shortened
from index.events.event import ArticleEvent, Level
from tests.index.events.telling import surely, told


def labels(text: str, key: str, name: str, lang: str = "fr") -> list[str]:
    """The labels of the events that are surely of ``key``."""
    return [_label(event, text, key, name) for event in told(text, lang) if key in surely(event)]


def _label(event: ArticleEvent, text: str, key: str, name: str) -> str:
    its = surely(event)[key]
    return label(event, text[slice(*its.quote)], its.quote[0], its.level, Called.by([name]))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Vega recrute. En 2019, elle a ouvert un bureau.", "fr", "En 2019, [Vega] a ouvert un bureau"),
        ("Vega recrute. En 2019, la firme a ouvert un bureau.", "fr", "En 2019, la firme [Vega] a ouvert un bureau"),
        ("Vega is hiring. In 2019, it opened an office.", "en", "In 2019, [Vega] opened an office"),
        ("Vega a racheté Lyra en 2018.", "fr", "Vega a racheté Lyra en 2018"),
        ("Mais Vega a racheté Lyra en 2018.", "fr", "Vega a racheté Lyra en 2018"),
        ("But in 2018 Vega bought Lyra.", "en", "in 2018 Vega bought Lyra"),
    ],
)
def test_a_pronoun_gives_way_to_the_name_in_brackets(text: str, lang: str, expected: str) -> None:
    assert labels(text, "vega", "Vega", lang) == [expected]


def test_a_long_sentence_is_told_by_the_clause_with_the_date() -> None:
    text = (
        "Vega, dont les ateliers de Lyon travaillent pour une quarantaine d’hôpitaux et de maisons de repos de la "
        "région, recrute encore, et la firme Vega a ouvert le 3 mai 2020 une école de vingt places."
    )
    (said,) = labels(text, "vega", "Vega")
    assert said.startswith("la firme Vega a ouvert le 3 mai 2020")


def test_what_begins_with_a_pronoun_takes_the_sentence_before() -> None:
    text = "Le ministère attaque Vega en justice. Sa demande est rejetée le 3 mai 2020 par le tribunal."
    (event,) = told(text)
    said = label(event, text, 0, Level.TOPIC, Called.by(["Lyra"]))
    assert said == "Le ministère attaque Vega en justice. Sa demande est rejetée le 3 mai 2020 par le tribunal"


def test_a_label_is_cut_between_words() -> None:
    assert shortened("un deux trois quatre", 12) == "un deux…"
    text = f"Vega a ouvert en 2019 {'une école et ' * 40}un bureau."
    (said,) = labels(text, "vega", "Vega")
    assert len(said) <= LONGEST
    assert said.removesuffix("…") in text
