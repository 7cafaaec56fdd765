"""One browser of each make for all tests that need one, and reports made on the way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleaner import Cleaned, clean
from cleaner.html_report import html_report
from tests.html_report.browser import CHROMIUM, DOWNLOADS, FIREFOX, launch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

Make = Callable[..., Path]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as started:
        yield started


def _started(playwright: Playwright, name: str, path: str) -> Iterator[Browser]:
    """A headless browser; the test is skipped where there is none."""
    if not path:
        assert not os.environ.get("CLEANER_BROWSER"), f"CLEANER_BROWSER, and no {name}"
        pytest.skip(f"no {name} on this machine (apt-get install chromium firefox-esr)")
    started = launch(playwright, name)
    try:
        started.new_context().close()
    except Exception as error:  # playwright 1.65 asks of Firefox 153 what that does not know
        started.close()
        assert not os.environ.get("CLEANER_BROWSER"), f"CLEANER_BROWSER, and {name}: {error}"
        pytest.skip(f"this playwright cannot drive this {name}: {error}")
    yield started
    started.close()


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium."""
    yield from _started(playwright, "chromium", CHROMIUM)


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """A headless Firefox."""
    DOWNLOADS.mkdir(exist_ok=True)
    yield from _started(playwright, "firefox", FIREFOX)
    shutil.rmtree(DOWNLOADS)


@pytest.fixture(params=os.environ.get("CLEANER_BROWSERS", "chromium").split())
def browser(request: pytest.FixtureRequest) -> Browser:
    """Chromium, or each browser that CLEANER_BROWSERS names: chromium, firefox."""
    started: Browser = request.getfixturevalue(request.param)
    return started


@pytest.fixture(params=["chromium", "firefox"])
def either(request: pytest.FixtureRequest) -> Browser:
    """Both browsers, for the few tests that are run in both each time."""
    started: Browser = request.getfixturevalue(request.param)
    return started


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """Writes the report of some pages, given by name as markup, text or `Cleaned`."""

    def make(**pages: str | Cleaned) -> Path:
        cleaned = ((n, clean(p) if isinstance(p, str) else p) for n, p in pages.items())
        file = tmp_path / "report.html"
        file.write_text(html_report(cleaned), encoding="utf-8")
        return file

    return make
