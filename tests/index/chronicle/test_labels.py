"""Labels that can be understood alone: whole words, the date, the subject's name where a pronoun stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.chronicle.labelling.brackets import Called, Headline, headline
from index.chronicle.labelling.cuts import shortened
from index.chronicle.labelling.labels import LONGEST, label
from index.chronicle.labelling.openings import without_end
from index.chronicle.labelling.retold import Retold
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.event import ArticleEvent, Mark
from tests.index.events.telling import BOOK, surely, told

WORDING = Wording(BOOK)


def labels(text: str, key: str, name: str, lang: str = "fr", title: str = "") -> list[str]:
    """The labels of the events that are surely of ``key``."""
    return [_label(event, text, key, name, title) for event in told(text, lang) if key in surely(event)]


def _label(event: ArticleEvent, text: str, key: str, name: str, title: str) -> str:
    start, end = surely(event)[key].quote
    return label(Retold(event, text[start:end], start), Called.by([name]), about(title, event.lang))


def about(title: str, lang: str = "fr") -> Headline:
    return headline(title, lang, WORDING, Naming(WORDING))


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Vega recrute. En 2019, elle a ouvert un bureau.", "fr", "En 2019, [Vega] a ouvert un bureau"),
        ("Vega recrute. En 2019, la firme a ouvert un bureau.", "fr", "En 2019, la firme [Vega] a ouvert un bureau"),
        ("Vega is hiring. In 2019, it opened an office.", "en", "In 2019, [Vega] opened an office"),
        ("Vega is hiring. In 2019, Lyra said it would buy an office.", "en", None),
        ("Vega recrute. L’achat de Lyra date de 2018 ; elle a fermé en 2019.", "fr", None),
        ("En 2019, Vega a dit qu’elle fermait.", "fr", "En 2019, Vega a dit qu’elle fermait"),
        ("Vega a racheté Lyra en 2018.", "fr", "Vega a racheté Lyra en 2018"),
        ("Mais Vega a racheté Lyra en 2018.", "fr", "Vega a racheté Lyra en 2018"),
        ("But in 2018 Vega bought Lyra.", "en", "in 2018 Vega bought Lyra"),
    ],
)
def test_a_pronoun_gives_way_to_the_name_that_it_surely_stands_for(text: str, lang: str, expected: str | None) -> None:
    if expected is None:
        assert not any("[Vega] a" in said or "said [" in said for said in labels(text, "vega", "Vega", lang))
    else:
        assert labels(text, "vega", "Vega", lang) == [expected]


@pytest.mark.parametrize("told", ["des postes supprimés et, ", "des postes supprimés ; puis", "des postes supprimés,"])
def test_a_label_ends_with_no_word_that_leads_on(told: str) -> None:
    assert without_end(told) == "des postes supprimés"


def test_what_was_before_something_keeps_its_before() -> None:
    text = "Avant la fête de 2019, Vega a ouvert un bureau à Lyon."
    assert labels(text, "vega", "Vega") == ["Avant la fête de 2019, Vega a ouvert un bureau à Lyon"]


def test_what_was_done_to_something_is_told_with_that() -> None:
    text = "Fondée à Lyon en 2012 par deux chimistes, la société Vega, qui a 80 personnes, a fermé en 2019."
    said = labels(text, "vega", "Vega")
    assert said[0].startswith("Fondée à Lyon en 2012 par deux chimistes, la société Vega")


def test_a_clause_cut_from_its_sentence_says_so_behind_the_sentence_before() -> None:
    text = "Vega raised two rounds. Its first round closed in May 2018; the second came in the third quarter of 2020."
    said = [one for one in labels(text, "vega", "Vega", "en") if "the second" in one]
    assert all(". the second" not in one for one in said)


def test_what_does_not_name_its_subject_says_it_in_front() -> None:
    text = "Vega est une société de Lyon.\n\nLe capital a doublé en 2019."
    (event,) = told(text)
    said = label(
        Retold(event, text[slice(*event.sentence)], event.sentence[0]), Called.by(["Vega"]), about("Vega grandit")
    )
    assert said == "[Vega] Le capital a doublé en 2019"


def test_what_names_nothing_of_its_article_says_the_title_behind() -> None:
    text = "Le Parlement adopte le texte le 3 mai 2020."
    (event,) = told(text)
    article = about("Vega et Lyra : le récit d’une fusion")
    assert label(Retold(event, text, 0), None, article) == "Le Parlement adopte le texte le 3 mai 2020 [Vega et Lyra]"


def test_what_names_its_article_s_subject_says_no_title() -> None:
    text = "Vega a racheté Orion le 3 mai 2020."
    assert labels(text, "vega", "Vega", title="Vega et Lyra : le récit d’une fusion") == [
        "Vega a racheté Orion le 3 mai 2020"
    ]


def test_an_event_told_before_is_told_with_the_title() -> None:
    text = "La décision prend effet le 3 mai 2020 chez Vega."
    assert labels(text, "vega", "Vega", title="Vega quitte Lyon") == [
        "La décision prend effet le 3 mai 2020 chez Vega [Vega quitte Lyon]"
    ]


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
    said = label(Retold(event, text, 0), None, about("Titre"))
    assert said == "Le ministère attaque Vega en justice. Sa demande est rejetée le 3 mai 2020 par le tribunal"


@pytest.mark.parametrize(
    ("before", "text", "lang"),
    [
        ("Vega rachète Lyra.", "L’opération reviendra devant le juge en mai 2020.", "fr"),
        ("Vega is hiring.", "The matter reached a court on May 3, 2020.", "en"),
    ],
)
def test_what_begins_with_a_thing_told_before_takes_the_sentence_before(before: str, text: str, lang: str) -> None:
    whole = f"{before} {text}"
    (event,) = told(whole, lang)
    assert label(Retold(event, whole, 0), Called.by(["Vega"]), about("", lang)).startswith(whole.removesuffix("."))


def test_what_tells_of_a_thing_by_its_complement_stands_alone() -> None:
    text = "Vega recrute. Le tribunal de Lyon entend les parties le 3 mai 2020."
    (event,) = told(text)
    said = label(Retold(event, text, 0), Called.by(["Vega"]), about("Titre"))
    assert said == "[Vega] Le tribunal de Lyon entend les parties le 3 mai 2020"


def test_a_pronoun_behind_two_dates_takes_the_sentence_before() -> None:
    text = "La firme Vega grandit. Un an plus tard jour pour jour, le 3 mai 2020, elle ouvre une école."
    (said,) = {one for one in labels(text, "vega", "Vega") if "3 mai 2020" in one}
    assert said.startswith("La firme Vega grandit. Un an plus tard") or "[Vega] ouvre" in said


def test_that_behind_a_date_is_no_pronoun() -> None:
    text = "The hut is old. Lyra announced on May 3, 2020 that Vega would close it."
    (said,) = labels(text, "vega", "Vega", "en")
    assert said == "Lyra announced on May 3, 2020 that Vega would close it"


def test_a_participle_keeps_the_words_it_is_told_of() -> None:
    text = (
        "Vega présente à la presse, dans ses ateliers de Lyon, ses nouveaux cabinets de quartier : deux établissements "
        "pour commencer, dans le sud, dans une zone commerciale très passante, ouverts en mai 2020."
    )
    (said,) = labels(text, "vega", "Vega")
    assert "ouverts en mai 2020" in said
    assert said.startswith("Vega présente à la presse")


@pytest.mark.parametrize("asides", [2, 5, 30])
def test_a_date_at_the_end_of_a_long_sentence_stays_in_its_label(asides: int) -> None:
    text = f"Vega inflige à Lyra{', à sa filiale et à ses ateliers' * asides} une amende pour ses abus de mai 2020."
    (said,) = labels(text, "vega", "Vega")
    assert said.startswith("Vega inflige à Lyra")
    assert said.endswith("pour ses abus de mai 2020")


def test_a_pronoun_without_the_sentence_before_has_the_title() -> None:
    text = "Elle observe. Le 3 mai 2020, elle présente la montre Orion."
    (event,) = told(text)
    retold = Retold(event, text[slice(*event.sentence)], event.sentence[0])
    said = label(retold, Called.by(["Orion"]), about("Vega et ses montres"))
    assert said == "Le 3 mai 2020, elle présente la montre Orion [Vega et ses montres]"


def test_a_further_place_keeps_the_verb_before_it() -> None:
    text = "In 2020 Vega said its schools would be open to all in Lyon, then across the country in the summer of 2021."
    later = [one for one in labels(text, "vega", "Vega", "en") if "2021" in one]
    assert later
    assert all("would be open" in one for one in later)


def test_a_label_is_cut_between_words() -> None:
    assert shortened("un deux trois quatre", 12) == "un deux…"
    text = f"Vega a ouvert en 2019 {'une école et ' * 40}un bureau."
    (said,) = labels(text, "vega", "Vega")
    assert len(said) <= LONGEST
    assert said.removesuffix("…") in text


def of_vega(text: str, lang: str = "fr") -> str:
    """The label of the last event told, quoted with all of ``text``, as one of Vega's."""
    return label(Retold(told(text, lang)[-1], text, 0), Called.by(["Vega"]), about("Titre", lang))


