# What is typed in the console, and what it answers besides quotes.

## Words for its commands, with or without a slash (those of the other language are understood too)

console-names-ask = ask
console-names-timeline = timeline, chronology
console-names-sources = sources, articles, list
console-names-article = article, read
console-names-more = more, next
console-names-context = context
console-names-why = why
console-names-about = about
console-names-status = status
console-names-reindex = reindex
console-names-help = help, ?
console-names-quit = quit, exit, bye, q

## Its help

console-help-more = /more – the quotes further down the list
console-help-context = /context [N] – what stands around quote N in its article
console-help-why = /why – how sure the last answer is, and what it rests on
console-help-bare = The slash may be left out.

## Answers

console-said-greeting = Hello! Ask me a question about the articles; /help lists the commands.
console-said-thanks = You’re welcome!
console-said-farewell = Goodbye! /quit or Ctrl-D leaves.
console-said-noted = Good. Ask another question about the articles whenever you like.
console-said-doubt = I don’t judge, I quote: each quote stands word for word in its article, which alone answers for it. /context shows what surrounds it, /why how sure the answer is.
console-said-missed = Sorry. Ask again in one sentence, with the name of what it is about: I look for what answers it word for word. /more shows what came next.
console-said-who = I am Sourcier, a program: I answer by quoting articles, word for word, with their source, and write nothing myself. Ask a question; /help lists the commands.
console-said-language = I quote articles in the language they are written in, without translating. Questions are understood in French and in English. SOURCIER_LANG chooses the one I speak to you in.
console-said-shorter = I don’t sum up or reword: I quote. A more precise question finds a more precise sentence. What answers is marked.
console-said-source = Each quote is followed by its source: first ask a question about the articles.
console-said-more = First ask a question about the articles: I then show more quotes for it.
console-sources-none = No article has all the words of “{ $search }” in its title, publisher, date or file: /sources lists them all.
sources-none = No article has all the words of “{ $search }” in its title, publisher, date or file: “sourcier sources” lists them all.
console-nothing-asked = Ask a question first: /more, /context and /why are about the last answer.
console-no-more = There are no more quotes for this question: ask it in other words.
console-no-quote = The last answer has { $count ->
    [0] no quote: /more shows the closest passages
    [one] 1 quote: /context shows what stands around it
   *[other] { $count } quotes: write a number from 1 to { $count }
}.
console-further = Further down the list:
console-closest = The closest passages; they don’t answer the question:
date-understood = “{ $written }” was understood as { $date }.
way-on-closest = Closest article: “{ $title }” (sourcier article { $id })
way-on-sources = What there is: “sourcier sources”. Ask in other words, or ask those who look after the articles.
console-way-on-closest = Closest article: “{ $title }” (/article { $id })
console-way-on-sources = What there is: /sources; the closest passages: /more. Ask in other words, or ask those who look after the articles.

## Why

why-found = Found: of a hundred answers this sure, about { $percent } are right.
why-weak = Not certain: of a hundred answers this sure, about { $percent } are right.
why-none = Nothing found: of a hundred such questions, about { $percent } have their answer in the base.
why-answer = What answers: “{ $text }”
why-sentence = The sentence that answers: “{ $text }”
why-words = Words of the question in quote { $number }: { $words }
why-no-words = Quote { $number } shares no word with the question: it was found by its meaning.
why-lacking = Not in it: { $words }

## Refusals that name commands, as they are called here

console-fault-base-empty = There is no article to search yet: put some into the articles folder (.md, .txt, .html, .pdf, .docx…), then type /reindex.
console-fault-generation-damaged = Version { $number } of the index is damaged and can’t be used: type /reindex.
console-fault-no-generation = There is no index yet: type /reindex.
console-fault-article-unknown = No article is called “{ $id }”; the closest is “{ $closest }” (list: /sources).
console-fault-article-unknown-at-all = No article is called “{ $id }”: /sources lists them.
console-fault-model-changed = The index was made with the model { $made-with }, but the setting asks for { $wanted }: leave and run “sourcier reindex --full”, or set SOURCIER_MODEL back.
console-usage-id-missing = The article’s id is missing: /sources lists them.
console-health-degraded = degraded: the newest version of the index is damaged, an older one is used; type /reindex
console-health-missing = no index yet: type /reindex
