"""The bot's own buttons are known from forged ones, by every process of one installation and by no other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.messages.limits import COMPONENT_ID, measure
from bot.chat.replies.buttons import ButtonMaker, Kind, as_bytes, as_text
from bot.chat.replies.signing import SigningKey
from index.faults import EngineFault, FaultCode
from index.reference import REFERENCE_BYTES, QuoteReference

KEY = SigningKey(bytes(32))


@given(st.text())
def test_what_was_signed_comes_back(text: str) -> None:
    assert KEY.verified(KEY.signed(text)) == text


@given(st.text(min_size=1), st.data())
def test_no_character_can_be_changed(text: str, data: st.DataObject) -> None:
    signed = KEY.signed(text)
    at = data.draw(st.integers(0, len(signed) - 1))
    other = data.draw(st.characters().filter(lambda character: character != signed[at]))

    assert KEY.verified(signed[:at] + other + signed[at + 1 :]) is None
    assert KEY.verified(signed[:at] + signed[at + 1 :]) is None


@given(st.text())
def test_another_key_signs_otherwise(text: str) -> None:
    assert KEY.verified(SigningKey(b"\1" * 32).signed(text)) is None


@given(st.sampled_from(Kind), st.text())
def test_a_button_keeps_what_it_carries_or_is_not_made(kind: Kind, carried: str) -> None:
    maker = ButtonMaker(KEY)
    button = maker.button(kind, carried, "…")
    if button is None:
        assert measure(carried) > COMPONENT_ID - 20
    else:
        assert measure(button.custom_id) <= COMPONENT_ID
        assert maker.carried(button.custom_id) == (kind, carried)


@given(st.binary())
def test_bytes_are_carried_as_text(carried: bytes) -> None:
    assert as_bytes(as_text(carried)) == carried


@given(st.binary(min_size=REFERENCE_BYTES, max_size=REFERENCE_BYTES))
def test_a_reference_is_packed_as_it_was_unpacked(packed: bytes) -> None:
    assert QuoteReference.unpacked(packed).packed() == packed


@given(st.binary(min_size=REFERENCE_BYTES + 4, max_size=REFERENCE_BYTES + 4).filter(lambda packed: any(packed[-4:])))
def test_a_reference_with_its_answer_is_packed_as_it_was_unpacked(packed: bytes) -> None:
    assert QuoteReference.unpacked(packed).packed_with_answer() == packed


@given(st.integers(0, 2 * REFERENCE_BYTES).filter(lambda size: size not in (REFERENCE_BYTES, REFERENCE_BYTES + 4)))
def test_bytes_of_another_length_are_no_reference(size: int) -> None:
    with pytest.raises(ValueError, match="unpack"):
        QuoteReference.unpacked(bytes(size))


def test_the_key_is_made_once_for_its_owner_alone_whoever_comes_first(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as processes:
        keys = list(processes.map(lambda _: SigningKey.kept_in(tmp_path), range(8)))

    assert len({key.signed("text") for key in keys}) == 1
    assert sorted(file.name for file in (tmp_path / "discord").iterdir()) == ["buttons.key", "buttons.lock"]
    assert (tmp_path / "discord" / "buttons.key").stat().st_mode & 0o777 == 0o600


def test_a_data_folder_that_can_not_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "discord").write_text("in the way", encoding="utf-8")

    with pytest.raises(EngineFault) as refusal:
        SigningKey.kept_in(tmp_path)
    assert refusal.value.code is FaultCode.DATA_UNWRITABLE
