"""Labels that say nothing untrue of their subject, and leave nothing open that the article answers nearby."""

from __future__ import annotations

import pytest

from index.chronicle.labelling.brackets import Called, headline
from index.chronicle.labelling.endings import is_unfinished
from index.chronicle.labelling.joined import with_last_before, with_sentence_after
from index.chronicle.labelling.labels import label
from index.chronicle.labelling.openings import names_nothing, takes_up, without_end, without_head
from index.chronicle.labelling.retold import Retold, dates_of_sentences
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.event import Level
from tests.index.events.telling import BOOK, told

WORDING = Wording(BOOK)


def labels(
    text: str, lang: str, title: str = "", level: Level = Level.NAMED, subject: str = "Vega", after: str = ""
) -> list[str]:
    events = told(text, lang)
    beside, about = dates_of_sentences(events), headline(title, lang, WORDING, Naming(WORDING))
    called = Called.by([subject])
    return [label(Retold(event, text, 0, beside, after), called, about, level) for event in events]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Vega was painted blue. Its neighbour hated that, and it bought a fence in 2019.", "en"),
        ("The mayor wants to close Vega, two years after it had praised the idea in 2019.", "en"),
        ("Vega recrute. Sa fondatrice n’y est plus : elle a pris sa retraite en mai 2020.", "fr"),
        ("Vega a déposé la marque « Petite Vega ». Elle a orné en mai 2020 trois parapluies.", "fr"),
        ("Vega launched an umbrella. It blew away in May 2020.", "en"),
    ],
)
def test_a_pronoun_of_something_else_gives_way_to_no_name(text: str, lang: str) -> None:
    assert not any("[Vega] a " in said or "[Vega] b" in said or "[Vega] had" in said for said in labels(text, lang))


def test_a_pronoun_at_the_head_of_its_sentence_still_does() -> None:
    text = "Vega recrute. L’an dernier, elle hésitait, mais elle a ouvert une école en mai 2020."
    assert labels(text, "fr")[-1] == "L’an dernier, [Vega] hésitait, mais elle a ouvert une école en mai 2020"


def test_a_persons_pronoun_has_no_firm_before_it() -> None:
    text = "Née à Brest en 1970 d’un père marin, elle voulait peindre."
    (said,) = labels(text, "fr", title="Inès Morel, la mer au bout du couloir", level=Level.TOPIC)
    assert said.startswith("[Inès Morel, la mer au bout du couloir] Née à Brest en 1970")
    (its,) = labels(text, "fr", title="Vega, une vie", level=Level.TOPIC)
    assert its.startswith("[Vega] Née")


def test_a_heading_is_no_part_of_a_sentence() -> None:
    text = "Vega has shut its shop.\n\nA slow start\n\nThe service began in May 2019, at nine euros."
    assert labels(text, "en")[-1] == "[Vega] The service began in May 2019, at nine euros"


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("So is the play: a theatre in Brest took it in 2019", "en"),
        ("Ainsi est née Vega, en 2019", "fr"),
        ("Alors a commencé la grève de 2019", "fr"),
    ],
)
def test_what_a_sentence_cannot_do_without_is_not_dropped_from_its_head(words: str, lang: str) -> None:
    assert without_head(words, lang) == words


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Quand on pense qu’on voulait vendre Vega en 2019.", "fr", "Quand on pense qu’on voulait vendre Vega en 2019"),
        ("When Vega left the town in 2019, it promised to come back.", "en", None),
    ],
)
def test_a_when_stays_before_what_it_leads_to(text: str, lang: str, expected: str | None) -> None:
    assert labels(text, lang) == [expected or text.removesuffix(".")]


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("La reprise, annoncée le 3 mai 2020", "fr"),
        ("La patronne assure que le bail, signé l’an dernier", "fr"),
        ("Le hangar, une ancienne filature élevée en 1908", "fr"),
        ("The recall, announced on May 3", "en"),
        ("Ada Vance, who had planned to leave this fall", "en"),
        ("A row of rooms called Vega Corner, opened in eleven shops from June 2019", "en"),
        ("She said that Low Water, once more by the same hand", "en"),
    ],
)
def test_what_ends_before_its_verb_is_unfinished(words: str, lang: str) -> None:
    assert is_unfinished(words, lang)


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("La reprise, annoncée le 3 mai 2020, a échoué", "fr"),
        ("Le 3 mai 2020, la société Vega annonce la reprise", "fr"),
        ("The recall, announced on May 3, covers all of them", "en"),
        ("In May 2020, Ada Vance left the firm", "en"),
    ],
)
def test_what_has_its_verb_is_finished(words: str, lang: str) -> None:
    assert not is_unfinished(words, lang)


