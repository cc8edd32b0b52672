# /settings

settings-command-name = settings
settings-command-description = How Sourcier answers on this server (for those who manage it)
settings-title = Settings of this server
settings-intro = -# A change holds at once.
settings-refused = Only members who can manage this server may see or change its settings.
settings-stale = This menu is from another time and nothing was changed. Use /settings again.
settings-on = On
settings-off = Off
settings-reset = Back to the defaults

settings-lang = Language
settings-lang-about = In which language Sourcier speaks; quotes stay as they were written.
settings-lang-reader = Each reader’s own
settings-lang-fr = Français
settings-lang-en = English

settings-quotes = Quotes
settings-quotes-about = How many quotes an answer shows at most before “more”.
settings-quotes-count =
    { $count ->
        [one] 1 quote
       *[other] { $count } quotes
    }

settings-private = Private by default
settings-private-about = Whether only whoever asked sees the answer to a command, until they share it.
settings-feedback = Feedback
settings-feedback-about = Whether answers have 👍 and 👎.

settings-channels = Open channels
settings-channels-about = Where Sourcier also answers posts that don’t address it, when the base surely answers them.
settings-channels-none = None: Sourcier speaks when spoken to
settings-channels-closed = Sourcier speaks when spoken to. Whoever runs it can let you open channels where it answers posts too.

settings-roles = Who may re-index
settings-roles-about = Roles that may re-index the articles, besides those who manage the server.
settings-roles-none = Only those who manage the server

settings-team = The team
settings-team-about = The channel where people can put what the base doesn’t answer, and the role to notify there. A role without a channel is notified where the question was asked; without either, nothing offers the team.
settings-team-none = No channel
settings-helpers-none = Nobody is notified
settings-team-closed = Whoever runs me keeps no questions without an answer: they can’t be put to a team.
settings-weak = Also when the answer is uncertain
settings-weak-about = Whether “Ask the team” also stands under what may not answer the question.
