# sourcier init and sourcier doctor.

help-init = Begin: a folder with a first article, settings and the bot’s token.
help-doctor = Check everything that must be right, and say what to do.
metavar-init-folder = [FOLDER]
help-option-init-yes = Ask nothing; the token comes from DISCORD_TOKEN if it is set.
help-option-init-no-token = Leave the token for later.
help-option-init-token-stdin = Read the token from standard input.
usage-one-token = --no-token and --token-stdin can’t both be given.
init-written = Written: { $path }
init-kept = Kept as it was: { $path }
init-where-token = The token: on https://discord.com/developers/applications, “New Application”, then the page “Bot”, “Reset Token”.
init-token = Token (not shown; Enter leaves it for later)
init-token-kept = The token is in { $path }, which only you can read.
init-unchecked = The token was not checked: “sourcier doctor” does so later.
init-application = The token is that of “{ $name }” (application { $id }).
init-intent-on = Message Content Intent: on. It is only needed for channels where every post is answered (SOURCIER_MESSAGE_CONTENT=yes).
init-intent-off = Message Content Intent: off, which is fine: commands, mentions and private messages need none.
init-intent-needed = Message Content Intent: off, but SOURCIER_MESSAGE_CONTENT asks for it: turn it on in the developer portal, page “Bot”.
init-invite = Let it into a server that you manage: { $link }
init-next = What next:
init-next-run = sourcier run – starts the bot; then type /ask on Discord
init-next-console = sourcier run – opens a console where you can ask
init-next-articles = put your articles into the articles folder, then: sourcier reindex
init-next-token = sourcier init – again, when you have a token for Discord
init-next-doctor = sourcier doctor – when something does not work
