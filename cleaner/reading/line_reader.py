"""One walk over a page's tree: its visible lines as blocks, and which of them each element holds.

A line is what a browser shows without a break: a paragraph, a heading, an item of a list, a row of
a table with data, the text between two `<br>`. It belongs to its nearest element that is not
inline.
"""

from __future__ import annotations

from lxml import etree

from cleaner.document.block import Block, Layout, Mark
from cleaner.reading.around import Around, Inline
from cleaner.reading.formulas import HOLD_FORMULAS, formula_of, is_shown_formula
from cleaner.reading.line import Element, Held, Line, link_all
from cleaner.reading.listings import is_beside_listing, language_of
from cleaner.reading.preformatted import preformatted
from cleaner.reading.run import Run
from cleaner.reading.sentences import is_in_stack, is_term, is_word
from cleaner.reading.tables import Rows
from cleaner.reading.tags import GLUE, MARKED, WAYS, Way
from cleaner.reading.tree_nodes import Node, is_hidden, is_in_row, is_sign, is_verse, nodes_within


class LineReader:
    """Walks a tree once."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.lines: list[Line] = []
        self.nodes: list[list[Node]] = []
        """The text nodes of each line."""
        self._run, self._around = Run(), Around([])
        self._nodes: list[Node] = []
        self._firsts = [0]
        """The number of the first line of all, and of each block that has begun."""
        self.held: Held = {}
        self._rows = Rows()

    def reach(self, element: Element) -> tuple[int, int]:
        """First line of an element and the first behind it; twice 0 where it holds none."""
        return self.held.get(element, (0, 0))

    def read(self, tree: Element) -> None:
        """Read a whole tree, or an element of one."""
        self._around.hosts.append(tree)
        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            way, is_tail = WAYS.get(element.tag), event == "end"
            if way is None or way == "button":
                way = self._own_way(element, is_end=is_tail)
            if is_tail:
                self._end(element, way)
            elif self._start(element, way):
                walker.skip_subtree()
                continue
            text = element.tail if is_tail else element.text
            if text and not (is_tail and element is tree):
                self._take(text, (element, is_tail))
        self._flush()

    def _own_way(self, element: Element, *, is_end: bool) -> Way:
        """The way of a button or an element of the page's own making."""
        if is_end:
            return "block" if self._around.hosts[-1] is element else "inline"
        if element.tag == "button":
            return "inline" if self._around.headings or is_term(element) else "block"
        return "inline" if "-" in element.tag and is_word(element) else "block"

    def _take(self, text: str, node: Node) -> None:
        if not text.isspace():
            self._run.add(text)
            self._nodes.append(node)
        elif self._run.length:
            self._run.add(text)

    def _start(self, element: Element, way: Way) -> bool:
        """Begin an element; returns whether what is in it is read already, or is not to be read."""
        if way == "block":
            return self._begin(element, element.tag)
        if way == "unbroken":
            return element.tag not in HOLD_FORMULAS or self._formula(element)
        if way == "silent" or way == "break":
            self._flush()
            self._around.breaks += way == "break" and self._firsts[-1] < len(self.lines)
            return way == "silent"
        if way == "marked":
            self._open(element, element.tag)
            if element.tag == "a" and is_sign(element):
                return True
        if element.tag == "q":
            self._run.quote(element)
        elif element.tag == "button":
            self._run.part()
        is_unseen = is_hidden(element) or is_shown_formula(element)
        return is_unseen and self._formula(element)

    def _begin(self, element: Element, tag: str) -> bool:
        """Begin a block; returns whether all of it is read as one line."""
        if self._run.length:
            self._flush()
        self._around.begin(element, tag)
        self._around.breaks += tag in ("div", "p") and is_verse(element)
        is_read = tag in ("pre", "tr") and self._is_whole(element, tag)
        self._firsts.append(len(self.lines))
        return is_read

    def _formula(self, element: Element) -> bool:
        """Read the formula that an element holds, if it does."""
        if formula := formula_of(element):
            self._run.add(formula)
            self._nodes += nodes_within(element)
        return True

    def _open(self, element: Element, tag: str) -> None:
        href = str(element.get("href") or "") if tag == "a" else ""
        opened = Inline(MARKED[tag], href, len(self.lines), self._run.length)
        self._around.inline.append(opened)

    def _is_whole(self, element: Element, tag: str) -> bool:
        """Read an element that is one line, whatever is in it; returns whether it is one."""
        if tag == "pre":
            self._listing(element)
            return True
        if tag == "tr" and self._rows.is_data(element):
            self._nodes = list(nodes_within(element))
            text, marks = self._rows.read(element)
            self._add(text, self._around.placed("tr", tight=True), marks)
            return True
        return False

    def _listing(self, element: Element) -> None:
        """Read a listing; one line of code that is all of an item is the item."""
        self._nodes = list(nodes_within(element))
        if is_beside_listing(element):
            return
        text, around = preformatted(element), self._around
        if "\n" in text or not around.begins_item:
            self._add(text, around.placed("pre", language=language_of(element)))
        elif text:
            self._add(text, around.layout(len(text), is_first=False), (Mark(0, len(text), "code"),))

    def _end(self, element: Element, way: Way) -> None:
        if way == "block":
            self._end_block(element)
        elif way == "marked":
            self._close(element)
        elif element.tag == "q":
            self._run.end_quote()
        elif way == "inline":
            if element.tag == "span" and is_in_row(element):
                self._run.stand_beside()
        elif way != "unbroken":
            self._flush()
        elif element.tag not in GLUE:
            self._run.part()

    def _end_block(self, element: Element) -> None:
        if self._run.length:
            self._flush()
        self._around.end(element.tag)
        first = self._firsts.pop()
        if first < len(self.lines):
            self.held[element] = first, len(self.lines)

    def _close(self, element: Element) -> None:
        """End an inline element; one around whole lines makes a link of them, if they are few."""
        opened = self._around.inline.pop()
        start = opened.start if opened.first == len(self.lines) else 0
        self._run.mark(start, opened.tag, opened.href)
        if is_in_stack(element):
            self._run.part()
        elif opened.tag == "a":
            if self._run.ends_in_note(start, opened.href) and not self._around.is_raised:
                self._run.mark(start, "sup")
            link_all(self.lines[opened.first :], opened.href, opened.start)

    def _flush(self) -> None:
        """End the line."""
        run = self._run
        if not run.length:
            return
        self._run = Run()
        for opened in self._around.inline:
            if opened.tag != "a":
                run.mark(opened.start if opened.first == len(self.lines) else 0, opened.tag)
        if text := run.text():
            layout = self._around.layout(len(text), is_first=not self.lines)
            self._add(text, layout, run.marks_within(len(text)))
            self._around.breaks = 0

    def _add(self, text: str, layout: Layout, marks: tuple[Mark, ...] = ()) -> None:
        nodes, self._nodes = self._nodes, []
        if text:
            self.nodes.append(nodes)
            number = len(self.lines)
            linked = sum(m.end - m.start for m in marks if m.tag == "a") if marks else 0
            block = Block(number, text, layout, marks, line=number)
            self.lines.append(Line(number, block, self._around.hosts[-1], min(len(text), linked)))
