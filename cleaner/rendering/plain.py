"""Blocks as plain text, and how blocks are set apart in text and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.rendering.lists import numbers


def text(blocks: Sequence[Block]) -> str:
    """Plain text: a blank line between paragraphs, a newline between lines and list items."""
    parts: list[str] = []
    previous: Block | None = None
    for block, number in zip(blocks, numbers(blocks), strict=True):
        if previous is not None:
            parts.append("\n" if follows(previous, block) else "\n\n")
        parts.append(_line(block, number))
        previous = block
    return "".join(parts)


def _line(block: Block, number: int) -> str:
    if block.tag == "li":
        return f"{number}. {block.text}" if block.layout.ordered else f"- {block.text}"
    return block.text


def follows(previous: Block, block: Block) -> bool:
    """Whether a block goes on what the one before began: a list, a table, a stanza."""
    if not block.layout.tight:
        return False
    if block.tag in ("li", "tr"):
        return previous.tag == block.tag and previous.layout.group == block.layout.group
    near = block.index == previous.index + 1 and block.tag == "p"
    return near and previous.tag in ("p", "li")
