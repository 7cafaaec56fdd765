"""Whole pages: from page.html or page.txt exactly article.md, and the report as it was accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Cleaned
from cleaner.regressions import Case, cases, check_case
from cleaner.regressions.checking import clean_case
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.text.words import collapse_space
from tests.cases import FIXTURES

PAGES = FIXTURES / "pages"
CASES = [pytest.param(case, id=case.slug) for case in cases(PAGES)]
SEED_PARAGRAPHS = 18


def cleaned_page(folder: Path) -> Cleaned:
    """The page of a folder, cleaned with its options."""
    case = Case(folder)
    return clean_case(case, case.settings())


@pytest.mark.parametrize("case", CASES)
def test_nothing_has_changed(case: Case) -> None:
    result = check_case(case)
    assert result.status == "unchanged", f"{result}\n`cleaner accept {case.folder}` accepts this"


@pytest.mark.parametrize("case", CASES)
def test_the_title_is_the_first_line(case: Case) -> None:
    first = case.article_text().split("\n")[0]
    assert collapse_space(first) == f"# {cleaned_page(case.folder).title}"


@pytest.mark.parametrize("slug", ["seed-text", "seed-html"])
def test_the_seed_page_has_exactly_its_paragraphs(slug: str) -> None:
    cleaned = cleaned_page(PAGES / slug)
    title, *paragraphs = Case(PAGES / slug).article_text().strip().split("\n\n")
    assert len(paragraphs) == SEED_PARAGRAPHS
    assert f"# {cleaned.title}" == title
    assert cleaned.text.split("\n\n") == paragraphs
    assert _kinds(cleaned) - {"leftover", "byline"} == {
        "duplicate-lead",
        "repeated-title",
        "price-widget",
        "disclaimer",
        "related-items",
    }


def test_the_seed_says_the_same_as_text_and_as_html() -> None:
    text, html = cleaned_page(PAGES / "seed-text"), cleaned_page(PAGES / "seed-html")
    assert (text.title, text.text) == (html.title, html.text)
    assert markdown(text.blocks) == markdown(html.blocks)


def _kinds(cleaned: Cleaned) -> set[str]:
    return {finding.kind for finding in cleaned.stripped}
