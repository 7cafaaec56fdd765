"""What `body` and `title` name; what is said where they name nothing; faults of rules."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cleaner import Options, clean, restore
from cleaner.sites.rules import SiteRules
from cleaner.sites.rules.on_page import OnPage
from cleaner.sites.rules.selector import Selector
from tests.cases import FIXTURES
from tests.laws import any_order, extraction, gives_back, nothing_disappears
from tests.sites.rules.made import PARAGRAPHS, lines_of, page, ruled, rules
from tests.test_laws import elements, markup, quick

ASIDE = "<aside class=note><p>Boats sail when the tide allows it.</p></aside>"
POEM = "<div class=poem><p>The boat is gone<br>The quay is bare</p><p>A gull sits on<br>the harbour chair</p></div>"


def test_all_that_the_body_holds_is_the_article() -> None:
    cleaned = ruled(page(ASIDE, POEM, after="<p>Written by nobody.</p>"), 'body = "article"')
    poem = ["The boat is gone", "The quay is bare", "A gull sits on", "the harbour chair"]
    note = "Boats sail when the tide allows it."
    assert lines_of(cleaned) == [PARAGRAPHS[0], note, PARAGRAPHS[1], *poem, *PARAGRAPHS[2:]]
    assert cleaned.notes == ()


def test_kinds_and_rules_strip_within_the_body() -> None:
    source = page("<p>Advertisement</p>", ASIDE, "<p>Tip: <i>Buy</i> a chart.</p>")
    cleaned = ruled(source, 'body = "article"', 'strip = [".note", "p > i"]')
    assert lines_of(cleaned) == [*PARAGRAPHS[:3], "Tip: a chart.", PARAGRAPHS[3]]


def test_parts_are_taken_in_page_order_and_nested_ones_once() -> None:
    source = page(ASIDE, POEM)
    cleaned = ruled(source, 'body = ".poem p, .note p, .poem, .note"')
    assert lines_of(cleaned)[:2] == ["Boats sail when the tide allows it.", "The boat is gone"]
    assert len(cleaned.blocks) == 5


def test_body_rules_are_tried_one_after_the_other() -> None:
    several = 'body = [".none", "script", ".poem", "article"]'
    assert len(ruled(page(ASIDE, POEM), several).blocks) == 4


@pytest.mark.parametrize("selector", [".none", "script", "//p[@class='none']"])
def test_a_body_that_is_not_there_is_said_and_the_usual_way_taken(selector: str) -> None:
    cleaned = ruled(page(), f'body = "{selector}"')
    assert cleaned.text == clean(page()).text
    assert cleaned.notes == (
        f"no body rule matched (“{selector}” of rules.toml, line 3); the body was found as usual",
    )
    assert cleaned.to_dict()["notes"] == list(cleaned.notes)


def test_a_body_that_is_a_teaser_is_obeyed_and_said() -> None:
    source = page("<div class=teaser><p>A new boat for the islands, the operator says.</p></div>")
    cleaned = ruled(source, 'body = ".teaser"')
    assert lines_of(cleaned) == ["A new boat for the islands, the operator says."]
    (note,) = cleaned.notes
    assert note.startswith("the rule body “.teaser” of rules.toml, line 3 selected 46 characters;")


def test_a_body_of_verse_on_a_page_of_links_is_an_article() -> None:
    links = "".join(f"<div><a href=/{i}>Another fine place to go to, number {i}</a></div>" for i in range(60))  # fmt: skip
    source = f"<html><body>{links}{POEM}{links}</body></html>"
    assert str(ruled(source, 'body = ".poem"').outcome) == "nothing-to-strip"


def test_a_body_in_a_fragment() -> None:
    source = f"<div class=x><p>{PARAGRAPHS[0]}</p></div><div class=y><p>{PARAGRAPHS[1]}</p></div>"
    assert lines_of(ruled(source, 'body = ".y"')) == [PARAGRAPHS[1]]


HEAD = '<meta property="og:title" content="No ferry, says Gazette">'


@pytest.mark.parametrize(
    ("selector", "title"),
    [
        ('"h1.headline"', "No ferry until June"),
        ("\"//meta[@property='og:title']/@content\"", "No ferry, says Gazette"),
        ('["h6", "h1"]', "No ferry until June"),
        ("\"xpath:substring-before(//title, ' until')\"", "No ferry"),
        ('"//h1/text()"', "No ferry until June"),
    ],
)
def test_a_title_is_the_text_of_what_is_selected_first(selector: str, title: str) -> None:
    cleaned = ruled(page(head=HEAD), f"title = {selector}")
    assert (cleaned.title, cleaned.notes) == (title, ())


def test_a_title_that_is_not_there_is_said() -> None:
    cleaned = ruled(page(), 'title = ["h6", "h5"]')
    assert cleaned.title == "No ferry until June"
    assert cleaned.notes == (
        "no title rule matched (“h6”, “h5” of rules.toml, line 3); the title was found as usual",
    )


def test_a_rule_that_fails_is_noted_and_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Selector, tree: object) -> list[object]:
        raise etree.XPathEvalError("made to fail")

    monkeypatch.setattr(Selector, "_found", broken)
    cleaned = ruled(
        page(ASIDE), 'strip = "p"', 'keep = "aside"', 'title = "h1"', 'body = "article"'
    )
    assert cleaned.text == clean(page(ASIDE)).text
    assert sum("could not be evaluated: made to fail" in note for note in cleaned.notes) == 4


@pytest.mark.parametrize("part", ["_see", "_ruled"])
def test_a_fault_of_ours_is_noted_and_costs_nothing(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("made to fail")

    monkeypatch.setattr(OnPage, part, broken)
    cleaned = ruled(page(ASIDE), 'strip = ".none"')
    assert cleaned.text == clean(page(ASIDE)).text
    assert cleaned.notes == ("the rules were not applied: RuntimeError: made to fail",)


def test_rules_need_a_host_and_take_it_from_the_page_too() -> None:
    options = Options(rules=rules('strip = "p"', host="gazette.example"))
    canonical = '<link rel="canonical" href="https://www.gazette.example/ferry">'
    assert clean(page(), options=options).stripped != clean(page(head=canonical), options=options).stripped  # fmt: skip
    assert not clean(page(), url="https://m.gazette.example/1", options=options).outcome.is_article
    text = "\n\n".join(PARAGRAPHS)
    said = Options(rules=rules('strip-text = "The ferry…"', host="gazette.example"))
    assert len(clean(text, url="https://gazette.example/1", options=said).blocks) == 3


MANY = SiteRules.from_text("""
[[site]]
host = "*"
strip = ["a", "h2", "li:first-child", "//p[3]", "em", "strong"]
keep = ["h3", "figcaption", "//p[5]"]
strip-text = ["Share", "…subscribe…"]
""")
BODY = SiteRules.from_text("""
[[site]]
host = "*"
body = ["article", "main", "body"]
strip = ["aside", "a"]
keep-text = ["…reserved…"]
""")


def whole_pages() -> Iterator[pytest.param]:
    for path in sorted((FIXTURES / "pages").glob("*/page.*")):
        for name, site_rules in (("many", MANY), ("body", BODY)):
            yield pytest.param(path.read_bytes(), site_rules, id=f"{path.parent.name} {name}")


@pytest.mark.parametrize(("source", "site_rules"), list(whole_pages()))
def test_the_laws_hold_with_rules(source: bytes, site_rules: SiteRules) -> None:
    options = Options(rules=site_rules)
    cleaned = clean(source, options=options)
    assert cleaned.fault == ""
    assert not [note for note in cleaned.notes if "applied" in note or "evaluated" in note]
    any_order(extraction(source, options))
    nothing_disappears(source, cleaned, options)
    gives_back(source, cleaned, options)
    assert restore(json.loads(cleaned.to_json())) == cleaned.restore()
    assert cleaned.to_json() == clean(source, options=options).to_json()


def test_without_rules_nothing_is_imported() -> None:
    code = (
        "import sys; from cleaner import clean; import cleaner.cli.main; clean('<p>Rain fell.</p>'); "
        "print([n for n in sys.modules if 'cssselect' in n or 'cleaner.sites.rules' in n])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


SELECTORS = st.sampled_from(
    ["p", "div", "a", "em", "span", "h2", "li", "td", "pre", "blockquote", ":first-child", "//*[2]"]
)
LINES = st.sampled_from(
    ["…the…", "Share", "You May…", "…river came over the wall of the old mill."]
)
GIVEN = st.builds(
    lambda strip, keep, goes, stays: rules(
        f"strip = {strip}", f"keep = {keep}", f"strip-text = '{goes}'", f"keep-text = '{stays}'"
    ),
    st.lists(SELECTORS, min_size=1, max_size=3),
    st.lists(SELECTORS, min_size=1, max_size=2),
    LINES,
    LINES,
)


@quick
@given(elements, GIVEN)
def test_the_laws_hold_for_any_fragment_and_rules(
    parts: list[tuple[str, str]], site_rules: SiteRules
) -> None:
    options = Options(rules=site_rules)
    source = markup(parts)
    cleaned = clean(source, options=options)
    assert (cleaned.fault, cleaned.notes) == ("", ())
    if cleaned.outcome.why not in ("empty", "not-html"):
        whole = extraction(source, options)
        any_order(whole)
        gives_back(source, cleaned, options)
        gone = "".join(f.text for f in cleaned.stripped)
        left = "".join(block.text for block in cleaned.blocks)
        before = "".join(block.text for block in whole)
        assert Counter((gone + left).replace(" ", "")) == Counter(before.replace(" ", ""))
