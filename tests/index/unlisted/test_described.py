"""What an article about something calls it beside its name."""

from index.entities.book.entity import Alias, Entity, Kind
from index.unlisted.described import descriptions
from tests.index.events.telling import article


def described_in(text: str, name: str, *others: str, lang: str = "en", title: str = "News") -> set[str]:
    entity = Entity(f"~{name.lower()}", name, Kind.COMPANY, None, tuple(map(Alias, others)))
    return set(descriptions(entity, article(text, lang, title=title)))


def test_what_a_name_says_it_is_stands_for_it() -> None:
    text = "Ormelles viaduct was built in 1903. The viaduct closed in 2021, and the old viaduct was sold."
    assert described_in(text, "Ormelles viaduct") == {"the viaduct", "the old viaduct"}


def test_it_does_so_in_the_other_language() -> None:
    text = "Le viaduc des Ormelles a fermé. Cet ancien viaduc avait 118 ans."
    assert described_in(text, "Ormelles viaduct", "viaduc des Ormelles", lang="fr") == {"cet ancien viaduc"}


def test_a_work_is_a_painting_or_a_book() -> None:
    assert described_in("She finished The Sentinel in 1911. The canvas was cut in 1930.", "The Sentinel") == {
        "the canvas"
    }


def test_where_another_such_is_named_it_may_be_either() -> None:
    text = "Ormelles viaduct closed, and so did Corran viaduct. The viaduct was built in 1903."
    assert described_in(text, "Ormelles viaduct") == set()


def test_an_article_about_something_else_may_mean_something_else() -> None:
    text = "The mayor resigned.\n\nShe had closed Ormelles viaduct. The viaduct was built in 1903."
    assert described_in(text, "Ormelles viaduct") == set()


def test_a_club_is_not_its_ground() -> None:
    assert described_in("Le Stade merlois a gagné. Le stade était plein.", "Stade merlois", lang="fr") == set()
