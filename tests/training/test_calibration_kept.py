"""Fitting what goes unread again does not take from a model what was fitted for its reader."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from index.calibration import calibration
from index.calibration.calibration import calibration_for
from index.encoder.model import find_model

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(find_spec("sklearn") is None, reason='the extra "training" is not installed')
def test_what_was_fitted_for_the_reader_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "training"))
    import fit_calibration

    name = find_model(None).fingerprint
    before = calibration_for(name)
    assert before.read
    written = tmp_path / "calibration.json"
    written.write_bytes(calibration.FILE.read_bytes())
    monkeypatch.setattr(fit_calibration, "FILE", written)
    fit_calibration.save({name: fit_calibration.replace(before, read={})})
    known = fit_calibration.TypeAdapter(dict[str, fit_calibration.Calibration]).validate_json(written.read_bytes())
    assert known[name].read == before.read