def test_what_only_introduces_is_told_with_what_follows() -> None:
    text = (
        "Le 3 mai 2020, une autre firme prend date : Lyra obtient l’autorisation d’ouvrir à Lyon, avec Vega, une école "
        "de vingt places, que la ville attendait depuis le départ de la précédente et que le préfet avait annoncée."
    )
    assert "une autre firme prend date : Lyra obtient l’autorisation" in of_vega(text)


def test_a_relative_clause_behind_a_gap_keeps_the_thing_it_tells_of() -> None:
    text = (
        "Vega a réuni à Lyon, dans une salle comble et devant la presse de toute la région, ses clients, ses patrons, "
        "ses fournisseurs et les élus de chaque commune où elle compte encore un atelier, mais n’a pas encore "
        "dit si elle garderait son contrat, qui s’achève en mai 2023."
    )
    assert of_vega(text).endswith("… son contrat, qui s’achève en mai 2023")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Anna Roussel dirige la maison. La justice l’a relaxée le 3 mai 2020.", "fr"),
        ("Anna Roussel ran the house. The court cleared her on May 3, 2020.", "en"),
    ],
)
def test_what_is_done_to_a_pronoun_takes_the_sentence_before(text: str, lang: str) -> None:
    assert of_vega(text, lang).startswith(f"[Vega] {text.removesuffix('.')}")


