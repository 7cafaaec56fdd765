"""Plain text."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.rendering.lists import follows, numbers

RANK = 30
ENDING = "txt"


def heading(title: str) -> str:
    """A title as the first line."""
    return title


def parted(name: str) -> str:
    """The line before one of several articles, as of head(1)."""
    return f"==> {name} <=="


def render(blocks: Sequence[Block]) -> str:
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
