"""Pictures between blocks: the same in Markdown, HTML and XML-TEI, and no word more in the text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Block, Image, Layout, Mark
from cleaner.rendering.render import rendered
from tests.rendering import tei
from tests.rendering.readers import RENDERERS, Seen, encoded
from tests.rendering.test_any_blocks import articles, links, said

SRC = "https://example.com/a.jpg"


def _blocks(*layouts: Layout) -> list[Block]:
    return [Block(i, f"w{i}", layout) for i, layout in enumerate(layouts)]


class Pictures(HTMLParser):
    """The pictures of a piece of HTML: address and alternative text without white space."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            named = dict(attributes)
            alt = "".join((named.get("alt") or "").split())
            self.found.append((encoded(named.get("src") or ""), alt))


def _images(form: str, blocks: list[Block], images: list[Image]) -> str:
    return rendered(form, blocks, images=images)


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("text", "w0\n\nw1"),
        ("markdown", "w0\n\n![A \\[new\\] \\& old](https://example.com/a.jpg)\n\nw1"),
        (
            "html",
            '<p>w0</p>\n<p><img src="https://example.com/a.jpg" alt="A [new] &amp; old"/></p>\n'
            "<p>w1</p>",
        ),
    ],
)
def test_a_picture_stands_behind_its_block(form: str, wanted: str) -> None:
    image = Image(SRC, "A [new] & old", 0)
    assert _images(form, _blocks(Layout(), Layout()), [image]) == wanted


def test_a_picture_of_tei_has_an_address_and_a_description() -> None:
    written = _images("xmltei", _blocks(Layout()), [Image(SRC, "A <b>", -1), Image("/b.jpg")])
    assert f'<p><graphic url="{SRC}"><desc>A &lt;b&gt;</desc></graphic></p>' in written
    assert '<p><graphic url="/b.jpg"/></p>\n<p>w0</p>' in written
    assert tei.faults(written) == []


def test_a_picture_of_an_item_stands_in_it() -> None:
    item = Layout("li", True, 1)
    written = _images("html", _blocks(item, item), [Image(SRC, "", 0, nested=True)])
    assert written == f'<ul><li>w0<p><img src="{SRC}" alt=""/></p></li><li>w1</li></ul>'


def test_a_picture_of_a_quotation_stands_in_it() -> None:
    quoted = Layout(group=1, quote=True)
    written = _images("markdown", _blocks(quoted, quoted), [Image(SRC, "", 0, nested=True)])
    assert written == f"> w0\n>\n> ![]({SRC})\n>\n> w1"


def test_a_picture_of_a_table_stands_behind_the_table() -> None:
    row = Layout("tr", True, 1)
    blocks = [Block(i, "a", row, (Mark(0, 1, "td"),)) for i in range(2)]
    written = _images("markdown", blocks, [Image(SRC, "", 0, nested=True)])
    assert written == f"| a |\n| --- |\n| a |\n\n![]({SRC})"


def test_a_picture_goes_with_the_row_that_is_not_shown() -> None:
    blocks = _blocks(Layout())
    assert _images("markdown", blocks, [Image(SRC, "", 7, nested=True)]) == "w0"
    assert _images("markdown", blocks, [Image(SRC, "", 7)]) == f"w0\n\n![]({SRC})"


@st.composite
def illustrated(draw: st.DrawFn) -> tuple[list[Block], list[Image]]:
    blocks = draw(articles())
    places = st.integers(-1, len(blocks) - 1)
    drawn = draw(st.lists(st.tuples(places, links, said, st.booleans()), max_size=4))
    found = sorted(drawn, key=lambda one: one[0])
    return blocks, [Image(src, alt, after, nested) for after, src, alt, nested in found]


@settings(max_examples=300, deadline=None)
@given(illustrated())
def test_any_pictures_are_the_same_to_all_readers(given: tuple[list[Block], list[Image]]) -> None:
    blocks, images = given
    html = _images("html", blocks, images)
    wanted = Pictures(html).found
    written = _images("markdown", blocks, images)
    for name, render in RENDERERS.items():
        found = Pictures(render(written)).found
        assert [alt for _, alt in found] == [alt for _, alt in wanted], f"{name}\n{written}"
        refused = "#harmful-link" if name.startswith("mistune") else None
        for (one, _), (other, _) in zip(found, wanted, strict=True):
            assert one in (other, refused), f"{name}\n{written}"
    assert _images("text", blocks, images) == rendered("text", blocks)
    assert Seen(html).words == Seen(rendered("html", blocks)).words


@settings(max_examples=200, deadline=None)
@given(illustrated())
def test_any_pictures_are_valid_tei(given: tuple[list[Block], list[Image]]) -> None:
    blocks, images = given
    written = _images("xmltei", blocks, images)
    assert tei.faults(written) == []
    assert tei.words(written) == Seen(rendered("html", blocks)).words
