# La ligne de commande et la console.

## Aide

help-usage = Usage :
help-commands = Commandes{"\u00A0"}
help-options = Options{"\u00A0"}
metavar-subcommand = COMMANDE [ARGUMENTS]...
metavar-kind = GENRE
metavar-subject = SUJET
metavar-file = FICHIER
help-help = Affiche cette aide.
help-help-all = Affiche cette aide avec les réglages.
help-more-commands = Aussi : { $names }.
help-where-settings = Aide sur l’une : sourcier COMMANDE --help. Réglages : sourcier --help-all.
help-sourcier = Cite les phrases d’un dossier d’articles qui répondent, avec leurs sources.
help-run = Lance le bot Discord s’il a un jeton, sinon une console ici.
help-bot = Lance le bot Discord.
help-sync = Redit les commandes à Discord (le bot le fait de lui-même).
help-ask = Cite, mot pour mot, les passages qui répondent à QUESTION.
help-timeline = Montre les événements datés de SUJET.
help-sources = Liste les articles, ou ceux qui ont MOTS dans leur titre.
help-article = Montre un article en entier.
help-reindex = Lit ce qui a changé dans le dossier d’articles.
help-unanswered = Liste les questions restées sans réponse sur Discord.
help-status = Montre l’état de l’index et ses versions antérieures.
help-rollback = Revient à la version N de l’index, ou à la précédente.
help-export-vectors = Écrit dans FICHIER ce que le modèle a fait des passages, pour une autre machine.
help-import-vectors = Prend les vecteurs de FICHIER, que la prochaine réindexation n’aura plus à encoder.
metavar-vectors-file = FICHIER
usage-vectors-file-missing = Il manque le fichier : écrivez son chemin.
help-publish = Dépose l’index servi dans DOSSIER, pour que d’autres machines le suivent.
help-mirror = Prend l’index publié dans DOSSIER, le vérifie et le sert ; un bot en marche suit.
metavar-published-folder = DOSSIER
usage-published-folder-missing = Il manque le dossier : écrivez le chemin de celui qui est publié.
help-add = Ajoute FICHIER, ou une page par son adresse, aux articles.
help-remove = Retire un article ; il peut être rétabli.
help-restore = Rétablit un article retiré ; sans ID, les donne.
help-feeds = Donne les flux dont les articles arrivent d’eux-mêmes, et leur état.
help-option-add-title = Son titre (par défaut : ce que dit le fichier, sinon le nom du fichier).
help-option-add-date = Sa date : 2022, 2022-07 ou 2022-07-21.
help-option-add-publisher = Qui l’a publié.
help-option-add-url = Où le lire sur le web.
help-option-add-lang = Sa langue (par défaut : détectée).
help-option-dry-run = Montre comment il est lu, sans rien écrire.
help-option-feeds-now = Les lit tous maintenant.
help-option-add-sitemap = Ajoute les pages du sitemap à cette ADRESSE ; interrompu, reprend où il en était.
help-option-add-since = D’un sitemap, les seules pages modifiées depuis DATE, et celles dont il ne dit pas quand elles l’ont été.
metavar-add-file = FICHIER
metavar-sources-search = [MOTS]
metavar-add-title = TEXTE
metavar-add-date = DATE
metavar-add-publisher = NOM
metavar-add-url = ADRESSE
usage-file-to-add-missing = Il manque le fichier à ajouter : écrivez son chemin.
help-eval = Mesure la recherche sur des questions étiquetées (JSON).
help-dates = Relève les dates de textes donnés en lignes JSON.
help-option-json = Écrit du JSON.
help-option-jsonl = Répond aux lignes JSON de l’entrée standard, une ligne chacune, dans l’ordre.
help-option-limit = Nombre de citations au plus (par défaut : { $default }) ; une liste en montre jusqu’à huit.
help-option-ask-lang = Langue dans laquelle lire la question (par défaut : détectée).
help-option-full = Relit tous les articles, même inchangés.
help-option-with = Un second sujet à côté, sur un même axe.
help-option-from = Première date : 2022, « juillet 2022 ».
help-option-to = Dernière date à montrer.
help-option-kind = purchase, closure, ruling, launch ou figure.
help-option-png = Dessine aussi la frise dans ce PNG.
help-option-dark = Avec --png : mots clairs sur fond sombre.
help-option-html = Écrit aussi une page web à publier.
help-option-timeline-limit = Combien d’événements au plus (texte : { $default }).
help-option-csv = Écrit du CSV, une ligne par citation.
help-option-timelinejs = Écrit le JSON que lit TimelineJS.
help-option-possible = Aussi ceux qui sont peut-être du sujet.
help-option-named-only = Les seuls événements qui nomment le sujet.
usage-same-subject = --with veut un autre sujet : « { $subject } » est donné deux fois.
usage-one-reach = --named-only et --possible ne vont pas ensemble.
usage-one-format = Une seule des options --json, --csv et --timelinejs peut être donnée.
file-unwritable = { $path } ne peut être écrit : { $reason }.
help-option-pairs = Mesure plutôt le lecteur, sur des paires de passages qui diffèrent d’une phrase (lignes JSON).
help-option-timelines = Mesure plutôt les frises, sur des frises de référence (lignes JSON).
usage-pairs-alone = --pairs mesure le lecteur seul : sans fichier, ni --topics, ni --reliability, ni --timelines.
usage-timelines-alone = --timelines se donne sans fichier de questions, ni --topics, ni --reliability.
help-option-topics = Seulement ces sujets, séparés par des virgules ; les questions sans réponse sont toujours posées.
help-option-errors = Liste chaque question manquée : ce qui est venu en tête, ce qui est juste, et ce qui fait leurs scores.
help-option-reliability = Dessine dans ce fichier PNG jusqu’où croire les degrés de confiance.
help-setting-knowledge-dir = Dossier des articles.
help-setting-data-dir = Dossier de l’index et de tout ce qui est conservé.
help-setting-model = Nom ou dossier sentence-transformers ; vide pour le modèle fourni.
help-setting-reader = Qui lit les premiers passages : vide pour le lecteur livré, off pour personne, ou un dossier ou le nom d’un cross-encoder.
help-setting-reading-seconds = Combien de secondes la lecture peut ajouter à une réponse.
help-setting-lang = Langue que parle Sourcier ; vide pour celle du système.
help-setting-log-level = Niveau à partir duquel le journal est affiché.
help-setting-health-address = Où le bot dit son état et ses mesures en HTTP ; vide pour nulle part.
help-setting-log-format = Si les lignes du journal sont du texte (text) ou du JSON (json).
help-setting-max-article-mb = Taille du plus grand fichier d’article lu, en mégaoctets.
help-setting-questions-per-minute = Nombre de demandes par minute et par personne sur Discord ; 0 pour ne pas limiter.
help-setting-server-questions-per-minute = De même pour tous les membres d’un serveur ensemble.
help-setting-watch = Si un dossier d’articles modifié est réindexé de lui-même (run et bot).
help-setting-kept-generations = Nombre de versions de l’index gardées pour y revenir.
help-setting-mirror = Le dossier où une autre machine publie son index, que celle-ci suit (run et bot) ; vide pour un index à soi.
help-setting-retention-days = Nombre de jours pendant lesquels questions et actes sont conservés.
help-setting-alert-minutes = Minutes entre deux alertes de /suivre au même endroit.
help-setting-message-content = Si Discord transmet tous les messages (yes ou no).
help-setting-shard-count = Nombre de fragments (shards) entre lesquels les serveurs sont répartis.
help-setting-shard-ids = Fragments que sert ce processus, par exemple 0-3.
help-setting-add-by-url = Si des articles peuvent être ajoutés par leur adresse sur le web.
help-setting-admins = Les numéros des personnes sur Discord qui peuvent changer les articles que tous les serveurs partagent ; sans aucun, les propriétaires de l’application.
help-setting-trash-days = Combien de jours un article retiré peut être rétabli.
help-setting-discord-token = Le jeton de votre bot Discord, de la page « Bot » du portail des développeurs. Gardez-le secret.
help-setting-state-url = Où sont gardés réglages, suivis et journal : une adresse SQLAlchemy. Par défaut : state.sqlite dans le dossier de données.
help-setting-index-url = La base PostgreSQL où l’index est publié pour d’autres machines, qui l’y lisent ; vide pour aucune.
help-setting-store-url = Le serveur Milvus qui trouve les candidats d’une grande base ; vide pour l’index de cette machine.
help-setting-store-token = Le jeton de ce serveur, ou nom:motdepasse. Gardez-le pour vous.
help-setting-proxy = Le proxy HTTP par lequel Discord est joint. Par défaut : celui que nomme HTTPS_PROXY.
help-setting-article-days = Combien de jours après leur date les articles restent dans l’index (0 : toujours).
metavar-knowledge-dir = DOSSIER
metavar-data-dir = DOSSIER
metavar-model = NOM
metavar-reader = NOM
metavar-reading-seconds = SECONDES
metavar-lang = fr|en
metavar-log-level = NIVEAU
metavar-health-address = HÔTE:PORT
metavar-log-format = text|json
metavar-max-article-mb = MO
metavar-questions-per-minute = N
metavar-server-questions-per-minute = N
metavar-watch = 1|0
metavar-kept-generations = N
metavar-mirror = DOSSIER
metavar-retention-days = JOURS
metavar-alert-minutes = MINUTES
metavar-message-content = yes|no
metavar-shard-count = N
metavar-shard-ids = NUMÉROS
metavar-add-by-url = 1|0
metavar-admins = NUMÉROS
metavar-trash-days = JOURS
metavar-article-days = JOURS

