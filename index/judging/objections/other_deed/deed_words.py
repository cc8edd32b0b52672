"""The words that tell a deed, in either language, beside those that have a contrary
(:mod:`index.judging.objections.other_deed.contraries`): whoever asks for one is not answered by another."""

from __future__ import annotations

from typing import Final

OTHER_DEEDS: Final = (
    {
        "fr": "gagner gagne gagnant remporter remporte victoire vainqueur battre battu bat emporter champion titre"
        " dominer sacrer",
        "en": "win won winner victory beat beaten champion title defeat",
    },
    {"fr": "perdre perdu perd défaite battu", "en": "lose lost loser defeat beaten beat"},
    {"fr": "reléguer relégation descendre descend", "en": "relegate relegation demote"},
    {"fr": "promouvoir promu promotion", "en": "promote promotion"},
    {
        "fr": "voler volé vol voleur dérober cambriolage cambrioleur",
        "en": "steal stole stolen theft thief thieves robbery robber burglary burglar",
    },
    {"fr": "brûler incendie incendier", "en": "burn burned burnt fire blaze"},
    {"fr": "fusionner fusion absorber", "en": "merge merger"},
    {"fr": "rebaptiser renommer", "en": "rename renamed"},
    {"fr": "annuler annulation", "en": "cancel cancelled cancellation scrapped"},
    {"fr": "peindre peint peinte peintre tableau signature", "en": "paint painter signature"},
    {"fr": "concevoir conçu dessiner architecte", "en": "design designer architect"},
    {"fr": "sculpter sculpté sculpteur", "en": "sculpt sculptor carve"},
    {"fr": "écrire écrit auteur autrice rédiger", "en": "write wrote written author"},
    {"fr": "vendre vend vendu vente céder", "en": "sell sold sale"},
    {
        "fr": "acheter achat racheter rachat acquérir acquisition",
        "en": "buy bought purchase acquire acquisition",
    },
    {"fr": "arrêter arrestation interpeller", "en": "arrest arrested"},
    {"fr": "blesser blessure blessé", "en": "injure injury hurt"},
    {"fr": "découvrir découverte trouver trouvé", "en": "discover discovery find found"},
    {"fr": "tuer tué assassiner meurtre", "en": "kill killed murder"},
    {"fr": "proposer proposition", "en": "propose proposal suggest"},
    {
        "fr": "démissionner démission quitter départ partir partira parti partie retirer retrait retraite",
        "en": "resign resignation quit leave left depart departure retire retirement withdraw withdrew step stepped",
    },
    {"fr": "enterrer enterrement inhumer obsèques tombe cimetière", "en": "bury buried burial grave cemetery funeral"},
    {"fr": "restaurer restauration restaurateur restauratrice", "en": "restore restoration restorer"},
    {"fr": "chanter chante chanson chanteur chanteuse", "en": "sing sang sung singer song"},
    {"fr": "exposer exposition accrocher", "en": "exhibit exhibition exhibited show showed shown display"},
    {"fr": "abattre abattu tirer tir", "en": "shoot shot"},
    {"fr": "relâcher lâcher lâchée réintroduire", "en": "release released free freed reintroduce"},
    {
        "fr": "succéder succession remplacer remplaçant reprendre repris suite successeur",
        "en": "succeed successor replace replacement",
    },
    {"fr": "élire élu élue élection", "en": "elect elected election vote voted"},
    {"fr": "traduire traduit traduction traducteur traductrice", "en": "translate translation translator"},
    {"fr": "composer compositeur musique", "en": "compose composer music"},
    {"fr": "cacher caché dissimuler", "en": "hide hid hidden conceal"},
    {"fr": "muter mutation affecter affectation", "en": "transfer transferred posting"},
    {"fr": "couler coulé sombrer naufrage", "en": "sink sank sunk wreck"},
    {
        "fr": "faillite liquider liquidation liquidateur insolvable insolvabilité banqueroute",
        "en": "bankrupt bankruptcy insolvent insolvency receivership liquidation liquidator",
    },
    {"fr": "inspecter étudier études diplômer diplômé interne internat", "en": "study studied degree trained graduate"},
)
"""Deeds that have no contrary here, by language."""
OF_SUMS: Final = (
    {
        "fr": "salaire gagner rémunération rémunérer",
        "en": "earn earned salary wage wages stipend",
    },
    {"fr": "accorder allouer indemnité indemniser dommages", "en": "award awarded grant granted damages compensation"},
    {"fr": "rembourser remboursement rendre rendu", "en": "repay repaid refund back return"},
    {
        "fr": "réclamer réclamation vouloir veut voulait demander exiger",
        "en": "want wanted claim claimed demand demanded",
    },
    {"fr": "amende sanction infliger", "en": "fine fined penalty"},
    {"fr": "loyer louer location locataire", "en": "rent rental lease tenant"},
    {"fr": "billet place entrée ticket tarif abonnement", "en": "ticket admission seat fare"},
    {"fr": "emprunter emprunt prêt prêter", "en": "borrow borrowed loan lend lent"},
    {"fr": "voler volé dérober détourner détourné", "en": "steal stole stolen embezzle embezzled"},
)
"""What a sum or a number is of, by language: nobody who asks for the rent asks for the price."""
SAID_OTHERWISE: Final = frozenset(
    "commencer finir augmenter baisser accepter refuser soutenir opposer découvrir proposer tuer".split()
)
"""The first words of deeds that a text tells in many other words: that none of these stand there says nothing."""
CALLED_SO: Final = frozenset(
    "arrêter condamner couler salaire accorder élire enterrer chanter composer épouser divorcer".split()
)
"""...and of those for which there are hardly any other words: where none of these stand, they are not told."""
OF_PEOPLE_COUNTED: Final = frozenset("embaucher licencier".split())
"""...and of those that are counted by whom they befall: who asks how many were dismissed asks for no others."""
FALSELY_ASKED: Final = {
    "mourir": frozenset("mourir tuer enterrer".split()),
    "démissionner": frozenset("démissionner licencier succéder".split()),
    "faillite": frozenset(("faillite",)),
}
"""...and of those of which it is asked when or why although they never befell whoever is named, with all in which they
may be told."""
