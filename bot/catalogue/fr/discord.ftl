# Ce que l’on lit sur Discord.

## Les commandes, telles que Discord les présente (noms : minuscules, 32 caractères au plus ; descriptions : 100)

discord-ask-name = demander
discord-ask-description = Trouve dans les articles les phrases qui répondent, citées mot pour mot
discord-ask-question-name = question
discord-ask-question-description = Votre question, en français ou en anglais
discord-ask-article-description = N’interroger que cet article
discord-ask-from-description = Seulement les articles à partir de cette date : 2022, 2022-07, juillet 2022
discord-ask-to-description = Seulement les articles jusqu’à cette date : 2022, 2022-07, juillet 2022
discord-ask-private-name = privé
discord-ask-private-description = Ne montrer la réponse qu’à vous ; un bouton la partage
discord-menu-ask = Poser cette question
discord-menu-sources = Trouver des sources
discord-sources-name = sources
discord-sources-description = Les articles dans lesquels je cherche
discord-sources-search-name = recherche
discord-sources-search-description = Des mots d’un titre, un journal, une année
discord-article-name = article
discord-article-description = Un article : ce qu’il est, sur quoi il s’appuie, et son texte
discord-article-article-name = article
discord-article-article-description = Tapez des mots de son titre et choisissez
discord-help-name = aide
discord-help-description = Ce que je sais faire, et comment
discord-status-name = état
discord-status-description = Comment je vais, et combien d’articles je connais
discord-about-name = à-propos
discord-about-description = D’où viennent les citations, et comment signaler une erreur

## /frise

discord-timeline-name = frise
discord-timeline-description = Les événements datés d’une entreprise, d’un produit, d’une personne, cités avec leurs sources
discord-timeline-subject-name = sujet
discord-timeline-subject-description = De qui ou de quoi : une entreprise, un produit, une personne, des mots
discord-timeline-with-name = avec
discord-timeline-with-description = Un second sujet à côté, sur le même axe
discord-timeline-from-name = de
discord-timeline-from-description = La première date : 2022, 2022-07, juillet 2022
discord-timeline-to-name = à
discord-timeline-to-description = La dernière date : 2022, 2022-07, juillet 2022
discord-timeline-kind-name = genre
discord-timeline-kind-description = Ne montrer qu’un genre d’événements : lancements, rachats, fermetures, décisions, chiffres
discord-timeline-private-description = Ne montrer la frise qu’à vous
discord-timeline-most-told = Les { $shown } plus racontés de { $total } événements
discord-timeline-context = Lire un événement dans son article…
discord-timeline-before = ◀ Plus tôt
discord-timeline-after = Plus tard ▶
discord-timeline-all = Les { $total } événements
discord-timeline-possible = { $count ->
    [one] 1 autre phrase, moins sûre
   *[other] { $count } autres phrases, moins sûres
}
discord-timeline-most = Les { $shown } plus racontés
discord-timeline-page = Page web
discord-timeline-page-here = La frise en une page web d’un seul fichier : à garder, à publier, ou à montrer dans un cadre d’une autre page.

## Une réponse

discord-question = -# « { $question } »
discord-understood = -# Compris comme : « { $question } »
discord-ask-alone = Demander tel quel
discord-touched = Ce que la base en dit :
discord-weak-touched = Voici ce qui s’en approche le plus, mais il peut s’agir d’autre chose :
discord-untouched = Rien dans la base n’appuie ni ne concerne ce message.
discord-further = D’autres citations, plus loin dans la liste :
discord-closest = **Les passages les plus proches.** Ils ne répondent pas à la question :
discord-in-context = En contexte
discord-source = Source
discord-more = Autres citations
discord-show-closest = Passages proches
discord-share = Partager
discord-shared-by = -# Partagé par { $person }
discord-weak = Voici ce qui s’en approche le plus, sans forcément répondre à la question :
discord-none = Rien dans la base ne répond à cette question.
discord-between = -# articles datés : { $since } – { $until }
discord-since = -# articles datés : { $date } – …
discord-until = -# articles datés : … – { $date }
discord-none-in-period = Aucun article n’a une telle date : essayez une période plus large.
discord-none-hint = -# Essayez avec le nom d’une entreprise, d’un produit, d’une personne, une date, ou en d’autres mots.
discord-section = § { $title }
discord-quote-too-long = *La phrase qui répond est trop longue pour un message Discord : lisez-la dans l’article.*
discord-footer =
    { $quotes ->
        [one] 1 citation, mot pour mot
       *[other]
            { $articles ->
                [one] { $quotes } citations d’un même article · mot pour mot
               *[other] { $quotes } citations de { $articles } articles · mot pour mot
            }
    }

