"""What a question wants counted, or which kind of place it asks for."""

from __future__ import annotations

import pytest

from index.question.unit import Sort, Unit, unit_of


@pytest.mark.parametrize(
    ("question", "lang", "unit"),
    [
        ("combien de patients ont utilisé le service", "fr", Unit(Sort.SERVED, many=True)),
        ("how many jobs were lost", "en", Unit(Sort.STAFF, many=True)),
        ("how many clinics did they close", "en", Unit(Sort.SITES, many=True)),
        ("combien de moustiques ont été lâchés", "fr", Unit(None, many=True)),
        ("dans quels états étaient les centres", "fr", Unit(Sort.STATES, many=False)),
        ("combien la mairie a vendu de montres", "fr", Unit(Sort.SERVED, many=True)),
        ("combien le groupe a-t-il fermé de cliniques", "fr", Unit(Sort.SITES, many=True)),
        ("which countries took part", "en", Unit(Sort.COUNTRIES, many=False)),
    ],
)
def test_what_is_counted_or_named_is_heard(question: str, lang: str, unit: Unit) -> None:
    assert unit_of(question, lang) == unit


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("combien de temps a duré l'essai", "fr"),
        ("how many years did it last", "en"),
        ("combien de thunes ont-ils levé", "fr"),
        ("combien a-t-il payé", "fr"),
        ("quel ministre l'a lancé", "fr"),
    ],
)
def test_time_and_money_are_no_things_to_be_counted(question: str, lang: str) -> None:
    assert unit_of(question, lang) is None
