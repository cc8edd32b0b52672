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