## Un article, les articles

discord-card-publisher = Éditeur :
discord-card-date = Date :
discord-card-language = Langue :
discord-card-file = Fichier :
discord-card-draws-on = Ce sur quoi il s’appuie
discord-card-more = { $count ->
    [one] et 1 autre source
   *[other] et { $count } autres sources
}
discord-open = Ouvrir
discord-open-at-quote = Ouvrir à la citation
discord-read = Lire ici
discord-page = Page { $page } sur { $pages }
discord-page-before = ◀ Avant
discord-page-after = Après ▶
discord-sources-all = { $count ->
    [0] Il n’y a pas encore d’article : qui m’exploite peut en ajouter.
    [one] **1 article**
   *[other] **{ $count } articles**
}
discord-sources-found = { $count ->
    [0] Aucun article n’a tous les mots de « { $search } ».
    [one] **1 article pour « { $search } »**
   *[other] **{ $count } articles pour « { $search } »**
}

## À propos, aide, état

discord-about-model = Modèle : { $model }
discord-base-size = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}
discord-base-updated = Dernière mise à jour : { $moment } UTC
discord-status-good = 🟢 Tout va bien.
discord-status-degraded = 🟡 Le dernier index est endommagé ; je réponds avec un plus ancien.
discord-status-missing = 🔴 Il n’y a pas encore d’index : je ne peux pas répondre.
discord-status-outdated = 🔴 L’index a été fait avec un autre modèle : je ne peux pas répondre.
discord-status-running = Les articles sont en cours de relecture ; je continue à répondre.
discord-status-waiting = { $waiting ->
    [0] Aucune question n’attend.
    [one] 1 question est en cours.
   *[other] { $waiting } questions sont en cours ou en attente.
}
discord-status-latency = Discord me répond en { $milliseconds } ms.
discord-help-ways = Posez une question par une commande, en me mentionnant, en me répondant ou en privé. Dans le menu d’un message, sous Applications, *Poser cette question* la cherche telle quelle et *Trouver des sources* cherche ce qui l’appuie.
discord-help-buttons = **Sous une citation :** *En contexte* montre le passage entier et ce qui l’entoure, *Source* son article. *Autres citations* continue la liste ; *Partager* montre à tous ce que vous seul voyez. Les boutons marchent pour toujours ; une citation qui a quitté la base le dit.
discord-help-admins = **Pour qui gère le serveur :**

## À la place d’une réponse

