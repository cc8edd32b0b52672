"""Commands that look after the index: articles, feeds, generations, vectors, checks."""
