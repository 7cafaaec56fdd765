"""How a page ended: walls, shells, lists of links, and how sure the rest is."""

from __future__ import annotations

import pytest

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Action, Finding, certain, likely, possible
from cleaner.outcome import FEW_WORDS, NO_TEXT, Outcome, beyond_doubt, outcome_of
from cleaner.reading.page import Page
from tests.made import PROSE, article, of

NOTHING = Article(())


def ended(markup: str, kept: Article = NOTHING, *, stripped: bool = False, kind="page") -> Outcome:
    return outcome_of(Page(markup, kind), kept, kept.blocks, stripped=stripped)


def test_an_outcome_says_why() -> None:
    assert str(Outcome("cleaned")) == "cleaned"
    assert str(Outcome("no-article", "paywall", "it says …")) == "no-article: paywall"
    assert [Outcome(name).is_article for name in ("cleaned", "no-article")] == [True, False]


@pytest.mark.parametrize(("stripped", "name"), [(True, "cleaned"), (False, "nothing-to-strip")])
def test_an_article_is_cleaned_where_something_went(stripped: bool, name: str) -> None:
    assert ended("<p>x</p>", article(*PROSE), stripped=stripped) == Outcome(name)


def test_text_of_which_nothing_is_left_is_no_article() -> None:
    assert ended("Share", kind="text", stripped=True) == NO_TEXT


@pytest.mark.parametrize(
    ("why", "line"),
    [
        ("consent-wall", "Accept cookies to continue"),
        ("not-found", "Page not found"),
        ("script-shell", "You need to enable JavaScript to run this app."),
    ],
)
def test_a_wall_is_told_by_what_it_says(why: str, line: str) -> None:
    outcome = ended(f"<p>{line}</p>", article("Menu"))
    assert outcome.why == why
    assert outcome.detail.startswith("it says “")
    assert outcome.detail[9:-1].lower() in line.lower()


def test_a_wall_may_stand_in_the_title_or_where_scripts_are_missing() -> None:
    assert ended("<title>Page not found</title><p>x</p>").why == "not-found"
    silent = "<noscript>You need to enable JavaScript to run this app.</noscript>"
    assert ended(f"<body>{silent}<p>x</p></body>").why == "script-shell"


def test_an_article_beside_a_wall_is_an_article() -> None:
    wall = "<p>Accept cookies to continue</p>"
    long = article(*PROSE * 2)
    assert sum(len(b.words) for b in long) > FEW_WORDS
    assert ended(wall, long).is_article
    assert not ended(wall, article(PROSE[0])).is_article


def test_frames_and_shells_are_told_by_their_markup() -> None:
    assert ended("<html><frameset><frame src=a></frameset></html>").why == "frames"
    shell = "<p>Boats of the harbour</p><script src=a.js></script>"
    assert ended(shell).why == "script-shell"
    assert ended(shell.replace("Boats", "boats " * 30)).why == "no-text"
    assert ended("<p>" + "word " * 40).why == "no-text"


def test_a_page_of_links_is_a_list() -> None:
    links = "".join(f"<p><a href=/{n}>Boat number {n} has left</a></p>" for n in range(30))
    kept = article("Boats that left")
    assert ended(links, kept).why == "list-page"
    assert ended(links, article("Boats that left", PROSE[0])).is_article, "prose was kept"
    assert ended(links.replace("<a", "<b").replace("</a", "</b"), kept).is_article
    assert ended(links, kept, kind="text").is_article, "scraped text has no links to count"


def done(finding: Finding, action: Action) -> Finding:
    return of("leftover", finding.but(action=action))


def test_the_share_of_words_beyond_doubt() -> None:
    whole = article("One two three four five", "Six seven eight nine ten")
    last: Block = whole.blocks[1]
    assert beyond_doubt(whole, []) == 1
    assert beyond_doubt(whole, [done(certain(last, ""), Action.STRIPPED)]) == 1
    assert beyond_doubt(whole, [done(likely(last, ""), Action.STRIPPED)]) == pytest.approx(0.95)
    assert beyond_doubt(whole, [done(possible(last, ""), Action.DOUBTFUL)]) == 0.75
    assert beyond_doubt(whole, [done(likely(last, ""), Action.KEPT)]) == 0.75
    assert beyond_doubt(whole, [done(likely(last, ""), Action.AGREED)]) == 1


def test_no_share_is_below_none_and_there_is_none_of_nothing() -> None:
    whole = article("One two")
    doubts = [done(possible(whole.blocks[0], ""), Action.DOUBTFUL)] * 3
    assert beyond_doubt(whole, doubts) == 0
    assert beyond_doubt(NOTHING, []) == 0
