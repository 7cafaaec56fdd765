"""What a page says of its article, and where its paragraphs are: features of the classifier."""

from __future__ import annotations

import json

import pytest

from cleaner.extraction.container_score import ContainerScores
from cleaner.extraction.prose_core import prose_core
from cleaner.reading.declared import Declared
from cleaner.reading.lines import Source
from cleaner.reading.page import parse

LONG = "The council voted, after a long debate, to mend the slip, the quay and the old crane."


def test_the_longest_declared_body_is_read_without_its_tags() -> None:
    data = [{"articleBody": "Short."}, {"articleBody": f'<p>{LONG}</p>\n<p>It "rained".</p>'}]
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in data
    )
    declared = Declared(Source(parse(f"<html><head>{scripts}</head><body><p>x</p></body></html>")))
    assert declared.body.split() == f'{LONG} It "rained".'.split()


@pytest.mark.parametrize("script", ["", '{"articleBody": "broken', '{"articleBody": "\\u12"}'])
def test_what_cannot_be_read_is_no_body(script: str) -> None:
    page = f"<script type='application/ld+json'>{script}</script><p>x</p>"
    assert Declared(Source(parse(page))).body == ""


def test_descriptions_are_read_as_words() -> None:
    page = "<meta property='og:description' content='The Slip'><meta name=description content=old>"
    assert Declared(Source(parse(page))).description == {"the", "slip", "old"}


def test_the_container_of_the_paragraphs_scores_best() -> None:
    side = f"<aside>{'<p><a href=/x>Another story of the day, linked</a></p>' * 4}</aside>"
    page = f"<body><div id=story>{f'<p>{LONG}</p>' * 4}</div>{side}</body>"
    source = Source(parse(page))
    scores = ContainerScores(source)
    assert scores.top.get("id") == "story"
    first, last = source.lines[0], source.lines[-1]
    assert scores.best(first) == 1.0
    assert (scores.is_within(first), scores.is_within(last)) == (True, False)
    assert scores.near(last) < 0.2


def test_a_link_left_open_is_no_container() -> None:
    page = f"<body><div id=story><a name=top>{f'<p>{LONG}</p>' * 4}</div><p>Imprint</p></body>"
    source = Source(parse(page))
    scores = ContainerScores(source)
    assert scores.top.get("id") == "story"
    assert [scores.is_within(line) for line in source.lines] == [True] * 4 + [False]


def test_the_core_holds_the_prose_and_no_comments() -> None:
    comments = f"<ul>{f'<li>{LONG}</li>' * 20}</ul>"
    page = f"<body><div id=story>{f'<p>{LONG}</p>' * 4}</div>{comments}</body>"
    source = Source(parse(page))
    assert prose_core(source) == [(0, 24), (0, 24), (0, 4)]
    assert prose_core(Source(parse("<body></body>"))) == [(0, 0)] * 3


def test_a_page_without_paragraphs_has_no_best_container() -> None:
    source = Source(parse("<p>x</p>"))
    assert ContainerScores(source).best(source.lines[0]) == 0.0
