"""The machine beneath: its cores shared with others, its files written once and read where they lie."""
