"""What somebody whom no list holds is: an organisation, of whose ship, house and people much that is told is its own; a
person; or a thing, a work or a ship, of which only what happens to it is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from index.article import Article
from index.entities.book.entity import Entity
from index.entities.book.names import folded, name_key, name_words, says
from index.entities.headwords import THINGS_OTHERWISE, things
from index.entities.namesakes import name_parts, namesakes
from index.events.whose.evidence import Sort
from index.terms.common_words import is_common_word
from index.unlisted.called.works import title_key, titles

_ORGANISATIONS: Final = frozenset(
    folded(word)
    for word in """
    agence agency association banque bank brasserie brewery caisse fund chaîne channel chambre chamber chorale choir
    cirque circus clinique clinic club collège college comité committee compagnie company conserverie cannery
    conservatoire conservatory coopérative cooperative co-op distillerie distillery école school équipe team fabrique
    factory fédération federation ferme farm festival fête fondation foundation fonderie foundry groupe group hôpital
    hospital imprimerie printworks institut institute journal newspaper laboratoire laboratory lab ligue league
    librairie bookshop lycée musée museum observatoire observatory office orchestre orchestra opéra opera radio
    parc park raffinerie refinery scierie sawmill service société society studio syndicat union théâtre theatre
    theater tribunal court troupe université university usine plant aciérie steelworks zoo aquarium verrerie
    glassworks
    """.split()
)
_MOST_WORDS: Final = 3
_BEFORE_PEOPLE: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Professor|mayor|chairman|captain|painter|writer|engineer|surgeon|nurse)\.?"
    r"|\b(?:M\.|Mme|maire|capitaine|peintre|écrivaine?|romanci(?:er|ère)|ingénieure?|chirurgien(?:ne)?"
    r"|infirmi(?:er|ère)|professeure?)) \Z"
)
_AFTER_PEOPLE: Final = re.compile(
    r", \d{2}(?: ans)?(?:,|\.| et )|, (?:who|herself|himself|whose (?:wife|husband|mother|father))\b"
)
_SHE_OR_HE: Final = re.compile(r"[^.!?]*[.!?] (?:She|He|Her|His) ")
_QUOTED: Final = (
    r"[»”\"] ?,? (?:said|says|recalls|admits|admitted|explains|explained|wrote|dit|explique|résume|raconte|confie"
    r"|reconnaît|soupire|sourit|lance|répond|regrette|se souvient"
    r"|a (?:dit|expliqué|lancé|confié|répondu|reconnu|tranché)) "
)
"""What leads, behind somebody's words, to who said them."""
_TITLES: Final = r"\b(?:(?:Mrs|Mr|Ms|Dr|Mme|Mlle)\.?|M\.|Maître|Professor|Professeure?|Mayor) "
"""What stands before people's family names alone."""
_KIN: Final = (
    r"\b(?:brother|sister|son|daughter|wife|husband|mother|father|niece|nephew|uncle|aunt|cousin|twin|frère|sœur|fils"
    r"|fille|femme|mari|épouse|époux|mère|père|nièce|neveu|oncle|tante|cousine|jumeau|jumelle)"
    r"(?: (?:cadette?|aînée?|jumeau|jumelle))?,? "
)
"""What stands before people's given names alone: "her brother Denzil"."""
_LONGEST: Final = 16
"""Characters before a name in which what somebody is stands."""
_TITLED: Final = 0.5
"""How many of the articles that name something write it as a work's title, for it to be one."""


def sort_of_subject(entity: Entity, articles: Sequence[Article], said_to_be: Mapping[str, Sequence[str]]) -> Sort:
    """What ``entity`` is, from its name, from what ``articles`` say it is beside the name (``said_to_be``, by
    language), and from how they write it."""
    if _is_work(entity, articles):
        return Sort.THING
    if _is_person(entity, articles, sure=True) or _is_titled(entity, articles):
        return Sort.PERSON
    nouns = Counter(_nouns(entity, said_to_be))
    if nouns:
        of_organisations = sum(times for noun, times in nouns.items() if noun in _ORGANISATIONS)
        return Sort.ORGANISATION if 2 * of_organisations >= nouns.total() else Sort.THING
    return Sort.PERSON if _is_person(entity, articles, sure=False) else Sort.UNKNOWN


