"""What watches the bot is told: its health, its figures, its log."""
