# What the engine refuses: what is wrong, then what to do.

## A file of the articles folder

fault-empty = the file is empty: write an article in it or delete it
fault-binary = this is not text (the file holds null bytes): save it as UTF-8 text
fault-undecodable = the encoding is neither UTF-8 nor Windows-1252: save the file as UTF-8
fault-not-a-file = this is not an ordinary file: replace it with a copy of the file you mean
fault-unreadable = the file can’t be read ({ $reason }): check its permissions
fault-too-large = the file is { $size } MB, over the limit of { $limit } MB: split it or raise SOURCIER_MAX_ARTICLE_MB
fault-leaves-folder = the link leads out of the articles folder: copy the file into the folder instead
fault-broken-link = the link leads nowhere: mend it or delete it
fault-unsupported-format = the format { $extension } is not read: convert the article to .md, .txt, .html, .pdf, .docx, .odt, .epub or .eml
fault-front-matter-unclosed = the front matter opened by “---” is never closed: add a “---” line before the text
fault-front-matter-invalid = the front matter is not valid YAML, line { $line } ({ $problem }): correct that line
fault-front-matter-aliases = the front matter uses YAML aliases, which are not accepted: write every value out in full
fault-impossible-date = the date “{ $date }” does not exist: write it YYYY, YYYY-MM or YYYY-MM-DD
fault-no-text = no text was found: write the article’s text; pictures of pages go through character recognition first
fault-too-many-elements = the page has more than { $limit } HTML elements: save the article alone, as text or Markdown
fault-several-articles = the file holds { $count } articles: put it into the articles folder as it is, or hand them in one by one
fault-pdf-encrypted = the PDF is protected by a password: save a copy without protection
fault-pdf-needs-crypto = the PDF is protected by a password (AES): save a copy without protection, or install sourcier[crypto] if none is asked when it opens
fault-pdf-broken = the PDF is damaged and can’t be read: export it again
fault-document-broken = the document is damaged, or is not what its name says: save it again
fault-document-locked = the document is protected by a password, or is an old .doc: save a copy without protection, as .docx or .odt
fault-document-too-large = the document unpacks to far more than it seems, up to { $limit } MB being read: save a copy without its pictures
fault-document-has-macros = the document holds macros: save a copy without them
fault-document-links-outside = the document fetches pictures or a template from elsewhere: save a copy that holds them itself
fault-same-text = the text is the same as that of { $other }: keep only one of the two files
fault-expired = it was to be left out after { $expires } (“expires”): change that date to bring it back
fault-too-old = its date, { $date }, is more than { $days } days ago (SOURCIER_ARTICLE_DAYS)

## The file of entities

fault-entities-invalid = line { $line } is not valid YAML ({ $problem }): correct that line
fault-entities-anchors = line { $line } uses YAML anchors, which are not accepted: write every value out in full
fault-entity-incomplete = the entity at line { $line } has no “{ $field }”: add it
fault-entity-key-unknown = line { $line }: “{ $field }” is not a key of an entity: write id, name, kind, parent or aliases (of an alias: name, ambiguous)
fault-entity-kind-unknown = line { $line }: “{ $kind }” is not a kind: write company, product, person, institution, law or project
fault-entity-value-invalid = line { $line }: the value of “{ $field }” can’t be used: write a short text (id: lower-case letters, digits and hyphens; ambiguous: true or false)
fault-entity-same-id = line { $line }: the id “{ $id }” is already that of the entity at line { $other }: give another
fault-entity-same-alias = line { $line }: “{ $alias }” is already a name of “{ $other }”: remove it, or write {"{"}name: …, ambiguous: true{"}"}
fault-entity-parent-unknown = line { $line }: the parent of “{ $id }”, “{ $parent }”, is not in the file: add it or write null
fault-entity-parent-cycle = line { $line }: “{ $id }” is its own ancestor: correct its parent
fault-feeds-invalid = line { $line } of the list of feeds can’t be used ({ $problem }): correct that line

## A request

