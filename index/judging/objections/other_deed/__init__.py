"""Which deed is asked about, and whether a passage tells that one, of whom, and as done."""
