"""/reindex, /add, /remove, /restore and the ways back: what admins do to articles, and what nobody else can."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.catalogue import words_in
from bot.state import State
from bot.state.audit import Act
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.process import BOT
from tests.bot.chat.standin.world import MANAGE_GUILD
from tests.conftest import ARTICLES, write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")

PLAIN = Person("Plain", locale="fr")
ADA = Person("Ada", locale="fr", permissions=MANAGE_GUILD)
BOB = Person("Bob", locale="en-US", permissions=MANAGE_GUILD)
CAT = Person("Cat", locale="en-US")
"""Named by the operator."""
TEXT = "L’hôpital que Vega a ouvert à Besançon le 3 mai 2024 compte 212 lits. Il emploie 90 médecins."
QUESTION = "Combien de lits compte l’hôpital de Vega à Besançon ?"


@dataclass(frozen=True)
class Desk:
    discord: StandIn
    home: Path

    async def use(self, person: Person, name: str, options: dict[str, Any] | None = None, **more: Any) -> Reply:
        """What comes of a command that is answered at once."""
        return await (await self.discord.use_command(person, name, options or {}, **more)).reply()

    async def press(self, person: Person, reply: Reply, custom_id: str, **where: Any) -> Reply:
        return await (await self.discord.operate(person, reply, custom_id, **where)).outcome()

    async def ended(self, person: Person, name: str, head: str, options: dict[str, Any] | None = None) -> str:
        """The outcome of a command that shows how far it is."""
        interaction = await self.discord.use_command(person, name, options or {})
        await interaction.reply()
        while head not in (await interaction.reply()).content:  # noqa: ASYNC110 - edited in place
            await asyncio.sleep(0.01)
        return (await interaction.reply()).content

    def acts(self) -> list[Act]:
        state = State.open(None, self.home / "data", retention=90)
        try:
            return list(state.audit.latest(1000))
        finally:
            state.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    home = tmp_path_factory.mktemp("home")
    write_articles(home / "knowledge", ARTICLES)
    async with StandIn() as discord:
        await discord.start_bot(BOT, home, {"SOURCIER_ADMINS": f"{CAT.id}", "SOURCIER_QUESTIONS_PER_MINUTE": "0"})
        yield Desk(discord, home)


async def add(desk: Desk, person: Person, name: str, text: str, **where: Any) -> Reply:
    """Add a file, its preview confirmed."""
    words = words_in("fr" if person.locale == "fr" else "en")
    shown = await desk.use(person, "add", where, file=(name, text.encode()))
    return await desk.press(person, shown, shown.buttons[words("add-confirm")])


@pytest.mark.slow
async def test_an_article_is_previewed_added_quoted_removed_and_restored_on_its_server_alone(desk: Desk) -> None:
    french, english = words_in("fr"), words_in("en")
    shown = await desk.use(
        ADA,
        "add",
        {"title": "L’hôpital *neuf*", "date": "2024-05", "publisher": "Le Test"},
        file=("hopital.txt", TEXT.encode()),
    )
    assert shown.is_private
    for said in ("hôpital \\*neuf\\*", "mai 2024", "Le Test", french("add-to-server"), TEXT[:20]):
        assert said in shown.everything
    # nothing is written before it is confirmed
    assert "212 lits" not in (await desk.discord.ask(ADA, QUESTION)).everything

    added = await desk.press(ADA, shown, shown.buttons[french("add-confirm")])
    assert "hôpital" in added.content
    assert "**L’hôpital" in added.content
    answer = await desk.discord.ask(PLAIN, QUESTION)
    assert "212 lits" in answer.quotes[0].bold_text[0]
    elsewhere = await desk.discord.use_command(BOB, "ask", {"question": QUESTION}, elsewhere=True)
    assert "212 lits" not in (await elsewhere.reply()).everything
    assert "212 lits" not in (await desk.discord.ask(ADA, QUESTION, direct=True)).everything
    again = await desk.press(ADA, shown, shown.buttons[french("add-confirm")])
    assert french("add-too-late") in again.everything

    assert await desk.discord.type_option(BOB, "remove", "article", "neuf") == ["hopital"]
    sure = await desk.use(BOB, "remove", {"article": "hopital"})
    assert english("remove-from-server") in sure.everything
    assert (await desk.discord.ask(PLAIN, QUESTION)).quotes
    removed = await desk.press(BOB, sure, sure.buttons[english("remove-confirm")])
    assert "/restore" in removed.content
    gone = await desk.press(BOB, sure, sure.buttons[english("remove-confirm")])
    assert "212" not in gone.everything
    assert "212 lits" not in (await desk.discord.ask(PLAIN, QUESTION)).everything

    assert "neuf" in (await desk.use(ADA, "restore")).content
    assert await desk.discord.type_option(ADA, "restore", "article", "neuf") == ["hopital"]
    assert french("restore-done", title="L’hôpital \\*neuf\\*") in await desk.ended(
        ADA, "restore", "✅", {"article": "hopital"}
    )
    assert (await desk.discord.ask(PLAIN, QUESTION)).quotes
    assert [(act.user_id, act.action, act.detail, act.result) for act in reversed(desk.acts())] == [
        (ADA.id, "preview", "hopital.txt", "done"),
        (ADA.id, "add", "hopital", "done"),
        (BOB.id, "remove", "hopital", "done"),
        (BOB.id, "remove", "", "article-gone"),
        (ADA.id, "restore", "hopital", "done"),
    ]


async def test_a_pasted_article_comes_by_a_form_that_outlives_a_restart(desk: Desk) -> None:
    opened = await desk.discord.use_command(BOB, "add", {})
    await opened.deferred()
    assert opened.form is not None
    labels = [part["label"] for part in opened.form["components"]]
    assert labels[0] == words_in("en")("add-form-title")
    shown = await (
        await desk.discord.fill_in(
            BOB,
            opened,
            {
                "title": "A lift",
                "text": "## Why\n\nThe lift of the clinic carries 14 people.",
                "date": "2024",
                "publisher": "",
                "url": "",
            },
        )
    ).reply()
    assert "A lift" in shown.everything
    assert "Why" in shown.everything
    added = await desk.press(BOB, shown, shown.buttons[words_in("en")("add-confirm")])
    assert "**A lift**" in added.content
    assert (
        "__14__ people"
        in (await desk.discord.ask(PLAIN, "How many people does the lift of the clinic carry?")).everything
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vide.txt", b" ", "empty"),
        ("song.mp3", b"ID3", "mp3"),
        ("../../etc/passwd.txt", b"\x00\x01\x02\x03" * 50, ""),
        ("rachat.md", b"---\ntitle: [\n---\nText.", ""),
    ],
)
async def test_what_can_not_be_an_article_is_refused_in_a_line(
    desk: Desk, name: str, content: bytes, said: str
) -> None:
    refused = await desk.use(BOB, "add", file=(name, content))
    assert not refused.buttons
    assert said in refused.content.casefold()
    assert "Traceback" not in refused.content
    assert len(refused.content.splitlines()) == 1


async def test_links_are_fetched_only_where_the_operator_wants_it(desk: Desk) -> None:
    assert not (await desk.use(ADA, "add", {"link": "https://example.org/x"})).buttons


async def test_a_cancelled_or_foreign_preview_adds_nothing(desk: Desk) -> None:
    words = words_in("en")
    shown = await desk.use(BOB, "add", file=("note.txt", b"A note on the canteen of the clinic."))
    confirm = shown.buttons[words("add-confirm")]
    assert words_in("fr")("add-too-late") in (await desk.press(ADA, shown, confirm)).everything
    assert words("add-dropped") in (await desk.press(BOB, shown, shown.buttons[words("upkeep-cancel")])).everything
    assert words("add-too-late") in (await desk.press(BOB, shown, confirm)).everything


async def test_the_operator_changes_what_all_share_and_can_go_back(desk: Desk) -> None:
    words = words_in("en")
    (desk.home / "knowledge" / "five.txt").write_text("Vega planted 555 oaks around its headquarters in 2020.")
    (desk.home / "knowledge" / "vide.md").touch()
    report = await desk.ended(CAT, "reindex", "⚠️")
    assert "five" in report
    assert "vide.md" in report
    asked = "How many oaks did Vega plant around its headquarters?"
    elsewhere = await desk.discord.use_command(BOB, "ask", {"question": asked}, elsewhere=True)
    assert "__555__ oaks" in (await elsewhere.reply()).everything

    status = await desk.use(CAT, "status")
    assert words("status-shared-articles") in status.everything
    assert words("act-did-reindex") in status.everything
    back = status.buttons[words("rollback-button", number="1")]
    assert words("rollback-back", number="1") in (await desk.press(CAT, status, back)).everything
    assert "oaks around" not in (await desk.discord.ask(PLAIN, asked)).everything
    await desk.ended(
        CAT, "reindex", words("reindex-outcome", changed=1, refused=1)[:8], {"full": True, "where": "shared"}
    )
    assert "__555__ oaks" in (await desk.discord.ask(PLAIN, asked)).everything

    for person in (ADA, PLAIN):
        refused = await desk.press(person, status, back)
        assert words_in("fr")("upkeep-operators") in refused.everything
    own = (await desk.use(ADA, "status")).everything
    assert words_in("fr")("status-own") in own
    assert words_in("fr")("status-shared-articles") not in own
    assert "Joindre des fichiers" in own  # nobody may, on the stand-in
    plain = (await desk.use(PLAIN, "status")).everything
    assert words_in("fr")("status-acts") not in plain
    assert words_in("fr")("status-lacking") not in plain


COMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("reindex", {}),
    ("reindex", {"where": "shared"}),
    ("remove", {"article": "rachat"}),
    ("remove", {"article": "rachat", "where": "shared"}),
    ("restore", {"article": "rachat"}),
    ("restore", {}),
    ("add", {"link": "https://example.org"}),
]


@pytest.mark.parametrize(("name", "options"), COMMANDS)
async def test_a_plain_member_may_nothing(desk: Desk, name: str, options: dict[str, Any]) -> None:
    before = {path: path.read_bytes() for path in (desk.home / "knowledge").rglob("*") if path.is_file()}
    words = words_in("fr")
    refusal = words("upkeep-operators" if options.get("where") == "shared" else "upkeep-refused")
    assert (await desk.use(PLAIN, name, options)).content == refusal
    assert (await desk.use(PLAIN, name, options, direct=True)).content in (refusal, words("upkeep-on-a-server"))
    assert {path: path.read_bytes() for path in (desk.home / "knowledge").rglob("*") if path.is_file()} == before
    assert await desk.discord.type_option(PLAIN, "remove", "article", "") == []
    if name == "reindex":
        assert (desk.acts()[0].user_id, desk.acts()[0].result) == (PLAIN.id, "refused")


async def test_an_admin_changes_no_other_server_and_not_what_all_share(desk: Desk) -> None:
    words = words_in("fr")
    for name, options in COMMANDS:
        if options.get("where") == "shared":
            assert (await desk.use(ADA, name, options)).content == words("upkeep-operators")
    await add(desk, ADA, "interne.txt", "Un mot sur le jardin de la clinique, qui a 33 bancs.")
    sure = await desk.use(ADA, "remove", {"article": "interne"})
    button = sure.buttons[words("remove-confirm")]
    elsewhere = await desk.press(ADA, sure, button, elsewhere=True)
    assert words("upkeep-elsewhere") in elsewhere.everything
    assert words("upkeep-elsewhere") in (await desk.press(ADA, sure, button, direct=True)).everything
    assert "Lequel" not in (await desk.use(ADA, "remove", {"article": "interne"}, elsewhere=True)).everything
    assert words("upkeep-refused") in (await desk.press(PLAIN, sure, button)).everything
    forged = button[:-3] + ("abc" if not button.endswith("abc") else "xyz")
    assert words("discord-button-forged") in (await desk.press(ADA, sure, forged)).everything
    told = (await desk.discord.ask(PLAIN, "Combien de bancs a le jardin de la clinique ?")).everything
    assert "__33__ bancs" in told


async def test_forms_and_buttons_nobody_knows_are_answered_all_the_same(desk: Desk) -> None:
    shown = await desk.use(BOB, "help")
    known = words_in("en")("discord-button-forged")
    assert known in (await desk.press(BOB, shown, "whatever:1")).everything
    form = await desk.discord.send_form(BOB, "whatever", {"x": "y"})
    assert known in (await form.outcome()).everything
    form = await desk.discord.send_form(PLAIN, "add:-", {"title": "x", "text": "y"})
    assert words_in("fr")("upkeep-refused") in (await form.outcome()).everything
    form = await desk.discord.send_form(BOB, "add:nowhere", {})
    assert (await form.outcome()).everything


@pytest.mark.slow
async def test_no_button_reply_or_list_shows_the_articles_of_a_server_in_another(desk: Desk) -> None:
    french = words_in("fr")
    secret = "Le phare de Kerlouan compte 431 marches. Une gardienne, Soizic Abgrall, le garde depuis 1998."
    await add(desk, ADA, "phare.txt", f"{secret} Il se visite le dimanche.", title="Le phare")
    question = "Combien de marches compte le phare de Kerlouan ?"
    answer = await desk.discord.ask(ADA, question)
    assert "431" in answer.everything
    reply = await desk.discord.answer_to(await desk.discord.mention(ADA, question))
    pressed = []
    for shown in (answer, reply):
        for name, custom_id in shown.buttons.items():
            for where in ({"elsewhere": True}, {"direct": True}):
                told = await (await desk.discord.operate(ADA, shown, custom_id, **where)).outcome()
                assert "431" not in told.everything, (name, where)
                assert "Abgrall" not in told.everything, (name, where)
                pressed.append(name)
    assert {french("discord-in-context"), french("discord-source"), french("discord-why")} <= set(pressed)
    for said in ("source ?", "et qui le garde ?", "plus de détails", "non, je parlais de Kerlouan"):
        asked = await (await desk.discord.use_command(ADA, "ask", {"question": said}, elsewhere=True)).reply()
        direct = await desk.discord.answer_to(await desk.discord.direct(ADA, said))
        for told in (asked, direct):
            assert "431" not in told.everything, said
            assert "Kerlouan ?" not in told.everything, said
    for command in ("status", "unanswered", "articles"):
        told = await (await desk.discord.use_command(ADA, command, {}, elsewhere=True)).outcome()
        assert "phare" not in told.everything.casefold(), command
