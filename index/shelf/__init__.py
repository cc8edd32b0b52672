"""Articles put into the knowledge folder and taken out of it, on request."""
