"""From files to articles: reading, decoding, dating and naming what lies in the knowledge folder."""