def test_what_is_done_to_whom_the_sentence_names_stands_alone() -> None:
    text = "La maison est rouge. Un juge reçoit Anna Roussel et l’a relaxée le 3 mai 2020."
    assert of_vega(text) == "[Vega] Un juge reçoit Anna Roussel et l’a relaxée le 3 mai 2020"


def test_one_does_something_is_no_pronoun() -> None:
    text = "La porte est rouge. Depuis mai 2020, on prête aussi des outils chez Vega."
    assert labels(text, "vega", "Vega") == ["Depuis mai 2020, on prête aussi des outils chez Vega"]


def test_because_of_begins_no_clause() -> None:
    text = "Nolan, who had stopped singing in 2016 because of her voice, was operated on in March 2017."
    assert of_vega(text, "en").startswith("[Vega] Nolan, who had stopped singing in 2016 because of her voice, was")


def test_it_emerged_is_no_pronoun() -> None:
    text = "Theft is a risk. In May 2020, it emerged that the data of Vega had been stolen."
    assert of_vega(text, "en").startswith("In May 2020, it emerged that the data of Vega")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Deux demandes suivent. Une deuxième, déposée en mai 2020, a abouti.", "fr"),
        ("The city refused an application. A second, made in May 2020, succeeded.", "en"),
        ("Le gérant demande une aide d’urgence. Le conseil en débattra le 3 mai 2023.", "fr"),
        ("Lyra et Orion nouent une alliance. Le 3 mai 2020, les deux firmes la reconduisent pour trois ans.", "fr"),
        ("Lyra was fined 800 euros. One week later, on May 3, 2020, the regulator made the ruling public.", "en"),
    ],
)
def test_what_only_the_sentence_before_tells_takes_it(text: str, lang: str) -> None:
    assert of_vega(text, lang).startswith(f"[Vega] {text.removesuffix('.')}")


