"""Tellings of one event become one, those that only look alike don't; those that contradict stand side by side."""

from itertools import permutations

import pytest

from index.entities.wording import Wording
from index.events.whose.extraction import EventExtractor
from index.tellings.comparable import Comparable, Subject, comparables
from index.tellings.disputes import disputed
from index.tellings.leading import sets_the_scene
from index.tellings.merging import merged
from tests.index.events.telling import BOOK, article

VEGA = Subject("vega", BOOK.family("vega"))
FRENCH = "Vega a racheté Lyra en mars 2021 pour 340 millions d’euros."
ENGLISH = "On March 4, 2021, Vega bought Lyra for 340 million euros."


def events(*texts: tuple[str, str]) -> list[Comparable]:
    extractor = EventExtractor(Wording(BOOK))
    articles = [article(text, lang, name=f"a{place}") for place, (text, lang) in enumerate(texts)]
    return comparables([event for one in articles for event in extractor.events(one)], VEGA)


def groups(*texts: tuple[str, str]) -> list[list[str]]:
    return [sorted(one.event.article_id for one in group) for group in merged(events(*texts))]


def test_a_french_and_an_english_telling_are_one_event() -> None:
    assert groups((FRENCH, "fr"), (ENGLISH, "en")) == [["a0", "a1"]]


def test_the_finest_date_comes_first() -> None:
    (group,) = merged(events((FRENCH, "fr"), (ENGLISH, "en"), ("Vega a racheté Lyra en 2021.", "fr")))
    assert [one.event.date for one in group] == ["2021-03-04", "2021-03", "2021"]


@pytest.mark.parametrize(
    "other",
    [
        "Vega a racheté Altair Santé en mars 2021 pour 12 millions d’euros.",
        "Vega a poursuivi Lyra en justice en mars 2021.",
        "Vega a racheté Lyra en mars 2019 pour 340 millions d’euros.",
        "Vega a ouvert un bureau en 2021.",
    ],
)
def test_other_events_stay_apart(other: str) -> None:
    assert sorted(groups((FRENCH, "fr"), (other, "fr"))) == [["a0"], ["a1"]]


def test_one_sentence_with_two_dates_stays_two_events() -> None:
    text = "Vega a annoncé le 3 mars 2021 qu’elle rachèterait Lyra avant la fin de 2021."
    assert len(merged(events((text, "fr")))) == 2


def test_the_order_of_the_articles_does_not_matter() -> None:
    texts = [(FRENCH, "fr"), (ENGLISH, "en"), ("Vega a fermé Orion le 4 mars 2021.", "fr")]
    found = {tuple(sorted(len(group) for group in merged(events(*order)))) for order in permutations(texts)}
    assert found == {(1, 2)}


def test_contradicting_dates_are_set_side_by_side_and_never_averaged() -> None:
    told = events((ENGLISH, "en"), ("Vega a racheté Lyra le 6 mars 2021 pour 340 millions d’euros.", "fr"))
    first, second = merged(told)
    assert disputed(first, [second]) == ["2021-03-06"]
    assert disputed(second, [first]) == ["2021-03-04"]


def test_dates_that_one_article_tells_do_not_contradict() -> None:
    text = "Vega a racheté Lyra le 4 mars 2021 pour 340 millions. Vega a racheté Lyra le 6 mars 2021 pour 340 millions."
    first, second = merged(events((text, "fr")))
    assert disputed(first, [second]) == []


def test_one_text_in_many_articles_is_kept_three_times() -> None:
    (group,) = merged(events(*[(FRENCH, "fr")] * 10, (ENGLISH, "en")))
    assert len(group) == 4


def test_a_sentence_that_leads_to_a_finer_date_tells_the_same() -> None:
    text = (
        "En 2020, Vega cherche un acheteur. L’acheteur de Vega est connu un an plus tard. "
        "Le 21 janvier 2021, Lyra achète Vega."
    )
    found = [[one.event.date for one in group] for group in merged(events((text, "fr")))]
    assert ["2021-01-21", "2021"] in found


