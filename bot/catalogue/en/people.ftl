# Where the base ends: the team, what it answers, what of that becomes an article

team-ask = Ask the team
team-heading = **A question that the base doesn’t answer**
team-asked-in = asked [in this channel]({ $link })
team-asked-in-private = asked in private: only your answer goes back there
team-how = Reply to this message: your answer is passed on, with your name.
team-closest = **The closest passages:**
team-handed-on = 🙋 Your question is with the team. The answer will come here, and you will be notified.
team-handed-on-private = 🙋 Your question is with the team, without your name. The answer will come to your direct messages.
team-joined-open = 🙋 The team has this question already: you will get the answer too.
team-joined-again = You have put this question to the team already. The answer will reach you.
team-joined-too-many = You have put five questions to the team within a day. Try again tomorrow.
team-nobody = On this server there is nobody to put questions to. Those who manage it can choose a channel in /settings.
team-not-in-private = Here the team reads only what is asked in front of everybody. Ask without “private”.
team-forgotten = I no longer remember this question: ask it again.
team-out-of-reach = I can’t write in the team’s channel. Tell those who manage the server: /settings.
team-answer = 💬 { $helper } answers “{ $question }”:
team-answer-of-people = An answer of the team, word for word; it is not from an article.
team-attached = Attachment { $number }
team-passed-on =
    { $count ->
        [one] ✅ Passed on to whoever asked.
       *[other] ✅ Passed on to the { $count } people who asked.
    }
team-undelivered = I couldn’t pass this answer on: whoever asked takes no messages from me, or their channel is closed to me.
team-nobody-waits = Nobody waits for an answer to this question any more.
team-unreadable = Discord doesn’t show me this message. Reply to me with the mention on (“@”), and I will pass it on.

member-answer = answer by { $name }, a member of the server
member-answer-unnamed = answer by a member of the server

answer-menu-add = Add to the base
answer-retitle = Change the title
answer-title-about = The question that this message answers
answer-no-text = This message has no text to add.
answer-my-own = This message is mine. Choose that of the person who answered.
answer-became-article = 📎 This message is quoted on this server from now on as a member’s answer, with a link to it and without your name. You choose:
answer-name-me = Show my name
answer-leave-unnamed = Without my name
answer-take-out = Take it out
answer-named = ✅ Your name stands beside your answers that are quoted on this server.
answer-unnamed = ✅ Your answers that are quoted on this server don’t bear your name.
answer-taken-out = 🗑️ Your message is no longer quoted, nor kept.
answer-gone = This message is no longer quoted.
answer-authors-alone = Only whoever wrote this message can decide that. Those who look after articles can remove it: /remove.

awaited-ask = Tell me
awaited-on = 🔔 When new articles answer this question I will tell you once, in your direct messages. Press again to wait no longer.
awaited-off = You no longer wait for an answer to this question.
awaited-too-many = You wait for 25 answers already. Press a “Tell me” again to give one up.
awaited-answered = 🔔 **The base now answers a question that you asked:**
awaited-answered-there = 🔔 New articles of a server where you asked it now answer “{ $question }”: [ask it there again]({ $link }).

unanswered-name = unanswered
unanswered-description = The questions that went unanswered (for those who look after articles)
unanswered-heading =
    { $groups ->
        [0] No question went unanswered.
        [one] **1 question without an answer**
       *[other] **{ $groups } questions without an answer**, the oldest first
    }
unanswered-line = “{ $question }” · { $times ->
    [one] once
   *[other] { $times } times
}, since { $since }
unanswered-also = also asked: { $questions }
unanswered-now = ✅ the base answers it now
unanswered-more =
    { $count ->
        [one] and 1 other
       *[other] and { $count } others
    }
unanswered-not-kept = Whoever runs Sourcier keeps no questions without an answer (SOURCIER_RETENTION_DAYS=0).

collect-name = collect
collect-description = Add the answers of this channel to the base, one by one (for those who look after articles)
collect-what-name = what
collect-what-description = The pinned messages, or the latest of this channel
collect-what-pinned = the pinned messages
collect-what-latest = the 50 latest messages
collect-closed = Discord doesn’t show me the messages of this channel. Whoever runs me can have me read them (SOURCIER_MESSAGE_CONTENT); “Add to the base”, in the menu of a message, always works.
collect-nothing = There is no message to add here.
collect-no-access = I may not read this channel: I need “View Channel” and “Read Message History”.
collect-which = Message { $number } of { $total }
collect-skip = Skip
collect-stop = Stop
collect-done =
    { $added ->
        [0] No message was added, of { $total }.
        [one] ✅ 1 message added, of { $total }.
       *[other] ✅ { $added } messages added, of { $total }.
    }

answer-unnamed-yet = Its author will be told, and chooses whether to be named; until then it is “a member of the server”.
