"""The mark that tells the bot's own buttons from forged ones.

A button's id is all that comes back when it is pressed, and a modified client may send any id. Each ends in a message
authentication code (HMAC-SHA256, RFC 2104), made with a key that never leaves the data folder.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path
from typing import Final, Self

import portalocker

from index.faults import EngineFault, FaultCode

_KEY_BYTES: Final = 32
_CODE_BYTES: Final = 9
"""72 bits: each guess is a request to Discord, which allows some fifty a second."""
CODE_ROOM: Final = 1 + 12
"""Characters that a signature adds."""


class SigningKey:
    """Signs short texts, and tells its own signature."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @classmethod
    def kept_in(cls, data_dir: Path) -> Self:
        """The key of this installation, ``discord/buttons.key`` in ``data_dir``, made when there is none.

        A key that is damaged is replaced: older buttons are then refused, kindly. Raises EngineFault(DATA_UNWRITABLE).
        """
        path = data_dir / "discord" / "buttons.key"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.with_suffix(".lock").open("a") as turn:  # several processes may serve one installation
                portalocker.lock(turn, portalocker.LockFlags.EXCLUSIVE)
                secret = _read(path) or _made(path)
        except (OSError, portalocker.LockException) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise EngineFault(FaultCode.DATA_UNWRITABLE, path=str(data_dir), reason=reason) from error
        return cls(secret)

    def signed(self, text: str) -> str:
        """``text`` with its signature behind it."""
        return f"{text}:{self._code(text)}"

    def verified(self, signed: str) -> str | None:
        """The text that was signed, or None when the signature is not this key's."""
        text, _, code = signed.rpartition(":")
        return text if hmac.compare_digest(code.encode("utf-8", "replace"), self._code(text).encode()) else None

    def pseudonym(self, person: int) -> str:
        """Stands for ``person`` in what is kept: the same each time, and nobody without the key can tell whose."""
        return self._code(f"person:{person}")

    def _code(self, text: str) -> str:
        digest = hmac.digest(self._secret, text.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:_CODE_BYTES]).decode("ascii")


def _read(path: Path) -> bytes | None:
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        return None
    return secret if len(secret) == _KEY_BYTES else None


def _made(path: Path) -> bytes:
    """A new key at ``path``, whole or not at all."""
    secret = secrets.token_bytes(_KEY_BYTES)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix="buttons-", suffix=".tmp")  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return secret
