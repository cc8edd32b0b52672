"""Words of an act that tell none of its kind, by what they are done to or who does them: a round that is "closed", a
"start-up", a bank that refuses a loan, « l'offre a été retirée »."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.events.languages.action import Action

_ENDS: Final = re.compile(r"[.!?] ")
_BEFORE: Final = 90
"""Characters before an act in which who does it, or what it is done to, stands."""
_BEGIN: Final = r"(?:open|start|beg[aiu]n)\w*"
_MADE: Final = r"(?:selling|offering|producing|serving|operating|publishing|shipping|delivering|flying|running|trading)"
_TALK: Final = (
    r"(?:trial|hearing|inquest|inquiry|investigation|probe|talks|negotiations|discussions|strike|fire|war|quarrel|dispute"
    r"|voting|case|appeal)s?"
)
_MONEY: Final = (
    r"(?:round|deal|funding|sale|acquisition|purchase|transaction|takeover|merger|issue|subscription|financing)s?"
)
_POST: Final = (
    r"(?:agency|authority|commission|committee|council|ministry|department|presidency|chair|post|role|job|reins|helm"
    r"|running|management|leadership|command|team|class|school|orchestra|direction|keeping)"
)
_PRIVATE: Final = (
    r"(?:banks?|lenders?|investors?|backers?|insurers?|unions?|staff|workers|drivers|players|parents|owners?|family)"
)
_GRANTS: Final = r"(?:grant|allow|approve|authori|licen|renew|certif|register|hear|recogni|permit|clear|issue)"
_UP: Final = r"(?:, |(?:(?!,? (?:and|but|et|mais) (?!of |de |du |des |d'))[^,;:])*)"
"""What may stand between who does something and the verb: « l'offre du groupe a été », "The round, "."""
_ARTICLES: Final = r"(?:le |la |les |l'|un |une |des |du |son |sa |ses |leurs? |cette |ce |tout |toute |\w+ de )?"
_PROCES: Final = (
    r"(?:procès|audience|enquête|négociations|discussions|pourparlers|grève|instruction|débat|conflit|scrutin)s?"
)
_PRIVEE: Final = (
    r"(?:banques?|prêteurs?|investisseurs?|assureurs?|syndicats?|salariés|propriétaires?|famille|actionnaires)"
)
_ACCORDE: Final = (
    r"(?:autoris|accord|délivr|valid|homologu|suspend|reconn|inscri|renouvel|examin|agré|enregistr|approuv|annul)"
)
_SPECTACLE: Final = (
    r"(?:concert|spectacle|match|séance|édition|fête|course|vol|train|réservation|festival|représentation|tournée"
    r"|départ|visite|rendez-vous)s?"
)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """When an act is none of its kind: by how its ``word`` is, by what stands ``before``, or ``behind``."""

    action: Action
    word: str
    before: str = ""
    behind: str = ""


