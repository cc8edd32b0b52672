# The command line and the console.

## Help

help-usage = Usage:
help-commands = Commands
help-options = Options
metavar-subcommand = COMMAND [ARGS]...
metavar-kind = KIND
metavar-subject = SUBJECT
metavar-file = FILE
help-help = Show this help.
help-help-all = Show this help with the settings too.
help-more-commands = More: { $names }.
help-where-settings = Help on one: sourcier COMMAND --help. The settings: sourcier --help-all.
help-sourcier = Quote the sentences of a folder of articles that answer, with their sources.
help-run = Start the Discord bot if it has a token, else a console here.
help-bot = Start the Discord bot.
help-sync = Tell Discord the commands again (the bot does it itself).
help-ask = Quote, word for word, the passages that answer QUESTION.
help-timeline = Show the dated events of SUBJECT.
help-sources = List the articles, or those that have WORDS in their title.
help-article = Show one article whole.
help-reindex = Read what changed in the articles folder.
help-unanswered = List the questions that went unanswered on Discord.
help-status = Show the state of the index and its earlier versions.
help-rollback = Go back to version N of the index, or to the one before.
help-export-vectors = Write what the model made of the passages into FILE, for another machine to take.
help-import-vectors = Take the vectors in FILE, so that the next re-index need not encode them.
metavar-vectors-file = FILE
usage-vectors-file-missing = The file is missing: write its path.
help-publish = Lay out the index that is served in FOLDER, for other machines to mirror.
help-mirror = Take the index that is published in FOLDER, check it and serve it; a running bot follows.
metavar-published-folder = FOLDER
usage-published-folder-missing = The folder is missing: write the path of the published one.
help-add = Add FILE, or a page by its address, to the articles.
help-remove = Take an article out; it can be restored.
help-restore = Bring a removed article back; without ID, list them.
help-feeds = List the feeds that articles come from by themselves, and how they are doing.
help-option-add-title = Its title (default: what the file says, else the file’s name).
help-option-add-date = Its date: 2022, 2022-07 or 2022-07-21.
help-option-add-publisher = Who published it.
help-option-add-url = Where it can be read on the web.
help-option-add-lang = Its language (default: detected).
help-option-dry-run = Show how it is read, and write nothing.
help-option-feeds-now = Look at all of them now.
help-option-add-sitemap = Add the pages that the sitemap at ADDRESS lists; broken off, it goes on where it was.
help-option-add-since = Of a sitemap, only the pages that changed since DATE, and those that don’t say when they did.
metavar-add-file = FILE
metavar-sources-search = [WORDS]
metavar-add-title = TEXT
metavar-add-date = DATE
metavar-add-publisher = NAME
metavar-add-url = ADDRESS
usage-file-to-add-missing = The file to add is missing: write its path.
help-eval = Measure the search on labelled questions (JSON lines).
help-dates = Find the dates in texts given as JSON lines.
help-option-json = Print JSON.
help-option-jsonl = Answer the JSON lines of standard input, one line each, in order.
help-option-limit = How many quotes at most (default: { $default }); a list shows up to eight.
help-option-ask-lang = The language the question is read in (default: detected).
help-option-full = Read every article again, even unchanged.
help-option-with = A second subject beside it, on one axis.
help-option-from = The first date to show: 2022, “July 2022”.
help-option-to = The last date to show.
help-option-kind = purchase, closure, ruling, launch or figure.
help-option-png = Draw the timeline into this file too.
help-option-dark = With --png: light words on a dark card.
help-option-html = Write it as a web page to publish too.
help-option-timeline-limit = At most so many events (as text: { $default }).
help-option-csv = Print CSV, a line a quote.
help-option-timelinejs = Print the JSON that TimelineJS reads.
help-option-possible = Also events that may be the subject’s.
help-option-named-only = Only events told with the subject’s name.
usage-same-subject = --with asks for another subject: “{ $subject }” was given twice.
usage-one-reach = --named-only and --possible can’t both be given.
usage-one-format = Only one of --json, --csv and --timelinejs can be given.
file-unwritable = { $path } can’t be written: { $reason }.
help-option-pairs = Measure the reader instead, on pairs of passages that differ in one sentence (JSON lines).
help-option-timelines = Measure timelines instead, on gold ones (JSON lines).
usage-pairs-alone = --pairs measures the reader alone: leave out the file, --topics, --reliability and --timelines.
usage-timelines-alone = --timelines is given without a file of questions, --topics or --reliability.
help-option-topics = Only these topics, separated by commas; questions without an answer are always asked.
help-option-errors = List each question that went wrong: what came first, what is right, and what made their scores.
help-option-reliability = Draw how far confidences can be believed into this PNG file.
help-setting-knowledge-dir = The folder of articles.
help-setting-data-dir = The folder of the index and of all that is kept.
help-setting-model = A sentence-transformers name or folder; empty for the shipped model.
help-setting-reader = Who reads the first passages: empty for the shipped reader, off for nobody, or a folder or a cross-encoder’s name.
help-setting-reading-seconds = How many seconds reading may add to an answer.
help-setting-lang = The language Sourcier speaks; empty for the system’s.
help-setting-log-level = From which level log lines are shown.
help-setting-health-address = Where the bot tells its health and metrics over HTTP; empty for nowhere.
help-setting-log-format = Whether log lines are text or json.
help-setting-max-article-mb = The largest article file that is read, in megabytes.
help-setting-questions-per-minute = How often one person may ask a minute on Discord; 0 for no limit.
help-setting-server-questions-per-minute = The same for all members of a server together.
help-setting-watch = Whether a changed articles folder is re-indexed by itself (run and bot).
help-setting-kept-generations = How many versions of the index are kept to go back to.
help-setting-mirror = The folder in which another machine publishes its index, for this one to follow (run and bot); empty for an index of its own.
help-setting-retention-days = For how many days questions and acts are kept.
help-setting-alert-minutes = The minutes between two alerts of /follow in one place.
help-setting-message-content = Whether Discord hands over all messages (yes or no).
help-setting-shard-count = Into how many shards the servers are divided.
help-setting-shard-ids = Which shards this process serves, such as 0-3.
help-setting-add-by-url = Whether articles can be added by their address on the web.
help-setting-admins = The numbers of the people on Discord who may change the articles that all servers share; with none, the owners of the application.
help-setting-trash-days = How many days a removed article can be restored.
help-setting-discord-token = The token of your Discord bot, from the “Bot” page of the developer portal. Keep it secret.
help-setting-state-url = Where settings, follows and the log are kept: an SQLAlchemy address. Default: state.sqlite in the data folder.
help-setting-index-url = The PostgreSQL database in which the index is published for other machines, and read by them; empty for none.
help-setting-store-url = The Milvus server that finds candidates for a large base; empty for this machine’s own index.
help-setting-store-token = The token, or name:password, of that server. Keep it secret.
help-setting-proxy = The HTTP proxy that Discord is reached through. Default: what HTTPS_PROXY names.
help-setting-article-days = How many days after their date articles stay in the index (0: for ever).
metavar-knowledge-dir = FOLDER
metavar-data-dir = FOLDER
metavar-model = NAME
metavar-reader = NAME
metavar-reading-seconds = SECONDS
metavar-lang = fr|en
metavar-log-level = LEVEL
metavar-health-address = HOST:PORT
metavar-log-format = text|json
metavar-max-article-mb = MB
metavar-questions-per-minute = N
metavar-server-questions-per-minute = N
metavar-watch = 1|0
metavar-kept-generations = N
metavar-mirror = FOLDER
metavar-retention-days = DAYS
metavar-alert-minutes = MINUTES
metavar-message-content = yes|no
metavar-shard-count = N
metavar-shard-ids = NUMBERS
metavar-add-by-url = 1|0
metavar-admins = NUMBERS
metavar-trash-days = DAYS
metavar-article-days = DAYS

