"""What named things are, in both languages: « le pont des Tanneurs » is a bridge in English, and named Tanneurs.

Such nouns are rarer in the sentences that words were aligned from than in names, which are told by them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Final

from index.entities.book.names import folded

_THINGS: Final = """
    abbaye abbey | accord agreement,accord,deal | aérodrome airfield,aerodrome | aéroport airport | agence agency |
    anse cove | aquarium aquarium | aqueduc aqueduct | archives archive,archives | arène arena |
    association association | atelier workshop,studio | auberge inn,hostel | autoroute motorway,highway |
    avenue avenue | bac ferry | baie bay | bains baths | banque bank | barrage dam,weir | base base |
    basilique basilica | bassin basin,pool,dock | bataille battle | beffroi belfry | bibliothèque library |
    bois wood | boucherie butchery | boulangerie bakery | bourse exchange | brasserie brewery | bureau office,bureau
    | câble cable | caisse fund | camp camp | canal canal | cap cape | caserne barracks,station |
    cathédrale cathedral | cave cave,cellar | centrale plant,station | centre centre,center | chaîne chain,channel |
    chambre chamber | championnat championship | chantier yard,site | chapelle chapel | charte charter |
    château castle | chorale choir | cimetière cemetery,graveyard | cinéma cinema | cirque circus | cité estate,city
    | citadelle citadel | clinique clinic | clocher steeple | cloche bell | club club | collection collection |
    collège college,school | colline hill | comité committee | compagnie company | concours contest,competition |
    conférence conference | conserverie cannery | conservatoire conservatory | coopérative cooperative,co-op |
    coupe cup | cour court,yard | couvent convent | crèche nursery | digue dyke,dike,seawall |
    distillerie distillery | dispensaire dispensary | dock dock | domaine estate | école school | écluse lock |
    écomusée museum | église church | entrepôt warehouse | équipe team,side | escalier stairs,steps | étang pond |
    étable barn | exposition exhibition | fabrique factory,mill | falaise cliff | fédération federation | ferme farm
    | festival festival | fête festival,feast | filature mill | fleuve river | foire fair | fondation foundation |
    fonderie foundry | fontaine fountain | forêt forest | forge forge | fort fort | fosse pit | fournil bakery |
    foyer hostel,home | fresque mural,fresco | fromagerie dairy,creamery | funiculaire funicular | galerie gallery |
    gare station | glacier glacier | golfe gulf | gorge gorge | grange barn | grotte cave | groupe group |
    gymnase gymnasium,gym,hall | halle hall,market | hameau hamlet | hippodrome racecourse | hôpital hospital |
    horloge clock | hospice hospice | hôtel hotel | huilerie mill | île island,isle | imprimerie printworks,press |
    institut institute | jardin garden,gardens | jetée pier,jetty | journal newspaper,journal |
    kiosque bandstand,kiosk | laboratoire laboratory,lab | lac lake | laiterie dairy | lavoir washhouse |
    librairie bookshop | ligne line | ligue league | loi act,law | lotissement estate | lycée school |
    magasin shop,store | mairie hall | maison house,home | manoir manor | manufacture factory,works | marais marsh |
    marathon marathon | marché market | marina marina | maternité maternity | médiathèque library |
    mémorial memorial | métro metro,underground,subway | mine mine | monastère monastery | montagne mountain |
    monument monument | mosquée mosque | moulin mill,windmill,watermill | musée museum | navire ship |
    observatoire observatory | office office | opéra opera | orchestre orchestra | orgue organ |
    orphelinat orphanage | palais palace | parc park | passerelle footbridge | patinoire rink | pêcherie fishery |
    pharmacie pharmacy | phare lighthouse | piscine pool,baths | pisciculture hatchery | place square | plage beach
    | plan plan | plateau plateau | pont bridge | port port,harbour,harbor | poste post | potager garden |
    prieuré priory | prison prison,jail | prix prize,award | programme programme | projet project | quai quay |
    quartier quarter,district | radio radio | raffinerie refinery | refuge refuge,shelter,hut | région region |
    remparts ramparts,walls | réseau network | réserve reserve | résidence residence | restaurant restaurant |
    rive shore,bank | rivière river | route road | rue street | sablière quarry | salle hall | salon fair,show |
    sanatorium sanatorium | scierie sawmill | sentier path,trail | service service | silo silo |
    société society,company | source spring | stade stadium,ground | station station,resort | statue statue |
    studio studio | sucrerie refinery | syndicat union | tannerie tannery | téléphérique cableway,gondola |
    télésiège chairlift | temple temple | terminal terminal | terrain ground,field | théâtre theatre,theater |
    tour tower,tour | tournoi tournament | traité treaty | train train | tramway tram,tramway,streetcar |
    tribunal court | trophée trophy | troupe company | tunnel tunnel | université university |
    usine factory,plant,works | vallée valley | verger orchard | verrerie glassworks | viaduc viaduct |
    vignoble vineyard | village village | villa villa | vigne vine | zoo zoo | chemin railway | croix cross |
    hangar hangar,shed | maison-forte fort | pavillon pavilion | maquette model | péniche barge |
    voilier yacht,sailboat | sous-marin submarine | barque boat | bateau boat | paquebot liner | chalutier trawler |
    ferry ferry | polyptyque polyptych | retable altarpiece | vitrail window | tapisserie tapestry |
    serre greenhouse | pépinière nursery | aciérie steelworks | cimenterie cement | carrière quarry |
    déchetterie tip | décharge landfill,dump | éolienne turbine | crématorium crematorium | cantine canteen |
    gymnase gym | tramway tram | rocade bypass | échangeur interchange | rond-point roundabout