def is_somebody(entity: Entity, sort: Sort, articles: Sequence[Article]) -> bool:
    """Whether ``entity`` is a person, for whom no "it" stands: of that ``sort``, written as people are behind quoted
    words, as who said them, or of a family. Less is needed than to weigh what is told of it as a person's."""
    words = entity.name.split()
    if sort is Sort.UNKNOWN and _is_of_a_family(entity, articles):
        return True
    if sort is not Sort.UNKNOWN or not 2 <= len(words) <= _MOST_WORDS:
        return sort is Sort.PERSON
    quoted = re.compile(rf"{_QUOTED}(?:{re.escape(entity.name)}|{re.escape(words[-1])})\b", re.IGNORECASE)
    return any(quoted.search(article.body) for article in articles)


def _nouns(entity: Entity, said_to_be: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The folded words for what it is."""
    known = things("fr").keys() | things("en").keys()
    for name in (one.name for one in entity.names if not one.ambiguous):
        words = [folded(match[0]) for match in name_words(name)]
        ends = [words[0], words[-1]] if len(words) > 1 else []
        yield from (word for word in ends if word in known and word not in THINGS_OTHERWISE)
        yield from (word for word in words[1:-1] if word in _ORGANISATIONS)  # « la cave coopérative des Trois-Combes »
    yield from (folded(word) for words in said_to_be.values() for word in words)


def _is_work(entity: Entity, articles: Sequence[Article]) -> bool:
    sure = [one.name for one in entity.names if not one.ambiguous]
    keys = {title_key(name) for name in sure if not entity.name.endswith(f" {name}")}  # « Yann Le Goff »
    written = [article for article in articles if any(title_key(one) in keys for one in titles(article.body))]
    return bool(articles) and len(written) >= _TITLED * len(articles)


def _is_person(entity: Entity, articles: Sequence[Article], *, sure: bool) -> bool:
    """Whether the name is written as people's are, and what is said of people is said of it; the less ``sure``, the
    next sentence may do so."""
    if not 2 <= len(entity.name.split()) <= _MOST_WORDS:
        return False
    said = re.compile(re.escape(entity.name), re.IGNORECASE)
    return any(
        _is_of_a_person(article.body, match, sure=sure)
        for article in articles
        for match in said.finditer(article.body)
        if all(word[0].isupper() for word in match[0].split())
    )


def _is_titled(entity: Entity, articles: Sequence[Article]) -> bool:
    """Whether articles say the family name, if it is one, behind « Mme »."""
    parts = _parts(entity)
    titled = re.compile(rf"{_TITLES}{re.escape(' '.join(parts[-1]))}\b") if parts else None
    return titled is not None and any(titled.search(article.body) for article in articles)


def _is_of_a_family(entity: Entity, articles: Sequence[Article]) -> bool:
    """Whether articles that say the family name, if it is one, say the given name behind "her sister", or the name in
    full of another of that family."""
    parts = _parts(entity)
    if not parts:
        return False
    family = " ".join(parts[-1])
    kin = re.compile(rf"{_KIN}{re.escape(parts[0][0])}\b(?! (?!{re.escape(family)})[A-ZÀ-ÖØ-Þ])")
    telling = [one.body for one in articles if says(name_key(one.body), name_key(family))]
    if any(map(kin.search, telling)):
        return True
    is_rare = not any(is_common_word(word) for part in parts for word in part)
    return is_rare and any(namesakes(family, [entity.name], body).is_shared for body in telling)


def _parts(entity: Entity) -> list[list[str]]:
    """The given and the family name of ``entity``, where it is written as people are."""
    parts = name_parts([match[0] for match in name_words(entity.name)])
    is_written_so = 2 <= len(parts) <= _MOST_WORDS and parts[0][0][0].isupper() and parts[-1][-1][0].isupper()
    return parts if is_written_so else []


def _is_of_a_person(text: str, name: re.Match[str], *, sure: bool) -> bool:
    if not sure:
        return _SHE_OR_HE.match(text, name.end()) is not None
    before = text[max(0, name.start() - _LONGEST) : name.start()]
    return _BEFORE_PEOPLE.search(before) is not None or _AFTER_PEOPLE.match(text, name.end()) is not None
