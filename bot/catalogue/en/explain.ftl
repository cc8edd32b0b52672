## Why this answer

explain-looked = Looked for in { $passages ->
    [one] one passage
   *[other] { $passages } passages
}: “{ $question }”
explain-a-list = A list is asked for: every passage that may tell another item counts.
explain-candidates = What was found, best first:
explain-candidate = { $number }. { $source }{ $shown ->
    [yes] {""} – shown
   *[other] {""}
}
explain-sentence = “{ $text }”
explain-has = Has of the question: { $words }
explain-has-none = Has no word of the question: found by its meaning.
explain-read-clear = Read: it clearly answers.
explain-read-likely = Read: it may well answer.
explain-read-hardly = Read: it hardly answers.
explain-read-no = Read: it does not answer.
explain-unread = Not read: it stood behind those that were, or there was no time.
explain-above = Above the others by { $kinds }.
explain-kind-words = its words
explain-kind-title = its title
explain-kind-meaning = its meaning
explain-figures = Score { $score }, place { $place } before reading{ $answers ->
    [none] {""}
   *[other] , answers { $answers }, certain { $certain }
}: { $parts }
explain-verdict = The verdict is { $verdict ->
    [found] “found”
    [weak] “not certain”
   *[none] “nothing found”
}: { $confidence }, where “found” begins at { $found } and “not certain” at { $weak }.
explain-not-named = The first passage lacks a name or a figure of the question.
explain-rivals = Other passages seem to answer as well as the first.
explain-narrow = The first passage hardly stands out from those behind it.
explain-orders = The question gives orders rather than asks.
explain-personal = The question is of somebody in the conversation.
explain-evidence = What it saw: { $figures }
explain-expected = Expected: “{ $wanted }”
explain-lost-nowhere = Nothing in the base has it: neither an article of that name nor these words.
explain-lost-no-candidate = It is in “{ $article }”. Lost at the start: neither its words nor its meaning come near enough to the question.
explain-lost-candidate = It is in “{ $article }”. Lost among the candidates: place { $place }, too far behind to be looked at closely.
explain-lost-repeated = It is in “{ $article }”. Left out at place { $place }: a passage of “{ $before }” before it says the same or overlaps it.
explain-lost-unread = It is in “{ $article }”, at place { $place }. Lost in the order: it stood behind the passages that are read.
explain-lost-read = It is in “{ $article }”, at place { $place }. Lost in reading: others seem to answer better.
explain-lost-refused = It is in “{ $article }”, at place { $place }. Lost in the verdict: the answer is not sure enough to be shown.
explain-lost-unmarked = It is in “{ $article }”, shown in quote { $place }, but another sentence is marked.
explain-lost-shown = Nothing was lost: it is in “{ $article }”, shown in quote { $place }.
usage-explain-one = --explain takes one question, not --jsonl.
usage-expect-needs-explain = --expect needs --explain.
help-option-explain = Tell why: what was looked for, what spoke for each passage found, what the verdict saw.
help-option-expect = With --explain: an article’s id or title, or words of it, of which it is told where they got lost.
metavar-expect = TEXT
discord-why = Why this answer?
discord-why-figures = The figures behind it are in this file:
discord-why-refused = Only those who look after the articles of this server can look at what is behind an answer.
discord-why-no-question = The question of this answer is not shown in it, so it can’t be looked at again.
