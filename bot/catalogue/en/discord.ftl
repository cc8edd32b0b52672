# What people read on Discord.

## The commands, as Discord lists them (names: lower case, at most 32 characters; descriptions: 100)

discord-ask-name = ask
discord-ask-description = Find the sentences of the articles that answer, quoted word for word
discord-ask-question-name = question
discord-ask-question-description = Your question, in English or in French
discord-about-name = about
discord-about-description = Where the quotes come from, and how to report an error

## /timeline

discord-timeline-name = timeline
discord-timeline-description = The dated events of a company, a product, a person… each quoted and sourced
discord-timeline-subject-name = subject
discord-timeline-subject-description = Whose events: a company, a product, a person, or any words
discord-timeline-from-name = from
discord-timeline-from-description = The first date: 2022, 2022-07, July 2022
discord-timeline-to-name = to
discord-timeline-to-description = The last date: 2022, 2022-07, July 2022
discord-timeline-most-told = The { $shown } most told of { $total } events
discord-timeline-page = Page { $page } of { $pages }
discord-timeline-before = ◀ Earlier
discord-timeline-after = Later ▶
discord-timeline-all = All { $total } events
discord-timeline-most = The { $shown } most told

## An answer

discord-question = -# “{ $question }”
discord-weak = This comes closest, but may not answer the question:
discord-none = Nothing in the base answers this.
discord-none-hint = -# Try naming a company, a product, a person or a date, or ask in other words.
discord-section = § { $title }
discord-language = in { $language }
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

## Instead of an answer

discord-help = Ask me a question in the same message, for example: “When did Amazon Care close?”
discord-busy = Too many questions are waiting. Please ask again in a moment.
discord-slow = Searching took too long and I gave up. Please ask again in a moment.
discord-stopping = I am about to restart. Please ask again in a minute.
discord-no-embeds = I have the answer, but I am not allowed to show it here: an admin must grant me the “Embed Links” permission. Meanwhile, /ask works.
discord-unavailable = I can’t search the articles at the moment; whoever runs me can find out why (incident { $incident }).
discord-unexpected = Something went wrong on my side, and it has been noted (incident { $incident }). Please try again.

## What the operator reads on the terminal

discord-token-refused = Discord refused the token: copy it again from the developer portal (Bot > Reset Token) into DISCORD_TOKEN.
discord-unreachable = Discord can’t be reached ({ $reason }): check the network, then start again.
discord-closed = Discord ended the connection for good (code { $code }): check the bot in the developer portal, then start again.
discord-refused = Discord refused to let the bot in (status { $status }): wait a few minutes, then start again.
discord-crashed = The bot stopped on an unexpected error ({ $kind }, incident { $incident }): start again, with SOURCIER_LOG_LEVEL=debug to see the details.