## Wrong usage

usage-hint = See “{ $command }”.
usage-wrong = The command is not used that way.
usage-too-many = “{ $text }” is too much; put a text of several words between quotes.
usage-question-missing = The question is missing: write it between quotes.
usage-id-missing = The article’s id is missing: “sourcier sources” lists them.
usage-sitemap-alone = --sitemap adds many pages as they are: give neither a file nor details beside it.
usage-since-what = --since goes with --sitemap.
usage-jsonl-question = With --jsonl the questions come from standard input: leave the question out.
usage-not-a-count = { $option }: “{ $value }” can’t be used; a whole number, { $least } or more, is needed.
usage-not-a-choice = { $option }: “{ $value }” can’t be used; allowed: { $choices }.
usage-no-such-file = The file { $path } was not found.
usage-file-missing = The file of labelled questions is missing.
usage-unknown-option = The option { $option } does not exist.
usage-unknown-option-close = The option { $option } does not exist; the closest is { $closest }.
usage-unknown-command = The command “{ $command }” does not exist; there are: { $commands }.
usage-unknown-command-close = The command “{ $command }” does not exist; did you mean “{ $closest }”? There are: { $commands }.
usage-option-value = The option { $option } is not used that way: it takes a value, or none if it is a switch.

## Settings

setting-bad = { $name }: “{ $value }” can’t be used; allowed: { $allowed }.
setting-bad-secret = { $name }: this value can’t be used; allowed: { $allowed }.
setting-allows-discord-token = the bot’s token, as Discord’s developer portal shows it
setting-allows-knowledge-dir = the path of a folder
setting-allows-data-dir = the path of a folder
setting-allows-model = a sentence-transformers name or folder, or nothing for the shipped model
setting-allows-reader = a reader’s folder, a cross-encoder’s name or folder, off, or nothing for the shipped reader
setting-allows-reading-seconds = a number of seconds from 0 to 60
setting-allows-lang = fr or en, or nothing for the system’s language
setting-allows-log-level = debug, info, warning or error
setting-allows-health-address = a port such as 9464, or a host and a port such as 127.0.0.1:9464
setting-allows-log-format = text or json
setting-allows-max-article-mb = a number above 0, up to 1024
setting-allows-questions-per-minute = a whole number from 0 to 10000
setting-allows-server-questions-per-minute = a whole number from 0 to 100000
setting-allows-watch = 1 or 0
setting-allows-kept-generations = a whole number from 1 to 1000
setting-allows-mirror = the path of a published folder, or nothing
setting-allows-state-url = a SQLAlchemy address, or nothing for a file in the data folder
setting-allows-index-url = the address of a PostgreSQL database such as postgresql+psycopg://name:password@host/database, or nothing
setting-allows-store-url = the address of a Milvus server such as http://milvus.example:19530, or the path of a .db file, or nothing
setting-allows-store-token = the token of the Milvus server, or nothing
setting-allows-proxy = the address of an HTTP proxy, such as http://proxy.example:3128
setting-allows-retention-days = a whole number from 0 to 3650
setting-allows-alert-minutes = a whole number from 0 to 10080
setting-allows-message-content = yes or no
setting-allows-shard-count = a whole number from 1 to 16384, or nothing
setting-allows-shard-ids = numbers below SOURCIER_SHARD_COUNT, such as 0-3 or 0,2, or nothing
setting-allows-add-by-url = 1 or 0
setting-allows-admins = numbers of people on Discord, separated by commas (right-click a name, Copy User ID)
setting-allows-trash-days = a whole number from 1 to 36500
setting-allows-article-days = a whole number from 0 to 36500
setting-unknown = { $name } is not a setting and is ignored; did you mean { $closest }?
setting-broken-line = .env, line { $line }: this is not NAME=value; the line is ignored.
setting-unreadable-dotenv = { $path } can’t be read as UTF-8 text: correct its permissions or its contents, or remove it.

