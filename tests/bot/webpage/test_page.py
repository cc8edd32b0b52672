"""The web page of a timeline: what it says, what it can't be made to do, and how a browser takes it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue import words_in
from bot.printable import printable
from bot.webpage.timeline import beside_page, page_name, timeline_page
from index.answer import Quote
from index.article import ArticleCard
from index.edtf import precision_of
from index.events.event import Level, Mark
from index.timeline import Beside, BesideEvent, Telling, Timeline, TimelineEvent

CHROMIUM = shutil.which("chromium")
HOSTILE = [
    "</script><script>document.title='taken'</script>",
    "</style><style>body{display:none}</style>",
    "</blockquote></li><img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=\"",
    "<!-- --><![CDATA[ ]]> &amp; &lt;b&gt; {{ 7*7 }} {% raw %}",
    "\u202egnp.exe\u202c \u2067שלום\u2069 مرحبا",
    "\x00\x07\x1b[31m\ud800",
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), min_size=1, max_size=60))


def event(
    date: str, text: str, mark: Mark = Mark.TOLD, title: str = "A title", url: str | None = None
) -> TimelineEvent:
    card = ArticleCard("a", title, "2022", "The Test", url, "a.md", "en")
    quote = Quote(text, 0, len(text), ((0, len(text) // 2),), 0.9, None, card)
    telling = Telling(quote, date, date, Level.NAMED, mark, False, label=text)
    return TimelineEvent(date, precision_of(date), (telling,), (), 0)


def timeline(*events: TimelineEvent, name: str = "Vega") -> Timeline:
    return Timeline("vega", "vega", name, events, len(events), False, 1)


def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes: what a text must not change."""
    return [(str(each.tag), tuple(each.attrib)) for each in lxml.html.document_fromstring(page).iter()]


@settings(max_examples=60)
@given(TEXTS, TEXTS, TEXTS)
def test_no_text_changes_what_the_page_is_made_of(quoted: str, title: str, name: str) -> None:
    words = words_in("en")
    plain = timeline_page(timeline(event("2021-03-04", "plain text", title="plain"), name="plain"), words)
    page = timeline_page(timeline(event("2021-03-04", quoted, title=title), name=name), words)
    made_of = set(skeleton(page))
    assert made_of <= {*skeleton(plain), ("strong", ()), ("p", ("class", "lang", "dir"))}
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    page.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_quote_is_shown_word_for_word(text: str) -> None:
    page = lxml.html.document_fromstring(timeline_page(timeline(event("2021", text)), words_in("fr")))
    (quote,) = page.iter("blockquote")
    assert quote.text_content() == printable(text)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://a b", 'https://x" onclick="y'])
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    page = lxml.html.document_fromstring(timeline_page(timeline(event("2021", "x", url=url)), words_in("en")))
    assert [link.get("href") for link in page.iter("a") if link.get("target")] == []


def test_the_page_asks_nothing_of_any_server() -> None:
    page = timeline_page(timeline(event("2021", "x", url="https://example.org/a")), words_in("en"))
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|@import|url\()\s*=?", page.partition("<body>")[2])
    assert set(re.findall(r"https?://[^\"\s<]+", page)) == {"https://example.org/a"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_dates_marks_and_sources_stand_beside_each_quote(lang: str) -> None:
    told = (event("2019", "Vega opened.", Mark.TOLD), event("2021-03", "Vega may close.", Mark.CONDITIONAL))
    page = lxml.html.document_fromstring(timeline_page(timeline(*told), words_in(lang)))
    assert page.get("lang") == lang
    assert [each.get("datetime") for each in page.iter("time")] == ["2019", "2021-03"]
    assert words_in(lang)("mark-conditional") in page.text_content()
    assert page.text_content().count("The Test") == 2


def test_no_event_is_said_on_the_page() -> None:
    assert words_in("en")("timeline-none", subject="vega", period="no") in timeline_page(
        timeline(), words_in("en")
    ).replace("&#34;", '"')


def test_each_event_of_two_says_whose_it_is() -> None:
    one, other = event("2019", "Vega opened."), event("2020", "Orion opened.")
    first, second = timeline(one), timeline(other, name="Orion")
    page = beside_page(
        Beside(first, second, (BesideEvent(one, True, False), BesideEvent(other, True, True)), 2), words_in("en")
    )
    owners = [each.text for each in lxml.html.document_fromstring(page).find_class("owner")]
    assert owners == ["Vega", words_in("en")("beside-both")]


@given(st.lists(st.text(), max_size=3))
def test_a_file_name_is_plain_whatever_the_subject(subjects: list[str]) -> None:
    assert re.fullmatch(r"timeline[a-z0-9-]*\.html", page_name(subjects))


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_browser_shows_it_to_everyone_and_runs_nothing(lang: str, tmp_path: Path) -> None:
    pytest.importorskip("playwright")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    from playwright.sync_api import sync_playwright

    events = [event(f"20{20 + n // 2}", text, list(Mark)[n % 4], text) for n, text in enumerate(HOSTILE)]
    file = tmp_path / "page.html"
    file.write_text(timeline_page(timeline(*events), words_in(lang)), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text("<title>x</title><iframe title=x src=page.html width=360 height=600></iframe>", encoding="utf-8")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (375, 1280):
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
                )
                page = context.new_page()
                page.goto(file.as_uri())
                found = axe.run(page)
                assert found.violations_count == 0, found.generate_report()
                assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
                assert "taken" not in page.title()
                page.keyboard.press("Tab")
                assert page.evaluate("document.activeElement.className") == "skip"
                context.close()
        framed = browser.new_page()
        framed.goto(frame.as_uri())
        assert framed.frames[1].locator("blockquote").count() == len(HOSTILE)
        browser.close()
