# Ce qui se tape dans la console, et ce qu’elle répond hors des citations.

## Les mots de ses commandes, avec ou sans barre (ceux de l’autre langue sont compris aussi)

console-names-ask = demander
console-names-timeline = frise, chronologie, frise chronologique
console-names-sources = sources, liste
console-names-article = article, lire
console-names-more = plus, suite, encore
console-names-context = contexte
console-names-why = pourquoi
console-names-about = à-propos, à propos
console-names-status = état, statut
console-names-reindex = réindexer
console-names-help = aide, ?
console-names-quit = quitter, partir, sortir

## Son aide

console-help-more = /more – les citations suivantes
console-help-context = /context [N] – ce qui entoure la citation N dans son article
console-help-why = /why – le degré de certitude de la dernière réponse, et sur quoi elle repose
console-help-bare = La barre peut être omise ; /aide, /frise, /suite, /contexte, /pourquoi… sont compris aussi.

## Réponses

console-said-greeting = Bonjour ! Posez-moi une question sur les articles ; /help donne les commandes.
console-said-thanks = Je vous en prie !
console-said-farewell = Au revoir ! /quit ou Ctrl-D pour partir.
console-said-noted = Bien. Posez une autre question sur les articles quand vous voulez.
console-said-doubt = Je ne juge pas, je cite : chaque citation est mot pour mot dans son article, qui est seul à en répondre. /context montre ce qui l’entoure, /why le degré de certitude.
console-said-missed = Désolé. Redites la question en une phrase, avec le nom de ce dont il s’agit : je cherche ce qui y répond mot pour mot. /more montre ce qui venait ensuite.
console-said-who = Je suis Sourcier, un programme : je réponds en citant des articles, mot pour mot, avec leur source, et je n’écris rien moi-même. Posez une question ; /help donne les commandes.
console-said-language = Je cite les articles dans la langue où ils sont écrits, sans traduire. Les questions sont comprises en français et en anglais. SOURCIER_LANG choisit celle dans laquelle je vous parle.
console-said-shorter = Je ne résume pas et ne reformule pas : je cite. Une question plus précise trouve une phrase plus précise. Ce qui répond est marqué.
console-said-source = Chaque citation est suivie de sa source : posez d’abord une question sur les articles.
console-said-more = Posez d’abord une question sur les articles : j’en montrerai ensuite d’autres citations.
console-sources-none = Aucun article n’a tous les mots de « { $search } » dans son titre, son éditeur, sa date ou son fichier : /sources les donne tous.
sources-none = Aucun article n’a tous les mots de « { $search } » dans son titre, son éditeur, sa date ou son fichier : « sourcier sources » les donne tous.
console-nothing-asked = Posez d’abord une question : /more, /context et /why portent sur la dernière réponse.
console-no-more = Il n’y a pas d’autre citation pour cette question : posez-la en d’autres mots.
console-no-quote = { $count ->
    [0] La dernière réponse n’a pas de citation : /more montre les passages les plus proches.
    [one] La dernière réponse a une citation : /context montre ce qui l’entoure.
   *[other] La dernière réponse a { $count } citations : écrivez un numéro de 1 à { $count }.
}
console-further = Plus loin dans la liste :
console-closest = Les passages les plus proches ; ils ne répondent pas à la question :
date-understood = « { $written } » a été compris comme { $date }.
way-on-closest = Article le plus proche : « { $title } » (sourcier article { $id })
way-on-sources = Ce qu’il y a : « sourcier sources ». Demandez en d’autres mots, ou aux personnes qui s’occupent des articles.
console-way-on-closest = Article le plus proche : « { $title } » (/article { $id })
console-way-on-sources = Ce qu’il y a : /sources ; les passages les plus proches : /more. Demandez en d’autres mots, ou aux personnes qui s’occupent des articles.

## Pourquoi

why-found = Trouvé : sur cent réponses aussi sûres, environ { $percent } sont justes.
why-weak = Sans certitude : sur cent réponses aussi sûres, environ { $percent } sont justes.
why-none = Rien trouvé : sur cent questions comme celle-ci, environ { $percent } ont leur réponse dans la base.
why-answer = Ce qui répond : « { $text } »
why-sentence = La phrase qui répond : « { $text } »
why-words = Mots de la question dans la citation { $number } : { $words }
why-no-words = La citation { $number } n’a aucun mot de la question : elle a été trouvée par son sens.
why-lacking = N’y sont pas : { $words }

## Les refus qui nomment des commandes, telles qu’elles s’appellent ici

console-fault-base-empty = Il n’y a pas encore d’article où chercher : mettez-en dans le dossier d’articles (.md, .txt, .html, .pdf, .docx…), puis tapez /reindex.
console-fault-generation-damaged = La version { $number } de l’index est abîmée et ne peut servir : tapez /reindex.
console-fault-no-generation = Il n’y a pas encore d’index : tapez /reindex.
console-fault-article-unknown = Aucun article ne s’appelle « { $id } » ; le plus proche est « { $closest } » (liste : /sources).
console-fault-article-unknown-at-all = Aucun article ne s’appelle « { $id } » : /sources en donne la liste.
console-fault-model-changed = L’index a été fait avec le modèle { $made-with }, mais le réglage demande { $wanted } : quittez et lancez « sourcier reindex --full », ou rétablissez SOURCIER_MODEL.
console-usage-id-missing = Il manque l’identifiant de l’article : /sources en donne la liste.
console-health-degraded = dégradé : la dernière version de l’index est abîmée, une plus ancienne sert ; tapez /reindex
console-health-missing = pas encore d’index : tapez /reindex
