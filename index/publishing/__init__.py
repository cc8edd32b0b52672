"""Generations handed from the machine that makes them to those that answer from them."""
