# Ce que l’on lit sur Discord.

## Les commandes, telles que Discord les présente (noms : minuscules, 32 caractères au plus ; descriptions : 100)

discord-ask-name = demander
discord-ask-description = Trouve dans les articles les phrases qui répondent, citées mot pour mot
discord-ask-question-name = question
discord-ask-question-description = Votre question, en français ou en anglais
discord-about-name = à-propos
discord-about-description = D’où viennent les citations, et comment signaler une erreur

## /frise

discord-timeline-name = frise
discord-timeline-description = Les événements datés d’une entreprise, d’un produit, d’une personne, cités avec leurs sources
discord-timeline-subject-name = sujet
discord-timeline-subject-description = De qui ou de quoi : une entreprise, un produit, une personne, des mots
discord-timeline-from-name = de
discord-timeline-from-description = La première date : 2022, 2022-07, juillet 2022
discord-timeline-to-name = à
discord-timeline-to-description = La dernière date : 2022, 2022-07, juillet 2022
discord-timeline-most-told = Les { $shown } plus racontés de { $total } événements
discord-timeline-page = Page { $page } sur { $pages }
discord-timeline-before = ◀ Plus tôt
discord-timeline-after = Plus tard ▶
discord-timeline-all = Les { $total } événements
discord-timeline-most = Les { $shown } plus racontés

## Une réponse

discord-question = -# « { $question } »
discord-weak = Voici ce qui s’en approche le plus, sans forcément répondre à la question :
discord-none = Rien dans la base ne répond à cette question.
discord-none-hint = -# Essayez avec le nom d’une entreprise, d’un produit, d’une personne, une date, ou en d’autres mots.
discord-section = § { $title }
discord-language = en { $language }
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

## À la place d’une réponse

discord-help = Posez-moi une question dans le même message, par exemple : « Quand Amazon Care a-t-il fermé ? »
discord-busy = Trop de questions attendent déjà. Reposez la vôtre dans un instant.
discord-slow = La recherche a pris trop de temps et je l’ai abandonnée. Reposez votre question dans un instant.
discord-stopping = Je suis sur le point de redémarrer. Reposez votre question dans une minute.
discord-no-embeds = J’ai la réponse, mais pas le droit de l’afficher ici : un admin doit m’accorder la permission « Intégrer des liens ». En attendant, /demander fonctionne.
discord-unavailable = Je ne peux pas chercher dans les articles en ce moment ; qui m’exploite peut savoir pourquoi (incident { $incident }).
discord-unexpected = Un problème est survenu de mon côté ; il est consigné (incident { $incident }). Veuillez réessayer.

## Ce que lit l’exploitant dans son terminal

discord-token-refused = Discord a refusé le jeton : copiez-le de nouveau depuis le portail des développeurs (Bot > Reset Token) dans DISCORD_TOKEN.
discord-unreachable = Discord est injoignable ({ $reason }) : vérifiez le réseau, puis relancez.
discord-closed = Discord a mis fin à la connexion pour de bon (code { $code }) : vérifiez le bot dans le portail des développeurs, puis relancez.
discord-refused = Discord a refusé de laisser entrer le bot (statut { $status }) : attendez quelques minutes, puis relancez.
discord-crashed = Le bot s’est arrêté sur une erreur imprévue ({ $kind }, incident { $incident }) : relancez, avec SOURCIER_LOG_LEVEL=debug pour voir les détails.