## Failures

unexpected = Something unexpected went wrong ({ $kind }); set SOURCIER_LOG_LEVEL=debug to see the details.
sync-done =
    { $count ->
        [one] 1 command described to Discord.
       *[other] { $count } commands described to Discord.
    }
state-unusable = What Sourcier remembers can’t be opened ({ $reason }): check SOURCIER_STATE_URL, or the state.sqlite file in the data folder.
bot-already-running = Another process already serves this bot over the data folder { $path }: stop it first, or give each its own SOURCIER_SHARD_IDS.
token-missing = No Discord token is set: put it in DISCORD_TOKEN, or run “sourcier run” for the console.
health-address-taken = The address { $address } for health and metrics can’t be used ({ $reason }): choose another with SOURCIER_HEALTH_ADDRESS.
jsonl-bad-line = line { $line }: { $problem }
jsonl-not-json = this is not JSON in UTF-8
jsonl-not-an-object = this is not a JSON object with "id" and "question"
jsonl-no-question = there is no "question" that is a text
jsonl-unknown-lang = "lang" must be "fr" or "en", or be left out
jsonl-unknown-after = "after" must be the "id" of a line before this one that was answered
jsonl-no-text = there is no "text" that is a string
jsonl-bad-reference = "reference" must be a date such as 2022-08, or absent

## Answers

