# Ce que Sourcier dit de lui-même.

about-what = Je suis Sourcier. Je cherche dans { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} et je cite, mot pour mot et avec leur source, les passages qui répondent. Je n’écris rien moi-même : aucun modèle génératif n’y participe.
about-digests = { $digests ->
    [one] { $digests } article signé « Sourcier » est une synthèse écrite pour ce projet d’après des sources publiques qu’il nomme ; il ne les remplace pas.
   *[other] { $digests } articles signés « Sourcier » sont des synthèses écrites pour ce projet d’après des sources publiques qu’ils nomment ; ils ne les remplacent pas.
}
about-check = Avant de vous fier à un chiffre, vérifiez-le dans la source citée.
about-error = Une erreur ? Signalez-la à qui tient cette base, avec le titre de l’article, la phrase et une source qui dit autre chose.
