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
