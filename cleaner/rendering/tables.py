"""The cells of a table's row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cleaner.document.block import Block, Mark
from cleaner.rendering.lists import place
from cleaner.rendering.nesting import nested, parted


class Cell(NamedTuple):
    """A cell of a row: td or th, with its text and the marks in that."""

    tag: str
    text: str
    marks: Sequence[Mark]


def cells(row: Block) -> Iterator[Cell]:
    """The cells of a row, in order; a row that names none is one."""
    found = sorted((m for m in row.marks if _is_cell(m)), key=lambda m: (m.start, m.end))
    found = found or [Mark(0, len(row.text), "td")]
    for mark, inside in zip(found, parted(nested(row.marks), found), strict=True):
        yield Cell(mark.tag, row.text[mark.start : mark.end], inside)


def columns(blocks: Iterable[Block]) -> Iterator[int]:
    """For each row how many cells the longest of its table has; 0 for all other blocks."""
    for table, run in groupby(blocks, key=_table):
        members = list(run)
        yield from [max(map(_width, members)) if table else 0] * len(members)


def _table(block: Block) -> tuple[int, ...]:
    layout = block.layout
    return (layout.group, *place(block)) if layout.tag == "tr" else ()


def _width(row: Block) -> int:
    return max(1, sum(map(_is_cell, row.marks)))


def continues(previous: Block | None, row: Block) -> bool:
    """Whether a row belongs to the table of the block before."""
    return previous is not None and _table(previous) == _table(row)


def _is_cell(mark: Mark) -> bool:
    return mark.tag in ("td", "th")
