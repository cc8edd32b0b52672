"""Where texts mention entities."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.book.entity import Alias, Entity, EntityBook, Kind
from index.entities.book.names import folded, name_key, name_words
from index.entities.book.reading import read_entities
from index.entities.mentions import Mention, MentionFinder

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
OURS = read_entities((KNOWLEDGE / "entities.yaml").read_text(encoding="utf-8")).entities
FINDER = MentionFinder(OURS)


def entity(entity_id: str, name: str, *aliases: str, unsure: tuple[str, ...] = ()) -> Entity:
    listed = (*map(Alias, aliases), *(Alias(alias, ambiguous=True) for alias in unsure))
    return Entity(entity_id, name, Kind.COMPANY, aliases=listed)


def finder(*entities: Entity) -> MentionFinder:
    return MentionFinder(EntityBook(entities))


def found(text: str, by: MentionFinder = FINDER) -> list[tuple[str, str]]:
    return [(mention.entity_id, text[mention.start : mention.end]) for mention in by.mentions(text)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("le rachat d’Amazon", "Amazon"),
        ("le rachat d'amazon", "amazon"),
        ("un dirigeant dʼAmazon", "Amazon"),
        ("Amazon's doctors", "Amazon"),
        ("an Amazon-owned clinic", "Amazon"),
        ("AMAZON", "AMAZON"),
        ("le groupe (Amazon).", "Amazon"),
        ("selon le géant de Seattle", "géant de Seattle"),
        ("les médecins du géant de Seattle", "géant de Seattle"),
        ("le géant de l'e-commerce", "géant de l'e-commerce"),
        ("le geant de l’e commerce", "geant de l’e commerce"),
        ("sur Amazon.com hier", "Amazon.com"),
    ],
)
def test_a_name_is_found_whatever_its_case_accents_apostrophes_and_hyphens(text: str, written: str) -> None:
    assert found(text) == [("amazon", written)]


def test_an_accent_written_apart_is_an_accent() -> None:
    assert found("Olivier Ve\u0301ran") == [("olivier-veran", "Olivier Ve\u0301ran")]


def test_a_ligature_is_its_two_letters() -> None:
    assert found("l’étude sur le coeur d’Apple")[0][0] == "apple-heart-study"


@pytest.mark.parametrize("text", ["les Amazones", "Amazonie", "Amazon1", "preamazon"])
def test_a_part_of_a_word_is_not_a_name(text: str) -> None:
    assert found(text) == []


def test_the_longest_name_wins() -> None:
    text = "Amazon ferme Amazon Care, et Amazon One Medical reste chez Amazon."
    assert found(text) == [
        ("amazon", "Amazon"),
        ("amazon-care", "Amazon Care"),
        ("one-medical", "Amazon One Medical"),
        ("amazon", "Amazon"),
    ]


def test_an_article_does_not_hide_the_longer_name_behind_it() -> None:
    book = finder(entity("eu", "Commission européenne", unsure=("la Commission",)))
    assert found("Ici la Commission européenne, là la Commission.", book) == [
        ("eu", "Commission européenne"),
        ("eu", "la Commission"),
    ]


@pytest.mark.parametrize("text", ["Amazon, Care", "Amazon. Care", "Amazon\n\nCare", "Amazon ; Care", "Amazon (Care)"])
def test_punctuation_or_a_new_paragraph_parts_a_name(text: str) -> None:
    book = finder(entity("amazon", "Amazon"), entity("amazon-care", "Amazon Care"))
    assert found(text, book) == [("amazon", "Amazon")]


@pytest.mark.parametrize("text", ["Amazon Care", "Amazon\u00a0Care", "Amazon\nCare", "Amazon-Care", "Amazon  Care"])
def test_a_space_a_hyphen_or_a_line_end_does_not(text: str) -> None:
    assert found(text) == [("amazon-care", text)]


def test_signs_that_are_part_of_a_name_are_accepted_in_it() -> None:
    text = "le règlement (UE) 2025/327, Hims & Hers, J.P. Morgan, ALPHV/BlackCat et MyHealth@EU"
    assert [name for name, _ in found(text)] == ["ehds", "hims-and-hers", "jpmorgan", "alphv", "myhealth-eu"]


@pytest.mark.parametrize("acronym", ["FIT", "MASI", "MES", "ONEM"])
def test_an_acronym_is_found_in_capitals_alone(acronym: str) -> None:
    book = finder(entity("x", "Quelque Chose", acronym))
    assert found(f"Le sigle {acronym} est là.", book) == [("x", acronym)]
    assert found(f"Ici {acronym.lower()} en Bourse, et {acronym.title()} à Paris.", book) == []


@pytest.mark.parametrize(("question", "seen"), [("onem en bourse", True), ("ou sont mes amis", False), ("fit", False)])
def test_a_question_without_capitals_names_an_acronym_unless_it_is_a_word(question: str, seen: bool) -> None:
    book = finder(entity("x", "Quelque Chose", "MES", "ONEM", "FIT", "FB"))
    assert bool(book.mentions(question)) is seen


def test_an_acronym_of_two_letters_is_never_found_in_lower_case() -> None:
    assert not finder(entity("x", "Quelque Chose", "FB")).mentions("fb et la sante")


def test_a_name_also_spelled_without_capitals_is_no_acronym() -> None:
    assert found("la cnil dit non à Paris", finder(entity("cnil", "Cnil", "CNIL"))) == [("cnil", "cnil")]


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("Le procès de Meta à Paris.", [False]),
        ("Une analyse meta de Paris.", []),
        ("que fait meta ?", [True]),
        ("Que fait meta ?", [True]),
        ("Meta a perdu son procès.", [False]),
        ("META", [False]),
    ],
)
def test_the_capital_tells_a_name_from_a_word_where_the_text_keeps_capitals(text: str, ambiguous: list[bool]) -> None:
    book = finder(entity("meta", "Meta", unsure=("meta",)))
    assert [mention.ambiguous for mention in book.mentions(text)] == ambiguous


@pytest.mark.parametrize(
    ("text", "count"), [("Le groupe Change, à Paris.", 1), ("Un change à Paris.", 0), ("change healthcare", 1)]
)
def test_a_name_listed_as_ambiguous_alone_stays_ambiguous(text: str, count: int) -> None:
    book = finder(entity("change", "Quelque Chose", unsure=("Change",)))
    assert [mention.ambiguous for mention in book.mentions(text)] == [True] * count


def test_a_name_listed_in_one_spelling_as_safe_and_as_ambiguous_is_ambiguous() -> None:
    (mention,) = finder(entity("streams", "Streams", unsure=("Streams",))).mentions("Le DG a lancé Streams à Londres.")
    assert mention.ambiguous


def test_an_ambiguous_name_without_capitals_needs_none() -> None:
    book = finder(entity("amazon", "Amazon", unsure=("la firme",)))
    assert book.mentions("Selon Paris, la firme recule.") == (Mention("amazon", 13, 21, ambiguous=True),)


def test_a_name_that_two_entities_may_go_by_says_so() -> None:
    book = finder(entity("a", "Aaa", unsure=("the retailer",)), entity("b", "Bbb", unsure=("the retailer",)))
    assert book.mentions("the retailer") == (Mention("a", 0, 12, ambiguous=True, others=("b",)),)


def test_a_word_all_in_capitals_does_not_show_that_a_text_keeps_them() -> None:
    assert finder(entity("meta", "Meta", unsure=("meta",))).mentions("should I trust meta in the US")


def test_a_name_that_is_also_a_word_is_not_in_doubt_as_a_subject() -> None:
    book = finder(entity("haven", "Haven", unsure=("haven",)), entity("change", "Change Inc", unsure=("Change",)))
    assert book.named("haven") == Mention("haven", 0, 5)
    assert book.named("change") == Mention("change", 0, 6, ambiguous=True)


@pytest.mark.parametrize(
    ("subject", "entity_id"),
    [
        ("amazon", "amazon"),
        ("Amazon Care", "amazon-care"),
        ("d’Amazon", "amazon"),
        ("the Seattle giant", "amazon"),
        ("meta", "meta"),
        ("jpmorgan", "jpmorgan"),
        ("the amazon care service", None),
        ("amazon google", None),
        ("Quaggatron", None),
        ("", None),
    ],
)
def test_a_subject_is_what_its_whole_name_says(subject: str, entity_id: str | None) -> None:
    mention = FINDER.named(subject)
    assert (mention and mention.entity_id) == entity_id


def test_the_names_of_the_articles_are_found() -> None:
    text = (
        "C’est dans cet intervalle que le géant de Seattle se déclare : Amazon annonce l’achat de One Medical, après "
        "Whole Foods et le studio MGM. La Federal Trade Commission (FTC) enquête. Depuis, Health AI est ouvert."
    )
    assert [name for name, _ in found(text)] == ("amazon amazon one-medical whole-foods mgm ftc ftc health-ai".split())


ALIASES = [(entity.id, alias.name) for entity in OURS for alias in entity.names]


@given(
    st.sampled_from(ALIASES),
    st.sampled_from(["", "Zut, ", "« ", "Zut d’", "zut\n"]),
    st.sampled_from([" zut", ".", "’s", " »"]),
)
def test_any_name_planted_in_neutral_text_is_found(planted: tuple[str, str], before: str, after: str) -> None:
    entity_id, name = planted
    text = f"{before}{name}{after}"
    mentions = [mention for mention in FINDER.mentions(text) if entity_id in (mention.entity_id, *mention.others)]
    assert [text[mention.start : mention.end] for mention in mentions] == [
        name[name_words(name)[0].start() :].rstrip("+")
    ]


words = st.sampled_from([word for _, name in ALIASES for word in name.split()]) | st.text(max_size=6)


@given(st.lists(words, max_size=30), st.sampled_from([" ", "-", "’", ", ", "\n", "\u00a0", "", ". "]))
@pytest.mark.slow
def test_mentions_never_overlap_and_fold_to_a_name(words: list[str], joint: str) -> None:
    text = joint.join(words)
    names = {name_key(name) for _, name in ALIASES}
    end = 0
    for mention in FINDER.mentions(text):
        assert end <= mention.start < mention.end
        end = mention.end
        written = text[mention.start : mention.end]
        assert tuple(folded(word[0]) for word in name_words(f"z {written}")[1:]) in names
        assert mention.entity_id in OURS


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    FINDER.mentions(text)
    FINDER.named(text)