def test_a_sentence_that_leads_to_another_names_nobody_yet() -> None:
    text = (
        "En 2020, Vega cherche un acheteur. Il arrive un an plus tard chez Vega. "
        "Le 21 janvier 2021, Lyra, Altair Santé et The Courier présentent Vega à Inès Morel."
    )
    found = [[one.event.date for one in group] for group in merged(events((text, "fr")))]
    assert ["2021-01-21", "2021"] in found


def test_what_happened_on_the_same_day_is_something_else() -> None:
    text = "Le 16 juin 2021, Vega ouvre une école à Lyon. Le même jour, Vega licencie 40 personnes à Nantes."
    assert len(merged(events((text, "fr")))) == 2


def test_an_opening_is_told_on_when_the_same_day_it_opens() -> None:
    text = (
        "The real launch of Vega came on November 15, 2022. That day, Vega opened in 32 states as a virtual service. "
        "On November 20, 2022, Lyra closed."
    )
    assert len(merged(events((text, "en")))) == 2


def test_an_appeal_against_a_fine_of_the_same_day_is_something_else() -> None:
    text = (
        "Le 6 novembre 2025, l’autorité a infligé à Vega une amende de 4 millions d’euros. "
        f"{'Les faits remontent loin. ' * 80}Le jour même, le 6 novembre 2025, Vega a annoncé qu’elle ferait appel."
    )
    assert len(merged(events((text, "fr")))) == 2


def test_two_purchases_of_a_year_in_two_languages_are_two() -> None:
    french = "Lyra rachète la moitié détenue par Vega en 2016."
    english = "At the time, Altair was the second-largest purchase of Vega, behind only Deneb, bought in 2016."
    assert len(merged(events((french, "fr"), (english, "en")))) == 2


def test_a_date_that_only_says_which_is_meant_goes_with_what_it_means() -> None:
    text = "Le 6 mai 2021, Vega a racheté Lyra. Les clients se taisent. L’achat de 2021 pèse sur Lyra et sur Vega."
    assert [len(group) for group in merged(events((text, "fr")))] == [2]


def test_a_second_date_that_says_the_first_more_finely_is_the_same_event() -> None:
    text = "Vega was accused in 2023. The sanction of Vega arrived a year later: on April 15, 2024, Vega was fined."
    assert sorted(len(group) for group in merged(events((text, "en")))) == [1, 2]


def test_a_deal_and_a_lawsuit_of_one_day_are_two_events() -> None:
    bought, sued = (
        "Vega bought Lyra on March 4, 2021.",
        "On March 4, 2021, a court heard the lawsuit of Lyra against Vega.",
    )
    assert sorted(groups((bought, "en"), (sued, "en"))) == [["a0"], ["a1"]]


def test_a_beginning_is_one_event_in_two_languages() -> None:
    french, english = "Vega est née en 2019.", "Vega was founded in 2019."
    assert groups((french, "fr"), (english, "en")) == [["a0", "a1"]]


def test_a_date_alone_in_common_is_not_enough() -> None:
    assert len(merged(events(("Vega a grandi en 2019.", "fr"), ("In 2019 the weather was kind to Vega.", "en")))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Vega was searched on February 21, 2023, with eleven others, and reopened the same night.",
        "In the spring of 2025 Vega was quieter: some 700 people marched against Vega on April 27, 2025.",
    ],
)
def test_a_day_and_its_season_or_the_same_night_in_one_sentence_are_one_scene(text: str) -> None:
    assert [len(group) for group in merged(events((text, "en")))] == [2]


def test_a_prize_is_the_same_in_the_other_language() -> None:
    french = "Le 5 novembre 2019, à Vienne, Vega a reçu le prix Kessler et ses 250 000 francs."
    english = (
        "Vega grew in 2011 and in 2013. Vega collected the Kessler Prize for its glass in 2019. Vega moved in 2021."
    )
    assert ["a0", "a1"] in groups((french, "fr"), (english, "en"))


def test_what_one_sells_another_buys() -> None:
    french = "Vega est vendue en 1936 à un avocat lillois, Simon Adler."
    english = "A lawyer from Lille, Simon Adler, bought Vega in 1936."
    assert groups((french, "fr"), (english, "en")) == [["a0", "a1"]]


def test_two_purchases_of_a_day_are_two_where_each_names_another() -> None:
    one, other = "Vega bought Lyra on March 4, 2021.", "Vega bought Altair Santé on March 4, 2021."
    assert sorted(groups((one, "en"), (other, "en"))) == [["a0"], ["a1"]]


