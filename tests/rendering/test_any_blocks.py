"""Whatever blocks hold, their Markdown says what their HTML says, to four renderers."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Block, Layout, Mark
from tests.rendering.readers import differences

SIGNS = """
a b word 1 1. 2) 12. ٣. # ## - + * > = --- === *** ___ ~~~ ~~ ~ ` `` ``` | |- :-: \\ \\\\ ! !! [ ]
( ) { } ** _ __ ^ $ : ; :// @ & < > <b> </p> <!-- --> <?x ?> <![CDATA[ ]]>
&lt; &copy &amp; &#60; &#x3c; [a]: [a](b)
![i](u) <http://a.b> <javascript:x> [^1]: [x] “ ” ， 。 の é ü 𝒳 € © ' "
http://a.b/c_d www.a.b""".split()
SIGNS += [
    " ",
    " ",
    "  ",
    "    ",
    "- ",
    "# ",
    "> ",
    "1. ",
    *"\t\n\r\x00\x85\u2028\u200b\u00a0\u3000",
]
SIGNS += ["\n\n", "\ud800", "\ufffe"]
LINKS = """
https://example.com/ //example.com /a #top ?a=1&copy=2&page=3 ?lt=1&lt;=2 a?b:c ./a:b 1:2 %41 %zz %
javascript:x javascript&colon;x &#106;avascript:x java&Tab;script:x data:text/html,x vbscript:x
x)[b](javascript:x x\\ <b> a"b'c (a) (( )) [a] ~~x~~ *x* _x_ `x` | é http://é.com/é http://[::1]/
\\\\a\\b mailto:a@b.c tel:+1 HTTP://A.B https:x &quot; &&amp; a&b;c x&lt; !a #a#b \ud800 \u202e \x01
""".split()
LINKS += ["", "a b", "http://x/\n\nb", " javascript:x", "java\nscript:x", "\u00a0javascript:x"]

said = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), min_size=1, max_size=7).map("".join)
words = said.filter(lambda text: any(sign.isalnum() or sign in "*_<>#-" for sign in text))
links = st.sampled_from(LINKS) | st.lists(st.sampled_from(LINKS + SIGNS), max_size=4).map("".join)


@st.composite
def marks(draw: st.DrawFn, size: int) -> list[Mark]:
    tags = st.sampled_from(["a", "a", "em", "strong", "code", "del", "sub", "sup", "u"])
    ends = st.tuples(st.integers(0, size), st.integers(0, size))
    drawn = draw(st.lists(st.tuples(ends, tags, links), max_size=5))
    return [Mark(min(span), max(span), tag, link) for span, tag, link in drawn]


@st.composite
def rows(draw: st.DrawFn, group: int) -> tuple[str, Layout, tuple[Mark, ...]]:
    cells = draw(st.lists(words, min_size=1, max_size=3))
    text, found, at = " | ".join(cells), list[Mark](), 0
    for cell in cells:
        found.append(Mark(at, at + len(cell), draw(st.sampled_from(["td", "th"]))))
        at += len(cell) + 3
    return text, Layout("tr", True, group), (*found, *draw(marks(len(text))))


@st.composite
def places(draw: st.DrawFn, layout: Layout) -> Layout:
    """A layout among lists and quotations, whether or not such have begun."""
    quote, item = draw(st.booleans()), 0 if layout.tag == "li" else draw(st.integers(0, 12))
    layout = replace(layout, quote=quote, outer=draw(st.integers(0, 3)) * quote, item=item)
    return replace(layout, language=draw(said)) if layout.tag == "pre" else layout


@st.composite
def articles(draw: st.DrawFn) -> list[Block]:
    blocks, group = list[Block](), 1
    for index in range(draw(st.integers(1, 4))):
        group += draw(st.booleans())
        tag = draw(st.sampled_from(["p", "p", "li", "li", "h2", "h4", "pre", "tr"]))
        if tag == "tr":
            text, layout, found = draw(rows(group))
            blocks.append(Block(index, text, draw(places(layout)), found))
            continue
        text, flag = draw(words), draw(st.booleans())
        layout = Layout(tag, draw(st.booleans()), draw(st.sampled_from([0, group])))
        if tag == "li":
            number = draw(st.sampled_from([0, 0, 1, 5, 100, 10**9, -3]))
            layout = Layout("li", True, group, draw(st.integers(0, 12)), flag, number)
        found = () if tag == "pre" else draw(marks(len(text)))
        blocks.append(Block(index, text, draw(places(layout)), tuple(found)))
    return blocks


@settings(max_examples=400, deadline=None)
@given(articles(), words)
def test_renderers_see_what_the_html_has(blocks: list[Block], title: str) -> None:
    assert not differences(blocks, title)


@settings(max_examples=200, deadline=None)
@given(st.data(), words)
def test_marks_of_all_kinds_over_one_line(data: st.DataObject, text: str) -> None:
    found = [mark for _ in range(3) for mark in data.draw(marks(len(text)))]
    assert not differences([Block(0, text, Layout(), tuple(found))])
