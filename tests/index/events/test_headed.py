"""Things spoken of by what they are, and by pronouns that something is done to."""

from index.entities.book.entity import Entity, EntityBook, Kind
from index.entities.wording import Wording
from index.events.whose.belonging import SURELY
from index.events.whose.extraction import EventExtractor
from tests.index.events.telling import BOOK, article


def dates_of(key: str, text: str, lang: str = "en", title: str = "News") -> list[str]:
    """The dates of the events that are surely of ``key``."""
    events = EventExtractor(Wording(BOOK)).events(article(text, lang, title=title))
    return [
        event.date for event in events if any(one.key == key and one.sureness >= SURELY for one in event.participants)
    ]


def test_what_its_name_says_it_is_stands_for_it_wherever_it_was_named() -> None:
    text = (
        "Corran Museum is small. Its founder loved clocks. Nobody came. Few cared. Then the museum burned down in 2001."
    )
    assert dates_of("~corran museum", text) == ["2001"]


def test_it_does_so_in_french() -> None:
    text = "Le musée Corran est petit. Personne ne venait. Il pleuvait. Puis le musée a brûlé en 2001."
    assert dates_of("~corran", text, "fr") == ["2001"]


def test_each_word_before_what_it_is_called_says_what_it_is() -> None:
    book = EntityBook([*BOOK, Entity("corran", "cave coopérative du Corran", Kind.COMPANY)])
    text = "La cave coopérative du Corran est petite. Il pleuvait. Nul ne venait. Puis la coopérative a brûlé en 2001."
    events = EventExtractor(Wording(book)).events(article(text, "fr", title="Titre"))
    assert any(one.key == "corran" and one.sureness >= SURELY for one in events[0].participants)


def test_of_two_such_none_is_meant() -> None:
    text = "Corran Museum and Ormelle Museum are small. Nobody came. It rained. Then the museum burned down in 2001."
    assert dates_of("~ormelle museum", text, title="Two museums") == []


def test_what_it_did_is_not_told_of_what_the_article_is_about() -> None:
    text = "Vega bought a picture of the Corran Museum. Vega likes it. Last year the museum had 900 visitors."
    assert dates_of("vega", text, title="Vega buys a picture") == []


def test_what_something_is_done_to_is_what_was_spoken_of() -> None:
    text = "Orion was launched in 2001. Lyra bought it in 2005. It was given up in 2008."
    assert dates_of("orion", text) == ["2001", "2005", "2008"]


def test_a_person_is_not_what_was_bought() -> None:
    text = "Inès Morel designed the Orion in 2001. Lyra bought it in 2005."
    assert dates_of("orion", text) == ["2001", "2005"]