def test_what_is_denied_stays_apart_from_what_is_told_beside_it() -> None:
    text = (
        "An earlier version of this article said that Vega raised 60 million in 2021. Vega raised 45 million in 2021."
    )
    assert len(merged(events((text, "en")))) == 2


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("Vega n’a pas racheté Lyra en mars 2021 pour 340 millions d’euros.", True),
        ("Vega n’a pas racheté Lyra en mars 2021 pour 12 millions d’euros.", False),
        ("Vega n’a pas ouvert de bureau en mars 2021.", False),
    ],
)
def test_a_denial_is_merged_with_what_it_denies(other: str, *, together: bool) -> None:
    assert (len(groups((FRENCH, "fr"), (other, "fr"))) == 1) is together


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Altair Santé ended its contract with Vega in March 2021.", "en"),
        ("Altair Santé a mis fin à son contrat avec Vega en mars 2021.", "fr"),
    ],
)
def test_two_things_that_share_but_a_month_stay_apart(text: str, lang: str) -> None:
    closed = "Vega closed a workshop in March 2021." if lang == "en" else "Vega a fermé un atelier en mars 2021."
    assert sorted(groups((closed, lang), (text, lang))) == [["a0"], ["a1"]]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The turn of Vega came in 2020. On May 9, 2020, Vega hired a cook and a clerk.", "en"),
        ("L’année 2020 s’achève chez Vega sur une surprise. Le 9 décembre 2020, Vega embauche un clown.", "fr"),
    ],
)
def test_a_sentence_that_only_says_that_something_came_leads_to_its_day(text: str, lang: str) -> None:
    assert len(merged(events((text, lang)))) == 1


def test_a_sentence_that_tells_more_than_that_something_came_stays_its_own() -> None:
    text = "In 2020 Vega came to Lyra with 40 cooks. On May 9, 2020, Vega hired a clerk."
    assert len(merged(events((text, "en")))) == 2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("L’appétit grandit à l’automne. Le 9 octobre 2021, Vega ferme le guichet de Lyra.", "fr"),
        ("The appetite grew in the autumn. On 9 October 2021, Vega closed the desk of Lyra.", "en"),
    ],
)
def test_a_sentence_that_only_sets_the_scene_is_no_event_of_its_own(text: str, lang: str) -> None:
    assert [one.event.date for group in merged(events((text, lang))) for one in group][:1] == ["2021-10-09"]
    assert len(merged(events((text, lang)))) <= 1


def test_a_sentence_in_which_something_is_done_is_an_event_of_its_own() -> None:
    text = "Vega ouvre 12 guichets à l’automne. Le 9 octobre 2021, Vega ferme le guichet de Lyra."
    assert not sets_the_scene(*events((text, "fr")))


def test_a_day_until_which_and_what_was_to_be_on_that_day_are_one() -> None:
    until = "Vega was given until July 1, 2023 to sell Lyra."
    due = "Vega doit vendre Lyra le 1er juillet 2023."
    assert groups((until, "en"), (due, "fr")) == [["a0", "a1"]]


def test_what_the_lead_told_is_told_again_far_behind_by_another_date() -> None:
    text = (
        "Le 26 mars 2021, le péage de Vega est entré en vigueur. "
        f"{'La route est longue. ' * 80}Le texte de Vega paraît le 5 mars 2021. "
        "L’entrée en vigueur du péage de Vega a suivi trois semaines plus tard."
    )
    assert sorted(len(group) for group in merged(events((text, "fr")))) == [1, 2]


def test_two_articles_of_a_theme_need_more_in_common_than_the_theme() -> None:
    texts = [
        ("Le conseil a condamné Vega à une amende en mars 2021.", "fr"),
        ("The harbour board grounded the fleet and fined the owner on March 9, 2021.", "en"),
    ]
    extractor = EventExtractor(Wording(BOOK))
    articles = [article(text, lang, name=f"a{place}") for place, (text, lang) in enumerate(texts)]
    told = [event for one in articles for event in extractor.events(one)]
    theme = Subject("~fines", frozenset({"~fines"}), of_theme=True)
    assert len(merged(comparables(told, theme))) == 2