## Mauvais usage

usage-hint = Voir « { $command } ».
usage-wrong = La commande ne s’emploie pas ainsi.
usage-too-many = « { $text } » est de trop ; mettez un texte de plusieurs mots entre guillemets droits.
usage-question-missing = Il manque la question : écrivez-la entre guillemets droits.
usage-id-missing = Il manque l’identifiant de l’article : « sourcier sources » en donne la liste.
usage-sitemap-alone = --sitemap ajoute des pages telles qu’elles sont : ne donnez ni fichier ni précisions avec.
usage-since-what = --since accompagne --sitemap.
usage-jsonl-question = Avec --jsonl les questions viennent de l’entrée standard : n’en donnez pas d’autre.
usage-not-a-count = { $option } : « { $value } » ne convient pas ; il faut un nombre entier, { $least } ou plus.
usage-not-a-choice = { $option } : « { $value } » ne convient pas ; valeurs admises : { $choices }.
usage-no-such-file = Le fichier { $path } est introuvable.
usage-file-missing = Il manque le fichier de questions étiquetées.
usage-unknown-option = L’option { $option } n’existe pas.
usage-unknown-option-close = L’option { $option } n’existe pas ; la plus proche est { $closest }.
usage-unknown-command = La commande « { $command } » n’existe pas ; il y a : { $commands }.
usage-unknown-command-close = La commande « { $command } » n’existe pas ; vouliez-vous « { $closest } » ? Il y a : { $commands }.
usage-option-value = L’option { $option } ne s’emploie pas ainsi : elle prend une valeur, ou aucune si c’est un interrupteur.

