"""Two timelines on one axis, and themes, over a real index."""

from pathlib import Path

import pytest

from index.engine import Engine
from tests.index.chronicle.test_timeline import ARTICLES, dates, engine_over

MORE = {
    "postes.md": "---\ntitle: Des postes en moins\nlang: fr\ndate: 2023-02\n---\n"
    "En janvier 2023, Vega a licencié 300 personnes. Les licenciements ont repris en mars 2023 chez Lyra.\n",
    "jobs.md": "---\ntitle: Jobs cut\nlang: en\ndate: 2023-06\n---\nLyra laid off 40 people in May 2023.\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return engine_over(tmp_path_factory.mktemp("beside"), {**ARTICLES, **MORE})


def test_events_that_both_tell_are_joined_and_the_rest_stay_their_own(engine: Engine) -> None:
    two = engine.beside("vega", "lyra")
    whose = {one.event.date: (one.of_first, one.of_second) for one in two.events}
    assert whose["2021-03-04"] == (True, True)
    assert whose["2019"] == (True, False)
    assert whose["2023-05"] == (False, True)
    assert [one.event.date for one in two.events] == sorted(whose)
    assert two.total == len(two.events) == len(whose)


def test_a_limit_keeps_what_both_tell(engine: Engine) -> None:
    two = engine.beside("vega", "lyra", limit=1)
    assert [one.is_common for one in two.events] == [True]
    assert two.total > 1


@pytest.mark.parametrize("theme", ["licenciements", "layoffs"])
def test_a_theme_takes_the_sentences_about_it_in_both_languages_and_says_so(engine: Engine, theme: str) -> None:
    found = engine.timeline(theme)
    assert found.of_theme
    assert {event.date for event in found.events} == {"2023-01", "2023-03", "2023-05"}


def test_a_theme_that_nothing_is_told_of_is_refused(engine: Engine) -> None:
    assert engine.timeline("apiculture").events == ()


def test_what_two_of_different_names_did_on_one_day_is_two_events_of_a_theme(tmp_path: Path) -> None:
    articles = {
        "postes.md": "---\ntitle: Postes\nlang: fr\ndate: 2023-02\n---\nVega a licencié 90 salariés en janvier 2023.\n",
        "mois.md": "---\ntitle: Emploi\nlang: fr\ndate: 2023-03\n---\nLyra a licencié des salariés en janvier 2023.\n",
    }
    assert dates(engine_over(tmp_path, articles).timeline("licenciements")) == ["2023-01", "2023-01"]


@pytest.mark.parametrize("theme", ["closures", "fermetures"])
def test_a_theme_in_the_plural_tells_a_kind_of_act(engine: Engine, theme: str) -> None:
    assert {"2022-08-17", "2023"} <= set(dates(engine.timeline(theme)))


def test_a_word_that_is_only_part_of_a_longer_name_is_no_name_itself(tmp_path: Path) -> None:
    text = (
        "Vega is asked about privacy. On May 3, 2020, the court struck down Privacy Shield. "
        "On June 4, 2021, Vega promised more privacy."
    )
    found = engine_over(tmp_path, {"shield.md": f"---\ntitle: The shield\nlang: en\ndate: 2022-01\n---\n{text}\n"})
    assert found.timeline("privacy").of_theme
    assert "2021-06-04" in dates(found.timeline("privacy"))


def test_a_name_is_no_theme(engine: Engine) -> None:
    assert not engine.timeline("zorglub").of_theme


def test_an_event_of_what_the_subject_owns_says_whose_it_is(engine: Engine) -> None:
    owned = {event.date: event.owned for event in engine.timeline("vega").events}
    assert owned["2019"] == "Vega Care"
    assert owned["2021-03-04"] is None


def test_unlisted_subjects_are_carried_over_and_known_by_their_short_forms(tmp_path: Path) -> None:
    engine = engine_over(
        tmp_path,
        {
            "a.md": "---\ntitle: Blue Ledger Power opens\nlang: en\ndate: 2020-05-04\n---\n"
            "Blue Ledger Power opened a plant on May 3, 2020. In June 2020, it hired forty people.\n",
            "b.md": "---\ntitle: A plant for sale\nlang: en\ndate: 2022-03\n---\n"
            "The owners of Blue Ledger sold the plant in March 2022. In a park, Blue Ridge opened in 2021.\n",
            "c.md": "---\ntitle: La ligne C\nlang: fr\ndate: 2018-01-22\n---\n"
            "La ligne C a ouvert le 20 janvier 2018. En mars 2019, elle sera prolongée.\n",
        },
        entities="",
    )
    found = [event.date for event in engine.timeline("blue ledger power").events]
    assert {"2020-05-03", "2020-06", "2022-03"} <= set(found)
    assert [event.date for event in engine.timeline("ligne C").events] == ["2018-01-20", "2019-03"]


RAILWAY = (
    "---\ntitle: Light railway turns ten\nlang: en\ndate: 2024-11-05\n---\n"
    "The council dropped the line in 2008. The first train ran on 1 November 2014.\n"
)
WORKS = (
    "---\ntitle: La halle\nlang: fr\ndate: 2021-06-18\n---\n"
    "Le marché est public. Les travaux ont commencé le 3 mai 2021. Le maire a été élu en 2014.\n"
)


def test_an_article_whose_title_says_a_theme_of_several_words_is_about_it(tmp_path: Path) -> None:
    found = engine_over(tmp_path, {"rail.md": RAILWAY, "halle.md": WORKS}).timeline("light rail")
    assert found.of_theme
    assert dates(found) == ["2008", "2014-11-01"]


def test_of_a_theme_of_several_words_the_rarer_is_enough_where_the_rest_is_near(tmp_path: Path) -> None:
    found = engine_over(tmp_path, {"rail.md": RAILWAY, "halle.md": WORKS}).timeline("travaux publics")
    assert dates(found) == ["2021-05-03"]


def test_one_thing_told_in_words_is_no_theme(tmp_path: Path) -> None:
    text = "La halle aux laines a brûlé en 1911. Elle a été rebâtie en 1920."
    hall = {"halle.md": f"---\ntitle: Un incendie\nlang: fr\ndate: 2021-06-18\n---\n{text}\n"}
    found = engine_over(tmp_path, hall).timeline("halle aux laines")
    assert not found.of_theme
    assert dates(found) == ["1911", "1920"]


@pytest.mark.parametrize("theme", ["licenciements", "layoffs"])
def test_who_loses_work_is_told_in_many_words_and_new_work_is_not(tmp_path: Path, theme: str) -> None:
    text = (
        "In May 2020, Vega dismissed 45 people. The mill shed 30 in June 2021. In July 2022, half of the crew lost"
        " their jobs. The new yard brought 80 jobs in August 2023. A court dismissed the appeal in March 2024."
    )
    found = engine_over(tmp_path, {"jobs.md": f"---\ntitle: Work\nlang: en\ndate: 2024-05\n---\n{text}\n"})
    assert dates(found.timeline(theme)) == ["2020-05", "2021-06", "2022-07"]


def test_a_theme_in_the_plural_is_found_in_the_other_language(tmp_path: Path) -> None:
    text = "Une inondation a emporté le pont en mars 2018. Le maire a été réélu en mai 2020."
    found = engine_over(tmp_path, {"pont.md": f"---\ntitle: Le pont\nlang: fr\ndate: 2021-05\n---\n{text}\n"})
    assert dates(found.timeline("floods")) == ["2018-03"]


def test_a_theme_of_the_press_is_told_in_many_words_and_only_where_it_happened(tmp_path: Path) -> None:
    articles = {
        "quai.md": "---\ntitle: The quay\nlang: en\ndate: 2024-05-10\n---\n"
        "The dockers' strike of May 2016 lasted nine days. In June 2019 the crews walked out over pay, the first"
        " stoppage since. The pilots struck a deal in April 2021.\n",
        "port.md": "---\ntitle: Le port\nlang: fr\ndate: 2024-05-10\n---\n"
        "Anna, qui partira en décembre 2024, se souvient de la grève de 2016. Un préavis a été déposé pour le"
        " 3 juin 2024. Le quai a rouvert en mars 2022, sans grève.\n",
    }
    engine = engine_over(tmp_path, articles)
    for theme in ("grèves", "strikes"):
        found = dates(engine.timeline(theme))
        assert {"2016-05", "2019-06", "2024-06-03"} <= set(found)
        assert not {"2024-12", "2021-04", "2022-03"} & set(found)
    assert set(dates(engine.timeline("grève de 2016"))) <= {"2016", "2016-05"}


def test_words_that_only_hint_at_a_theme_tell_it_where_the_article_says_it(tmp_path: Path) -> None:
    cuts = "The cuts of February 2009 were the first. "
    articles = {
        "mill.md": f"---\ntitle: The mill\nlang: en\ndate: 2010-03\n---\nThe mill laid off twelve weavers. {cuts}\n",
        "film.md": f"---\ntitle: The film\nlang: en\ndate: 2012-03\n---\nThe censor saw the film. {cuts}\n",
    }
    found = engine_over(tmp_path, articles).timeline("licenciements")
    assert [one.quote.article.id for event in found.events for one in event.tellings] == ["mill"]


def test_a_word_of_one_language_is_no_stem_of_the_other(tmp_path: Path) -> None:
    text = "Vega sera prête à la fin de l'année 2022. En mai 2021, Vega a payé une amende."
    found = engine_over(tmp_path, {"fin.md": f"---\ntitle: Fin\nlang: fr\ndate: 2021-09\n---\n{text}\n"})
    assert dates(found.timeline("fines")) == ["2021-05"]


def test_what_is_told_behind_a_semicolon_is_of_the_date_its_sentence_begins_with(tmp_path: Path) -> None:
    articles = {
        "moulin.md": "---\ntitle: The mill\nlang: en\ndate: 2023-02\n---\n"
        "In June 2021 the mill folded; forty of its weavers lost their jobs. It rained in 2022; later, jobs were cut.\n"
    }
    assert dates(engine_over(tmp_path, articles).timeline("layoffs")) == ["2021-06"]


def test_a_takeover_is_told_at_its_own_date_and_none_of_the_sentence(tmp_path: Path) -> None:
    articles = {
        "larch.md": "---\ntitle: The loom\nlang: en\ndate: 2023-02\n---\n"
        "Morel left in 2019 to found a dye house that was bought by Lyra in 2022. The loom bought a robot in 2020.\n"
    }
    assert dates(engine_over(tmp_path, articles).timeline("takeovers")) == ["2022"]
