"""Pointers that a scraper parted from their titles."""

from __future__ import annotations

import pytest

from cleaner.residue import inline_related
from tests.made import PROSE, article

TITLE = "Bakery wins prize for rye loaf"


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        (("Read more:", TITLE, PROSE[2]), ["Read more:", TITLE]),
        (("Lesen Sie auch:", TITLE, PROSE[2]), ["Lesen Sie auch:", TITLE]),
        (("Læs også:", TITLE), ["Læs også:", TITLE]),
        (("Read more:", PROSE[2]), []),
        (("Read more:", f"{TITLE}.", PROSE[2]), []),
        (("Read more:", TITLE, "Mayor opens green", PROSE[2]), []),
        (("Read more", TITLE, PROSE[2]), []),
        (("The list:", TITLE, PROSE[2]), []),
    ],
)
def test_the_title_under_a_pointer_of_a_scrape(lines: tuple[str, ...], gone: list[str]) -> None:
    text = article(*PROSE[:2], *lines, is_text=True)
    assert [finding.block.text for finding in inline_related.find(text)] == gone


def test_of_a_page_they_are_told_by_their_links() -> None:
    page = article(*PROSE[:2], "Read more:", TITLE, PROSE[2])
    assert not list(inline_related.find(page))