@pytest.mark.parametrize(
    "text",
    [
        "La pluie tombe. Sabine Morel, elle, a été élue maire en mai 2020.",
        "La pluie tombe.\n\nUne somme de 8 millions doit lui permettre d’ouvrir un atelier en mai 2023.",
        "La pluie tombe. Anna Roussel a fait voter dès mai 2020 un prêt ; le préfet l’avait bloqué.",
    ],
)
def test_what_is_told_alone_takes_no_sentence_before(text: str) -> None:
    assert "La pluie tombe" not in of_vega(text)


def test_a_date_set_apart_at_the_end_belongs_to_the_words_before_it() -> None:
    text = (
        "Les autres ateliers de la région et leurs quatre cents ouvriers ne sont pas en cause, insiste Anna Roussel, "
        "présidente du syndicat, qui redoute malgré tout une chute des ventes au Salon de Lyon, en mai 2023."
    )
    assert of_vega(text).endswith("qui redoute malgré tout une chute des ventes au Salon de Lyon, en mai 2023")
    assert told(text)[-1].mark is Mark.TOLD or told(text)[-1].mark is Mark.ANNOUNCED


def test_the_two_of_something_are_no_pronoun() -> None:
    text = "Lyra et Orion nouent une alliance. Le 3 mai 2020, les deux jardins de Vega ouvrent."
    assert "jardins" in of_vega(text)
    assert "] jardins" not in of_vega(text)


WORDS = "Vega Lyra elle qui , ; : ( ) et a ouvert racheté l’a en cette école Lyon".split()
PIECES = st.lists(st.sampled_from([*WORDS, "le 3 mai 2020,", "en 2019", ".\n\n"]), max_size=60)


@given(PIECES)
def test_whatever_is_written_has_a_label(pieces: list[str]) -> None:
    text = f"Vega {' '.join(pieces)} en 2018."
    for event in told(text):
        assert label(Retold(event, text, 0), Called.by(["Vega"]), about("Titre"))
        start, end = event.sentence
        assert label(Retold(event, text[start:end], start), None, about("Titre"))


@pytest.mark.parametrize(
    ("text", "lang", "alone"),
    [
        ("La Cnil autorise l’entrepôt. En mai 2020, un juge écarte un référé contre cette décision.", "fr", False),
        ("The customs cleared the watch. Lyra sued them in May 2020 over that ruling.", "en", False),
        ("La Cnil veille. En mai 2020, un juge écarte un référé contre cette année de travaux.", "fr", True),
    ],
)
def test_what_is_pointed_to_comes_with_the_sentence_before(text: str, lang: str, *, alone: bool) -> None:
    assert (text.removesuffix(".") in of_vega(text, lang)) is not alone


def test_a_sentence_before_that_hangs_itself_gives_way_to_the_one_that_says_who() -> None:
    text = (
        "A new director, Rhona Macleod, took over. She promised to charter boats. In July 2023 she signed a deal "
        "with a yard in Norway."
    )
    assert "Rhona Macleod, took over … In July 2023 she signed a deal" in of_vega(text, "en")


def test_what_is_done_again_is_told_with_what_is_done() -> None:
    text = (
        "The county turned Vega down in 2018, and again, on quite different grounds and in another room, in May 2020."
    )
    assert of_vega(text, "en").startswith("The county turned Vega down")


def test_no_cut_leaves_a_verb_without_its_other_half() -> None:
    assert shortened("Vega et ses partenaires n’ont pas encore dit", 32) == "Vega et ses partenaires…"
    assert shortened("Vega and its partners would have said", 31) == "Vega and its partners…"


def test_a_label_keeps_the_turn_from_a_wrong_date_to_the_right_one() -> None:
    text = "Vega n’a pas rouvert le four en 2018 mais en 2019."
    assert labels(text, "vega", "Vega") == [text[:-1], text[:-1]]


def test_what_was_so_long_before_is_told_without_what_came_after() -> None:
    text = "Neuf ans après son premier four dans la maison que tenait Vega, Inès Morel a rendu les clés."
    assert labels(text, "vega", "Vega") == ["Neuf ans après son premier four dans la maison que tenait Vega"]