## Réglages

setting-bad = { $name } : « { $value } » ne convient pas ; valeurs admises : { $allowed }.
setting-bad-secret = { $name } : cette valeur ne convient pas ; valeurs admises : { $allowed }.
setting-allows-discord-token = le jeton du bot, tel que le montre le portail des développeurs de Discord
setting-allows-knowledge-dir = le chemin d’un dossier
setting-allows-data-dir = le chemin d’un dossier
setting-allows-model = un nom ou un dossier sentence-transformers, ou rien pour le modèle fourni
setting-allows-reader = le dossier d’un lecteur, le nom ou le dossier d’un cross-encoder, off, ou rien pour le lecteur livré
setting-allows-reading-seconds = un nombre de secondes de 0 à 60
setting-allows-lang = fr ou en, ou rien pour la langue du système
setting-allows-log-level = debug, info, warning ou error
setting-allows-health-address = un port comme 9464, ou un hôte et un port comme 127.0.0.1:9464
setting-allows-log-format = text ou json
setting-allows-max-article-mb = un nombre supérieur à 0, jusqu’à 1024
setting-allows-questions-per-minute = un nombre entier de 0 à 10000
setting-allows-server-questions-per-minute = un nombre entier de 0 à 100000
setting-allows-watch = 1 ou 0
setting-allows-kept-generations = un nombre entier de 1 à 1000
setting-allows-mirror = le chemin d’un dossier publié, ou rien
setting-allows-state-url = une adresse SQLAlchemy, ou rien pour un fichier du dossier de données
setting-allows-index-url = l’adresse d’une base PostgreSQL, comme postgresql+psycopg://nom:motdepasse@hôte/base, ou rien
setting-allows-store-url = l’adresse d’un serveur Milvus, comme http://milvus.example:19530, ou le chemin d’un fichier .db, ou rien
setting-allows-store-token = le jeton du serveur Milvus, ou rien
setting-allows-proxy = l’adresse d’un proxy HTTP, par exemple http://proxy.example:3128
setting-allows-retention-days = un nombre entier de 0 à 3650
setting-allows-alert-minutes = un nombre entier de 0 à 10080
setting-allows-message-content = yes ou no
setting-allows-shard-count = un nombre entier de 1 à 16384, ou rien
setting-allows-shard-ids = des numéros inférieurs à SOURCIER_SHARD_COUNT, comme 0-3 ou 0,2, ou rien
setting-allows-add-by-url = 1 ou 0
setting-allows-admins = des numéros de personnes sur Discord, séparés par des virgules (clic droit sur un nom, Copier l’identifiant)
setting-allows-trash-days = un nombre entier de 1 à 36500
setting-allows-article-days = un nombre entier de 0 à 36500
setting-unknown = { $name } n’est pas un réglage et reste sans effet ; vouliez-vous dire { $closest } ?
setting-broken-line = .env, ligne { $line } : ce n’est pas NOM=valeur ; la ligne reste sans effet.
setting-unreadable-dotenv = { $path } ne peut pas être lu comme du texte UTF-8 : corrigez ses droits ou son contenu, ou supprimez-le.

