"""What an article about one firm alone calls it."""

from __future__ import annotations

from index.entities.asked_for import entity_asked_for
from index.entities.book.entity import EntityBook
from index.entities.proper_names import Naming
from index.entities.wording import Wording
from index.events.whose.evidence import Sort
from index.unlisted.firms import descriptions_of_firm
from tests.index.events.telling import article

TITLES = {"en": "Tamarel, a sailmaker against the wind", "fr": "Tamarel, une voilerie contre le vent"}


def said(text: str, lang: str = "en", *, title: str | None = None, sort: Sort = Sort.UNKNOWN) -> set[str]:
    entity = entity_asked_for("Tamarel")
    assert entity is not None
    naming = Naming(Wording(EntityBook([entity])))
    return set(descriptions_of_firm(entity, sort, article(text, lang, title=title or TITLES[lang]), naming))


def test_the_firm_is_the_one_that_the_title_names() -> None:
    assert said("The start-up lost money. This company, a small firm, never grew.") == {"the start-up", "this company"}
    assert said("La jeune pousse perd de l'argent. L'entreprise tient.", "fr") == {"la jeune pousse", "l'entreprise"}


def test_a_firm_spelled_out_is_another() -> None:
    assert said("The firm Aldous and the company of Corvane both closed.") == set()
    assert said("La société Aldous ferme, comme l'entreprise danoise Solvig.", "fr") == set()


def test_where_another_such_is_spoken_of_it_may_be_either() -> None:
    assert said("Another company bid. The company won; the firm lost.") == {"the firm"}
    assert said("Il crée une start-up. La start-up lève un million, et la société paie.", "fr") == {"la société"}


def test_an_article_about_two_or_about_somebody_may_mean_another() -> None:
    assert said("The company closed.", title="Tamarel and Corvane merge") == set()
    assert said("The company closed.", title="A hard year for sails") == set()
    assert said("The company closed.", sort=Sort.PERSON) == set()
    assert said("The company closed.", sort=Sort.THING) == set()
