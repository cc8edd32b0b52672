# Ce que le moteur refuse : ce qui ne va pas, puis ce qu’il faut faire.

## Un fichier du dossier d’articles

fault-empty = le fichier est vide : écrivez-y un article ou supprimez-le
fault-binary = ce n’est pas du texte (le fichier contient des octets nuls) : enregistrez-le en texte UTF-8
fault-undecodable = l’encodage n’est ni UTF-8 ni Windows-1252 : enregistrez le fichier en UTF-8
fault-not-a-file = ce n’est pas un fichier ordinaire : remplacez-le par une copie du fichier voulu
fault-unreadable = le fichier ne peut pas être lu ({ $reason }) : vérifiez ses droits d’accès
fault-too-large = le fichier pèse { $size } Mo, au-delà de la limite de { $limit } Mo : découpez-le ou relevez SOURCIER_MAX_ARTICLE_MB
fault-leaves-folder = le lien mène hors du dossier d’articles : copiez plutôt le fichier dans le dossier
fault-broken-link = le lien ne mène nulle part : corrigez-le ou supprimez-le
fault-unsupported-format = le format { $extension } n’est pas lu : convertissez l’article en .md, .txt, .html, .pdf, .docx, .odt, .epub ou .eml
fault-front-matter-unclosed = l’en-tête ouvert par « --- » n’est jamais refermé : ajoutez une ligne « --- » avant le texte
fault-front-matter-invalid = l’en-tête n’est pas du YAML valable, ligne { $line } ({ $problem }) : corrigez cette ligne
fault-front-matter-aliases = l’en-tête utilise des alias YAML, qui ne sont pas admis : écrivez chaque valeur en toutes lettres
fault-impossible-date = la date « { $date } » n’existe pas : écrivez-la AAAA, AAAA-MM ou AAAA-MM-JJ
fault-no-text = aucun texte n’a été trouvé : écrivez le texte de l’article ; des images de pages passent d’abord par la reconnaissance de caractères
fault-too-many-elements = la page a plus de { $limit } éléments HTML : enregistrez l’article seul, en texte ou en Markdown
fault-several-articles = le fichier contient { $count } articles : déposez-le tel quel dans le dossier des articles, ou ajoutez-les un par un
fault-pdf-encrypted = le PDF est protégé par un mot de passe : enregistrez-en une copie sans protection
fault-pdf-needs-crypto = le PDF est protégé par un mot de passe (AES) : enregistrez-en une copie sans protection, ou installez sourcier[crypto] si rien n’est demandé à l’ouverture
fault-pdf-broken = le PDF est abîmé et ne peut pas être lu : exportez-le de nouveau
fault-document-broken = le document est endommagé, ou n’est pas ce que son nom annonce : enregistrez-le de nouveau
fault-document-locked = le document est protégé par un mot de passe, ou c’est un ancien .doc : enregistrez-en une copie sans protection, en .docx ou .odt
fault-document-too-large = le document se déplie bien au-delà de ce qu’il paraît, { $limit } Mo étant lus au plus : enregistrez-en une copie sans ses images
fault-document-has-macros = le document contient des macros : enregistrez-en une copie sans elles
fault-document-links-outside = le document va chercher des images ou un modèle ailleurs : enregistrez-en une copie qui les contient
fault-same-text = le texte est le même que celui de { $other } : ne gardez qu’un des deux fichiers
fault-expired = il ne devait plus servir après { $expires } (« expires ») : changez cette date pour le rétablir
fault-too-old = sa date, { $date }, remonte à plus de { $days } jours (SOURCIER_ARTICLE_DAYS)

## Le fichier des entités

