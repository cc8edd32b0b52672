"""Articles looked after from Discord: who may, what is done, how far it is."""
