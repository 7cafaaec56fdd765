"""Lists and quotations around blocks: Markdown and HTML put the same around each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from cleaner import Block, Layout
from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.markdown import render as markdown
from tests.rendering.readers import WITH_TABLES

AROUND = ("ul", "ol", "li", "blockquote")
Shown = list[tuple[str, list[str]]]


def shown(markup: str) -> Shown:
    """Each word with the tags around it that hold blocks, and that of code."""
    root = lxml_html.fromstring(f"<div>{markup}</div>")
    return [
        (word, [e.tag for e in (*reversed(list(at.iterancestors())), at) if e.tag in AROUND])
        for at, text in _texts(root)
        for word in text.split()
    ]


def _texts(root: lxml_html.HtmlElement) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    for text in root.xpath(".//text()"):
        above = text.getparent()
        yield (above.getparent() if text.is_tail else above), text


@st.composite
def articles(draw: st.DrawFn) -> list[Block]:
    """Blocks as they are read: what stands in an item comes after it."""
    blocks, group, items, quote = list[Block](), 1, list[bool](), -1
    for index in range(draw(st.integers(1, 9))):
        tag = draw(st.sampled_from(["p", "p", "li", "li", "li", "pre", "h3"]))
        depth = draw(st.integers(0, len(items)))
        group += depth == 0 and bool(items)
        del items[depth:]
        if quote > depth or (quote == depth and draw(st.booleans())):
            quote = -1
        if quote < 0 and draw(st.booleans()):
            quote = depth if tag != "li" else depth + draw(st.booleans())
            group += depth == 0 and quote == 0
        place = {"quote": quote >= 0, "outer": max(quote, 0)}
        if tag == "li":
            items.append(draw(st.booleans()))
            layout = Layout("li", True, 100 + group, depth, items[-1], **place)
        else:
            layout = Layout(tag, False, 100 + group if depth else group * place["quote"])
            layout = Layout(tag, False, layout.group, item=depth, **place)
        blocks.append(Block(index, f"word{index}" + "\n\n  more" * (tag == "pre"), layout))
    return blocks


@settings(max_examples=300, deadline=None)
@given(articles())
@pytest.mark.parametrize("name", WITH_TABLES)
def test_markdown_puts_around_each_block_what_html_does(name: str, blocks: list[Block]) -> None:
    written = markdown(blocks)
    assert shown(WITH_TABLES[name](written)) == shown(html(blocks)), written
