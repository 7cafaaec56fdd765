"""Rows of tables: which hold data, and how one reads as a line."""

from __future__ import annotations

from itertools import islice

from cleaner.document.block import Mark
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import cells_of, descendants, text_of, text_within
from cleaner.text.words import collapse_space

_BLOCKS = ("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "br", "article")
LAYOUT_CELL = 300
"""A table with a cell of more characters, in several blocks, lays out a page."""


def is_layout(row: Element) -> bool:
    """Whether a table's row lays out a page, and holds no data."""
    cells = cells_of(row)
    return len(cells) < 2 or any(map(_is_layout, cells))


def _is_layout(cell: Element) -> bool:
    if next(descendants(cell, ("pre",)), None) is not None:
        return True
    several = len(list(islice(descendants(cell, _BLOCKS), 2))) > 1
    return several and not text_within(cell, LAYOUT_CELL)


def row_of(row: Element) -> tuple[str, tuple[Mark, ...]]:
    """A row as one line, a bar between its cells, each marked; a link where a cell is one."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for cell in cells_of(row):
        text = collapse_space(_text(cell)).replace(" | ", " / ")
        length += 3 if parts else 0
        parts.append(text)
        marks.append(Mark(length, length + len(text), str(cell.tag)))
        marks += [
            Mark(length, length + len(text), "a", str(a.get("href") or ""))
            for a in descendants(cell, ("a",))
            if text and collapse_space(text_of(a)) == text
        ][:1]
        length += len(text)
    return " | ".join(parts) if any(parts) else "", tuple(marks)


def _text(cell: Element) -> str:
    """The text of a cell; the items of a list in it set off."""
    items = [text_of(item) for item in descendants(cell, ("li",))]
    listed = "".join(items).split() == text_of(cell, "").split()
    return "; ".join(items) if len(items) > 1 and listed else text_of(cell)
