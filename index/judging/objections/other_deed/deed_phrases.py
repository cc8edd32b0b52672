"""Deeds that are told in several words at once, of which none alone tells them: "laid off", « s'est éteint »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.terms.letters import plain

_PEOPLE: Final = r"(?:jobs?|staff|workers?|workforce|employees|positions|posts)"
_MEN: Final = r"(?:postes?|emplois?|salaries|effectifs?)"
PHRASES: Final = {
    "acheter": re.compile(
        r"\b(?:sold|sells?|selling) (?:it|them|[^.;]{1,60}?)\bto (?!\d)"
        r"|\b(?:vend(?:u|ue|us|ues|ent|it|ait)?|cede(?:e|es|s)?) (?:[\w,'-]+ ){0,8}?(?:a|au|aux) (?!\d)"
    ),
    "mourir": re.compile(
        r"\bs'est eteinte?\b|\bpass(?:ed|es|ing) away\b|\blost (?:his|her|their) (?:life|lives)\b"
        r"|\b(?:a|ont|avait|avaient) perdu la vie\b|\bnous a quittes\b|\brend\w* l'ame\b"
    ),
    "licencier": re.compile(
        r"\b(?:lay|lays|laid|laying)(?: (?:\d+|them|people|staff|workers))? off\b|\blay-?offs?\b"
        r"|\b(?:made|make|makes|making) (?:[\w,'-]+ ){0,4}?redundant\b|\bredundanc(?:y|ies)\b"
        r"|\b(?:lost|lose|losing) (?:their|his|her) (?:jobs?|posts?)\b|\bwith the loss of [^.;]{0,30}\bjobs\b"
        r"|\bjobs? (?:went|go|will go|cuts?|loss(?:es)?|were lost|are lost|were cut)\b"
        rf"|\b(?:cut|cuts|cutting|axe[sd]?|axing|shed|sheds|shedding|slash\w*) (?:[\w,'’-]+ ){{0,4}}?{_PEOPLE}\b"
        rf"|\bsuppr(?:im\w+|ession\w*) (?:[\w,'’-]+ ){{0,4}}?{_MEN}\b|\b{_MEN} (?:sont |ont ete |seront )?supprimee?s\b"
        r"|\bplan social\b|\bmis\w* a la porte\b|\bcombien (?:de |d')[^.?!;]{0,60}\bvir(?:ee?s?|es|er)\b"
    ),
    "embaucher": re.compile(
        r"\b(?:take|takes|took|taken|taking) on (?:[\w,'-]+ ){0,3}?(?:people|staff|workers|employees|hands)\b"
        r"|\b(?:creat|cre)\w+ (?:[\w,'’-]+ ){0,3}?(?:jobs|emplois|postes)\b"
    ),
    "faillite": re.compile(
        r"\b(?:wen?t|gone|going|goes|go) (?:bust|under|to the wall)\b|\binto administration\b|\bwound up\b"
        r"|\bwinding[ -]up\b|\b(?:ran|run|running) out of (?:money|cash)\b|\bdep\w* (?:de |le |son )?bilan\b"
        r"|\bredressement judiciaire\b|\bcessation de paiements?\b|\bmis la cle sous la porte\b"
        r"|\b(?:company|firm|group|chain|business|it|which|and) (?:collapsed|folded)\b"
        r"|\bcessation d'activite\b|\bcease\w* trading\b"
    ),
}
"""By the first of the words that tell the same deed alone."""


def told_in_phrases(text: str) -> Iterator[str]:
    """The first words of the deeds that ``text`` tells in several words at once."""
    flat = plain(text)
    return (deed for deed, said in PHRASES.items() if said.search(flat))
