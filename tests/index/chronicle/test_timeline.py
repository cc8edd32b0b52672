"""Timelines over a real index: whose events, told by whom, quoted, merged, limited, found again after a re-index."""

import shutil
from pathlib import Path

import pytest

from bot.catalogue import words_in
from bot.plain.timeline import branches_line
from index.chronicle.chronology import Reach
from index.edtf import Precision
from index.engine import Engine, EngineOptions
from index.events.event import Level, Mark
from index.faults import EngineFault, FaultCode
from index.timeline import Timeline

SEED = Path(__file__).parents[3].parent / "shared" / "seed" / "amazon-care.txt"
ENTITIES = """
- {id: vega, name: Vega, kind: company, parent: null, aliases: ["le géant lyonnais", {name: Group, ambiguous: true}]}
- {id: vega-care, name: Vega Care, kind: product, parent: vega, aliases: []}
- {id: lyra, name: Lyra, kind: company, parent: null, aliases: [{name: Group, ambiguous: true}]}
"""
ARTICLES = {
    "rachat.md": "---\ntitle: Le rachat\ndate: 2021-04\nlang: fr\n---\n"
    "Vega a racheté Lyra en mars 2021 pour 340 millions d’euros. Vega Care a été lancé en 2019.\n",
    "deal.md": "---\ntitle: The deal\ndate: 2022-01-10\nlang: en\n---\n"
    "On March 4, 2021, Vega bought Lyra for 340 million euros. It might close Vega Care in 2023.\n",
    "fin.md": "---\ntitle: La fin\ndate: 2022-08-17\nlang: fr\npublisher: Le Test\nurl: https://example.org/fin\n---\n"
    "Vega vient d’annoncer la fin de Vega Care. Zorglub, lui, a ouvert en mai 2020.\n\n"
    "Le télétravail a reculé en 2021.\n",
}


def engine_over(folder: Path, articles: dict[str, str], entities: str = ENTITIES) -> Engine:
    knowledge = folder / "knowledge"
    knowledge.mkdir(exist_ok=True)
    for name, text in articles.items():
        (knowledge / name).write_text(text, encoding="utf-8")
    if entities:
        (knowledge / "entities.yaml").write_text(entities, encoding="utf-8")
    engine = Engine(EngineOptions(knowledge, folder / "data"))
    engine.prepare()
    return engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return engine_over(tmp_path_factory.mktemp("timeline"), ARTICLES)


def dates(timeline: Timeline) -> list[str]:
    return [event.date for event in timeline.events]


def test_a_timeline_holds_what_is_told_of_the_subject_and_of_what_it_owns(engine: Engine) -> None:
    found = engine.timeline("vega")
    assert dates(found) == ["2019", "2021-03-04", "2022-08-17", "2023"]
    assert (found.entity, found.name, found.total) == ("vega", "Vega", 4)
    care = dates(engine.timeline("Vega Care"))
    assert {"2019", "2022-08-17", "2023"} <= set(care)
    assert "2021-03-04" not in care  # what its owner bought
    assert dates(engine.timeline("lyra")) == ["2021-03-04"]


def test_what_is_the_subjects_is_a_branch_with_its_name(engine: Engine) -> None:
    found = engine.timeline("vega")
    assert [(one.name, one.count) for one in found.branches] == [
        ("Vega Care", sum(bool(e.owned) for e in found.events))
    ]
    assert engine.timeline("Vega Care").branches == ()
    for lang in ("fr", "en"):
        line = branches_line(found, words_in(lang))
        assert line is not None
        assert line.endswith(f"Vega Care ({found.branches[0].count})")


