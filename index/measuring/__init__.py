"""Measuring: labelled questions, what the engine makes of each, and the figures that gives."""