verdict-weak = Not certain: these passages come close to the question without clearly answering it.
understood-as = Understood as: { $question }
verdict-none = Nothing in the base answers this question.
in-language = in { $language }
drawn-from = After { $names }{ $others ->
    [0] {""}
    [one] {" "}and { $others } other source
   *[other] {" "}and { $others } other sources
}
sources-count =
    { $count ->
        [one] 1 article
       *[other] { $count } articles
    }

## Re-index and status

progress-fetch = Fetching { $total ->
    [one] 1 page
   *[other] { $total } pages
}
progress-read = Reading { $total ->
    [one] 1 file
   *[other] { $total } files
}
progress-encode = Taking in { $total ->
    [one] 1 passage
   *[other] { $total } passages
}
progress-left = left:
progress-so-far = { $said }, { $left }
minutes-left = { $minutes ->
    [one] about a minute left
   *[other] about { $minutes } minutes left
}
progress-write = Writing the index
report-head = The index is ready (version { $generation }): { $passages } passages, { $embedded } of them read anew, in { $seconds } s.
report-nothing = Nothing has changed: the index stays as it is (version { $generation }), with { $passages } passages ({ $seconds } s).
report-added = Added ({ $count }): { $ids }
report-updated = Updated ({ $count }): { $ids }
report-removed = Removed ({ $count }): { $ids }
report-and-more = { $ids } and { $count } more
report-unchanged = Unchanged: { $count }
report-rejected = Refused: { $count }
status-health = State:
status-generation = Version of the index:
status-no-generation = none yet
status-articles = Articles:
status-passages = Passages:
status-rejected = Refused files:
status-size = Size of the index:
status-model = Model:
status-dimensions = Dimensions:
status-kept = Versions kept:
generation-line = { $number }: { $created }, { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
} ({ $maker })
generation-served = ← served
status-running = Re-index under way: { $stage } ({ $maker }, since { $since })
stage-fetch = { $done } of { $total } pages fetched
stage-read = { $done } of { $total } files read
stage-encode = { $done } of { $total } passages taken in
stage-write = writing the index
made-by-start = first start
made-by-shell = command line
made-by-console = console
made-by-watch = changed folder
made-by-signal = SIGHUP
made-by-discord = Discord
rollback-done = Version { $generation } of the index is used from now on:
rollback-next = The articles folder is as it was: the next re-index reads it again and makes a new version.
vectors-exported = { $count ->
    [one] The vectors of 1 text are
   *[other] The vectors of { $count } texts are
} in { $path }: “sourcier import-vectors” takes them where the same articles are.
vectors-imported = { $count ->
    [one] The vectors of 1 text are
   *[other] The vectors of { $count } texts are
} there: “sourcier reindex” finds them and encodes only the rest.
publish-done = Version { $generation } of the index is published in { $path }: { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $size }, of which { $copied } were not there yet.
mirror-done = Version { $generation } of the index is used from now on ({ $copied } copied):
mirror-nothing = Version { $generation } of the index is used already; nothing newer is published.
made-by-feed = feed

## Adding and removing

preview-head = “{ $id }” would be written as { $path }:
preview-added = “{ $id }” was written as { $path }:
preview-title = Title:
preview-date = Date:
preview-no-date = none
preview-lang = Language:
preview-publisher = Publisher:
preview-url = Link:
preview-format = Read as:
preview-sections = Sections:
preview-passages = Passages:
preview-begins = Begins:
preview-ends = Ends:
language-fr = French
language-en = English
removed-done = “{ $id }” ({ $title }) is in the trash; “sourcier restore { $id }” brings it back { $days ->
    [one] within 1 day
   *[other] within { $days } days
}.
restored-done = “{ $id }” is back in { $path }.
trash-empty = The trash is empty.
status-damaged = Damaged versions:
status-knowledge = Articles folder:
status-data = Data folder:
megabytes = { $size } MB
health-ok = good
health-degraded = degraded: the newest version of the index is damaged, an older one is used; run “sourcier reindex”
health-missing = no index yet: run “sourcier reindex”
health-outdated = the index was made with another model: run “sourcier reindex --full”

## The console

