"""Every kind of structure on a page stands in its Markdown: fixtures/blocks, pair by pair."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from tests.cases import FIXTURES

PAGES = sorted((FIXTURES / "blocks").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_body_is_as_a_reader_would_want_it(page: Path) -> None:
    expected = page.with_suffix(".expected.md").read_text(encoding="utf-8")
    assert clean(page.read_bytes()).markdown.strip() == expected.strip()
