"""What several test folders share: a small folder of articles, in French and English."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.loaded_once import share_the_shipped_models

# The machine that decides whether a change lands tries the same examples each time; people's machines search on.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "search")

ARTICLES = {
    "rachat.md": """---
title: "Le rachat d’Orion par Vega"
date: 2021-03-04
lang: fr
publisher: Le Quotidien du test
url: https://example.org/rachat
tags: [vega, orion]
---
Le groupe Vega a annoncé le 4 mars 2021 le rachat d’Orion Santé pour 1,2 milliard d’euros. « C’est une
étape majeure », a déclaré sa directrice, Inès Morel. L’opération doit être bouclée avant la fin de l’année.

## Ce que fait Orion

Orion Santé fabrique des capteurs qui mesurent le sommeil des nourrissons. La société emploie 340 personnes à Lyon
et vend ses capteurs dans 14 pays. Elle a été fondée en 2012 par M. Paul Ricard et Mme Li.
""",
    "clinics.md": """---
title: "Vega closes its clinics"
date: 2023-11
lang: en
publisher: The Test Gazette
---
Vega said on November 9, 2023 that it would close all 27 of its walk-in clinics. The chain lost $48 million in its
last fiscal year, according to the company's annual report.

## What happens to patients

Patients keep access to their records until June 2024. Nurses were offered jobs at Vega's hospital partners.
""",
    "notes/horaires.txt": """date 2022-05 La bibliothèque de Vega ouvre désormais le dimanche, de 9 à 13 heures.

Une demande ancienne

Les étudiants réclamaient cette ouverture depuis 2019. Le personnel a été consulté au printemps.
""",
}


@pytest.fixture(scope="session", autouse=True)
def models() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        share_the_shipped_models(patched.setattr)
        yield


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A knowledge folder of three articles, to change at will."""
    folder = tmp_path / "knowledge"
    write_articles(folder, ARTICLES)
    return folder


def write_articles(folder: Path, articles: dict[str, str]) -> None:
    """Write ``articles`` (relative path → text) into ``folder``."""
    for name, text in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
