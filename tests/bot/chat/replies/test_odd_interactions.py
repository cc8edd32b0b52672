"""Whatever a client may send: each interaction is acknowledged, nobody is shown a trace, and the bot goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.chat.replies.buttons import Kind
from tests.bot.chat.standin import Person, Reply, StandIn
from tests.bot.chat.standin.api import FIRST_RESPONSE_WITHIN
from tests.bot.chat.standin.process import SCRIPTED, BotProcess
from tests.bot.chat.standin.world import MANAGE_GUILD

ADA = Person("Ada", locale="fr", permissions=MANAGE_GUILD)
BOB = Person("Bob", locale="en-US")
COMMANDS = ("ask", "timeline", "sources", "article", "follow", "unfollow", "following", "about", "help", "status")
COMMANDS += ("privacy", "forget-me", "settings", "reindex", "add", "remove", "restore", "gone")
TEXTS = ("question", "article", "from", "to", "subject", "search", "where", "link", "title", "odd")
YES_OR_NO = ("private", "full")
NO_INDEX = "There is no index yet"
"""What the scripted engine says of its base, which it has none of."""
SUGGESTING = [("ask", "article"), ("timeline", "subject"), ("article", "article"), ("follow", "subject")]
SUGGESTING += [("unfollow", "subject"), ("remove", "article"), ("restore", "article")]
few = settings(
    max_examples=100,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)

# Discord hands on no lone surrogates, and no text without end.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ["", "a" * 6000, "\u202e`@everyone`"]
)
# Discord sees to it that an option is of its type, whatever the client sends.
option = st.tuples(st.sampled_from(TEXTS), texts) | st.tuples(st.sampled_from(YES_OR_NO), st.booleans())
options = st.lists(option, max_size=4).map(dict)
people = st.sampled_from([ADA, BOB])
kinds = st.sampled_from([*Kind, "settings", "unfollow", "follows", "forget", "menu", "add", "x"])
custom_ids = st.builds(lambda kind, rest: f"{kind}:{rest}"[:100], kinds, texts) | texts.map(
    lambda text: text[:100] or "-"
)


@dataclass
class Home:
    """A bot that goes on through all examples of a test."""

    runner: asyncio.Runner
    discord: StandIn
    bot: BotProcess
    help: Reply

    def acknowledged(self, begin: Any) -> None:
        """Begin an interaction, and wait until it is acknowledged and answered."""
        self.runner.run(self._acknowledged(begin))

    async def _acknowledged(self, begin: Any) -> None:
        interaction = await begin
        await asyncio.wait_for(interaction.deferred(), FIRST_RESPONSE_WITHIN)
        if interaction.kind in (4, 5):
            shown = (await interaction.outcome()).everything
            assert "Traceback" not in shown
        incidents = [line for line in self.bot.log.splitlines() if "incident" in line]
        assert all(NO_INDEX in line for line in incidents), self.bot.log[-3000:]

    def goes_on(self) -> bool:
        return bool(self.runner.run(self.discord.ask(BOB, "When?")).quotes)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    with asyncio.Runner() as runner:
        discord = StandIn()
        runner.run(discord.__aenter__())
        bot = runner.run(discord.start_bot(SCRIPTED, tmp_path_factory.mktemp("odd"), {"SCRIPT_MESSAGE_CONTENT": "1"}))
        help_ = runner.run(runner.run(discord.use_command(ADA, "help", {})).reply())
        yield Home(runner, discord, bot, help_)
        runner.run(discord.__aexit__(None, None, None))


@pytest.mark.slow
@few
@given(
    person=people, custom_id=custom_ids, kind=st.sampled_from([2, 3, 5, 6, 7, 8]), values=st.lists(texts, max_size=3)
)
def test_any_button_or_menu_is_acknowledged(
    home: Home, person: Person, custom_id: str, kind: int, values: list[str]
) -> None:
    home.acknowledged(home.discord.operate(person, home.help, custom_id, kind, None if kind == 2 else values))
    assert home.goes_on()


@pytest.mark.slow
@few
@given(
    person=people,
    custom_id=custom_ids,
    fields=st.dictionaries(st.sampled_from(["title", "text", "date", "publisher", "url", "odd"]), texts, max_size=6),
)
def test_any_form_is_acknowledged(home: Home, person: Person, custom_id: str, fields: dict[str, str]) -> None:
    home.acknowledged(home.discord.send_form(person, custom_id, fields))
    assert home.goes_on()


@pytest.mark.slow
@few
@given(
    person=people,
    name=st.sampled_from(COMMANDS),
    options=options,
    direct=st.booleans(),
)
def test_any_command_with_any_options_is_acknowledged(
    home: Home, person: Person, name: str, options: dict[str, str | bool], direct: bool
) -> None:
    home.acknowledged(home.discord.use_command(person, name, options, direct=direct))
    assert home.goes_on()


@pytest.mark.slow
@few
@given(person=people, place=st.sampled_from(SUGGESTING), typed=texts)
def test_whatever_is_typed_gets_choices(home: Home, person: Person, place: tuple[str, str], typed: str) -> None:
    assert len(home.runner.run(home.discord.type_option(person, *place, typed))) <= 25
    assert home.goes_on()


def test_typing_where_nothing_is_suggested_does_no_harm(home: Home) -> None:
    assert home.runner.run(home.discord.type_option(BOB, "gone", "subject", "x")) == []
    with pytest.raises(TimeoutError):
        home.runner.run(asyncio.wait_for(home.discord.type_option(BOB, "ask", "odd", "x"), 0.5))
    assert home.goes_on()
