"""What the tests of ingestion share."""

from __future__ import annotations

import pytest

from tests.cases import POISON


@pytest.fixture
def poison(monkeypatch):
    """Pages with a marker do harm in worker processes: see tests/poison/sitecustomize.py."""
    monkeypatch.syspath_prepend(str(POISON))
    return "<!-- poison: {} -->".format
