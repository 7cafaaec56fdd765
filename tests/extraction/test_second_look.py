"""Where nothing that was extracted reads like an article, the best container is judged."""

from __future__ import annotations

import pytest

from cleaner.extraction.second_look import judge
from cleaner.reading.lines import Source
from cleaner.reading.page import parse

ARTICLE = [
    "The ferry to the island was cancelled on Monday after divers found a crack in its rudder.",
    "The company had known of the crack for weeks, its director told the council on Tuesday.",
    "Passengers were told at the pier, where forty of them had waited since six in the morning.",
    "Islanders buy their groceries on the mainland and have asked the council for a second boat.",
    "A fishing boat has carried the post and the milk since then, its skipper said on Thursday.",
]
HEAD = """<table><tr><td>Make us your homepage • Bookmark us</td></tr></table>
<p>Island Diary | Current News, Latest News, News Headlines, and more.</p>"""
OFFERS = """<div><p>Screenshot of the video</p><p>Fast delivery to all harbours</p>
<p>All rights reserved. Copying only with permission of the editors.</p></div>"""
NOTES = """<ul><li>Log in or register to write a comment</li><li>Print this page</li>
<li>Send it to a friend</li></ul>"""


def judged(before: str, paragraphs: list[str], taken: int) -> list[str]:
    """What counts as extracted of a page where so many of its first lines were taken."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = Source(parse(f"<html><body>{before}<div>{body}</div></body></html>"))
    blocks = [line.block.numbered(i) for i, line in enumerate(page.body[:taken])]
    found = judge(blocks, page, "Ferry cancelled")
    return [candidate.block.text for candidate in found.candidates if candidate.extracted]


@pytest.mark.parametrize(("before", "taken"), [(HEAD, 2), (OFFERS, 3), (NOTES, 3)])
def test_an_article_beside_what_was_extracted_is_found(before: str, taken: int) -> None:
    assert judged(before, ARTICLE, taken) == ARTICLE


@pytest.mark.parametrize("before", [HEAD, OFFERS, NOTES])
def test_a_page_without_an_article_stays_as_it_was_extracted(before: str) -> None:
    notes = ["Our offices are open on weekdays.", "Call us.", "Write to us."]
    assert judged(before, notes, 2) != notes


def test_an_article_that_was_extracted_stays() -> None:
    page = Source(parse("<article>" + "".join(f"<p>{p}</p>" for p in ARTICLE) + "</article>"))
    blocks = [line.block.numbered(i) for i, line in enumerate(page.body[:4])]
    found = judge(blocks, page, "Ferry cancelled")
    extracted = [c.block.text for c in found.candidates if c.extracted]
    assert extracted == ARTICLE[:4]
