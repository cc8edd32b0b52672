"""Words too common to search for, folded: articles, pronouns, prepositions, and the forms of auxiliary verbs."""

from __future__ import annotations

from typing import Final

_ELISIONS: Final = "c d j l m n s t qu jusqu lorsqu puisqu quoiqu"

_FRENCH: Final = """
    le la les un une des du de au aux ce cet cette ces celui celle ceux celles
    je tu il elle on nous vous ils elles me te se lui leur leurs moi toi eux y en
    mon ma mes ton ta tes son sa ses notre nos votre vos
    et ou mais donc or ni car que qui quoi dont ou si comme
    a dans par pour sur avec sans sous chez vers entre ne pas plus meme
    ai as a avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront aurais aurait aurions
    auriez auraient aie aies ait ayons ayez aient eu eue eus eues eut eurent ayant avoir
    suis es est sommes etes sont etais etait etions etiez etaient serai seras sera serons serez seront serais serait
    serions seriez seraient sois soit soyons soyez soient ete etee etees fus fut furent etant etre
"""
_ENGLISH: Final = """
    the a an this that these those some any each all both
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves yourselves themselves
    and or but nor if than then so as because while until
    of at by for with about against between into through during before after above below to from up down in out on
    off over under again further once here there
    who whom which what when where why how
    is am are was were be been being have has had having do does did doing will would shall should can could
    not no only own same too very just now other such more most few
    s t d ll m re ve don didn doesn isn aren wasn weren hasn hadn couldn shouldn wouldn mustn needn
"""

STOP_WORDS: Final = {
    "fr": frozenset(f"{_FRENCH} {_ELISIONS}".split()),
    "en": frozenset(f"{_ENGLISH} {_ELISIONS}".split()),
}
NO_STOP_WORDS: Final = frozenset(_ELISIONS.split())
"""For a language that has no list."""
