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
