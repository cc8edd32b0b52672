"""How sure an answer is, and which sentence of it answers."""
