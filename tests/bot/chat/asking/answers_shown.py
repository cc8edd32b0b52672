"""Answers to show, and the messages that show them, read as Discord would be sent them."""

from __future__ import annotations

from dataclasses import replace

from bot.catalogue import words_in
from bot.chat.asking.answer_message import Manner, answer_message
from bot.chat.messages.message import Message
from bot.chat.replies.buttons import ButtonMaker
from bot.chat.replies.signing import SigningKey
from index.answer import Answer, Quote, Verdict
from index.article import ArticleCard
from tests.bot.chat.standin.reading import Reply
from tests.bot.chat.standin.rules import violations

SENTENCES = (
    "Amazon fermera Amazon Care le 31 décembre 2022.",
    "Neil Lindsay l’a écrit au personnel.",
    "« Ce n’était pas la bonne solution », dit-il\u00a0!",
)


PROSE = " ".join(SENTENCES)


def card(identifier: str = "care", **more: str | None) -> ArticleCard:
    usual: dict[str, str | None] = {
        "id": identifier,
        "title": "La fin d’Amazon Care",
        "date": "2022-08",
        "publisher": "Le Journal",
        "url": "https://example.org/care",
        "path": f"{identifier}.md",
        "lang": "fr",
    }
    return ArticleCard(**usual | more)  # type: ignore[arg-type]


def quote(
    text: str = PROSE,
    *highlights: tuple[int, int],
    of: ArticleCard | None = None,
    start: int = 100,
    section: str | None = None,
    answer: tuple[int, int] | None = None,
) -> Quote:
    spans = tuple((start + low, start + high) for low, high in highlights)
    words = (start + answer[0], start + answer[1]) if answer else None
    return Quote(text, start, start + len(text), spans, 0.9, section, of or card(), words)


def answer(*quotes: Quote, verdict: Verdict = Verdict.FOUND, question: str = "Quand ferme Amazon Care ?") -> Answer:
    return Answer(question, "fr", verdict, 0.9, 1, 0.1, quotes)


MAKER = ButtonMaker(SigningKey(bytes(32)))


SHOWN_WITH = Manner(shareable=True, feedback=True)


def shown(result: Answer, lang: str = "fr", *, echo: bool = False) -> Reply:
    return read(answer_message(result, words_in(lang), MAKER, replace(SHOWN_WITH, echo=echo)))


def read(message: Message) -> Reply:
    """The message as Discord would be sent it."""
    assert message.layout is not None
    return Reply({"components": message.layout.to_components(), "flags": 1 << 15})


def descriptions(reply: Reply) -> list[str]:
    """The text of each quote with its source; the footer stands by itself."""
    too_long = tuple(words_in(lang)("discord-quote-too-long") for lang in ("fr", "en"))
    return [text for text in reply.texts if "\n> " in text or text.startswith(("> ", *too_long))]


def offences(reply: Reply) -> list[str]:
    return violations("POST", "/channels/1/messages", reply.payload)
