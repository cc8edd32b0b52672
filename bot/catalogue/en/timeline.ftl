# Timelines: dated events about a subject.

timeline-head = { $name }: { $count ->
    [one] 1 dated event
   *[other] { $count } dated events
}
timeline-theme-head = About “{ $theme }”, which is no name in the articles: { $count ->
    [one] 1 dated event
   *[other] { $count } dated events
}
timeline-none = No dated event about “{ $subject }” in the base{ $period ->
    [yes] {" "}for these dates.
   *[other] .
}
timeline-branch = { $name } ({ $count })
timeline-branches = Of these, about what belongs to it: { $branches }{ $others ->
    [0] {""}
   *[other] {" "}and others ({ $others })
}
timeline-left-out = { $count ->
    [one] 1 more event is left out
   *[other] { $count } more events are left out
}: --limit { $total } shows them all.
timeline-told-more = { $count ->
    [one] told 1 more time
   *[other] told { $count } more times
}
timeline-possible = { $count ->
    [one] 1 more sentence may be about it
   *[other] { $count } more sentences may be about it
}: --possible shows them too.
timeline-disputed = other articles say: { $dates }
mark-announced = announced
mark-called-off = put off or called off
mark-conditional = not certain
mark-negated = said to be untrue
mark-owned = about { $name }
mark-carried = the name is in the sentence before
mark-named-before = the name is in the sentence before
mark-named-after = the name is in the next sentence
mark-topic = the article is about it
mark-by-article = the article’s date

## The picture

picture-alt = Timeline of { $name }: { $count ->
    [one] 1 event
   *[other] { $count } events
}, from { $first } to { $last }.
picture-told = told as done
picture-more = { $count ->
    [one] 1 more event
   *[other] { $count } more events
}

## Two side by side

beside-names = { $first } and { $second }
beside-both = both
beside-head = { $names }, side by side: { $count ->
    [one] 1 dated event
   *[other] { $count } dated events
}{ $common ->
    [0] {""}
   *[other] , { $common } in common
}

timeline-of-kind = { $heading } · only: { $kind }
timeline-kind-purchase = purchases and sales
timeline-kind-closure = closures
timeline-kind-ruling = rulings and lawsuits
timeline-kind-launch = launches
timeline-kind-figure = figures

## The web page

page-skip = Skip to the events
page-years = Years
page-legend = What the dots mean
page-before-our-era = Before our era
page-new-tab = (opens in a new tab)
page-left-out = { $count ->
    [one] 1 more event is not on this page.
   *[other] { $count } more events are not on this page.
}
page-made = Each quote is word for word from the article named under it. Chosen and dated by Sourcier, which writes nothing itself.
