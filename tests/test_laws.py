"""The five laws, over every fixture and over input that hypothesis makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Options, clean
from cleaner.decision import decide
from cleaner.document.article import Article
from cleaner.document.block import Block, Layout
from cleaner.document.finding import Finding, certain
from cleaner.reading import page as pages
from cleaner.rendering.formats.text import render as as_text
from cleaner.residue import kinds
from cleaner.text.words import words
from tests.cases import FIXTURES, cases, files, options_of
from tests.laws import any_order, extraction, gives_back, nothing_disappears


def inputs() -> Iterator[tuple[str, bytes | str, Options]]:
    for folder in ("residue", "keep"):
        for file in files(folder):
            options = options_of(file)
            for case in cases(file):
                yield f"{case.name} html", case.html, options
                yield f"{case.name} text", case.text, options
    for path in sorted((FIXTURES / "pages").glob("*/page.*")):
        yield path.parent.name, path.read_bytes(), Options()


INPUTS = [pytest.param(source, options, id=name) for name, source, options in inputs()]
PHRASES = [
    "Rain fell on the town for nine days before the river came over the wall of the old mill.",
    "The mayor said on Tuesday that nobody had been hurt, and that the bridge would open by June.",
    "“We had no time to carry anything out,” said Ines Rothaug, who runs the bakery on the square.",
    "You May Also Like",
    "Share",
    "AI Journal2026/01/23 05:46",
    "$0.0743",
    "-0.80%",
    "USD",
    "Read more: The mill that would not stop",
    "By Jane Doe",
    "3 min read",
    "Advertisement",
    "Disclaimer: The articles on this site are for informational purposes only.",
    "All rights reserved.",
    "Sign up for our newsletter",
    "Tags: rain, river",
    "3 Comments",
    "Reply",
    "© 2024 The Mill",
    "Home",
    "Contact us",
    "关于我们",
    "免责声明：本文仅供参考。",
    "Weiterlesen",
    "- item",
    "1. item",
    "a | b | c",
    "# heading",
    "> quote",
    "",
    " ",
    "\u200b",
    "&amp;",
    "<b>bold</b>",
]
lines = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=60)), max_size=24)
tags = st.sampled_from(["p", "div", "h2", "li", "blockquote", "td", "span", "pre", "a", "em"])
elements = st.lists(st.tuples(tags, st.sampled_from(PHRASES)), max_size=24)
quick = settings(max_examples=60, deadline=None)


def markup(parts: list[tuple[str, str]]) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts) or "<p></p>"


@pytest.mark.parametrize(("source", "options"), INPUTS)
def test_first_law_the_order_of_detectors_does_not_matter(
    source: bytes | str, options: Options
) -> None:
    any_order(extraction(source, options))


@pytest.mark.parametrize(("source", "options"), INPUTS)
def test_second_law_kept_and_stripped_are_what_was_extracted(
    source: bytes | str, options: Options
) -> None:
    nothing_disappears(source, clean(source, options=options), options)


@pytest.mark.parametrize(("source", "options"), INPUTS)
def test_third_law_restore_gives_the_extraction_back(source: bytes | str, options: Options) -> None:
    gives_back(source, clean(source, options=options), options)


@pytest.mark.parametrize(("source", "options"), INPUTS)
def test_fourth_law_cleaning_twice_changes_nothing(source: bytes | str, options: Options) -> None:
    """In the form that came in: as text, a page's leaked menu lines are told by other rules."""
    cleaned = clean(source, options=options)
    if any("kept by the rule keep “" in f.because for f in cleaned.findings):
        return  # what the rule knew it by, a class, is not in what comes out
    if pages.read(source, url=None, settings=options.reading).kind == "text":
        titled = f"{cleaned.title}\n\n{cleaned.text}" if cleaned.title else cleaned.text
        again = clean(titled, options=replace(options, source_kind="text"))
    else:
        heading = f"<h1>{cleaned.title}</h1>" if cleaned.title else ""
        again = clean(heading + cleaned.html, options=replace(options, source_kind="fragment"))
    assert words(again.text) == words(cleaned.text)


@pytest.mark.parametrize(("source", "options"), INPUTS)
def test_same_input_same_bytes(source: bytes | str, options: Options) -> None:
    assert clean(source, options=options).to_json() == clean(source, options=options).to_json()


@quick
@given(lines, st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_laws_hold_for_any_text(parts: list[str], newline: str) -> None:
    source = newline.join(parts)
    cleaned = clean(source, options=Options(source_kind="text"))
    assert cleaned.fault == ""
    whole = as_text(extraction(source, Options(source_kind="text")).blocks)
    assert cleaned.restore() == whole or not cleaned.outcome.is_article


@quick
@given(elements)
def test_laws_hold_for_any_fragment(parts: list[tuple[str, str]]) -> None:
    source = markup(parts)
    cleaned = clean(source)
    assert cleaned.fault == ""
    if cleaned.outcome.why not in ("empty", "not-html"):
        any_order(extraction(source))
        nothing_disappears(source, cleaned)
        gives_back(source, cleaned)


@quick
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400)))
def test_fifth_law_any_input_has_a_named_end(source: bytes | str) -> None:
    assert clean(source).outcome.name in ("cleaned", "nothing-to-strip", "no-article")


def test_fifth_law_a_fault_returns_the_extraction_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article) -> list[Finding]:
        raise RuntimeError("made to fail")

    source = Path(FIXTURES / "pages/seed-text/page.txt").read_text(encoding="utf-8")
    monkeypatch.setitem(kinds(), "byline", replace(kinds()["byline"], find=broken))
    cleaned = clean(source)
    assert "made to fail" in cleaned.fault
    assert words(cleaned.text) == words(source)


def test_a_heading_goes_once_though_a_part_of_it_went_before() -> None:
    heading = Block(0, "Rain on the river | All rights reserved", Layout("h2"))
    line = Block(1, "The post Rain appeared first on The Mill.")
    found = [
        replace(certain(heading, "a mark", (18, 39)), kind="copyright"),
        replace(certain(line, "an attribution"), kind="attribution"),
    ]
    verdict = decide(Article((heading, line)), found)
    assert verdict.kept == ()
    gone = sorted(f.span for f in verdict.findings if f.block.index == 0)
    assert gone == [(0, 17), (17, 39)]
