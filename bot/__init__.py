"""The surfaces of Sourcier: the Discord bot, the terminal, the command line.

They ask :class:`index.engine.Engine` and render what it returns; they never touch FAISS, NumPy or the files
of the index.
"""

from index import report_nothing

report_nothing()  # before any library that would report can be loaded
