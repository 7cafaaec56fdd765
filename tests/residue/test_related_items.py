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


@pytest.mark.parametrize("title", ["A crack in the ferry of the smaller island", ""])
@pytest.mark.parametrize("below", [["5 March 2024, 08:30"], [], ["Islands", "Photo of the crack"]])
def test_a_list_over_the_headline_of_a_scrape_ends_there(title: str, below: list[str]) -> None:
    """Seen on Japanese pages: a ranking in the menu took headline, date and caption with it."""
    headline = "A crack in the ferry of the smaller island"
    lines = ("Gazette", "Most read", *LINES, headline, *below, *PROSE)
    whole = article(*lines, title=title, is_text=True)
    went = {f.block.text for f in find(whole)}
    assert went == {"Most read", *LINES}


def test_a_list_between_the_headline_and_the_text_ends_at_the_text() -> None:
    headline = "A crack in the ferry of the smaller island"
    whole = article("Gazette", headline, "Most read", *LINES, *PROSE, is_text=True)
    assert {f.block.text for f in find(whole)} == {"Most read", *LINES}
