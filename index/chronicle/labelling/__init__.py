"""Labels that can be understood alone, long and brief, of what articles tell in their own words."""
