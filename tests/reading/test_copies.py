"""A body that stands twice is given once; what an article says twice stays."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.reading.copies import MOST_PARTS, Repeats
from cleaner.reading.lines import Source
from cleaner.reading.page import parse

PROSE = [
    "The harbour council voted on Monday to close the old ferry slip before the winter storms.",
    "Engineers had warned since spring that two of its oak piles were rotten below the waterline.",
    "A floating pier will take its place for three years, while the money for a new one is found.",
    "Fishermen said at the meeting that the pier would be of no use to boats of their draught.",
    "The mayor promised to ask the ministry for a dredger before the herring season begins.",
]


def body(paragraphs: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in paragraphs)


def page(inside: str) -> str:
    return (
        "<html><head><title>Council closes ferry slip</title></head><body>"
        f"<main><h1>Council closes ferry slip</h1>{inside}</main></body></html>"
    )


TWICE = {
    "two screens": f"<div class=wide>{body(PROSE)}</div><div class=small>{body(PROSE)}</div>",
    "other markup": f"<div>{body(PROSE)}</div><section>{body(PROSE, 'div')}</section>",
    "a copy that ends otherwise": f"<div>{body(PROSE)}</div><div>"
    + body([f"{text} Read on." for text in PROSE])
    + "</div>",
    "a shorter copy first": f"<div>{body(PROSE[:4])}</div><div>{body(PROSE)}</div>",
    "each paragraph beside its copy": "".join(
        f"<p class=wide>{text}</p><p class=narrow>{text}</p>" for text in PROSE
    ),
}


@pytest.mark.parametrize("markup", TWICE)
def test_a_body_that_stands_twice_is_given_once(markup: str) -> None:
    text = clean(page(TWICE[markup])).text
    assert [text.count(paragraph[:50]) for paragraph in PROSE] == [1] * len(PROSE)


REFRAIN = "And the sea will have its due, said the old women on the quay, whatever you may build."
KEPT = {
    "a refrain": body([PROSE[0], REFRAIN, PROSE[1], REFRAIN, PROSE[2], REFRAIN, PROSE[3]]),
    "a sentence quoted again": body([*PROSE, PROSE[1]]),
    "verses with one chorus": "".join(
        f"<div>{body([text, REFRAIN, 'Heave away, heave away, and home by morning.'])}</div>"
        for text in PROSE
    ),
}


@pytest.mark.parametrize("markup", KEPT)
def test_what_an_article_says_twice_stays(markup: str) -> None:
    source = KEPT[markup]
    text = clean(page(source)).text
    assert text.count(REFRAIN) == source.count(REFRAIN)
    assert all(paragraph in text for paragraph in PROSE[:4])


def test_so_many_parts_are_looked_at_that_the_cost_is_linear() -> None:
    said = [
        f"The keeper of light {n} wrote down each ship, its rig and its course." for n in range(9)
    ]
    lines = Source(parse(f"<main>{'<p>'.join(said)}</main><p>{' '.join(said)}</p>")).lines
    repeats = Repeats(lines)
    assert repeats.has(9, 10)
    asked = [repeats.has(0, 9) for _ in range(2 * MOST_PARTS)]
    assert asked[0]
    assert not asked[-1]
