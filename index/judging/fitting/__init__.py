"""How well passages meet what a question demands, which of their sentences does, and which of them so comes first."""