## Échecs

unexpected = Un imprévu s’est produit ({ $kind }) ; réglez SOURCIER_LOG_LEVEL=debug pour en voir le détail.
sync-done =
    { $count ->
        [one] { $count } commande décrite à Discord.
       *[other] { $count } commandes décrites à Discord.
    }
state-unusable = Impossible d’ouvrir ce que Sourcier a en mémoire ({ $reason }) : vérifiez SOURCIER_STATE_URL, ou le fichier state.sqlite du dossier de données.
bot-already-running = Un autre processus sert déjà ce bot sur le dossier de données { $path } : arrêtez-le d’abord, ou donnez à chacun ses SOURCIER_SHARD_IDS.
token-missing = Aucun jeton Discord n’est réglé : mettez-le dans DISCORD_TOKEN, ou lancez « sourcier run » pour la console.
health-address-taken = L’adresse { $address } de l’état et des mesures ne peut servir ({ $reason }) : choisissez-en une autre par SOURCIER_HEALTH_ADDRESS.
jsonl-bad-line = ligne { $line } : { $problem }
jsonl-not-json = ce n’est pas du JSON en UTF-8
jsonl-not-an-object = ce n’est pas un objet JSON avec "id" et "question"
jsonl-no-question = il n’y a pas de "question" qui soit un texte
jsonl-unknown-lang = "lang" doit être "fr" ou "en", ou absent
jsonl-unknown-after = "after" doit être l'"id" d'une ligne qui précède et qui a reçu une réponse
jsonl-no-text = il n’y a pas de "text" qui soit un texte
jsonl-bad-reference = "reference" doit être une date comme 2022-08, ou absente

## Réponses

verdict-weak = Sans certitude : ces passages s’approchent de la question sans y répondre clairement.
understood-as = Compris comme : { $question }
verdict-none = Rien dans la base ne répond à cette question.
in-language = en { $language }
drawn-from = D’après { $names }{ $others ->
    [0] {""}
    [one] {" "}et { $others } autre source
   *[other] {" "}et { $others } autres sources
}
sources-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }

## Réindexation et état

