"""Headings over other articles, and lines that only look like one."""

from __future__ import annotations

import pytest

from cleaner.residue.related_items import find
from tests.made import PROSE, article

LINES = ("Bakery on the square opens again", "Library lends its first boat", "School wins a prize")


@pytest.mark.parametrize(("heading", "goes"), [("Related articles", 4), ("Related articles)", 0)])
def test_the_end_of_a_bracket_that_a_scrape_cut_is_no_heading(heading: str, goes: int) -> None:
    """Seen as “… or a swelling. (” and, as a link of its own, “More on this)”."""
    whole = article(*PROSE[:5], "It may be a crack, or only rust. (", heading, *LINES, is_text=True)
    assert len(list(find(whole))) == goes