fault-entities-invalid = la ligne { $line } n’est pas du YAML valable ({ $problem }) : corrigez-la
fault-entities-anchors = la ligne { $line } utilise des ancres YAML, qui ne sont pas admises : écrivez chaque valeur en toutes lettres
fault-entity-incomplete = il manque « { $field } » à l’entité de la ligne { $line } : ajoutez-le
fault-entity-key-unknown = ligne { $line } : « { $field } » n’est pas une clé d’entité : écrivez id, name, kind, parent ou aliases (pour un alias : name, ambiguous)
fault-entity-kind-unknown = ligne { $line } : « { $kind } » n’est pas un genre : écrivez company, product, person, institution, law ou project
fault-entity-value-invalid = ligne { $line } : la valeur de « { $field } » est inutilisable : écrivez un texte court (id : minuscules, chiffres et traits d’union ; ambiguous : true ou false)
fault-entity-same-id = ligne { $line } : l’identifiant « { $id } » est déjà celui de l’entité de la ligne { $other } : donnez-en un autre
fault-entity-same-alias = ligne { $line } : « { $alias } » est déjà un nom de « { $other } » : supprimez-le, ou écrivez {"{"}name: …, ambiguous: true{"}"}
fault-entity-parent-unknown = ligne { $line } : le parent de « { $id } », « { $parent } », n’est pas dans le fichier : ajoutez-le ou écrivez null
fault-entity-parent-cycle = ligne { $line } : « { $id } » est son propre ancêtre : corrigez son parent
fault-feeds-invalid = la ligne { $line } de la liste des flux est inutilisable ({ $problem }) : corrigez-la

## Une demande

