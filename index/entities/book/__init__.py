"""Who and what is listed, under which names, and how that is written down."""
