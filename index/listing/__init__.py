"""What tells an item of a list: what an article enumerates, who does what, what a timeline knows."""
