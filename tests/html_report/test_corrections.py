"""Corrections that a reader makes in the report: the rules and recorded pages that it offers."""

from __future__ import annotations

import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleaner import Options, clean
from cleaner.html_report import html_report
from cleaner.regressions import check
from cleaner.sites.rules import SiteRules
from tests.html_report.attacks import page as attacked
from tests.html_report.browser import Seen, saved, tab
from tests.html_report.conftest import Make
from tests.html_report.test_browser import TWICE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
URL = "https://www.gazette.example/ferry"
ODD = 'A "quoted" \\ line, 3* _signs_, <b> & \u007f: 100% of it is said by the skipper of the boat.'


def press(seen: Seen, kind: str, text: str) -> None:
    """Unfold all, and press the button of the block or finding with a text."""
    seen.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    holder = ".item" if kind == "stay" else ".block"
    seen.page.locator(holder).filter(has_text=text).locator(
        f"button[data-fixes^={kind}]"
    ).first.click()


def test_corrections_become_rules_and_a_recorded_page(either: Browser, tmp_path: Path) -> None:
    source = TWICE.replace("<p>Share</p>", f"<p>{escape(ODD)}</p>")
    source = source.replace("</article>", "</article><nav><p>Timetable of the boats</p></nav>")
    before, report = clean(source, url=URL), tmp_path / "report.html"
    report.write_text(html_report([("x/ferry.html", before)]), encoding="utf-8")
    assert before.text.count("Timetable") == 0
    with tab(either, report) as seen:
        assert seen.page.locator(".corrections").is_hidden()
        press(seen, "stay", "By Jane Doe")
        press(seen, "go", "100% of it")
        press(seen, "back", "Timetable")
        assert seen.page.locator(".corrections h2").text_content() == "3 corrections"
        rules = SiteRules.read(str(saved(seen, "[data-save=rules]", tmp_path)))
        shown = seen.page.locator(".corrections pre").text_content() or ""
        zipped = zipfile.ZipFile(saved(seen, "[data-save=folder]", tmp_path))
        assert (seen.requests, seen.errors, seen.dialogs) == (_own(seen), [], [])
    assert shown == (tmp_path / "rules.toml").read_text(encoding="utf-8")
    after = clean(source, url=URL, options=Options(rules=rules))
    assert ("By Jane Doe" in before.text, "By Jane Doe" in after.text) == (False, True)
    assert ("100% of it" in before.text, "100% of it" in after.text) == (True, False)
    assert after.text.endswith("Timetable of the boats")
    assert zipped.testzip() is None
    zipped.extractall(tmp_path)
    assert zipped.read("corrections/ferry/page.html").decode() == source
    (result,) = check(tmp_path / "corrections", articles_only=True)
    assert (result.slug, result.status) == ("ferry", "unchanged"), str(result)


def _own(seen: Seen) -> list[str]:
    """What the report may ask for: itself, and what it made to save."""
    return [url for url in seen.requests if url.startswith(("file:", "blob:"))]


def test_a_correction_can_be_taken_back(browser: Browser, made: Make) -> None:
    with tab(browser, made(one=TWICE, two=TWICE)) as seen:
        panel = seen.page.locator(".corrections")
        press(seen, "stay", "By Jane Doe")
        button = seen.page.locator(".item [aria-pressed=true]")
        assert panel.is_visible()
        button.click()
        assert panel.is_hidden()
        press(seen, "stay", "By Jane Doe")
        seen.page.locator("[data-clear]").click()
        assert panel.is_hidden()
        assert seen.page.locator(".story [aria-pressed=true]").count() == 0


def test_pages_of_one_name_get_folders_of_their_own(browser: Browser, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    text = clean("By Jane Doe\n\nThe ferry was cancelled on Monday, since its rudder had a crack.")
    pages = [("a/one.html", clean(TWICE)), ("b/one.html", clean(TWICE)), ("c/../..", text)]
    report.write_text(html_report(pages), encoding="utf-8")
    with tab(browser, report) as seen:
        for number in (1, 2, 3):
            seen.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
            seen.page.locator(f"#p{number} .item button[data-fixes^=stay]").first.click()
        names = zipfile.ZipFile(saved(seen, "[data-save=folder]", tmp_path)).namelist()
        rules = (seen.page.locator(".corrections pre").text_content() or "").splitlines()
    assert {name.split("/")[1] for name in names} == {"rules.toml", "one", "one~2", "page"}
    assert "corrections/page/page.txt" in names
    assert rules[:2] == ["[[site]]", 'host = "*"  # the page names no host: this is for every page']
    assert sum(line.startswith("host") for line in rules) == 1


def test_words_of_a_page_stay_words_in_the_panel(chromium: Browser, made: Make) -> None:
    words = "<img src=x onerror=top.__ran=1></pre><script>top.__ran=1</script>"
    hostile = f"<p>The ferry says: {escape(words)}, and sails again.</p>"
    with tab(chromium, made(page=attacked(hostile))) as seen:
        press(seen, "go", "onerror")
        assert "onerror" in (seen.page.locator(".corrections pre").text_content() or "")
        assert (seen.harm, seen.errors) == ([], [])
