"""What an article about one firm tells in passing of others is not told of that firm."""

from __future__ import annotations

import pytest

from index.entities.asked_for import entity_asked_for
from index.entities.book.entity import EntityBook
from index.entities.wording import Wording
from index.events.whose.evidence import Sort
from index.events.whose.extraction import EventExtractor
from tests.index.events.telling import article, surely

FIRM = "Tamarel"
ENTITY = entity_asked_for(FIRM)
LEAD = {
    "en": "Tamarel has made sails since the autumn of 1990. It is a small firm. Its boats are known.",
    "fr": "Tamarel fait des voiles depuis l'automne 1990. C'est une petite maison. Ses bateaux sont connus.",
}


def is_its(sentence: str, date: str, lang: str = "en") -> bool:
    """Whether ``sentence``, further down in an article about Tamarel alone, tells of it at ``date``."""
    assert ENTITY is not None
    extractor = EventExtractor(Wording(EntityBook([ENTITY])), {ENTITY.id: Sort.ORGANISATION})
    text = f"{LEAD[lang]}\n\n{sentence}"
    events = extractor.events(article(text, lang, "2024-05-02", title="Tamarel, a sailmaker against the wind"))
    dated = [event for event in events if event.date == date]
    assert dated
    return any(ENTITY.id in surely(event) for event in dated)


@pytest.mark.parametrize(
    ("sentence", "date", "lang"),
    [
        ("The insurer Bolquist paid at once. Bolquist collapsed in 2009.", "2009", "en"),
        ("Il quitte la banque Ravier. Ravier a fait faillite en 2009.", "2009", "fr"),
        ("The rope maker Undine had sacked forty workers in 1989.", "1989", "en"),
        ("Le groupe Lestrade avait fermé son atelier en 1989.", "1989", "fr"),
        ("Its rival, Corvane, opened a loft in Genoa in 2011.", "2011", "en"),
        ("Son concurrent Corvane a ouvert un atelier à Gênes en 2011.", "2011", "fr"),
        ("The mill Aldous sold the loom. Aldous itself was broken up in 2013.", "2013", "en"),
        ("Le tissage vient de la filature du fabricant Aldous. Aldous, elle, a été démantelée en 2013.", "2013", "fr"),
        ("Dan Moss left to found Kite Works, a maker of tents that was bought by Ferro in 2016.", "2016", "en"),
        ("Paul Mas part fonder Toilor, une start-up qui a obtenu son brevet en 2016.", "2016", "fr"),
        ("He founded a bakery, which burnt down in 2012.", "2012", "en"),
        ("Il préside depuis 2012 un club de plongée.", "2012/..", "fr"),
        ("Ann Lowe left in 2010 and bought an orchard, which went under in 2012.", "2012", "en"),
        ("Ann Lowe, who ran a chain of pharmacies until 2008, took over.", "../2008", "en"),
        ("Son neveu, qui dirigeait une agence à Brest depuis 2008, reprend la voilerie.", "2008/..", "fr"),
        ("The state carrier Dunmore paid late. Dunmore was privatised in 2004.", "2004", "en"),
        ("La jeune marque Piquet a été lancée en 2020 à Nice.", "2020", "fr"),
        ("L'assureur Vigier paie en trois semaines. Il a fait faillite en 2021.", "2021", "fr"),
        ("The bank Carrow, which was itself rescued in 2021, refused a loan.", "2021", "en"),
        ("The giant Harkin bought the Danish firm Solvig in 2018.", "2018", "en"),
    ],
)
def test_what_goes_on_about_another_firm_is_that_ones(sentence: str, date: str, lang: str) -> None:
    assert not is_its(sentence, date, lang)


@pytest.mark.parametrize(
    ("sentence", "date", "lang"),
    [
        ("The giant Harkin offered nine million pounds in 2018 and was refused.", "2018", "en"),
        ("Le géant Harkin lui propose neuf millions d'euros en 2018.", "2018", "fr"),
        ("The bank Ravier lent the firm two million in 2009.", "2009", "en"),
        ("The insurer Bolquist had promised Tamarel a million in 2009.", "2009", "en"),
        ("Le géant Harkin est entré au capital en 2018.", "2018", "fr"),
        ("The yard Undine was hired in 2009 to mend the roof.", "2009", "en"),
        ("Its best sail, the Corsair, was dropped in 2011.", "2011", "en"),
        ("Dan Moss resigned in 2016.", "2016", "en"),
        ("A fire destroyed the loft in 2013.", "2013", "en"),
    ],
)
def test_what_another_does_to_the_firm_and_what_is_the_firms_own_are_the_firms(
    sentence: str, date: str, lang: str
) -> None:
    assert is_its(sentence, date, lang)