discord-help-asking = Posez-moi une question dans le même message, par exemple : « Quand Amazon Care a-t-il fermé ? »
discord-said-greeting = Bonjour ! Posez-moi une question sur les articles : j’y réponds en les citant.
discord-said-thanks = Je vous en prie !
discord-said-farewell = Au revoir !
discord-said-noted = Bien. Posez une autre question sur les articles quand vous voulez.
discord-said-doubt = Je ne juge pas, je cite : chaque citation est mot pour mot dans son article, qui est seul à en répondre. Sous la citation, *En contexte* et *Source* permettent de vérifier ; 👎 dit que la réponse n’allait pas.
discord-said-missed = Désolé. Redites la question en une phrase, avec le nom de ce dont il s’agit : je cherche ce qui y répond mot pour mot. *Autres citations*, sous la réponse, montre ce qui venait ensuite.
discord-said-who = Je suis Sourcier, un programme : je réponds en citant des articles, mot pour mot, avec leur source, et je n’écris rien moi-même. Posez-moi une question, par exemple : « Quand Amazon Care a-t-il fermé ? » ; `/help` dit le reste.
discord-said-language = Je cite les articles dans la langue où ils sont écrits, sans traduire. Les questions sont comprises en français et en anglais. Je vous parle dans celle de votre question ou de votre Discord.
discord-said-shorter = Je ne résume pas et ne reformule pas : je cite. Une question plus précise trouve une phrase plus précise. Ce qui répond est en gras.
discord-said-source = Chaque citation est suivie de sa source : posez d’abord une question sur les articles.
discord-said-more = Posez d’abord une question sur les articles : j’en montrerai ensuite d’autres citations.
discord-busy = Trop de questions attendent déjà. Reposez la vôtre dans un instant.
discord-slow = La recherche a pris trop de temps et je l’ai abandonnée. Reposez votre question dans un instant.
discord-stopping = Je suis sur le point de redémarrer. Reposez votre question dans une minute.
discord-too-soon = Vous demandez plus vite que je ne peux suivre. Continuez dans { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } secondes
}.
discord-server-too-soon = Beaucoup de monde demande à la fois sur ce serveur. Continuez dans { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } secondes
}.
discord-no-text = Ce message n’a pas de texte à chercher.
discord-command-stale = Cette commande a changé depuis que votre Discord l’a apprise : rechargez Discord (Ctrl+R) et réutilisez-la.
discord-option-odd = L’une des options n’est pas du genre que prend cette commande : choisissez-la de nouveau dans la liste que Discord propose.
discord-button-forged = Je ne connais pas ce bouton. Reposez la question pour en avoir d’autres.
discord-shared-already = Tout le monde ici le voit déjà.
discord-feedback-off = Merci, mais ce serveur ne garde pas les votes.
discord-thanks-up = Merci : votre vote est gardé, sans votre nom.
discord-thanks-down = Merci : votre vote est gardé, sans votre nom. En d’autres mots, la question trouvera peut-être mieux.
discord-unavailable = Je ne peux pas chercher dans les articles en ce moment ; qui m’exploite peut savoir pourquoi (incident { $incident }).
discord-unexpected = Un problème est survenu de mon côté ; il est consigné (incident { $incident }). Veuillez réessayer.

## Ce que lit l’exploitant dans son terminal

discord-token-refused = Discord a refusé le jeton : copiez-le de nouveau depuis le portail des développeurs (Bot > Reset Token) dans DISCORD_TOKEN.
discord-unreachable = Discord est injoignable ({ $reason }) : vérifiez le réseau, puis relancez.
discord-closed = Discord a mis fin à la connexion pour de bon (code { $code }) : vérifiez le bot dans le portail des développeurs, puis relancez.
discord-refused = Discord a refusé de laisser entrer le bot (statut { $status }) : attendez quelques minutes, puis relancez.
discord-crashed = Le bot s’est arrêté sur une erreur imprévue ({ $kind }, incident { $incident }) : relancez, avec SOURCIER_LOG_LEVEL=debug pour voir les détails.

## Les refus qui nomment des commandes, telles qu’elles s’appellent ici

discord-fault-base-empty = Il n’y a pas encore d’article où chercher : les personnes qui s’en occupent peuvent ajouter le premier avec /ajouter.
discord-fault-generation-damaged = La version { $number } de l’index est abîmée et ne peut servir : choisissez-en une autre, ou lancez /réindexer.
discord-fault-no-earlier-generation = Il n’y a pas de version antérieure de l’index à laquelle revenir : /état donne celles qui sont conservées.
discord-fault-trash-lacks = La corbeille ne contient pas d’article « { $id } » : /restaurer donne ceux qui peuvent être rétablis.
discord-fault-article-unknown = Aucun article ne s’appelle « { $id } » ; le plus proche est « { $closest } ». /sources en donne la liste.
discord-fault-article-unknown-at-all = Aucun article ne s’appelle « { $id } » : /sources en donne la liste.
discord-who-says-so = Qui d’autre le dit
discord-also = **D’autres articles qui le disent :**
