"""Without its framework, an integration says which extra to install."""

from __future__ import annotations

import subprocess
import sys

import pytest

PACKAGES = {
    "datatrove": "datatrove",
    "haystack": "haystack",
    "langchain": "langchain_core",
    "ray": "ray",
    "scrapy": "scrapy",
    "spark": "pyspark",
}


@pytest.mark.parametrize("extra", PACKAGES)
def test_the_error_names_the_extra(extra: str) -> None:
    hidden = f"import sys; sys.modules[{PACKAGES[extra]!r}] = None"
    command = [sys.executable, "-c", f"{hidden}; import cleaner.integrations.{extra}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    *_, last = done.stderr.splitlines()
    assert last.startswith(
        f"cleaner.ingest.optional.MissingExtra: pip install 'page-cleaner[{extra}]' ("
    )
