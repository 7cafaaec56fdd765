"""The numbers of list items, and how far they are set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document.block import Block, Layout

LARGEST = 999_999_999
"""What CommonMark takes for the number of an item: nine digits."""
DEEPEST = 8
"""Levels below the outermost list; with twenty, markdown-it's usual limit, text would be lost."""
_STEP = 4


def numbers(blocks: Iterable[Block]) -> Iterator[int]:
    """The number of each block in its list; 0 for what is no item.

    An item of a list that does not tell its number, or one beyond nine digits, counts on.
    """
    group, counts = 0, list[tuple[int, int]]()
    for block in blocks:
        if block.tag != "li":
            yield 0
            continue
        layout = block.layout
        if layout.group != group:
            group, counts = layout.group, []
        while counts and counts[-1][0] > layout.level:
            counts.pop()
        known = counts.pop()[1] if counts and counts[-1][0] == layout.level else 0
        number = layout.number if 0 < layout.number <= LARGEST else known % LARGEST + 1
        counts.append((layout.level, number))
        yield number


class Indents:
    """How far the items of a list are set in, so that each stands inside the one above it.

    An item whose list stands in no other is set in like the outermost.
    """

    def __init__(self) -> None:
        """Begin outside of any list."""
        self._group = 0
        self._open: list[tuple[int, int, int]] = []  # level, indent, column of the text

    def leave(self) -> None:
        """A block that is no item ends the list."""
        self._open.clear()

    def enter(self, layout: Layout, sign: str) -> tuple[bool, str]:
        """Whether an item opens a list in the item before, and the white space before its sign."""
        if layout.group != self._group:
            self._group = layout.group
            self.leave()
        before = len(self._open)
        while self._open and (self._open[-1][0] >= layout.level or len(self._open) > DEEPEST):
            self._open.pop()
        _, above, column = self._open[-1] if self._open else (0, -_STEP, 0)
        indent = max(above + _STEP, column)
        self._open.append((layout.level, indent, indent + len(sign) + 1))
        return 1 < len(self._open) > before, " " * indent


def follows(previous: Block, block: Block) -> bool:
    """Whether a block goes on what the one before began: a list, a table, a stanza."""
    if not block.layout.tight:
        return False
    if block.tag in ("li", "tr"):
        return previous.tag == block.tag and previous.layout.group == block.layout.group
    near = block.index == previous.index + 1 and block.tag == "p"
    return near and previous.tag in ("p", "li")
