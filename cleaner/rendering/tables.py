"""The cells of a table's row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.article import Block, Mark
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


def widths(blocks: Iterable[Block]) -> list[int]:
    """For the first row of each table how many cells its longest has; 0 for all other blocks."""
    found: list[int] = []
    first, previous = 0, None
    for at, block in enumerate(blocks):
        found.append(0)
        if block.tag == "tr":
            if not continues(previous, block):
                first = at
            found[first] = max(found[first], 1, sum(map(_is_cell, block.marks)))
        previous = block
    return found


def continues(previous: Block | None, row: Block) -> bool:
    """Whether a row belongs to the table of the row before."""
    return (
        previous is not None
        and previous.tag == "tr"
        and previous.layout.group == row.layout.group
    )


def _is_cell(mark: Mark) -> bool:
    return mark.tag in ("td", "th")