def test_people_are_no_branch_of_whom_they_work_for(tmp_path: Path) -> None:
    listed = f"{ENTITIES}- {{id: anna-roussel, name: Anna Roussel, kind: person, parent: vega, aliases: []}}\n"
    hired = "Vega recrute. En mai 2020, Vega nomme Anna Roussel directrice.\n"
    bought = "Le marché de la pierre va bien à Lyon. En juin 2021, Anna Roussel achète une maison.\n"
    head = "---\ntitle: {}\ndate: 2022-01\nlang: fr\n---\n"
    articles = {"vega.md": head.format("Vega") + hired, "pierre.md": head.format("La pierre") + bought}
    engine = engine_over(tmp_path, articles, listed)
    found = engine.timeline("vega")
    assert (dates(found), found.branches) == (["2020-05"], ())
    assert dates(engine.timeline("Anna Roussel")) == ["2020-05", "2021-06"]


def test_a_label_whose_date_is_followed_by_a_pronoun_has_the_sentence_before(tmp_path: Path) -> None:
    body = (
        "---\ntitle: Les nominations\ndate: 2022-05-05\nlang: fr\n---\n"
        "L’agence recrute. Le 20 juin 2021, elle nomme Lyra fournisseur officiel.\n"
    )
    (event,) = engine_over(tmp_path, {"nominations.md": body}).timeline("lyra").events
    assert event.label == "L’agence recrute. Le 20 juin 2021, elle nomme Lyra fournisseur officiel"
    assert event.tellings[0].quote.text == event.label + "."


def test_every_year_keeps_something_among_the_first(tmp_path: Path) -> None:
    months = "janvier février mars avril mai juin juillet août septembre octobre".split()
    text = " ".join(f"Vega a lancé son service n° {n + 10} en {month} 2020." for n, month in enumerate(months))
    body = f"---\ntitle: Les services\ndate: 2022-05-05\nlang: fr\n---\n{text} Vega a lancé le dernier en mars 2021.\n"
    found = engine_over(tmp_path, {"services.md": body}).timeline("vega", limit=6)
    assert "2021-03" in dates(found)
    assert found.total == 11


def test_the_year_of_a_thing_is_no_event_of_that_year_unless_another_telling_dates_it(tmp_path: Path) -> None:
    articles = {
        "rapport.md": "---\ntitle: Le rapport\ndate: 2021-06\nlang: fr\n---\n"
        "Le 3 mai 2021, Vega cite son rapport de 2018. Vega tire les leçons de l’achat de 2020.\n",
        "achat.md": "---\ntitle: L’achat\ndate: 2020-09\nlang: fr\n---\nVega a racheté Lyra en août 2020.\n",
    }
    engine = engine_over(tmp_path, articles)
    assert dates(engine.timeline("vega")) == ["2020-08", "2021-05-03"]
    assert "2018" in dates(engine.timeline("vega", reach=Reach.ALL))


def test_every_quote_is_a_slice_of_its_article(engine: Engine) -> None:
    for event in engine.timeline("vega").events:
        for telling in event.tellings:
            quote = telling.quote
            body = engine.article(quote.article.id).body
            assert quote.text == body[quote.start : quote.end]
            assert telling.expression in quote.text
            assert all(quote.start <= start < end <= quote.end for start, end in quote.highlights)


def test_the_same_event_told_in_two_languages_is_one_entry_at_the_finer_date(engine: Engine) -> None:
    event = next(event for event in engine.timeline("vega").events if event.date.startswith("2021"))
    assert [telling.quote.article.id for telling in event.tellings] == ["deal", "rachat"]
    assert event.precision is Precision.DAY
    assert event.rank == 0


def test_marks_say_what_is_not_simply_done(engine: Engine) -> None:
    found = {event.date: event for event in engine.timeline("vega").events}
    assert found["2023"].mark is Mark.CONDITIONAL
    assert found["2023"].level is Level.NAMED  # Vega Care is
    assert found["2022-08-17"].tellings[0].dated_by_article


@pytest.mark.parametrize(("subject", "expected"), [("Zorglub", ["2020-05"]), ("télétravail", ["2021"])])
def test_a_subject_nobody_listed_is_looked_for_as_text(engine: Engine, subject: str, expected: list[str]) -> None:
    found = engine.timeline(subject)
    assert (dates(found), found.entity) == (expected, None)


