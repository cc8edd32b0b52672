"""The grammars of time expressions, a language each."""