fault-knowledge-missing = The articles folder { $path } was not found: create it or name the right one with SOURCIER_KNOWLEDGE_DIR.
fault-knowledge-emptied = The articles folder no longer holds any readable article, while the index has { $previous }: nothing was changed; put the articles back, or delete the data folder to start afresh.
fault-base-empty = There is no article to search yet: put some into the articles folder (.md, .txt, .html, .pdf, .docx…), then run “sourcier reindex”.
fault-data-unwritable = The data folder { $path } can’t be written to ({ $reason }): check its permissions and the free space, or change SOURCIER_DATA_DIR.
fault-reindex-running = A re-index is already running ({ $stage }): wait until it ends, then try again.
fault-reindex-running-unseen = A re-index is already running: wait until it ends, then try again.
fault-generation-unknown = There is no version { $number } of the index; those kept are: { $kept }.
fault-generation-damaged = Version { $number } of the index is damaged and can’t be used: choose another, or run “sourcier reindex”.
fault-no-earlier-generation = There is no earlier version of the index to go back to: “sourcier status” lists those that are kept.
fault-no-generation = There is no index yet: run “sourcier reindex”.
fault-store-missing = SOURCIER_STORE_URL asks for Milvus, whose client is not installed: install sourcier[milvus], or leave the setting empty.
fault-vectors-unreadable = { $path } is no whole file of vectors: write it anew with “sourcier export-vectors”, and copy it whole.
fault-vectors-unwritable = { $path } can’t be written ({ $reason }): check the path, its permissions and the free space.
fault-vectors-other-model = The vectors in { $path } were made with the model { $made-with }, not as it is here with { $wanted }: set the same SOURCIER_MODEL, and the same version of Sourcier, on both machines.
fault-published-nothing = Nothing is published in { $path }: check the path, and run “sourcier publish” where the index is made.
fault-published-incomplete = Generation { $number } is not all there in { $path } yet: wait until it has been copied, then try again; what was served goes on.
fault-published-damaged = { $path } is not as it was published: remove it, publish again, and copy it anew; what was served goes on.
fault-published-other-version = What is published in { $path } was made by another version of Sourcier: install the same one on both machines.
fault-publishing-running = Something is being published in { $path } already: wait until it ends, then try again.
fault-mirror-not-empty = { $path } already holds an index made here, which is not mixed with a published one: choose another SOURCIER_DATA_DIR, or move that folder away.
fault-mirror-differs = Another generation { $number } is published than the one in { $path }, as if the index had been begun anew: move that folder away, then mirror again.
fault-index-driver-missing = SOURCIER_INDEX_URL asks for an index in PostgreSQL, whose drivers are not installed: install sourcier[postgres], or leave the setting empty.
fault-index-lost = The database that holds the articles ({ $path }) can’t be reached: try again in a moment; it is asked again by itself.
fault-indexing-elsewhere = { $holder } has been changing this index since { $since }: wait until it ends, then try again; a machine that died gives its turn back within a minute.
fault-turn-lost = The database that says whose turn it is to change the index can’t be used ({ $reason }): nothing was changed; check SOURCIER_STATE_URL, then try again.
fault-base-mirrored = This index is made elsewhere and taken from { $path }: change the articles there, publish, and it follows.
fault-model-missing = The model “{ $model }” can’t be loaded ({ $reason }): check SOURCIER_MODEL, or leave it empty for the shipped model.
fault-reranker-missing = The re-ranker “{ $model }” can’t be used ({ $reason }): check SOURCIER_READER, which needs a cross-encoder that gives one score; leave it empty for the shipped reader, or set it to off for none.
fault-reader-unusable = The reader “{ $reader }” can’t be used ({ $reason }), so questions are answered unread: check SOURCIER_READER, or install Sourcier again.
fault-model-changed = The index was made with the model { $made-with }, but the setting asks for { $wanted }: run “sourcier reindex --full”, or set SOURCIER_MODEL back.
fault-article-exists = An article is already called “{ $id }” (file { $path }): give the new one another name, or remove that one first.
fault-article-is-link = The file { $path } is a link or lies behind one: change what it leads to by hand.
fault-article-shares-file = The file { $path } holds { $count } articles: take this one out of it by hand, or remove the file.
fault-knowledge-unwritable = The articles folder { $path } can’t be changed ({ $reason }): check its permissions and the free space.
fault-trash-lacks = The trash holds no article called “{ $id }”: “sourcier restore” lists what can be restored.
fault-address-unusable = “{ $url }” is not a web address: write it from https:// on, without spaces.
fault-links-off = Articles can’t be added by their address here: save the page as a file, or set SOURCIER_ADD_BY_URL=1.
fault-link-not-https = “{ $url }” can’t be fetched: only plain https:// addresses are, without a port, a name or a password.
fault-link-private = The address of { $host } is not on the public web: save the page as a file and add that.
fault-link-forbidden = The site { $host } does not want its page fetched by programs (robots.txt): save the page as a file and add that.
fault-link-unreachable = { $url } can’t be fetched ({ $reason }): check the address, or save the page as a file and add that.
fault-feed-missing = Neither a feed nor the address of one is at { $url }: give the address of the feed itself.
fault-feeds-running = The feeds are being read right now: try again in a moment.
fault-sitemap-missing = Neither a sitemap is at { $url }, nor does the site name one: give the address of its sitemap.
fault-too-many-feeds = No more than { $most } feeds can be read here: leave one out first.
fault-article-unknown = No article is called “{ $id }”; the closest is “{ $closest }” (list: “sourcier sources”).
fault-article-unknown-at-all = No article is called “{ $id }”: “sourcier sources” lists them.
fault-article-gone = This article is no longer in the base.
fault-quote-gone = This quote is no longer in the base: its article has been changed or removed since. Ask the question again.
fault-subject-empty = The subject is missing: write one, for example “amazon”.
fault-subject-too-long = The subject has { $length } characters, and { $limit } is the most: write a name.
fault-subject-ambiguous = “{ $subject }” can mean several: { $names }. Write one of these names.
fault-date-unreadable = “{ $date }” is not a date that can be read: write 2022, 2022-07, 2022-07-21 or “July 2022”.
fault-dates-reversed = The dates are the wrong way round: “{ $since }” comes after “{ $until }”.
fault-question-empty = The question is empty: write one that your articles can answer.
fault-question-too-long = The question has { $length } characters, over the limit of { $limit }: shorten it.
fault-questions-unreadable = The file of questions { $path } can’t be read ({ $reason }): check its permissions and that it is UTF-8.
fault-questions-invalid = { $path }, line { $line }: this is not a labelled question ({ $reason }); correct that line.
fault-timelines-invalid = { $path }, line { $line }: this is not a labelled timeline ({ $reason }); correct that line.

