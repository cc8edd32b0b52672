"""What somebody whom no list holds is taken for, and how whom a text dwells on bears on that."""

import pytest

from index.article import Article, ArticleCard
from index.entities.asked_for import entity_asked_for
from index.events.references import Referent, Told
from index.events.whose.belonging import Sort
from index.events.whose.spoken import Spoken
from index.unlisted.apposed import apposed
from index.unlisted.sorts import sort_of_subject


def sort_of(name: str, text: str, lang: str) -> Sort:
    entity = entity_asked_for(name)
    assert entity is not None
    article = Article(ArticleCard("a", "Nouvelles", "2024-05-02", None, None, "a.md", lang), text)
    return sort_of_subject(entity, [article], apposed(entity, [article]))


@pytest.mark.parametrize(
    ("name", "text", "lang", "sort"),
    [
        ("Brasserie Torvane", "La Brasserie Torvane a fermé.", "fr", Sort.ORGANISATION),
        ("Open Marsh", "Open Marsh, an association based in Brissac, opened.", "en", Sort.ORGANISATION),
        ("cave coopérative des Ormes", "La cave coopérative des Ormes a fermé.", "fr", Sort.ORGANISATION),
        ("pont des Tanneurs", "Le pont des Tanneurs a fermé.", "fr", Sort.THING),
        ("La Passeuse", "On a volé le tableau « La Passeuse » lundi.", "fr", Sort.THING),
        ("Odile Tournemire", "Odile Tournemire, 54 ans, est partie.", "fr", Sort.PERSON),
        ("Ada Vance", "The mayor thanked Ada Vance. She left on Monday.", "en", Sort.PERSON),
        ("Éditions Torvane", "Les Éditions Torvane publient un roman.", "fr", Sort.UNKNOWN),
    ],
)
def test_what_somebody_is_is_told_by_the_name_and_by_what_is_said_beside_it(
    name: str, text: str, lang: str, sort: Sort
) -> None:
    assert sort_of(name, text, lang) is sort


def told(*keys: str) -> Told:
    return Told(all=[Referent(key, None, (0, 1)) for key in keys])


def test_what_a_text_dwelt_on_is_counted_by_sentence_and_paragraph() -> None:
    body = "Torvane a ouvert. Elle plaît.\n\nCorvane a fermé. Elle a plu."
    spoken = Spoken()
    for sentence, who in (((0, 17), "torvane"), ((18, 29), ""), ((31, 47), "corvane")):
        spoken.come_to(sentence, body)
        spoken.go_on(told(*filter(None, [who])))
    spoken.come_to((48, 60), body)
    its, others = (spoken.dwelt(key, named_later=False) for key in ("corvane", "torvane"))
    assert (its.ago, its.in_paragraph, its.others_since, its.last_is_other) == (1, True, 0, False)
    assert (others.ago, others.in_paragraph, others.others_since, others.last_is_other) == (3, False, 1, True)
    assert others.paragraph_of_other
    assert not its.paragraph_of_other
    assert spoken.dwelt("vance", named_later=False).ago is None
