"""What Sourcier makes once a process, made before processes fork: models loaded, catalogues read, grammars compiled.

Importing this does it, as the server that forks (``tests/forked.py``) can only import."""

from __future__ import annotations

from bot.catalogue import words_in
from index.dates.finder import find_time_expressions
from index.drafts.edtf_date import article_date
from index.encoder import held, light
from index.reading import reader
from index.reading.model import SHIPPED, ReaderFiles
from index.terms.translations import stems_across
from tests.loaded_once import share_the_shipped_models

# A session with threads does not outlive a fork: they are not forked with it.
setattr(light, "THREADS", 1)  # noqa: B010 - it is Final for others
setattr(reader, "THREADS", 1)  # noqa: B010
share_the_shipped_models(setattr)
light.LightEncoder(held.find_model(None))
reader.Reader(ReaderFiles(SHIPPED))

for lang, other in (("fr", "en"), ("en", "fr")):
    words_in(lang)
    find_time_expressions("2021-03-04", lang, None)
    stems_across(lang, other)
article_date("2021-03-04")
