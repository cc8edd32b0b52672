"""The bot's replies as people see them: ``make previews`` writes them to build/previews/.

    python docs/previews/render.py [--to build/previews] [--only NAME] [--readme]

A real bot, over knowledge/, is asked by the wire; what it sends is drawn by a browser, in both themes and languages,
for a phone and a desktop. With ``--readme`` the pictures of the README are written too. Needs the extra "previews" and
a Chromium (Debian: apt install chromium fonts-noto-core fonts-noto-color-emoji).
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from docs.previews.chat import message_html
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.world import MANAGE_GUILD

LOOK = (Path(__file__).parent / "look.css").read_text(encoding="utf-8")
WIDTHS = {"desktop": 760, "phone": 390}
LANGS = {"fr": "fr", "en": "en-GB"}
NEEDS = "make previews needs Chromium; on Debian: apt install chromium fonts-noto-core fonts-noto-color-emoji"
README = {"answer": ("found-fr-dark-desktop", 760), "timeline-chat": ("timeline-en-dark-desktop", 760)}


@dataclass
class Scene:
    """What somebody did, and what the bot sent for it."""

    name: str
    lang: str
    did: str
    replies: list[Reply]
    pictures: dict[str, str] = field(default_factory=dict)


@dataclass
class Stage:
    """The stand-in, and somebody who speaks ``lang``."""

    discord: StandIn
    person: Person
    lang: str

    async def use(self, name: str, options: dict[str, Any] | None = None, **more: Any) -> Reply:
        interaction = await self.discord.use_command(self.person, name, options or {}, **more)
        return await interaction.outcome()

    async def press(self, reply: Reply, key: str, **values: Any) -> Reply:
        from bot.catalogue import words_in

        return await self.discord.press(self.person, reply, words_in(self.lang)(key, **values))

    async def choose(self, reply: Reply) -> Reply:
        chosen = [reply.controls["menu"]["options"][0]["value"]]
        return await (await self.discord.operate(self.person, reply, "menu", 3, chosen)).outcome()


QUESTIONS = {
    "found": {
        "fr": "Combien a coûté PillPack à Amazon ?",
        "en": "How did the attackers get into Change Healthcare?",
    },
    "weak": {"fr": "Pourquoi les géants veulent-ils aller dans la santé ?", "en": "Is Amazon serious about health?"},
    "none": {"fr": "Il fait quel temps à Lyon demain ?", "en": "How do I fix a leaking kitchen tap?"},
}
NEWS = {
    "fr": (
        "Amazon",
        "---\ntitle: Amazon ouvre un cabinet à Lyon\npublisher: Le Journal du Rhône\ndate: 2026-03-02\n---\n\n"
        "Amazon a ouvert lundi à Lyon un cabinet de quatre médecins, son premier en Europe. Une consultation y coûte "
        "29 euros. La mairie s’en félicite. Amazon en promet dix autres d’ici à 2028.\n",
    ),
    "en": (
        "Google",
        "---\ntitle: Google ends its sleep study\npublisher: The Valley Post\ndate: 2026-03-02\n---\n\n"
        "Google has ended the sleep study that it began with two hospitals in Leeds in 2024. Some 1,400 people had "
        "taken part. The hospitals keep the data. Google says that it will publish the results in June.\n",
    ),
}
HELPER = Person("Alix")
ANSWERS = {
    "fr": "Pour la météo, regardez le panneau de l’entrée :\nil est mis à jour chaque matin à 7 h.",
    "en": "Ask the caretaker, Mr Brook:\nhe has the key to the water and a box of washers.",
}
MEMBERS = {
    "fr": ("Où est la clé du local à vélos ?", "La clé du local à vélos est chez Mme Roux, au 2e étage, porte 14."),
    "en": (
        "Where is the key to the bike shed?",
        "The key to the bike shed is with Ms Reed, on the 2nd floor, door 14.",
    ),
}
SUBJECTS = {"fr": "haven", "en": "amazon care"}

Making = Callable[[Stage], Awaitable[tuple[str, list[Reply]]]]


async def answer(stage: Stage, kind: str) -> tuple[str, list[Reply]]:
    question = QUESTIONS[kind][stage.lang]
    return "/ask", [await stage.use("ask", {"question": question})]


async def context(stage: Stage) -> tuple[str, list[Reply]]:
    _, (reply,) = await answer(stage, "found")
    return "In context", [await stage.press(reply, "discord-in-context")]


async def source(stage: Stage) -> tuple[str, list[Reply]]:
    _, (reply,) = await answer(stage, "found")
    return "Source", [await stage.press(reply, "discord-source")]


async def more(stage: Stage) -> tuple[str, list[Reply]]:
    _, (reply,) = await answer(stage, "found")
    return "More quotes", [await stage.press(reply, "discord-more")]


async def timeline(stage: Stage) -> tuple[str, list[Reply]]:
    return "/timeline", [await stage.use("timeline", {"subject": SUBJECTS[stage.lang]})]


async def event(stage: Stage) -> tuple[str, list[Reply]]:
    _, (reply,) = await timeline(stage)
    return "Timeline: an event in its article", [await stage.choose(reply)]


async def follow(stage: Stage) -> tuple[str, list[Reply]]:
    replies = [await stage.use("follow", {"subject": "Amazon"}), await stage.use("following")]
    return "/follow Amazon", replies


async def added(stage: Stage) -> tuple[str, list[Reply]]:
    text = (ROOT / "knowledge" / "one-medical.md").read_bytes().replace(b"Amazon", b"Acme")
    return "/add", [await stage.use("add", {"where": "server"}, file=("acme.md", text))]


async def alert(stage: Stage) -> tuple[str, list[Reply]]:
    subject, news = NEWS[stage.lang]
    await stage.use("follow", {"subject": subject, "where": "channel"})
    said = len(stage.discord.messages)
    preview = await stage.use("add", {"where": "server"}, file=(f"news-{stage.lang}.md", news.encode()))
    await stage.press(preview, "add-confirm")
    return f"/add, /follow {subject}", (await stage.discord.until_said(said + 1))[-1:]


async def team(stage: Stage) -> tuple[str, list[Reply]]:
    shown = await stage.use("settings")
    await (
        await stage.discord.operate(stage.person, shown, "settings:team", 8, [str(stage.discord.channel.id)])
    ).outcome()
    asked = await stage.use("ask", {"question": QUESTIONS["none"][stage.lang]})
    said = len(stage.discord.messages)
    told = await stage.press(asked, "team-ask")
    (post,) = (await stage.discord.until_said(said + 1))[-1:]
    reference = {"message_id": post.payload["id"], "channel_id": post.payload["channel_id"]}
    me = [stage.discord.me.payload()]
    answer = await stage.discord.say(
        HELPER, ANSWERS[stage.lang], type=19, message_reference=reference, referenced_message=post.payload, mentions=me
    )
    confirmed = await stage.discord.answer_to(answer)
    return "/ask, Ask the team", [asked, told, post, stage.discord.messages[-2], confirmed]


async def member(stage: Stage) -> tuple[str, list[Reply]]:
    question, text = MEMBERS[stage.lang]
    asked = await stage.discord.say(stage.person, question)
    reference = {"message_id": asked["id"], "channel_id": asked["channel_id"]}
    said = await stage.discord.say(HELPER, text, type=19, message_reference=reference, referenced_message=asked)
    preview = await (await stage.discord.use_menu(stage.person, "Add to the base", said)).outcome()
    await stage.press(preview, "add-confirm")
    notes = [one for one in stage.discord.messages if one.answers_message == int(said["id"])]
    return "Add to the base", [preview, *notes, await stage.use("ask", {"question": question})]


def command(name: str, options: dict[str, Any] | None = None) -> Making:
    async def making(stage: Stage) -> tuple[str, list[Reply]]:
        return f"/{name}", [await stage.use(name, options)]

    return making


def of_kind(kind: str) -> Making:
    async def making(stage: Stage) -> tuple[str, list[Reply]]:
        return await answer(stage, kind)

    return making


SCENES: dict[str, Making] = {
    **{kind: of_kind(kind) for kind in QUESTIONS},
    "context": context,
    "source": source,
    "more": more,
    "timeline": timeline,
    "event": event,
    "sources": command("sources"),
    "about": command("about"),
    "help": command("help"),
    "status": command("status"),
    "settings": command("settings"),
    "team": team,
    "member": member,
    "unanswered": command("unanswered"),
    "privacy": command("privacy"),
    "follow": follow,
    "alert": alert,
    "add": added,
    "reindex": command("reindex"),
    "unknown": command("article", {"article": "amazon caer"}),
}


async def played(only: str | None) -> list[Scene]:
    """Every scene in both languages."""
    scenes = []
    with tempfile.TemporaryDirectory() as home:
        settings = {
            "SOURCIER_KNOWLEDGE_DIR": str(ROOT / "knowledge"),
            "SOURCIER_QUESTIONS_PER_MINUTE": "0",
            "SOURCIER_ALERT_MINUTES": "0",
        }
        async with StandIn() as discord:
            people = {
                lang: Person("Camille", locale=locale, permissions=MANAGE_GUILD) for lang, locale in LANGS.items()
            }
            operators = ",".join(str(person.id) for person in people.values())
            await discord.start_bot(["-m", "bot.cli", "bot"], Path(home), {**settings, "SOURCIER_ADMINS": operators})
            for lang, person in people.items():
                for name, making in SCENES.items():
                    if only in (None, name):
                        did, replies = await making(Stage(discord, person, lang))
                        files = [request.files for request in discord.requests if request.files]
                        pictures = {
                            key: _address(png) for each in files for key, png in each.items() if key.endswith(".png")
                        }
                        scenes.append(Scene(name, lang, did, replies, pictures))
    return scenes


def page(scene: Scene, theme: str) -> str:
    """A scene as a page of HTML."""
    private = {"fr": "Vous seul·e voyez ce message", "en": "Only you can see this"}[scene.lang]
    said = "".join(
        '<div class="message"><div class="face bot">S</div><div class="said"><div class="who">Sourcier'
        f'<span class="tag">✓ APP</span><time>14:07</time></div>'
        f"{message_html(reply.payload, scene.pictures, {}, private)}</div></div>"
        for reply in scene.replies
    )
    used = f'<div class="used">╭ <b>Camille</b> · {scene.did}</div>'
    return (
        f'<!doctype html><meta charset="utf-8"><style>{LOOK}</style><body class="{theme}">'
        f'<div class="chat">{used}{said}</div>'
    )


def rendered(scenes: list[Scene], to: Path) -> list[Path]:
    """The PNG of every scene, theme and width."""
    from playwright.sync_api import sync_playwright

    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser_path is None:
        raise SystemExit(NEEDS)
    to.mkdir(parents=True, exist_ok=True)
    written = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for device, width in WIDTHS.items():
            tab = browser.new_page(viewport={"width": width, "height": 600}, device_scale_factor=1.5)
            for scene in scenes:
                for theme in ("dark", "light"):
                    tab.set_content(page(scene, theme))
                    path = to / f"{scene.name}-{scene.lang}-{theme}-{device}.png"
                    tab.locator(".chat").screenshot(path=path)
                    written.append(path)
        browser.close()
    return written


def for_the_readme(to: Path) -> None:
    """The README's pictures, with few colours, so that they are small."""
    from PIL import Image

    for name, (taken, width) in README.items():
        picture = Image.open(to / f"{taken}.png").convert("RGB")
        size = (width, round(picture.height * width / picture.width))
        picture.resize(size, Image.Resampling.LANCZOS).quantize(80).save(ROOT / "docs" / f"{name}.png", optimize=True)


def _address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "previews")
    parser.add_argument("--only")
    parser.add_argument("--readme", action="store_true")
    arguments = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    pictures = rendered(asyncio.run(played(arguments.only)), arguments.to)
    if arguments.readme:
        for_the_readme(arguments.to)
    print(f"{len(pictures)} pictures in {arguments.to}")


if __name__ == "__main__":
    main()