progress-fetch = Lecture sur le web de { $total ->
    [one] 1 page
   *[other] { $total } pages
}
progress-read = Lecture de { $total ->
    [one] { $total } fichier
   *[other] { $total } fichiers
}
progress-encode = Intégration de { $total ->
    [one] { $total } passage
   *[other] { $total } passages
}
progress-left = reste :
progress-so-far = { $said }, { $left }
minutes-left = { $minutes ->
    [one] encore une minute environ
   *[other] encore { $minutes } minutes environ
}
progress-write = Écriture de l’index
report-head = L’index est prêt (version { $generation }) : { $passages } passages, dont { $embedded } lus à neuf, en { $seconds } s.
report-nothing = Rien n’a changé : l’index reste tel quel (version { $generation }), avec { $passages } passages ({ $seconds } s).
report-added = Ajoutés ({ $count }) : { $ids }
report-updated = Modifiés ({ $count }) : { $ids }
report-removed = Retirés ({ $count }) : { $ids }
report-and-more = { $ids } et { $count } de plus
report-unchanged = Inchangés : { $count }
report-rejected = Refusés : { $count }
status-health = État :
status-generation = Version de l’index :
status-no-generation = aucune pour l’instant
status-articles = Articles :
status-passages = Passages :
status-rejected = Fichiers refusés :
status-size = Taille de l’index :
status-model = Modèle :
status-dimensions = Dimensions :
status-kept = Versions conservées :
generation-line = { $number } : { $created }, { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} ({ $maker })
generation-served = ← servie
status-running = Réindexation en cours : { $stage } ({ $maker }, depuis le { $since })
stage-fetch = { $done } pages lues sur le web sur { $total }
stage-read = { $done } fichiers lus sur { $total }
stage-encode = { $done } passages intégrés sur { $total }
stage-write = écriture de l’index
made-by-start = premier démarrage
made-by-shell = ligne de commande
made-by-console = console
made-by-watch = dossier modifié
made-by-signal = SIGHUP
made-by-discord = Discord
rollback-done = La version { $generation } de l’index sert désormais :
rollback-next = Le dossier d’articles est resté tel quel : la prochaine réindexation le relira et fera une nouvelle version.
vectors-exported = { $count ->
    [one] Les vecteurs de { $count } texte sont
   *[other] Les vecteurs de { $count } textes sont
} dans { $path } : « sourcier import-vectors » les prend là où sont les mêmes articles.
vectors-imported = { $count ->
    [one] Les vecteurs de { $count } texte sont
   *[other] Les vecteurs de { $count } textes sont
} là : « sourcier reindex » les trouvera et n’encodera que le reste.
publish-done = La version { $generation } de l’index est publiée dans { $path } : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $size }, dont { $copied } n’y étaient pas encore.
mirror-done = La version { $generation } de l’index sert désormais ({ $copied } copiés) :
mirror-nothing = La version { $generation } de l’index sert déjà ; rien de plus récent n’est publié.
made-by-feed = flux

## Ajouter et retirer

preview-head = « { $id } » s’écrirait dans { $path } :
preview-added = « { $id } » est écrit dans { $path } :
preview-title = Titre :
preview-date = Date :
preview-no-date = aucune
preview-lang = Langue :
preview-publisher = Éditeur :
preview-url = Lien :
preview-format = Lu comme :
preview-sections = Parties :
preview-passages = Passages :
preview-begins = Début :
preview-ends = Fin :
language-fr = français
language-en = anglais
removed-done = « { $id } » ({ $title }) est à la corbeille ; « sourcier restore { $id } » l’en fait revenir { $days ->
    [one] pendant { $days } jour
   *[other] pendant { $days } jours
}.
restored-done = « { $id } » est de retour dans { $path }.
trash-empty = La corbeille est vide.
status-damaged = Versions abîmées :
status-knowledge = Dossier d’articles :
status-data = Dossier de données :
megabytes = { $size } Mo
health-ok = bon
health-degraded = dégradé : la dernière version de l’index est abîmée, une plus ancienne sert ; lancez « sourcier reindex »
health-missing = pas encore d’index : lancez « sourcier reindex »
health-outdated = l’index a été fait avec un autre modèle : lancez « sourcier reindex --full »

## La console

console-welcome = Sourcier connaît { $count ->
    [one] { $count } article
   *[other] { $count } articles
}.
console-rejected = { $count ->
    [one] { $count } fichier a été refusé
   *[other] { $count } fichiers ont été refusés
} : /reindex dit pourquoi.
console-how = Écrivez une question puis Entrée ; /help donne les commandes, /quit ou Ctrl-D pour partir.
console-unknown = { $name } n’est pas une commande{ $known ->
    [yes] {" "}; la plus proche est { $closest }.
   *[other] {" "}; { $closest } les donne.
}
console-help-ask = /ask QUESTION – cite les passages qui répondent (une question seule aussi)
console-help-timeline = /timeline SUJET [--from DATE --to DATE --kind GENRE --limit N --png FICHIER --html FICHIER] – les événements datés d’un sujet, cités
console-help-sources = /sources [MOTS] – les articles, ou ceux dont le titre, l’éditeur ou la date a ces mots
console-help-article = /article ID – un article en entier
console-help-about = /about – d’où viennent les citations, comment signaler une erreur
console-help-status = /status – l’état de l’index
console-help-reindex = /reindex – relit le dossier d’articles
console-help-help = /help – cette liste
console-help-quit = /quit – partir

## Mesure

