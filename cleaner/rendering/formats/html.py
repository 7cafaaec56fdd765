"""HTML without an attribute but safe addresses of links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from cleaner.document.block import Block, Mark
from cleaner.rendering.nesting import ends, nested
from cleaner.rendering.signs import comment, printed
from cleaner.rendering.tables import cells

RANK = 20
ENDING = "html"
_DEEPEST = 100
"""Lists inside each other."""


def heading(title: str) -> str:
    """A title as a heading of the first rank."""
    return f"<h1>{escape(title)}</h1>"


def parted(name: str) -> str:
    """The line before one of several articles: a comment."""
    return comment(name)


def render(blocks: Sequence[Block]) -> str:
    """Well-formed HTML with no attribute but a safe href: a fragment, one block a line."""
    parts = []
    for wrapper, group in groupby(blocks, key=_wrapper):
        members = list(group)
        inner = _list(members) if wrapper[0] == "list" else "\n".join(_blocks(members))
        if wrapper[0] in ("table", "blockquote"):
            inner = f"<{wrapper[0]}>\n{inner}\n</{wrapper[0]}>"
        parts.append(inner)
    return "\n".join(parts)


def _wrapper(block: Block) -> tuple[str, int]:
    if block.tag == "li":
        return "list", block.layout.group
    if block.tag == "tr":
        return "table", block.layout.group
    return ("blockquote", block.layout.group) if block.layout.quote else ("", 0)


def _list(items: Sequence[Block]) -> str:
    """The items of a list, nested by their levels."""
    out: list[str] = []
    open_lists: list[str] = []
    for item in items:
        tag = "ol" if item.layout.ordered else "ul"
        depth = min(item.layout.level, _DEEPEST) + 1
        while len(open_lists) > depth or (len(open_lists) == depth and open_lists[-1] != tag):
            out.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == depth:
            out.append("</li>")
        while len(open_lists) < depth:
            open_lists.append(tag)
            out.append(f"<{tag}>" if len(open_lists) == depth else f"<{tag}><li>")
        out.append(f"<li>{_inline(item)}")
    out += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(out)


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    previous: Block | None = None
    open_lines: list[str] = []
    for block in blocks:
        joins = previous is not None and block.layout.tight and block.tag == previous.tag == "p"
        if not (joins and previous and block.index == previous.index + 1) and open_lines:
            yield f"<p>{'<br/>'.join(open_lines)}</p>"
            open_lines = []
        if block.tag == "p":
            open_lines.append(_inline(block))
        elif block.tag == "tr":
            yield _row(block)
        else:
            yield f"<{block.tag}>{_inline(block)}</{block.tag}>"
        previous = block
    if open_lines:
        yield f"<p>{'<br/>'.join(open_lines)}</p>"


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
