"""The cells of a table's row: the text of each with what is marked in it, on one line."""

from __future__ import annotations

from lxml import etree

from cleaner.document.block import Mark
from cleaner.reading.formulas import formula_of, is_shown_formula
from cleaner.reading.line import Element
from cleaner.reading.run import Run
from cleaner.reading.tags import GLUE, MARKED, SILENT, WAYS
from cleaner.reading.tree_nodes import is_hidden, is_in_row, is_sign

_APART = " "
_NEXT_ITEM = "; "


class CellReader:
    """Reads one cell."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._run = Run()
        self._starts: list[int] = []
        """Where each marked element that is open began."""
        self._gap = ""
        """What stands before the next words: they are in another block or item."""

    def read(self, cell: Element) -> tuple[str, tuple[Mark, ...]]:
        """The text of a cell, items of a list in it set off, and its marks."""
        walker = etree.iterwalk(cell, events=("start", "end"))
        for event, element in walker:
            if event == "end" and element is not cell:
                self._end(element)
                self._take(element.tail)
            elif event == "start" and element is not cell and self._start(element):
                walker.skip_subtree()
            elif event == "start":
                self._take(element.text)
        text = self._run.text().replace(" | ", " / ")
        return text, self._run.marks_within(len(text))

    def _start(self, element: Element) -> bool:
        """Begin an element; returns whether nothing more of it is read."""
        way = WAYS.get(element.tag, "block")
        if way == "marked":
            self._starts.append(-1)
        elif way in ("block", "button", "break", "silent"):
            is_next = element.tag == "li" and element.getprevious() is not None
            self._gap = _NEXT_ITEM if is_next else self._gap or _APART
        if element.tag == "q":
            self._run.quote(element)
        if way in ("unbroken", "silent") or element.tag in SILENT or _is_unseen(element):
            if formula := formula_of(element):
                self._take(formula)
            return True
        return False

    def _end(self, element: Element) -> None:
        way = WAYS.get(element.tag, "block")
        if way == "marked":
            start = self._starts.pop()
            if start >= 0:
                href = str(element.get("href") or "") if element.tag == "a" else ""
                self._run.mark(start, MARKED[element.tag], href)
        elif element.tag == "q":
            self._run.end_quote()
        elif way == "block" or way == "button":
            self._gap = self._gap or _APART
        elif element.tag not in GLUE and (way == "unbroken" or _is_beside(element)):
            self._run.part()

    def _take(self, text: str | None) -> None:
        if not text:
            return
        if self._gap and not text.isspace():
            if self._run.length:
                self._run.trim()
                self._run.add(self._gap)
            self._gap = ""
            text = text.lstrip()
        if not text.isspace():
            self._begin_marks()
        self._run.add(text)

    def _begin_marks(self) -> None:
        """Take that words begin in the marked elements that are open and hold none yet."""
        at = len(self._starts)
        while at and self._starts[at - 1] < 0:
            at -= 1
            self._starts[at] = self._run.length


def _is_unseen(element: Element) -> bool:
    return is_hidden(element) or is_shown_formula(element) or is_sign(element)


def _is_beside(element: Element) -> bool:
    """Whether two spans that are seen stand side by side."""
    if element.tag != "span" or not is_in_row(element):
        return False
    return not is_hidden(element) and not is_hidden(element.getnext())
