"""What surrounds a question: greetings, thanks, orders to a machine, who one is; what of it is asked."""
