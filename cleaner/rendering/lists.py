"""The numbers of list items, and what goes on what stands before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document.block import Block

LARGEST = 999_999_999
"""What CommonMark takes for the number of an item: nine digits."""


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


def follows(previous: Block, block: Block) -> bool:
    """Whether a block goes on what the one before began: a list, a table, a stanza."""
    if not block.layout.tight:
        return False
    if block.tag in ("li", "tr"):
        return previous.tag == block.tag and previous.layout.group == block.layout.group
    near = block.index == previous.index + 1 and block.tag == "p"
    return near and previous.tag in ("p", "li")


def goes_on(previous: Block, block: Block) -> bool:
    """Whether a block is another line of the paragraph or item before it."""
    if block.tag != "p" or not follows(previous, block):
        return False
    return previous.layout.group == block.layout.group and place(previous) == place(block)


def place(block: Block) -> tuple[int, int, int]:
    """The items that a block stands in or is, and where its quotation begins in them."""
    layout = block.layout
    items = layout.level + 1 if block.tag == "li" else layout.item
    return items, layout.quote, layout.outer
