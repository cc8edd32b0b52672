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
