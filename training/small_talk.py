"""What people type around a question, French and English: greetings, who they are, what it is for, remarks, thanks.

The reader is trained on questions in such wrappings now and then, and they serve to measure that a wrapping changes
nothing.
"""

from __future__ import annotations

from typing import Final

import numpy as np

BEFORE: Final = {
    "fr": (
        "Bonjour, ",
        "bonjour ! ",
        "Salut, ",
        "salut à tous, ",
        "Hello, ",
        "Coucou, petite question : ",
        "Bonsoir, ",
        "Bonjour à toutes et à tous. ",
        "question rapide : ",
        "Une petite question : ",
        "Dites, ",
        "dis-moi, ",
        "Désolé de déranger, ",
        "Je suis étudiante en histoire et je prépare un exposé. ",
        "je suis prof en collège, c'est pour un cours : ",
        "Je travaille sur un mémoire de M2 et je cherche une source fiable : ",
        "Bonjour, journaliste ici. ",
        "Je prépare un article pour le journal du quartier. ",
        "J'ai lu ça quelque part mais je ne retrouve plus où. ",
        "On en parlait hier avec ma sœur. ",
        "Pour un débat demain soir : ",
        "C'est pour régler un pari avec un collègue : ",
        "Mon grand-père en parlait souvent. ",
        "Je ne suis pas du tout spécialiste, mais ",
        "Au fait, ",
        "Sinon, ",
        "ok merci, et du coup ",
        "Quelqu'un saurait me dire ? ",
        "J'espère que tout le monde va bien. ",
        "Nouvelle ici, bonjour ! ",
        "pour ma newsletter de jeudi, j'ai besoin d'une précision : ",
        "Franchement je m'y perds dans toutes ces dates. ",
    ),
    "en": (
        "Hi, ",
        "hello! ",
        "Hey everyone, ",
        "Good morning. ",
        "quick question: ",
        "Quick one: ",
        "Sorry to bother you, ",
        "I'm a student writing a paper on this. ",
        "I teach year 9 and need this for a lesson: ",
        "I'm new here, hi! ",
        "Journalist on deadline here. ",
        "Working on a short piece for our newsletter. ",
        "I read about this somewhere but can't find it again. ",
        "We were arguing about it at lunch. ",
        "To settle a bet with a colleague: ",
        "My grandmother used to talk about it. ",
        "I know nothing about this, but ",
        "By the way, ",
        "ok thanks, so ",
        "Does anyone know? ",
        "Hope you're all well. ",
        "For a debate tomorrow night: ",
        "I need a reliable source: ",
        "Long-time reader, first question. ",
        "honestly I lose track of all these dates. ",
        "Can somebody help me out? ",
        "This has been bugging me all day. ",
        "just curious, ",
    ),
}
AFTER: Final = {
    "fr": (
        " Merci !",
        " Merci d'avance",
        " merci bien",
        " Merci beaucoup, c'est pour demain.",
        " svp",
        " s'il vous plaît",
        " Bonne journée !",
        " Cordialement, Jeanne",
        " :)",
        " C'est pour un exposé.",
        " Je n'ai rien trouvé dans les archives.",
        " Une source me suffirait, merci.",
        " Désolé si ça a déjà été demandé.",
        " Toute piste est bonne à prendre.",
    ),
    "en": (
        " Thanks!",
        " thanks in advance!!",
        " Thank you so much.",
        " please",
        " cheers",
        " Cheers from Leeds",
        " :)",
        " It's for a school project.",
        " Sorry if this has been asked before.",
        " Any source will do.",
        " I couldn't find it in the archive.",
        " Much appreciated.",
        " Need it by Friday.",
        " Have a nice day!",
    ),
}


def wrapped(question: str, lang: str, draw: np.random.Generator) -> str:
    """``question`` with something before it, after it, or both."""
    where = draw.random()
    before, after = BEFORE[lang], AFTER[lang]
    opening = before[int(draw.integers(len(before)))] if where < 0.7 else ""
    closing = after[int(draw.integers(len(after)))] if where > 0.4 else ""
    if opening.endswith(" ") and opening.rstrip()[-1:] in ",:" and draw.random() < 0.7:
        question = question[:1].lower() + question[1:]
    return f"{opening}{question}{closing}"
