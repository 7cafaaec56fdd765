"""What the tests of ingestion share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def poison(monkeypatch):
    """Pages with a marker do harm in worker processes: see tests/poison/sitecustomize.py."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "poison"))
    return "<!-- poison: {} -->".format
