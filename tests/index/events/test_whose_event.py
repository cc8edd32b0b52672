"""Whose event a date tells: by name, by what stands for a name, by the name just after; and whose it does not."""

import pytest

from index.entities.wording import Wording
from index.events.event import Level
from index.events.whose.extraction import EventExtractor
from tests.index.events.telling import BOOK, about, article, level_of, surely, told


@pytest.mark.parametrize(
    ("text", "lang", "key", "dates"),
    [
        ("Vega a racheté Lyra en 2018.", "fr", "vega", ["2018"]),
        ("Vega a racheté Lyra en 2018.", "fr", "lyra", ["2018"]),
        ("In May 2019, Vega closed its clinics.", "en", "vega", ["2019-05"]),
        ("Vega said on May 3, 2021 that Lyra would close.", "en", "lyra", ["2021-05-03"]),
        ("Lyra, fondée en 2009, emploie 40 personnes et vend à Vega.", "fr", "lyra", ["2009"]),
        ("Lyra, founded in 2009, sells to Vega.", "en", "lyra", ["2009"]),
        ("Vega (fondée en 2012) rachète Lyra.", "fr", "vega", ["2012"]),
        ("Le 3 mai 2020, Vega, Lyra et Altair Santé ont signé un accord.", "fr", "altair", ["2020-05-03"]),
    ],
)
def test_a_name_in_the_clause_of_the_date_takes_part(text: str, lang: str, key: str, dates: list[str]) -> None:
    assert about(key, text, lang) == dates


@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        ("Lancé en 2019 par Vega, il a depuis été étendu à des clients comme Lyra.", "fr", "lyra"),
        ("Lyra, fondée en 2009, vend à Vega.", "fr", "vega"),
        ("Vega a fermé en 2020, alors que Lyra recrute.", "fr", "lyra"),
        ("Vega closed in 2020, while Lyra is hiring.", "en", "lyra"),
        ("Vega a été dissoute en 2020 ; Lyra continue.", "fr", "lyra"),
        ("Lyra ne dit rien. La semaine suivante est passée. En 2019, un musée a ouvert.", "fr", "lyra"),
    ],
)
def test_a_name_in_another_clause_does_not(text: str, lang: str, key: str) -> None:
    assert about(key, text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "key"),
    [
        ("Vega recrute. En 2019, elle a ouvert un bureau.", "fr", "vega"),
        ("Vega recrute à Lyon. En 2019, la firme a ouvert un bureau.", "fr", "vega"),
        ("Vega is hiring. In 2019, it opened an office.", "en", "vega"),
        ("Vega is hiring. In 2019, the company opened an office.", "en", "vega"),
        ("Vega vend à Lyra. La firme a été fondée en 2012.", "fr", "vega"),
        ("Inès Morel dirige Vega. She had joined in 2017.", "en", "ines-morel"),
        ("Vega a annoncé en mars 2021 qu’elle fermerait.", "fr", "vega"),
        ("Vega et Lyra travaillent ensemble. Les deux entreprises ont signé en 2019.", "fr", "lyra"),
        ("Vega and Lyra work together. The two companies signed in 2019.", "en", "vega"),
        ("Ils ont créé une société appelée Lyra, mais elle a été dissoute en 2021.", "fr", "lyra"),
        ("Vega a racheté Lyra. L’opération a été bouclée en 2021.", "fr", "lyra"),
        ("Vega bought Lyra. The deal closed in 2021.", "en", "lyra"),
        ("Inès Morel parle souvent. La firme a été fondée en 2012.", "fr", "vega"),
        ("Orion mesure le sommeil. Lancé en 2016, le service compte 200 clients.", "fr", "orion"),
    ],
)
def test_what_stands_for_a_name_carries_it_over(text: str, lang: str, key: str) -> None:
    assert len(about(key, text, lang)) == 1


