"""Dates that are told from another one: counted from it, of the same day, of the paragraph; and what points nowhere."""

import pytest

from index.dates.finder import find_time_expressions

WRITTEN = "2022-02-11"


def values(text: str, lang: str) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, WRITTEN)]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "She wrote to the mayor two days before Christmas.", ["2021-12-23"]),
        (
            "en",
            "It shut the day after 3 May 2021, and opened three weeks after 1 June 2021.",
            ["2021-05-04", "2021-06-22"],
        ),
        ("fr", "Il a écrit la veille de Noël, puis trois jours après le 2 janvier.", ["2021-12-24", "2022-01-05"]),
        ("fr", "Deux ans après mai 2015, puis un mois avant juin 2019.", ["2017", "2019-05"]),
    ],
)
def test_so_long_before_or_after_a_date(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang)[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "Le vote a eu lieu le 3 mai 2021. Le même soir, la salle a dansé.", ["2021-05-03", "2021-05-03"]),
        ("fr", "Il est tombé le 3 mai 2021. La nuit suivante, on l’a vu.", ["2021-05-03", "2021-05-04"]),
        ("en", "She won on 3 May 2021. A pipe had burst that morning.", ["2021-05-03", "2021-05-03"]),
        ("en", "A letter leaked in April 2021. The next day, forty people marched.", ["2021-04", "2021-04"]),
        (
            "fr",
            "Il vote le 1er février. Promesse signée le 2 février.\n\nIl reste un an. Le même soir, on danse.",
            ["2022-02-01", "2022-02-02"],
        ),
    ],
)
def test_a_part_of_the_same_day_or_of_the_next(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "Le film sort le 18 mai 2019. On rit. On pleure. On sort. Le mois suivant, il gagne.",
            ["2019-05-18", "2019-06"],
        ),
        ("fr", "En 2010, il vient. Il reste. L’année suivante, le gel le ruine.", ["2010", "2011"]),
        ("fr", "Elle-même l’avait emporté un an plus tôt.", ["2021"]),
        ("en", "He made his name in 2005. He had come seven years before that.", ["2005", "1998"]),
        (
            "fr",
            "En 2009, ils ont une usine, fermée depuis 1982. Elle est grande. Deux ans après, elle ouvre.",
            ["2009", "1982/..", "2011"],
        ),
        ("fr", "Tout commence en avril 2018. Ce mois d’avril, on arrête.", ["2018-04", "2018-04"]),
        (
            "fr",
            "Le tournage, commencé le 2 mai 2021, finit la veille de la crue. Le week-end suivant, on vide.",
            ["2021-05-02"],
        ),
    ],
)
def test_the_story_goes_on_from_the_last_date_of_the_paragraph(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "In January the court made them pay for the crash of May 2018. They paid on 2 February.",
            ["2022-01", "2018-05", "2022-02-02"],
        ),
        (
            "fr",
            "En janvier, elle a soldé la dette de mars 2018. Le 2 février, elle est partie.",
            ["2022-01", "2018-03", "2022-02-02"],
        ),
    ],
)
def test_the_date_of_a_thing_sets_no_scene(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "Étapes.\n\nMars 2024 : livraison.\n\n- Mars 2025 : fin.\n- 2027 : bal.",
            ["2024-03", "2025-03", "2027"],
        ),
        ("fr", "Le programme Mars 2020 : il roule.", []),
        ("en", "- 2029: a second telescope.\n| 2000 | rooms |", ["2029"]),
        ("fr", "Mise en service : vendanges 2023.", ["2023"]),
        ("fr", "Elle est étudiée depuis la dernière rentrée et fermera à la rentrée.", ["2021-09/..", "2022-09"]),
        (
            "en",
            "She left in January last year; the first stone was laid on October 14 last year.",
            ["2021-01", "2021-10-14"],
        ),
        (
            "fr",
            "Elle est partie le 14 octobre de l’an dernier, et lui en mai de l'année dernière.",
            ["2021-10-14", "2021-05"],
        ),
        ("en", "A verdict is promised for the autumn.", ["2022-23"]),
        ("fr", "La fin n’est pas pour demain.", []),
    ],
)
def test_dates_of_lists_school_years_and_last_year(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Work stopped on March 3. It began again on the 20th.", ["2021-03-03", "2021-03-20"]),
        ("en", "It went off the air in April 2021, for six hours on the 17th.", ["2021-04", "2021-04-17"]),
        ("fr", "Le 9 mai 2021, la cour a jugé. Le 3, un entrepôt a brûlé.", ["2021-05-09", "2021-06-03"]),
        ("fr", "Il est venu. Le 30, un entrepôt a brûlé.", []),
        ("en", "She fell out with them at the meeting the previous June.", ["2021-06"]),
        ("en", "Work began in June 2017, after a suit that was thrown out that April.", ["2017-06", "2017-04"]),
        ("fr", "On l’a saisi deux fois, en janvier puis en juin 1982.", ["1982-01", "1982-06"]),
        ("en", "They took it in January and again in June 1982.", ["1982-01", "1982-06"]),
        ("en", "It was sold in 2010. Jens Holm died the year after.", ["2010", "2011"]),
        ("fr", "En 2020, il s’est tenu en ligne. L’édition suivante a réuni 200 personnes.", ["2020", "2021"]),
        ("en", "She spent 2009 in Chad, and came home six years later.", ["2009", "2015"]),
    ],
)
def test_a_day_a_month_or_an_edition_by_the_date_before(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "fr",
            "Il est né quatre ans et demi plus tôt. Commandé il y a trois ans et demi, il est là.",
            ["2017", "2018"],
        ),
        ("en", "She left two and a half years ago.", ["2019"]),
        ("en", "They were born in the last days of January.", ["2022-01"]),
        ("fr", "On l’a vue la première semaine de juin.", ["2021-06"]),
        ("en", "The prefect died in the first days of the month.", ["2022-02"]),
        ("en", "Last Thursday week, the paper printed it in full.", ["2022-02-03"]),
        (
            "en",
            "Noisette was killed on 2 November last, and returned to her last Christmas.",
            ["2021-11-02", "2021-12-25"],
        ),
    ],
)
def test_what_is_said_roughly_is_read_no_finer(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "It opened at Easter, and reports by Easter 2023.", ["2021-04-04", "../2023-04-09"]),
        ("fr", "Elle a fermé à Pâques 2020, puis le lundi de Pâques 2021.", ["2020-04-12", "2021-04-05"]),
        ("fr", "Le pont est fermé depuis l’Ascension 2019.", ["2019-05-30/.."]),
    ],
)
def test_feasts_that_move(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


def test_a_name_is_no_day() -> None:
    assert values("Mardi, Corbin Demain a voté.", "fr") == ["2022-02-08"]
    assert values("On Thursday Northgate Drinks told the market.", "en") == ["2022-02-10"]
    assert values("He lives on an island, Thursday Island.", "en") == []


LEAD = {"en": "The mayor resigned on Tuesday. It rained. ", "fr": "Le maire a démissionné mardi. Il pleuvait. "}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "Nobody came.\n\nShe said that evening that she was tired. Two days later she left.", ["2022-02-10"]),
        ("en", "Nobody came.\n\nHer deputy resigned the same day.", ["2022-02-08"]),
        ("en", "Nobody came.\n\nHe was seen the day before on the beach.", ["2022-02-07"]),
        ("fr", "Nul n’est venu.\n\nIl a lu le soir même la liste des noms.", ["2022-02-08"]),
        ("fr", "Nul n’est venu.\n\nElle a annoncé le même jour qu’elle partait.", ["2022-02-08"]),
        ("fr", "Elle était là depuis mars 2021. Un autre est arrivé le lendemain de Rodelle.", ["2022-02-09"]),
    ],
)
def test_a_paragraph_without_a_day_is_of_the_day_of_the_news(lang: str, text: str, wanted: list[str]) -> None:
    assert values(LEAD[lang] + text, lang)[-1:] == wanted