fault-knowledge-missing = Le dossier d’articles { $path } est introuvable : créez-le ou indiquez le bon avec SOURCIER_KNOWLEDGE_DIR.
fault-knowledge-emptied = Le dossier d’articles ne contient plus aucun article lisible alors que l’index en compte { $previous } : rien n’a été changé ; remettez les articles en place, ou supprimez le dossier de données pour repartir de zéro.
fault-base-empty = Il n’y a pas encore d’article où chercher : mettez-en dans le dossier d’articles (.md, .txt, .html, .pdf, .docx…), puis lancez « sourcier reindex ».
fault-data-unwritable = Impossible d’écrire dans le dossier de données { $path } ({ $reason }) : vérifiez ses droits et la place libre, ou changez SOURCIER_DATA_DIR.
fault-reindex-running = Une réindexation est déjà en cours ({ $stage }) : attendez qu’elle finisse, puis réessayez.
fault-reindex-running-unseen = Une réindexation est déjà en cours : attendez qu’elle finisse, puis réessayez.
fault-generation-unknown = Il n’y a pas de version { $number } de l’index ; sont conservées : { $kept }.
fault-generation-damaged = La version { $number } de l’index est abîmée et ne peut servir : choisissez-en une autre, ou lancez « sourcier reindex ».
fault-no-earlier-generation = Il n’y a pas de version antérieure de l’index à laquelle revenir : « sourcier status » donne celles qui sont conservées.
fault-no-generation = Il n’y a pas encore d’index : lancez « sourcier reindex ».
fault-store-missing = SOURCIER_STORE_URL demande Milvus, dont le client n’est pas installé : installez sourcier[milvus], ou laissez le réglage vide.
fault-vectors-unreadable = { $path } n’est pas un fichier de vecteurs entier : récrivez-le avec « sourcier export-vectors », et copiez-le en entier.
fault-vectors-unwritable = Impossible d’écrire { $path } ({ $reason }) : vérifiez le chemin, ses droits et la place libre.
fault-vectors-other-model = Les vecteurs de { $path } ont été faits avec le modèle { $made-with }, et non avec { $wanted } tel qu’il est ici : mettez le même SOURCIER_MODEL, et la même version de Sourcier, sur les deux machines.
fault-published-nothing = Rien n’est publié dans { $path } : vérifiez le chemin, et lancez « sourcier publish » là où l’index se fait.
fault-published-incomplete = La génération { $number } n’est pas encore tout entière dans { $path } : attendez qu’elle soit copiée, puis recommencez ; ce qui était servi le reste.
fault-published-damaged = { $path } n’est pas tel qu’il a été publié : supprimez-le, publiez de nouveau et recopiez-le ; ce qui était servi le reste.
fault-published-other-version = Ce qui est publié dans { $path } vient d’une autre version de Sourcier : installez la même sur les deux machines.
fault-publishing-running = Une publication est déjà en cours dans { $path } : attendez qu’elle finisse, puis recommencez.
fault-mirror-not-empty = { $path } contient déjà un index fait ici, qu’on ne mêle pas à un index publié : choisissez un autre SOURCIER_DATA_DIR, ou déplacez ce dossier.
fault-mirror-differs = La génération { $number } publiée n’est pas celle de { $path }, comme si l’index avait été recommencé : déplacez ce dossier, puis suivez de nouveau.
fault-index-driver-missing = SOURCIER_INDEX_URL demande un index dans PostgreSQL, dont les pilotes ne sont pas installés : installez sourcier[postgres], ou laissez le réglage vide.
fault-index-lost = La base de données qui contient les articles ({ $path }) ne répond pas : réessayez dans un instant ; elle est redemandée toute seule.
fault-indexing-elsewhere = { $holder } modifie cet index depuis { $since } : attendez la fin, puis réessayez ; une machine qui s’est arrêtée rend son tour en moins d’une minute.
fault-turn-lost = La base de données qui dit à qui est le tour de modifier l’index ne peut servir ({ $reason }) : rien n’a changé ; vérifiez SOURCIER_STATE_URL, puis réessayez.
fault-base-mirrored = Cet index se fait ailleurs et vient de { $path } : changez les articles là-bas, publiez, et il suit.
fault-model-missing = Le modèle « { $model } » ne peut pas être chargé ({ $reason }) : vérifiez SOURCIER_MODEL, ou laissez-le vide pour le modèle fourni.
fault-reranker-missing = Le modèle de reclassement « { $model } » ne peut pas servir ({ $reason }) : vérifiez SOURCIER_READER, qui demande un cross-encoder à un seul score ; laissez-le vide pour le lecteur fourni, ou mettez off pour n’en avoir aucun.
fault-reader-unusable = Le lecteur « { $reader } » ne peut pas servir ({ $reason }) ; les réponses se font sans lui : vérifiez SOURCIER_READER, ou réinstallez Sourcier.
fault-model-changed = L’index a été fait avec le modèle { $made-with }, mais le réglage demande { $wanted } : lancez « sourcier reindex --full », ou rétablissez SOURCIER_MODEL.
fault-article-exists = Un article s’appelle déjà « { $id } » (fichier { $path }) : donnez un autre nom au nouveau, ou retirez d’abord celui-là.
fault-article-is-link = Le fichier { $path } est un lien ou se trouve derrière un lien : modifiez à la main ce à quoi il mène.
fault-article-shares-file = Le fichier { $path } contient { $count } articles : retirez-en celui-ci à la main, ou supprimez le fichier.
fault-knowledge-unwritable = Le dossier d’articles { $path } ne peut être modifié ({ $reason }) : vérifiez ses droits et l’espace libre.
fault-trash-lacks = La corbeille ne contient pas d’article « { $id } » : « sourcier restore » donne ceux qui peuvent être rétablis.
fault-address-unusable = « { $url } » n’est pas une adresse web : écrivez-la à partir de https://, sans espaces.
fault-links-off = Les articles ne s’ajoutent pas ici par leur adresse : enregistrez la page dans un fichier, ou réglez SOURCIER_ADD_BY_URL=1.
fault-link-not-https = « { $url } » ne peut être lue : seules le sont les simples adresses https://, sans port, nom ni mot de passe.
fault-link-private = L’adresse de { $host } n’est pas sur le web public : enregistrez la page dans un fichier et ajoutez-le.
fault-link-forbidden = Le site { $host } ne veut pas que des programmes lisent sa page (robots.txt) : enregistrez-la dans un fichier et ajoutez-le.
fault-link-unreachable = { $url } ne peut être lue ({ $reason }) : vérifiez l’adresse, ou enregistrez la page dans un fichier et ajoutez-le.
fault-feed-missing = { $url } n’est pas un flux et n’en indique aucun : donnez l’adresse du flux lui-même.
fault-feeds-running = Les flux sont en cours de lecture : réessayez dans un instant.
fault-sitemap-missing = { $url } n’est pas un plan de site et n’en indique aucun : donnez l’adresse de son sitemap.
fault-too-many-feeds = On ne peut suivre ici plus de { $most } flux : retirez-en un d’abord.
fault-article-unknown = Aucun article ne s’appelle « { $id } » ; le plus proche est « { $closest } » (liste : « sourcier sources »).
fault-article-unknown-at-all = Aucun article ne s’appelle « { $id } » : « sourcier sources » en donne la liste.
fault-article-gone = Cet article n’est plus dans la base.
fault-quote-gone = Cette citation n’est plus dans la base : son article a été modifié ou retiré depuis. Reposez la question.
fault-subject-empty = Il manque le sujet : écrivez-en un, par exemple « amazon ».
fault-subject-too-long = Le sujet compte { $length } caractères, et { $limit } au plus sont lus : écrivez un nom.
fault-subject-ambiguous = « { $subject } » peut désigner : { $names }. Écrivez l’un de ces noms.
fault-date-unreadable = « { $date } » n’est pas une date lisible : écrivez 2022, 2022-07, 2022-07-21 ou « juillet 2022 ».
fault-dates-reversed = Les dates sont à l’envers : « { $since } » vient après « { $until } ».
fault-question-empty = La question est vide : écrivez-en une à laquelle vos articles peuvent répondre.
fault-question-too-long = La question compte { $length } caractères, au-delà de la limite de { $limit } : raccourcissez-la.
fault-questions-unreadable = Le fichier de questions { $path } ne peut pas être lu ({ $reason }) : vérifiez ses droits et qu’il est en UTF-8.
fault-questions-invalid = { $path }, ligne { $line } : ce n’est pas une question étiquetée ({ $reason }) ; corrigez cette ligne.
fault-timelines-invalid = { $path }, ligne { $line } : ce n’est pas une frise étiquetée ({ $reason }) ; corrigez cette ligne.

