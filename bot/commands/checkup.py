"""``sourcier doctor``."""
