"""From text to terms: folded, stemmed words, and BM25 over them, one field a language."""
