# Là où la base s’arrête : l’équipe, ce qu’elle répond, ce qui en devient un article

team-ask = Demander à l’équipe
team-heading = **Une question à laquelle la base ne répond pas**
team-asked-in = posée [dans ce salon]({ $link })
team-asked-in-private = posée en privé : seule votre réponse y retourne
team-how = Répondez à ce message : votre réponse sera transmise, signée de votre nom.
team-closest = **Les passages les plus proches :**
team-handed-on = 🙋 Votre question est transmise à l’équipe. La réponse viendra ici, et vous en serez averti·e.
team-handed-on-private = 🙋 Votre question est transmise à l’équipe, sans votre nom. La réponse viendra dans vos messages privés.
team-joined-open = 🙋 Cette question est déjà chez l’équipe : vous recevrez aussi la réponse.
team-joined-again = Vous avez déjà transmis cette question. La réponse vous parviendra.
team-joined-too-many = Vous avez déjà transmis cinq questions à l’équipe en un jour. Réessayez demain.
team-nobody = Sur ce serveur, il n’y a personne à qui transmettre les questions. Qui le gère peut choisir un salon dans /réglages.
team-not-in-private = Ici, l’équipe ne lit que ce qui est demandé devant tous. Posez la question sans « privé ».
team-forgotten = Je ne me souviens plus de cette question : posez-la de nouveau.
team-out-of-reach = Je ne peux pas écrire dans le salon de l’équipe. Signalez-le à qui gère le serveur : /réglages.
team-answer = 💬 { $helper } répond à « { $question } » :
team-answer-of-people = Une réponse de l’équipe, mot pour mot ; elle n’est pas tirée d’un article.
team-attached = Pièce jointe { $number }
team-passed-on =
    { $count ->
        [one] ✅ Transmis à qui a posé la question.
       *[other] ✅ Transmis aux { $count } personnes qui ont posé la question.
    }
team-undelivered = Je n’ai pas pu transmettre cette réponse : qui a posé la question ne prend pas de messages de moi, ou son salon m’est fermé.
team-nobody-waits = Plus personne n’attend de réponse à cette question.
team-unreadable = Discord ne me montre pas ce message. Répondez-moi avec la mention activée (« @ »), et je le transmettrai.

member-answer = réponse de { $name }, membre du serveur
member-answer-unnamed = réponse d’un membre du serveur

answer-menu-add = Ajouter à la base
answer-retitle = Changer le titre
answer-title-about = La question à laquelle ce message répond
answer-no-text = Ce message n’a pas de texte à ajouter.
answer-my-own = Ce message est de moi. Choisissez celui de la personne qui a répondu.
answer-became-article = 📎 Ce message est désormais cité sur ce serveur comme une réponse d’un membre, avec un lien vers lui et sans votre nom. À vous de choisir :
answer-name-me = Me nommer
answer-leave-unnamed = Sans mon nom
answer-take-out = Retirer
answer-named = ✅ Votre nom figurera à côté de vos réponses citées sur ce serveur.
answer-unnamed = ✅ Vos réponses citées sur ce serveur ne portent pas votre nom.
answer-taken-out = 🗑️ Votre message n’est plus cité, et n’est plus conservé.
answer-gone = Ce message n’est plus cité.
answer-authors-alone = Seul qui a écrit ce message peut en décider. Qui s’occupe des articles peut le retirer : /retirer.

awaited-ask = Me prévenir
awaited-on = 🔔 Quand de nouveaux articles répondront à cette question, je vous le dirai une fois, dans vos messages privés. Appuyez de nouveau pour ne plus attendre.
awaited-off = Vous n’attendez plus de réponse à cette question.
awaited-too-many = Vous attendez déjà 25 réponses. Appuyez de nouveau sur un « Me prévenir » pour en laisser une.
awaited-answered = 🔔 **La base répond maintenant à une question que vous aviez posée :**
awaited-answered-there = 🔔 De nouveaux articles d’un serveur où vous l’aviez demandé répondent maintenant à « { $question } » : [posez-y de nouveau la question]({ $link }).

unanswered-name = sans-réponse
unanswered-description = Les questions restées sans réponse (pour qui s’occupe des articles)
unanswered-heading =
    { $groups ->
        [0] Aucune question n’est restée sans réponse.
        [one] **1 question sans réponse**
       *[other] **{ $groups } questions sans réponse**, la plus ancienne d’abord
    }
unanswered-line = « { $question } » · { $times ->
    [one] 1 fois
   *[other] { $times } fois
}, depuis le { $since }
unanswered-also = demandé aussi : { $questions }
unanswered-now = ✅ la base y répond maintenant
unanswered-more =
    { $count ->
        [one] et 1 autre
       *[other] et { $count } autres
    }
unanswered-not-kept = Qui exploite Sourcier ne conserve pas les questions sans réponse (SOURCIER_RETENTION_DAYS=0).

collect-name = récolter
collect-description = Ajouter à la base les réponses de ce salon, une par une (pour qui s’occupe des articles)
collect-what-name = quoi
collect-what-description = Les messages épinglés, ou les derniers messages de ce salon
collect-what-pinned = les messages épinglés
collect-what-latest = les 50 derniers messages
collect-closed = Discord ne me montre pas les messages de ce salon. Qui m’exploite peut me les faire lire (SOURCIER_MESSAGE_CONTENT) ; « Ajouter à la base », dans le menu d’un message, marche toujours.
collect-nothing = Il n’y a ici aucun message à ajouter.
collect-no-access = Je n’ai pas le droit de lire ce salon : il me faut « Voir le salon » et « Voir les anciens messages ».
collect-which = Message { $number } sur { $total }
collect-skip = Passer
collect-stop = Arrêter
collect-done =
    { $added ->
        [0] Aucun message n’a été ajouté, sur { $total }.
        [one] ✅ 1 message ajouté, sur { $total }.
       *[other] ✅ { $added } messages ajoutés, sur { $total }.
    }

answer-unnamed-yet = Son auteur en sera averti et choisira d’être nommé ou non ; d’ici là, c’est « un membre du serveur ».