def test_what_is_carried_over_is_quoted_with_the_sentence_that_names_it() -> None:
    text = "Rien avant. Vega recrute à Lyon. En 2019, la firme a ouvert un bureau."
    (event,) = told(text)
    participant = surely(event)["vega"]
    assert participant.level is Level.CARRIED
    assert text[slice(*participant.quote)] == "Vega recrute à Lyon. En 2019, la firme a ouvert un bureau."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega recrute. Un mot. Deux mots. En 2019, elle a ouvert un bureau.", "fr"),
        ("Vega et Lyra recrutent. En 2019, elle a ouvert un bureau.", "fr"),
        ("Vega recrute. En 2019, il s’agit de faire mieux.", "fr"),
        ("Vega is hiring. In 2019, it was possible to wait.", "en"),
        ("Inès Morel is here. In 2019, it opened an office.", "en"),
    ],
)
def test_a_pronoun_that_is_not_decidable_carries_nobody(text: str, lang: str) -> None:
    assert about("vega", text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega a racheté un géant du secteur en 2021. Altair Santé soigne les chats.", "fr"),
        ("Vega bought a smaller rival in 2021. Altair Santé makes sensors.", "en"),
    ],
)
def test_what_is_left_unnamed_may_be_named_first_in_the_next_sentence(text: str, lang: str) -> None:
    assert level_of("altair", text, lang) is Level.NAMED_AFTER


def test_a_name_used_before_does_not_name_what_was_left_unnamed() -> None:
    assert about("lyra", "Lyra va bien. Vega a racheté un rival en 2021. Lyra recrute.") == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Selon The Courier, Vega a fermé en 2020.", "fr"),
        ("Vega a fermé en 2020, d’après Reuters et The Courier.", "fr"),
        ("Vega a fermé en 2020, rapporte The Courier.", "fr"),
        ("Comme l’explique The Courier, Vega a fermé en 2020.", "fr"),
        ("According to The Courier, Vega closed in 2020.", "en"),
        ("In 2020 Inès Morel told The Courier that Vega would close.", "en"),
        ("In 2020, The Courier reported that Vega would close.", "en"),
    ],
)
def test_a_source_is_no_subject(text: str, lang: str) -> None:
    assert about("courier", text, lang) == []
    assert about("vega", text, lang) == ["2020"]


def test_a_date_that_is_only_compared_with_is_no_event() -> None:
    assert told("Vega gagne 3 millions, en hausse de 4 % par rapport à 2021.") == []
    assert told("Vega earned $3 million, up from $2 million in 2021.", "en") == []


def test_a_date_said_twice_is_one_event_at_the_finer() -> None:
    assert about("vega", "Le mois dernier, en juillet 2022, le 14 juillet 2022, Vega a fermé.") == ["2022-07-14"]


def test_two_dates_of_one_sentence_are_two_events() -> None:
    assert about("vega", "Vega a annoncé en août 2021 qu’elle fermera le 31 décembre 2022.") == [
        "2021-08",
        "2022-12-31",
    ]


def test_something_begins_at_its_onset_and_a_state_goes_on() -> None:
    assert about("vega", "Vega ferme à partir du 31 décembre 2022.") == ["2022-12-31"]
    assert about("vega", "Vega existe depuis 2019.") == ["2019/.."]


def test_names_that_no_list_holds_take_part_too() -> None:
    text = "Quaggatron recrute. En 2019, la firme a ouvert un bureau à Berlin."
    assert about("~quaggatron", text) == ["2019"]
    assert about("~berlin", text) == []


def test_an_article_in_another_language_has_no_events() -> None:
    assert told("Vega wurde 2019 gegründet.", "de") == []


@pytest.mark.parametrize(
    ("title", "text", "lang"),
    [
        (
            "Vega attaquée",
            "Vega a été touchée. Les dégâts sont lourds. En avril 2024, un groupe a exigé une rançon.",
            "fr",
        ),
        ("Vega hit", "Vega was hit. The damage is heavy. In April 2024, a second group demanded a ransom.", "en"),
    ],
)
def test_what_an_article_about_somebody_tells_is_theirs_and_marked_so(title: str, text: str, lang: str) -> None:
    (event,) = EventExtractor(Wording(BOOK)).events(article(text, lang, "2024-06", title=title))
    assert surely(event)["vega"].level is Level.TOPIC


