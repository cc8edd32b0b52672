"""The same event told by several articles becomes one, and is kept on disk so."""