console-welcome = Sourcier knows { $count ->
    [one] 1 article
   *[other] { $count } articles
}.
console-rejected = { $count ->
    [one] 1 file was
   *[other] { $count } files were
} refused: /reindex says why.
console-how = Type a question and press Enter; /help lists the commands, /quit or Ctrl-D leaves.
console-unknown = { $name } is not a command{ $known ->
    [yes] {""}; the closest is { $closest }.
   *[other] {""}; { $closest } lists them.
}
console-help-ask = /ask QUESTION – quote the passages that answer (a question alone does too)
console-help-timeline = /timeline SUBJECT [--from DATE --to DATE --kind KIND --limit N --png FILE --html FILE] – the dated events of a subject, quoted
console-help-sources = /sources [WORDS] – the articles, or those whose title, publisher or date has these words
console-help-article = /article ID – one article whole
console-help-about = /about – where the quotes come from, how to report an error
console-help-status = /status – the state of the index
console-help-reindex = /reindex – read the articles folder again
console-help-help = /help – this list
console-help-quit = /quit – leave

## Measuring

eval-all = all
eval-questions = questions
eval-refused = rightly refused
eval-wrongly-refused = wrongly refused
eval-highlighted = right sentence
eval-answer = answer marked
eval-auroc = AUROC
eval-refused-at = refused at { $risk }
eval-calibration = calibration error
eval-miss-not-first = right passage not first
eval-miss-highlight = wrong sentence marked
eval-miss-wrongly-refused = wrongly refused
eval-miss-not-refused = should be refused
eval-verdict = { $verdict } ({ $confidence })
eval-not-found = no right passage among the first { $depth }
eval-no-error = No question went wrong.
eval-timelines-found = found
eval-timelines-named = subject named
eval-timelines-not-named = not named
eval-timelines-first-page = on the first page
eval-timelines-first-list = among the first forty
eval-timelines-right = shown rightly
eval-timelines-twice = told twice
eval-timelines-finer = dated finer
eval-timelines-by-tie = Found by how they are the subject’s: { $ties }
eval-timelines-lost = { $count ->
    [one] 1 sentence of the file stands in no article of the base.
   *[other] { $count } sentences of the file stand in no article of the base.
}
eval-timelines-no-error = Nothing is missing and nothing false is shown.
eval-too-few = Too few questions ({ $count }) to tell how far confidences can be believed.
reliability-title = Sure how often, right how often?
reliability-confidence = confidence of the answer
reliability-right = share with the answer among the first three quotes
reliability-error = calibration error { $error } over { $count } questions; bars: 95 %
eval-pairs = { $kind }: right order { $order }, AUROC { $auroc } ({ $count } pairs)

answer-items = { $count ->
    [one] A list, oldest first: one item marked.
   *[other] A list, oldest first: { $count } items marked.
}
quote-also = { $count ->
    [one] also said by one other article
   *[other] also said by { $count } other articles
}
quotes-left = { $count ->
    [one] One more passage is far less likely to answer; “--json” has it.
   *[other] { $count } more passages are far less likely to answer; “--json” has them.
}
quote-contradicted = ⚠ another article quoted here gives another figure or date

## Feeds

feeds-none = No feed is read: list addresses of feeds or sites in feeds.yaml beside the articles, one a line after “- ”.
feeds-counts = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $waiting } waiting, { $refused } refused
feeds-read = read on { $when }
feeds-not-read = not read yet
feeds-fails = failing since { $since } ({ $reason })
feeds-why-gone = there is nothing at that address any more ({ $why })
feeds-why-refused = the site doesn’t let this page be read ({ $why })
feeds-why-busy = the site is down or too busy ({ $why })
feeds-why-status = the site answers { $why }
feeds-why-slow = the site takes too long to answer
feeds-why-certificate = the site’s certificate is not valid
feeds-why-redirects = the address leads on to others too many times
feeds-why-unreachable = the site can’t be reached ({ $why })
feeds-why-page = the page can’t become an article ({ $why })
feeds-why-link-forbidden = the site’s robots.txt asks programs not to read this page
feeds-why-link-private = the address leads to a private network
feeds-why-link-not-https = the address, or the one it leads on to, doesn’t begin with https
feeds-why-feed-missing = there is no feed at that address
feeds-why-no-text = there is no text of an article on that page
feeds-why-empty = the page is empty
feeds-why-too-large = the page is too large
feeds-why-unsupported-format = it is no page to read but a file of another kind
feeds-why-same-text = the same text is in the base already
feeds-why-article-exists = another article bears that name already
feeds-elsewhere = The feeds are being read by another process.
feeds-visited = Feeds read: { $added ->
    [one] 1 article
   *[other] { $added } articles
} added, { $updated } updated.
filled = { $added ->
    [one] 1 article
   *[other] { $added } articles
} added; { $had } were there already, { $refused } refused, { $waiting } left for later.
quote-version = version of { $date }
quote-withdrawn = withdrawn from its site since { $date }
