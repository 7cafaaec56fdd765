"""No input, however odd, costs time that grows with the square of its size."""

from __future__ import annotations

import gc
import time

import pytest

from cleaner import Cleaned, Options, clean
from cleaner.html_report.original import original_of
from cleaner.reading.page import read
from tests.growth import markup, paragraphs
from tests.growth.markup import ARTICLE, LAST

SMALL = 15_000
LARGE = 60_000
CASES = markup.CASES | paragraphs.CASES
HIDDEN = {
    *(f"open {name}" for name in ("noscript", "script", "style", "textarea")),
    *(f"nested {name}" for name in ("template", "noscript", "svg")),
}
"""Their markup hides the article, in browsers too."""
TAKEN = {
    *("equal paragraphs", "cells of paragraphs", "headings and paragraphs", "lists"),
    *("equal quotes", "paragraphs in divs"),
    "the lead again, in text",
}
"""A last paragraph that has nothing to do with hundreds before it, or was said before, may go."""


def has_article(name: str, source: str | bytes) -> bool:
    """Whether a reader would see the article, and its last paragraph belongs to it."""
    return name not in HIDDEN | TAKEN and isinstance(source, str) and LAST in source


def cost(source: str | bytes) -> tuple[float, Cleaned]:
    gc.collect()
    gc.freeze()  # what other tests left is not gone through again and again
    start = time.process_time()
    cleaned = clean(source)
    _ = cleaned.text
    spent = time.process_time() - start
    gc.unfreeze()
    return spent, cleaned


def grows(name: str, small: float, large: float) -> bool:
    """Whether cost grows faster than the input: a step (trafilatura is asked twice) is not growth,
    so what looks like it is looked at again at four times the size."""
    return large > 8 * small + 0.3 and cost(CASES[name](4 * LARGE))[0] > 8 * large


@pytest.mark.limits
@pytest.mark.parametrize("name", CASES)
def test_cost_grows_with_the_input(name: str) -> None:
    small, _ = cost(CASES[name](SMALL))
    source = CASES[name](LARGE)
    large, cleaned = cost(source)
    assert large < 60e-6 * LARGE
    assert not grows(name, small, large)
    assert cleaned.fault == ""
    assert LAST in cleaned.text or not has_article(name, source)


@pytest.mark.limits
@pytest.mark.parametrize("name", ["lists in a list", "a choice", "nested tables", "tables"])
def test_so_does_that_of_the_page_as_the_report_shows_it(name: str) -> None:
    cleaned = clean(CASES[name](4 * LARGE))
    start = time.process_time()
    original_of(cleaned, {})
    assert time.process_time() - start < 15e-6 * 4 * LARGE


@pytest.mark.parametrize("deep", [100, 300, 3000, 30_000])
@pytest.mark.parametrize("tag", ["div", "nav", "b", "x-y", "table", "blockquote"])
def test_an_article_comes_out_of_any_depth(tag: str, deep: int) -> None:
    page = f"<html><body>{f'<{tag}>' * deep}{ARTICLE}{f'</{tag}>' * deep}<p>After.</p></body>"
    assert LAST in clean(page, options=Options(max_depth=200)).text


def test_depth_is_an_option() -> None:
    source = f"<html><body>{'<div>' * 40}<p>{LAST}</p>"
    page = read(source, url=None, settings=Options(max_depth=9).reading)
    assert page.text.count("<div>") == 9
    assert LAST in clean(page.text).text


def test_a_page_of_usual_depth_and_tags_stays_as_it_is() -> None:
    text = f"<html><body>{'<div>' * 100}{ARTICLE}{'<i a=b>' * 20}"
    assert read(text, url=None, settings=Options().reading).text == text


def test_more_blocks_than_an_option_allows_end_by_its_name() -> None:
    lines = "\n".join(f"Boat {n} left" for n in range(12))
    assert str(clean(lines, options=Options(max_blocks=12)).outcome) != "no-article"
    for source in (lines, lines.replace("\n", "<br>\n"), f"<html><p>{LAST}</p>" * 12):
        ended = clean(source, options=Options(max_blocks=11)).outcome
        assert (ended.name, ended.why) == ("no-article", "too-many-blocks")
        assert "max_blocks=11" in ended.detail
