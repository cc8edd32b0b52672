"""What people wrote on Discord becomes articles, message by message, each previewed."""
