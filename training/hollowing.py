"""Articles without some of their sentences: what is asked about is there, the answer is not.

Of the questions a base must refuse, these are the hardest: a known name, a known affair, a fact that no article
tells. People write few of them; every answerable question makes one when the sentences that answer it are taken out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.article import Article
from index.articles.folder import read_folder
from index.measuring.labelled import LabelledQuestion
from index.passages.sentences import sentences

HALVES = 2


def hollow(folder: Path, questions: Sequence[LabelledQuestion], half: int) -> list[LabelledQuestion]:
    """Take out of the articles in ``folder`` the sentences that answer one half of ``questions``, and tell of each
    question whether it can still be answered; those whose answers won't go are left out."""
    taken = {question.text: question for question in questions if half_of(question) == half and question.answerable}
    for path, article in _articles(folder):
        text = path.read_text(encoding="utf-8")
        for sentence in _answering(article, taken.values()):
            text = text.replace(sentence, "", 1)
        path.write_text(text, encoding="utf-8")
    return list(_still(questions, taken, [article for _, article in _articles(folder)]))


def half_of(question: LabelledQuestion) -> int:
    """Which half a question belongs to; the same words always to the same one."""
    return zlib.crc32(question.text.encode()) % HALVES


def _answering(article: Article, questions: Iterable[LabelledQuestion]) -> Iterator[str]:
    asked = [question for question in questions if question.article in (None, article.card.id)]
    for start, end in sentences(article.body, 0, len(article.body)):
        sentence = article.body[start:end]
        if any(question.answered_by(sentence) for question in asked):
            yield sentence


def _still(
    questions: Iterable[LabelledQuestion], taken: dict[str, LabelledQuestion], articles: Sequence[Article]
) -> Iterator[LabelledQuestion]:
    for question in questions:
        held = any(
            question.answered_by(article.body) for article in articles if question.article in (None, article.card.id)
        )
        if not question.answerable or (held and question.text not in taken):
            yield question
        elif not held:
            yield replace(question, answerable=False, article=None)


def _articles(folder: Path) -> list[tuple[Path, Article]]:
    found = read_folder(folder, max_bytes=10**8).files
    return [(folder / file.article.card.path, file.article) for file in found]
