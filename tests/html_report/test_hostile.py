"""Hostile pages: in a real browser nothing of them runs, loads, opens or leads away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleaner import Options, clean
from cleaner.html_report import html_report, report, sanitise
from tests.html_report.attacks import ATTACKS, NAMES, page
from tests.html_report.browser import Seen, tab
from tests.html_report.conftest import Make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
LIVE = 60
"""Of the attacks, how many at least do harm when their page is opened as it is."""


def test_there_are_enough() -> None:
    assert len(ATTACKS) >= 70


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_does_nothing(chromium: Browser, made: Make, name: str) -> None:
    with tab(chromium, made(page=page(ATTACKS[name]))) as seen:
        seen.poke()
        assert (seen.harm, seen.errors) == ([], [])
        assert {frame.url for frame in seen.page.frames[1:]} <= {"about:srcdoc"}
        assert seen.page.locator(".pane").count() == 3


def test_all_attacks_side_by_side(browser: Browser, made: Make) -> None:
    file = made(**{name: page(attack) for name, attack in ATTACKS.items()})
    with tab(browser, file) as seen:
        for summary in seen.page.locator(".page > summary").all():
            summary.click()
        seen.page.wait_for_function("document.querySelectorAll('template').length === 0")
        frames = seen.page.locator("iframe").count()
        assert frames >= 0.9 * len(ATTACKS)
        seen.page.wait_for_timeout(500)
        assert (seen.harm, seen.errors) == ([], [])
        assert len(seen.page.frames) == 1 + frames


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_words(chromium: Browser, made: Make, name: str) -> None:
    with tab(chromium, made(**{name: page("")})) as seen:
        seen.poke()
        assert seen.harm == []
        shown = seen.page.locator(".page h2").text_content() or ""
        assert (
            shown.replace("\ufffd", "") == name.replace("\u202e", "").replace("\u202c", "")
            or shown == name
        )


def test_scraped_text_is_words(chromium: Browser, made: Make) -> None:
    text = "\n\n".join(["By Jane Doe", *ATTACKS.values(), "All rights reserved."])
    with tab(chromium, made(text=clean(text, options=Options(source_kind="text")))) as seen:
        seen.poke()
        assert seen.harm == []


def test_a_url_is_words(chromium: Browser, made: Make) -> None:
    hostile = clean(page(""), url='http://"><img src=x onerror=top.__ran=1>/javascript:top.__ran=1')
    with tab(chromium, made(one=hostile, two=page(""))) as seen:
        seen.poke()
        assert seen.harm == []


def test_the_canaries_do_fire(chromium: Browser, tmp_path: Path) -> None:
    harmless = [name for name in ATTACKS if not _harm_as_it_is(chromium, tmp_path, name)]
    assert len(ATTACKS) - len(harmless) >= LIVE, harmless


def _harm_as_it_is(chromium: Browser, folder: Path, name: str) -> list[str]:
    file = folder / "attack.html"
    file.write_text(page(ATTACKS[name]), encoding="utf-8")
    with tab(chromium, file) as seen:
        try:
            seen.page.wait_for_timeout(20)
            seen.poke()
            return seen.harm
        except Exception as error:  # it led away, or left nothing to ask
            return [str(error)]


@pytest.fixture
def unsanitised(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sanitise, "_clean", lambda markup, *_: markup)
    monkeypatch.setattr(sanitise, "_prepare", lambda _: None)
    yield


@pytest.mark.usefixtures("unsanitised")
def test_the_policy_and_the_frame_hold_alone(chromium: Browser, made: Make) -> None:
    """A hole in the sanitiser would not be enough: nothing runs, and nothing is fetched."""
    file = made(**{name: page(attack) for name, attack in ATTACKS.items()})
    with tab(chromium, file) as seen:
        _open_all(seen)
        assert not seen.ran
        assert seen.reached + seen.dialogs + seen.others == []


def test_the_sanitiser_holds_alone(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "policy", lambda: "")
    pages = [(name, clean(page(attack))) for name, attack in ATTACKS.items()]
    file = tmp_path / "bare.html"
    file.write_text(html_report(pages).replace("sandbox=", "data-sandbox="), encoding="utf-8")
    with tab(chromium, file) as seen:
        _open_all(seen)
        assert seen.harm == []


@pytest.mark.usefixtures("unsanitised")
def test_without_any_gate_the_report_would_be_harmed(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "policy", lambda: "")
    naked = html_report([("page", clean(page(ATTACKS["image error"])))])
    file = tmp_path / "naked.html"
    file.write_text(naked.replace("sandbox=", "data-sandbox="), encoding="utf-8")
    with tab(chromium, file) as seen:
        seen.page.wait_for_timeout(200)
        assert seen.ran
        assert seen.harm != []


def _open_all(seen: Seen) -> None:
    for summary in seen.page.locator(".page > summary").all():
        summary.click()
    seen.page.wait_for_timeout(1000)
