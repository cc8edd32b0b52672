# What people read on Discord.

## The commands, as Discord lists them (names: lower case, at most 32 characters; descriptions: 100)

discord-ask-name = ask
discord-ask-description = Find the sentences of the articles that answer, quoted word for word
discord-ask-question-name = question
discord-ask-question-description = Your question, in English or in French
discord-ask-article-description = Ask only this article
discord-ask-from-description = Only articles from this date on: 2022, 2022-07, July 2022
discord-ask-to-description = Only articles up to this date: 2022, 2022-07, July 2022
discord-ask-private-name = private
discord-ask-private-description = Show the answer to you alone; a button shares it
discord-menu-ask = Ask this
discord-menu-sources = Find sources
discord-sources-name = sources
discord-sources-description = The articles that are searched
discord-sources-search-name = search
discord-sources-search-description = Words of a title, a publisher, a year
discord-article-name = article
discord-article-description = One article: what it is, what it draws on, and its text
discord-article-article-name = article
discord-article-article-description = Type words of its title and choose
discord-help-name = help
discord-help-description = What I can do, and how
discord-status-name = status
discord-status-description = How I am doing, and how many articles I know
discord-about-name = about
discord-about-description = Where the quotes come from, and how to report an error

## /timeline

discord-timeline-name = timeline
discord-timeline-description = The dated events of a company, a product, a person… each quoted and sourced
discord-timeline-subject-name = subject
discord-timeline-subject-description = Whose events: a company, a product, a person, or any words
discord-timeline-with-name = with
discord-timeline-with-description = A second subject beside it, on the same axis
discord-timeline-from-name = from
discord-timeline-from-description = The first date: 2022, 2022-07, July 2022
discord-timeline-to-name = to
discord-timeline-to-description = The last date: 2022, 2022-07, July 2022
discord-timeline-kind-name = kind
discord-timeline-kind-description = Show one kind of event alone: launches, purchases, closures, rulings, figures
discord-timeline-private-description = Show the timeline to you alone
discord-timeline-most-told = The { $shown } most told of { $total } events
discord-timeline-context = Read an event in its article…
discord-timeline-before = ◀ Earlier
discord-timeline-after = Later ▶
discord-timeline-all = All { $total } events
discord-timeline-possible = { $count ->
    [one] 1 more sentence, less sure
   *[other] { $count } more sentences, less sure
}
discord-timeline-most = The { $shown } most told
discord-timeline-page = Web page
discord-timeline-page-here = The timeline as a web page of one file: keep it, publish it, or show it in a frame of another page.

## An answer

discord-question = -# “{ $question }”
discord-understood = -# Understood as: “{ $question }”
discord-ask-alone = Ask as it is
discord-touched = What the base says on this:
discord-weak-touched = This comes closest to it, but may be about something else:
discord-untouched = Nothing in the base supports or touches on this message.
discord-further = More quotes, further down the list:
discord-closest = **The closest passages.** They don’t answer the question:
discord-in-context = In context
discord-source = Source
discord-more = More quotes
discord-show-closest = Closest passages
discord-share = Share
discord-shared-by = -# Shared by { $person }
discord-weak = This comes closest, but may not answer the question:
discord-none = Nothing in the base answers this.
discord-between = -# in articles from { $since } to { $until }
discord-since = -# in articles from { $date } on
discord-until = -# in articles up to { $date }
discord-none-in-period = No article has such a date: try a wider period.
discord-none-hint = -# Try naming a company, a product, a person or a date, or ask in other words.
discord-section = § { $title }
discord-quote-too-long = *The sentence that answers is too long for a Discord message: read it in the article.*
discord-footer =
    { $quotes ->
        [one] 1 quote, word for word
       *[other]
            { $articles ->
                [one] { $quotes } quotes from 1 article · word for word
               *[other] { $quotes } quotes from { $articles } articles · word for word
            }
    }

## An article, the articles

discord-card-publisher = Publisher:
discord-card-date = Date:
discord-card-language = Language:
discord-card-file = File:
discord-card-draws-on = What it draws on
discord-card-more = { $count ->
    [one] and 1 other source
   *[other] and { $count } other sources
}
discord-open = Open
discord-open-at-quote = Open at the quote
discord-read = Read here
discord-page = Page { $page } of { $pages }
discord-page-before = ◀ Before
discord-page-after = After ▶
discord-sources-all = { $count ->
    [0] There is no article yet: whoever runs me can add some.
    [one] **1 article**
   *[other] **{ $count } articles**
}
discord-sources-found = { $count ->
    [0] No article has all the words of “{ $search }”.
    [one] **1 article for “{ $search }”**
   *[other] **{ $count } articles for “{ $search }”**
}

## About, help, status

