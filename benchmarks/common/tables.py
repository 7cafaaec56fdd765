"""The one way in which figures are printed: a Markdown table with its columns aligned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Cell = str | int | float


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A Markdown table: the first column to the left, the others to the right.

    Floats get four decimals, integers commas; other forms are given as text.

    >>> print(table(["system", "F1"], [["cleaner", 0.5]]))
    | system  |     F1 |
    |:--------|-------:|
    | cleaner | 0.5000 |
    """
    lines = [list(head), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    first, *others = (_line(line, widths) for line in lines)
    rule = "".join(f"{'-' * (width + 1)}:|" for width in widths[1:])
    return "\n".join([first, f"|:{'-' * (widths[0] + 1)}|{rule}", *others])


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return "-" if cell != cell else f"{cell:.4f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, *values = cells
    padded = (value.rjust(width) for value, width in zip(values, widths[1:], strict=True))
    return f"| {' | '.join([name.ljust(widths[0]), *padded])} |"
