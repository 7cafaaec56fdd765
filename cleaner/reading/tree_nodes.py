"""What lxml elements and BeautifulSoup tags have in common: names, children, text, cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4.element import NavigableString, PreformattedString, Tag

Node = Any  # an lxml element or a BeautifulSoup Tag: both are read alike


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


def descendants(node: Node, names: tuple[str, ...]) -> Iterator[Node]:
    """All elements of some names below a node, in order."""
    below = node.descendants if isinstance(node, Tag) else node.iterdescendants(*names)
    return (n for n in below if not isinstance(n, str) and name_of(n) in names)


def cells_of(row: Node) -> list[Node]:
    """The cells of a table's row."""
    return [c for c in children_of(row) if not isinstance(c, str) and name_of(c) in ("td", "th")]


def text_within(node: Node, most: int) -> str:
    """The text of a node; empty where it is longer than so many characters."""
    parts: list[str] = []
    for part in node.strings if isinstance(node, Tag) else node.itertext():
        parts.append(part)
        most -= len(part)
        if most < 0:
            return ""
    return "".join(parts)


def drop(element: Node) -> None:
    """Take an lxml element out of its tree; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)
