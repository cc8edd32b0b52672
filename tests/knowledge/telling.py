"""Whether an article tells a fact of the sheet: its date, its figures and its names, in either language's form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.article import Article
from tests.knowledge.dates_told import Told, dates_told, plain
from tests.knowledge.sheet import Fact

NUMBER_WORDS = {
    word: str(number)
    for words in (
        "two three four five six seven eight nine ten eleven twelve",
        "deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for number, word in enumerate(words.split(), start=2)
} | {"second": "2", "deuxième": "2", "third": "3", "troisième": "3", "cinquantaine": "50"}
"""Numbers and ranks that press style spells out."""

NO_NAMES = frozenset("The Bought Chose Former Found Investigation Made Put Said Sent".split())
"""Capitalised in the sheet without being anybody's name, beside the first words that ``_SENTENCE_START`` finds."""

SHORT_NAMES = {"United States": "US", "United Kingdom": "UK", "European Union": "EU"}
"""Names of two words, to be looked up as one."""

SAME_NAME = {
    "US": "États-Unis|United States|Americans?|américaine?s?",
    "UK": "Royaume-Uni|United Kingdom|Britain|British|britanniques?",
    "EU": "Union européenne|UE|European Union",
    "EEA": "Espace économique européen",
    "American": "US|américaine?s?",
    "Americans": "Américains",
    "French": "France|français(?:es?)?",
    "European": "européen(?:ne)?s?",
    "Australia": "Australie",
    "California": "Californie|californien(?:ne)?s?",
    "Germany": "Allemagne",
    "India": "Inde",
    "City": "New York",
    "County": "comté",
    "State": "État",
    "States": "États",
    "Member": "membres",
    "Parliament": "Parlement",
    "House": "Chambre",
    "Council": "Conseil",
    "Committee": "commission",
    "Judge": "juge",
    "Federal": "fédérale?",
    "Whistleblower": "lanceur d'alerte",
    "June": "juin",
    "Regulation": "règlement",
    "Court": "cour|tribunal",
    "Department": "ministère|département",
    "University": "université",
    "Stock": "Bourse",
    "Exchange": "Bourse",
    "Energy": "énergie",
    "Official": "officiel",
    "Project": "projet",
    "AI": "IA|intelligence artificielle|artificial intelligence",
    "AKI": "acute kidney injury",
    "ALS": "SLA",
    "CT": "scanners?",
    "IT": "informatique",
}
"""A word of a name in the sheet, and what else an article may call it."""

HEDGES = re.compile(
    r"\b(?:about|around|according to|reported(?:ly)?|reports|said to|environ|vers|selon|d'après|"
    r"serai(?:t|ent)|aurai(?:t|ent)|devrai(?:t|ent))\b"
)
"""Words by which an article says that it relies on somebody, or that a figure is rough."""

_SCALES = {"million": "M", "billion": "G", "milliard": "G", "%": "%"}
_FIGURE = re.compile(r"(\d+(?:\.\d+)*)(?: ?(million|billion|milliard|%))?")
_SENTENCE_START = re.compile(r"(?:^|[.;:] )(?:[A-Z][a-z]+ed\b|[A-Z][\w'&-]*+(?![:,]| [A-Z]))")
"""A verb, or a word that nothing marks as a name: no capitalised word, colon or comma after it."""
_NAME_WORD = re.compile(r"\b[A-ZÉ][\w&'@]*(?:-[A-ZÉ\d]\w*)*\+?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some paragraphs of an article in a row, with the dates and figures that they tell."""

    text: str
    dates: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Demand:
    """What a fact asks of an article."""

    dates: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]


def missing(fact: Fact, article: Article) -> list[str]:
    """What ``article`` lacks of ``fact``; empty when it tells it. Date and figures have to stand together, in two
    paragraphs that follow each other; a name may stand anywhere, for a reporter doesn't repeat it."""
    demand = demand_of(fact)
    lacks = [lacking(demand, stretch) for stretch in stretches(article)]
    text = plain(article.body)
    names = [f"name {name}" for name in sorted(demand.names) if not _named(name, text)]
    return names + min(lacks, key=lambda lack: (f"date {fact.date}" in lack, len(lack)))


def demand_of(fact: Fact) -> Demand:
    """The dates, figures and names of ``fact``, in the forms that ``stretches`` has them in."""
    dates, figures = _dates_and_figures(fact.text, lang="en")
    return Demand(dates | {fact.date}, figures, names_of(fact))


def stretches(article: Article, paragraphs: int = 2) -> list[Stretch]:
    """Each ``paragraphs`` in a row. Dates are resolved on the whole body first: "the next day" needs the day before."""
    body = article.body
    told = dates_told(body, article.card.date)
    bounds = [match.span() for match in re.finditer(r"\S.*?(?=\n\n|\Z)", body, re.DOTALL)]
    last = len(bounds) - 1
    spans = [(start, bounds[min(place + paragraphs - 1, last)][1]) for place, (start, _end) in enumerate(bounds)]
    return [
        Stretch(
            plain(body[start:end]),
            frozenset(date.value for date in told if start <= date.start < end),
            figures_of(body[start:end], article.card.lang),
        )
        for start, end in spans
    ]


def names_of(fact: Fact) -> frozenset[str]:
    """The words of the fact's proper names: capitalised, but not for opening a sentence."""
    words: set[str] = set()
    for text in (fact.actor, _SENTENCE_START.sub(" ", _without(fact.text, dates_told(fact.text)))):
        text = plain(text)
        for long, short in SHORT_NAMES.items():
            text = text.replace(long, short)
        words.update(re.sub("'s?$", "", word) for word in _NAME_WORD.findall(text))
    return frozenset(words - NO_NAMES)


def figures_of(text: str, lang: str) -> frozenset[str]:
    """The figures of ``text``, dates left out: 3.9G for 3,9 milliards, 836000 for 836 000, 28% for 28 %."""
    return _dates_and_figures(text, lang)[1]


def _dates_and_figures(text: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    told = dates_told(text)
    text = _without(plain(text), told).lower().replace("per cent", "%").replace("percent", "%")
    thousands, decimal = (" ", ",") if lang == "fr" else (",", ".")
    text = re.sub(rf"(?<![\d,.])\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)", lambda n: n[0].replace(thousands, ""), text)
    text = re.sub(rf"(?<=\d){re.escape(decimal)}(?=\d)", ".", text)
    text = re.sub(r"[a-zéè]+(?!-party)", lambda word: NUMBER_WORDS.get(word[0], word[0]), text)
    figures = {number + _SCALES.get(scale, "") for number, scale in _FIGURE.findall(text)}
    return frozenset(date.value for date in told), frozenset(figures)


def _without(text: str, told: list[Told]) -> str:
    for date in reversed(told):
        text = text[: date.start] + " · " + text[date.end :]
    return text


def lacking(demand: Demand, stretch: Stretch) -> list[str]:
    """The dates and figures of ``demand`` that ``stretch`` hasn't. A finer date counts: a day for its month."""
    dates = [date for date in demand.dates if not any(told.startswith(date) for told in stretch.dates)]
    return [f"date {date}" for date in sorted(dates)] + [
        f"figure {one}" for one in sorted(demand.figures - stretch.figures)
    ]


def _named(name: str, text: str) -> bool:
    other = SAME_NAME.get(name)
    pattern = rf"(?<!\w)(?:{re.escape(name)}{'|' + other if other else ''})(?!\w)"
    return re.search(pattern, text, re.IGNORECASE) is not None
