"""A week of a newsroom lived through by a process that may be killed at any instant, and goes on where it was."""

from __future__ import annotations

from pathlib import Path

from index.shelf import fetching
from tests.index.feeds.newsroom import HOUR, START, Newsroom, Story
from tests.index.web_site import Site

STEP = 6 * HOUR
STEPS = 28
"""A week."""
STORIES = 14
CORRECTED = 3
CORRECTION = "La clinique numéro 3 de Vega n’a jamais ouvert à Lyon, contrairement à ce qui était écrit ici."


def published(step: int) -> list[Story]:
    """What the site has at a step: a story every other one, and later a correction of one."""
    stories = [Story(number) for number in range(min(STORIES, step // 2 + 1))]
    return [Story(CORRECTED, text=CORRECTION) if one.number == CORRECTED and step > 15 else one for one in stories]


def step_in(folder: Path) -> int:
    """The step that the process is at."""
    return int((folder / "step").read_text()) if (folder / "step").exists() else 0


def live(folder: Path, port: int) -> None:
    """Go through the week from where it was, a visit a step."""
    fetching.TO_CLOSE = 0.0  # type: ignore[misc]
    newsroom = Newsroom(Site(port=port), folder)
    for step in range(step_in(folder), STEPS):
        (folder / "step.new").write_text(str(step))
        (folder / "step.new").replace(folder / "step")
        newsroom.now = START + step * STEP
        newsroom.visit()
    (folder / "over").touch()
