"""The engine: a folder of articles becomes a searchable generation, a question becomes verbatim quotes.

Nothing here knows Discord or a terminal. Other packages use :class:`index.engine.Engine` and the
plain frozen dataclasses it returns.
"""

from index.machine.silence import report_nothing

__all__ = ["report_nothing"]

report_nothing()  # before any library that would report can be loaded