def test_a_subject_that_nothing_is_told_of_has_an_empty_timeline(engine: Engine) -> None:
    assert engine.timeline("Quaggatron").events == ()


@pytest.mark.parametrize(
    "asked", ["timeline of Zorglub", "the Zorglub timeline", "Zorglub’s timeline", "la chronologie de Zorglub"]
)
def test_the_words_that_ask_for_a_timeline_are_no_part_of_its_subject(engine: Engine, asked: str) -> None:
    assert dates(engine.timeline(asked)) == ["2020-05"]


def test_somebody_known_is_found_by_a_first_or_a_family_name_alone(tmp_path: Path) -> None:
    entities = (
        "- {id: odile-varenne, name: Odile Varenne, kind: person, parent: null, aliases: []}\n"
        "- {id: varenne-brun, name: Varenne Brun, kind: person, parent: null, aliases: []}\n"
    )
    text = "---\ntitle: Le bac\nlang: fr\ndate: 2022-08-17\n---\nOdile Varenne a vendu le bac en mai 2020.\n"
    engine = engine_over(tmp_path, {"bac.md": text}, entities)
    found = engine.timeline("odile")
    assert (dates(found), found.name) == (["2020-05"], "Odile Varenne")
    with pytest.raises(EngineFault) as refused:
        engine.timeline("varenne")
    assert refused.value.details["names"] == "Odile Varenne, Varenne Brun"


def test_an_ambiguous_subject_is_asked_about(engine: Engine) -> None:
    with pytest.raises(EngineFault) as refused:
        engine.timeline("group")
    assert refused.value.code is FaultCode.SUBJECT_AMBIGUOUS
    assert set(str(refused.value.details["names"]).split(", ")) == {"Vega", "Lyra"}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2021", None, ["2021-03-04", "2022-08-17", "2023"]),
        (None, "2021", ["2019", "2021-03-04"]),
        ("2021-03", "2021-03", ["2021-03-04"]),
        ("mars 2021", "août 2022", ["2021-03-04", "2022-08-17"]),
        ("March 2021", "August 2022", ["2021-03-04", "2022-08-17"]),
        ("2024", None, []),
    ],
)
def test_a_period_is_given_as_edtf_or_in_words(
    engine: Engine, since: str | None, until: str | None, expected: list[str]
) -> None:
    found = engine.timeline("vega", since=since, until=until)
    assert dates(found) == expected
    assert found.dated


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"since": "someday"}, FaultCode.DATE_UNREADABLE),
        ({"until": "2022-13"}, FaultCode.DATE_UNREADABLE),
        ({"since": "2022", "until": "2020"}, FaultCode.DATES_REVERSED),
    ],
)
def test_dates_that_cannot_be_are_refused(engine: Engine, arguments: dict[str, str], code: FaultCode) -> None:
    with pytest.raises(EngineFault) as refused:
        engine.timeline("vega", **arguments)  # type: ignore[arg-type]
    assert refused.value.code is code


@pytest.mark.parametrize(("subject", "code"), [(" ", FaultCode.SUBJECT_EMPTY), ("x" * 300, FaultCode.SUBJECT_TOO_LONG)])
def test_subjects_that_cannot_be_are_refused(engine: Engine, subject: str, code: FaultCode) -> None:
    with pytest.raises(EngineFault) as refused:
        engine.timeline(subject)
    assert refused.value.code is code


def test_a_limit_keeps_the_most_told_in_date_order(engine: Engine) -> None:
    found = engine.timeline("vega", limit=2)
    assert (len(found.events), found.total) == (2, 4)
    assert "2021-03-04" in dates(found)
    assert dates(found) == sorted(dates(found))


def test_events_tied_by_a_pronoun_alone_can_be_left_out(tmp_path: Path) -> None:
    engine = engine_over(tmp_path, {"a.md": "---\ntitle: A\nlang: fr\n---\nVega recrute. En 2019, elle a ouvert.\n"})
    assert dates(engine.timeline("vega")) == ["2019"]
    assert dates(engine.timeline("vega", reach="named")) == []


