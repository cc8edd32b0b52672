# /confidentialité et /oubliez-moi

privacy-name = confidentialité
privacy-description = Ce que Sourcier conserve, combien de temps, et comment le faire oublier
privacy-text =
    { "" }**Ce que je conserve**
    - Les questions : jamais qui les a posées. { $days ->
        [0] Celles auxquelles rien dans la base ne répond ne sont pas conservées non plus.
        [one] Celles auxquelles rien dans la base ne répond sont conservées { $days } jour, pour qu’on puisse ajouter des articles.
       *[other] Celles auxquelles rien dans la base ne répond sont conservées { $days } jours, pour qu’on puisse ajouter des articles.
    }
    - Votre dernière question dans un salon : dix minutes, en mémoire seulement, avec la phrase qui y répondait, pour comprendre celle qui suit.
    - Les sujets suivis : le sujet, et votre identifiant Discord ou celui du salon, jusqu’à /ne-plus-suivre.
    - 👍 et 👎 : la réponse, avec un pseudonyme à la place de votre nom, pendant { $days } j.
    - Ce que font les admins (réglages, réindexation, sujets suivis par un salon) : leur identifiant Discord, quoi, quand et le résultat, pendant { $days } j.
    - Les réglages des serveurs, avec les identifiants de salons et de rôles.
    - Ce que vous transmettez à l’équipe ou dont vous voulez être averti·e : la question, votre identifiant Discord et où vous l’avez posée, pendant { $days } j.
    - Un message de vous ajouté aux articles : son texte, sa date, son lien, votre identifiant Discord, et votre nom seulement si vous l’avez choisi ; jusqu’à ce que vous ou un admin le retiriez.
    - Les messages que des admins regardent avant d’en faire des articles, et les fichiers de même : un quart d’heure, en mémoire seulement.
    - Les articles que des admins ajoutent sur un serveur : jusqu’à leur retrait (30 jours dans la corbeille, sauf autre choix de qui m’exploite), ou aussi longtemps après mon départ.
    Je ne conserve ni autres messages ou noms, ni listes de membres. Le journal ne contient ni questions ni noms.
privacy-yours =
    { $follows ->
        [0] **De vous**, { $traces ->
            [0] je ne conserve rien.
            [one] je conserve { $traces } acte ou avis. /oubliez-moi le supprime.
           *[other] je conserve { $traces } actes ou avis. /oubliez-moi les supprime.
        }
       *[other] **De vous**, je conserve { $follows ->
            [one] { $follows } sujet suivi
           *[other] { $follows } sujets suivis
        } et { $traces ->
            [0] rien d’autre.
            [one] { $traces } acte ou avis.
           *[other] { $traces } actes ou avis.
        } /oubliez-moi supprime le tout.
    }

privacy-people =
    Je conserve aussi de vous : { $waits ->
        [one] { $waits } question dont vous attendez la réponse
       *[other] { $waits } questions dont vous attendez la réponse
    }, { $articles ->
        [one] { $articles } message cité comme réponse d’un membre.
       *[other] { $articles } messages cités comme réponses d’un membre.
    } /oubliez-moi les supprime aussi.

forget-name = oubliez-moi
forget-description = Supprime ce que Sourcier conserve de vous
forget-question = Vous ne suivrez plus rien dans vos messages privés, n’attendrez plus de réponse, vos messages quitteront les articles, et votre identifiant disparaîtra de tout le reste : avis, journal de ce que font les admins, sujets suivis par des salons. C’est sans retour.
forget-button = Oubliez-moi
forget-people =
    { $waits ->
        [one] Vous n’attendez plus { $waits } réponse
       *[other] Vous n’attendez plus { $waits } réponses
    }, et { $articles ->
        [one] { $articles } message n’est plus cité.
       *[other] { $articles } messages ne sont plus cités.
    }
forget-done =
    { $follows ->
        [0] C’est fait : { $traces ->
            [0] il n’y avait rien à oublier.
            [one] { $traces } acte ou avis ne mène plus à vous.
           *[other] { $traces } actes ou avis ne mènent plus à vous.
        }
       *[other] C’est fait : { $follows ->
            [one] { $follows } sujet n’est plus suivi
           *[other] { $follows } sujets ne sont plus suivis
        }{ $traces ->
            [0] .
            [one] , et { $traces } acte ou avis ne mène plus à vous.
           *[other] , et { $traces } actes ou avis ne mènent plus à vous.
        }
    }
