# sourcier init et sourcier doctor.

help-init = Commence : un dossier, un article, les réglages, le jeton.
help-doctor = Vérifie tout ce qui doit aller, et dit que faire.
metavar-init-folder = [DOSSIER]
help-option-init-yes = Ne demande rien ; le jeton vient de DISCORD_TOKEN s’il est là.
help-option-init-no-token = Laisse le jeton pour plus tard.
help-option-init-token-stdin = Lit le jeton sur l’entrée standard.
usage-one-token = --no-token et --token-stdin ne vont pas ensemble.
init-written = Écrit : { $path }
init-kept = Laissé tel quel : { $path }
init-where-token = Le jeton : sur https://discord.com/developers/applications, « New Application », puis la page « Bot », « Reset Token ».
init-token = Jeton (il ne s’affiche pas ; Entrée le laisse pour plus tard) :
init-token-kept = Le jeton est dans { $path }, que vous seul pouvez lire.
init-unchecked = Le jeton n’a pas été vérifié : « sourcier doctor » le fera plus tard.
init-application = C’est le jeton de « { $name } » (application { $id }).
init-intent-on = Message Content Intent : activé. Il ne sert qu’aux salons où chaque message reçoit une réponse (SOURCIER_MESSAGE_CONTENT=yes).
init-intent-off = Message Content Intent : désactivé, et c’est bien ainsi : commandes, mentions et messages privés s’en passent.
init-intent-needed = Message Content Intent : désactivé, alors que SOURCIER_MESSAGE_CONTENT le demande : activez-le dans le portail des développeurs, page « Bot ».
init-invite = Faites-le entrer sur un serveur que vous gérez : { $link }
init-next = Et ensuite :
init-next-run = sourcier run – lance le bot ; tapez alors /demander sur Discord
init-next-console = sourcier run – ouvre une console où demander
init-next-articles = mettez vos articles dans le dossier d’articles, puis : sourcier reindex
init-next-token = sourcier init – de nouveau, quand vous aurez un jeton pour Discord
init-next-doctor = sourcier doctor – quand quelque chose ne va pas

## Ce que dit le docteur