eval-all = ensemble
eval-questions = questions
eval-refused = refus justes
eval-wrongly-refused = refus à tort
eval-highlighted = bonne phrase
eval-answer = réponse marquée
eval-auroc = AUROC
eval-refused-at = refus à { $risk }
eval-calibration = erreur de calibration
eval-miss-not-first = le bon passage n’est pas en tête
eval-miss-highlight = une autre phrase est marquée
eval-miss-wrongly-refused = refusée à tort
eval-miss-not-refused = devrait être refusée
eval-verdict = { $verdict } ({ $confidence })
eval-not-found = aucun bon passage parmi les { $depth } premiers
eval-no-error = Aucune question n’a été manquée.
eval-timelines-found = trouvés
eval-timelines-named = sujet nommé
eval-timelines-not-named = pas nommé
eval-timelines-first-page = en première page
eval-timelines-first-list = parmi quarante
eval-timelines-right = montrés à raison
eval-timelines-twice = en double
eval-timelines-finer = date trop fine
eval-timelines-by-tie = Trouvés selon leur lien au sujet : { $ties }
eval-timelines-lost = { $count ->
    [one] 1 phrase du fichier n’est dans aucun article de la base.
   *[other] { $count } phrases du fichier ne sont dans aucun article de la base.
}
eval-timelines-no-error = Rien ne manque et rien de faux n’est montré.
eval-too-few = Trop peu de questions ({ $count }) pour dire jusqu’où croire les degrés de confiance.
reliability-title = Sûr combien de fois, juste combien de fois ?
reliability-confidence = confiance de la réponse
reliability-right = part où les trois premières citations répondent
reliability-error = erreur de calibration { $error } sur { $count } questions ; barres : 95 %
eval-pairs = { $kind } : bon ordre { $order }, AUROC { $auroc } ({ $count } paires)

answer-items = { $count ->
    [one] Une liste, du plus ancien au plus récent : un élément marqué.
   *[other] Une liste, du plus ancien au plus récent : { $count } éléments marqués.
}
quote-also = { $count ->
    [one] dit aussi par un autre article
   *[other] dit aussi par { $count } autres articles
}
quotes-left = { $count ->
    [one] Un autre passage répond bien moins probablement ; « --json » le donne.
   *[other] { $count } autres passages répondent bien moins probablement ; « --json » les donne.
}
quote-contradicted = ⚠ un autre article cité ici donne un autre chiffre ou une autre date

## Flux

feeds-none = Aucun flux n’est lu : donnez des adresses de flux ou de sites dans feeds.yaml, à côté des articles, une par ligne après « - ».
feeds-counts = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}, { $waiting } en attente, { $refused } refusés
feeds-read = lu le { $when }
feeds-not-read = pas encore lu
feeds-fails = en échec depuis le { $since } ({ $reason })
feeds-why-gone = il n’y a plus rien à cette adresse ({ $why })
feeds-why-refused = le site ne laisse pas lire cette page ({ $why })
feeds-why-busy = le site est en panne ou trop sollicité ({ $why })
feeds-why-status = le site répond par { $why }
feeds-why-slow = le site met trop longtemps à répondre
feeds-why-certificate = le certificat du site n’est pas valable
feeds-why-redirects = l’adresse renvoie trop de fois vers une autre
feeds-why-unreachable = le site est injoignable ({ $why })
feeds-why-page = la page ne peut devenir un article ({ $why })
feeds-why-link-forbidden = le robots.txt du site demande aux programmes de ne pas lire cette page
feeds-why-link-private = l’adresse mène à un réseau privé
feeds-why-link-not-https = l’adresse, ou celle où elle renvoie, ne commence pas par https
feeds-why-feed-missing = il n’y a pas de flux à cette adresse
feeds-why-no-text = il n’y a pas de texte d’article sur cette page
feeds-why-empty = la page est vide
feeds-why-too-large = la page est trop lourde
feeds-why-unsupported-format = ce n’est pas une page à lire, mais un fichier d’un autre genre
feeds-why-same-text = le même texte est déjà dans la base
feeds-why-article-exists = un autre article porte déjà ce nom
feeds-elsewhere = Les flux sont en cours de lecture par un autre processus.
feeds-visited = Flux lus : { $added ->
    [one] { $added } article ajouté
   *[other] { $added } articles ajoutés
}, { $updated } mis à jour.
filled = { $added ->
    [one] { $added } article ajouté
   *[other] { $added } articles ajoutés
} ; { $had } y étaient déjà, { $refused } refusés, { $waiting } remis à plus tard.
quote-version = version du { $date }
quote-withdrawn = disparu de son site depuis le { $date }
