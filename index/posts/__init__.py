"""Posts that people hold: who is asked for by one, and whom a sentence names as its holder."""
