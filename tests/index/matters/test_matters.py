"""What a theme of the press is told with, and what only looks like it."""

from __future__ import annotations

import pytest

from index.chronicle.themes import Theme
from index.matters.matter import matter_of, without_year
from index.matters.saying import are_apart, is_dated_aside, is_once_more, may_be_at, said_at


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("grèves", "strikes"),
        ("préavis de grève", "walkouts"),
        ("procès", "hearings"),
        ("fuites de données", "data breaches"),
        ("piratage", "cyberattacks"),
        ("amende", "penalties"),
        ("suppressions de postes", "redundancies"),
        ("levées de fonds", "funding rounds"),
        ("Faillites", "bankruptcy"),
        ("inondations", "floods"),
        ("incendie", "fires"),
        ("décès", "deaths"),
        ("rachats", "takeovers"),
    ],
)
def test_a_matter_is_asked_for_in_either_language_and_number(one: str, other: str) -> None:
    assert matter_of(one) is not None
    assert matter_of(one) is matter_of(other)


@pytest.mark.parametrize("subject", ["apiculture", "fin", "ronde", "Vega", "railway", "", " "])
def test_other_words_are_no_matter(subject: str) -> None:
    assert matter_of(subject) is None


@pytest.mark.parametrize(
    ("subject", "lang", "text"),
    [
        ("strikes", "fr", "Les facteurs ont débrayé mardi."),
        ("strikes", "fr", "Les conducteurs ont malgré tout cessé le travail mardi."),
        ("grèves", "en", "The technicians went on strike on Saturday."),
        ("grèves", "en", "Its nine bakers and drivers walked out on 12 May over unpaid hours."),
        ("grèves", "en", "The porters had stopped work on 3 May."),
        ("data breaches", "fr", "Des pirates ont dérobé les dossiers de 3 000 patients."),
        ("fuites de données", "en", "Intruders had copied the files of 900 people."),
        ("piratage", "en", "In May the clinic lost 5,000 records, and was fined."),
        ("strikes", "fr", "Un préavis a été déposé pour le 3 mai."),
        ("grèves", "en", "The porters walked out: it was their first strike."),
        ("procès", "en", "The criminal trial opens on 3 May."),
        ("trials", "fr", "Le volet pénal s'est clos en mai."),
        ("fines", "fr", "Elle a écopé d'une amende de 300 euros."),
        ("amendes", "en", "It was fined 300 pounds in May."),
        ("licenciements", "en", "The mill closed, with the loss of forty jobs."),
        ("licenciements", "en", "Ninety jobs went in May."),
        ("layoffs", "fr", "La suppression de 30 postes a été annoncée."),
        ("levées de fonds", "en", "Vega raised 3 million euros in May."),
        ("bankruptcies", "fr", "L'imprimeur a déposé le bilan."),
        ("inondations", "en", "The river burst its banks in May."),
        ("lawsuits", "en", "A judge rejected the suit in May."),
        ("lawsuits", "en", "The weavers complained to the ITC."),
        ("procès", "fr", "La tisserie échoue devant la justice en mai."),
        ("takeovers", "en", "She sold it to the Swiss group Velm in June."),
        ("takeovers", "en", "It was sold to a publisher in 2021."),
        ("takeovers", "en", "In March the weavers bought their own employer."),
        ("takeovers", "fr", "Velm avait acheté l'allemand Kornhaus en 2020."),
        ("acquisitions", "fr", "La brasserie rachète son rival en mai."),
        ("acquisitions", "fr", "Il cède la filature au groupe Velm en juin."),
    ],
)
def test_the_press_tells_a_matter_in_many_words(subject: str, lang: str, text: str) -> None:
    matter = matter_of(subject)
    assert matter is not None
    assert said_at(text, matter.told(lang))


