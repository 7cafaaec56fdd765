"""Blocks as the elements that trafilatura writes for them: p, ab, list, quote, table, code."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block, Layout
from cleaner.rendering.containers import Container, Containers
from cleaner.rendering.lists import LARGEST, goes_on
from cleaner.rendering.nesting import nested
from cleaner.rendering.pictures import Picture
from cleaner.rendering.signs import language
from cleaner.rendering.tables import cells, continues
from cleaner.rendering.tei_inline import inline
from cleaner.rendering.tei_writer import Writer

_DEEPEST = 80
"""Lists and quotations inside each other: two elements each, of the 256 that parsers take."""


def write_body(to: Writer, blocks: Sequence[Block]) -> None:
    """Write blocks as the children of a division."""
    body = _Body(to)
    for block in blocks:
        body.add(block)
    body.close()


class _Body:
    """Goes through blocks in order."""

    def __init__(self, to: Writer) -> None:
        self._to = to
        self._containers = Containers(_DEEPEST)
        self._before: Block | None = None
        self._opened = 0
        """Elements that the block before has open: it may go on."""

    def add(self, block: Block) -> None:
        before, self._before = self._before, block
        if block.tag == "tr" and continues(before, block):
            self._row(block)
        elif before and goes_on(before, block):
            self._to.element("lb")
            self._line(block)
        else:
            self._end_leaf()
            self._enter(block.layout)
            self._begin_leaf(block)

    def close(self) -> None:
        self._end_leaf()
        for one in reversed(self._containers.open):
            self._end(one)

    def _enter(self, layout: Layout) -> None:
        closed = self._containers.leave(layout)
        opened = self._containers.enter(layout)
        same = bool(closed and opened) and closed[-1].is_of_list(opened[0])
        for one in closed[:-1] if same else closed:
            self._end(one)
        if same:
            self._end_item()
            self._begin_item(layout)
        for one in opened[1:] if same else opened:
            self._begin(one, layout)

    def _begin(self, one: Container, layout: Layout) -> None:
        if one.is_item:
            self._to.start("list", rend=one.tag)
            self._to.text("\n")
            self._begin_item(layout)
        else:
            self._to.start("quote")
            self._to.text("\n")

    def _begin_item(self, layout: Layout) -> None:
        told = layout.ordered and 0 < layout.number <= LARGEST
        self._to.start("item", n=str(layout.number) if told else "")

    def _end_item(self) -> None:
        self._to.end()
        self._to.text("\n")

    def _end(self, one: Container) -> None:
        if one.is_item:
            self._end_item()
        self._to.end()
        self._to.text("\n")

    def _begin_leaf(self, block: Block) -> None:
        opened = self._containers.open
        if block.tag == "tr":
            self._start("table")
            self._to.text("\n")
            self._row(block)
        elif block.tag == "pre":
            self._start("ab", type="code")
            self._to.element("code", block.text, lang=language(block.layout))
        elif isinstance(block, Picture):
            self._start("p")
            self._picture(block)
        elif block.is_heading:
            self._start("ab", rend=block.tag, type="header")
            self._line(block)
        else:
            if block.tag != "li" or not opened[-1].is_item:
                self._start("p")
            self._line(block)

    def _start(self, tag: str, **attributes: str) -> None:
        self._to.start(tag, **attributes)
        self._opened = 1

    def _end_leaf(self) -> None:
        if self._opened:
            self._to.end()
            self._to.text("\n")
        self._opened = 0

    def _picture(self, block: Picture) -> None:
        self._to.start("graphic", url=block.src)
        if block.text:
            self._to.element("desc", block.text)
        self._to.end()

    def _row(self, block: Block) -> None:
        self._to.start("row")
        for cell in cells(block):
            self._to.start("cell", role="head" if cell.tag == "th" else "")
            inline(self._to, cell.text, cell.marks)
            self._to.end()
        self._to.end()
        self._to.text("\n")

    def _line(self, block: Block) -> None:
        inline(self._to, block.text, nested(block.marks) if block.marks else ())
