"""Labels of events that one sentence tells, and of sentences that lean on the one before."""

import pytest

from index.chronicle.labelling.brackets import Called, headline
from index.chronicle.labelling.brief import brief_label
from index.chronicle.labelling.labels import label
from index.chronicle.labelling.retold import Retold, dates_of_sentences
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from tests.index.events.telling import BOOK, told

WORDING = Wording(BOOK)


def labels(text: str, lang: str) -> list[str]:
    events = told(text, lang)
    beside = dates_of_sentences(events)
    about = headline("", lang, WORDING, Naming(WORDING))
    return [label(Retold(event, text, 0, beside), Called.by(["Vega"]), about) for event in events]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "A loan took Vega to Rome in 1985, another to Oslo four years later.",
            "en",
            ["A loan took Vega to Rome in 1985", "A loan took Vega to Rome in 1985, another to Oslo four years later"],
        ),
        (
            "In March 2022 the court told the owners of Lyra to pay Vega for the crash of May 2019.",
            "en",
            [
                "In March 2022 the court told the owners of Lyra to pay Vega",
                "In March 2022 the court told the owners of Lyra to pay Vega for the crash of May 2019",
            ],
        ),
        (
            "La collecte de Vega ouverte à Noël 2020 avait réuni 3 millions d’euros en mai 2021.",
            "fr",
            [
                "La collecte de Vega ouverte à Noël 2020",
                "La collecte de Vega ouverte à Noël 2020 avait réuni 3 millions d’euros en mai 2021",
            ],
        ),
        (
            "Fondée en mai 2012, Vega a fermé en juin 2019.",
            "fr",
            ["Fondée en mai 2012, Vega a fermé en juin 2019", "Vega a fermé en juin 2019"],
        ),
    ],
)
def test_two_events_of_one_sentence_have_a_label_each(text: str, lang: str, expected: list[str]) -> None:
    said = labels(text, lang)
    assert len(set(said)) == len(said)
    assert said == expected


@pytest.mark.parametrize(
    ("before", "text", "lang"),
    [
        ("Vega prépare sa foire.", "Celle de 2019, sous la grêle, a déçu.", "fr"),
        ("Vega achète des cuves.", "D’ici là, on pourra les voir le 15 juin 2022.", "fr"),
        ("Vega a un chai.", "La première noce y a été célébrée en mai 2019.", "fr"),
        ('"I was to stay at Vega for a year," she says.', '"That was in 1998."', "en"),
        ("Two nights of Vega are told again.", "In the first, in May 2019, a barn burned.", "en"),
        ("Vega is in Lagos.", "A man lectured there on February 9, 2021.", "en"),
    ],
)
def test_what_leans_on_the_sentence_before_is_told_with_it(before: str, text: str, lang: str) -> None:
    (said,) = labels(f"{before} {text}", lang)
    assert said.startswith(before.removesuffix("."))


def test_a_short_label_tells_its_own_date_too_and_what_the_date_belongs_to() -> None:
    about = headline("", "fr", WORDING, Naming(WORDING))
    text = "La tournée de mai, onze dates entre Reims et Liège, est supprimée par Vega."
    (event,) = told(text, "fr")
    said = brief_label(Retold(event, text, 0), Called.by(["Vega"]), about)
    assert said.startswith("La tournée de mai")
    text = "Vega a ouvert un bureau à Rome en mars 2019, et Lyra a fermé le sien à Oslo en mai 2020."
    events = told(text, "fr")
    beside = dates_of_sentences(events)
    short = [brief_label(Retold(event, text, 0, beside), Called.by(["Vega"]), about) for event in events]
    assert short == [
        "Vega a ouvert un bureau à Rome en mars 2019",
        "[Vega] Lyra a fermé le sien à Oslo en mai 2020",
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("In 2014 and 2015 Vega lent tools and left schools to make use of them.", "en"),
        ("En 2014, 2015 et 2017, Vega prêtait des outils aux écoles du canton.", "fr"),
        ("Vega se coupe au printemps 2014 puis de nouveau en 2016 après un choc.", "fr"),
    ],
)
def test_what_is_told_of_several_dates_at_once_keeps_them_all(text: str, lang: str) -> None:
    assert set(labels(text, lang)) == {text.removesuffix(".")}
