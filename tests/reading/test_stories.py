"""Of an endless page the article of the title is given; parts of one article stay together."""

from __future__ import annotations

import pytest

from cleaner import clean

SHIP = [
    "The harbour council voted on Monday to close the old ferry slip before the winter storms.",
    "Engineers had warned since spring that two of its oak piles were rotten below the waterline.",
    "A floating pier will take its place for three years, while the money for a new one is found.",
    "Fishermen said at the meeting that the pier would be of no use to boats of their draught.",
    "The mayor promised to ask the ministry for a dredger before the herring season begins.",
    "Until then the boats will lie at the timber quay, two miles up the river from the market.",
]
BEES = [
    "Beekeepers in the hills expect the best lime blossom honey for a dozen years, they said.",
    "A warm May without a single night of frost had let the colonies grow strong in good time.",
    "One grower near the pass counted forty hives where last year there had been only sixteen.",
    "Prices will hardly fall, since the large bottlers have already bought most of the harvest.",
    "The hives will be carried down to the heather in August, as they have been since anyone knew.",
    "A festival in the village square will open the season with a tasting and a market for bees.",
]


def body(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def story(title: str, paragraphs: list[str], tag: str = "article", heading: str = "h1") -> str:
    return f"<{tag}><{heading} class=title>{title}</{heading}>{body(paragraphs)}</{tag}>"


def page(inside: str) -> str:
    return (
        "<html><head><title>Council closes ferry slip</title></head>"
        f"<body><main>{inside}</main></body></html>"
    )


SLIP, HONEY = "Council closes ferry slip", "A good year for honey"
ENDLESS = {
    "articles": story(SLIP, SHIP) + story(HONEY, BEES),
    "the other one first": story(HONEY, BEES) + story(SLIP, SHIP),
    "sections": story(SLIP, SHIP, "section") + story(HONEY, BEES, "section"),
    "headings of a class": story(SLIP, SHIP, "div", "h2") + story(HONEY, BEES, "div", "h2"),
    "custom elements": story(SLIP, SHIP, "x-story") + story(HONEY, BEES, "x-story"),
    "a lesser heading": story(SLIP, SHIP) + story(HONEY, BEES, heading="h2"),
}


@pytest.mark.parametrize("markup", ENDLESS)
def test_the_article_of_the_title_is_given(markup: str) -> None:
    cleaned = clean(page(ENDLESS[markup]))
    assert cleaned.text.split("\n\n") == SHIP
    assert cleaned.title == SLIP


ALL = f"{body(SHIP)}<h2>Bees</h2>{body(BEES)}"
TOGETHER = {
    "parts under headings": f"<article><h1>{SLIP}</h1>{ALL}</article>",
    "parts that are articles": f"<h1>{SLIP}</h1>{body(SHIP)}" + story("Bees", BEES, heading="h2"),
    "every part a first heading": f"<div><h1>{SLIP}</h1></div>{ALL.replace('h2', 'h1')}",
    "parts that name what the title names": story(SLIP, SHIP)
    + story("Why the council closes it", ["The ferry has lost its slip.", *BEES], heading="h2"),
    "chapters": story(SLIP, SHIP[:1], "section", "h2") + story("Bees", BEES, "section", "h2"),
}


@pytest.mark.parametrize("markup", TOGETHER)
def test_parts_of_one_article_stay_together(markup: str) -> None:
    text = clean(page(TOGETHER[markup])).text
    assert all(paragraph in text for paragraph in (SHIP[0], *BEES))