def test_what_a_pronoun_tells_of_another_company_is_not_the_articles_subjects() -> None:
    text = "Vega rachète Lyra.\n\nLyra fait des capteurs. Lyra vend en Europe. Elle a été fondée en 2012."
    (event,) = EventExtractor(Wording(BOOK)).events(article(text, title="Vega achète"))
    assert set(surely(event)) == {"lyra"}


def test_what_a_reference_tells_of_another_is_not_of_who_is_named_before() -> None:
    text = (
        "Vega recrute. Vega a un autre projet. La fin d’Orion ne change rien. Le patron de Vega le répète. "
        "Le mois dernier, la société a racheté un rival."
    )
    assert about("vega", text) == ["2022-07"]
    assert about("orion", text) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega gagne encore, selon The Courier : en 2021, un juge a classé la plainte de Lyra.", "fr"),
        ("Vega wins again, according to The Courier: in 2021, a judge closed the case of Lyra.", "en"),
    ],
)
def test_a_date_after_the_colon_of_a_source_dates_what_it_tells(text: str, lang: str) -> None:
    assert about("lyra", text, lang) == ["2021"]


def test_what_another_of_the_title_does_is_not_of_who_the_article_is_less_about() -> None:
    text = (
        "Lyra héberge ses données chez Vega. Lyra avance avec Vega. Lyra paie Vega.\n\n"
        "Le 20 décembre 2021, Lyra retire sa demande d’autorisation."
    )
    (event,) = EventExtractor(Wording(BOOK)).events(article(text, title="Lyra et Vega"))
    assert "lyra" in surely(event)
    assert "vega" not in surely(event)


@pytest.mark.parametrize(
    ("text", "lang", "done"),
    [
        ("En 2019, Vega choisit Lyra sans lancer d’appel d’offres.", "fr", False),
        ("En 2019, Vega lance un appel d’offres.", "fr", True),
        ("In 2019, Vega chose Lyra without launching a tender.", "en", False),
        ("In 2019, Vega launched a tender.", "en", True),
    ],
)
def test_what_is_left_undone_is_no_action(text: str, lang: str, *, done: bool) -> None:
    (event,) = told(text, lang)
    assert ("launch" in event.actions) is done


def test_what_happens_to_somebody_is_of_those_they_work_for_and_no_other_of_the_title() -> None:
    text = (
        "Vega poursuit Lyra. Vega et Lyra s’opposent depuis longtemps. Vega et Lyra se retrouvent.\n\n"
        "En septembre 2021, Inès Morel perd son siège."
    )
    (event,) = EventExtractor(Wording(BOOK)).events(article(text, title="Vega contre Lyra"))
    assert "lyra" not in surely(event)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vue de 2022, la trajectoire de Vega est nette.", "fr"),
        ("Seen from 2022, the course of Vega is clear.", "en"),
        ("Viewed from 2022, Vega looks small.", "en"),
    ],
)
def test_the_year_that_something_is_seen_from_dates_nothing(text: str, lang: str) -> None:
    assert about("vega", text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "dates"),
    [
        ("Vega wanted £14,000 for four coaches, against £6,200 two years ago.", "en", []),
        ("Vega vend le billet 9 euros, contre 7 il y a deux ans.", "fr", []),
        ("Vega had 12 shops, against 52 in 2021.", "en", []),
        ("Vega played against Lyra in 2021.", "en", ["2021"]),
        ("Vega a porté plainte contre Lyra en 2021.", "fr", ["2021"]),
    ],
)
def test_an_amount_is_measured_against_another_and_a_rival_is_met(text: str, lang: str, dates: list[str]) -> None:
    assert about("vega", text, lang) == dates


def test_a_paragraph_takes_no_year_from_the_one_before() -> None:
    text = "Vega a été fondée le 8 janvier 2019.\n\nVega a été vendue en mars à Lyra."
    assert about("vega", text, "fr", "2024-09-20") == ["2019-01-08", "2024-03"]


def test_a_pronoun_after_a_quotation_is_no_name() -> None:
    text = "Vega recrute. « Nous avons le temps. » Elle a ouvert un bureau en 2019. La firme, elle, se tait."
    assert not any(one.key == "~elle" for event in told(text) for one in event.participants)
