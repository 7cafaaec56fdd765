"""Made modern reposts: the same for a seed, whole articles in them, and residue that is none."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from lxml import html

from benchmarks.synthetic.modern import SHAPES, make
from benchmarks.synthetic.modern.page import REPEATING, ModernPage, says
from benchmarks.synthetic.modern.words import languages, wordings

PAGES = make(30, 7)
VOID = ("img", "meta", "link", "br")


class Balance(HTMLParser):
    """Knows which elements are open; fails where another one is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> at {self.getpos()}"


def _shown(page: ModernPage) -> str:
    """The page's text in one line."""
    text = html.fromstring(page.source).text_content() if page.is_html else page.source
    return " ".join(text.split())


def _lines(page: ModernPage) -> Iterator[str]:
    return (" ".join(line.split()) for line in page.truth.split("\n"))


def test_the_same_seed_makes_the_same_pages() -> None:
    assert [p.source for p in make(30, 7)] == [p.source for p in PAGES]
    assert [p.source for p in make(30, 8)] != [p.source for p in PAGES]


def test_half_are_english_and_all_shapes_are_there() -> None:
    assert sum(p.language == "en" for p in PAGES) == 15
    assert {p.shape for p in PAGES} == set(SHAPES)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.language}-{p.shape}")
def test_the_whole_article_is_there(page: ModernPage) -> None:
    shown, place = _shown(page), 0
    for line in _lines(page):
        assert (place := shown.find(line, place)) >= 0, line


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.language}-{p.shape}")
def test_residue_is_not_the_articles(page: ModernPage) -> None:
    shown = _shown(page)
    for kind, snippet in page.residue():
        if kind in REPEATING and snippet in page.truth:
            assert shown.count(snippet) > page.truth.count(snippet), snippet
        else:
            assert not says(page.truth, snippet), snippet


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.language}-{p.shape}")
def test_elements_close_in_order(page: ModernPage) -> None:
    if page.is_html:
        parser = Balance()
        parser.feed(page.source)
        assert parser.open == []


@pytest.mark.parametrize("language", languages())
def test_each_kind_has_three_wordings_without_unknown_gaps(language: str) -> None:
    kinds = wordings(language)["kinds"]
    assert set(kinds) == set(wordings("en")["kinds"])
    assert min(map(len, kinds.values())) >= 3
