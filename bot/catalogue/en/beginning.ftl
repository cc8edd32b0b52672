# sourcier init and sourcier doctor.

help-init = Begin: a folder with an article, settings, the token.
help-doctor = Check everything that must be right, and say what to do.
metavar-init-folder = [FOLDER]
help-option-init-yes = Ask nothing; the token comes from DISCORD_TOKEN if it is set.
help-option-init-no-token = Leave the token for later.
help-option-init-token-stdin = Read the token from standard input.
usage-one-token = --no-token and --token-stdin can’t both be given.
init-written = Written: { $path }
init-kept = Kept as it was: { $path }
init-where-token = The token: on https://discord.com/developers/applications, “New Application”, then the page “Bot”, “Reset Token”.
init-token = Token (not shown; Enter leaves it for later):
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

## What the doctor says

help-option-doctor-offline = Ask Discord nothing.
check-outcome = { $bad ->
    [0] { $doubtful ->
        [0] All is well.
        [one] It works; 1 thing deserves a look.
       *[other] It works; { $doubtful } things deserve a look.
    }
    [one] 1 thing does not work.
   *[other] { $bad } things do not work.
}
check-name-python = Python:
check-name-versions = Versions:
check-name-disk = Disk:
check-name-memory = Memory:
check-name-data = Data folder:
check-name-articles = Articles:
check-name-index = Index:
check-name-model = Search:
check-name-reader = Reading:
check-name-store = Milvus:
store-serves = { $place }, version { $version }, finds the candidates of version { $generation } of the index (collection { $collection })
store-lacks = { $place }, version { $version }, is there, but lacks the version of the index that is served: this machine’s own index answers
store-unreachable = { $place } can’t be reached ({ $reason }): this machine’s own index answers
store-tls = { $place } can’t be spoken to over TLS ({ $reason }): this machine’s own index answers
store-token = { $place } does not accept the token ({ $reason }): this machine’s own index answers
store-too-old = { $place } is of version { $version }, which can’t search words: this machine’s own index answers
store-fails = { $place } is there, but does not answer as it should ({ $reason }): this machine’s own index answers
check-store-lacks-todo = Run “sourcier reindex”, which brings it there.
check-store-unreachable-todo = Start the server, and check the host and port in SOURCIER_STORE_URL and the firewall.
check-store-tls-todo = Check the server’s certificate, or write http:// in SOURCIER_STORE_URL where the server does without TLS.
check-store-token-todo = Check SOURCIER_STORE_TOKEN: a token, or name:password, that may read and write the database.
check-store-too-old-todo = Install Milvus 2.4 or newer, or leave SOURCIER_STORE_URL empty.
check-store-fails-todo = Read the server’s log; where it wants TLS, write https:// in SOURCIER_STORE_URL.
check-name-state = What is kept:
check-name-processes = Bots at work:
check-name-network = Discord:
check-name-clock = Clock:
check-name-token = Token:
check-name-intents = Intents:
check-name-commands = Commands:
check-name-servers = Servers:
check-python = { $version } on { $system }
check-versions = { $versions }
check-disk = { $free } MB free
check-disk-low = only { $free } MB free
check-disk-low-todo = Make room, or move the data folder with SOURCIER_DATA_DIR: a new version of the index stands beside the old one.
check-memory = { $free } MB free
check-memory-low = only { $free } MB free
check-memory-low-todo = Stop other programs, or give the machine 1 GB: the bot may be killed while it reads articles.
check-data = { $path } can be written to
check-data-to-come = { $path } will be made at the first start
check-data-unwritable = { $path } can’t be written to
check-data-unwritable-todo = Check its permissions and whose it is, or choose another with SOURCIER_DATA_DIR.
check-data-refused = { $path } can’t be written to: { $reason }
check-data-refused-todo = Check its permissions and the disk, or choose another with SOURCIER_DATA_DIR.
check-articles = { $count ->
    [one] 1 article
   *[other] { $count } articles
} from { $path }
check-articles-missing = the folder { $path } was not found
check-articles-missing-todo = Create it, name the right one with SOURCIER_KNOWLEDGE_DIR, or run “sourcier init”.
check-articles-none = none indexed yet; the folder is { $path }
check-articles-none-todo = Put articles into the folder, then run “sourcier reindex”.
check-articles-refused = { $count ->
    [one] 1 article
   *[other] { $count } articles
}, { $refused ->
    [one] 1 file refused
   *[other] { $refused } files refused
}
check-articles-refused-todo = “sourcier reindex” says why for each.
check-index = version { $number }, { $passages } passages, { $size } MB, whole
check-index-missing = none yet
check-index-missing-todo = Run “sourcier reindex”; the first start does so too.
check-index-degraded = the newest version is damaged, an older one is used
check-index-degraded-todo = Run “sourcier reindex”.
check-index-outdated = made with another model than the one set: no question can be answered
check-index-outdated-todo = Run “sourcier reindex --full”, or set SOURCIER_MODEL back.
check-model = { $model }: a question is looked up in { $seconds } s
check-model-todo = Check SOURCIER_MODEL, or leave it empty for the shipped model.
check-reader = with the first passages read, it is answered in { $seconds } s
check-reader-slow = with the first passages read, it takes { $seconds } s
check-reader-slow-todo = Lower SOURCIER_READING_SECONDS, or set SOURCIER_READER=off: quicker, less sure.
check-reader-off = off: quicker, less sure
check-reader-off-todo = Leave SOURCIER_READER empty for the shipped reader.
check-reader-todo = Check SOURCIER_READER, or install Sourcier again.
check-state-to-come = nothing yet: the database is made at the first start of the bot
check-state-current = the database is whole and up to date
check-state-older = the database is whole; its tables are brought up to date at the next start
check-state-newer = the database was made by a newer Sourcier
check-state-newer-todo = Install that version again: an older one can’t use its tables.
check-state-unusable = the database can’t be used: { $reason }
check-state-unusable-todo = Check SOURCIER_STATE_URL, or put the state.sqlite file of the last backup in its place.
check-processes = { $count ->
    [0] none over this data folder
   *[other] one over this data folder
}
check-processes-several = { $count } different bots over this data folder
check-processes-several-todo = Give each its own SOURCIER_DATA_DIR.
check-network = answers in { $milliseconds } ms{ $proxy ->
    [yes] {" "}through the proxy
   *[other] {""}
}
check-network-todo = Check the network, HTTPS_PROXY or SOURCIER_PROXY, and that the firewall lets discord.com through.
check-clock = right to { $seconds } s
check-clock-off = { $seconds } s off
check-clock-off-todo = Set it by the network (on Debian: timedatectl set-ntp true).
check-token = that of “{ $name }” (application { $id })
check-token-none = none: “sourcier run” opens the console
check-token-none-todo = For a bot on Discord, run “sourcier init”.
check-token-todo = Copy the token again from the developer portal (Bot > Reset Token) into DISCORD_TOKEN, or run “sourcier init”.
check-intents = Message Content is on, as SOURCIER_MESSAGE_CONTENT wants
check-intents-unneeded = none needed
check-intents-lacking = SOURCIER_MESSAGE_CONTENT is set, but Message Content Intent is off
check-intents-lacking-todo = Turn it on in the developer portal, page “Bot”, or unset SOURCIER_MESSAGE_CONTENT.
check-commands = { $count } described to Discord
check-commands-none = none described to Discord yet
check-commands-none-todo = Start the bot, or run “sourcier sync”.
check-servers = { $count ->
    [one] on 1 server
   *[other] on { $count } servers
}, nothing lacking{ $seen ->
    [one] {" "}on the one looked at
   *[other] {" "}on the { $seen } looked at
}
check-servers-none = on none yet
check-servers-none-todo = Let it in: { $link }
check-servers-lacking = “{ $name }”: { $channels }{ $others ->
    [0] {""}
   *[other] {" "}and { $others } more channels
}
check-servers-todo = If members are to use it there, give the bot these permissions in the channel’s settings, or let it in again: { $link }
permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-read-message-history = Read Message History
permission-attach-files = Attach Files
status-lacking = **Where I lack permissions**
status-lacking-more = -# and { $count } more channels
