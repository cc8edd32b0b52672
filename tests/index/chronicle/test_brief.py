"""Brief labels: the clause with the event, under its date; what stands before it gives way first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chronicle.labelling.brackets import Called, headline
from index.chronicle.labelling.brief import BRIEF, brief_label
from index.chronicle.labelling.retold import Retold
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from tests.index.events.telling import BOOK, surely, told

WORDING = Wording(BOOK)


def briefs(text: str, lang: str = "fr", title: str = "") -> dict[str, str]:
    """The brief labels of what is surely Vega's, by date."""
    article = headline(title, lang, WORDING, Naming(WORDING))
    found = {}
    for event in told(text, lang):
        if "vega" in surely(event):
            start, end = surely(event)["vega"].quote
            found[event.date] = brief_label(Retold(event, text[start:end], start), Called.by(["Vega"]), article)
    return found


@pytest.mark.parametrize(
    ("text", "lang", "date", "expected"),
    [
        ("Le 3 mai 2020, Vega a ouvert une école à Lyon.", "fr", "2020-05-03", "Vega a ouvert une école à Lyon"),
        ("On May 3, 2020, Vega opened a school in Lyon.", "en", "2020-05-03", "Vega opened a school in Lyon"),
        ("Vega a racheté Lyra en 2018.", "fr", "2018", "Vega a racheté Lyra en 2018"),
        (
            "Vega saw its last guests and sold the boats of the harbour on May 3, 2020, a little over four years after"
            " its first season on the lake.",
            "en",
            "2020-05-03",
            "Vega saw its last guests and sold the boats of the harbour on May 3, 2020",
        ),
        (
            "Vega a fermé son école de Lyon et vendu les ateliers le 3 mai 2020, un peu plus de quatre ans après avoir"
            " ouvert le second.",
            "fr",
            "2020-05-03",
            "Vega a fermé son école de Lyon et vendu les ateliers le 3 mai 2020",
        ),
        (
            "Le même mois, le 3 mai 2020, Vega a ouvert une école à Lyon.",
            "fr",
            "2020-05-03",
            "Vega a ouvert une école à Lyon",
        ),
        (
            "En 2018, la ville perd ses ateliers ; Vega ouvre une école à Lyon le 3 mai 2020.",
            "fr",
            "2020-05-03",
            "Vega ouvre une école à Lyon le 3 mai 2020",
        ),
    ],
)
def test_the_date_at_the_head_and_another_event_give_way(text: str, lang: str, date: str, expected: str) -> None:
    assert briefs(text, lang)[date] == expected


def test_who_does_it_stays_when_the_beginning_of_a_long_sentence_gives_way() -> None:
    text = (
        "Le 20 juin 2018, les trois fondateurs de Vega nomment au poste de directrice Anna Roussel, médecin et "
        "essayiste, qui prend ses fonctions le 9 juillet 2018 ; le siège sera à Lyon."
    )
    said = briefs(text)["2018-07-09"]
    assert "… " in said
    assert "Anna Roussel" in said
    assert said.endswith("qui prend ses fonctions le 9 juillet 2018")


def test_the_sentence_before_is_not_told_where_a_name_stands_for_the_pronoun() -> None:
    text = f"Vega {'recrute, grandit, achète, ' * 4}et voyage. Elle ne prend ce nom que le 6 mars 2019."
    assert briefs(text)["2019-03-06"] == "[Vega] ne prend ce nom que le 6 mars 2019"


def test_words_that_only_lead_to_what_is_left_out_give_way_too() -> None:
    text = "Le 3 mai 2020, un tribunal condamne Vega et annule le contrat, l’accord qui liait la firme à Orion en 2018."
    assert briefs(text)["2020-05-03"] == "Un tribunal condamne Vega et annule le contrat"


def test_a_thing_keeps_what_tells_which_it_is() -> None:
    text = "Le 3 mai 2020, Vega, la firme de Lyon, trouve l’image qui restera, celle de 2018 et de ses foules."
    assert briefs(text)["2020-05-03"].startswith("Vega, la firme de Lyon, trouve l’image qui restera")


def test_a_parenthesis_is_closed() -> None:
    text = (
        "Vega compte alors parmi les trois plus grands ateliers du pays avec Orion et son usine (vendue 40 millions "
        "d’euros à Vega en 2017), et le restera longtemps."
    )
    (said,) = briefs(text).values()
    assert said.count("(") == said.count(")")


def test_a_title_that_is_the_subject_is_not_said_twice() -> None:
    text = "Vega grandit.\n\nLa décision de Vega prend effet le 3 mai 2020."
    assert briefs(text, title="Vega : le récit")["2020-05-03"] == "La décision de Vega prend effet le 3 mai 2020"


