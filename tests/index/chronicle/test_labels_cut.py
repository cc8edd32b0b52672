"""Labels cut from long sentences, or from ones that tell several things: what is told keeps what it needs."""

from __future__ import annotations

import pytest

from index.chronicle.labelling.brackets import Called, headline
from index.chronicle.labelling.brief import brief_label
from index.chronicle.labelling.labels import label
from index.chronicle.labelling.retold import Retold, dates_of_sentences
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from tests.index.events.telling import BOOK, told

WORDING = Wording(BOOK)
VEGA = Called.by(["Vega"])


def labels(text: str, lang: str, title: str = "", subject: Called | None = VEGA) -> dict[str, str]:
    """The labels of what is told, by date."""
    events = told(text, lang)
    beside, about = dates_of_sentences(events), headline(title, lang, WORDING, Naming(WORDING))
    return {event.date: label(Retold(event, text, 0, beside), subject, about) for event in events}


def briefs(text: str, lang: str) -> dict[str, str]:
    """The brief labels of what is told, by date."""
    events = told(text, lang)
    beside, about = dates_of_sentences(events), headline("", lang, WORDING, Naming(WORDING))
    return {event.date: brief_label(Retold(event, text, 0, beside), VEGA, about) for event in events}


@pytest.mark.parametrize(
    ("text", "lang", "date"),
    [
        ("Vega ferme son école de Rome en mai 2020, puis le Portugal à la fin de 2021.", "fr", "2021"),
        ("Vega comptait 35 élèves en 2017, 210 en 2020.", "fr", "2020"),
        (
            "The city fined Vega 1.5 million euros in June 2019 and the bakery Lyra 2 million in May 2020.",
            "en",
            "2020-05",
        ),
    ],
)
def test_an_enumeration_keeps_its_verb(text: str, lang: str, date: str) -> None:
    assert labels(text, lang)[date] == text.removesuffix(".")


def test_an_apposition_keeps_the_name_it_tells_of() -> None:
    text = "Anna Roussel left Vega in May 2018 to found Mirador, a maker of lenses that was bought by Lyra in 2021."
    expected = "… Mirador, a maker of lenses that was bought by Lyra in 2021"
    assert labels(text, "en")["2021"] == f"[Vega] {expected}"
    assert expected in briefs(text, "en")["2021"]


def test_what_somebody_named_does_is_told_without_the_event_before() -> None:
    text = (
        "La maison grandit. Le 20 juin 2018, elle nomme directrice de son atelier Anna Roussel, verrière et plume du "
        "Harbour Review, qui prend ses fonctions le 9 juillet 2018 ; le siège sera à Lyon."
    )
    expected = "… Anna Roussel, verrière et plume du Harbour Review, qui prend ses fonctions le 9 juillet 2018"
    assert labels(text, "fr")["2018-07-09"] == f"[Vega] {expected}"


def test_a_name_keeps_the_noun_that_says_what_it_is() -> None:
    text = "En mai 2020, Anna annonce la fin de toute la gamme Orion, dont l’atelier ferme le 31 juillet 2021."
    assert labels(text, "fr", subject=None)["2021-07-31"] == "… la gamme Orion, dont l’atelier ferme le 31 juillet 2021"


def test_what_stands_in_the_middle_is_not_cut_out() -> None:
    text = (
        "En janvier 2020, Vega installe dans son école de Lyon un four nommé Orion, qui lit les plans de chaque "
        "verrier pour choisir sa chaleur, régler ses durées et tenir le carnet de l’atelier."
    )
    (said,) = labels(text, "fr").values()
    assert said.startswith(
        "En janvier 2020, Vega installe dans son école de Lyon un four nommé Orion, qui lit les plans"
    )
    assert " … " not in said


def test_a_date_and_a_place_alone_are_no_label() -> None:
    text = "Le 3 mai 2020, devant l’assemblée de Lyon, Vega reprend son image de 2018 et reconnaît sa défaite."
    assert labels(text, "fr")["2020-05-03"] == text.removesuffix(".")
    assert briefs(text, "fr")["2020-05-03"].startswith("Devant l’assemblée de Lyon, Vega reprend")


def test_a_clause_that_stands_alone_needs_neither_its_sentence_nor_the_one_before() -> None:
    text = (
        "Anna et Paul ouvrent un four en 2012. Leurs verres plaisent à tous, et la société Vega entre à la Bourse de "
        "Lyon le 18 juin 2015."
    )
    assert labels(text, "fr")["2015-06-18"] == "la société Vega entre à la Bourse de Lyon le 18 juin 2015"


@pytest.mark.parametrize(
    ("before", "text", "lang"),
    [
        ("La banque offre 15 millions contre le four.", "Anna Roussel refuse le 8 mai 2019.", "fr"),
        (
            "La banque offre 15 millions contre le four.",
            "Les verriers ont refusé par 61 % des voix, le 8 mai 2019.",
            "fr",
        ),
        ("The neighbours have sued over the noise.", "A hearing is set for 17 June 2023.", "en"),
        ("The bank offered 15 million for all of it.", "The glaziers approved the sale on 9 May 2021.", "en"),
        ("The sample had held next to nothing.", "The ban was lifted on 8 May 2019.", "en"),
        ("A new chief, Anna Roussel, came.", "Under her the kiln was paid off in December 2021.", "en"),
        ("A new chief, Anna Roussel, came.", '"The kiln is cold," she told the staff on 23 June 2021.', "en"),
    ],
)
def test_an_answer_is_told_with_what_it_answers(before: str, text: str, lang: str) -> None:
    assert list(labels(f"{before} {text}", lang).values())[-1] == f"[Vega] {before} {text.removesuffix('.')}"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("La pluie tombe. Le Conseil régional approuve le plan de l’école le 8 mai 2019.", "fr"),
        ("La pluie tombe. Le 3 mai 2019, le tribunal fédéral de Lyon rejette la demande de Paul.", "fr"),
        ("La pluie tombe. Il restait au Conseil à se prononcer sur l’école en mai 2019.", "fr"),
        ("La pluie tombe.\n\nLa jeune pousse lève 12 millions d’euros en mai 2019.", "fr"),
        ("Rain falls. Anna Roussel refused a loan of the bank in May 2019.", "en"),
    ],
)
def test_what_says_what_it_is_about_is_told_alone(text: str, lang: str) -> None:
    (said,) = labels(text, lang).values()
    assert "pluie" not in said
    assert "Rain" not in said


def test_no_title_follows_what_names_one_that_it_names() -> None:
    text = "Vega a livré la ville en mai 2019, et la société a grandi."
    assert "[" not in labels(text, "fr", "Vega et Lyra : le récit")["2019-05"]
