"""Somebody whom no list holds, told of by a title, by what was done to them, and by « elle »."""

from pathlib import Path

from index.events.event import Level
from tests.index.unlisted.test_kin import timeline_of

LIFE = (
    "---\ntitle: Vera Corvane quitte la mairie\ndate: 2026-03-30\nlang: fr\n---\n"
    "Vera Corvane n'est plus maire. Battue de 41 voix par Hugo Valin, elle quittera son bureau vendredi.\n\n"
    "Née en 1961, institutrice, elle entre au conseil en 1995. Réélue en 2014, elle a été relaxée en 2019.\n"
)
TITLED = (
    "---\ntitle: Tents on the beach\ndate: 2022-11-15\nlang: en\n---\n"
    "Vera Corvane is stubborn. In September 2021 Mayor Corvane let 140 people camp on the beach.\n"
)


def test_a_participle_at_the_head_of_a_sentence_is_nobody(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, {"life.md": LIFE})
    assert [event.date for event in found.events] == ["1961", "1995", "2014", "2019", "2026-04-03"]


def test_a_title_before_a_surname_is_no_other_name(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, {"tents.md": TITLED})
    assert [event.date for event in found.events] == ["2021-09"]
    assert "[Vera" not in found.events[0].tellings[0].label


COUSINS = {
    "keeper.md": "---\ntitle: The keeper of the lock\ndate: 2019-05-04\nlang: en\n---\n"
    "The gate was stuck. Edwin Corvane freed it on Thursday with a spade. "
    "Corvane has kept the lock since 1996, and his daughter Vera draws it. Corvane retires today.\n",
    "painter.md": "---\ntitle: A painter of locks\ndate: 2021-03-04\nlang: en\n---\n"
    "Last spring the painter Vera Corvane, 31, showed forty canvases in Tilbourne. "
    "Corvane was born in 1990. Her father, Edwin Corvane, built her an easel in 2002.\n",
}


def test_a_family_name_is_that_of_whom_the_article_named_last(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, COUSINS)
    named = [event.date for event in found.events if event.level is Level.NAMED]
    assert "1990" in named
    assert "1996/.." not in named
    assert not {"2019-05-02", "2019-05-04"} & {event.date for event in found.events}


def test_who_is_named_in_full_keeps_the_family_name(tmp_path: Path) -> None:
    found = timeline_of("Edwin Corvane", tmp_path, COUSINS)
    dates = {event.date for event in found.events if event.level is Level.NAMED}
    assert {"1996/..", "2002", "2019-05-02", "2019-05-04"} <= dates
    assert "1990" not in dates


FUND = (
    "---\ntitle: One goat too many\ndate: 2016-11-21\nlang: en\n---\n"
    "The goats ate the hedge. The botanist Vera Corvane, 31, has opened a fund. It had raised £5,200 by Sunday.\n"
)


def test_a_person_is_no_it(tmp_path: Path) -> None:
    found = timeline_of("Vera Corvane", tmp_path, {"goats.md": FUND})
    assert "[Vera Corvane] had" not in " ".join(one.label for event in found.events for one in event.tellings)


SIBLINGS = {
    "bank.md": "---\ntitle: Anne Le Tallec élue à la tête de la Caisse des Ajoncs\ndate: 2022-05-20\nlang: fr\n---\n"
    "Les sociétaires ont élu samedi Anne Le Tallec à la présidence. À 47 ans, elle devient la première femme à "
    "diriger la banque.\n\nEntrée au guichet en 1998, cette fille de pêcheurs a gravi tous les échelons.\n\n"
    "Son frère cadet, Loïc, cherche cinq millions d'euros.\n",
    "start-up.md": "---\ntitle: Brumette raises €12m\ndate: 2021-06-22\nlang: en\n---\n"
    "Brumette has raised 12 million euros. The company was founded in September 2018 by Loïc Le Tallec, a fisherman's "
    "son, and Clara Ormond. Mr Le Tallec says he was turned down in 2020.\n",
}


def test_a_family_name_of_two_words_is_not_the_brothers_for_its_last(tmp_path: Path) -> None:
    found = timeline_of("Loïc Le Tallec", tmp_path, SIBLINGS)
    assert [event.date for event in found.events] == ["2018-09", "2020"]


def test_nor_is_what_the_brother_founded_the_sisters(tmp_path: Path) -> None:
    found = timeline_of("Anne Le Tallec", tmp_path, SIBLINGS)
    assert {"1998", "2022-05-14"} <= {event.date for event in found.events}
    assert "2018-09" not in {event.date for event in found.events}


FIRM = {
    "rower.md": "---\ntitle: 'Vera Corvane: an oar and a prayer'\ndate: 2007-05-19\nlang: en\n---\n"
    "She came ashore among the seals. On Tuesday Vera Corvane became the first woman to row the strait alone.\n\n"
    "She was born in Tilbourne in 1979. Her brother Edwin builds the hulls. He founded Corvane Boats in 2003; "
    "the business has six employees.\n\nA first attempt in October was given up when the oar broke, and she was "
    "fished out by two anglers.\n\nCorvane has 640 hours in her logbook. She will give a talk on Friday.\n",
    "later.md": "---\ntitle: Vera Corvane stays ashore\ndate: 2024-03-16\nlang: en\n---\n"
    "Vera Corvane is back in Tilbourne. Her brother's firm did not last: Corvane Boats went into liquidation in "
    "2018. Edwin Corvane lives in Norway.\n\nRuben Vidal died in 2021.\n",
}


def test_a_firm_has_nothing_of_the_life_of_whose_name_it_bears(tmp_path: Path) -> None:
    found = timeline_of("Corvane Boats", tmp_path, FIRM)
    assert {"2003", "2018"} <= {event.date for event in found.events}
    assert not {"1979", "2007-05-15", "2007-05-25"} & {event.date for event in found.events}


def test_what_she_did_is_not_her_brothers_nor_is_a_death_beside_his_name(tmp_path: Path) -> None:
    found = timeline_of("Edwin Corvane", tmp_path, FIRM)
    assert [event.date for event in found.events if event.date != "2006"] == ["2003"]


BAKERY = {
    "moves.md": "---\ntitle: Morel moves uphill\ndate: 2018-09-12\nlang: en\n---\n"
    "Eight months after the flood, the Fournil Morel has a new address. Clara Morel bought the business from her "
    "father on 1 July. On Monday she opened a factory on the plateau.\n\n"
    "The firm will be called Morel & Filles from January.\n",
    "order.md": "---\ntitle: Bread for the school\ndate: 2019-03-12\nlang: en\n---\n"
    "Morel & Filles has sold bread to the school since 2017.\n",
}


def test_a_title_has_a_firm_by_the_name_that_its_owner_bears_where_the_text_begins_with_it(tmp_path: Path) -> None:
    found = timeline_of("Morel & Filles", tmp_path, BAKERY)
    assert {"2018-07-01", "2018-09-10"} <= {event.date for event in found.events}


PRESIDENT = (
    "---\ntitle: Trois navettes pour Valbourg\ndate: 2021-03-11\nlang: fr\n---\n"
    "Mercredi, Ondine a signé la vente de trois navettes.\n\n"
    "La banque a prêté 18 millions. « C'est notre métier », a commenté Solène Garrec.\n\n"
    "L'entreprise emploie 220 personnes, contre 85 en 2018.\n"
)


def test_the_firm_is_nobody(tmp_path: Path) -> None:
    assert not timeline_of("Solène Garrec", tmp_path, {"ferries.md": PRESIDENT}).events
