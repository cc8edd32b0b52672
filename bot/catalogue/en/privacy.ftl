# /privacy and /forget-me

privacy-name = privacy
privacy-description = What Sourcier keeps, for how long, and how to have it forgotten
privacy-text =
    { "" }**What I keep**
    - Questions: never who asked. { $days ->
        [0] Questions that nothing in the base answers are not kept either.
       *[other] Those that nothing in the base answers are kept for { $days } days, so that articles can be added.
    }
    - Your last question in a channel: for ten minutes, in memory only, with the sentence that answered it, so that the next one can follow it.
    - Follows: the subject, and your Discord id or the channel’s, until /unfollow.
    - 👍 and 👎: the answer, with a pseudonym instead of your name, for { $days } days.
    - What admins do (settings, re-indexing, follows of channels): their Discord id, what, when and the result, for { $days } days.
    - Settings of servers, with the ids of channels and roles.
    - What you put to the team, or want to be told of: the question, your Discord id and where you asked, for { $days } days.
    - A message of yours that was added to the articles: its text, date and link, your Discord id, and your name only if you chose so; until you or an admin take it out.
    - Messages that admins look at before they make articles of them, and files likewise: a quarter of an hour, in memory only.
    - Articles that admins add on a server: until they remove them (30 days in the trash unless the operator chose otherwise), or so long after I left it.
    I keep no other messages and names, and no member lists. The log has no questions and no names.
privacy-yours =
    { $follows ->
        [0] **Of you** I keep { $traces ->
            [0] nothing.
            [one] 1 act or vote. /forget-me removes it.
           *[other] { $traces } acts or votes. /forget-me removes them.
        }
       *[other] **Of you** I keep { $follows ->
            [one] 1 follow
           *[other] { $follows } follows
        } and { $traces ->
            [0] nothing else.
            [one] 1 act or vote.
           *[other] { $traces } acts or votes.
        } /forget-me removes all of it.
    }

privacy-people =
    Also kept of you: { $waits ->
        [one] 1 question whose answer you wait for
       *[other] { $waits } questions whose answer you wait for
    }, { $articles ->
        [one] 1 message quoted as a member’s answer.
       *[other] { $articles } messages quoted as a member’s answer.
    } /forget-me removes that too.

forget-name = forget-me
forget-description = Remove what Sourcier keeps of you
forget-question = This ends what you follow in your direct messages and what you wait for, takes your messages out of the articles, and your id out of everything else: votes, the log of what admins did, follows of channels. It can’t be undone.
forget-button = Forget me
forget-people =
    You no longer wait for { $waits ->
        [one] 1 answer
       *[other] { $waits } answers
    }, and { $articles ->
        [one] 1 message is no longer quoted.
       *[other] { $articles } messages are no longer quoted.
    }
forget-done =
    { $follows ->
        [0] Done: { $traces ->
            [0] there was nothing to forget.
            [one] 1 act or vote no longer leads to you.
           *[other] { $traces } acts or votes no longer lead to you.
        }
       *[other] Done: { $follows ->
            [one] 1 follow
           *[other] { $follows } follows
        } ended{ $traces ->
            [0] .
            [one] , and 1 act or vote no longer leads to you.
           *[other] , and { $traces } acts or votes no longer lead to you.
        }
    }
