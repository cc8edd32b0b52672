"""The settings: environment variables, a ``.env`` file in the current folder, and options, in rising order of say.

Every variable is prefixed ``SOURCIER_``, except ``DISCORD_TOKEN``, the name Discord's own documentation uses. A bad
value raises :class:`BadSetting`, which names it; nothing here composes a sentence.
"""

from __future__ import annotations

import difflib
import io
import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX: Final = "SOURCIER_"
DISCORD: Final = "discord.com"
TOKEN: Final = "DISCORD_TOKEN"  # noqa: S105 - the variable's name
DOTENV: Final = ".env"
SECRETS: Final = frozenset({"discord_token", "state_url", "index_url", "store_url", "store_token", "proxy"})
"""Fields that have no option: a command line can be read by everybody on the machine."""

_SHOWN_VALUE = 60
_MOST_SHARDS = 16_384
"""What SOURCIER_SHARD_COUNT may be: above what Discord gives to the largest bots."""


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _lowered(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _none_when_empty(value: object) -> object:
    value = _stripped(value)
    return None if value == "" else value


def _folder(path: Path) -> Path:
    if "\0" in str(path) or str(path).strip() == "":
        raise ValueError("not a folder's name")
    try:
        return path.expanduser()
    except RuntimeError as error:  # "~somebody" whom the system does not know
        raise ValueError(str(error)) from None


def _folder_or_none(value: object) -> object:
    value = _none_when_empty(value)
    return _folder(Path(value)) if isinstance(value, str) else value


def _shard_ids(value: object) -> object:
    """ "0-3,7" as the numbers it stands for."""
    value = _none_when_empty(value)
    if not isinstance(value, str):
        return value
    ids: list[int] = []
    for part in value.split(","):
        first, dash, last = part.strip().partition("-")
        ids += range(int(first), min(int(last if dash else first), _MOST_SHARDS) + 1)
    if not ids or len(ids) != len(set(ids)):
        raise ValueError("no shard, or one twice")
    return tuple(ids)


def _people(value: object) -> object:
    """ "123, 456" as the numbers of people."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return ()
    if not isinstance(value, str):
        return value
    ids = [int(part) for part in value.replace(",", " ").split()]
    if any(not 0 < one < 2**64 for one in ids):
        raise ValueError("not the numbers of people")
    return tuple(ids)


def _among_shards(ids: tuple[int, ...] | None, info: ValidationInfo) -> tuple[int, ...] | None:
    count = info.data.get("shard_count")
    if ids is not None and (count is None or min(ids) < 0 or max(ids) >= count):
        raise ValueError("needs SOURCIER_SHARD_COUNT, and numbers below it")
    return ids


def _address(given: str | None) -> str | None:
    if given is not None:
        host_and_port(given)
    return given


def host_and_port(address: str) -> tuple[str, int]:
    """The parts of "127.0.0.1:9464", "[::1]:9464" or "9464", which is on the loopback. Raises ValueError."""
    host, _, port = address.rpartition(":")
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 2**16):
        raise ValueError("not a port")
    return host.strip("[]") or "127.0.0.1", int(port)


def _database(given: SecretStr | None) -> SecretStr | None:
    """The address of a PostgreSQL database, in SQLAlchemy's notation."""
    if given is not None and not urlsplit(given.get_secret_value()).scheme.startswith("postgresql"):
        raise ValueError("not a PostgreSQL database")
    return given


def _store(given: SecretStr | None) -> SecretStr | None:
    """The address of a Milvus server, or the path of a file of Milvus Lite."""
    if given is not None:
        parts = urlsplit(given.get_secret_value())
        is_server = (
            parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        )
        if not is_server and ("://" in given.get_secret_value() or not parts.path.endswith(".db")):
            raise ValueError("neither a server nor a file of Milvus Lite")
    return given


def _proxy(given: SecretStr | None) -> SecretStr | None:
    if given is not None and not _is_proxy(given.get_secret_value()):
        raise ValueError("not the address of an HTTP proxy")
    return given


def _is_proxy(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def proxy_of_environment() -> str | None:
    """The proxy that HTTPS_PROXY names for Discord, unless NO_PROXY leaves Discord out; None when it names none that
    can be used."""
    named = getproxies_environment()
    if proxy_bypass(DISCORD):
        return None
    address = named.get("https", "")
    address = address if "://" in address or not address else f"http://{address}"
    return address if _is_proxy(address) else None


Folder = Annotated[Path, AfterValidator(_folder)]
LogLevel = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """What the operator can set; each field is explained in ``.env.example``."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    discord_token: Annotated[SecretStr | None, BeforeValidator(_none_when_empty)] = Field(
        default=None, validation_alias=TOKEN
    )
    knowledge_dir: Folder = Path("knowledge")
    data_dir: Folder = Path("data")
    model: Annotated[str | None, BeforeValidator(_none_when_empty)] = None
    reader: Annotated[str | None, BeforeValidator(_none_when_empty)] = None
    reading_seconds: Annotated[float, BeforeValidator(_stripped), Field(ge=0, le=60, allow_inf_nan=False)] = 1.5
    lang: Annotated[Literal["fr", "en"] | None, BeforeValidator(_lowered)] = None
    log_level: Annotated[LogLevel, BeforeValidator(_lowered)] = "info"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lowered)] = "text"
    health_address: Annotated[str | None, AfterValidator(_address), BeforeValidator(_none_when_empty)] = None
    max_article_mb: Annotated[float, BeforeValidator(_stripped), Field(gt=0, le=1024, allow_inf_nan=False)] = 10
    questions_per_minute: Annotated[int, BeforeValidator(_stripped), Field(ge=0, le=10_000)] = 20
    server_questions_per_minute: Annotated[int, BeforeValidator(_stripped), Field(ge=0, le=100_000)] = 120
    watch: Annotated[bool, BeforeValidator(_lowered)] = False
    kept_generations: Annotated[int, BeforeValidator(_stripped), Field(ge=1, le=1000)] = 3
    mirror: Annotated[Path | None, BeforeValidator(_folder_or_none)] = None
    state_url: Annotated[SecretStr | None, BeforeValidator(_none_when_empty)] = None
    index_url: Annotated[SecretStr | None, AfterValidator(_database), BeforeValidator(_none_when_empty)] = None
    store_url: Annotated[SecretStr | None, AfterValidator(_store), BeforeValidator(_none_when_empty)] = None
    store_token: Annotated[SecretStr | None, BeforeValidator(_none_when_empty)] = None
    retention_days: Annotated[int, BeforeValidator(_stripped), Field(ge=0, le=3650)] = 90
    alert_minutes: Annotated[int, BeforeValidator(_stripped), Field(ge=0, le=10_080)] = 60
    message_content: Annotated[bool, BeforeValidator(_lowered)] = False
    shard_count: Annotated[Annotated[int, Field(ge=1, le=_MOST_SHARDS)] | None, BeforeValidator(_none_when_empty)] = (
        None
    )
    shard_ids: Annotated[
        tuple[int, ...] | None, NoDecode, BeforeValidator(_shard_ids), AfterValidator(_among_shards)
    ] = None
    trash_days: Annotated[int, BeforeValidator(_stripped), Field(ge=1, le=36500)] = 30
    article_days: Annotated[int, BeforeValidator(_stripped), Field(ge=0, le=36500)] = 0
    add_by_url: Annotated[bool, BeforeValidator(_lowered)] = False
    admins: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_people)] = ()
    proxy: Annotated[SecretStr | None, AfterValidator(_proxy), BeforeValidator(_none_when_empty)] = None


class BadSetting(Exception):
    """A setting that can't be used: ``field`` of :class:`Settings`, ``name`` as the operator wrote it (variable or
    option), ``value`` as given, cut short, or None for a secret."""

    def __init__(self, field: str, name: str, value: str | None) -> None:
        super().__init__(name)
        self.field = field
        self.name = name
        self.value = value


class UnreadableDotenv(Exception):
    """The ``.env`` file can't be read as UTF-8 text; ``path`` is its absolute path."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class UnknownVariable:
    """A ``SOURCIER_…`` variable that no setting has; ``closest`` is the known one it resembles most."""

    name: str
    closest: str


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of ``.env`` that is not ``NAME=value``; ``line`` counts from 1."""

    line: int


SettingsRemark = UnknownVariable | BrokenLine


def variable_of(field: str) -> str:
    """The environment variable of a field: ``knowledge_dir`` → ``SOURCIER_KNOWLEDGE_DIR``."""
    return TOKEN if field == "discord_token" else PREFIX + field.upper()


def option_of(field: str) -> str:
    """The option of a field: ``knowledge_dir`` → ``--knowledge-dir``."""
    return "--" + field.replace("_", "-")


def read_settings(given: Mapping[str, str], dotenv: Path | None = None) -> Settings:
    """The settings in force; ``given`` are the options by field name, ``dotenv`` the file (default ``./.env``).

    Raises :class:`BadSetting` for the first value that can't be used, :class:`UnreadableDotenv`.
    """
    path = dotenv or Path(DOTENV)
    in_file = {binding.name.upper(): binding.value for binding in _bindings(path)}
    # Its own complaints about broken lines would be English log lines: remarks() tells them.
    logging.getLogger("dotenv").setLevel(logging.ERROR)
    try:
        return Settings(_env_file=path, **dict(given))  # type: ignore[arg-type, call-arg]
    except ValidationError as error:
        location = str(error.errors(include_input=False, include_url=False)[0]["loc"][0])
        raise _bad_setting(location, given, in_file) from None


def remarks(dotenv: Path | None = None) -> tuple[SettingsRemark, ...]:
    """What looks like a slip in the environment and in ``.env``: unknown variables, lines that can't be read.

    Raises :class:`UnreadableDotenv`.
    """
    known = [variable_of(field) for field in Settings.model_fields]
    bindings = list(_bindings(dotenv or Path(DOTENV)))
    names = {name.upper() for name in [*os.environ, *(binding.name for binding in bindings)]}
    unknown = (
        UnknownVariable(name, difflib.get_close_matches(name, known, n=1, cutoff=0)[0])
        for name in sorted(names)
        if name.startswith(PREFIX) and name not in known
    )
    return (*unknown, *(BrokenLine(binding.line) for binding in bindings if binding.broken))


def interface_language(given: str | None = None, dotenv: Path | None = None) -> str:
    """The language Sourcier speaks before its settings are read: ``given`` (the ``--lang`` option), SOURCIER_LANG,
    else the system's: French when LC_ALL, LC_MESSAGES or LANG (the first one set) begins with "fr", else English.

    Never fails: a bad value is told later, when the settings are read.
    """
    for candidate in (given, os.environ.get(PREFIX + "LANG"), _lang_of(dotenv or Path(DOTENV))):
        if candidate and candidate.strip().lower() in ("fr", "en"):
            return candidate.strip().lower()
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "fr" if locale.lower().startswith("fr") else "en"


@dataclass(frozen=True, slots=True)
class _Binding:
    name: str
    value: str
    line: int
    broken: bool


def _bindings(dotenv: Path) -> Iterator[_Binding]:
    from dotenv.parser import parse_stream

    if not dotenv.is_file():  # python-dotenv reads nothing else either
        return
    try:
        text = dotenv.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UnreadableDotenv(dotenv.absolute()) from None
    if "\0" in text:
        raise UnreadableDotenv(dotenv.absolute())
    for binding in parse_stream(io.StringIO(text)):
        line = binding.original.line
        yield _Binding(binding.key or "", binding.value or "", line, binding.error)


def in_dotenv(dotenv: Path, name: str) -> str:
    """The value of the variable ``name`` in the file ``dotenv``; empty when it has none. Raises
    :class:`UnreadableDotenv`."""
    return next((binding.value for binding in reversed([*_bindings(dotenv)]) if binding.name == name), "")


def _lang_of(dotenv: Path) -> str | None:
    try:
        values = [binding.value for binding in _bindings(dotenv) if binding.name.upper() == PREFIX + "LANG"]
    except UnreadableDotenv:
        return None
    return values[-1] if values else None


def _bad_setting(location: str, given: Mapping[str, str], in_file: Mapping[str, str]) -> BadSetting:
    field = "discord_token" if location == TOKEN else location
    variable = variable_of(field)
    name = option_of(field) if field in given else variable
    value = given.get(field, os.environ.get(variable, in_file.get(variable, "")))
    return BadSetting(field, name, None if field in SECRETS else value[:_SHOWN_VALUE])
