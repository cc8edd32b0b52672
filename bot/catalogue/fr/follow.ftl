# /suivre, /ne-plus-suivre, /suivis, et les alertes

follow-name = suivre
follow-description = Être averti quand de nouveaux articles parlent d’une entreprise, d’un produit, d’un sujet
follow-subject-name = sujet
follow-subject-description = Qui ou quoi : une entreprise, un produit, une personne, des mots
follow-where-name = où
follow-where-description = Où vont les alertes : vos messages privés, ou ce salon (pour qui gère le serveur)
follow-where-person = mes messages privés
follow-where-channel = ce salon
follow-stop = Ne plus suivre { $subject }
follow-done-person =
    { $minutes ->
        [0] Quand de nouveaux articles parleront de **{ $subject }**, je les citerai dans vos messages privés.
       *[other] Quand de nouveaux articles parleront de **{ $subject }**, je les citerai dans vos messages privés, au plus une fois toutes les { $minutes } min.
    }
follow-done-channel =
    { $minutes ->
        [0] Quand de nouveaux articles parleront de **{ $subject }**, je les citerai dans ce salon.
       *[other] Quand de nouveaux articles parleront de **{ $subject }**, je les citerai dans ce salon, au plus une fois toutes les { $minutes } min.
    }
follow-already-person = Vous suivez déjà **{ $subject }**.
follow-already-channel = Ce salon suit déjà **{ $subject }**.
follow-what = Dites quoi suivre, ou choisissez un résumé hebdomadaire de toutes les nouveautés.
follow-everything = toutes les nouveautés
follow-digest-name = résumé
follow-digest-description = Tout en un message par semaine plutôt qu’au fil de l’eau ; sans sujet, toutes les nouveautés
follow-digest-weekly = hebdomadaire
follow-weekly-person = Une fois par semaine, je citerai dans vos messages privés ce que disent les nouveaux articles : **{ $subject }**.
follow-weekly-channel = Une fois par semaine, je citerai dans ce salon ce que disent les nouveaux articles : **{ $subject }**.
follow-too-many = On ne suit pas plus de 25 sujets au même endroit. Cessez d’abord d’en suivre un : /suivis en donne la liste.
follow-refused = Seuls les membres qui peuvent gérer ce serveur font suivre un sujet à un salon. Vous pouvez le suivre dans vos messages privés.
follow-no-permission = Je n’ai pas le droit d’écrire ici : il me faut « Voir le salon » et « Envoyer des messages ».

unfollow-name = ne-plus-suivre
unfollow-description = Ne plus être averti au sujet de…
unfollow-subject-description = Le sujet que vous suivez
unfollow-done = **{ $subject }** n’est plus suivi à cet endroit.
unfollow-gone = Ce sujet n’est pas suivi ici.
unfollow-refused = Seul qui le suit, ou pour un salon qui gère le serveur, peut y mettre fin.

following-name = suivis
following-description = Les sujets que vous suivez, et ceux que suit ce salon
following-none = Vous ne suivez encore rien. /suivre vous avertit quand de nouveaux articles parlent d’un sujet.
following-heading =
    { $count ->
        [one] { $count } sujet suivi
       *[other] { $count } sujets suivis
    }
following-paused = -#{ $mark } en pause, car Discord a refusé mes messages : suivez-le de nouveau pour reprendre
following-stop-person = Ne plus suivre dans mes messages privés…
following-stop-channel = Ne plus suivre dans ce salon…

alert-heading =
    { $articles ->
        [one] 🔔 **Un nouvel article** parle de ce qui est suivi ici.
       *[other] 🔔 **{ $articles } nouveaux articles** parlent de ce qui est suivi ici.
    }
alert-more =
    { $count ->
        [one] { $count } autre passage nouveau : /frise et /demander en montrent plus
       *[other] { $count } autres passages nouveaux : /frise et /demander en montrent plus
    }
alert-context = Lire un passage dans son article…
