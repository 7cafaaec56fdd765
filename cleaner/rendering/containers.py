"""The items of lists and the quotations that stand around each block, outermost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.document.block import Layout

QUOTE = "blockquote"


@dataclass(frozen=True, slots=True)
class Container:
    """An item of a list, or a quotation."""

    tag: str
    """That of the list, ul or ol, or blockquote."""
    level: int
    """Of an item; of a quotation, how many items stand around it."""
    group: int
    quoted: bool = False
    """Whether it is an item in a quotation."""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.tag != QUOTE

    def is_of_list(self, other: Container) -> bool:
        """Whether both are items of one list."""
        return self.is_item and (self.tag, self.group) == (other.tag, other.group)


class Containers:
    """What is open around a block, while blocks are gone through in order.

    What stands in no other, whatever its level, is set in like the outermost.
    """

    def __init__(self, deepest: int) -> None:
        """Begin outside of any. deepest: how many may stand around another."""
        self.open: list[Container] = []
        self._deepest = deepest

    def leave(self, layout: Layout) -> list[Container]:
        """Close what does not stand around a block; the innermost comes first."""
        closed = []
        while self.open and not _holds(self.open[-1], layout):
            closed.append(self.open.pop())
        opens = any(True for _ in _around(layout, self.open))
        while opens and len(self.open) > self._deepest:
            closed.append(self.open.pop())
        return closed

    def enter(self, layout: Layout) -> list[Container]:
        """Open what begins with a block; the outermost comes first."""
        opened = list(_around(layout, self.open))
        self.open += opened
        return opened


def _holds(container: Container, layout: Layout) -> bool:
    """Whether a container that is open stands around a block, if those around it do."""
    quoted = layout.quote and layout.outer <= container.level
    if not container.is_item:
        is_here = layout.quote and layout.outer == container.level
        return is_here and _begins_in_quote(layout) and _same(container.group, _quotation(layout))
    is_inside = container.level < _items(layout) and container.group == layout.group
    return is_inside and container.quoted == quoted


def _around(layout: Layout, opened: Sequence[Container]) -> Iterator[Container]:
    """What begins with a block."""
    is_open = any(not container.is_item for container in opened)
    quote = Container(QUOTE, layout.outer, _quotation(layout))
    before = layout.quote and not is_open and _begins_in_quote(layout)
    if before:
        yield quote
    if layout.tag == "li":
        tag = "ol" if layout.ordered else "ul"
        yield Container(tag, layout.level, layout.group, layout.quote and (before or is_open))
    if layout.quote and not is_open and not before:
        yield quote


def _begins_in_quote(layout: Layout) -> bool:
    """Whether all of a block stands in its quotation; else it is an item that holds one."""
    return layout.tag != "li" or layout.outer <= layout.level


def _items(layout: Layout) -> int:
    """The items that may stand around a block."""
    return layout.level if layout.tag == "li" else layout.item


def _quotation(layout: Layout) -> int:
    """The number of a block's quotation, where its layout tells it; else 0."""
    return 0 if layout.tag in ("li", "tr") or layout.item else layout.group


def _same(one: int, other: int) -> bool:
    return one == other or not one or not other
