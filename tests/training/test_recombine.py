"""Pages made of labelled ones: their truth is seen in them, and folds are not mixed."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Any

import pytest

from benchmarks.common.folds import fold_of, site_of
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.text.words import words
from training.recombine import recombined
from training.recombining.article import article_of
from training.recombining.frame import frame_of
from training.recombining.labelled import Labelled

THINGS = ("ferry", "bridge", "orchard", "library", "harbour", "railway", "market", "museum")
SHAPES = {
    *("frame", "cards", "lead", "twice", "untagged", "hashed", "nameless", "exchanged"),
    *("div", "section", "custom", "br", "cells"),
}


def sentence(thing: str, number: int) -> str:
    return (
        f"Number {number} of the things said of the {thing} of {thing} town is that it will "
        f"stay closed for {number} days, as the {thing} council said on Monday."
    )


def page(site: str) -> dict[str, Any]:
    """A page with a menu, a byline, a box between paragraphs, a caption and related stories."""
    thing = THINGS[len(site) % len(THINGS)] + site
    said = [sentence(thing, number) for number in range(6)]
    body = [f'<p class="text">{s.replace("council", "<b>council</b>")}</p>' for s in said]
    body[2] += f'<div class="box"><p><a href="/n">Letters of {site}</a></p></div>'
    body[4] += f"<ul><li>One {thing} item of the list</li><li>Two {thing} items of it</li></ul>"
    truth = [*said[:5], f"One {thing} item of the list", f"Two {thing} items of it", said[5]]
    return {
        "id": f"made-{site}",
        "url": f"https://www.{site}.com/story",
        "title": f"The story of {thing}",
        "truth": "\n".join(truth),
        "html": f"""<html lang="en"><head><title>The story of {thing} | {site}</title>
<link rel="canonical" href="https://www.{site}.com/story"></head><body>
<ul class="menu"><li><a href="/">Home of {site}</a></li><li><a href="/s">Sport</a></li></ul>
<main><h1>The story of {thing}</h1><article class="story"><p class="by">By Jo {site}</p>
{"".join(body)}<aside class="more"><h3>More of {site}</h3><a href="/1">Rain fell there</a></aside>
</article></main><footer id="foot">All rights are those of {site}</footer></body></html>""",
    }


PAGES = [page(f"{first}{second}") for first in "abcdefgh" for second in ("lpha", "eta", "amma")]


@pytest.fixture(scope="module")
def made() -> list[dict[str, Any]]:
    return list(recombined(PAGES, 150, 7))


def visible(one: dict[str, Any]) -> Counter[str]:
    return Counter(w for line in Source(parse(one["html"])).lines for w in words(line.text))


def test_the_words_of_the_truth_are_seen(made: list[dict[str, Any]]) -> None:
    for one in made:
        assert not Counter(words(one["truth"])) - visible(one)
        whole = next(p for p in PAGES if p["url"] == one["url"])
        assert words(one["truth"]) == words(whole["truth"])


def test_of_the_other_pages_only_residue_is_left(made: list[dict[str, Any]]) -> None:
    for one in made:
        own, frame, _ = one["sites"]
        text = " ".join(line.text for line in Source(parse(one["html"])).lines)
        assert not any(f"{site[:-4]} town" in text for site in one["sites"][1:]), one["shape"]
        assert f"Home of {frame[:-4]}" in text
        assert f"By Jo {frame[:-4]}" in text
        assert f"By Jo {own[:-4]}" not in text


def test_titles_and_addresses_are_those_of_the_article(made: list[dict[str, Any]]) -> None:
    for one in made:
        tree = parse(one["html"])
        assert tree.findtext(".//title") == tree.findtext(".//h1") == one["title"]
        assert tree.xpath("//link[@rel='canonical']/@href") == [one["url"]]


def test_the_same_seed_makes_the_same_pages(made: list[dict[str, Any]]) -> None:
    assert list(islice(recombined(PAGES, 150, 7), 20)) == made[:20]
    assert list(recombined(PAGES, 5, 8)) != made[:5]


def test_folds_are_not_mixed(made: list[dict[str, Any]]) -> None:
    for one in made:
        assert len(set(one["sites"])) == 3
        assert {fold_of(site) for site in one["sites"]} == {fold_of(site_of(one))}
        assert site_of(one) == one["site"] == one["sites"][0]


def test_each_shape_occurs(made: list[dict[str, Any]]) -> None:
    assert {part for one in made for part in one["shape"].split("+")} == SHAPES


def test_too_few_sites_are_an_error() -> None:
    with pytest.raises(ValueError, match="three sites"):
        next(recombined(PAGES[:2], 1, 1))


def test_blocks_stand_where_those_of_the_frame_stood() -> None:
    article = article_of(Labelled(PAGES[0]))
    frame = frame_of(Labelled(PAGES[1]), "Another title")
    assert article and frame
    frame.fill(article.blocks)
    lines = [line.text for line in Source(frame.tree).lines]
    box = next(i for i, line in enumerate(lines) if line.startswith("Letters of"))
    assert lines[box - 1] in article.lines
    assert lines[box + 1] in article.lines
    assert [line for line in lines if line in article.lines] == article.lines
    assert lines[lines.index(article.lines[0]) - 1].startswith("By Jo")
    assert lines[lines.index(article.lines[-1]) + 1].startswith("More of")


def verdicts(body: str) -> dict[str, bool | None]:
    """The verdicts of a page with a body around five sentences, by the line's first word."""
    said = [sentence("museum", number) for number in range(5)]
    paragraphs = "".join(f"<p>{s}</p>" for s in said)
    made = f"<body><h1>A museum closes</h1><div>{body.replace('[STORY]', paragraphs)}</div>"
    labelled = Labelled({"id": "x", "title": "", "truth": "\n".join(said), "html": made})
    pairs = zip(labelled.lines, labelled.verdicts, strict=True)
    return {line.text.split()[0]: verdict for line, verdict in pairs}


def test_what_may_be_article_is_in_doubt() -> None:
    long = "a plan that nobody had heard of before was read to the council by its clerk"
    assert verdicts(f"<p>Deck: {long}</p>[STORY]")["Deck:"] is None
    assert verdicts(f"[STORY]<h3>More</h3><p>Later, {long}.</p>") == {
        **{"A": False, "Number": True},
        **{"More": None, "Later,": None},
    }
    assert (
        verdicts("[STORY]<figure><figcaption>Seen from above</figcaption></figure>")["Seen"] is None
    )


def test_furniture_is_not_in_doubt() -> None:
    menu = '<ul><li><a href="/">Home</a></li></ul>[STORY]'
    assert verdicts(menu)["Home"] is False
    assert verdicts('[STORY]<div class="box">Share this</div>')["Share"] is False
    assert (
        verdicts('[STORY]<aside><a href="/1">Rain fell there for days.</a></aside>')["Rain"]
        is False
    )
