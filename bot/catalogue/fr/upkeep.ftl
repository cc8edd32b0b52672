# /réindexer, /ajouter, /retirer, /restaurer, et le retour à une génération précédente

upkeep-where-name = où
upkeep-where-description = Les articles propres à ce serveur, ou ceux que tous les serveurs partagent
upkeep-where-server = les articles propres à ce serveur
upkeep-where-shared = les articles que tous les serveurs partagent
upkeep-refused = Seuls les membres qui peuvent gérer ce serveur, et les rôles qu’ils ont choisis dans /réglages, peuvent changer ses articles.
upkeep-operators = Seul qui m’exploite peut changer les articles que tous les serveurs partagent.
upkeep-on-a-server = Utilisez cette commande sur le serveur dont vous voulez changer les articles.
upkeep-elsewhere = Ce bouton appartient à un autre serveur : utilisez la commande ici.
upkeep-cancel = Annuler

reindex-name = réindexer
reindex-description = Relire les articles et dire ce qui a changé (pour qui s’en occupe)
reindex-full-name = tout
reindex-full-description = Relire tous les articles, même inchangés
reindex-outcome =
    { $changed ->
        [0] Rien n’a changé
        [one] 1 article a changé
       *[other] { $changed } articles ont changé
    }{ $refused ->
        [0] .
        [one] , 1 fichier a été refusé.
       *[other] , { $refused } fichiers ont été refusés.
    }
reindex-joined-ended = La réindexation en cours est terminée : /état dit ce qui est servi maintenant.

add-name = ajouter
add-description = Ajouter un article : un fichier, un lien ou un texte collé (pour qui s’occupe des articles)
add-file-name = fichier
add-file-description = Un fichier .md, .txt, .html, .pdf, .docx, .odt, .epub ou .eml
add-link-name = lien
add-link-description = L’adresse de l’article ; seule, la page est lue si qui m’exploite le permet
add-title-name = titre
add-title-description = Son titre, si le fichier ne le dit pas
add-date-name = date
add-date-description = Quand il a paru : 2022-08-24, août 2022, 2022
add-publisher-name = éditeur
add-publisher-description = Qui l’a publié
add-form = Ajouter un article
add-form-title = Titre
add-form-title-about = Tel qu’il figure au-dessus de l’article
add-form-text = Texte
add-form-text-about = Mot pour mot ; les intertitres s’écrivent « ## Intertitre »
add-form-date = Date
add-form-date-about = 2022-08-24, août 2022, 2022
add-form-publisher = Éditeur
add-form-publisher-about = Journal, site, institution
add-form-url = Lien
add-form-url-about = Où l’article peut être lu
add-preview = **{ $title }** serait lu ainsi :
add-to-all = Il serait ajouté aux articles que tous les serveurs partagent.
add-to-server = Il serait ajouté aux articles propres à ce serveur, que personne d’autre ne voit.
add-confirm = Ajouter
add-done = ✅ **{ $title }** est ajouté et peut être cité dès maintenant.
add-dropped = Rien n’a été ajouté.
add-too-late = Cet aperçu a expiré : rien n’a été ajouté. Proposez l’article de nouveau.

remove-name = retirer
remove-description = Retirer un article de la base ; il peut être restauré (pour qui s’occupe des articles)
remove-article-name = article
remove-article-description = Tapez des mots de son titre et choisissez
remove-sure = Retirer cet article ?
remove-from-all = Plus personne, sur aucun serveur, n’en lira de citation.
remove-from-server = Plus personne, sur ce serveur, n’en lira de citation.
remove-confirm = Retirer
remove-done =
    { $days ->
        [one] 🗑️ **{ $title }** est retiré ; /restaurer le ramène pendant 1 jour.
       *[other] 🗑️ **{ $title }** est retiré ; /restaurer le ramène pendant { $days } jours.
    }
restore-name = restaurer
restore-description = Ramener un article retiré, ou voir lesquels attendent (pour qui s’occupe des articles)
restore-article-name = article
restore-article-description = Tapez des mots de son titre et choisissez ; rien les énumère
restore-nothing = Aucun article retiré n’attend.
restore-done = ✅ **{ $title }** est de retour et peut être cité de nouveau.

rollback-button = Revenir à { $number }
rollback-back = ✅ Les réponses viennent maintenant de la version { $number } de l’index. Les articles eux-mêmes n’ont pas changé : la prochaine réindexation les relira.
status-own = **Les articles propres à ce serveur**
status-shared-articles = **Les articles que tous les serveurs partagent**
status-none-kept = aucun encore : /ajouter ajoute le premier
status-acts = **Derniers changements**
status-act = { $when } · { $who } { $what } · { $result }
status-who-shell = (qui exploite)
status-unanswered = **Demandé sans réponse**, le plus ancien d’abord
status-unanswered-more = et { $count } autres : /sans-réponse
act-done = fait
act-refused = refusé
act-failed = échoué
act-failed-why = échoué : { $why }
act-version = (version { $number })
act-joined = (déjà en cours)
act-shared = (articles que tous partagent)
act-setting = { $name } : { $value }
act-nothing = rien
act-team-role = Rôle prévenu
act-did-add = a ajouté
act-did-preview = a regardé avant d’ajouter
act-did-remove = a retiré
act-did-restore = a remis
act-did-reindex = a relu les articles
act-did-rollback = est revenu à une version d’avant
act-did-settings = a réglé
act-did-byline = a choisi comment être nommé dans
act-did-follow = a fait suivre à un salon
act-did-unfollow = a cessé de faire suivre
act-did-feeds-add = a abonné au flux
act-did-feeds-remove = a désabonné du flux

## /feeds

feeds-name = flux
feeds-description = Les flux dont les articles arrivent d’eux-mêmes (pour qui s’occupe des articles)
feeds-add-name = ajouter
feeds-add-description = L’adresse d’un flux, ou d’un site qui en a un (https)
feeds-remove-name = retirer
feeds-remove-description = L’adresse d’un flux à ne plus lire ; ses articles restent
feeds-added = ✅ { $url } est lu désormais : ses articles arrivent dans les minutes qui viennent.
feeds-known = { $url } est déjà lu.
feeds-removed = { $url } n’est plus lu ; ses articles restent.
feeds-unknown = { $url } n’est pas lu ici.
feeds-none-here = Aucun flux n’est lu pour ce serveur : ajoutez-en un avec « ajouter ».
feeds-withdrawn = { $count ->
    [one] Un article a disparu de son site depuis une semaine. Le retirer d’ici aussi ?
   *[other] { $count } articles ont disparu de leur site depuis une semaine. Les retirer d’ici aussi ?
}
feeds-remove-article = Retirer { $title }
feeds-told-fail = ⚠️ Le flux **{ $feed }** est en échec depuis le { $since } ({ $reason }).
feeds-told-withdrawn = 🗑️ **{ $title }** a disparu de son site depuis une semaine.
feeds-told-where = `/flux` sur le serveur, ou `sourcier feeds`, les montre ; c’est à vous de les retirer.
