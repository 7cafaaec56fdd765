"""Pictures among the blocks that are rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cleaner.document.block import Block, Layout
from cleaner.document.image import Image
from cleaner.rendering.tables import continues
from cleaner.text.urls import safe_link

TAG = "img"


@dataclass(frozen=True)
class Picture(Block):
    """A picture as renderings have it: a block whose text is read in its place."""

    src: str = ""


def illustrated(blocks: Sequence[Block], images: Sequence[Image]) -> Sequence[Block]:
    """Blocks with pictures between them; one of a table stands behind the table.

    What stood in an item, row or quotation that is not shown is not shown either, nor is what has
    no safe address.
    """
    shown = {block.index for block in blocks}
    seen = [image for image in images if not image.nested or image.after in shown]
    safe = [replace(one, src=link) for one in seen if (link := safe_link(one.src))]
    return list(_merged(blocks, safe)) if safe else blocks


def _merged(blocks: Sequence[Block], images: Sequence[Image]) -> Iterator[Block]:
    at, waiting = 0, list[Block]()
    before: Block | None = None
    for block in blocks:
        while at < len(images) and images[at].after < block.index:
            waiting.append(_picture(images[at], before))
            at += 1
        if not (block.tag == "tr" and continues(before, block)):
            yield from waiting
            waiting = []
        yield block
        before = block
    yield from waiting
    yield from (_picture(image, before) for image in images[at:])


def _picture(image: Image, before: Block | None) -> Picture:
    in_it = image.nested and before is not None and before.index == image.after
    layout = _inside(before.layout) if in_it and before is not None else Layout(TAG)
    return Picture(image.after, image.alt, layout, src=image.src)


def _inside(layout: Layout) -> Layout:
    """A place in the item, or in the quotation, of a block; beside its table."""
    item = layout.level + 1 if layout.tag == "li" else layout.item
    group = 0 if layout.tag == "tr" and not item else layout.group
    return Layout(TAG, False, group, quote=layout.quote, outer=layout.outer, item=item)
