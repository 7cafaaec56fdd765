"""Rows of tables: which hold data, and how one reads as a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from cleaner.document.block import Mark
from cleaner.reading.cells import CellReader
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import cells_of, descendants, text_within, texts

_BLOCKS = ("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "br", "article")
_PARTS = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "article")
"""Blocks that a cell of data hardly holds."""
_WIDEST = 40
"""Columns or rows over which a cell may reach; one with more is taken for one cell."""
_LONGEST = 2000
"""Characters of a text in a cell that are looked at."""
_MOST_EMPTY = 20_000
"""Empty cells of a page that stand for such columns and rows."""
LAYOUT_CELL = 300
"""A table with a cell of more characters, in several blocks, lays out a page."""


def is_layout(row: Element) -> bool:
    """Whether a table's row lays out a page, and holds no data."""
    cells = cells_of(row)
    return len(cells) < 2 or any(map(_is_layout, cells)) or _is_notice(row, cells)


def _is_layout(cell: Element) -> bool:
    if next(descendants(cell, ("pre",)), None) is not None:
        return True
    several = len(list(islice(descendants(cell, _BLOCKS), 2))) > 1
    return several and not text_within(cell, LAYOUT_CELL) and not _is_indented(cell)


def _is_indented(cell: Element) -> bool:
    """Whether a cell among rows of data is long for the indentation of the page alone."""
    if _is_alone(cell.getparent()) or next(descendants(cell, _PARTS), None) is not None:
        return False
    left = LAYOUT_CELL
    for part in cell.itertext():
        left -= 1 + len(" ".join(part[:_LONGEST].split()))
        if left < 0:
            return False
    return True


def _is_notice(row: Element, cells: Sequence[Element]) -> bool:
    """Whether a row is all of its table and says something in one cell alone: a box around it."""
    return _is_alone(row) and sum(any(map(str.strip, texts(cell))) for cell in cells) < 2


def _is_alone(row: Element) -> bool:
    """Whether a row is all of its table."""
    return _is_only(row) and (row.getparent().tag == "table" or _is_only(row.getparent()))


def _is_only(element: Element) -> bool:
    return element.getprevious() is None and element.getnext() is None


class Rows:
    """The rows of a page's tables, in order."""

    def __init__(self) -> None:
        """No row is read yet."""
        self._below: dict[Element, dict[int, int]] = {}
        """By what holds rows: how many more rows a cell of a column reaches down."""
        self._left = _MOST_EMPTY

    def is_data(self, row: Element) -> bool:
        """Whether a row holds data: several cells, or one as wide as the rows above it."""
        cells, below = cells_of(row), self._below.get(row.getparent())
        if len(cells) != 1 or below is None:
            return not is_layout(row)
        is_wide = _span(cells[0], "colspan") > 1 or any(below.values())
        return is_wide and next(descendants(cells[0], _BLOCKS), None) is None

    def read(self, row: Element) -> tuple[str, tuple[Mark, ...]]:
        """A row as one line, a bar between its cells, each marked, and what is marked in them.

        Where a cell reaches over several columns or rows, empty ones stand in the others.
        """
        below = self._below.setdefault(row.getparent(), {})
        line = _Row()
        for cell in cells_of(row):
            self._fill(line, below)
            column = len(line.parts)
            line.add(str(cell.tag), *CellReader().read(cell))
            wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(column, column + wide):
                self._add_empty(line, is_needed=at > column)
                if deep > 1:
                    below[at] = deep - 1
        self._fill(line, below)
        return line.text(), tuple(line.marks)

    def _fill(self, line: _Row, below: dict[int, int]) -> None:
        """Add an empty cell for each column that a cell above reaches into."""
        while below.get(len(line.parts), 0) and self._left:
            below[len(line.parts)] -= 1
            self._add_empty(line, is_needed=True)

    def _add_empty(self, line: _Row, *, is_needed: bool) -> None:
        if is_needed and self._left:
            self._left -= 1
            line.add("td", "", ())


def _span(cell: Element, name: str) -> int:
    """Columns or rows that a cell reaches over."""
    value = cell.get(name) or ""
    return (
        max(1, int(value)) if value.isdecimal() and len(value) < 3 and int(value) <= _WIDEST else 1
    )


class _Row:
    """A line of cells."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.parts: list[str] = []
        self._length = 0

    def add(self, tag: str, text: str, marks: Iterable[Mark]) -> None:
        at = self._length + 3 * bool(self.parts)
        self.parts.append(text)
        self._length = at + len(text)
        self.marks.append(Mark(at, self._length, tag))
        self.marks += [Mark(at + m.start, at + m.end, m.tag, m.href) for m in marks]

    def text(self) -> str:
        return " | ".join(self.parts) if any(self.parts) else ""
