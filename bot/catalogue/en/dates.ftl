# Dates spelled out; months and days come from CLDR data.

date-first-of-month = 1 { $month } { $year }
date-season = { $season ->
    [21] spring
    [22] summer
    [23] autumn
   *[24] winter
} { $year }
date-half = { $half ->
    [1] first
   *[2] second
} half of { $year }
date-decade = { $year }s
date-century = { $century ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
   *[other] { $century }th
} century
date-before-our-era = { $date } BC
date-approximate = about { $date }
date-uncertain = { $date } (uncertain)
date-approximate-uncertain = about { $date } (uncertain)
date-from-to = { $from } – { $to }
date-since = { $precision ->
   *[other] since { $date }
}
date-until = { $precision ->
   *[other] until { $date }
}
date-by = { $precision ->
   *[other] by { $date }
}
date-by-end = { $precision ->
    [day] by { $date }
   *[other] by the end of { $date }
}
date-until-end = { $precision ->
    [day] until { $date }
   *[other] until the end of { $date }
}
date-until-start = { $precision ->
    [day] until { $date }
   *[other] until the start of { $date }
}
date-before = { $precision ->
   *[other] before { $date }
}
date-unknown-end = ?
