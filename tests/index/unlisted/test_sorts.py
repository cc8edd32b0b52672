"""What somebody whom no list holds is taken for, and how whom a text dwells on bears on that."""

import pytest

from index.article import Article, ArticleCard
from index.entities.asked_for import entity_asked_for
from index.entities.book.entity import EntityBook
from index.entities.wording import Wording
from index.events.references import Referent, Told
from index.events.whose.belonging import sureness
from index.events.whose.evidence import Sort
from index.events.whose.extraction import EventExtractor
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


def sureness_of(name: str, sort: Sort, text: str, lang: str) -> float:
    """How surely what the article tells last is theirs."""
    entity = entity_asked_for(name)
    assert entity is not None
    article = Article(ArticleCard("a", "News", "2024-05-02", None, None, "a.md", lang), text)
    extractor = EventExtractor(Wording(EntityBook([entity])), sorts={entity.id: sort})
    return [sureness(one.signals) for one in extractor.weighed(article) if one.key == entity.id][-1]


@pytest.mark.parametrize(
    ("lang", "told", "theirs", "of_a_thing"),
    [
        (
            "en",
            "Nora Ashby opened the Corvane mill. The town was pleased. ",
            "In May 2019 the river rose to his door.",
            "In May 2019 the river rose to its door.",
        ),
        (
            "fr",
            "Nora Ashby a ouvert le moulin de Corvane. La ville était ravie. ",
            "En mai 2019, la rivière est montée devant sa porte.",
            "En mai 2019, la rivière est montée devant la porte.",
        ),
    ],
)
def test_words_that_go_on_about_somebody_speak_for_a_person(lang: str, told: str, theirs: str, of_a_thing: str) -> None:
    of_person, not_of_person = (
        sureness_of("Nora Ashby", Sort.PERSON, told + one, lang) for one in (theirs, of_a_thing)
    )
    assert of_person > not_of_person