_ENGLISH: Final = (
    Otherwise(Action.LAUNCH, r"starts?", behind=r"-?ups?\b"),
    Otherwise(Action.LAUNCH, _BEGIN, before=rf"\b{_TALK}\b{_UP}"),
    Otherwise(
        Action.LAUNCH,
        _BEGIN,
        behind=rf" (?:\w+ly )?(?:(?!{_MADE}\b)\w+ing\b|to (?!sell|offer|produce|serve|operate|fly|run|ship)\w+"
        rf"|(?:an? |the |its )?(?:\w+ )?(?:{_TALK}|front|file|work)\b)",
    ),
    Otherwise(
        Action.LAUNCH,
        r"launch\w*|introduc\w*",
        behind=rf" (?:an? |the |its |her |his |their )?(?:[\w-]+ ){{0,2}}(?:{_TALK}|{_MONEY}|bid|offer|lawsuit|suit"
        r"|petition|attack|search|review|consultation|motion|bill)\b",
    ),
    Otherwise(
        Action.LAUNCH,
        r"was born",
        behind=r"[^.;]{0,40}?(?: to (?:an? |two )?(?:\w+ )?(?:parents|father|mother|family)"
        r"|,? (?:the )?(?:daughter|son) of)",
    ),
    Otherwise(Action.LAUNCH, r"creat\w*", behind=r" (?:\w+ ){0,2}(?:jobs|posts|problems?|trouble|difficulties)\b"),
    Otherwise(
        Action.LAUNCH, r"releas\w*", behind=r" (?:(?:him|her|them) )?(?:from|on (?:bail|parole)|without charge)\b"
    ),
    Otherwise(Action.CLOSE, r"close", behind=r" (?:to|by|friends?|ties|together|contact|watch|enough|call|ally|on)\b"),
    Otherwise(Action.CLOSE, r"clos(?:es?|ed|ing)|end(?:s|ed)?", before=rf"\b(?:{_MONEY}|{_TALK}|shares?|books)\b{_UP}"),
    Otherwise(
        Action.CLOSE,
        r"clos(?:es?|ed|ing)",
        behind=rf" (?:an? |the |its |their |on )?(?:[\w$£€.,]+ ){{0,2}}(?:{_MONEY}|gap|books?|loophole|case|year)\b"
        r"| (?:at|up|down) [$£€]?\d",
    ),
    Otherwise(Action.CLOSE, r"end(?:s|ed|ing)?", behind=r" (?:up\b|with\b|in (?:an? |the )?(?!\d)[a-z])"),
    Otherwise(Action.CLOSE, r"end", before=r"\b(?:the|an|no|other|dead) "),
    Otherwise(Action.CLOSE, r"stop\w*", before=r"\b(?:bus|train|tram|the|a|next|first|last) "),
    Otherwise(Action.CLOSE, r"stop(?!ped|ping|s\b|\b)\w*"),
    Otherwise(
        Action.CLOSE,
        r"withdr\w*|abandon\w*|shut\w*",
        behind=r" (?:an? |the |its |her |his |their )?(?:[\w-]+ ){0,2}(?:bid|offer|claim|complaint|support|appeal"
        r"|attempt|lawsuit|application|remark|candidacy|money)s?\b",
    ),
    Otherwise(Action.CLOSE, r"withdr\w*|abandon\w*", before=rf"\b(?:bid|offer|claim|complaint|appeal|attempt)\b{_UP}"),
    Otherwise(
        Action.BUY,
        r"t(?:ake|ook|akes) over",
        behind=r"(?:\Z|[.,;]| (?:in|as|from|at|on|when|last|this|next|after|for|by|only|later|that|until|again|\d)\b"
        rf"| (?:the |her |his |its )?(?:\w+ ){{0,2}}{_POST}\b)",
    ),
    Otherwise(Action.SELL, r"sale", before=r"\b(?:on|(?:clear|approv|authori|licen)[^;:]* for) "),
    Otherwise(Action.SELL, r"sold", behind=r" (?:out|at [$£€\d]|for [$£€]?[\d.,]+ (?:\w+ )?(?:a|an|each|per)\b)"),
    Otherwise(
        Action.FORBID,
        r"refus\w*|reject\w*",
        behind=rf" (?:to (?!{_GRANTS})\w+|(?:(?:it|him|her|them|us) )?(?:an? |the |any |all |its |their )?(?:\w+ )?"
        r"(?:loans?|credit|financing|offers?|bids?|jobs?|posts?|invitations?|interviews?|comment|money|proposals?|pay)\b)",
    ),
    Otherwise(Action.FORBID, r"refus\w*|reject\w*|block\w*", before=rf"\b{_PRIVATE}\b{_UP}"),
    Otherwise(Action.FORBID, r"blocks?", before=r"\b(?:an?|the|two|three|tower|office|apartment) "),
    Otherwise(Action.SUE, r"complain\w*", behind=r" (?:of|about|that)\b"),
    Otherwise(
        Action.FINE,
        r"settle[sd]?",
        behind=r"(?! (?:with|for [$£€\d]|out of|the (?:case|claim|lawsuit|suit)"
        r"|(?:\w+ )?(?:claims?|charges|lawsuits?)))",
    ),
)
_FRENCH: Final = (
    Otherwise(
        Action.LAUNCH,
        r"née?s? .*|naît|naissance",
        behind=r"[^.;]{0,40}?(?:\bd'une? (?:père|mère|famille)|\bde parents\b|, (?:fils|fille) d)",
    ),
    Otherwise(Action.LAUNCH, r"lanc\w*", before=r"(?:t-(?:il|elle|on)|»,?(?: (?:a|ont|lui a))?) "),
    Otherwise(
        Action.LAUNCH,
        r"lanc\w*|ouvr\w*|ouvert\w*|introdui\w*|démarr\w*",
        behind=rf" {_ARTICLES}(?:{_PROCES}|levées?|tours? de table|offre (?:publique|de rachat|d'achat)|opa\b|alerte"
        r"|avertissement|appel\b(?! d'offres| à (?:candidatures|projets))|recours|requête"
        r"|plainte|pétition|procédure|information judiciaire|la voie|la porte|défi|regard)",
    ),
    Otherwise(Action.LAUNCH, r"ouvr\w*|ouvert\w*|démarr\w*", before=rf"\b{_PROCES}\b{_UP}"),
    Otherwise(Action.LAUNCH, r"lanc\w*", before=rf"\b(?:levée|tour de table|offre|enquête|procédure|appel)s?\b{_UP}"),
    Otherwise(Action.CLOSE, r"fermes?", before=r"\b(?:la|une|cette|les|des|sa|ses|ces|en|à la|de|deux|trois) "),
    Otherwise(Action.CLOSE, r"ferm(?:i|em)\w*"),
    Otherwise(
        Action.CLOSE,
        r"ferm\w+|cess\w+",
        before=rf"\b(?:tour de table|levée|souscription|scrutin|bureaux de vote)\b{_UP}",
    ),
    Otherwise(Action.CLOSE, r"arrêt", behind=r" (?:d(?:e la|u|'une?) (?:cour|conseil|tribunal)|n°|rendu|maladie)"),
    Otherwise(Action.CLOSE, r"arrêtés?", before=r"\b(?:un|l'|cet|d'un|par|les|des) ?"),
    Otherwise(
        Action.CLOSE,
        r"arrêt\w*",
        behind=r" (?:un|une|deux|trois|des|le|la|son) (?:\w+ )?(?:suspects?|hommes?|femmes?|personnes?|voleurs?"
        r"|date|liste|prix|budget|comptes|choix)",
    ),
    Otherwise(
        Action.CLOSE,
        r"retir\w*|abandonn\w*",
        behind=rf" (?:\w+ )?{_ARTICLES}(?:offre|opa\b|plainte|candidature|recours|soutien|confiance|proposition|argent"
        r"|poursuites)",
    ),
    Otherwise(Action.CLOSE, r"retir\w*", before=r"\b(?:se|s'est|s'était|se sont|offre[^;:]*|plainte[^;:]*) "),
    Otherwise(Action.CLOSE, r"suppression", behind=r" d(?:e |')(?:[\d ]+ |\w+ )?(?:postes?|emplois?)"),
    Otherwise(Action.CLOSE, r"fin de", before=r"\b(?:en|à la|d'ici la|avant la|vers la|depuis la) "),
    Otherwise(
        Action.BUY,
        r"reprend",
        behind=r" (?:la (?:direction|tête|barre|main|route|mer|parole|présidence)|le (?:travail|flambeau|poste)"
        r"|les (?:rênes|commandes)|sa place|son poste|ses|vie)",
    ),
    Otherwise(
        Action.SELL,
        r"vendue?s?",
        behind=r" (?:à )?\d[\d, ]*(?:euros?|francs?|dollars?|€) (?:l[ae]|l'|pièce|par|chaque)",
    ),
    Otherwise(Action.SELL, r"c[éè]d\w*", behind=r" (?:sous|le passage|à la|aux|sa place|du terrain)"),
    Otherwise(
        Action.FORBID,
        r"refus\w*|rejet\w*",
        behind=rf" (?:d(?:e |')(?!{_ACCORDE})\w+(?:er|ir|re)\b|(?:à \w+ )?{_ARTICLES}(?:prêts?|crédits?|offres?|postes?"
        r"|invitations?|entretien|propositions?|avances|financement|augmentation|interview|mutation)\b"
        r"|d(?:u|e la|es) (?:crédit|banques?)\b)",
    ),
    Otherwise(Action.FORBID, r"refus\w*|rejet\w*|bloqu\w*", before=rf"\b{_PRIVEE}\b{_UP}"),
    Otherwise(Action.FORBID, r"annul\w*", before=rf"\b{_SPECTACLE}\b{_UP}"),
    Otherwise(Action.FORBID, r"annul\w*", behind=rf" {_ARTICLES}{_SPECTACLE}\b"),
    Otherwise(
        Action.FORBID, r"bloquée?s?", behind=r" (?:dans|sur|par (?:la |les |le |l'|une? )?(?:neige|glace|crue|eaux))"
    ),
    Otherwise(
        Action.SUE, r"juge(?:nt|a)?", before=r"(?<!\ble)(?<!\bla)(?<!\bun)(?<!\bdu)(?<!\bau)(?<!\bce) ", behind=""
    ),
    Otherwise(Action.SUE, r"poursui\w*", behind=r"(?! (?:(?:[\w'-]+ ){0,4}en justice|devant|pour))(?<!poursuites)"),
    Otherwise(Action.SUE, r"enquête", behind=r" (?:d'opinion|de satisfaction|auprès)"),
)


@cache
def _compiled(lang: str) -> Mapping[str, tuple[tuple[re.Pattern[str], ...], ...]]:
    found: dict[str, list[tuple[re.Pattern[str], ...]]] = {}
    for one in {"en": _ENGLISH, "fr": _FRENCH}.get(lang, ()):
        patterns = (rf"(?:{one.word})\Z", rf"(?:{one.before})\Z", one.behind)
        found.setdefault(one.action.value, []).append(tuple(re.compile(each, re.IGNORECASE) for each in patterns))
    return {action: tuple(its) for action, its in found.items()}


def is_otherwise(plain: str, act: re.Match[str], action: Action, lang: str) -> bool:
    """Whether the word of an ``action`` at ``act``, in a text with plain apostrophes and spaces, tells none of its
    kind."""
    start, end = act.span()
    line = plain.rfind("\n", 0, start) + 1
    before = plain[max(line, start - _BEFORE) : start]
    sentence = _ENDS.split(before)[-1]
    return any(
        word.match(act[0]) and has_before.search(sentence) and has_behind.match(plain, end)
        for word, has_before, has_behind in _compiled(lang).get(action.value, ())
    )
