"""The file of entities: what is read of it, and what is said of its faults."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.book.entity import Alias, Entity, EntityBook, Kind
from index.entities.book.names import name_words
from index.entities.book.reading import LONGEST_FILE, EntityReading, read_entities
from index.entities.mentions import MentionFinder
from index.faults import FaultCode

OURS = Path(__file__).parents[3] / "knowledge" / "entities.yaml"
GOOD = "- {id: haven, name: Haven, kind: company}\n"
HAVEN = Entity("haven", "Haven", Kind.COMPANY)


def told(reading: EntityReading) -> list[tuple[str, dict[str, object]]]:
    return [(fault.code.value, dict(fault.details)) for fault in reading.faults]


def test_an_entity_is_read_with_its_aliases() -> None:
    reading = read_entities(
        "# a comment\n"
        "- id: meta\n"
        "  name: Meta\n"
        "  kind: company\n"
        "  parent: null\n"
        "  aliases: [Facebook, {name: meta, ambiguous: true}, {name: FB, ambiguous: false}]\n"
    )
    aliases = (Alias("Facebook"), Alias("meta", ambiguous=True), Alias("FB"))
    assert reading == EntityReading(EntityBook([Entity("meta", "Meta", Kind.COMPANY, None, aliases)]))


def test_values_stay_as_they_are_written() -> None:
    reading = read_entities("- {id: no, name: No, kind: company, aliases: [1Life, 2024, on]}\n")
    assert [alias.name for alias in reading.entities["no"].names] == ["No", "1Life", "2024", "on"]


def test_a_single_alias_needs_no_list() -> None:
    reading = read_entities("- {id: a, name: Aaa, kind: law, aliases: Bbb}\n")
    assert reading.entities["a"].aliases == (Alias("Bbb"),)


@pytest.mark.parametrize("key", ["parent", "owner", "part_of"])
def test_whose_something_is_has_three_words(key: str) -> None:
    reading = read_entities(f"{GOOD}- {{id: a, name: Aaa, kind: product, {key}: haven}}\n")
    assert (reading.entities["a"].parent, reading.faults) == ("haven", ())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]", "null"])
def test_an_empty_file_has_no_entity_and_no_fault(text: str) -> None:
    assert read_entities(text) == EntityReading(EntityBook())


@pytest.mark.parametrize(
    ("entry", "code", "details"),
    [
        ("- {name: A1, kind: company}", "entity-incomplete", {"field": "id"}),
        ("- {id: a, kind: company}", "entity-incomplete", {"field": "name"}),
        ("- {id: a, name: A1}", "entity-incomplete", {"field": "kind"}),
        ("- {id: a, name: null, kind: company}", "entity-incomplete", {"field": "name"}),
        ("- {id: a, name: A1, kind: animal}", "entity-kind-unknown", {"kind": "animal"}),
        ("- {id: A a, name: A1, kind: company}", "entity-value-invalid", {"field": "id"}),
        ("- {id: a, name: [A1], kind: company}", "entity-value-invalid", {"field": "name"}),
        ("- {id: a, name: '...', kind: company}", "entity-value-invalid", {"field": "name"}),
        (f"- {{id: a, name: {'x' * 200}, kind: company}}", "entity-value-invalid", {"field": "name"}),
        ("- a", "entities-invalid", {"problem": "not keys and values"}),
        ("- {id: haven, name: Other, kind: company}", "entity-same-id", {"id": "haven", "other": 1}),
    ],
)
def test_a_faulty_entry_is_left_out_and_the_others_stay(entry: str, code: str, details: dict[str, object]) -> None:
    reading = read_entities(f"{GOOD}# next\n{entry}\n- {{id: z, name: Zed, kind: law}}\n")
    assert told(reading) == [(code, {"line": 3, **details})]
    assert reading.entities == EntityBook([HAVEN, Entity("z", "Zed", Kind.LAW)])


@pytest.mark.parametrize(
    ("entry", "code", "details"),
    [
        ("{id: a, name: Aaa, kind: law, color: red}", "entity-key-unknown", {"field": "color"}),
        ("{id: a, name: Aaa, kind: law, parent: nobody}", "entity-parent-unknown", {"id": "a", "parent": "nobody"}),
        ("{id: a, name: Aaa, kind: law, parent: [haven]}", "entity-value-invalid", {"field": "parent"}),
        ("{id: a, name: Aaa, kind: law, parent: a}", "entity-parent-cycle", {"id": "a"}),
        ("{id: a, name: Aaa, kind: law, aliases: [[b]]}", "entity-value-invalid", {"field": "aliases"}),
        ("{id: a, name: Aaa, kind: law, aliases: ['']}", "entity-value-invalid", {"field": "aliases"}),
        ("{id: a, name: Aaa, kind: law, aliases: [{ambiguous: true}]}", "entity-incomplete", {"field": "name"}),
        ("{id: a, name: Aaa, kind: law, aliases: [HAVEN]}", "entity-same-alias", {"alias": "HAVEN", "other": "haven"}),
    ],
)
def test_a_faulty_part_is_dropped_from_its_entity(entry: str, code: str, details: dict[str, object]) -> None:
    reading = read_entities(f"{GOOD}- {entry}\n")
    assert told(reading) == [(code, {"line": 2, **details})]
    assert reading.entities == EntityBook([HAVEN, Entity("a", "Aaa", Kind.LAW)])


def test_a_fault_in_an_alias_is_told_at_its_own_line() -> None:
    reading = read_entities("- id: a\n  name: Aaa\n  kind: law\n  aliases:\n    - Bbb\n    - {nom: Ccc, name: Ddd}\n")
    assert told(reading) == [("entity-key-unknown", {"line": 6, "field": "nom"})]
    assert reading.entities["a"].aliases == (Alias("Bbb"), Alias("Ddd"))


def test_a_truth_that_is_neither_is_told_and_taken_as_ambiguous() -> None:
    reading = read_entities("- {id: a, name: Aaa, kind: law, aliases: [{name: B1, ambiguous: perhaps}]}\n")
    assert told(reading) == [("entity-value-invalid", {"line": 1, "field": "ambiguous"})]
    assert reading.entities["a"].aliases == (Alias("B1", ambiguous=True),)


def test_each_entity_of_a_cycle_is_told_and_loses_its_parent() -> None:
    reading = read_entities(
        "- {id: a, name: Aaa, kind: law, parent: b}\n"
        "- {id: b, name: Bbb, kind: law, parent: a}\n"
        "- {id: c, name: Ccc, kind: law, parent: a}\n"
    )
    assert told(reading) == [
        ("entity-parent-cycle", {"line": 1, "id": "a"}),
        ("entity-parent-cycle", {"line": 2, "id": "b"}),
    ]
    assert [entity.parent for entity in reading.entities] == [None, None, "a"]


def test_the_children_of_an_entry_left_out_are_not_told_again() -> None:
    reading = read_entities("- {id: a, name: Aaa, kind: animal}\n- {id: b, name: Bbb, kind: law, parent: a}\n")
    assert [fault.code for fault in reading.faults] == [FaultCode.ENTITY_KIND_UNKNOWN]
    assert reading.entities == EntityBook([Entity("b", "Bbb", Kind.LAW)])


def test_one_name_of_two_entities_is_told_of_the_second() -> None:
    reading = read_entities(f"{GOOD}- {{id: other, name: haven, kind: project}}\n")
    assert told(reading) == [("entity-same-alias", {"line": 2, "alias": "haven", "other": "haven"})]
    (mention,) = MentionFinder(reading.entities).mentions("Haven")
    assert (mention.ambiguous, mention.others) == (True, ("other",))


def test_two_entities_may_share_an_ambiguous_alias() -> None:
    shared = "aliases: [{name: the retailer, ambiguous: true}]}\n"
    reading = read_entities(f"- {{id: a, name: Aaa, kind: law, {shared}- {{id: b, name: Bbb, kind: law, {shared}")
    assert reading.faults == ()


def test_an_alias_twice_in_one_entity_is_no_fault() -> None:
    assert read_entities("- {id: a, name: Cnil, kind: law, aliases: [CNIL, la Cnil]}\n").faults == ()


def test_the_rest_is_read_when_a_part_is_not_yaml() -> None:
    reading = read_entities(f"# ours\n\n{GOOD}- {{id: a, name: Aaa\n- {{id: b, name: Bbb, kind: law}}\n")
    assert [(fault.code, fault.details["line"]) for fault in reading.faults] == [(FaultCode.ENTITIES_INVALID, 5)]
    assert reading.entities == EntityBook([HAVEN, Entity("b", "Bbb", Kind.LAW)])


def test_a_file_that_is_no_list_is_told() -> None:
    reading = read_entities("amazon: {name: Amazon}\n")
    assert told(reading) == [("entities-invalid", {"line": 1, "problem": "not a list of entities"})]


def test_anchors_are_refused_before_they_are_followed() -> None:
    bomb = "- &a [x, x]\n" + "".join(f"- &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    reading = read_entities(GOOD + bomb)
    assert {fault.code for fault in reading.faults} == {FaultCode.ENTITIES_ANCHORS}
    assert reading.entities == EntityBook([HAVEN])


def test_deep_nesting_is_refused() -> None:
    (fault,) = read_entities("- " + "[" * 5000).faults
    assert fault.code is FaultCode.ENTITIES_INVALID
    assert fault.details["problem"] == "nested too deeply"


def test_a_very_long_file_is_refused_unread() -> None:
    (fault,) = read_entities(GOOD * (LONGEST_FILE // len(GOOD) + 1)).faults
    assert fault.details["problem"] == "too long"


@given(st.text() | st.lists(st.sampled_from("- {}[]:,\n&*'\"#|> idnamekindlawparentaliases")).map("".join))
def test_any_text_is_read_without_a_failure(text: str) -> None:
    read_entities(text)


@given(
    st.lists(st.sampled_from([GOOD, "- {id: a, name: Aaa, kind: law}\n", "- {id: [\n", "- x\n", "z\n", "- id: b\n"]))
)
def test_every_fault_names_a_line_of_the_file(parts: list[str]) -> None:
    text = "".join(parts)
    for fault in read_entities(text).faults:
        assert 1 <= int(fault.details["line"]) <= text.count("\n") + 1


def test_our_own_file_reads_without_a_fault() -> None:
    reading = read_entities(OURS.read_text(encoding="utf-8"))
    assert told(reading) == []
    assert len(reading.entities) > 300


def test_our_own_safe_names_are_spelled_as_names() -> None:
    safe = [alias.name for entity in read_entities(OURS.read_text(encoding="utf-8")).entities for alias in entity.names]
    words = {name: [word[0] for word in name_words(name)] for name in safe}
    assert [name for name in safe if name != " ".join(name.split())] == []
    assert [name for name in safe if "'" in name] == [], "typographic apostrophes, as in the articles"
    assert [name for name in safe if len("".join(words[name])) < 2] == []


def test_none_of_our_own_safe_names_is_one_word_without_a_capital() -> None:
    entities = read_entities(OURS.read_text(encoding="utf-8")).entities
    safe = [alias.name for entity in entities for alias in entity.names if not alias.ambiguous]
    assert [name for name in safe if len(name_words(name)) == 1 and name.islower()] == []


def test_what_our_own_file_lists_as_a_word_is_not_taken_for_a_name_in_prose() -> None:
    prose = (
        "For John Smith, an apple a day, a safe haven and a baseline study of calico cats signify little nuance; "
        "the health records of one medical student merge in an epic tanker of azure fabric."
    )
    book = read_entities(OURS.read_text(encoding="utf-8")).entities
    assert MentionFinder(book).mentions(prose) == ()
