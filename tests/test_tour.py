"""docs/tour.ipynb: its cells run in their order and say what the notebook shows."""

from __future__ import annotations

import contextlib
import io
import json
from typing import Any

import pytest

from tests.cases import ROOT

TOUR = ROOT / "docs/tour.ipynb"
CELLS = json.loads(TOUR.read_text(encoding="utf-8"))["cells"]


def test_the_tour_runs_and_says_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOUR.parent)
    names: dict[str, Any] = {}
    for cell in (cell for cell in CELLS if cell["cell_type"] == "code"):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec("".join(cell["source"]), names)
        shown = "".join("".join(output["text"]) for output in cell["outputs"])
        assert said.getvalue() == shown, cell["id"]
    frame = names["report"]._repr_html_()
    assert frame.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert "Storm Hester live" in frame


def test_the_tour_is_small_and_has_a_picture_of_the_report() -> None:
    assert TOUR.stat().st_size < 150_000
    pictures = [cell["attachments"] for cell in CELLS if "attachments" in cell]
    assert [list(picture) for picture in pictures] == [["report.png"]]
    assert "attachment:report.png" in "".join(CELLS[-1]["source"])