"""
_OTHERS: Final = """
    blé wheat | grain grain,corn | laine wool | soie silk | sel salt | pêcheur fisherman,fishermen |
    tisserand weaver | meunier miller | moine monk | marin sailor | berger shepherd | bergère shepherdess |
    veilleur watchman | veuve widow | haut upper,high | bas lower | grand great,big | petit little,small | vieux old
    | nouveau new | nord north | sud south | est east | ouest west | rouge red | noir black | blanc white |
    vert green | bleu blue | deux two | trois three | quatre four | cinq five | sept seven | premier first |
    dame lady | femme woman
"""
THINGS_OTHERWISE: Final = frozenset(
    "stade base place source cap tour train deal accord agreement service plan project projet programme fund caisse "
    "poste post house maison side yard works home walls steps show salon prix prize cour".split()
)
"""What is more than that as a word, or is no place or thing where a name has it: « le Stade merlois » is a club."""
_AFTER: Final = re.compile(r" (\w+)")
_BEFORE: Final = re.compile(r"(\w+) (?:d(?:e|u|es) (?:la )?|d['’]|de l['’])?\Z")
_LONGEST: Final = 24


@cache
def heads_across(lang: str) -> Mapping[str, frozenset[str]]:
    """For each folded word of ``lang``, "fr" or "en", those that say the same in the other."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for french, english in (*_pairs(_THINGS), *_pairs(_OTHERS)):
        ours, theirs = (french, english) if lang == "fr" else (english, french)
        found[folded(ours)].add(folded(theirs))
    return {word: frozenset(its) for word, its in found.items()}


@cache
def things(lang: str) -> Mapping[str, str]:
    """What a named thing may be, in ``lang``, "fr" or "en": each such word by itself folded."""
    return {folded(one): one for pair in _pairs(_THINGS) for one in [pair[lang == "en"]]}


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    for pair in " ".join(lines.split()).split(" | "):
        french, _, english = pair.partition(" ")
        yield from ((french, one) for one in english.split(","))


def is_anothers(text: str, start: int, end: int, own: Collection[str]) -> bool:
    """Whether the name ``text[start:end]`` is there a part of another's, told by what that is (« école des
    Ormelles », "the Ormelles school"), and which is none of the folded words ``own``, nor one that says the same."""
    after, before = _AFTER.match(text, end), _BEFORE.search(text, max(0, start - _LONGEST), start)
    said = {"en": folded(after[1]) if after else "", "fr": folded(before[1]) if before else ""}
    return any(
        word in things(lang) and word not in own and not heads_across(lang)[word] & set(own)
        for lang, word in said.items()
    )
