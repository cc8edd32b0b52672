# What Sourcier says of itself.

about-what = I am Sourcier. I search { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
} and quote the passages that answer, word for word, with their source. I write nothing myself: no generative model takes part.
about-digests = { $digests ->
    [one] { $digests } article signed “Sourcier” is a digest made for this project from public sources that it names; it does not replace them.
   *[other] { $digests } articles signed “Sourcier” are digests made for this project from public sources that they name; they do not replace them.
}
about-check = Before you rely on a figure, check it in the source that is cited.
about-error = Found an error? Tell whoever keeps this base, with the article’s title, the sentence, and a source that says otherwise.