## A remark about a file that was read all the same

notice-read-as-cp1252 = { $path }: read as Windows-1252, since it is not UTF-8; save it as UTF-8 if accents look wrong
notice-companion = { $path }: passed over, since it tells of the folder; give it another name if it is an article
notice-date-unread = { $path }: the date “{ $date }” can’t be read, and the article has none; write 2022, 2022-07 or 2022-07-21
notice-lang-unknown = { $path }: “{ $lang }” is no language, and what the text is written in was looked at instead; write lang: fr or lang: en
notice-pages-illegible = { $path }: some letters can’t be read on { $pages }: a font there does not say which they are
notice-left-out = { $path }: not in the article: { $parts }
notice-comments-left-out = { $path }: the comments are not in the article

## What the system refuses, in plain words

system-missing = no such file or folder
system-denied = permission is lacking
system-read-only = it is read-only
system-full = the disk is full
system-directory = it is a folder
system-not-directory = it is no folder
system-exists = it is there already
system-name-too-long = the name is too long
system-too-many-open = too many files are open
system-not-empty = the folder is not empty
system-busy = another program is using it
system-database-closed = the file of the database can’t be opened
system-database-damaged = the database is damaged
system-input-output = the disk doesn’t answer as it should
system-memory = memory is lacking
system-address-used = another program is using it already
system-address-foreign = this machine doesn’t have that address
system-host-unknown = that host can’t be found
system-certificate = the certificate is not valid
system-refused = the connection is refused
system-cut = the connection was cut
system-unreachable = the network doesn’t lead there
system-timed-out = the answer takes too long
system-not-text = it is no text in UTF-8