def test_unchanged_articles_keep_their_events_and_changed_ones_get_new_ones(tmp_path: Path) -> None:
    engine = engine_over(tmp_path, ARTICLES)
    before = dates(engine.timeline("lyra"))
    (tmp_path / "knowledge" / "new.md").write_text("---\ntitle: N\nlang: fr\n---\nLyra a fermé en 2023.\n", "utf-8")
    engine.reindex()
    assert dates(engine.timeline("lyra")) == [*before, "2023"]
    (tmp_path / "knowledge" / "new.md").write_text("---\ntitle: N\nlang: fr\n---\nLyra a fermé en 2024.\n", "utf-8")
    engine.reindex()
    assert dates(engine.timeline("lyra")) == [*before, "2024"]


def test_new_names_in_the_list_of_entities_change_the_timelines(tmp_path: Path) -> None:
    engine = engine_over(tmp_path, ARTICLES)
    line = "- {id: zorglub, name: Zorglub, kind: company, parent: vega, aliases: []}\n"
    with (tmp_path / "knowledge" / "entities.yaml").open("a", encoding="utf-8") as listed:
        listed.write(line)
    engine.reindex()
    assert "2020-05" in dates(engine.timeline("vega"))


SEED_GIVES = {
    "amazon": ["2018", "2019", "2021", "2022-02", "2022-07", "2022-08", "2022-12-31"],
    "amazon care": ["2019", "2022-02", "2022-08", "2022-12-31"],
    "berkshire hathaway": ["2021"],
    "haven": ["2021"],
    "one medical": ["2022-07"],
    "pillpack": ["2018"],
    "jpmorgan": ["2021"],
    "hilton": [],
    "wall street journal": [],
    "signify health": [],
}


@pytest.mark.skipif(not SEED.is_file(), reason=f"needs the seed article at {SEED}")
@pytest.mark.parametrize("listed", [True, False])
def test_a_press_article_gives_each_its_own_events_and_no_others(tmp_path: Path, listed: bool) -> None:
    (tmp_path / "knowledge").mkdir()
    shutil.copy(SEED, tmp_path / "knowledge")
    if listed:
        shutil.copy(Path(__file__).parents[3] / "knowledge" / "entities.yaml", tmp_path / "knowledge")
    engine = engine_over(tmp_path, {}, entities="")
    assert {subject: dates(engine.timeline(subject)) for subject in SEED_GIVES} == SEED_GIVES


def test_the_name_a_longer_one_begins_with_is_not_its_short_form_where_it_is_another(tmp_path: Path) -> None:
    articles = {
        "fin.md": "---\ntitle: Une fin\ndate: 2022-08-17\nlang: fr\n---\n"
        "Le service de Zorvane ferme. Zorvane ferme Zorvane Cantine à la fin de 2022, ouverte en 2019.\n",
        "mirlot.md": "---\ntitle: Un rachat\ndate: 2015-08-17\nlang: fr\n---\nEn 2014, Zorvane a racheté Mirlot.\n",
    }
    engine = engine_over(tmp_path, articles, entities="")
    assert "2014" in dates(engine.timeline("Zorvane"))
    assert "2014" not in dates(engine.timeline("Zorvane Cantine"))


def test_what_one_sentence_tells_of_a_day_twice_is_one_entry_and_one_label(tmp_path: Path) -> None:
    text = (
        "Vega's president was arrested at the spur on February 21, 2023, with eleven others, and freed the same night."
    )
    engine = engine_over(tmp_path, {"spur.md": f"---\ntitle: The spur\nlang: en\ndate: 2023-03\n---\n{text}\n"})
    (event,) = engine.timeline("vega").events
    assert event.date == "2023-02-21"
    assert "arrested" in event.label
    assert "freed the same night" in event.label
