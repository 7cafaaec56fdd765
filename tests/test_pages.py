"""Whole pages: from page.html or page.txt exactly article.md, and the report as it was accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import Cleaned
from cleaner.render import markdown
from cleaner.text import tidy
from tests.accept import (
    PAGES,
    article_words,
    cleaned_page,
    folders,
    kept_words,
    known_leaks,
    report_of,
)

FOLDERS = [pytest.param(folder, id=folder.name) for folder in folders()]
SEED_PARAGRAPHS = 18


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_title_and_the_article_and_nothing_else(folder: Path) -> None:
    cleaned = cleaned_page(folder)
    assert cleaned.fault == ""
    leaks = known_leaks(folder)
    assert leaks <= {block.text for block in cleaned.blocks}, (
        "no longer leaks: take it off the list"
    )
    assert kept_words(folder, cleaned) == article_words(folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_title_is_the_first_line(folder: Path) -> None:
    first = (folder / "article.md").read_text(encoding="utf-8").split("\n")[0]
    assert tidy(first) == f"# {cleaned_page(folder).title}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_report_is_as_it_was_accepted(folder: Path) -> None:
    file = folder / "report.json"
    assert file.exists(), f"run `python -m tests.accept {folder.name}`"
    assert report_of(cleaned_page(folder)) == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("slug", ["seed-text", "seed-html"])
def test_the_seed_page_has_exactly_its_paragraphs(slug: str) -> None:
    cleaned = cleaned_page(PAGES / slug)
    article = (PAGES / slug / "article.md").read_text(encoding="utf-8")
    title, *paragraphs = article.strip().split("\n\n")
    assert len(paragraphs) == SEED_PARAGRAPHS
    assert f"# {cleaned.title}" == title
    assert cleaned.text.split("\n\n") == paragraphs
    assert _kinds(cleaned) == {
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
