"""The life of the bot: it starts, enters Discord, stays, stops."""
