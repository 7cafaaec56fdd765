"""What the tests of the engines share: poison in the import path, and the rows they must give."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

from cleaner.batch.many import clean_many
from cleaner.batch.rows import Row
from tests.cases import POISON
from tests.integrations.pages import LIMITS, PAGES

for telemetry, off in (("HAYSTACK_TELEMETRY_ENABLED", "False"), ("RAY_USAGE_STATS_ENABLED", "0")):
    os.environ.setdefault(telemetry, off)  # tests call nobody


@pytest.fixture(scope="session")
def poison() -> Iterator[dict[str, str]]:
    """Poison works in workers of this process; the environment with which it does in others."""
    path, given = str(POISON), os.environ.get("PYTHONPATH")
    sys.path.insert(0, path)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (path, given)))
    yield dict(os.environ)
    sys.path.remove(path)
    del os.environ["PYTHONPATH"]
    if given is not None:
        os.environ["PYTHONPATH"] = given


@pytest.fixture(scope="session")
def expected_rows(poison: dict[str, str]) -> list[Row]:
    """The rows of `cleaner batch` for the pages, in their order."""
    return list(clean_many(PAGES, workers=2, **LIMITS))
