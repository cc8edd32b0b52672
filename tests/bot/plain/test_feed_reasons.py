"""Why a feed or a page can't be read is said in a sentence, never by a bare code."""

from __future__ import annotations

import pytest

from bot.catalogue import LANGUAGES, words_in
from bot.plain.keeping.feeds import filling_text, reason_text
from index.faults import FaultCode
from index.feeds.outcome import Filling


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", FaultCode)
def test_every_refusal_is_worded(code: FaultCode, lang: str) -> None:
    said = reason_text(code.value, words_in(lang))
    assert " " in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        ("HTTP 404", "feeds-why-gone"),
        ("HTTP 410", "feeds-why-gone"),
        ("HTTP 403", "feeds-why-refused"),
        ("HTTP 429", "feeds-why-busy"),
        ("HTTP 502", "feeds-why-busy"),
        ("HTTP 206", "feeds-why-status"),
        ("TimeoutError", "feeds-why-slow"),
        ("ConnectionTimeoutError", "feeds-why-slow"),
        ("ClientConnectorCertificateError", "feeds-why-certificate"),
        ("ClientConnectorSSLError", "feeds-why-certificate"),
        ("> 5 redirects", "feeds-why-redirects"),
        ("ClientConnectorDNSError", "feeds-why-unreachable"),
        (None, "feeds-why-unreachable"),
    ],
)
def test_what_happens_on_the_way_to_a_site_is_worded(reason: str | None, key: str) -> None:
    for lang in LANGUAGES:
        assert reason_text(reason, words_in(lang)) == words_in(lang)(key, why=reason or "?")


def test_the_pages_that_a_sitemap_lists_in_vain_are_told_with_why() -> None:
    filling = Filling((), 0, (("https://x.example/a", "HTTP 404"), ("https://x.example/b", "no-text")), 0)
    lines = filling_text(filling, words_in("en")).splitlines()[1:]
    assert lines == [
        "! https://x.example/a  there is nothing at that address any more (HTTP 404)",
        "! https://x.example/b  there is no text of an article on that page",
    ]