def test_each_date_of_a_sentence_is_told_with_its_verb() -> None:
    text = "A merger with Vega, agreed in July 2019, failed in May 2020 when the bank withdrew."
    assert labels(text, "en")[0] == text.removesuffix(".")


def test_a_month_is_not_who_does_something() -> None:
    text = "Ada Vance, who has run Vega since last September, withdrew the plan on 3 May 2020, before a full house."
    assert all(said.startswith("Ada Vance") for said in labels(text, "en"))


def test_no_label_ends_on_the_pronoun_of_the_next_clause() -> None:
    assert without_end("Ouvert en 1934, rebâti sept ans plus tard, il") == "Ouvert en 1934, rebâti sept ans plus tard"
    assert without_end("The owner sold it") == "The owner sold it"


def test_the_sentence_that_names_it_stands_before_what_carries_its_name_over() -> None:
    text = "Vega has put off its game. Paper costs twice what it did, says Lyra. It now speaks of May 2023."
    said = labels(text, "en", level=Level.CARRIED)[-1]
    assert said == "Vega has put off its game … It now speaks of May 2023"


def test_nothing_is_named_behind_a_turn_to_something_else() -> None:
    text = "Vega carried a million people. The bridge itself has no deck. Its return, set for May 2023, is put off."
    said = labels(text, "en", level=Level.CARRIED)[-1]
    assert "The bridge itself has no deck. Its return" in said


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The regulator cleared the drug on 3 May 2020. Spain followed in August 2020.", "en", "cleared the drug"),
        ("The bus burnt down in 2019. A collection paid for another in May 2020.", "en", "The bus burnt down"),
        (
            "Twelve drivers have reported leaks, none of them grave. The fault lies in a pump, made in May 2020.",
            "en",
            "Twelve drivers have reported leaks",
        ),
        ("A report advised closing a lane. The town did so in May 2020.", "en", "A report advised closing a lane"),
        (
            "Le ministre voulait supprimer dix trains. La mesure a été retirée le 3 mai 2020, après une grève d’un jour"
            " suivie dans presque toutes les gares du pays.",
            "fr",
            "supprimer dix trains",
        ),
        ("Un médecin lisait les tracés. Lyra, qui s’en chargeait, a cessé en mai 2020.", "fr", "lisait les tracés"),
        ("Le club a baissé ses prix. Les voisins ont fait de même en mai 2020.", "fr", "Le club a baissé ses prix"),
    ],
)
def test_what_goes_on_about_something_is_told_behind_that(text: str, lang: str, expected: str) -> None:
    assert expected in labels(text, lang, level=Level.TOPIC)[-1]


def test_what_begins_an_article_and_names_nothing_is_told_with_the_sentence_behind_it() -> None:
    text = "They were told in May 2020, one by one."
    after = " Lyra is closing its bakery in Brest. Nobody wept.\n\nLater"
    (said,) = labels(text, "en", title="A bad week", level=Level.TOPIC, after=after)
    assert said == "[A bad week] They were told in May 2020, one by one. Lyra is closing its bakery in Brest"


def test_what_says_little_is_told_behind_what_it_goes_on_about() -> None:
    text = "The repair is now put at eleven million euros. The region will pay half. Work is to begin in May 2023."
    assert labels(text, "en", level=Level.TOPIC) == [f"[Vega] {text}".removesuffix(".")]
    assert with_last_before("", "Work begins in May.", 200) is None


def test_a_sentence_that_tells_nothing_by_name_does_not_follow() -> None:
    assert with_sentence_after("They left", "He smiled.", 200, lambda one: not names_nothing(one)) is None
    assert with_sentence_after("They left", "\n\nVega shut.", 200, lambda one: bool(one)) is None


def test_what_takes_up_what_was_told_is_no_date() -> None:
    assert takes_up("Cette procédure a pris fin")
    assert not takes_up("Cette même année, elle ferme")
    assert not takes_up("That day it closed")


@pytest.mark.parametrize(
    ("told_words", "is_bare"),
    [("Work is to begin in February", True), ("Results are due on Monday", True), ("HIPAA was signed in May", False)],
)
def test_short_words_may_name_nothing(told_words: str, is_bare: bool) -> None:
    assert names_nothing(told_words) is is_bare


def test_what_nobody_named_says_stands_before_no_label() -> None:
    text = "« J’ai appris à choisir », dit-elle. En mai 2020, elle ouvre une école à Brest."
    assert labels(text, "fr", title="Inès Morel, au large", level=Level.TOPIC) == [
        "[Inès Morel, au large] En mai 2020, elle ouvre une école à Brest"
    ]
    named = text.replace("dit-elle", "dit la peintre Ada Vance")
    assert "dit la peintre Ada Vance. En mai 2020, elle ouvre" in labels(named, "fr", level=Level.TOPIC)[0]
