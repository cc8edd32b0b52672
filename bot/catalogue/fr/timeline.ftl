# Frises : les événements datés d’un sujet.

timeline-head = { $name } : { $count ->
    [one] 1 événement daté
   *[other] { $count } événements datés
}
timeline-theme-head = Sur « { $theme } », qui n’est pas un nom dans les articles : { $count ->
    [one] 1 événement daté
   *[other] { $count } événements datés
}
timeline-none = Aucun événement daté sur « { $subject } » dans la base{ $period ->
    [yes] {" "}pour ces dates.
   *[other] .
}
timeline-branch = { $name } ({ $count })
timeline-branches = Dont, sur ce qui en dépend : { $branches }{ $others ->
    [0] {""}
   *[other] {" "}et autres ({ $others })
}
timeline-left-out = { $count ->
    [one] 1 autre événement n’est pas montré
   *[other] { $count } autres événements ne sont pas montrés
} : --limit { $total } les montre tous.
timeline-told-more = { $count ->
    [one] raconté 1 autre fois
   *[other] raconté { $count } autres fois
}
timeline-possible = { $count ->
    [one] 1 autre phrase peut en parler
   *[other] { $count } autres phrases peuvent en parler
} : --possible les montre aussi.
timeline-disputed = d’autres articles disent : { $dates }
mark-announced = annoncé
mark-called-off = reporté ou annulé
mark-conditional = au conditionnel
mark-negated = dit inexact
mark-owned = sur { $name }
mark-carried = le nom est dans la phrase d’avant
mark-named-before = le nom est dans la phrase d’avant
mark-named-after = le nom est dans la phrase d’après
mark-topic = l’article en parle
mark-by-article = date de l’article

## L’image

picture-alt = Frise de { $name } : { $count ->
    [one] 1 événement
   *[other] { $count } événements
}, de { $first } à { $last }.
picture-told = rapporté comme fait
picture-more = { $count ->
    [one] 1 autre événement
   *[other] { $count } autres événements
}

## Deux côte à côte

beside-names = { $first } et { $second }
beside-both = les deux
beside-head = { $names }, côte à côte : { $count ->
    [one] 1 événement daté
   *[other] { $count } événements datés
}{ $common ->
    [0] {""}
    [one] , dont 1 en commun
   *[other] , dont { $common } en commun
}

timeline-of-kind = { $heading } · seulement : { $kind }
timeline-kind-purchase = rachats et ventes
timeline-kind-closure = fermetures
timeline-kind-ruling = décisions et procès
timeline-kind-launch = lancements
timeline-kind-figure = chiffres

## La page web

page-skip = Aller aux événements
page-years = Années
page-legend = Ce que disent les points
page-before-our-era = Avant notre ère
page-new-tab = (dans un nouvel onglet)
page-left-out = { $count ->
    [one] 1 autre événement n’est pas sur cette page.
   *[other] { $count } autres événements ne sont pas sur cette page.
}
page-made = Chaque citation est mot pour mot celle de l’article nommé dessous. Choisies et datées par Sourcier, qui n’écrit rien lui-même.
