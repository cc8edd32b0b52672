"""Articles about somebody that they never name."""

from pathlib import Path

from index.engine import Engine, EngineOptions
from index.timeline import Timeline

ABOUT = {
    "ouverture.md": "---\ntitle: Le refuge Valmorin ouvre\ndate: 2018-03-02\nlang: fr\n---\n"
    "Le refuge Valmorin a ouvert jeudi à Brissac. Sa directrice, Odile Tournemire, emploie neuf personnes.\n",
    "incendie.md": "---\ntitle: Incendie au refuge Valmorin\ndate: 2020-05-04\nlang: fr\n---\n"
    "Le refuge Valmorin a brûlé le 2 mai. Odile Tournemire et le garde Basile Courtevoie ont sorti les bêtes.\n",
}
WITHOUT_NAME = (
    "---\ntitle: Dix ans après, les bêtes sont là\ndate: 2028-04-10\nlang: fr\n---\n"
    "Le refuge a fêté ses dix ans samedi, devant Odile Tournemire et Basile Courtevoie. Il a reçu 300 chiens en 2027.\n"
)
ELSEWHERE = (
    "---\ntitle: Une fête à Brissac\ndate: 2028-04-10\nlang: fr\n---\n"
    "La mairie a fêté samedi les pompiers. Odile Tournemire est venue. Le refuge a reçu 300 chiens en 2027.\n"
)


def timeline_of(subject: str, folder: Path, articles: dict[str, str]) -> Timeline:
    knowledge = folder / "knowledge"
    knowledge.mkdir()
    for name, text in articles.items():
        (knowledge / name).write_text(text, encoding="utf-8")
    engine = Engine(EngineOptions(knowledge, folder / "data"))
    engine.prepare()
    return engine.timeline(subject)


def articles_of(timeline: Timeline) -> set[str]:
    return {telling.quote.article.id for event in timeline.events for telling in event.tellings}


def test_an_article_that_says_the_people_around_a_subject_is_about_it_unnamed(tmp_path: Path) -> None:
    found = timeline_of("refuge Valmorin", tmp_path, {**ABOUT, "dix-ans.md": WITHOUT_NAME})
    assert "dix-ans" in articles_of(found)
    assert "2027" in [event.date for event in found.events]


def test_one_of_its_people_alone_makes_no_article_about_it(tmp_path: Path) -> None:
    assert "fete" not in articles_of(timeline_of("refuge Valmorin", tmp_path, {**ABOUT, "fete.md": ELSEWHERE}))


def test_who_is_everywhere_tells_of_nobody(tmp_path: Path) -> None:
    everywhere = {
        f"autre-{number}.md": f"---\ntitle: Rien de neuf\ndate: 2028-04-1{number}\nlang: fr\n---\n"
        "Odile Tournemire a présidé le concours de pêche. Elle se plaît ici.\n"
        for number in range(9)
    }
    found = timeline_of("refuge Valmorin", tmp_path, {**ABOUT, "dix-ans.md": WITHOUT_NAME, **everywhere})
    assert "dix-ans" not in articles_of(found)


def test_an_article_about_a_rival_is_not_about_whom_it_met(tmp_path: Path) -> None:
    season = {
        f"saison-{year}.md": f"---\ntitle: Le Stade Merlois en {year}\ndate: {year}-06-10\nlang: fr\n---\n"
        f"Le Stade Merlois a battu hier l'AS Bréhonne. Il avait perdu contre le RC Carnoët et le CA Vassy en {year}.\n"
        for year in (2022, 2023)
    }
    rival = (
        "---\ntitle: À Bréhonne, les filles gagnent\ndate: 2024-05-22\nlang: fr\n---\n"
        "Elles ont battu dimanche le RC Carnoët. L'équipe de l'AS Bréhonne joue sur un terrain ouvert en 1961.\n\n"
        "La ligue a cédé en 2023, après une pétition de tous les clubs sauf le CA Vassy.\n"
    )
    found = timeline_of("Stade Merlois", tmp_path, {**season, "brehonne.md": rival})
    assert found.events
    assert "brehonne" not in articles_of(found)


FERRIES = (
    "---\ntitle: Kelloway Ferries is sold\ndate: 2025-02-17\nlang: en\n---\n"
    "Kelloway Ferries was bought by a group of friends on Friday, because Kelloway had lost money since 2020.\n"
)


def test_a_short_form_that_begins_another_name_is_that_others(tmp_path: Path) -> None:
    railway = (
        "---\ntitle: Kelloway's light railway is ten\ndate: 2024-11-05\nlang: en\n---\n"
        "The Kelloway Light Railway opened on 1 November 2014. A tunnel flooded in October 2020.\n"
    )
    found = timeline_of("Kelloway Ferries", tmp_path, {"ferries.md": FERRIES, "railway.md": railway})
    assert articles_of(found) == {"ferries"}


def test_a_short_form_that_is_only_where_things_happen_is_a_place(tmp_path: Path) -> None:
    school = (
        "---\ntitle: A school opens\ndate: 2024-09-05\nlang: en\n---\n"
        "A new school opened in Kelloway on Monday. It was built in 2023.\n"
    )
    found = timeline_of("Kelloway Ferries", tmp_path, {"ferries.md": FERRIES, "school.md": school})
    assert articles_of(found) == {"ferries"}


def test_a_short_form_that_does_something_is_the_subject_in_any_article(tmp_path: Path) -> None:
    strike = (
        "---\ntitle: A strike is called off\ndate: 2025-04-17\nlang: en\n---\n"
        "On Wednesday, Kelloway and the union reached an agreement. The strike had been planned for Friday.\n"
    )
    found = timeline_of("Kelloway Ferries", tmp_path, {"ferries.md": FERRIES, "strike.md": strike})
    assert articles_of(found) == {"ferries", "strike"}


def test_an_article_that_opens_with_a_work_is_about_the_work(tmp_path: Path) -> None:
    work = WITHOUT_NAME.replace("Le refuge a fêté ses dix ans", "« La Louve » a fêté ses dix ans au refuge")
    assert "dix-ans" not in articles_of(timeline_of("refuge Valmorin", tmp_path, {**ABOUT, "dix-ans.md": work}))


def test_an_article_that_opens_with_the_other_of_a_title_is_about_that(tmp_path: Path) -> None:
    bought = {
        f"vente-{number}.md": f"---\ntitle: Norvel achète Tallis\ndate: 202{number}-05-04\nlang: fr\n---\n"
        "Norvel achète Tallis, de Hanne Lindqvar, Yann Kermadec et Elsbet Morane.\n"
        for number in range(2)
    }
    before = (
        "---\ntitle: Une fusée bretonne\ndate: 2018-04-10\nlang: fr\n---\n"
        "La jeune pousse Tallis a signé lundi. Hanne Lindqvar, Yann Kermadec et Elsbet Morane étaient là.\n"
    )
    assert "fusee" not in articles_of(timeline_of("Norvel", tmp_path, {**bought, "fusee.md": before}))
