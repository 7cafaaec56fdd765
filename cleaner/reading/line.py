"""Line: what a browser shows of a page without a break, as a block, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cleaner.document.block import Block, Mark

Element = Any  # lxml's stubs do not know HtmlElement from _Element
Held = dict[Element, tuple[int, int]]
"""Numbers of the first line that each element holds, and of the first one behind it, where it holds
any; an element comes behind all those in it."""
Reach = Callable[[Element], tuple[int, int]]
"""The same for one element; twice 0 where it holds no line."""


MAX_LINK = 400
"""Letters of the lines that a link around them makes links of: a card, not a page."""


@dataclass(eq=False, slots=True)
class Line:
    """A paragraph, heading, item, row of data, or text between two breaks of a page."""

    number: int
    block: Block
    element: Element
    """The nearest element around it that is not inline."""
    linked: int
    """Characters of it that are links."""
    outside: str = ""
    """In which part of the page that holds no article it stands, such as "menu"."""
    text: str = field(init=False, repr=False)
    """What it says."""

    def __post_init__(self) -> None:
        """Name the text of its block, which never changes."""
        self.text = self.block.text

    @property
    def key(self) -> str:
        """Letters and digits alone."""
        return self.block.key

    @property
    def is_paragraph(self) -> bool:
        """Long enough to be one, and hardly links."""
        size = len(self.text)
        return size >= 25 and 2 * self.linked < size

    @property
    def is_mostly_linked(self) -> bool:
        """Whether more than half of its letters are links."""
        return 2 * self.linked > len(self.text)

    def link(self, href: str, start: int = 0) -> None:
        """Make a link of it from a place on."""
        block, size = self.block, len(self.text)
        if start < size:
            before = [m for m in block.marks if m.tag != "a" or m.end <= start]
            marks = (*before, Mark(start, size, "a", href))
            self.block = Block(block.index, block.text, block.layout, marks, line=block.line)
            self.linked = sum(m.end - m.start for m in marks if m.tag == "a")


def link_all(lines: Sequence[Line], href: str, start: int) -> None:
    """Make links of all lines that a link stands around, if they are few.

    start: where it begins in the first of them.
    """
    if sum(len(line.text) for line in lines) <= MAX_LINK:
        for line in lines:
            line.link(href, start)
            start = 0
