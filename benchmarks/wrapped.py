"""Questions in what people type around them: whether the first marked sentences and the verdict stay as they were.

    python benchmarks/wrapped.py [QUESTIONS.jsonl] [--knowledge knowledge] [--questions 40] [--each]

QUESTIONS as for ``strangers.py``; of those with an answer, so many are asked of the base, alone and in one wrapping of
each kind. The wrappings are none of those that the reader learnt with (``training/small_talk.py``). Printed for each
kind: how often the first quote's marked sentences are the same, and how often the verdict is no worse.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Final

from index.answer import Answer, Verdict
from index.engine import Engine, EngineOptions
from index.measuring.labelled import read_questions

WRAPPINGS: Final = {
    "greeting": {
        "fr": ("Bonjour l'équipe ! {}", "hello hello, {}", "Bien le bonsoir à vous. {}"),
        "en": ("Hiya folks! {}", "Good evening all, {}", "yo, {}"),
    },
    "self-introduction": {
        "fr": (
            "Je m'appelle Nadia et je suis documentaliste dans un lycée. {}",
            "infirmier libéral depuis vingt ans, je découvre ce salon : {}",
            "Moi c'est Paul, en licence d'info-com. {}",
        ),
        "en": (
            "I'm Priya, a librarian in Leeds. {}",
            "retired nurse here, not great with computers: {}",
            "My name is Tom and I study journalism. {}",
        ),
    },
    "purpose": {
        "fr": (
            "Il me faut une citation exacte pour un dossier à rendre lundi : {}",
            "On monte une émission de radio associative et on vérifie nos fiches. {}",
            "{} C'est pour relire le papier d'une collègue.",
        ),
        "en": (
            "We're fact-checking a podcast script: {}",
            "{} It's for a slide in tomorrow's seminar.",
            "I have to hand in a briefing tonight and one thing is missing. {}",
        ),
    },
    "thanks": {
        "fr": ("{} Mille mercis !", "{} merci à qui pourra m'aider", "{} Un grand merci par avance et bon week-end."),
        "en": ("{} Thanks a million!", "{} many thanks to whoever can help", "{} ta very much, have a good one"),
    },
    "remark": {
        "fr": (
            "J'ai cherché partout, sans succès. {}",
            "Mon voisin soutient le contraire de ce que je crois. {}",
            "Drôle d'histoire quand même. {}",
        ),
        "en": (
            "I've looked everywhere without luck. {}",
            "My neighbour swears I'm wrong about this. {}",
            "What a strange story, really. {}",
        ),
    },
}
SURENESS: Final = (Verdict.NONE, Verdict.WEAK, Verdict.FOUND)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("questions", type=Path, nargs="?", default=Path(__file__).with_name("strangers_later.jsonl"))
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--questions", type=int, default=40, dest="most")
    parser.add_argument("--each", action="store_true", help="print those that change")
    arguments = parser.parse_args()
    asked = [question for question in read_questions(arguments.questions) if question.answerable][: arguments.most]
    same: defaultdict[str, list[bool]] = defaultdict(list)
    no_worse: defaultdict[str, list[bool]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        engine = Engine(EngineOptions(arguments.knowledge, Path(scratch), reading_seconds=60))
        engine.prepare()
        for number, question in enumerate(asked):
            alone = engine.ask(question.text)
            for kind, wrappings in WRAPPINGS.items():
                ours = wrappings[question.lang]
                text = ours[number % len(ours)].format(question.text)
                answer = engine.ask(text)
                same[kind].append(marked(answer) == marked(alone))
                no_worse[kind].append(SURENESS.index(answer.verdict) >= SURENESS.index(alone.verdict))
                if arguments.each and not (same[kind][-1] and no_worse[kind][-1]):
                    print(f"{alone.verdict} {alone.confidence:.2f} → {answer.verdict} {answer.confidence:.2f}  {text}")
        engine.close()
    every = {"all": [its for kind in WRAPPINGS for its in same[kind]]}
    none_worse = {"all": [its for kind in WRAPPINGS for its in no_worse[kind]]}
    for kind, its in {**same, **every}.items():
        worse = {**no_worse, **none_worse}[kind]
        print(
            f"{kind:18} {len(its):4}  same sentence {sum(its) / len(its):.3f}  no worse {sum(worse) / len(worse):.3f}"
        )


def marked(answer: Answer) -> tuple[object, ...]:
    """The article and the marked sentences of the first quote; nothing where there is none."""
    return tuple((quote.article.id, *quote.highlights) for quote in answer.quotes[:1])


if __name__ == "__main__":
    main()
