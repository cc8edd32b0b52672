"""From an article to its events, and whose each is: who may be meant, what speaks for each, how likely it is."""
