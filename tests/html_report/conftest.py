"""One browser for all tests that need one, and reports made on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleaner import Cleaned, clean
from cleaner.html_report import html_report
from tests.html_report.browser import CHROMIUM, launch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Make = Callable[..., Path]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the test is skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        assert not os.environ.get("CLEANER_BROWSER"), "CLEANER_BROWSER, and no Chromium"
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with api.sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """Writes the report of some pages, given by name as markup, text or `Cleaned`."""

    def make(**pages: str | Cleaned) -> Path:
        cleaned = ((n, clean(p) if isinstance(p, str) else p) for n, p in pages.items())
        file = tmp_path / "report.html"
        file.write_text(html_report(cleaned), encoding="utf-8")
        return file

    return make
