"""Web pages: the article where people put it, its parts, and markup as the text a reader sees."""
