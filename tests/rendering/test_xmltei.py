"""XML-TEI: well formed and valid whatever blocks hold, with the elements that trafilatura uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from trafilatura import extract
from trafilatura import xml as trafilatura_xml

from cleaner import Block, Layout, Mark, clean
from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.xmltei import document
from cleaner.rendering.formats.xmltei import render as xmltei
from cleaner.rendering.header import Header
from cleaner.rendering.render import titled
from tests.cases import FIXTURES
from tests.rendering import tei
from tests.rendering.readers import Seen
from tests.rendering.test_any_blocks import articles, said, words

PAGES = [*sorted((FIXTURES / "pages").glob("*/page.*")), *sorted(FIXTURES.glob("blocks/*.html"))]
OURS = {"n", "lang", "url"}
"""Attributes that trafilatura does not write: numbers, languages, addresses of pictures."""


def _body(document: str) -> str:
    """What stands in the division, white space between elements aside."""
    division = tei.read(document).find(".//div", tei.NAMES)
    assert division is not None
    inner = "".join(etree.tostring(one, encoding="unicode") for one in division)
    return re.sub(r">\s+(?=<)", ">", inner.replace(f' xmlns="{tei.NAMES[""]}"', "")).strip()


def _line(*marks: Mark, text: str = "one two three", tag: str = "p") -> str:
    return _body(xmltei([Block(0, text, Layout(tag), marks)]))


# Any blocks, any page


@settings(max_examples=300, deadline=None)
@given(articles())
def test_any_blocks_are_valid_and_say_what_their_html_says(blocks: list[Block]) -> None:
    written = xmltei(blocks)
    assert tei.faults(written) == []
    assert tei.words(written) == Seen(html(blocks)).words


@settings(max_examples=100, deadline=None)
@given(st.builds(Header, *[said | words] * 8))
def test_any_header_is_valid(header: Header) -> None:
    assert tei.faults(document([], header)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_every_page_of_the_fixtures_is_valid(page: Path) -> None:
    cleaned = clean(page.read_bytes(), url="https://example.com/a")
    assert tei.faults(cleaned.xmltei) == []
    assert tei.words(cleaned.xmltei) == Seen(cleaned.html).words
    body = tei.read(cleaned.xmltei).find(".//body", tei.NAMES)
    for element in body.iterdescendants():
        assert etree.QName(element).localname in trafilatura_xml.TEI_VALID_TAGS
        assert set(element.attrib) <= trafilatura_xml.TEI_VALID_ATTRS | OURS


def test_the_check_finds_what_is_wrong() -> None:
    right = xmltei([Block(0, "x = 1", Layout("pre"))])
    assert tei.faults(right) == []
    assert tei.faults(re.sub(r"</?ab.*?>", "", right))
    assert tei.faults(right.replace('type="entry"', 'class="entry"'))


# What trafilatura writes

PAGE = """<html><head><title>The bridge</title></head><body><article>
<p>The bridge reopens on <b>Monday</b> after <i>two years</i> of repairs, the
<a href="https://example.com/council">council</a> said in a sentence that is long enough.</p>
<h2>What it cost</h2>
<p>The works took 10<sup>6</sup> hours and needed H<sub>2</sub>O, as <code>x = 1</code> shows.</p>
<ul><li>First item of this list</li><li>Second item of it</li></ul>
<blockquote><p>Quoted text that stands there for long.</p><p>And its second line.</p></blockquote>
<table><tr><th>Span</th><th>Length</th></tr><tr><td>North</td><td>21 m</td></tr></table>
<p>A closing paragraph of the article follows here, and it is long enough to be kept by both.</p>
</article></body></html>"""


def test_the_body_of_a_page_is_as_trafilatura_writes_it() -> None:
    theirs = extract(
        PAGE, output_format="xmltei", include_links=True, include_formatting=True, fast=True
    )
    assert _body(clean(PAGE).xmltei) == _body(theirs)


@pytest.mark.parametrize(
    ("tag", "name", "attributes"),
    [
        ("em", "hi", ' rend="#i"'),
        ("strong", "hi", ' rend="#b"'),
        ("u", "hi", ' rend="#u"'),
        ("sub", "hi", ' rend="#sub"'),
        ("sup", "hi", ' rend="#sup"'),
        ("code", "code", ""),
        ("del", "del", ' rend="overstrike"'),
        ("a", "ref", ' target="/x?a=1&amp;b=%222"'),
    ],
)
def test_a_mark_is_an_element(tag: str, name: str, attributes: str) -> None:
    mark = Mark(4, 7, tag, "/x?a=1&b=%222")
    assert _line(mark) == f"<p>one <{name}{attributes}>two</{name}> three</p>"


def test_code_that_holds_a_link_is_typewriting() -> None:
    written = _line(Mark(0, 7, "code"), Mark(4, 7, "a", "/x"))
    assert written == '<p><hi rend="#t">one <ref target="/x">two</ref></hi> three</p>'


def test_unsafe_addresses_are_no_targets() -> None:
    assert _line(Mark(4, 7, "a", "javascript:x")) == "<p>one two three</p>"


def test_headings_and_listings() -> None:
    assert _line(tag="h3") == '<ab rend="h3" type="header">one two three</ab>'
    listing = Block(0, "if a < b:\n    c", Layout("pre", language="python"))
    assert _body(xmltei([listing])) == (
        '<ab type="code"><code lang="python">if a &lt; b:\n    c</code></ab>'
    )


def test_lines_of_a_stanza_are_parted() -> None:
    blocks = [Block(0, "one"), Block(1, "two", Layout(tight=True))]
    assert _body(xmltei(blocks)) == "<p>one<lb/>two</p>"


def test_numbers_that_the_page_tells_and_lists_in_items() -> None:
    layouts = [
        Layout("li", True, 1, 0, True, 7),
        Layout("p", False, 1, item=1),
        Layout("li", True, 1, 1),
        Layout("li", True, 1, 0, True),
    ]
    blocks = [Block(i, f"w{i}", layout) for i, layout in enumerate(layouts)]
    assert _body(xmltei(blocks)) == (
        '<list rend="ol"><item n="7">w0<p>w1</p><list rend="ul"><item>w2</item></list></item>'
        "<item>w3</item></list>"
    )


def test_marks_and_lists_of_any_depth_can_be_read() -> None:
    marks = [Mark(0, 1, "em", str(i)) for i in range(5000)]
    items = [Block(i, "x", Layout("li", True, 1, i)) for i in range(5000)]
    for blocks in ([Block(0, "x", Layout(), tuple(marks))], items):
        assert tei.words(xmltei(blocks)) == "x" * len(blocks)
    deep = [*items, Block(5000, "x", Layout("li", True, 1, 5000), tuple(marks))]
    assert tei.faults(xmltei(deep)) == []


# The header

SAID = """<html lang="en-GB"><head><title>The bridge</title>
<link rel="canonical" href="https://news.example.com/bridge">
<meta name="author" content="Jane Doe"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2024-05-05T10:00:00Z">
<meta name="description" content="Tea &amp; cake."></head><body>
<p>The bridge reopens on Monday after two years of repairs, the council said last night.</p>
<p>Some three hundred people live on the other side, and most of them work in the town.</p>
</body></html>"""


def test_the_header_has_what_the_page_says_of_itself() -> None:
    tree = tei.read(clean(SAID).xmltei)
    source = tree.find(".//biblFull", tei.NAMES)

    def told(path: str) -> str | None:
        return source.findtext(f".//{path}", namespaces=tei.NAMES)

    assert (told("title"), told("author"), told("date")) == ("The bridge", "Jane Doe", "2024-05-05")
    assert told("publisher") == "The Gazette (news.example.com)"
    assert source.find(".//ptr", tei.NAMES).get("target") == "https://news.example.com/bridge"
    assert tree.find(".//language", tei.NAMES).get("ident") == "en"
    assert tree.findtext(".//abstract/p", namespaces=tei.NAMES) == "Tea & cake."
    assert tree.findtext(".//bibl", namespaces=tei.NAMES) == "The bridge, The Gazette, 2024-05-05"


def test_the_address_that_is_given_comes_before_that_of_the_page() -> None:
    tree = tei.read(clean(SAID, url="https://other.example/b?x=1&y=2").xmltei)
    target = tree.find(".//ptr", tei.NAMES).get("target")
    assert target == "https://other.example/b?x=1&y=2"


def test_what_is_not_known_is_left_out() -> None:
    written = xmltei([])
    assert "<publisher>N/A</publisher>" in written
    assert not re.search("<(?:author|date|ptr|language)", written)


def test_no_title_stands_over_a_document() -> None:
    assert titled("xmltei", "The bridge", "<TEI/>") == "<TEI/>\n"


def test_a_result_has_one_document() -> None:
    cleaned = clean(SAID)
    assert cleaned.rendered("xmltei") == cleaned.xmltei
    assert not cleaned.xmltei.startswith("<?xml")  # lxml takes no str that declares an encoding
