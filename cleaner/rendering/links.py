"""Links and pictures of blocks made absolute, where the page's address is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cleaner.document.block import Block, Mark
from cleaner.document.image import Image
from cleaner.text.urls import joined

LONGEST_BASE = 2048
"""Characters of an address that links are made absolute with: each link repeats it."""


def absolute(blocks: Iterable[Block], base: str) -> tuple[Block, ...]:
    """Blocks with their links as seen from an address; as they are where it is empty or too long.

    The cost is linear in the blocks.
    """
    if not _is_base(base):
        return tuple(blocks)
    return tuple(_absolute(block, base) for block in blocks)


def absolute_images(images: Iterable[Image], base: str) -> tuple[Image, ...]:
    """Pictures with their addresses as seen from an address, in the same way."""
    if not _is_base(base):
        return tuple(images)
    return tuple(replace(image, src=joined(base, image.src)) for image in images)


def _is_base(base: str) -> bool:
    return bool(base) and len(base) <= LONGEST_BASE


def _absolute(block: Block, base: str) -> Block:
    if not any(mark.href for mark in block.marks):
        return block
    return replace(block, marks=tuple(_led(mark, base) for mark in block.marks))


def _led(mark: Mark, base: str) -> Mark:
    return replace(mark, href=joined(base, mark.href)) if mark.href else mark
