"""Articles that arrive by themselves: the feeds of web sites, read as they ask for and entered in the base once."""
