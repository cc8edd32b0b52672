"""What of a web page is its text, beyond what an extractor sees: captions, lists in cells, articles in odd places; and
what never is: the banner that asks for consent, the calls of notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.drafts.note_calls import is_note_call

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONSENT_NAMES: Final = re.compile(
    r"cookie|consent|gdpr|rgpd|ccpa|onetrust|didomi|axeptio|tarteaucitron|usercentrics|truste|qc-cmp|sp_message"
    r"|\bcmp\b|privacy-?(?:banner|notice|manager|popup)",
    re.IGNORECASE,
)
_CONSENT_WORDS: Final = (
    r"\b(?:cookies?|traceurs?|trackers?|tracking technolog\w+)\b",
    r"\b(?:accept\w*|refus\w*|reject\w*|declin\w*|paramétr\w*|personnalis\w*|préférences?|preferences|opt[- ]out"
    r"|continu\w+ (?:sans|without)|manage (?:choices|settings))\b",
    r"\b(?:consent\w*|vie privée|confidentialité|privacy|données (?:personnelles|à caractère personnel)"
    r"|personal data)\b",
    r"\b(?:partenaires|partners|vendors|finalités|purposes|(?:mesur\w+|d'|étude d'|l')\s?audience|analytics"
    r"|publicité\w* (?:personnalisée\w*|ciblée\w*)|personali[sz]ed ad\w*|votre (?:expérience|navigation|appareil)"
    r"|your (?:experience|device|browsing))\b",
)
_CONSENT: Final = tuple(re.compile(words, re.IGNORECASE) for words in _CONSENT_WORDS)
_SURE: Final = 3
_LIKELY: Final = 2
"""Of the four kinds of words above: how many make a banner of what nothing names so, or of what its name does."""
_CONSENT_OPENS: Final = re.compile(
    r"\s*(?:(?:nous|ce site|notre site)(?: et nos (?:\d+ )?partenaires)? (?:utilis\w+|stock\w+|dépos\w+|recour\w+)"
    r"|(?:we|this (?:web)?site|our (?:web)?site)(?: and our (?:\d+ )?partners)? uses?"
    r"|(?:nous et nos|we and our) (?:\d+ )?(?:partenaires|partners))\b",
    re.IGNORECASE,
)
_ARTICLE_WITHIN: Final = "descendant-or-self::article | descendant-or-self::main | descendant-or-self::h1 | self::body"
_NOTE_NAMES: Final = re.compile(
    r"\b(?:doc-)?noteref\b|foot-?note|\bfn(?:ref)?\b|\breference\b|appel-?(?:de-)?note|cite", re.I
)
_BACKLINK: Final = re.compile(r"\s*[↩↑⏎^\ufe0e\ufe0f]+\s*")
_TEXTS: Final = frozenset("p blockquote li dd td pre table ul ol div".split())
_SHORTEST_TEXT: Final = 60
"""Characters outside of links."""
_NO_TEXT: Final = (
    "ancestor-or-self::*[self::nav or self::footer or self::form or self::script or self::style or self::template "
    "or self::noscript or @hidden or contains(translate(@style, ' ', ''), 'display:none')]"
)
_CELL_BLOCKS: Final = frozenset("p div ul ol dl li dt dd section article blockquote h1 h2 h3 h4 h5 h6".split())


def drop_consent(page: HtmlElement) -> None:
    """Take out what asks for consent to cookies: never part of an article, however long it is."""
    for element in list(page.iter("div", "section", "aside", "dialog", "form", "footer", "header", "p", "ul")):
        if element.getparent() is not None and _asks_consent(element):
            element.drop_tree()


def _asks_consent(element: HtmlElement) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''} {element.get('aria-label') or ''}"
    named = _CONSENT_NAMES.search(names) is not None
    asked = (element.get("role") or "").lower() in ("dialog", "alertdialog") or element.tag == "dialog"
    if element.xpath(_ARTICLE_WITHIN):
        return False
    text = " ".join(element.text_content().split())
    kinds = sum(words.search(text) is not None for words in _CONSENT)
    if named or asked:
        return kinds >= _LIKELY
    has_button = bool(element.xpath(".//button | .//input[@type='submit' or @type='button']"))
    if has_button:
        return kinds >= _SURE or (kinds >= _LIKELY and _CONSENT_OPENS.match(text) is not None)
    return element.tag != "ul" and kinds >= _LIKELY and _CONSENT_OPENS.match(text) is not None


def drop_note_calls(page: HtmlElement) -> None:
    """Take out the calls of notes, and the arrows that lead back from a note."""
    for element in list(page.iter("sup", "a")):
        if element.getparent() is None or not _calls_note(element):
            continue
        element.drop_tree()


def _calls_note(element: HtmlElement) -> bool:
    text = element.text_content()
    links = [element] if element.tag == "a" else list(element.iter("a"))
    inside = next((above for above in element.iterancestors("a")), None)
    links += [inside] if inside is not None else []
    linked = any("#" in (link.get("href") or "") for link in links)
    if element.tag == "a":
        if linked and _BACKLINK.fullmatch(text):
            return True
        if not linked or element.find(".//sup") is not None or next(element.iterancestors("sup"), None) is not None:
            return linked and bool(text.strip()) and _is_all_raised(element) and is_note_call(text, "", linked=True)
        named = " ".join(
            element.get(name) or "" for name in ("class", "role", "id", "{http://www.idpf.org/2007/ops}type")
        )
        bracketed = re.fullmatch(r"\s*\[\w{1,4}\]\s*", text) is not None
        return (
            bracketed or _NOTE_NAMES.search(f"{named} {element.get('epub:type') or ''}") is not None
        ) and is_note_call(text, "", linked=True)
    return is_note_call(text, _before(element), linked=linked)


def _is_all_raised(link: HtmlElement) -> bool:
    raised = link.find(".//sup")
    if raised is None:
        return next(link.iterancestors("sup"), None) is not None
    return bool(raised.text_content().strip() == link.text_content().strip())


def _before(element: HtmlElement) -> str:
    """The text right before ``element``, on its own line."""
    previous = element.getprevious()
    if previous is not None:
        return (previous.text_content() if not previous.tail else "") + (previous.tail or "")
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def keep_captions(page: HtmlElement) -> None:
    """Captions are text: each becomes a paragraph after its figure."""
    for caption in list(page.iter("figcaption")):
        if not caption.text_content().strip():
            continue
        for block in list(caption.iter("p", "div")):
            block.tag = "span"
        paragraph = caption.makeelement("p")
        paragraph.text = caption.text
        figure = next(caption.iterancestors("figure"), caption)
        paragraph.extend(list(caption))
        figure.addnext(paragraph)  # the figure's tail moves behind it
        paragraph.tail, figure.tail = figure.tail, None
        if figure is not caption:
            caption.drop_tree()
            figure.tag = "div"
        else:
            caption.drop_tree()


def flatten_cells(page: HtmlElement) -> None:
    """The lists and blocks inside the cells of tables run in a line, as a table's row is one; a list of several items
    keeps the marks that a reader sees before them."""
    for cell in page.iter("td", "th"):
        if cell.find(".//table") is not None:
            continue
        for items in cell.xpath(".//ul | .//ol"):
            entries = [child for child in items if child.tag == "li"]
            for number, entry in enumerate(entries, start=1):
                mark = f"{number}. " if items.tag == "ol" else "• "
                entry.text = f"{mark if len(entries) > 1 else ''}{entry.text or ''}"
        for block in [inner for inner in cell.iterdescendants() if inner.tag in _CELL_BLOCKS]:
            block.tag = "span"
            block.text = f" {block.text or ''}"
            block.tail = f" {block.tail or ''}"


def open_layout_tables(page: HtmlElement) -> None:
    """A table that only lays out a page is no table: its cells hold headings, several paragraphs, other tables."""
    for table in list(page.iter("table")):
        if not _is_layout(table):
            continue
        for part in table.xpath("./tbody | ./thead | ./tfoot | ./tr | ./*/tr | ./tr/td | ./*/tr/td"):
            part.tag = "div"
        table.tag = "div"


def _is_layout(table: HtmlElement) -> bool:
    role = (table.get("role") or "").lower()
    if role in ("presentation", "none"):
        return True
    cells = table.xpath("./tr/td | ./*/tr/td")
    if not cells or table.xpath("./tr/th | ./*/tr/th | ./caption"):
        return False
    return any(
        cell.xpath(".//h1 | .//h2 | .//h3 | .//table | .//article") or len(cell.xpath(".//p")) > 1 for cell in cells
    )


def open_asides(page: HtmlElement) -> None:
    """An aside that holds most of the page's paragraphs is where the article was put."""
    every = sum(map(_length, page.iter("p")))
    for aside in list(page.iter("aside")):
        inside = sum(map(_length, aside.iter("p"))) or _length(aside)
        outside = every - sum(map(_length, aside.iter("p")))
        if inside > outside and (aside.find(".//h1") is not None or inside > 2 * outside):
            aside.tag = "article"
            aside.attrib.pop("class", None)
            aside.attrib.pop("id", None)


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))


def running_texts(page: HtmlElement) -> list[str]:
    """What a reader would take for text wherever it stands on a page: its paragraphs, quotations, items and cells that
    are long enough to say something, links aside; menus, forms, scripts and what asks for consent are none."""
    texts: list[str] = []
    for element in page.iter("p", "blockquote", "li", "dd", "td", "pre"):
        if element.xpath(_NO_TEXT) or any(inner.tag in _TEXTS for inner in element.iterdescendants()):
            continue
        linked = sum(_length(link) for link in element.iter("a"))
        text = " ".join(element.text_content().split())
        asks = any(_asks_consent(above) for above in (element, *element.iterancestors("div", "section", "form")))
        if len(text) - linked >= _SHORTEST_TEXT and not asks:
            texts.append(text)
    return texts
