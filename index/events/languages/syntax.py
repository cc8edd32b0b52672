"""What the rules about clauses need to know of a language: words and patterns, nothing of any article.

:mod:`index.events.languages.french` and :mod:`index.events.languages.english` hold them;
:mod:`index.events.clauses` and :mod:`index.events.references` apply them. Patterns see the text with plain apostrophes
and spaces, and ignore case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from index.entities.book.entity import Kind
from index.events.languages.action import Action


@dataclass(frozen=True, slots=True)
class Description:
    """A noun that stands for somebody or something named before, with what it can stand for."""

    kinds: frozenset[Kind]
    nouns: str


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """The patterns of one language."""

    main: re.Pattern[str]
    """Where a clause of the same rank begins: « ; », « , mais », ", and then"."""
    aside: re.Pattern[str]
    """Where a relative or participial clause begins, about the name before it: « , qui », ", founded"."""
    circumstance: re.Pattern[str]
    """Where a clause begins that tells what else happened: « alors que », "after buying"."""
    complement: re.Pattern[str]
    """Where what is said begins: « annonce que », "said it would"."""
    fronted: re.Pattern[str]
    """A participle that begins a sentence: « Lancé en 2019 …, il »."""
    pronoun: re.Pattern[str]
    """A pronoun as subject; group ``person`` or ``thing`` when it says which, ``many`` when it is plural, ``latter``
    when it is the one named last."""
    before_subject: re.Pattern[str]
    """What stands before a reference that is the subject of its clause; matched up to it."""
    cleft: re.Pattern[str]
    """What follows a pronoun that stands for what comes after it, or for nothing: "it is this proceeding that"."""
    before_object: re.Pattern[str]
    """What stands before a name that is no subject: « l'achat d' », "of the"; matched up to it."""
    any_company: re.Pattern[str]
    """A description of a company that says nothing else of it."""
    taken_up: re.Pattern[str]
    """Words that go on about somebody or something named before, whatever they are to their verb: group ``one`` ("his",
    « elle »), ``thing`` where the language tells ("its"), ``many`` (« nous », "their")."""
    possessive: re.Pattern[str]
    """« son service », "its shares", at the head of a clause."""
    hanging: re.Pattern[str]
    """What begins a sentence that can't be understood without the one before: « elle », "its case"."""
    leaning: re.Pattern[str]
    """What begins a sentence that points to the one before: « celle de 2023 », "by then"."""
    elsewhere: re.Pattern[str]
    """What points from within a sentence to a place named before: « y a été célébrée », "lectured there"."""
    object_pronoun: re.Pattern[str]
    """A pronoun as object, of somebody or something named before: « l'a relaxée », "cleared her"."""
    done_to: re.Pattern[str]
    """A verb with its object, a pronoun, whoever does it: "lent it", « l'a prêtée »."""
    demonstrative: re.Pattern[str]
    """What points to something named before from within a sentence: « contre cette décision »."""
    definite: str
    """What a description begins with."""
    modifiers: str
    """What may stand between that and the noun."""
    descriptions: tuple[Description, ...]
    periphrasis: re.Pattern[str]
    """A description that tells one from all others: « le géant de l'e-commerce »."""
    several: re.Pattern[str]
    """« les trois entreprises »; group ``count``."""
    numbers: Mapping[str, int]
    event_nouns: re.Pattern[str]
    """« l'opération », "the deal": what the sentence before tells."""
    unnamed: re.Pattern[str]
    """An indefinite description of somebody: « un monstre du secteur »."""
    complements_of_noun: str
    """What joins a noun to a name that says who it is: « la société de livraison PillPack »."""
    apposition: str
    """What joins a name to the noun after it that says what it is: "Helios brand", « Santéo, une société »."""
    titles: str
    """What stands before the name of a person: « Mme »."""
    coordinated: re.Pattern[str]
    """What joins two names of one list."""
    described_by: str
    """What joins a noun to a name that tells which one is meant: « l'hôpital de la Cleveland Clinic »."""
    source_before: re.Pattern[str]
    """Words before a name that is only cited: « selon »; matched up to the name."""
    source_after: re.Pattern[str]
    """Words after a medium's name that make it a source: "reported"."""
    just_now: re.Pattern[str]
    """« vient d'annoncer »: the article's date."""
    announcing_now: re.Pattern[str]
    """« annonce », as a verb in the present."""
    compared: re.Pattern[str]
    """Words before a date that something is only measured against, or that only dates a source: « par rapport à »,
    « selon un rapport de »; matched up to the date."""
    onset: re.Pattern[str]
    """Words of an expression by which something begins, once: « à partir du »."""
    not_before: re.Pattern[str]
    """Words before a date that is the earliest: « ne rouvrira pas » avant 2025; matched up to the date."""
    each_time: re.Pattern[str]
    """Words before dates that come back: « deux fois par an, en »; matched up to the date."""
    future: re.Pattern[str]
    conditional: re.Pattern[str]
    past_saying: re.Pattern[str]
    """A verb of saying in the past, under which a conditional tells the future."""
    was_to: re.Pattern[str]
    """What was once to come: « devait ouvrir », "was due"."""
    unmet: re.Pattern[str]
    """What should have come: "should have opened"."""
    called_off: re.Pattern[str]
    """What tells that something planned does not come, or not then."""
    dropped_next: re.Pattern[str]
    """The same right behind its new date: "moved to May and | cancelled again"."""
    plan: re.Pattern[str]
    """A plan that a date belongs to: "a plan to open in"; matched up to the date."""
    plan_off: re.Pattern[str]
    """What tells, behind that date, that the plan does not come: "has been dropped"."""
    other_thing: re.Pattern[str]
    """What begins a sentence about something not told of before: "A second", « Deux »."""
    participle_first: re.Pattern[str]
    """A participle that begins a clause, with a date or an agent behind it: « Élu le »."""
    negation: re.Pattern[str]
    not_then: re.Pattern[str]
    """What denies a date, not what was done: « et non en »; matched up to the date."""
    inner: re.Pattern[str]
    """Where a clause begins inside of another, for the marks: "an app that would"."""
    actions: Mapping[Action, re.Pattern[str]]
