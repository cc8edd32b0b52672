# Les dates en toutes lettres ; les mois et les jours viennent des données CLDR.

date-first-of-month = 1er { $month } { $year }
date-season = { $season ->
    [21] printemps
    [22] été
    [23] automne
   *[24] hiver
} { $year }
date-half = { $half ->
    [1] 1er
   *[2] 2e
} semestre { $year }
date-decade = années { $year }
date-century = { $century ->
    [1] Ier
    [2] IIe
    [3] IIIe
    [4] IVe
    [5] Ve
    [6] VIe
    [7] VIIe
    [8] VIIIe
    [9] IXe
    [10] Xe
    [11] XIe
    [12] XIIe
    [13] XIIIe
    [14] XIVe
    [15] XVe
    [16] XVIe
    [17] XVIIe
    [18] XVIIIe
    [19] XIXe
    [20] XXe
    [21] XXIe
   *[other] { $century }e
} siècle
date-before-our-era = { $date } av. J.-C.
date-approximate = vers { $date }
date-uncertain = { $date } (date incertaine)
date-approximate-uncertain = vers { $date } (date incertaine)
date-from-to = { $from } – { $to }
date-since = { $precision ->
    [day] depuis le { $date }
    [month] depuis { $date }
    [year] depuis { $date }
   *[other] { $date } – …
}
date-until = { $precision ->
    [day] jusqu’au { $date }
    [month] jusqu’en { $date }
    [year] jusqu’en { $date }
   *[other] … – { $date }
}
date-by = { $precision ->
    [day] d’ici au { $date }
    [month] d’ici à { $date }
    [year] d’ici à { $date }
   *[other] … – { $date }
}
date-by-end = { $precision ->
    [day] d’ici au { $date }
    [month] d’ici à fin { $date }
    [year] d’ici à fin { $date }
   *[other] … – { $date }
}
date-until-end = { $precision ->
    [day] jusqu’au { $date }
    [month] jusqu’à fin { $date }
    [year] jusqu’à fin { $date }
   *[other] … – { $date }
}
date-until-start = { $precision ->
    [day] jusqu’au { $date }
    [month] jusqu’à début { $date }
    [year] jusqu’à début { $date }
   *[other] … – { $date }
}
date-before = { $precision ->
    [day] avant le { $date }
    [month] avant { $date }
    [year] avant { $date }
   *[other] … – { $date }
}
date-unknown-end = ?