help-option-doctor-offline = Ne demande rien à Discord.
check-outcome = { $bad ->
    [0] { $doubtful ->
        [0] Tout va bien.
        [one] Cela marche ; 1 point mérite un coup d’œil.
       *[other] Cela marche ; { $doubtful } points méritent un coup d’œil.
    }
    [one] 1 point ne va pas.
   *[other] { $bad } points ne vont pas.
}
check-name-python = Python :
check-name-versions = Versions :
check-name-disk = Disque :
check-name-memory = Mémoire :
check-name-data = Données :
check-name-articles = Articles :
check-name-index = Index :
check-name-model = Recherche :
check-name-reader = Lecture :
check-name-store = Milvus :
store-serves = { $place }, version { $version }, trouve les candidats de la version { $generation } de l’index (collection { $collection })
store-lacks = { $place }, version { $version }, répond, mais n’a pas la version de l’index qui est servie : l’index de cette machine répond
store-unreachable = { $place } n’est pas joignable ({ $reason }) : l’index de cette machine répond
store-tls = { $place } ne peut être joint en TLS ({ $reason }) : l’index de cette machine répond
store-token = { $place } n’accepte pas le jeton ({ $reason }) : l’index de cette machine répond
store-too-old = { $place } est en version { $version }, qui ne sait pas chercher des mots : l’index de cette machine répond
store-fails = { $place } est là, mais ne répond pas comme il faut ({ $reason }) : l’index de cette machine répond
check-store-lacks-todo = Lancez « sourcier reindex », qui l’y apporte.
check-store-unreachable-todo = Démarrez le serveur, et vérifiez l’hôte et le port dans SOURCIER_STORE_URL ainsi que le pare-feu.
check-store-tls-todo = Vérifiez le certificat du serveur, ou écrivez http:// dans SOURCIER_STORE_URL s’il se passe de TLS.
check-store-token-todo = Vérifiez SOURCIER_STORE_TOKEN : un jeton, ou nom:motdepasse, qui peut lire et écrire dans la base.
check-store-too-old-todo = Installez Milvus 2.4 ou plus récent, ou videz SOURCIER_STORE_URL.
check-store-fails-todo = Lisez le journal du serveur ; s’il veut du TLS, écrivez https:// dans SOURCIER_STORE_URL.
check-name-state = Ce qui est gardé :
check-name-processes = Bots au travail :
check-name-network = Discord :
check-name-clock = Horloge :
check-name-token = Jeton :
check-name-intents = Intents :
check-name-commands = Commandes :
check-name-servers = Serveurs :
check-python = { $version } sous { $system }
check-versions = { $versions }
check-disk = { $free } Mo libres
check-disk-low = { $free } Mo libres seulement
check-disk-low-todo = Faites de la place, ou déplacez le dossier de données avec SOURCIER_DATA_DIR : une nouvelle version de l’index se fait à côté de l’ancienne.
check-memory = { $free } Mo libres
check-memory-low = { $free } Mo libres seulement
check-memory-low-todo = Arrêtez d’autres programmes, ou donnez 1 Go à la machine : le bot peut être tué pendant qu’il lit des articles.
check-data = on peut écrire dans { $path }
check-data-to-come = { $path } sera créé au premier démarrage
check-data-unwritable = impossible d’écrire dans { $path }
check-data-unwritable-todo = Vérifiez ses permissions et à qui il est, ou prenez-en un autre avec SOURCIER_DATA_DIR.
check-data-refused = impossible d’écrire dans { $path } : { $reason }
check-data-refused-todo = Vérifiez ses permissions et le disque, ou prenez-en un autre avec SOURCIER_DATA_DIR.
check-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}, venant de { $path }
check-articles-missing = le dossier { $path } est introuvable
check-articles-missing-todo = Créez-le, indiquez le bon avec SOURCIER_KNOWLEDGE_DIR, ou lancez « sourcier init ».
check-articles-none = aucun n’est encore indexé ; le dossier est { $path }
check-articles-none-todo = Mettez des articles dans le dossier, puis lancez « sourcier reindex ».
check-articles-refused = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}, { $refused ->
    [one] { $refused } fichier refusé
   *[other] { $refused } fichiers refusés
}
check-articles-refused-todo = « sourcier reindex » dit pourquoi pour chacun.
check-index = version { $number }, { $passages } passages, { $size } Mo, entière
check-index-missing = pas encore
check-index-missing-todo = Lancez « sourcier reindex » ; le premier démarrage le fait aussi.
check-index-degraded = la dernière version est abîmée, une plus ancienne sert
check-index-degraded-todo = Lancez « sourcier reindex ».
check-index-outdated = fait avec un autre modèle que celui du réglage : aucune question ne peut avoir de réponse
check-index-outdated-todo = Lancez « sourcier reindex --full », ou rétablissez SOURCIER_MODEL.
check-model = { $model } : une question est cherchée en { $seconds } s
check-model-todo = Vérifiez SOURCIER_MODEL, ou laissez-le vide pour le modèle livré.
check-reader = les premiers passages lus, elle a sa réponse en { $seconds } s
check-reader-slow = les premiers passages lus, il faut { $seconds } s
check-reader-slow-todo = Baissez SOURCIER_READING_SECONDS, ou mettez SOURCIER_READER=off : plus rapide, moins sûr.
check-reader-off = personne : plus rapide, moins sûr
check-reader-off-todo = Laissez SOURCIER_READER vide pour le lecteur livré.
check-reader-todo = Vérifiez SOURCIER_READER, ou réinstallez Sourcier.
check-state-to-come = rien pour l’instant : la base de données se crée au premier démarrage du bot
check-state-current = la base de données est entière et à jour
check-state-older = la base de données est entière ; ses tables seront mises à jour au prochain démarrage
check-state-newer = la base de données vient d’un Sourcier plus récent
check-state-newer-todo = Réinstallez cette version : une plus ancienne ne peut utiliser ses tables.
check-state-unusable = la base de données ne peut servir : { $reason }
check-state-unusable-todo = Vérifiez SOURCIER_STATE_URL, ou mettez à sa place le fichier state.sqlite de la dernière sauvegarde.
check-processes = { $count ->
    [0] aucun sur ce dossier de données
   *[other] un sur ce dossier de données
}
check-processes-several = { $count } bots différents sur ce dossier de données
check-processes-several-todo = Donnez à chacun son SOURCIER_DATA_DIR.
check-network = répond en { $milliseconds } ms{ $proxy ->
    [yes] {" "}par le proxy
   *[other] {""}
}
check-network-todo = Vérifiez le réseau, HTTPS_PROXY ou SOURCIER_PROXY, et que le pare-feu laisse passer discord.com.
check-clock = juste à { $seconds } s près
check-clock-off = fausse de { $seconds } s
check-clock-off-todo = Mettez-la à l’heure par le réseau (sous Debian : timedatectl set-ntp true).
check-token = celui de « { $name } » (application { $id })
check-token-none = aucun : « sourcier run » ouvre la console
check-token-none-todo = Pour un bot sur Discord, lancez « sourcier init ».
check-token-todo = Copiez de nouveau le jeton depuis le portail des développeurs (Bot > Reset Token) dans DISCORD_TOKEN, ou lancez « sourcier init ».
check-intents = Message Content est activé, comme le veut SOURCIER_MESSAGE_CONTENT
check-intents-unneeded = aucun n’est nécessaire
check-intents-lacking = SOURCIER_MESSAGE_CONTENT est réglé, mais Message Content Intent est désactivé
check-intents-lacking-todo = Activez-le dans le portail des développeurs, page « Bot », ou retirez SOURCIER_MESSAGE_CONTENT.
check-commands = { $count } décrites à Discord
check-commands-none = aucune n’est encore décrite à Discord
check-commands-none-todo = Lancez le bot, ou « sourcier sync ».
check-servers = { $count ->
    [one] sur { $count } serveur
   *[other] sur { $count } serveurs
}, rien ne manque{ $seen ->
    [one] {" "}sur celui qui a été regardé
   *[other] {" "}sur les { $seen } qui ont été regardés
}
check-servers-none = sur aucun pour l’instant
check-servers-none-todo = Faites-le entrer : { $link }
check-servers-lacking = « { $name } » : { $channels }{ $others ->
    [0] {""}
   *[other] {" "}et { $others } autres salons
}
check-servers-todo = Si les membres doivent s’en servir là, donnez ces permissions au bot dans les réglages du salon, ou faites-le entrer de nouveau : { $link }
permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-send-messages-in-threads = Envoyer des messages dans les fils
permission-read-message-history = Voir les anciens messages
permission-attach-files = Joindre des fichiers
status-lacking = **Là où il me manque des permissions**
status-lacking-more = -# et { $count } autres salons
