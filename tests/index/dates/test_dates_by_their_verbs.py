"""A date without a year, or a weekday, lies where the verbs of its clause put it."""

import pytest

from index.dates.finder import find_time_expressions

WRITTEN = "2020-04-03"
"""A Friday."""


def values(text: str, lang: str) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, WRITTEN)]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "La troupe devait jouer « Le Puits » le 17 avril au théâtre.", ["2020-04-17"]),
        ("fr", "La ville, qui devait payer sa part en juin, se retire.", ["2020-06"]),
        ("fr", "Le pont aurait dû rouvrir en mai.", ["2020-05"]),
        ("fr", "Elle comptait partir en février.", ["2020-02"]),
        ("fr", "Le train devait repartir lundi.", ["2020-04-06"]),
        ("fr", "Le train devait repartir mardi 24 mars.", ["2020-03-24"]),
        ("en", "A Danish version was to open in Bergen in June.", ["2020-06"]),
        ("en", "A hearing was set for February 12.", ["2020-02-12"]),
        ("en", "The mill should have been running in June.", ["2020-06"]),
        ("en", "The ferry was due in port on Saturday.", ["2020-04-04"]),
        ("en", "She was sent to Rome in June, and was closed to visitors in May.", ["2019-06", "2019-05"]),
    ],
)
def test_what_was_once_to_come_lies_at_the_nearest_such_date(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "La visite, fixée au 6 février, a été annulée.", ["2020-02-06"]),
        ("fr", "La tournée de mai, douze dates en Savoie, est supprimée.", ["2020-05"]),
        ("fr", "La tournée de mars a été annulée.", ["2020-03"]),
        ("fr", "La visite, fixée au 6 février, sera gratuite.", ["2021-02-06"]),
        ("en", "The tour planned for October was given up.", ["2019-10"]),
        ("en", "The tour planned for October will be long.", ["2020-10"]),
        ("fr", "La visite a été reportée à mai ; le bal est remis à février.", ["2020-05", "2021-02"]),
        ("en", "The visit has been moved to February.", ["2021-02"]),
    ],
)
def test_what_is_put_off_lies_near_and_what_it_is_put_off_to_ahead(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Vendue en juin à un voisin, elle deviendra une école.", ["2019-06"]),
        ("fr", "On retiendra deux choses du salon, clos mercredi.", ["2020-04-01"]),
        ("fr", "Réélu en juin, le maire promettra.", ["2019-06"]),
        ("en", "She leaves in February and her successor has not been named.", ["2021-02"]),
        ("fr", "La troupe part lundi ; le salon commence le 2 juin.", ["2020-04-06", "2020-06-02"]),
        ("en", "She announced on Wednesday that the hut would be moved.", ["2020-04-01"]),
        ("fr", "Il a promis une réponse avant l’été.", ["../2020-22"]),
        ("en", "They have promised a smaller market in June.", ["2020-06"]),
        ("en", "He is chair until a vote, which is to be held on February 4.", ["2021-02-04"]),
        ("en", "Shooting is to begin in February, in the station where it was written.", ["2021-02"]),
        ("en", "The vote on 27 February was five to four.", ["2020-02-27"]),
        ("fr", "L’inscription, ouverte jusqu’au 10 mai, coûte 24 euros.", ["../2020-05-10"]),
        ("fr", "Elle l’avait promise pour la mi-janvier, puis pour le 20 mars.", ["2020-01", "2020-03-20"]),
    ],
)
def test_a_clause_with_its_own_verb_is_read_by_that(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "It opened on 9 October 2017. By then a player had caught the flu in June.", ["2017-10-09", "2017-06"]),
        ("en", "It opened on 9 May 2017. One player had left in October.", ["2017-05-09", "2016-10"]),
        ("fr", "Elle a ouvert le 9 mai 2017. Un acteur était mort en octobre.", ["2017-05-09", "2016-10"]),
        ("fr", "Elle avait ouvert en mai 2017. Il avait plu en octobre.", ["2017-05", "2017-10"]),
        ("en", "It will open in March 2022. They had warned of it in June.", ["2022-03", "2019-06"]),
        ("en", "It opened at Christmas 2018 and had sold out by May.", ["2018-12-25", "2019-05"]),
    ],
)
def test_what_had_been_before_is_before_what_is_told(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"A leak would sink the firm in a week," she said.', []),
        ("She said that it would open in two weeks.", ["2020-04-17"]),
    ],
)
def test_what_would_be_in_somebodys_words_is_no_date(text: str, wanted: list[str]) -> None:
    assert values(text, "en") == wanted
