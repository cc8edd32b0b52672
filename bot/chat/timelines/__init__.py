"""The dated events of a subject, page by page."""
