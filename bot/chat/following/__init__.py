"""Who wants to hear of a subject, and what new articles say of it."""
