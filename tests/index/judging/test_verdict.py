"""How sure an answer is: between 0 and 1, never less for more evidence, the same word for the same confidence."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer import Verdict
from index.calibration.calibration import ANY_MODEL, Calibration, Split, Tree, calibration_for
from index.encoder.model import find_model
from index.judging.verdict import BEYOND_SIGNALS, Evidence, confidence, verdict
from index.ranking.signals import Signals

NAMES = (*(field.name for field in fields(Signals)), *BEYOND_SIGNALS)
FITTED = {name: calibration_for(name) for name in (find_model(None).fingerprint, ANY_MODEL)}
shares = st.floats(0, 1)


def evidence(values: dict[str, float]) -> Evidence:
    signals = Signals(**{field.name: values[field.name] for field in fields(Signals)})
    return Evidence(signals, **{name: values[name] for name in BEYOND_SIGNALS})


@pytest.mark.parametrize("calibration", FITTED.values(), ids=["the shipped model", "any other"])
@given(values=st.fixed_dictionaries(dict.fromkeys(NAMES, shares)), name=st.sampled_from(NAMES), more=shares)
def test_more_evidence_never_counts_against(
    calibration: Calibration, values: dict[str, float], name: str, more: float
) -> None:
    sure = confidence(evidence(values), calibration)
    surer = confidence(evidence({**values, name: max(values[name], more)}), calibration)
    assert 0 <= sure <= surer <= 1


@pytest.mark.parametrize("calibration", FITTED.values(), ids=["the shipped model", "any other"])
def test_all_the_evidence_is_found_and_none_is_refused(calibration: Calibration) -> None:
    assert verdict(confidence(evidence(dict.fromkeys(NAMES, 1.0)), calibration), calibration) is Verdict.FOUND
    assert verdict(confidence(evidence(dict.fromkeys(NAMES, 0.0)), calibration), calibration) is Verdict.NONE
    assert 0 < calibration.weak < calibration.found < 1


def test_any_other_model_is_judged_by_what_means_the_same_for_all() -> None:
    used = {name for tree in FITTED[ANY_MODEL].trees for name in _asked(tree)}
    assert used
    assert not used & {"cosine", "late", "late_sentence", "weakest", "far_lead", "apart", "foreign_cosine"}


def _asked(tree: Tree) -> set[str]:
    return {tree.by, *_asked(tree.low), *_asked(tree.high)} if isinstance(tree, Split) else set()
