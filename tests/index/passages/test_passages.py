"""Sentences and windows: exact offsets over any text, and the cases that break naive splitters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article, ArticleCard, Heading
from index.passages.sentences import sentences
from index.passages.windows import LONGEST, passages_of

BODIES = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from(
        ["Une phrase. ", "M. Li", " ", "\n\n", "\n", "« Quoi ? »", "3,9", "…", "x" * 400, "é\u0301", "U.S. "]
    )
).map("".join)


def article(body: str, headings: tuple[Heading, ...] = ()) -> Article:
    return Article(ArticleCard("a", "A", None, None, None, "a.md", "fr"), body, headings)


@given(BODIES)
def test_sentences_are_in_order_trimmed_and_lose_nothing(body: str) -> None:
    at = 0
    for start, end in sentences(body, 0, len(body)):
        assert at <= start < end
        assert not body[at:start].strip()
        assert body[start:end] == body[start:end].strip()
        at = end
    assert not body[at:].strip()


@settings(deadline=None)
@given(BODIES, st.data())
def test_a_passage_is_a_slice_of_the_body_and_no_text_is_lost(body: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(body)), max_size=4)))
    headings = tuple(Heading(a, b, 2) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    covered = {place for heading in headings for place in range(heading.start, heading.end)}
    for passage in passages_of(article(body, headings)):
        assert body[passage.start : passage.end] == passage.text
        assert 0 < len(passage.text) <= LONGEST
        assert passage.sentences[0][0] == passage.start
        assert passage.sentences[-1][1] == passage.end
        covered.update(range(passage.start, passage.end))
    assert all(place in covered or body[place].isspace() for place in range(len(body)))


@pytest.mark.parametrize(
    "parts",
    [
        ["M. Lindsay a dit non.", "Il est parti."],
        ["Il a payé 3,9 milliards.", "Le cours a monté."],
        ["The U.S. giant paid $3.9 billion.", "It left."],
        ["« C’est fini ! », continue-t-il.", "Puis il sort."],
        ["Voir https://www.example.com/a.b?c=d.", "Ensuite, rien."],
        ["J. P. Morgan bought it.", "Mr. Smith and Inc. said no. 5 is right."],
        ["Il vend des fruits, etc.", "Tous sont mûrs."],
        ["He said “No.”", "Then left.", "(He lied.)"],
        ["Quoi ?", "Non…", "Peut-être."],
        ["Version 2.0 est sortie.", "La 3.1 suit."],
    ],
)
def test_what_looks_like_an_end_keeps_its_sentence_whole(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == parts


def test_a_window_never_crosses_a_heading() -> None:
    body = "Un.\n\nTitre\n\nDeux."
    passages = passages_of(article(body, (Heading(5, 10, 2),)))
    assert [(p.section, p.text) for p in passages] == [(None, "Un."), ("Titre", "Deux.")]


@pytest.mark.parametrize(
    "parts",
    [
        ["Lise Bar a été jugée pour vol.", "Son frère a été relaxé.", "Il habite près du col.", "Marc Or l’a dit."],
        ["La vis fait 8 mm.", "Nadia Or l’a mesurée.", "La gare est à l’est.", "Bertrand y va."],
        ["Ils étaient sept.", "Paul en est.", "Voir vol. 3 et p. 12, art. IV.", "Elle a perdu le cap."],
        ["He never wrote to me.", "Grace Poe did.", "The answer was no.", "Judge Lee said so.", "She studied art."],
        ["See no. 4 and vol. 2 of it.", "It opened, est. 1902, in May.", "Ann left."],
        ["Me Fabre et MM. Or et Bar plaident.", "Col. Sanders sold it."],
        ["Le groupe Comm. & Adm. a gagné.", "Or & Cie. & fils suit."],
        ["Il est mort en 12 av. J.-C.", "La ville lui survit."],
    ],
)
def test_words_that_are_also_abbreviations_end_a_sentence_by_what_follows(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == parts


TABLE = "Le syndicat donne les prix.\n\nVille | Prix\n" + "\n".join(
    f"Bourg-{chr(97 + number % 26)}{number} | {number},{number} €. Tarif provisoire." for number in range(90)
)


def test_a_row_of_a_table_is_a_unit_that_is_never_cut_and_has_its_header_in_reach() -> None:
    article = Article(ArticleCard("prix", "Les prix", None, None, None, "prix.md", "fr"), TABLE)
    passages = passages_of(article)
    rows = set(TABLE.split("\n"))
    assert len(passages) > 3
    for passage in passages[1:]:
        assert passage.section == "Ville | Prix"
        assert set(passage.sentence_texts()) <= rows
    assert {row for passage in passages for row in passage.sentence_texts()} == rows - {""}


def test_a_line_with_one_bar_is_no_table() -> None:
    text = "Il dit a | b. Elle dit c.\n\nFin."
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == ["Il dit a | b.", "Elle dit c.", "Fin."]
