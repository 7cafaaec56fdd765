"""Each finding has its own place in the page: the block that was stripped, not one like it."""

from __future__ import annotations

import pickle
import time
from random import Random

import pytest
from lxml import html as lxml_html

from cleaner import Cleaned, clean
from cleaner.document.block import Block
from cleaner.extraction.whereabouts import whereabouts
from cleaner.reading.page import Page
from tests.cases import FIXTURES

LEAD = "The ferry was cancelled on Monday after divers found a crack in its rudder near the keel."
MORE = (
    "It will not sail again before the end of the month, the operator said on Tuesday, since the "
    "part has to be cast anew on the mainland."
)
LAST = (
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland."
)
PAGE = f"""<html lang="en"><head><title>Ferry is cancelled</title></head><body>
<nav><ul><li><a href="/a">Share</a><li><a>Ferry is cancelled</a><li><a>{LEAD}</a></ul></nav>
<article><h1>Ferry is cancelled</h1><p class="standfirst">{LEAD}</p><p>{LEAD}</p><p>{MORE}</p>
<p>{LAST}</p><p>Share</p><p>All rights reserved.</p></article>
<footer><p>All rights reserved.</p></footer></body></html>"""


def stripped_at(cleaned: Cleaned) -> list[tuple[str, str, str]]:
    """Kind, path and the words at the path, of what was stripped."""
    tree = lxml_html.document_fromstring(PAGE)
    return [(f.kind, f.xpath, tree.xpath(f.xpath)[0].text_content()) for f in cleaned.stripped]


def test_a_text_that_stands_twice_has_the_path_of_the_one_that_was_stripped() -> None:
    found = stripped_at(clean(PAGE))
    assert found
    assert all(path.startswith("/html/body/article/") for _, path, _ in found), found
    paths = [path for _, path, _ in found]
    assert len(set(paths)) == len(paths)
    kinds = {kind: words for kind, _, words in found}
    assert kinds["duplicate-lead"] == LEAD
    assert kinds["copyright"] == "All rights reserved."


def test_the_path_is_the_same_after_a_journey_to_another_process() -> None:
    cleaned = clean(PAGE)
    sent = pickle.loads(pickle.dumps(cleaned))
    assert stripped_at(sent) == stripped_at(cleaned)


def test_cells_of_a_row_are_its_lines() -> None:
    page = Page("<table><tr><td>One</td><td>Two words</td></tr></table><p>One</p>", "page")
    lines = whereabouts([Block(0, "One | Two words")], page, page.original)
    assert [line.text for line in lines[0]] == ["One", "Two words"]


def test_what_is_nowhere_has_no_line() -> None:
    page = Page("<p>One</p>", "page")
    assert whereabouts([Block(0, "Two")], page, page.original) == {}


ODD = """<html><body><p>One<svg:rect>a</svg:rect><o:p>b</o:p><o:p>c</o:p><x-y>d</x-y></p><P>Two</P>
<div><div><div>deep</div></div><!-- no --><?pi no?><div>e</div></div><1a>f</1a></body></html>"""
PAGES = [
    pytest.param(path.read_text("utf-8", "replace"), id=path.parent.name)
    for path in sorted((FIXTURES / "pages").glob("*/page.html"))
]


@pytest.mark.parametrize("page", [*PAGES, pytest.param(ODD, id="odd")])
def test_paths_are_those_of_lxml(page: str) -> None:
    source = Page(page, "page").original
    elements = list(source.tree.iter())
    getpath = source.tree.getroottree().getpath
    Random(0).shuffle(elements)
    for element in elements:
        assert source.xpath(element) == getpath(element)


@pytest.mark.limits
def test_paths_take_time_as_the_page_is_large() -> None:
    source = Page("<p>a</p>" * 60_000, "page").original
    start = time.process_time()
    assert source.xpath(source.lines[-1].element) == "/html/body/p[60000]"
    paths = {source.xpath(line.element) for line in source.lines}
    assert len(paths) == 60_000
    assert time.process_time() - start < 5  # lxml's own take eleven
