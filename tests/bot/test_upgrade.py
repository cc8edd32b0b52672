"""A data folder of 0.1 goes on with this version: what was remembered and indexed, the buttons of old messages."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sql
from alembic import command
from alembic.config import Config

from bot.chat.replies.buttons import ButtonMaker, Kind
from bot.chat.replies.signing import SigningKey
from bot.state import State
from bot.state.database import FILE
from bot.state.follows import Place, PlaceKind
from index.engine import Engine, EngineOptions
from index.generation.manifest import FORMAT
from tests.conftest import ARTICLES, write_articles

MIGRATIONS = Path(__file__).parents[2] / "bot" / "state" / "migrations"
FIRST = "0001"
"""The tables of 0.1."""


def first_tables(file: Path) -> None:
    engine = sql.create_engine(f"sqlite:///{file}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, FIRST)
        connection.execute(
            sql.text(
                "INSERT INTO follow (place, place_id, guild_id, subject, subject_key, lang, seen, paused, created)"
                " VALUES ('person', 7, 0, 'Vega', 'vega', 'fr', 1, 0, 1700000000)"
            )
        )
    engine.dispose()


def test_what_was_followed_is_still_followed(tmp_path: Path) -> None:
    first_tables(tmp_path / FILE)
    state = State.open(None, tmp_path, retention=90)
    (kept,) = state.follows.of(Place(PlaceKind.PERSON, 7))
    state.close()
    assert (kept.subject, kept.lang) == ("Vega", "fr")


def test_an_index_of_an_older_format_is_made_anew_from_the_articles(tmp_path: Path) -> None:
    write_articles(tmp_path / "knowledge", ARTICLES)
    options = EngineOptions(tmp_path / "knowledge", tmp_path / "data")
    first = Engine(options)
    first.prepare()
    first.close()
    manifest = tmp_path / "data" / "generations" / "000001" / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 1'))
    again = Engine(options)
    again.prepare()
    assert again.timeline("vega").events
    assert again.status().generation == 2
    again.close()


def test_buttons_of_old_messages_are_still_known(tmp_path: Path) -> None:
    old = ButtonMaker(SigningKey.kept_in(tmp_path)).carrying(Kind.TIMELINE, "m:0:::amazon")
    assert old is not None
    assert ButtonMaker(SigningKey.kept_in(tmp_path)).carried(old) == (Kind.TIMELINE, "m:0:::amazon")
    assert [kind.value for kind in Kind][:7] == ["tl", "cx", "so", "mo", "sh", "up", "dn"]
