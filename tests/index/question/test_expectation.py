"""What kind of answer a question expects, and which sentences hold one."""

import pytest

from index.question.expectation import Expectation, expectation_of, meets


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Combien Amazon a-t-il payé One Medical ?", Expectation.MONEY),
        ("how many clinics did walmart close", Expectation.FIGURE),
        ("c'est quoi le prix de l'abonnement", Expectation.MONEY),
        ("how much did bezos shell out for it", Expectation.MONEY),
        ("what did Microsoft pay for Nuance", Expectation.MONEY),
        ("What does a visit cost at the clinic?", Expectation.MONEY),
        ("what did they pay attention to", Expectation.ANYTHING),
        ("Qu'a payé Amazon pour PillPack ?", Expectation.MONEY),
        ("combien de patients ont payé", Expectation.FIGURE),
        ("Pour combien de temps l'accord est-il signé ?", Expectation.DURATION),
        ("how long did the pilot last", Expectation.DURATION),
        ("combien la fonderie a-t-elle vendu de cloches", Expectation.FIGURE),
        ("combien la fonderie a vendu la cloche", Expectation.MONEY),
        ("amende cnil dedalus", Expectation.ANYTHING),
        ("Quand Haven a-t-elle été dissoute ?", Expectation.DATE),
        ("en quelle année est né Doctolib", Expectation.DATE),
        ("when did it close", Expectation.DATE),
        ("Qui est Neil Lindsay ?", Expectation.NAME),
        ("who started babylon health", Expectation.NAME),
        ("pdg d'amazon ?", Expectation.NAME),
        ("Qu'est-ce qui a fermé ?", Expectation.ANYTHING),
        ("pourquoi fitbit a dû rappeler des montres ?", Expectation.ANYTHING),
        ("", Expectation.ANYTHING),
    ],
)
def test_a_question_tells_what_it_expects(question: str, expected: Expectation) -> None:
    assert expectation_of(question) is expected


@pytest.mark.parametrize(
    ("sentence", "expectation", "holds"),
    [
        ("Le service ferme le 31 décembre 2022.", Expectation.DATE, True),
        ("It closed in July.", Expectation.DATE, True),
        ("Le service ferme bientôt.", Expectation.DATE, False),
        ("Elle vaut 3,9 milliards de dollars.", Expectation.FIGURE, True),
        ("Le service ferme le 31 décembre 2022.", Expectation.FIGURE, False),
        ("Un million de patients en 2021.", Expectation.FIGURE, True),
        ("Elle vaut 3,9 milliards de dollars.", Expectation.MONEY, True),
        ("at $18 a share", Expectation.MONEY, True),
        ("Elle compte 18 cabinets.", Expectation.MONEY, False),
        ("L'accord vaut pour trois ans.", Expectation.DURATION, True),
        ("Fermé depuis 2022.", Expectation.DURATION, False),
        ("Elle est dirigée par Andy Jassy.", Expectation.NAME, True),
        ("La décision n'a pas été prise à la légère.", Expectation.NAME, False),
        ("N'importe quoi.", Expectation.ANYTHING, True),
    ],
)
def test_a_sentence_holds_it_or_not(sentence: str, expectation: Expectation, holds: bool) -> None:
    assert meets(sentence, expectation) is holds


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("prix montre Clairval", Expectation.MONEY),
        ("price clairval watch", Expectation.MONEY),
        ("prix Goncourt 2012", Expectation.ANYTHING),
        ("amende max loi sur l'eau", Expectation.FIGURE),
        ("effectif de la fonderie en 2012", Expectation.FIGURE),
    ],
)
def test_a_question_of_keywords_tells_what_it_expects(question: str, expected: Expectation) -> None:
    assert expectation_of(question) is expected


def test_the_price_of_a_thing_at_a_time_is_a_sum() -> None:
    assert expectation_of("clairval watch price at launch") is Expectation.MONEY
