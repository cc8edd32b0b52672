## Pourquoi cette réponse

explain-looked = Cherché dans { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
} : « { $question } »
explain-a-list = C’est une liste qui est demandée : chaque passage qui peut en dire un autre élément compte.
explain-candidates = Ce qui a été trouvé, le meilleur d’abord :
explain-candidate = { $number }. { $source }{ $shown ->
    [yes] {" "}– montré
   *[other] {""}
}
explain-sentence = « { $text } »
explain-has = A de la question : { $words }
explain-has-none = N’a aucun mot de la question : trouvé par son sens.
explain-read-clear = Lu : il répond clairement.
explain-read-likely = Lu : il répond sans doute.
explain-read-hardly = Lu : il ne répond guère.
explain-read-no = Lu : il ne répond pas.
explain-unread = Pas lu : il venait après ceux qui l’ont été, ou le temps a manqué.
explain-above = Devant les autres par { $kinds }.
explain-kind-words = ses mots
explain-kind-title = son titre
explain-kind-meaning = son sens
explain-figures = Score { $score }, place { $place } avant lecture{ $answers ->
    [none] {""}
   *[other] , répond { $answers }, certain { $certain }
} : { $parts }
explain-verdict = Le verdict est { $verdict ->
    [found] « trouvé »
    [weak] « sans certitude »
   *[none] « rien trouvé »
} : { $confidence }, là où « trouvé » commence à { $found } et « sans certitude » à { $weak }.
explain-not-named = Le premier passage n’a pas tous les noms et chiffres de la question.
explain-rivals = D’autres passages semblent répondre aussi bien que le premier.
explain-narrow = Le premier passage se détache à peine de ceux qui le suivent.
explain-orders = La question donne des ordres plutôt qu’elle ne demande.
explain-personal = La question porte sur quelqu’un de la conversation.
explain-evidence = Ce qu’il a vu : { $figures }
explain-expected = Attendu : « { $wanted } »
explain-lost-nowhere = Rien dans la base ne l’a : ni article de ce nom, ni ces mots.
explain-lost-no-candidate = C’est dans « { $article } ». Perdu dès le début : ni ses mots ni son sens ne sont assez proches de la question.
explain-lost-candidate = C’est dans « { $article } ». Perdu parmi les candidats : place { $place }, trop loin pour être regardé de près.
explain-lost-repeated = C’est dans « { $article } ». Écarté à la place { $place } : un passage de « { $before } », avant lui, dit la même chose ou le recouvre.
explain-lost-unread = C’est dans « { $article } », à la place { $place }. Perdu dans le classement : il venait après les passages qui sont lus.
explain-lost-read = C’est dans « { $article } », à la place { $place }. Perdu à la lecture : d’autres semblent mieux répondre.
explain-lost-refused = C’est dans « { $article } », à la place { $place }. Perdu au verdict : la réponse n’est pas assez sûre pour être montrée.
explain-lost-unmarked = C’est dans « { $article } », montré dans la citation { $place }, mais une autre phrase est marquée.
explain-lost-shown = Rien n’est perdu : c’est dans « { $article } », montré dans la citation { $place }.
usage-explain-one = --explain prend une seule question, pas --jsonl.
usage-expect-needs-explain = --expect demande --explain.
help-option-explain = Dit pourquoi : ce qui a été cherché, ce qui parlait pour chaque passage trouvé, ce que le verdict a vu.
help-option-expect = Avec --explain : l’id ou le titre d’un article, ou des mots, dont il est dit où ils se sont perdus.
metavar-expect = TEXTE
discord-why = Pourquoi cette réponse ?
discord-why-figures = Les chiffres derrière sont dans ce fichier :
discord-why-refused = Seules les personnes qui s’occupent des articles de ce serveur peuvent voir ce qu’il y a derrière une réponse.
discord-why-no-question = La question de cette réponse n’y est pas montrée : elle ne peut pas être regardée de nouveau.
