"""One real press article alone in the base: every fact of it, asked in plain French, is in the first three quotes."""

import shutil
from pathlib import Path

import pytest

from index.engine import Engine, EngineOptions

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "amazon-care.txt"

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason=f"needs the seed article at {SEED}")

FACTS = {
    "Quand Amazon Care s'arrête-t-il ?": "31 décembre 2022",
    "Qu'est-ce qu'Amazon vient d'annoncer ?": "abandon de son service",
    "À quoi sert Amazon Care ?": "connecte virtuellement",
    "Le service est-il disponible la nuit ?": "24 heures sur 24",
    "Est-ce qu'Amazon Care a des sites physiques ?": "pas de sites physiques",
    "Quels soins sont proposés en personne ?": "vaccinations",
    "Le service propose-t-il un dépistage de la grippe ?": "dépistage de la grippe",
    "En quelle année Amazon Care a-t-il été lancé ?": "Lancé en 2019",
    "Où Amazon Care a-t-il été lancé ?": "Washington",
    "Qui a servi d'utilisateurs d'essai ?": "utilisateurs d'essai",
    "Dans combien d'États Amazon Care est-il disponible ?": "50 états",
    "Quelles entreprises utilisent Amazon Care ?": "Hilton",
    "Whole Foods était-il client d'Amazon Care ?": "Whole Foods",
    "Combien de villes supplémentaires Amazon visait-il ?": "20 villes",
    "Quand Amazon voulait-il étendre son service ?": "février dernier",
    "Qui est Neil Lindsay ?": "vice-président",
    "À qui la note est-elle adressée ?": "note adressée à ses employés",
    "La décision a-t-elle été prise à la légère ?": "prise à la légère",
    "Pourquoi l'offre ne convenait-elle pas aux grandes entreprises ?": "pas assez complète",
    "Les membres appréciaient-ils Amazon Care ?": "aient apprécié",
    "Est-ce le premier échec d'Amazon dans la santé ?": "pas la première fois",
    "Avec qui Amazon a-t-il créé Haven ?": "JPMorgan et Berkshire",
    "Qu'est-ce que Haven ?": "société indépendante appelée Haven",
    "Quand Haven a-t-elle été dissoute ?": "dissoute l'année dernière",
    "Quel était le but de Haven ?": "améliorer les coûts",
    "Quel journal explique que pénétrer le monde de la santé est un défi ?": "Wall Street Journal",
    "Pourquoi est-il difficile d'entrer dans la santé ?": "réglementations",
    "Quels sont les géants de la santé aux États-Unis ?": "CVS",
    "Qui est le PDG d'Amazon ?": "Andy Jassy",
    "Combien Amazon a-t-il payé One Medical ?": "3,9 milliards",
    "Quand Amazon a-t-il racheté One Medical ?": "le mois dernier",
    "Que propose One Medical ?": "abonnement annuel",
    "Combien de cabinets One Medical a-t-il ?": "125 cabinets",
    "Les rendez-vous sont-ils garantis le jour même ?": "le jour même",
    "Quelle entreprise Amazon envisage-t-il d'acheter ?": "Signify Health",
    "Que fabrique Signify Health ?": "technologies pour les soins",
    "Quand PillPack a-t-il été racheté ?": "PillPack en 2018",
    "Que fait PillPack ?": "livraison de prescriptions",
    "Amazon possède-t-il une pharmacie ?": "propre pharmacie",
    "Pourquoi les big tech s'intéressent-elles à la santé ?": "lucratif",
    "Amazon abandonne-t-il la santé ?": "synonyme d’abandon",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("seed")
    (folder / "knowledge").mkdir()
    shutil.copy(SEED, folder / "knowledge")
    engine = Engine(EngineOptions(folder / "knowledge", folder / "data"))
    engine.prepare()
    return engine


@pytest.mark.parametrize("question", FACTS)
def test_every_fact_is_in_the_first_three_quotes(engine: Engine, question: str) -> None:
    hits = engine.find(question, limit=3).hits
    assert any(FACTS[question] in hit.indexed.passage.text for hit in hits)


@pytest.mark.slow
def test_hardly_a_fact_is_refused(engine: Engine) -> None:
    refused = [question for question in FACTS if not engine.ask(question).quotes]
    assert len(refused) <= 0.05 * len(FACTS), refused


@pytest.mark.parametrize("question", ["une recette de tarte aux pommes", "What is the price of bitcoin?", "qsdf ghjk"])
def test_what_the_article_does_not_tell_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).quotes == ()
