"""Notes behind the article of a scrape: behind lists of others the site has more paragraphs."""

from __future__ import annotations

import pytest

from cleaner.document.finding import Sureness
from cleaner.residue import kinds
from tests.made import PROSE, article

LISTED = (
    "More from the islands",
    "Bakery on the square opens again",
    "Library lends its first boat",
)
TAIL = (
    "Since you made it to the end of this page, we have a favour to ask of all our readers.",
    "Every pound that you give to the paper this month will be doubled by the county.",
    "Each of our reporters lives on the island that they write about, winter and summer.",
    "All of our stories are free to read, and so they will stay for as long as we can pay.",
)
NOTES = {
    "attribution": "This story about ferries and the cost of keeping them in the water was written"
    " by Jon Vik and produced by Island Report, a small and independent newsroom that covers"
    " harbours, boats and the people who live by them.",
    "author-note": "Contact staff writer Jon Vik at 555-0123 or vik@report.example.",
}


def _likely(kind: str, *lines: str) -> set[str]:
    found = kinds()[kind].find(article(*lines, languages=frozenset({"en"}), is_text=True))
    return {f.block.text for f in found if f.sureness is not Sureness.POSSIBLE}


@pytest.mark.parametrize("kind", NOTES)
def test_a_note_goes_where_lists_part_it_from_what_the_site_says(kind: str) -> None:
    """Seen on a page of a newsroom that asks for money behind each story."""
    assert _likely(kind, *PROSE, NOTES[kind], *LISTED, *TAIL) == {NOTES[kind]}


@pytest.mark.parametrize("kind", NOTES)
@pytest.mark.parametrize("after", [TAIL, (LISTED[1], *TAIL), (*LISTED[1:], *TAIL)])
def test_amid_paragraphs_it_may_be_the_article_s(kind: str, after: tuple[str, ...]) -> None:
    assert not _likely(kind, *PROSE, NOTES[kind], *after)


@pytest.mark.parametrize(
    "line",
    [
        "Contact with the writer was lost on Monday, and the list that she kept is gone, too.",
        "This story about a ferry was handed down and produced by nobody but the wind.",
    ],
)
def test_a_paragraph_over_a_list_of_the_article_stays(line: str) -> None:
    assert not any(_likely(kind, *PROSE, line, *LISTED[1:], "Two more", *TAIL) for kind in NOTES)
