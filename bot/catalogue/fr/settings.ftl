# /réglages

settings-command-name = réglages
settings-command-description = Comment Sourcier répond sur ce serveur (pour qui le gère)
settings-title = Réglages de ce serveur
settings-intro = -# Un changement prend effet aussitôt.
settings-refused = Seuls les membres qui peuvent gérer ce serveur voient et changent ses réglages.
settings-stale = Ce menu est d’un autre temps et rien n’a été changé. Relancez /réglages.
settings-on = Activé
settings-off = Désactivé
settings-reset = Revenir aux valeurs par défaut

settings-lang = Langue
settings-lang-about = La langue que parle Sourcier ; les citations restent telles qu’elles ont été écrites.
settings-lang-reader = Celle de chaque lecteur
settings-lang-fr = Français
settings-lang-en = English

settings-quotes = Citations
settings-quotes-about = Combien de citations une réponse montre au plus avant « plus ».
settings-quotes-count =
    { $count ->
        [one] 1 citation
       *[other] { $count } citations
    }

settings-private = Privé par défaut
settings-private-about = La réponse à une commande n’est vue que par qui l’a demandée, tant qu’elle n’est pas partagée.
settings-feedback = Avis
settings-feedback-about = Les réponses portent 👍 et 👎.

settings-channels = Salons ouverts
settings-channels-about = Là où Sourcier répond aussi aux messages qui ne s’adressent pas à lui, quand la base y répond à coup sûr.
settings-channels-none = Aucun : Sourcier parle quand on lui parle
settings-channels-closed = Sourcier parle quand on lui parle. Qui l’exploite peut vous laisser ouvrir des salons où il répond aussi aux messages.

settings-roles = Qui peut réindexer
settings-roles-about = Les rôles qui peuvent réindexer les articles, en plus de qui gère le serveur.
settings-roles-none = Seulement qui gère le serveur

settings-team = L’équipe
settings-team-about = Le salon où l’on peut transmettre ce à quoi la base ne répond pas, et le rôle à y prévenir. Un rôle sans salon est prévenu là où la question est posée ; sans l’un ni l’autre, rien ne propose l’équipe.
settings-team-none = Aucun salon
settings-helpers-none = Personne n’est prévenu
settings-team-closed = Qui m’exploite ne conserve pas les questions sans réponse : elles ne peuvent pas être transmises à une équipe.
settings-weak = Aussi quand la réponse est incertaine
settings-weak-about = Le bouton « Demander à l’équipe » figure aussi sous ce qui ne répond peut-être pas à la question.
