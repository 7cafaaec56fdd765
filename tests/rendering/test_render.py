"""Blocks to text, Markdown and HTML: what a reader of each sees is what the blocks say."""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from cleaner import Block, Cleaned, Layout, Mark, Options, clean
from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.rendering.formats.text import render as text

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PROSE = "The ferry between the two islands was cancelled on Monday after divers found a crack."


def block(words: str, tag: str = "p", *marks: Mark, index: int = 0) -> Block:
    return Block(index, words, Layout(tag), marks)


def fragment(markup: str) -> Cleaned:
    """A fragment in which nothing is stripped."""
    return clean(markup, options=Options(source_kind="fragment", keep={"repeated-title"}))


def seen(rendered: str) -> str:
    """The text that a reader of Markdown sees."""
    page = COMMONMARK.render(rendered)
    return str(lxml_html.fromstring(f"<div>{page}</div>").text_content())


def squeezed(shown: str) -> str:
    return "".join(shown.split())


NASTY = [
    "2 * 3 * 4 = 24, and *so* on",
    "snake_case and __dunder__",
    "[brackets] and [a](b) and ![c](d)",
    "back\\slash and \\* and `ticks` and ``two``",
    "<b>not a tag</b> and a < b > c",
    "AT&amp;T, &lt;p&gt; and &copy; as they stand in an article about HTML",
    "1. A sentence that opens with a number",
    "2024. A year is no list",
    "1) Neither is this",
    "# of people",
    "#hashtag first",
    "- a dash",
    "+ a plus",
    "> than that",
    "---",
    "***",
    "___",
    "===",
    "~~~",
    "~~struck~~ through?",
    "| a | b |",
    "| --- | --- |",
    "a | b",
    "    four spaces are gone",
    "https://example.com/a_b_c?d=*e*",
    "ends with a backslash \\",
    "ends with two signs ##",
    "“Quotes” — dashes – and ellipses …",
    "* * *",
    "!",
    "$x_1$ and ^2^",
]


@pytest.mark.parametrize("tag", ["p", "li", "h2", "h4"])
@pytest.mark.parametrize("words", NASTY)
def test_markdown_shows_signs_as_they_are(words: str, tag: str) -> None:
    rendered = markdown([block(PROSE), block(words.strip(), tag, index=1), block(PROSE, index=2)])
    assert squeezed(seen(rendered)) == squeezed(PROSE + words + PROSE)


@pytest.mark.parametrize("words", NASTY)
def test_markdown_of_a_quotation_and_of_tight_lines(words: str) -> None:
    quoted = Block(0, words.strip(), Layout("p", quote=True))
    assert squeezed(seen(markdown([quoted]))) == squeezed(words)
    lines = [block(PROSE), Block(1, words.strip(), Layout("p", tight=True))]
    assert squeezed(seen(markdown(lines))) == squeezed(PROSE + words)


