# /reindex, /add, /remove, /restore, and going back to an earlier generation

upkeep-where-name = where
upkeep-where-description = This server’s own articles, or those that all servers share
upkeep-where-server = this server’s own articles
upkeep-where-shared = the articles all servers share
upkeep-refused = Only those who can manage this server, and the roles they chose in /settings, may change its articles.
upkeep-operators = Only whoever runs me may change the articles that all servers share.
upkeep-on-a-server = Use this command on the server whose articles you want to change.
upkeep-elsewhere = This button belongs to another server: use the command here.
upkeep-cancel = Cancel

reindex-name = reindex
reindex-description = Read the articles again and tell what changed (for those who look after them)
reindex-full-name = full
reindex-full-description = Read all articles again, even unchanged ones
reindex-outcome =
    { $changed ->
        [0] Nothing changed
        [one] 1 article changed
       *[other] { $changed } articles changed
    }{ $refused ->
        [0] .
        [one] , 1 file was refused.
       *[other] , { $refused } files were refused.
    }
reindex-joined-ended = The re-index that was under way has ended: /status tells what is served now.

add-name = add
add-description = Add an article: a file, a link, or text you paste (for those who look after the articles)
add-file-name = file
add-file-description = A .md, .txt, .html, .pdf, .docx, .odt, .epub or .eml file
add-link-name = link
add-link-description = The article’s address; alone, the page is fetched if whoever runs me allows it
add-title-name = title
add-title-description = Its title, if the file does not say
add-date-name = date
add-date-description = When it appeared: 2022-08-24, August 2022, 2022
add-publisher-name = publisher
add-publisher-description = Who published it
add-form = Add an article
add-form-title = Title
add-form-title-about = As it stands above the article
add-form-text = Text
add-form-text-about = Word for word; headings as “## Heading”
add-form-date = Date
add-form-date-about = 2022-08-24, August 2022, 2022
add-form-publisher = Publisher
add-form-publisher-about = Newspaper, site, institution
add-form-url = Link
add-form-url-about = Where the article can be read
add-preview = **{ $title }** would be read like this:
add-to-all = It would be added to the articles that all servers share.
add-to-server = It would be added to this server’s own articles, which nobody else sees.
add-confirm = Add
add-done = ✅ **{ $title }** has been added and can be quoted from now on.
add-dropped = Nothing has been added.
add-too-late = This preview is over: nothing has been added. Hand the article in again.

remove-name = remove
remove-description = Take an article out of the base; it can be restored (for those who look after the articles)
remove-article-name = article
remove-article-description = Type words of its title and choose
remove-sure = Remove this article?
remove-from-all = Nobody on any server will be quoted from it any more.
remove-from-server = Nobody on this server will be quoted from it any more.
remove-confirm = Remove
remove-done =
    { $days ->
        [one] 🗑️ **{ $title }** has been removed; /restore brings it back within 1 day.
       *[other] 🗑️ **{ $title }** has been removed; /restore brings it back within { $days } days.
    }
restore-name = restore
restore-description = Bring a removed article back, or see which there are (for those who look after the articles)
restore-article-name = article
restore-article-description = Type words of its title and choose; nothing lists them
restore-nothing = No removed article is waiting.
restore-done = ✅ **{ $title }** is back and can be quoted again.

rollback-button = Go back to { $number }
rollback-back = ✅ Answers come from version { $number } of the index now. The articles themselves are as they were: the next re-index reads them again.
status-own = **This server’s own articles**
status-shared-articles = **The articles all servers share**
status-none-kept = none yet: /add adds the first
status-acts = **Last changes**
status-act = { $when } · { $who } { $what } · { $result }
status-who-shell = (the operator)
status-unanswered = **Asked without an answer**, the oldest first
status-unanswered-more = and { $count } more: /unanswered
act-done = done
act-refused = refused
act-failed = failed
act-failed-why = failed: { $why }
act-version = (version { $number })
act-joined = (under way already)
act-shared = (the articles all share)
act-setting = { $name }: { $value }
act-nothing = nothing
act-team-role = Role that is told
act-did-add = added
act-did-preview = looked at, before adding,
act-did-remove = took out
act-did-restore = put back
act-did-reindex = read the articles again
act-did-rollback = went back to an earlier version
act-did-settings = set
act-did-byline = chose how to be named in
act-did-follow = had a channel follow
act-did-unfollow = ended a channel’s follow of
act-did-feeds-add = subscribed to the feed
act-did-feeds-remove = unsubscribed from the feed

## /feeds

feeds-name = feeds
feeds-description = The feeds whose articles arrive by themselves (for those who look after the articles)
feeds-add-name = add
feeds-add-description = The address of a feed, or of a site that has one (https)
feeds-remove-name = remove
feeds-remove-description = The address of a feed to read no more; its articles stay
feeds-added = ✅ { $url } is read from now on: its articles arrive within minutes.
feeds-known = { $url } is read already.
feeds-removed = { $url } is read no more; its articles stay.
feeds-unknown = { $url } is not read here.
feeds-none-here = No feed is read for this server: add one with “add”.
feeds-withdrawn = { $count ->
    [one] One article is gone from its site for a week. Remove it here too?
   *[other] { $count } articles are gone from their sites for a week. Remove them here too?
}
feeds-remove-article = Remove { $title }
feeds-told-fail = ⚠️ The feed **{ $feed }** has been failing since { $since } ({ $reason }).
feeds-told-withdrawn = 🗑️ **{ $title }** has been gone from its site for a week.
feeds-told-where = `/feeds` on the server, or `sourcier feeds`, shows them; removing is up to you.