def test_of_two_days_in_a_lead_neither_is_the_day_of_the_news() -> None:
    lead = "He admitted on Tuesday that he was wrong. The mistake was made on December 19. "
    text = f"{lead}It rained.\n\nNobody came. They slept. He told her the same evening."
    assert values(text, "en") == ["2022-02-08", "2021-12-19"]


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "They voted on May 3, 2021. It rained. On the morning after the vote she left.", ["2021-05-04"]),
        ("en", "It reopened on May 3, 2021. They played on the night of the reopening.", ["2021-05-03"]),
        ("en", "The storm hit on May 3, 2021. She left there two days after the storm.", ["2021-05-05"]),
        ("fr", "La fête a eu lieu le 3 mai 2021. On l’a rachetée le lendemain de la fête.", ["2021-05-04"]),
        ("fr", "Il a été publié le 3 mai 2021. Il a démissionné la veille de la publication.", ["2021-05-02"]),
        ("fr", "Il a vendu la salle en mai 2021. Le jour de la vente, on l’a quitté.", ["2021-05"]),
        ("fr", "L’incendie date du 3 mai 2021. Il a rouvert trois mois après l’incendie.", ["2021-08"]),
        ("fr", "La crue, venue du 2 au 3 mai 2021, est finie. Il part la veille de la crue.", ["2021-05"]),
    ],
)
def test_a_day_told_by_what_happened_then(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang)[-1:] == wanted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La première lumière, fixée au 6 juin, a été remise. Il l’a dit le soir de la première lumière."),
        ("en", "The vote is set for March 28. On the morning after the vote she left."),
        ("fr", "Il pleuvait. On l’a rachetée le lendemain de la fête."),
    ],
)
def test_a_day_told_by_what_was_only_planned_or_not_told_is_not_known(lang: str, text: str) -> None:
    assert not any("2021" in one or one.endswith(("07", "08", "29")) for one in values(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("en", "It was closed in 2015, three years after it had been acquired.", ["2015", "2012"]),
        ("en", "She signed in May 2021, four and a half years after the group had bought it.", ["2021-05", "2016"]),
        ("en", "It burned in May 2021, three weeks after the pad had been built.", ["2021-05"]),
        ("fr", "Elle est partie le 8 mai 2021, dix ans après avoir fondé la maison.", ["2021-05-08", "2011"]),
    ],
)
def test_what_was_so_long_before_what_the_sentence_dates(lang: str, text: str, wanted: list[str]) -> None:
    assert values(text, lang) == wanted


