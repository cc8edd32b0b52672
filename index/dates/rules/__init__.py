"""What the grammars of time expressions are made of, and what their rules mean."""
