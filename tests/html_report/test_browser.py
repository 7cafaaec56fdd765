"""The report as people use it, in a real browser: outlines, filters, reasons, phone, keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleaner import Cleaned, clean
from cleaner.html_report import html_report
from cleaner.html_report.palette import families
from tests.cases import FIXTURES
from tests.html_report.browser import Seen, tab
from tests.html_report.conftest import Make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PAGES = FIXTURES / "pages"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
LEAD = "The ferry was cancelled on Monday after divers found a crack in its rudder near the keel."
BODY = (
    "It will not sail again before the end of the month, the operator said on Tuesday, since the "
    "part has to be cast anew on the mainland and nobody keeps one."
)
TWICE = f"""<!doctype html><html lang="en"><title>Ferry is cancelled</title><body>
<nav><ul><li><a href="/">Share</a><li><a href="/x">Ferry is cancelled</a></ul></nav>
<article><h1>Ferry is cancelled</h1><p class="lead">{LEAD}</p><p>By Jane Doe</p>
<p>{LEAD} {BODY}</p><p>{BODY[::-1].title()[::-1]} So it goes, on the islands, all year round.</p>
<p>Share</p><p>All rights reserved.</p></article></body></html>"""


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the page that the project began with."""
    page = (PAGES / "seed-html/page.html").read_text(encoding="utf-8")
    return _written(tmp_path_factory, ("seed", clean(page)))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of all pages, of one that is none, and of an empty one."""
    pages = [(p.parent.name, clean(p.read_bytes())) for p in sorted(PAGES.glob("*/page.*"))]
    return _written(tmp_path_factory, *pages, ("pdf", clean("%PDF-1.7")), ("no", clean("")))


def _written(folders: pytest.TempPathFactory, *pages: tuple[str, Cleaned]) -> Path:
    file = folders.mktemp("report") / "report.html"
    file.write_text(html_report(pages), encoding="utf-8")
    return file


def outlined(seen: Seen, number: str) -> list[str]:
    """The text of what is outlined in the original for a finding."""
    script = """n => [...document.querySelector("iframe").contentDocument
        .querySelectorAll("[data-mark]")]
        .filter(e => e.dataset.mark.split(" ").includes(n))
        .filter(e => getComputedStyle(e).outlineStyle !== "none")
        .map(e => e.innerText.trim())"""
    found: list[str] = seen.page.evaluate(script, number)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_outlines_stand_on_the_right_blocks(
    browser: Browser, seed: Path, scheme: str, size: dict[str, int]
) -> None:
    cleaned = clean((PAGES / "seed-html/page.html").read_bytes())
    with tab(browser, seed, color_scheme=scheme, viewport=size) as seen:
        items = seen.page.locator(".item").all()
        marked = 0
        for item in items:
            number = (item.get_attribute("id") or "").removeprefix("p1-f")
            quote = item.locator(".words").text_content() or ""
            texts = outlined(seen, number)
            marked += bool(texts)
            assert not texts or _letters(quote) in _letters("".join(texts))
        assert len(items) == len([f for f in cleaned.findings if f.action != "agreed"])
        assert marked == len(items)
        assert (seen.harm, seen.errors) == ([], [])


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def test_a_text_that_stands_twice_is_outlined_where_it_was_stripped(
    browser: Browser, made: Make
) -> None:
    with tab(browser, made(page=TWICE)) as seen:
        inside = seen.page.frame_locator("iframe")
        assert inside.locator("ul [data-mark]").count() == 0
        shares = inside.locator("[data-mark]").filter(has_text="Share").all()
        assert [e.evaluate("e => e.tagName") for e in shares] == ["P"]
        headings = inside.locator("h1[data-mark]")
        assert headings.count() == 1


def test_filters_by_kind_reach_story_and_original(either: Browser, seed: Path) -> None:
    with tab(either, seed) as seen:
        page = seen.page
        button = page.locator("button[data-kind='related-items']")
        of_kind = page.locator(".item[data-kind='related-items']")
        frame = page.frame_locator("iframe")
        number = (of_kind.first.get_attribute("id") or "").removeprefix("p1-f")
        total = page.locator(".item").count()
        page.locator(".group[data-kind='related-items'] > summary").click()
        assert of_kind.first.is_visible()
        button.click()
        assert button.get_attribute("aria-pressed") == "false"
        assert not any(item.is_visible() for item in of_kind.all())
        assert outlined(seen, number) == []
        assert frame.locator("[data-mark]:not(.off)").count() > 0
        left = total - of_kind.count()
        assert page.locator(".shown").text_content() == f"{left} of {total} findings shown"
        button.press("Space")
        assert button.get_attribute("aria-pressed") == "true"
        assert of_kind.first.is_visible()
        assert outlined(seen, number) != []


def test_no_kind_and_all_kinds(browser: Browser, seed: Path) -> None:
    with tab(browser, seed) as seen:
        seen.page.get_by_role("button", name="No kind").click()
        assert seen.page.locator(".item:visible").count() == 0
        assert seen.page.frame_locator("iframe").locator("[data-mark]:not(.off)").count() == 0
        seen.page.get_by_role("button", name="All kinds").click()
        assert seen.page.locator(".item.off").count() == 0
        assert seen.page.locator(".shown").text_content() == ""


def test_what_is_doubtful_is_marked_and_can_be_filtered(browser: Browser, made: Make) -> None:
    doubtful = TWICE.replace("<p>By Jane Doe</p>", "<p>By Jane Doe</p><p>Related</p>")
    with tab(browser, made(page=doubtful)) as seen:
        page = seen.page
        item = page.locator(".item.doubtful").first
        assert "doubtful" in (item.locator("summary").text_content() or "")
        assert item.evaluate("e => getComputedStyle(e).borderTopStyle") == "dashed"
        mark = page.frame_locator("iframe").locator("[data-mark~=doubtful]").first
        assert mark.evaluate("e => getComputedStyle(e).outlineStyle") == "dashed"
        page.locator("button[data-state=doubtful]").click()
        assert page.locator(".item.doubtful:visible").count() == 0


def test_the_reason_stands_beside_the_cut_and_the_words_below(either: Browser, seed: Path) -> None:
    with tab(either, seed, viewport=DESK) as seen:
        page = seen.page
        line = page.locator("#p1-f3 > summary")
        quote, reason = line.locator(".quote"), line.locator(".because")
        left, right = quote.bounding_box(), reason.bounding_box()
        assert left and right
        assert right["x"] >= left["x"] + left["width"]
        assert abs(right["y"] - left["y"]) < 8
        words = page.locator("#p1-f3 .words")
        assert (reason.is_visible(), words.is_visible()) == (True, False)
        line.press("Enter")
        assert words.is_visible()
        mark = page.frame_locator("iframe").locator("[data-mark^='3 ']")
        assert (reason.text_content() or "?") in (mark.get_attribute("title") or "")


def test_the_story_of_the_seed_is_seen_at_once(either: Browser, seed: Path) -> None:
    with tab(either, seed, viewport=DESK) as seen:
        lines = seen.page.locator(".story > *").all()
        boxes = [line.bounding_box() for line in lines]
        assert len(lines) == 9
        assert all(box and box["y"] + box["height"] < DESK["height"] for box in boxes)
        assert seen.page.locator(".sentence").first.bounding_box()["y"] < 120  # type: ignore[index]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_finding_leads_to_its_block_in_the_original(
    browser: Browser, seed: Path, size: dict[str, int]
) -> None:
    with tab(browser, seed, viewport=size, reduced_motion="reduce") as seen:
        _unfold(seen)
        last = seen.page.locator("button[data-goto]").last
        number = last.get_attribute("data-goto") or ""
        last.press("Enter")
        found = seen.page.frame_locator("iframe").locator("[data-mark].found").first
        assert number in (found.get_attribute("data-mark") or "").split()
        assert seen.page.evaluate(
            """() => {
              const frame = document.querySelector("iframe");
              const box = frame.contentDocument.querySelector(".found").getBoundingClientRect();
              return box.top >= 0 && box.top < frame.clientHeight;
            }"""
        )


def test_an_outline_leads_back_to_its_reason(browser: Browser, seed: Path) -> None:
    with tab(browser, seed, reduced_motion="reduce") as seen:
        page, frame = seen.page, seen.page.frame_locator("iframe")
        focused = "document.activeElement.id"
        page.locator("#p1-f3 > summary").press("Enter")
        page.locator("button[data-goto='3']").press("Enter")
        mark = frame.locator("[data-mark^='3 ']").first
        assert mark.evaluate("e => e === e.ownerDocument.activeElement")
        page.keyboard.press("Enter")
        assert page.evaluate(focused) == "p1-f3"
        assert page.locator("#p1-f3 .because").is_visible()
        frame.locator("[data-mark^='5 ']").first.click()
        assert page.evaluate(focused) == "p1-f5"
        kind = page.locator("#p1-f5").get_attribute("data-kind")
        page.locator(f"button[data-kind='{kind}']").click()
        assert frame.locator("[data-mark^='5 ']").first.get_attribute("tabindex") == "-1"
        frame.locator("[data-mark^='5 ']").first.click()
        assert page.evaluate(focused) != "p1-f5"
        assert (seen.harm, seen.errors) == ([], [])


def test_outlines_are_reached_by_keyboard_alone(browser: Browser, made: Make) -> None:
    with tab(browser, made(page=TWICE)) as seen:
        seen.page.locator(".legend a").focus()
        for _ in range(2):
            seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.className").startswith("item ")


def test_nothing_sticks_out_at_any_width(browser: Browser, many: Path) -> None:
    with tab(browser, many, viewport=PHONE) as seen:
        _unfold(seen)
        seen.page.wait_for_function(
            """() => !document.querySelector("template") && [...document.querySelectorAll("iframe")]
                .every(f => f.contentDocument?.body?.children.length)"""
        )
        inside = """() => [...document.querySelectorAll("iframe")].map(
            f => f.contentDocument.documentElement.scrollWidth - f.clientWidth)"""
        for width in (360, 390, 768, 1280, 1600):
            seen.page.set_viewport_size({"width": width, "height": 900})
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
            assert max(seen.page.evaluate(inside)) <= 0
        assert (seen.harm, seen.errors) == ([], [])


def test_print_shows_what_is_folded(chromium: Browser, seed: Path) -> None:
    with tab(chromium, seed) as seen:
        words = seen.page.locator("#p1-f3 .words")
        assert (words.bounding_box() or {"height": 0})["height"] == 0
        seen.page.emulate_media(media="print")
        assert (words.bounding_box() or {"height": 0})["height"] > 0
        for unprinted in (".filters", "button[data-goto]", "button.fix"):
            assert not seen.page.locator(unprinted).first.is_visible()


def test_the_index_opens_pages_and_makes_their_frames_then(browser: Browser, many: Path) -> None:
    with tab(browser, many, viewport=DESK) as seen:
        page = seen.page
        assert page.locator("iframe").count() == 0
        first = page.locator(".overview tbody a").nth(3)
        target = (first.get_attribute("href") or "")[1:]
        first.press("Enter")
        page.wait_for_selector(f"#{target}[open] iframe")
        assert page.locator("iframe").count() == 1
        page.wait_for_function(
            "document.querySelector('iframe').contentDocument.body.children.length"
        )
        page.locator(f"#{target} > summary").press("Enter")
        assert not page.locator(f"#{target} iframe").is_visible()


def test_the_first_tab_stops_are_useful(browser: Browser, seed: Path) -> None:
    with tab(browser, seed) as seen:
        names = []
        for _ in range(3):
            seen.page.keyboard.press("Tab")
            names.append(seen.page.evaluate("document.activeElement.textContent.trim()"))
        assert names[0] == "Skip to the pages"
        assert names[1].startswith("price-widget"), "the kind that most went of"


def test_it_is_of_use_without_scripts(chromium: Browser, seed: Path) -> None:
    with tab(chromium, seed, java_script_enabled=False) as seen:
        assert seen.page.locator(".item").first.is_visible()
        assert seen.page.locator(".filters").is_hidden()
        assert not seen.page.locator("#p1-f3 .words").is_visible()
        seen.page.locator("#p1-f3 > summary").click()
        assert seen.page.locator("#p1-f3 .words").is_visible()
        assert not seen.page.locator("button:visible").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_axe_finds_nothing(browser: Browser, many: Path, scheme: str, width: int) -> None:
    window = {"width": width, "height": 900}
    with tab(browser, many, color_scheme=scheme, viewport=window) as seen:
        opened = seen.page.locator(".page > summary")
        for at in (3, 8):
            opened.nth(at).click()
        seen.page.wait_for_timeout(300)
        assert _faults(seen) == ""


def test_axe_finds_nothing_in_what_is_unfolded_corrected_and_printed(
    browser: Browser, seed: Path
) -> None:
    with tab(browser, seed, color_scheme="dark", viewport=PHONE) as seen:
        _unfold(seen)
        for kind in ("stay", "go"):
            seen.page.locator(f"button[data-fixes^={kind}]").first.click()
        seen.page.locator(".corrections summary").click()
        assert _faults(seen) == ""
        seen.page.emulate_media(media="print")
        assert _faults(seen) == ""


def _faults(seen: Seen) -> str:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    result = axe.run(seen.page, options={"iframes": False})
    return "" if result.violations_count == 0 else str(result.generate_report())


def _unfold(seen: Seen) -> None:
    seen.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")


def test_an_arabic_page_reads_from_the_right(browser: Browser, made: Make) -> None:
    arabic = (PAGES / "ar-news/page.html").read_text(encoding="utf-8")
    with tab(browser, made(page=arabic)) as seen:
        article = seen.page.locator("article")
        assert (article.get_attribute("lang"), article.get_attribute("dir")) == ("ar", "rtl")
        assert seen.page.locator("html").get_attribute("lang") == "en"


def test_every_colour_is_known_to_both_style_sheets(browser: Browser, seed: Path) -> None:
    with tab(browser, seed) as seen:
        script = """name => {
          const e = document.body.appendChild(document.createElement("i"));
          e.className = name;
          return getComputedStyle(e).getPropertyValue("--c").trim();
        }"""
        colours = {seen.page.evaluate(script, family) for family in families()}
        assert len(colours) == len(families())
        assert "" not in colours
