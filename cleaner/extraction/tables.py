"""Tables that stand right beside the article's paragraphs, in the same element, or have a caption.

A table at the end or at the beginning of a story has nothing behind or before it that would tell a
model of single lines what it is: prices, results, fields of a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import above

LEVELS, FIGURE = 4, 6
"""Steps up from a cell to its table, and to the figure around that."""
LINKED = 0.5


def tables(sequence: BlockSequence, flow: Set[Element]) -> Iterator[int]:
    """The rows of such tables. flow: the elements that hold paragraphs of the article."""
    rows: dict[Element, list[int]] = defaultdict(list)
    for i, one in enumerate(sequence.candidates):
        table = _table(one) if one.block.layout.tag == "tr" else None
        if table is not None and table.getparent() in flow:
            rows[table].append(i)
    for lines in rows.values():
        blocks = [sequence.blocks[i] for i in lines]
        linked = sum(block.link_share > LINKED for block in blocks)
        if 2 * linked <= len(blocks) and not any(block.hits for block in blocks):
            yield from lines


def captioned(sequence: BlockSequence, flow: Set[Element]) -> Iterator[int]:
    """Tables that have a caption under them, and it, wherever they stand beside paragraphs."""
    held: dict[Element, list[int]] = defaultdict(list)
    for i, one in enumerate(sequence.candidates):
        if one.line is not None and one.block.layout.tag == "tr":
            around = above(one.line.element, FIGURE)
            held[next((e for e in around if e.tag == "figure"), one.line.element)].append(i)
    for figure, rows in held.items():
        under = rows[-1] + 1
        line = None if under == len(sequence) else sequence.candidates[under].line
        named = line is not None and line.element.tag == "figcaption"
        if named and line.element.getparent() is figure and figure.getparent() in flow:  # type: ignore[union-attr]
            yield from (*rows, under)


def _table(row: Candidate) -> Element | None:
    """The table around a row."""
    around = () if row.line is None else (row.line.element, *above(row.line.element, LEVELS))
    return next((element for element in around if element.tag == "table"), None)
