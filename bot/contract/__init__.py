"""The JSON that the command line prints: the shapes other programs rely on.

Keys are exactly those documented in docs and never depend on the language or on a setting. Everything is one line
of UTF-8.
"""
