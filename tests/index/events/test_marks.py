"""What is known beside a date: told as done, announced, uncertain, denied, dated by the article itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.events.event import Mark
from tests.index.events.telling import about, marks, told


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        ("Vega a fermé en mai 2020.", "fr", Mark.TOLD),
        ("Vega fermera le 31 décembre 2022.", "fr", Mark.ANNOUNCED),
        ("Vega will close on December 31, 2022.", "en", Mark.ANNOUNCED),
        ("Vega prévoit d’ouvrir en 2022.", "fr", Mark.ANNOUNCED),
        ("Vega aurait racheté Lyra en 2021.", "fr", Mark.CONDITIONAL),
        ("Vega pourrait racheter Lyra en 2025.", "fr", Mark.CONDITIONAL),
        ("Vega might buy Lyra in 2025.", "en", Mark.CONDITIONAL),
        ("Vega reportedly bought Lyra in 2021.", "en", Mark.CONDITIONAL),
        ("Vega n’a pas racheté Lyra en 2021.", "fr", Mark.NEGATED),
        ("Vega n’a jamais été rentable en 2021.", "fr", Mark.NEGATED),
        ("Vega did not buy Lyra in 2021.", "en", Mark.NEGATED),
        ("Le tableau de Vega, de 1887, n’avait jamais été montré.", "fr", Mark.TOLD),
        ("The mill of Vega, dating from 1793, was not sold.", "en", Mark.TOLD),
        ("Vega n’a pas, en 2019, payé Lyra.", "fr", Mark.NEGATED),
        ("Vega was not itself under guardianship in May 2021.", "en", Mark.TOLD),
        ("Vega n’était pas elle-même en sommeil en mai 2021.", "fr", Mark.TOLD),
        ("Vega was not sold in May 2021.", "en", Mark.NEGATED),
        ("Vega did not open until May 2021.", "en", Mark.TOLD),
        ("Vega n’avait pas rouvert depuis mars 2019.", "fr", Mark.TOLD),
        ("Vega had not opened a shop since May 2021.", "en", Mark.TOLD),
        ("En mai 2021, Vega entrait au capital de Lyra.", "fr", Mark.TOLD),
        ("Vega livrait déjà cent villes en mai 2021.", "fr", Mark.TOLD),
        ("Vega serait entrée en mai 2021 au capital de Lyra.", "fr", Mark.CONDITIONAL),
        ("Vega replaced Lyra last May with Orion.", "en", Mark.TOLD),
        ("Vega opened in May 2021.", "en", Mark.TOLD),
        ("En mai 2021, Vega a promis de ne pas fermer.", "fr", Mark.TOLD),
        ("« On ne vend pas un four », a dit la patronne de Vega, arrivée en mai 2021.", "fr", Mark.TOLD),
        ('"I have not forgotten," said the owner of Vega and, since May 2021, of Lyra.', "en", Mark.TOLD),
        ("Vega never made money, its owner admitted in May 2021.", "en", Mark.TOLD),
        ("Vega n’a jamais rapporté, a admis sa patronne en mai 2021.", "fr", Mark.TOLD),
        ("Vega will be sold, but not before 2024.", "en", Mark.ANNOUNCED),
        ("Vega n’a pas réparé le toit de verre ouvert en mai 2021.", "fr", Mark.TOLD),
        ("« Vega n’a pas vendu de four en mai 2021 », a dit la patronne.", "fr", Mark.NEGATED),
    ],
)
def test_an_event_is_marked_by_its_verb_and_its_date(text: str, lang: str, mark: Mark) -> None:
    assert marks(text, lang) == [mark]


def test_what_was_so_after_all_is_not_denied() -> None:
    text = "Vega n’a pas racheté Lyra en 2009, comme nous l’écrivions en mars 2018, mais en 2011."
    assert [mark for mark in marks(text) if mark is Mark.NEGATED] == [Mark.NEGATED]


def test_the_future_of_a_past_is_announced() -> None:
    text = "Vega a annoncé le 3 mai 2021 qu’elle fermerait le 1er juin 2021."
    assert marks(text) == [Mark.TOLD, Mark.ANNOUNCED]


@pytest.mark.parametrize(
    ("text", "lang", "dates"),
    [
        ("Vega ne rouvrira pas avant l’automne 2025.", "fr", ["2025-23"]),
        ("Vega will not reopen until May 2025.", "en", ["2025-05"]),
        ("Vega rouvrira avant 2025.", "fr", ["../2025"]),
        ("Vega ouvre deux fois par an, en mars et en octobre.", "fr", []),
        ("Vega ships a new kernel every year, in March.", "en", []),
        ("Vega ouvre deux fois par an depuis mars 2019.", "fr", ["2019-03/.."]),
        ("Vega sells three times a week until 30 October 2021.", "en", ["../2021-10-30"]),
        ("The shares of Vega were taken up in nine days.", "en", []),
        ("Vega will open in nine days.", "en", ["2022-08-26"]),
    ],
)
def test_what_comes_back_or_only_lasts_is_no_date_and_the_earliest_date_is_one(
    text: str, lang: str, dates: list[str]
) -> None:
    assert [event.date for event in told(text, lang, "2022-08-17")] == dates


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega vient d’annoncer la fin d’Orion.", "fr"),
        ("Vega vient de racheter Lyra.", "fr"),
        ("Vega has just bought Lyra.", "en"),
        ("Vega annonce la fin d’Orion.", "fr"),
    ],
)
def test_what_has_just_happened_takes_the_date_of_the_article(text: str, lang: str) -> None:
    (event,) = told(text, lang, "2022-08")
    assert (event.date, event.dated_by_article, event.mark) == ("2022-08", True, Mark.TOLD)


@pytest.mark.parametrize(
    "text",
    [
        "« Vega vient de racheter Lyra », disait-elle alors.",
        "Vega recrute.",
        "L’annonce de Vega a surpris.",
        "Vega vient de Lyon.",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert told(text) == []


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    (event,) = told("« Une citation sans fin.\n\nVega vient de racheter Lyra.")
    assert event.dated_by_article


def test_an_article_without_a_date_dates_nothing() -> None:
    assert told("Vega vient de racheter Lyra.", date=None) == []
    assert about("vega", "Vega a fermé en 2019.", date=None) == ["2019"]


def test_what_is_denied_of_another_thing_denies_nothing_of_the_first() -> None:
    assert marks("Le billet a été porté à 7 euros en janvier, et le café ne désemplit pas.") == [Mark.TOLD]
    assert marks("The ticket rose to 7 pounds in January, and the café has not been empty.", "en") == [Mark.TOLD]


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        ("Vega devait repartir hier pour Rome.", "fr", Mark.ANNOUNCED),
        ("Vega was to leave at the end of July; her term was extended.", "en", Mark.ANNOUNCED),
        ("En mars 2021, Vega devait encore emprunter.", "fr", Mark.TOLD),
        ("Vega was sent to Rome in March 2021.", "en", Mark.TOLD),
        ("Vega devait repartir hier. Le voyage est remis à novembre.", "fr", Mark.CALLED_OFF),
        ("Vega should have opened the fair on July 24.", "en", Mark.CALLED_OFF),
        ("Vega aurait dû ouvrir la foire le 24 juillet.", "fr", Mark.CALLED_OFF),
        ("La tournée de mai de Vega, onze dates, est supprimée.", "fr", Mark.CALLED_OFF),
        ("La reprise d’Orion, prévue le 14 novembre, est repoussée sine die.", "fr", Mark.CALLED_OFF),
        ("The voyage of Vega planned for July was given up.", "en", Mark.CALLED_OFF),
        ("The tour of Vega planned for October will be long.", "en", Mark.ANNOUNCED),
        ("Vega a annulé sa tournée en mai 2021.", "fr", Mark.TOLD),
        ("Vega’s tour was cancelled in May 2021.", "en", Mark.TOLD),
        ("In the night of May 2 2021, Vega dropped the idea.", "en", Mark.TOLD),
        ("Vega priced a hotel in February 2021, and dropped the idea in June.", "en", Mark.TOLD),
        ("La version de mai 2021 a supprimé, par erreur, un bouton de Vega.", "fr", Mark.TOLD),
        ("Vega, annoncée pour mai 2021, n’est toujours pas sortie.", "fr", Mark.CALLED_OFF),
    ],
)
def test_what_was_planned_is_marked_so_and_what_did_not_come_too(text: str, lang: str, mark: Mark) -> None:
    assert marks(text, lang)[0] is mark


def test_what_was_put_off_and_cancelled_again_is_called_off_at_both_dates() -> None:
    text = "Planned for April 2020, the fair of Vega was cancelled, moved to May 2021 and cancelled again."
    assert marks(text, "en") == [Mark.CALLED_OFF, Mark.CALLED_OFF]


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        ("Élue le 4 mai par 71 voix contre 28, Vega n’a pas perdu de temps.", "fr", Mark.TOLD),
        ("Inès Morel, her captain for the last two years, will not be on board.", "en", Mark.TOLD),
        ("Vega leaves in December and her successor has not been named.", "en", Mark.ANNOUNCED),
        ("The planet that Vega announced two years ago never existed.", "en", Mark.TOLD),
        ("En mai 2021, Vega n’a pas payé.", "fr", Mark.NEGATED),
        ("In May 2021, the board of Vega did not pay.", "en", Mark.NEGATED),
    ],
)
def test_a_denial_is_of_the_date_it_is_told_of(text: str, lang: str, mark: Mark) -> None:
    assert marks(text, lang) == [mark]


PIECES = st.sampled_from(
    [
        *("Vega", "Lyra", "la firme", "elle", "le géant lyonnais", "Inès Morel", "vient de", "racheter", "a fermé"),
        *("en 2019", "le 3 mai 2021", "depuis 2018", "deux ans plus tard", "le mois dernier", "avant 2020"),
        *(", qui", ", mais", " ;", ".", ".\n\n", "(", ")", "«", "»", "’", "\u00a0", "annonce que", "Selon", "n’a pas"),
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_whatever_is_written_every_span_lies_in_the_text(text: str) -> None:
    for event in told(text):
        for start, end in (event.expression, event.sentence, *event.clause):
            assert 0 <= start < end <= len(text)
        assert event.sentence[0] <= event.expression[0] < event.expression[1] <= event.sentence[1]
        for participant in event.participants:
            assert participant.quote[0] <= event.sentence[0]
            assert event.sentence[1] <= participant.quote[1] <= len(text)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    told(text)
    told(text, "en")


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Vega was to sing yesterday. A second evening has been cancelled.", "en", [Mark.ANNOUNCED]),
        ("Vega was to sing yesterday. The evening has been cancelled.", "en", [Mark.CALLED_OFF]),
        ("Vega devait chanter hier. Deux autres soirées sont annulées.", "fr", [Mark.ANNOUNCED]),
        ("A scheme to sell Vega by night from January has been shelved.", "en", [Mark.CALLED_OFF]),
        ("A proposal to move Vega in May 2023 was made, and the fair was cancelled.", "en", [Mark.ANNOUNCED]),
        ("A scheme put forward by Vega in May 2021 has been shelved.", "en", [Mark.TOLD]),
        ("L’idée d’ouvrir Vega la nuit dès janvier 2023 a été abandonnée.", "fr", [Mark.CALLED_OFF]),
        ("L’idée de Vega, lancée en mai 2021, a été abandonnée.", "fr", [Mark.TOLD]),
    ],
)
def test_what_is_called_off_is_what_is_told_of_not_another_thing(text: str, lang: str, wanted: list[Mark]) -> None:
    assert marks(text, lang) == wanted