def of_vega(text: str, lang: str = "fr") -> str:
    """The brief label of the first event told, quoted with all of ``text``, as one of Vega's."""
    return brief_label(
        Retold(told(text, lang)[0], text, 0), Called.by(["Vega"]), headline("", lang, WORDING, Naming(WORDING))
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Anna Roussel, comptable, dirige la maison. Elle promet un stade pour mai 2023.", "fr"),
        ("Anna Roussel, a clerk, runs it all. She promised a stadium by 2023.", "en"),
    ],
)
def test_a_pronoun_that_no_name_stands_for_takes_the_sentence_before(text: str, lang: str) -> None:
    assert of_vega(text, lang) == f"[Vega] {text.removesuffix('.')}"


def test_the_part_of_a_long_clause_that_holds_the_date_stays() -> None:
    text = (
        "Vega won its first contract in 2003, to serve the islands of the north and their hospitals, and carried its "
        "millionth passenger in August 2011."
    )
    said = briefs(text, "en")["2011-08"]
    assert said.startswith("Vega won its first contract")
    assert said.endswith("carried its millionth passenger in August 2011")


def test_what_goes_on_with_a_verb_left_out_is_told_behind_whose_it_is() -> None:
    text = (
        "On May 3, 2020, Vega said that its schools would be open to the families of all employers, immediately in "
        "Lyon and its suburbs, then across the country for lessons at home in the summer of 2021."
    )
    said = briefs(text, "en")["2021-22"]
    assert "Vega said" in said
    assert said.endswith("in the summer of 2021")


def test_what_was_done_to_something_is_told_with_that() -> None:
    text = (
        "Annoncé le 3 mai 2020 pour environ 3,9 milliards de dollars et bouclé le 22 février 2021, le rachat de Lyra "
        "par Vega a donné lieu à des suppressions de postes."
    )
    assert "le rachat de Lyra par Vega" in of_vega(text)


def test_what_happened_when_a_date_came_is_told_rather_than_that_it_did() -> None:
    text = (
        "Vega has won another round of its fight over blood oxygen, and sells its watches in all the shops there. "
        "That does not erase another date, May 3, 2020, when a jury in Lyon ordered Vega to pay Lyra 634 million euros."
    )
    assert of_vega(text, "en") == "A jury in Lyon ordered Vega to pay Lyra 634 million euros"


def test_a_participle_before_the_date_stays_with_it() -> None:
    text = "Rouvert le 3 mai 2020, après trente-deux mois de fermeture, le musée Vega a retrouvé son public."
    assert of_vega(text) == text.removesuffix(".")


def test_who_somebody_is_gives_way_before_what_they_do() -> None:
    text = (
        "Le 3 mai 2020, le bureau des droits civiques du ministère de la Santé, le service des enquêtes de Lyon, ouvre "
        "une enquête sur Vega et ses ateliers."
    )
    assert of_vega(text).startswith(
        "Le bureau des droits civiques du ministère de la Santé … ouvre une enquête sur Vega"
    )


def test_who_somebody_is_stays_when_that_is_the_event() -> None:
    text = (
        "Vega, a private company founded in Lyon in 2015 by the geologist Anna Roussel, found the deposit much later, "
        "while it was looking for tin."
    )
    assert "founded in Lyon in 2015" in of_vega(text, "en")


def test_how_something_is_known_is_told_behind_it() -> None:
    text = (
        "The site and the app of Vega had been used by more than 55 million people, it was reported in May 2020, and "
        "the company admitted no wrongdoing."
    )
    assert of_vega(text, "en").startswith("The site and the app of Vega had been used by more than 55 million people")


WORDS = st.lists(
    st.sampled_from("Vega ouvre, ferme et (vend) une école ; elle qui a le 3 mai 2020 à Lyon".split()), max_size=60
)


@given(WORDS)
def test_it_is_whole_words_of_its_text_and_never_longer(words: list[str]) -> None:
    text = f"Vega {' '.join(words)} en 2019."
    for said in briefs(text).values():
        assert said
        assert len(said) <= BRIEF
        bare = said.replace("[Vega]", "").replace("Vega", "").strip(" …").split()
        assert {word.strip(" .,;:()…").lower() for word in bare if word != "…"} <= {
            word.strip(" .,;:()…").lower() for word in text.split()
        }


def test_a_brief_label_says_more_than_its_date() -> None:
    text = (
        "Vega reported a surplus of 188,000 pounds for 2023, against 241,000 the year before, the fall being due to "
        "lower wholesale prices and to nineteen days lost after the copper theft in August."
    )
    said = briefs(text, "en")
    assert all(len(one) > BRIEF / 2 for one in said.values()), said