signs = (
    st.text(alphabet="ab 1.)#*_-+>~`[]()!|\\&;<=", min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


@settings(max_examples=300, deadline=None)
@given(signs, st.sampled_from(["p", "li", "h3"]))
def test_markdown_shows_any_signs_as_they_are(words: str, tag: str) -> None:
    assert squeezed(seen(markdown([block(words, tag)]))) == squeezed(words)


@pytest.mark.parametrize(
    ("marks", "rendered"),
    [
        ([Mark(2, 6, "strong")], "A **bold** word"),
        ([Mark(2, 6, "em")], "A *bold* word"),
        ([Mark(2, 6, "del")], "A ~~bold~~ word"),
        ([Mark(2, 6, "code")], "A `bold` word"),
        ([Mark(2, 6, "sub")], "A <sub>bold</sub> word"),
        ([Mark(2, 6, "sup"), Mark(3, 5, "em")], "A <sup>b*ol*d</sup> word"),
        ([Mark(2, 7, "strong")], "A **bold** word"),
        ([Mark(1, 6, "em")], "A *bold* word"),
        ([Mark(2, 11, "strong"), Mark(2, 6, "em")], "A ***bold* word**"),
        ([Mark(2, 6, "a", "https://example.com/")], "A [bold](https://example.com/) word"),
        ([Mark(2, 6, "a", "/a b(c)")], "A [bold](/a%20b%28c%29) word"),
        ([Mark(0, 6, "em"), Mark(2, 11, "strong")], "*A bold* word"),
        ([Mark(2, 2, "em")], "A bold word"),
    ],
)
def test_marks_in_markdown(marks: list[Mark], rendered: str) -> None:
    assert markdown([block("A bold word", "p", *marks)]) == rendered


@pytest.mark.parametrize("code", ["a*b_c", "a`b", "``", "x < y && z", "\\n", "[a](b)"])
def test_code_is_shown_as_it_is(code: str) -> None:
    rendered = markdown([block(f"Type {code} here", "p", Mark(5, 5 + len(code), "code"))])
    assert squeezed(seen(rendered)) == squeezed(f"Type {code} here")


def test_a_listing_says_its_language() -> None:
    listing = [Block(0, "a < b\n\nc", Layout("pre", language="c++"))]
    assert markdown(listing) == "```\na < b\n\nc\n```"
    assert html(listing) == '<pre><code class="language-c++">a &lt; b\n\nc</code></pre>'
    assert "onclick" not in html([Block(0, "a", Layout("pre", language='"onclick=x'))])


def test_preformatted_text_keeps_its_lines() -> None:
    code = "if a:\n    b = ```c```"
    assert code in seen(markdown([block(code, "pre")]))
    assert html([block(code, "pre")]) == f"<pre>{code}</pre>"
    assert text([block(code, "pre")]) == code


DANGEROUS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:msgbox",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "",
]


@pytest.mark.parametrize("href", DANGEROUS)
def test_a_dangerous_link_is_its_text(href: str) -> None:
    linked = [block("A bold word", "p", Mark(2, 6, "a", href))]
    assert html(linked) == "<p>A bold word</p>"
    assert markdown(linked) == "A bold word"


@pytest.mark.parametrize(
    "href",
    ["https://example.com/?a=1&b=2", "/here", "#top", "?q=1", "page.html", "mailto:a@example.com"],
)
def test_a_safe_link_stays(href: str) -> None:
    root = ElementTree.fromstring(html([block("A bold word", "p", Mark(2, 6, "a", href))]))
    assert root.find("a").attrib == {"href": href}
    assert root.find("a").text == "bold"


def test_a_link_cannot_break_out_of_its_attribute() -> None:
    href = 'https://example.com/"onclick="alert(1)'
    root = ElementTree.fromstring(html([block("A bold word", "p", Mark(2, 6, "a", href))]))
    assert root.find("a").attrib == {"href": href}
    page = COMMONMARK.render(markdown([block("A bold word", "p", Mark(2, 6, "a", href))]))
    assert [set(a.attrib) for a in lxml_html.fromstring(page).iter("a")] == [{"href"}]


STRUCTURE = f"""
<p>{PROSE}</p>
<ol><li>One</li><li>Two<ul><li>Deep</li><li>Deeper</li></ul></li><li>Three</li></ol>
<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Kilmory</td><td>4 &lt; 5</td></tr></table>
<blockquote><p>Quoted one.</p><p>Quoted two.</p></blockquote>
<h2>A heading</h2>
<p>Roses are red,<br>violets are <em>blue</em>.</p>
<ul><li>An item</li><li>Another</li></ul>
"""


def test_text_of_a_structure() -> None:
    assert fragment(STRUCTURE).text.split("\n\n") == [
        PROSE,
        "1. One\n2. Two\n- Deep\n- Deeper\n3. Three",
        "Port | Boats\nKilmory | 4 < 5",
        "Quoted one.",
        "Quoted two.",
        "A heading",
        "Roses are red,\nviolets are blue.",
        "- An item\n- Another",
    ]


def test_markdown_of_a_structure() -> None:
    page = lxml_html.fromstring(f"<div>{COMMONMARK.render(fragment(STRUCTURE).markdown)}</div>")
    tags = [tag for tag, _ in groupby(e.tag for e in page)]
    assert tags == ["p", "ol", "table", "blockquote", "h2", "p", "ul"]
    assert [li.text.strip() for li in page.xpath("./ol/li")] == ["One", "Two", "Three"]
    assert [li.text for li in page.xpath("./ol/li[2]/ul/li")] == ["Deep", "Deeper"]
    cells = [[c.text for c in row] for row in page.iter("tr")]
    assert cells == [["Port", "Boats"], ["Kilmory", "4 < 5"]]
    assert len(page.xpath(".//br")) == 1
    assert page.xpath("string(.//em)") == "blue"


def test_html_of_a_structure() -> None:
    root = ElementTree.fromstring(f"<div>{fragment(STRUCTURE).html}</div>")
    said = "".join("".join(root.itertext()).split())
    assert said == "".join(
        f"{PROSE} One Two Deep Deeper Three Port Boats Kilmory 4 < 5 Quoted one. Quoted two."
        "A heading Roses are red, violets are blue. An item Another".split()
    )
    assert [[c.text for c in row] for row in root.iter("tr")] == [
        ["Port", "Boats"],
        ["Kilmory", "4 < 5"],
    ]
    assert [c.tag for c in next(root.iter("tr"))] == ["th", "th"]
    assert [p.text for p in root.find("blockquote")] == ["Quoted one.", "Quoted two."]
    assert len(list(root.iter("br"))) == 1
    assert {name for element in root.iter() for name in element.attrib} <= {"href", "start"}


def test_a_cell_with_the_sign_between_cells() -> None:
    row = Block(0, "a|b | c", Layout("tr", group=1), (Mark(0, 3, "td"), Mark(6, 7, "td")))
    page = lxml_html.fromstring(COMMONMARK.render(markdown([row])))
    assert [cell.text for cell in page.iter("th")] == ["a|b", "c"]
    assert html([row]) == "<table>\n<tr><td>a|b</td><td>c</td></tr>\n</table>"


def test_an_ordered_list_goes_on_counting_after_a_nested_one() -> None:
    root = ElementTree.fromstring(f"<div>{fragment(STRUCTURE).html}</div>")
    lists = [element for element in root if element.tag == "ol"]
    numbered = [li.text.strip() for ol in lists for li in ol.findall("li")]
    assert numbered == ["One", "Two", "Three"]
    assert len(lists) == 1 or [ol.get("start") for ol in lists] == [None, "3"]


def test_nothing_but_words_and_safe_links_comes_out_of_html() -> None:
    markup = f"""<p onclick="x()" class="a" id="b" style="c" data-d="e">{PROSE}
    <img src=x onerror="x()"><a href="javascript:x()" target=_blank>link</a>
    <a href="https://example.com" rel=nofollow>other</a></p><script>x()</script>
    <p>{PROSE.replace("Monday", "Friday")}<iframe src="https://example.com"></iframe></p>"""
    cleaned = fragment(markup)
    root = ElementTree.fromstring(f"<div>{cleaned.html}</div>")
    assert {e.tag for e in root.iter()} == {"div", "p", "a"}
    assert [e.attrib for e in root.iter() if e.attrib] == [{"href": "https://example.com"}]
    assert "x()" not in cleaned.html


SIGNS = [
    "\x01",
    "\x0b",
    "\x1b",
    "\ufffe",
    "\uffff",
    "\x85",
    "\ud800",
    "&#1;",
    "&#xFFFF;",
    "&amp;",
    "]]>",
]


@pytest.mark.parametrize("kind", ["page", "fragment", "text"])
@pytest.mark.parametrize("sign", SIGNS)
def test_html_is_xml_whatever_sign_is_in_the_source(sign: str, kind: str) -> None:
    lines = [PROSE, f"It rained {sign}here for nine days, and nobody in the village could say why."]
    source = "\n\n".join(lines) if kind == "text" else "".join(f"<p>{line}</p>" for line in lines)
    source = f"<html><body>{source}</body></html>" if kind == "page" else source
    cleaned = clean(source, options=Options(source_kind=kind))  # type: ignore[arg-type]
    root = ElementTree.fromstring(f"<div>{cleaned.html}</div>")
    assert "It rained" in "".join(root.itertext())
    assert cleaned.text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=20), st.sampled_from(["p", "li", "h2", "pre"])), max_size=6)
)
def test_html_and_markdown_of_any_text_hold_the_same_words(parts: list[tuple[str, str]]) -> None:
    markup = "".join(f"<{tag}>{words}</{tag}>" for words, tag in parts)
    cleaned = clean(
        f"<p>{PROSE}</p>{markup}<p>{PROSE}!</p>", options=Options(source_kind="fragment")
    )
    root = ElementTree.fromstring(f"<div>{cleaned.html}</div>")
    assert squeezed("".join(root.itertext())) == squeezed("".join(b.text for b in cleaned.blocks))


@given(st.integers(0, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=6))
def test_any_marks_give_well_formed_html_with_all_words(
    at: int, spans: list[tuple[int, int]]
) -> None:
    names = ["a", "em", "strong", "code", "del", "sub"]
    marks = [Mark(min(s), max(s), names[i], "https://example.com") for i, s in enumerate(spans)]
    root = ElementTree.fromstring(html([block("A bold word", "p", *marks)]))
    assert "".join(root.itertext()) == "A bold word"
