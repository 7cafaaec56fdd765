"""What lxml elements and BeautifulSoup tags have in common: names, children, text, cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4.element import NavigableString, PreformattedString, Tag

Node = Any  # an lxml element or a BeautifulSoup Tag: both are read alike
_CELL_BLOCKS = ("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "table", "br")
LAYOUT_CELL = 300
"""A table with a cell of more characters, in several blocks, lays out a page."""


def children_of(node: Node) -> Iterator[Node | str]:  # noqa: C901  # the two libraries side by side
    """Elements and texts below a node of either library, in order."""
    if isinstance(node, Tag):
        for child in node.children:
            if isinstance(child, Tag):
                yield child
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                yield str(child)
        return
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def name_of(node: Node) -> str:
    """The tag's name."""
    return str(node.name if isinstance(node, Tag) else node.tag)


def text_of(node: Node, between: str = " ") -> str:
    """All text below a node, with something between its parts."""
    return node.get_text(between) if isinstance(node, Tag) else between.join(node.itertext())


def descendants(node: Node, names: tuple[str, ...]) -> list[Node]:
    """All elements of some names below a node."""
    return list(node.find_all(names) if isinstance(node, Tag) else node.iterdescendants(*names))


def cells_of(row: Node) -> list[Node]:
    """The cells of a table's row."""
    return [c for c in children_of(row) if not isinstance(c, str) and name_of(c) in ("td", "th")]


def is_layout(row: Node) -> bool:
    """Whether a table's row lays out a page, and holds no data."""
    cells = cells_of(row)
    return len(cells) == 1 or any(
        len(descendants(cell, _CELL_BLOCKS)) > 1 and len(text_of(cell)) > LAYOUT_CELL
        for cell in cells
    )
