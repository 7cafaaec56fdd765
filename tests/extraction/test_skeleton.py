"""What trafilatura gives back of a skeleton is, word for word, a line of the page."""

from __future__ import annotations

import pytest
from trafilatura import bare_extraction

from cleaner import clean
from cleaner.extraction.skeleton import Skeleton
from cleaner.reading.encoding import decode
from cleaner.reading.line import Element
from cleaner.reading.lines import Source
from cleaner.reading.page import parse
from cleaner.regressions import cases
from tests.cases import FIXTURES, files
from tests.cases import cases as snippets
from tests.made import PROSE

PAGES = [decode(p)[0] for c in cases(FIXTURES / "pages") if b"<" in (p := c.source())[:400]]
SNIPPETS = [case.html for file in files("recovered") for case in snippets(file)]
PAGE = (
    "<html><body><main class=story><h1>Ferry</h1><p class=lead>It did <b>not</b> <a href=/s>sail"
    " today</a>.</p><ul><li>One</li><li>Two</li></ul><table><tr><th>Boat</th><th>Year</th></tr>"
    "<tr><td>Old</td><td>1962</td></tr></table><blockquote>So it is.</blockquote>"
    "<div>Loose<br>lines</div></main></body></html>"
)


def skeleton_of(markup: str) -> tuple[Skeleton, Source]:
    source = Source(parse(markup))
    return Skeleton(source, source.body), source


@pytest.mark.parametrize("markup", [*PAGES, *SNIPPETS])
@pytest.mark.parametrize("fast", [True, False])
def test_what_comes_back_is_lines_of_the_page(markup: str, fast: bool) -> None:
    skeleton, source = skeleton_of(markup)
    document = bare_extraction(skeleton.tree, fast=fast, include_comments=False)
    assert document is not None
    numbers, strange = skeleton.lines_of(document.body)
    assert strange == 0
    assert numbers == sorted(set(numbers))
    assert {source.lines[n].number for n in numbers} == set(numbers)


def tag(element: Element) -> str:
    return str(element.tag)


def test_each_line_is_one_leaf_with_its_links_as_one() -> None:
    skeleton, source = skeleton_of(PAGE)
    assert skeleton.body[0].get("class") == "story"
    leaves = [e for e in skeleton.tree.iter() if e.tag != "a" and (e.text or "a" in map(tag, e))]
    assert ["".join(e.itertext()) for e in leaves] == [n.text for n in source.lines]
    (link,) = skeleton.tree.iter("a")
    assert len(link.text or "") == len("sail today")


def test_equal_texts_are_told_apart_by_their_order() -> None:
    skeleton, _ = skeleton_of("<p>Share</p><p>One</p><p>Share</p><p>Two</p><p>Share</p>")
    back = parse("<p>One</p><p>Share</p><p>Two</p>")
    assert skeleton.lines_of(back) == ([1, 2, 3], 0)


def test_what_is_no_line_is_counted() -> None:
    skeleton, _ = skeleton_of("<p>One</p><p>Two</p>")
    assert skeleton.lines_of(parse("<p>One Two</p>")) == ([], len("One Two"))


@pytest.mark.parametrize("name", ["{{ng}}", "{x", "{a}b", "{%", "onclick", '"', "a{b}"])
def test_names_of_attributes_that_a_template_left_cost_nothing(name: str) -> None:
    paragraphs = "".join(f"<p>{said}</p>" for said in PROSE)
    page = f'<article><div {name}="a" {name} class=c>{paragraphs}</div></article>'
    cleaned = clean(f"<html><body>{page}</body></html>")
    assert cleaned.fault == ""
    assert cleaned.text == "\n\n".join(PROSE)
