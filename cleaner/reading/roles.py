"""Tables made of other elements, which say by their roles what they are.

See https://www.w3.org/TR/wai-aria-1.2/#table.
"""

from __future__ import annotations

from lxml import etree

from cleaner.reading.line import Element

_ROWS = etree.XPath("//*[@role='row' and not(self::tr)]")
_CELLS = {"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
_TABLES = frozenset(["table", "grid", "treegrid"])
_MIN_CELLS = 2


def tell_tables(tree: Element) -> None:
    """Give tables, rows and cells the tags that say the same as their roles."""
    for row in _ROWS(tree):
        cells = [child for child in row if child.get("role") in _CELLS]
        around = row.getparent()
        group = around if around is not None and around.get("role") == "rowgroup" else None
        table = around if group is None else group.getparent()
        if len(cells) < _MIN_CELLS or table is None or table.get("role") not in _TABLES:
            continue
        table.tag, row.tag = "table", "tr"
        if group is not None:
            group.tag = "tbody"
        for cell in cells:
            cell.tag = _CELLS[cell.get("role")]