## Une remarque sur un fichier lu malgré tout

notice-read-as-cp1252 = { $path } : lu comme du Windows-1252, car ce n’est pas de l’UTF-8 ; enregistrez-le en UTF-8 si des accents sont faux
notice-companion = { $path } : laissé de côté, car il parle du dossier ; donnez-lui un autre nom si c’est un article
notice-date-unread = { $path } : la date « { $date } » est illisible, et l’article n’en a pas ; écrivez 2022, 2022-07 ou 2022-07-21
notice-lang-unknown = { $path } : « { $lang } » n’est pas une langue ; celle du texte a été reconnue à la place ; écrivez lang: fr ou lang: en
notice-pages-illegible = { $path } : des lettres sont illisibles sur { $pages } : une police n’y dit pas lesquelles elles sont
notice-left-out = { $path } : pas dans l’article : { $parts }
notice-comments-left-out = { $path } : les commentaires ne sont pas dans l’article

## Ce que le système refuse, quand il parle anglais

system-missing = le fichier ou le dossier n’existe pas
system-denied = les droits manquent
system-read-only = c’est en lecture seule
system-full = le disque est plein
system-directory = c’est un dossier
system-not-directory = ce n’est pas un dossier
system-exists = il existe déjà
system-name-too-long = le nom est trop long
system-too-many-open = trop de fichiers sont ouverts
system-not-empty = le dossier n’est pas vide
system-busy = un autre programme s’en sert
system-database-closed = le fichier de la base de données ne s’ouvre pas
system-database-damaged = la base de données est abîmée
system-input-output = le disque ne répond pas comme il faut
system-memory = la mémoire manque
system-address-used = un autre programme s’en sert déjà
system-address-foreign = cette machine n’a pas cette adresse
system-host-unknown = ce nom d’hôte est introuvable
system-certificate = le certificat n’est pas valable
system-refused = la connexion est refusée
system-cut = la connexion a été coupée
system-unreachable = le réseau n’y mène pas
system-timed-out = la réponse tarde trop
system-not-text = ce n’est pas du texte en UTF-8