@pytest.mark.parametrize(
    ("subject", "lang", "text"),
    [
        ("strikes", "en", "The two strike a deal in May."),
        ("strikes", "en", "An air strike hit the port."),
        ("procès", "fr", "L'autorité a ouvert une enquête technique."),
        ("procès", "en", "The drug trial ran in nine clinics."),
        ("fines", "fr", "Il sera prêt à la fin de 2023."),
        ("fines", "en", "The weather was fine in May."),
        ("layoffs", "en", "The yard brought forty jobs."),
        ("rappels", "fr", "Le syndicat rappelle que rien n'a bougé."),
        ("fires", "en", "The fire brigade has a new chief."),
        ("amendes", "fr", "Elle a reçu un blâme, sans amende."),
        ("amendes", "fr", "Aucune amende n'a suivi."),
        ("layoffs", "en", "It closed nine shops without layoffs."),
        ("bankruptcies", "fr", "Elle a évité la faillite en 2013."),
        ("takeovers", "fr", "L'école achète son premier piano, qu'elle baptise Opale."),
        ("takeovers", "fr", "Anne Velm reprend les rênes de la maison."),
        ("takeovers", "en", "She took over in the autumn."),
        ("takeovers", "en", "The stall sold 300 pies to tourists."),
        ("rachats", "fr", "L'assemblée vote un rachat d'actions."),
        ("layoffs", "fr", "La ferme naît quand trois ouvriers licenciés par Velm ont déposé ses statuts."),
        ("layoffs", "en", "Three weavers laid off by Velm founded the mill in May."),
        ("lawsuits", "en", "The tailor made the suit in May."),
    ],
)
def test_what_was_left_out_or_is_something_else_tells_no_matter(subject: str, lang: str, text: str) -> None:
    matter = matter_of(subject)
    assert matter is not None
    assert not said_at(text, matter.told(lang))


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("grève de 2014", ("grève", "2014")),
        ("strikes in 2014", ("strikes", "2014")),
        ("floods 1952", ("floods", "1952")),
        ("rapport de 2014", None),
        ("grève", None),
        ("2014", None),
    ],
)
def test_a_matter_may_be_asked_for_of_one_year(subject: str, wanted: tuple[str, str] | None) -> None:
    assert without_year(subject) == wanted


@pytest.mark.parametrize(
    ("text", "said", "date", "wanted"),
    [
        ("In May, she recalled the strike of 2014.", "strike", "May", False),
        ("In May, she recalled the strike of 2014.", "strike", "2014", True),
        ("A year after the layoffs, the hall opened on Monday.", "layoffs", "Monday", False),
        ("Au lendemain de l'incendie, le maire vint lundi.", "incendie", "lundi", False),
        ("The fire broke out on Monday.", "fire", "Monday", True),
        ("Il y eut des grèves et, en mai, un festin.", "grèves", "mai", False),
        ("There were strikes and, in May, a feast.", "strikes", "May", False),
    ],
)
def test_a_matter_is_of_the_date_that_its_words_say(text: str, said: str, date: str, wanted: bool) -> None:
    at, on = text.index(said), text.index(date)
    assert may_be_at(text, (at, at + len(said)), (on, on + len(date))) is wanted


def test_a_matter_in_another_clause_is_apart() -> None:
    text = "Work began in 2007; the maker went into liquidation."
    assert are_apart(text, (text.index("liquidation"), len(text)), (text.index("2007"), text.index(";")))
    assert not are_apart(text, (0, 4), (text.index("2007"), text.index(";")))


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("The recall, announced on 3 May, covers all sold since 2019.", "3 May", True),
        ("The recall, announced on 3 May, covers all sold since 2019.", "2019", False),
        ("The recall began on 3 May.", "3 May", False),
    ],
)
def test_what_stands_before_its_date_aside_is_of_that_date(text: str, date: str, wanted: bool) -> None:
    at = text.index(date)
    assert is_dated_aside(text, (4, 10), (at, at + len(date))) is wanted


@pytest.mark.parametrize(
    ("text", "first", "then", "wanted"),
    [
        ("Ils ont fait grève le 3 mai, puis encore le 9 mai.", "3 mai", "9 mai", True),
        ("They walked out on 3 May and again on 9 May.", "3 May", "9 May", True),
        ("They walked out on 3 May and voted on 9 May.", "3 May", "9 May", False),
    ],
)
def test_what_is_told_once_more_at_another_date(text: str, first: str, then: str, wanted: bool) -> None:
    one, other = text.index(first), text.index(then)
    assert is_once_more(text, (one, one + len(first)), (other, other + len(then))) is wanted


def test_a_theme_with_a_matter_in_it_is_said_in_the_words_of_that_matter() -> None:
    theme = Theme("grève de la ligne 14", "~grève de la ligne 14")
    assert theme.is_said_by("The drivers of line 14 had stopped work.", "en")
    assert not theme.is_said_by("Line 14 runs again.", "en")
