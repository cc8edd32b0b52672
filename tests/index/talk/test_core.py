"""Words around a question change nothing: the core is the part that asks, word for word."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.talk.core import core_of

WRAPPED = [
    ("Yo la team, vite fait avant la réu : qui a fondé Vega ? Bises", "qui a fondé Vega ?"),
    ("Bonsoir à tous ! Qui a fondé Vega ? Merciii 🙏", "Qui a fondé Vega ?"),
    ("slt, combien de salariés chez Vega en 2020 svp", "combien de salariés chez Vega en 2020"),
    ("Bonjour Madame, je suis lycéenne et j'ai un oral vendredi, pourquoi Vega a fermé ?", "pourquoi Vega a fermé ?"),
    ("Re ! Pour mon podcast : quand Vega a-t-elle racheté Orion ?", "quand Vega a-t-elle racheté Orion ?"),
    ("C'est quoi la mission de Vega ? J'ai un doute. Merci de m'éclairer.", "C'est quoi la mission de Vega ?"),
    ("Excusez-moi, où se trouve le siège de Vega ?", "où se trouve le siège de Vega ?"),
    ("pardon de vous embêter, où se trouve le siège de Vega ?", "où se trouve le siège de Vega ?"),
    ("Quelqu'un peut m'aider ? Quel âge a le patron de Vega ?", "Quel âge a le patron de Vega ?"),
    ("Quel âge a le patron de Vega ? Une idée ?", "Quel âge a le patron de Vega ?"),
    ("Quel âge a le patron de Vega ? Quelqu'un saurait ?", "Quel âge a le patron de Vega ?"),
    ("Je débarque ici. Vega a-t-elle été condamnée ? Belle soirée à vous", "Vega a-t-elle été condamnée ?"),
    ("Vega a-t-elle été condamnée ? Mon voisin jure que oui.", "Vega a-t-elle été condamnée ?"),
    ("Coucou le bot :) Vega a-t-elle été condamnée ?", "Vega a-t-elle été condamnée ?"),
    ("Hello ! Je rédige une brève. Je voudrais savoir qui dirige Vega. Merci", "Je voudrais savoir qui dirige Vega."),
    ("Bonjour, un collègue me demande combien Vega a perdu en 2021", "combien Vega a perdu en 2021"),
    ("Bonjour, explique-moi la faillite de Vega stp !", "explique-moi la faillite de Vega"),
    ("Un grand merci d'avance ! Qu'est devenue l'usine de Vega ?", "Qu'est devenue l'usine de Vega ?"),
    (
        "Je n'y connais rien, mais est-ce que Vega vend encore des montres ?",
        "est-ce que Vega vend encore des montres ?",
    ),
    ("Bonjour, bilan Vega 2019, merci", "bilan Vega 2019"),
    ("Salut à tous, les actionnaires de Vega. Bonne journée !", "les actionnaires de Vega."),
    ("Ma fille m'a posé une colle hier soir : qui a dessiné le logo de Vega ?", "qui a dessiné le logo de Vega ?"),
    ("Bonjour, désolé si c'est bête — qui a dessiné le logo de Vega ?", "qui a dessiné le logo de Vega ?"),
    ("Hiya, doing homework with my son: who founded Vega? Ta!", "who founded Vega?"),
    ("Who founded Vega? Asking for a friend 😅", "Who founded Vega?"),
    ("good evening everybody, who founded vega please", "who founded vega"),
    ("Apologies if it's obvious. How many people work at Vega? Best, Tom", "How many people work at Vega?"),
    ("Hope this is the right place! When did Vega buy Orion? Kind regards, A. Lee", "When did Vega buy Orion?"),
    ("My boss wants this by noon. When did Vega buy Orion? Ty!", "When did Vega buy Orion?"),
    ("Hey bot, do you know when Vega bought Orion? Much obliged", "do you know when Vega bought Orion?"),
    ("Hi team, I'm a nurse and I'd like to know why Vega closed. Thanks a lot", "I'd like to know why Vega closed."),
    ("Not an expert at all, but why did Vega close?", "why did Vega close?"),
    ("I lost a bet over this... why did Vega close?", "why did Vega close?"),
    ("Why did Vega close? I've looked everywhere.", "Why did Vega close?"),
    ("Why did Vega close? Any idea?", "Why did Vega close?"),
    ("Can anyone help? Why did Vega close?", "Why did Vega close?"),
    ("Thanks for last time! How come Vega never sold watches?", "How come Vega never sold watches?"),
    ("Morning all, Vega annual report 2019, thanks", "Vega annual report 2019"),
    ("Hello there. Tell me who owns Vega. Have a great day!", "Tell me who owns Vega."),
    ("My editor keeps asking me who owns Vega", "who owns Vega"),
    ("Well, for a pub quiz: what was Vega's first product?", "what was Vega's first product?"),
    ("What was Vega's first product? It would settle an argument at home.", "What was Vega's first product?"),
    ("Sorry, me again: what was Vega's first product?", "what was Vega's first product?"),
    ("Lovely archive, by the way! What was Vega's first product?", "What was Vega's first product?"),
]


@pytest.mark.parametrize(("typed", "asked"), WRAPPED)
def test_small_talk_around_a_question_is_left_out(typed: str, asked: str) -> None:
    assert core_of(typed) == asked


@pytest.mark.parametrize("asked", sorted({asked for _, asked in WRAPPED}))
def test_a_core_is_its_own_core(asked: str) -> None:
    assert core_of(asked) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Vega : combien de salariés ?",
        "Vega, qui dirige ?",
        "En 2019, qui dirigeait Vega ?",
        "who said thanks to Vega's staff",
        "Pourquoi Vega a-t-elle dit merci à ses clients ?",
        "Which watch says hello to its owner?",
        "M. Martin dirige-t-il encore Vega ?",
        "Si je vis en Belgique, est-ce que Vega me rembourse ?",
        "ma montre Vega est cassée, qu'est-ce que je fais ?",
        "Vega revenue 2019",
        "patron vega nom",
        "Who ran Vega, and who ran Orion?",
        "Qui dirigeait Vega ? Et combien gagnait-il ?",
        "What's up with Vega: is it still open?",
        "Haven ?",
        "who did Vega want to please?",
        "Quelle est la devise de Vega : « bonjour » ou « merci » ?",
    ],
)
def test_a_question_alone_comes_back_as_typed(text: str) -> None:
    assert core_of(f"  {text}\n") == text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("I read about Haven yesterday. Who ran it?", "I read about Haven yesterday. Who ran it?"),
        ("Hi! I read about Haven yesterday. Who ran it? Thanks", "I read about Haven yesterday. Who ran it?"),
        ("Bonjour, j'ai vu un sujet sur haven. C'était quoi ? Merci", "j'ai vu un sujet sur haven. C'était quoi ?"),
        (
            "Salut ! On m'a parlé de Vega. Qui la dirige, et où est son siège ?",
            "On m'a parlé de Vega. Qui la dirige, et où est son siège ?",
        ),
        ("who ran it? I mean Haven", "who ran it? I mean Haven"),
    ],
)
def test_what_a_question_points_back_to_is_kept(typed: str, asked: str) -> None:
    assert core_of(typed) == asked


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Hi! Who ran Haven? And when did it close? Thanks", "Who ran Haven? And when did it close?"),
        (
            "Bonjour, qui dirigeait Vega ? C'est pour un exposé. Et pourquoi a-t-elle fermé ? Merci",
            "qui dirigeait Vega ? Et pourquoi a-t-elle fermé ?",
        ),
    ],
)
def test_every_question_is_kept(typed: str, asked: str) -> None:
    assert core_of(typed) == asked


@pytest.mark.parametrize(
    "text", ["merci !", "bonjour", "Hello everyone", "thanks a lot", "👍", "?", "Does anyone know?"]
)
def test_small_talk_alone_comes_back_as_typed(text: str) -> None:
    assert core_of(text) == text


def test_blank_text_has_no_core() -> None:
    assert core_of(" \n ") == ""


_PIECES = st.sampled_from(
    [piece for typed, _ in WRAPPED for piece in re.split(r"(?<=[.!?:,])\s", typed)]
    + [
        "it",
        "il",
        "Vega",
        "who",
        "(",
        ")",
        "...",
        "…",
        ":)",
        "\n",
        "?",
        "🙏",
        "-",
        "je",
        "İ",
        "M.",
        "I mean",
        "svp",
        "and",
    ]
)
_TYPED = st.one_of(st.lists(_PIECES, max_size=14).map(" ".join), st.text(max_size=80))


@settings(max_examples=400)
@given(_TYPED)
@example("vite fait avant la réu : Hello there. pardon de vous embêter, Yo la team,")
def test_a_core_is_some_of_the_words_in_order_and_never_none(text: str) -> None:
    core = core_of(text)
    assert bool(core.strip()) == bool(text.strip())
    left = iter(re.findall(r"\w+", text))
    assert all(word in left for word in re.findall(r"\w+", core))
    assert core_of(core) == core