discord-about-model = Model: { $model }
discord-base-size = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}
discord-base-updated = Last update: { $moment } UTC
discord-status-good = 🟢 All is well.
discord-status-degraded = 🟡 The newest index is damaged; I answer from an older one.
discord-status-missing = 🔴 There is no index yet: I can’t answer.
discord-status-outdated = 🔴 The index was made with another model: I can’t answer.
discord-status-running = The articles are being read again; I go on answering meanwhile.
discord-status-waiting = { $waiting ->
    [0] No question is waiting.
    [one] 1 question is being answered.
   *[other] { $waiting } questions are being answered or waiting.
}
discord-status-latency = Discord answers me in { $milliseconds } ms.
discord-help-ways = Ask with a command, mention me with a question, reply to me or write to me in private. In the menu of any message, under Apps, *Ask this* takes it as a question and *Find sources* looks for what supports it.
discord-help-buttons = **Beneath a quote:** *In context* shows the whole passage and what stands around it, *Source* its article. *More quotes* goes on down the list; *Share* shows everybody what only you can see. The buttons work for ever; a quote that has left the base says so.
discord-help-admins = **For those who manage the server:**

## Instead of an answer

discord-help-asking = Ask me a question in the same message, for example: “When did Amazon Care close?”
discord-said-greeting = Hello! Ask me a question about the articles: I answer by quoting them.
discord-said-thanks = You’re welcome!
discord-said-farewell = Goodbye!
discord-said-noted = Good. Ask another question about the articles whenever you like.
discord-said-doubt = I don’t judge, I quote: each quote stands word for word in its article, which alone answers for it. Under the quote, *In context* and *Source* let you check; 👎 says that the answer was not right.
discord-said-missed = Sorry. Ask again in one sentence, with the name of what it is about: I look for what answers it word for word. *More quotes*, under the answer, shows what came next.
discord-said-who = I am Sourcier, a program: I answer by quoting articles, word for word, with their source, and write nothing myself. Ask me a question, for example: “When did Amazon Care close?”; `/help` tells the rest.
discord-said-language = I quote articles in the language they are written in, without translating. Questions are understood in French and in English. I speak to you in that of your question or of your Discord.
discord-said-shorter = I don’t sum up or reword: I quote. A more precise question finds a more precise sentence. What answers is in bold.
discord-said-source = Each quote is followed by its source: first ask a question about the articles.
discord-said-more = First ask a question about the articles: I then show more quotes for it.
discord-busy = Too many questions are waiting. Please ask again in a moment.
discord-slow = Searching took too long and I gave up. Please ask again in a moment.
discord-stopping = I am about to restart. Please ask again in a minute.
discord-too-soon = You ask faster than I can keep up with. Please go on in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
discord-server-too-soon = Many people ask on this server at once. Please go on in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
discord-no-text = This message has no text to search for.
discord-command-stale = This command has changed since your Discord learnt of it: reload Discord (Ctrl+R) and use it again.
discord-option-odd = One of the options is not of the kind this command takes: choose it again from the list that Discord shows.
discord-button-forged = I don’t know this button. Ask the question again to get new ones.
discord-shared-already = Everybody here can see this already.
discord-feedback-off = Thank you, but this server keeps no votes.
discord-thanks-up = Thank you: your vote is kept, without your name.
discord-thanks-down = Thank you: your vote is kept, without your name. Asking in other words may find more.
discord-unavailable = I can’t search the articles at the moment; whoever runs me can find out why (incident { $incident }).
discord-unexpected = Something went wrong on my side, and it has been noted (incident { $incident }). Please try again.

## What the operator reads on the terminal

discord-token-refused = Discord refused the token: copy it again from the developer portal (Bot > Reset Token) into DISCORD_TOKEN.
discord-unreachable = Discord can’t be reached ({ $reason }): check the network, then start again.
discord-closed = Discord ended the connection for good (code { $code }): check the bot in the developer portal, then start again.
discord-refused = Discord refused to let the bot in (status { $status }): wait a few minutes, then start again.
discord-crashed = The bot stopped on an unexpected error ({ $kind }, incident { $incident }): start again, with SOURCIER_LOG_LEVEL=debug to see the details.

## Refusals that name commands, as they are called here

discord-fault-base-empty = There is no article to search yet: those who look after the articles can add the first with /add.
discord-fault-generation-damaged = Version { $number } of the index is damaged and can’t be used: choose another, or use /reindex.
discord-fault-no-earlier-generation = There is no earlier version of the index to go back to: /status lists those that are kept.
discord-fault-trash-lacks = The trash holds no article called “{ $id }”: /restore lists what can be restored.
discord-fault-article-unknown = No article is called “{ $id }”; the closest is “{ $closest }”. /sources lists them all.
discord-fault-article-unknown-at-all = No article is called “{ $id }”: /sources lists them all.
discord-who-says-so = Who else says so
discord-also = **Other articles that say so:**
