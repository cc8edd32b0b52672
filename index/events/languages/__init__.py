"""What the rules about events need to know of a language, a module a language."""
