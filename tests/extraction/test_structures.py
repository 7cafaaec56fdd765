"""Paragraphs that adverts part from the article's first box, and what only stands like them."""

from __future__ import annotations

import pytest

from cleaner import clean

FIRST = (
    "The toll bridge at Oxley will close on Monday for a year, the county said, after divers found "
    "that the river has eaten a third of its middle pier.",
    "About nine hundred cars cross it each day, and each pays five pence to a man in a hut, as the "
    "law of 1767 has it.",
    "The owner, who bought the bridge at an auction in 2009, said that she had expected to inherit "
    "its income and not its debts.",
    "Repairs are put at two million pounds, which at five pence a car is forty million crossings, "
    "or a hundred and twenty years, if nobody takes the ferry.",
    "The parish council asked in March whether a bridge that may not be taxed has to be mended, "
    "and was told by a lawyer that the question had never come up in so many words.",
    "Until it is settled, the pier will be held up by a barge full of gravel, on which three "
    "herons have since taken up residence.",
)
SECOND = (
    "“I have read the deed four times,” she said. “It says a great deal about sheep and nothing "
    "about piers.”",
    "Drivers will be sent over the new bridge at Swinford, which is free, and eleven miles longer "
    "for anybody who lives by the mill.",
)
LAST = (
    "The man in the hut has been offered work at the swimming pool, where he will also take money "
    "from people who wish to reach the other side.",
)
PROMOTION = """<div class="ad"><span>Advertisement</span></div>
<section class="newsletter"><h3>Sign up for our newsletter</h3>
<p>Get the best of the county in your inbox every morning.</p>
<form><input name="m"><button>Subscribe</button></form></section>
<ul class="more"><li><a href="/a">Ferry strike enters its second week</a></li>
<li><a href="/b">Council votes on bus lanes after long debate</a></li>
<li><a href="/c">Ten walks along the river for a rainy day</a></li></ul>"""
MADE = {
    "classes of paragraphs": ('<div class="story">', '<p class="story-text">{}</p>', "</div>"),
    "classes of boxes": ('<div class="body-part">', "<p>{}</p>", "</div>"),
    "leaves of sections": ('<section class="x1f">', '<div class="x9c">{}</div>', "</section>"),
    "tags of their own": ('<text-block class="rich">', '<p class="q7">{}</p>', "</text-block>"),
}


def box(made: tuple[str, str, str], paragraphs: tuple[str, ...]) -> str:
    return made[0] + "".join(map(made[1].format, paragraphs)) + made[2]


def page(*boxes: str) -> str:
    title = "The toll bridge at Oxley closes for a year"
    return (
        f"<html><head><title>{title}</title></head><body><header><a href='/'>Home</a></header>"
        f"<main><div class='page'><h1>{title}</h1>{PROMOTION.join(boxes)}</div></main>"
        "<footer><p>All rights reserved. Oxley Courier, 12 Mill Lane.</p></footer></body></html>"
    )


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_boxes_that_are_made_alike_are_one_article(made: tuple[str, str, str]) -> None:
    source = page(*(box(made, paragraphs) for paragraphs in (FIRST, SECOND, LAST)))
    assert clean(source).text.split("\n\n") == [*FIRST, *SECOND, *LAST]


def test_what_is_made_otherwise_is_not_taken_for_its_like() -> None:
    offer = ("Readers of the Courier save a third on the county's finest garden sheds until May.",)
    other = box(('<div class="offer">', '<p class="offer-text">{}</p>', "</div>"), offer)
    source = page(box(MADE["classes of paragraphs"], FIRST), other)
    assert clean(source).text.split("\n\n") == list(FIRST)