def test_what_is_over_is_counted_from_what_was_told_before_an_aside() -> None:
    text = "Vendue en 1936, elle est saisie en 1941, selon une note vue l’an dernier. Dix ans plus tard, on la voyait."
    assert values(text, "fr")[-1] == "1951"


def test_a_span_from_a_weekday_goes_on_to_the_next_such_month() -> None:
    assert values("It closed the path from Tuesday until the end of July.", "en") == ["2022-02-08/2022-07"]


def test_what_had_been_done_is_no_summer() -> None:
    assert values("La commande avait été passée en novembre.", "fr") == ["2021-11"]


def values_at(text: str, lang: str, reference: str) -> list[str]:
    return [one.value for one in find_time_expressions(text, lang, reference)]


def test_a_verb_before_a_semicolon_tells_nothing_of_the_date_behind_it() -> None:
    text = "In March the mill said that it would close two kilns; in June, after a long strike, it gave up the plan."
    assert values_at(text, "en", "2025-09-15") == ["2025-03", "2025-06"]


def test_what_stands_aside_in_what_has_been_done_is_of_now_not_of_the_story() -> None:
    text = "The ferry came back in May 2023. Its licence, which lapsed in June, has been renewed to 2028."
    assert values_at(text, "en", "2025-09-15") == ["2023-05", "2025-06", "2028"]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("The vote was put off until 2019 at the earliest.", "en", "2019/.."),
        ("Le vote est repoussé jusqu’en mai 2019 au plus tôt.", "fr", "2019-05/.."),
        ("The vote was put off until 2019.", "en", "../2019"),
    ],
)
def test_what_is_put_off_until_a_date_at_the_earliest_may_be_later(text: str, lang: str, value: str) -> None:
    assert values_at(text, lang, "2018-02-03") == [value]


def test_a_month_that_follows_may_be_said_as_a_month() -> None:
    text = "Le four a cédé en novembre 2021 et le moulin au mois de juin suivant."
    found = find_time_expressions(text, "fr", "2025-09-15")
    assert [(text[one.start : one.end], one.value) for one in found][1:] == [("mois de juin suivant", "2022-06")]
