# sourcier init et sourcier doctor.

help-init = Commence : un dossier avec un article, les réglages, le jeton.
help-doctor = Vérifie tout ce qui doit aller, et dit que faire.
metavar-init-folder = [DOSSIER]
help-option-init-yes = Ne demande rien ; le jeton vient de DISCORD_TOKEN s’il est là.
help-option-init-no-token = Laisse le jeton pour plus tard.
help-option-init-token-stdin = Lit le jeton sur l’entrée standard.
usage-one-token = --no-token et --token-stdin ne vont pas ensemble.
init-written = Écrit : { $path }
init-kept = Laissé tel quel : { $path }
init-where-token = Le jeton : sur https://discord.com/developers/applications, « New Application », puis la page « Bot », « Reset Token ».
init-token = Jeton (il ne s’affiche pas ; Entrée le laisse pour plus tard)
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
