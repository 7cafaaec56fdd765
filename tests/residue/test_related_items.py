"""Headings over other articles, and lines that only look like one."""

from __future__ import annotations

import pytest

from cleaner.document.verdict import Verdict
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


FOOT = ("About us", "Contact", "Terms of use")
EXCERPT = "The bakery on the square has been shut since a fire in the spring of last year."


@pytest.mark.parametrize(
    ("listed", "after", "score", "goes"),
    [
        (LINES, FOOT, 0.5, 0),
        (LINES[:2], (), 0.2, 0),
        (LINES, FOOT, 0.05, 1),
        (LINES[:1], FOOT, 0.5, 1),
        ((LINES[0], EXCERPT, *LINES[1:]), FOOT, 0.5, 1),
        (LINES, ("Town hall gets a new clock", EXCERPT, "Two more"), 0.5, 1),
        (LINES * 3, FOOT, 0.5, 1),
    ],
)
def test_one_paragraph_behind_titles_alone_may_be_the_last_of_the_article(
    listed: tuple[str, ...], after: tuple[str, ...], score: float, goes: int
) -> None:
    """A box of titles often stands before an article's last paragraph; with excerpts it may not."""
    lines = (*PROSE[:5], "Related articles", *listed, PROSE[5], *after)
    whole = article(*lines, is_text=True)
    at = lines.index(PROSE[5])
    verdict = Verdict(score, 16, drop=False, doubtful=False, explain=str)
    went = {f.block.index for f in find(whole.judged({at: verdict}))}
    assert (at in went) == bool(goes)
    assert went.issuperset(range(5, 6 + len(listed)))


def test_cards_with_a_list_that_the_article_introduces_are_its_own() -> None:
    """Seen in a live blog: a title, a caption and a time over each entry."""
    entry = ("Ferry stays in the harbour for now", "A crack in the hull Credit: Jon Vik", "8:40AM")
    said = "The county says that these three of the islands get no post until the next Monday:"
    lines = (*PROSE, *entry, *entry, said, *LINES, *entry, *PROSE[:2])
    at = lines.index(said)
    verdict = Verdict(0.9, 16, drop=False, doubtful=False, explain=str)
    held = {at: verdict, at + 7: verdict}
    went = {f.block.index for f in find(article(*lines, is_text=True).judged(held))}
    assert went.isdisjoint(range(at, at + 4))
