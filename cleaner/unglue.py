"""Paragraphs that trafilatura's last resort glued into one: taken apart at the page's own lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.article import Block, Layout
from cleaner.source import Line, Source

LONG = 150
"""Words from which a block is worth looking at."""
COVERED = 0.9


def unglue(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The blocks, with each that is made of several of the page's lines split into them."""
    parts = [part for block in blocks for part in _split(block, source)]
    return tuple(block.numbered(i) for i, block in enumerate(parts))


def _split(block: Block, source: Source) -> list[Block]:
    if block.tag != "p" or len(block.words) < LONG:
        return [block]
    lines = list(_lines(block.key, source.lines))
    covered = sum(len(line.key) for line in lines)
    if len(lines) < 3 or covered < COVERED * len(block.key):
        return [block]
    return [Block(0, line.text, Layout(_tag(line))) for line in lines]


def _tag(line: Line) -> str:
    tag = str(line.element.tag)
    return tag if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else "p"


def _lines(key: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that stand in a key one after the other; one pass, nothing is searched for."""
    at = 0
    for line in lines:
        if line.key and key.startswith(line.key, at):
            at += len(line.key)
            yield line
