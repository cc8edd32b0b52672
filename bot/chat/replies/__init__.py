"""How any reply comes about: the queue, the ways to send, buttons that live for ever, what went wrong."""
