"""HTML with no attributes but addresses, alternative texts, numbers of items, languages of code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from cleaner.document.block import Block, Mark
from cleaner.rendering.elements import Elements
from cleaner.rendering.lists import goes_on, numbers
from cleaner.rendering.nesting import ends, nested
from cleaner.rendering.pictures import Picture
from cleaner.rendering.signs import comment, language, printed
from cleaner.rendering.tables import cells, continues

RANK = 20
ENDING = "html"
PICTURES = True


def heading(title: str) -> str:
    """A title as a heading of the first rank."""
    return f"<h1>{escape(title)}</h1>"


def parted(name: str) -> str:
    """The line before one of several articles: a comment."""
    return comment(name)


def render(blocks: Sequence[Block]) -> str:
    """Well-formed HTML; attributes are those that the module names, and all addresses are safe."""
    return "".join(_pieces(blocks))


def _pieces(blocks: Sequence[Block]) -> Iterator[str]:
    elements, ending = Elements(), ""
    before: Block | None = None
    for block, number in zip(blocks, numbers(blocks), strict=True):
        if block.tag == "tr" and continues(before, block):
            yield f"\n{_row(block)}"
        elif before and goes_on(before, block):
            yield f"<br/>{_inline(block)}"
        else:
            yield ending + elements.enter(block.layout, number * block.layout.ordered)
            leaf, ending = _leaf(block, "p" if elements.in_quote else "")
            yield leaf
        before = block
    yield ending + elements.leave()


def _leaf(block: Block, of_item: str) -> tuple[str, str]:
    """A block that begins, and its end if it does not go on. of_item: the tag of an item's text."""
    if block.tag == "tr":
        return f"<table>\n{_row(block)}", "\n</table>"
    if block.tag == "pre" and (named := language(block.layout)):
        return f'<pre><code class="language-{named}">{_inline(block)}', "</code></pre>"
    if isinstance(block, Picture):
        return f"<p>{_picture(block)}", "</p>"
    tag = of_item if block.tag == "li" else block.tag
    if not tag:
        return _inline(block), ""
    return f"<{tag}>{_inline(block)}", f"</{tag}>"


def _picture(block: Picture) -> str:
    return f'<img src="{escape(block.src)}" alt="{escape(printed(block.text))}"/>'


def _row(block: Block) -> str:
    row = (f"<{cell.tag}>{_written(cell.text, cell.marks)}</{cell.tag}>" for cell in cells(block))
    return f"<tr>{''.join(row)}</tr>"


def _inline(block: Block) -> str:
    return _written(block.text, nested(block.marks) if block.marks else ())


def _written(text: str, marks: Sequence[Mark]) -> str:
    text, out, at = printed(text), list[str](), 0
    for position, mark, opens in ends(marks):
        out += [escape(text[at:position], quote=False), _sign(mark) if opens else f"</{mark.tag}>"]
        at = position
    return "".join([*out, escape(text[at:], quote=False)])


def _sign(mark: Mark) -> str:
    return f'<a href="{escape(mark.href)}">' if mark.tag == "a" else f"<{mark.tag}>"
