# /follow, /unfollow, /following, and the alerts

follow-name = follow
follow-description = Be told when new articles speak of a company, a product, a person, a topic
follow-subject-name = subject
follow-subject-description = Who or what: a company, a product, a person, or any words
follow-where-name = where
follow-where-description = Where alerts go: to your direct messages, or to this channel (for those who manage the server)
follow-where-person = my direct messages
follow-where-channel = this channel
follow-stop = Unfollow { $subject }
follow-done-person =
    { $minutes ->
        [0] When new articles speak of **{ $subject }**, I will quote them in your direct messages.
       *[other] When new articles speak of **{ $subject }**, I will quote them in your direct messages, at most once every { $minutes } min.
    }
follow-done-channel =
    { $minutes ->
        [0] When new articles speak of **{ $subject }**, I will quote them in this channel.
       *[other] When new articles speak of **{ $subject }**, I will quote them in this channel, at most once every { $minutes } min.
    }
follow-already-person = You follow **{ $subject }** already.
follow-already-channel = This channel follows **{ $subject }** already.
follow-what = Say what to follow, or choose a weekly digest of all that is new.
follow-everything = all that is new
follow-digest-name = digest
follow-digest-description = Told together once a week rather than as it comes; without a subject, of all that is new
follow-digest-weekly = weekly
follow-weekly-person = Once a week, I will quote in your direct messages what is new: **{ $subject }**.
follow-weekly-channel = Once a week, I will quote in this channel what is new: **{ $subject }**.
follow-too-many = No more than 25 subjects can be followed in one place. Unfollow one first: /following lists them.
follow-refused = Only members who can manage this server may have a channel follow a subject. You can follow it in your direct messages.
follow-no-permission = I may not write here: I need “View Channel” and “Send Messages”.

unfollow-name = unfollow
unfollow-description = No longer be told about a subject
unfollow-subject-description = The subject you follow
unfollow-done = **{ $subject }** is no longer followed there.
unfollow-gone = That subject is not followed here.
unfollow-refused = Only whoever follows it, or for a channel those who manage the server, can end that.

following-name = following
following-description = The subjects you follow, and those this channel follows
following-none = You follow nothing yet. /follow tells you when new articles speak of a subject.
following-heading =
    { $count ->
        [one] 1 subject followed
       *[other] { $count } subjects followed
    }
following-paused = -#{ $mark } paused, since Discord refused my messages: follow it again to go on
following-stop-person = Unfollow in my direct messages…
following-stop-channel = Unfollow in this channel…

alert-heading =
    { $articles ->
        [one] 🔔 **A new article** speaks of what is followed here.
       *[other] 🔔 **{ $articles } new articles** speak of what is followed here.
    }
alert-more =
    { $count ->
        [one] 1 more new passage: /timeline and /ask show more
       *[other] { $count } more new passages: /timeline and /ask show more
    }
alert-context = Read a passage in its article…
