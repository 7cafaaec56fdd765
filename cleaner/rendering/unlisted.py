"""Articles that stand in an item of a list by which a page lays itself out, without that item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleaner.document.block import Block, Layout

LEAST = 4
"""Blocks of an item that may hold an article."""
DEEPEST = 8
"""Lists in each other by which a page is laid out."""


def unlisted(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks, lifted out of the item that holds most of their letters alone in its list.

    The cost is linear in the blocks.
    """
    for _ in range(DEEPEST):
        held = _held(blocks)
        if not held:
            break
        lifted = (_lifted(blocks[at], is_item=at == held.start) for at in held)
        blocks = [*blocks[: held.start], *lifted, *blocks[held.stop :]]
    return blocks


def _held(blocks: Sequence[Block]) -> range:
    """Positions of the item that holds most of the letters, with what stands in it."""
    items = [block.layout for block in blocks if block.tag == "li"]
    level = min((item.level for item in items), default=0)
    groups = [item.group for item in items if item.level == level]
    whole = sum(len(block.text) for block in blocks) if items else 0
    starts = (at for at, b in enumerate(blocks) if b.tag == "li" and b.layout.level == level)
    for start in starts:
        end = start + 1
        while end < len(blocks) and _depth(blocks[end].layout) > level:
            end += 1
        held = sum(len(block.text) for block in blocks[start:end])
        is_most = end - start >= LEAST and 2 * held > whole
        if is_most and groups.count(blocks[start].layout.group) == 1:
            return range(start, end)
    return range(0)


def _depth(layout: Layout) -> int:
    """How many items stand around a block."""
    return layout.level if layout.tag == "li" else layout.item


def _lifted(block: Block, *, is_item: bool) -> Block:
    """A block with one item less around it; or which was that item."""
    layout = block.layout
    outer = max(0, layout.outer - 1)
    if is_item:
        place = Layout(group=layout.group, quote=layout.quote, outer=outer, item=layout.level)
    elif layout.tag == "li":
        place = replace(layout, level=layout.level - 1, outer=outer)
    else:
        place = replace(layout, item=layout.item - 1, outer=outer)
    return replace(block, layout=place)
