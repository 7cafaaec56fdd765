"""One walk over a page's tree: its visible lines as blocks, and which of them each element holds.

A line is what a browser shows without a break: a paragraph, a heading, an item of a list, a row of
a table with data, the text between two `<br>`. It belongs to its nearest element that is
not inline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from cleaner.document.block import Block, Layout, Mark
from cleaner.reading.run import Run
from cleaner.reading.tables import is_layout, row_of
from cleaner.reading.tags import HEADINGS, INLINE, MARKED, SILENT, UNBROKEN
from cleaner.text.words import INVISIBLE

Element = Any  # lxml's stubs do not know HtmlElement from _Element
Node = tuple[Element, bool]
MAX_LINK = 400
"""Letters of the lines that a link around them makes links of: a card, not a page."""
MAX_HEADING = 400
MAX_TITLE = 80
"""Letters of a heading, and of a paragraph in one; with more the heading was never closed."""
MAX_DIGITS = 9
"""Of a number that a list may start at, as in browsers; with more it starts at 1."""
_EMPTY_LINES = re.compile(r"\n\s*\n+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)


@dataclass(eq=False, slots=True)
class Line:
    """A line of the page as it would be seen."""

    number: int
    block: Block
    element: Element
    linked: int
    """Characters of it that are links."""
    outside: str = ""
    """In which part of the page that holds no article it stands, such as "menu"."""

    @property
    def text(self) -> str:
        """What it says."""
        return self.block.text

    @property
    def key(self) -> str:
        """Letters and digits alone."""
        return self.block.key

    @property
    def is_paragraph(self) -> bool:
        """Long enough to be one, and hardly links."""
        return len(self.text) >= 25 and 2 * self.linked < len(self.text)


@dataclass(slots=True)
class _List:
    """A list that has begun."""

    group: int
    ordered: bool
    number: int


@dataclass(slots=True)
class _Inline:
    """An inline element that has begun: from which line, and from where in it."""

    tag: str
    href: str
    first: int
    start: int


@dataclass(slots=True)
class _Around:
    """What stands around the line that is being read."""

    lists: list[_List] = field(default_factory=list)
    inline: list[_Inline] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    hosts: list[Element] = field(default_factory=list)
    quotes: int = 0
    groups: int = 0
    breaks: int = 0
    begins_item: bool = False


class LineReader:
    """Walks a tree once."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.lines: list[Line] = []
        self.reach: dict[Element, tuple[int, int]] = {}
        """First line of an element and the first behind it, where it holds any."""
        self.nodes: list[list[Node]] = []
        """The text nodes of each line: those of an element, and whether its tail."""
        self._run, self._around = Run(), _Around()
        self._nodes: list[Node] = []

    def read(self, tree: Element) -> None:
        """Read a whole tree, or an element of one."""
        self._around.hosts.append(tree)
        walker = etree.iterwalk(tree, events=("start", "end"))
        firsts: list[int] = []
        for event, element in walker:
            if event == "start":
                is_silent = self._start(element)
                firsts.append(len(self.lines))
                if is_silent:
                    walker.skip_subtree()
                elif element.text:
                    self._take(element.text, element, tail=False)
            else:
                self._end(element, firsts.pop())
                if element.tail and element is not tree:
                    self._take(element.tail, element, tail=True)
        self._flush()

    def _take(self, text: str, element: Element, *, tail: bool) -> None:
        self._run.add(text)
        if not text.isspace():
            self._nodes.append((element, tail))

    def _start(self, element: Element) -> bool:
        """Begin an element; returns whether what is in it is read already, or is not to be read."""
        tag = element.tag
        if tag in INLINE:
            if tag in MARKED:
                self._open(element, tag)
            return _is_hidden(element)
        if tag == "math":
            self._run.add(_formula(element))
            self._nodes += nodes_within(element)
            return True
        if tag in UNBROKEN or not isinstance(tag, str):
            return True
        self._flush()
        if tag in SILENT:
            return True
        if tag == "br":
            self._around.breaks += 1
            return False
        self._around.breaks = 0
        self._around.hosts.append(element)
        return self._begin(element, tag)

    def _open(self, element: Element, tag: str) -> None:
        href = str(element.get("href") or "") if tag == "a" else ""
        opened = _Inline(MARKED[tag], href, len(self.lines), self._run.length)
        self._around.inline.append(opened)

    def _begin(self, element: Element, tag: str) -> bool:
        """Begin an element that is not inline; returns whether it is read already."""
        around = self._around
        if tag in ("ul", "ol"):
            around.groups += not around.lists
            around.lists.append(_List(around.groups, tag == "ol", _first_number(element)))
        elif tag == "li":
            around.begins_item = True
            if around.lists:
                around.lists[-1].number += 1
        elif tag in HEADINGS:
            around.headings.append(tag)
        elif tag in ("table", "blockquote"):
            around.groups += not around.lists
            around.quotes += tag == "blockquote"
        elif tag == "pre":
            self._nodes = list(nodes_within(element))
            self._add(_preformatted(element), Layout("pre"))
            return True
        elif tag == "tr" and not is_layout(element):
            self._nodes = list(nodes_within(element))
            text, marks = row_of(element)
            self._add(text, Layout("tr", True, around.groups), marks)
            return True
        return False

    def _end(self, element: Element, first: int) -> None:
        tag = element.tag
        if tag in INLINE:
            if tag in MARKED:
                self._close(self._around.inline.pop())
            return
        if tag == "math" or tag in UNBROKEN or not isinstance(tag, str):
            if tag not in ("script", "style", "rt", "rp"):
                self._run.add(" ")
            return
        self._flush()
        if tag in SILENT or tag == "br":
            return
        self._around.hosts.pop()
        self._finish(tag)
        if first < len(self.lines):
            self.reach[element] = first, len(self.lines)

    def _close(self, opened: _Inline) -> None:
        """End an inline element; one around whole lines makes a link of them, if they are few."""
        start = opened.start if opened.first == len(self.lines) else 0
        self._run.mark(start, opened.tag, opened.href)
        within = self.lines[opened.first :] if opened.tag == "a" else []
        if within and sum(len(line.text) for line in within) <= MAX_LINK:
            for line in within:
                _link(line, opened.href)

    def _finish(self, tag: str) -> None:
        around = self._around
        around.breaks = 0
        if tag in ("ul", "ol"):
            around.lists.pop()
        elif tag in HEADINGS:
            around.headings.pop()
        elif tag == "blockquote":
            around.quotes -= 1

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
            self._add(text, self._layout(len(text)), run.marks_within(len(text)))
            self._around.breaks = 0

    def _layout(self, size: int) -> Layout:
        around = self._around
        tight = around.breaks == 1 and bool(self.lines)
        longest = MAX_TITLE if around.hosts[-1].tag == "p" else MAX_HEADING
        if around.headings and size <= longest:
            return Layout(around.headings[-1], tight)
        if around.lists and (around.begins_item or around.breaks):
            first, around.begins_item = around.begins_item, False
            here, level = around.lists[-1], len(around.lists) - 1
            if not first:
                return Layout("p", True, 0, level, here.ordered)
            return Layout("li", True, here.group, level, here.ordered, here.number * here.ordered)
        if around.quotes:
            return Layout("p", tight, around.groups, quote=True)
        return Layout("p", tight)

    def _add(self, text: str, layout: Layout, marks: tuple[Mark, ...] = ()) -> None:
        nodes, self._nodes = self._nodes, []
        if text:
            self.nodes.append(nodes)
            number = len(self.lines)
            linked = min(len(text), sum(m.end - m.start for m in marks if m.tag == "a"))
            block = _block(number, text, layout, marks)
            self.lines.append(Line(number, block, self._around.hosts[-1], linked))


def nodes_within(element: Element) -> Iterator[Node]:
    """The text nodes below an element that hold more than white space, in order."""
    for event, below in etree.iterwalk(element, events=("start", "end")):
        tail = event == "end"
        text = below.tail if tail else below.text
        if text and not text.isspace() and not (tail and below is element):
            yield below, tail


def _block(number: int, text: str, layout: Layout, marks: tuple[Mark, ...]) -> Block:
    return Block(number, text, layout, marks, line=number)


def _link(line: Line, href: str) -> None:
    """Make a link of a whole line."""
    block, size = line.block, len(line.text)
    marks = (*(m for m in block.marks if m.tag != "a"), Mark(0, size, "a", href))
    line.block, line.linked = _block(line.number, block.text, block.layout, marks), size


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _first_number(element: Element) -> int:
    """The number before that of a list's first item."""
    first = element.get("start") or "1"
    return int(first) - 1 if first.isdecimal() and len(first) <= MAX_DIGITS else 0


def _formula(element: Element) -> str:
    """A formula in a line: as TeX where the page says it so, else its signs."""
    tex = next(iter(element.xpath(".//*[local-name()='annotation']/text()")), "")
    return str(tex) or "".join(element.itertext())


def _preformatted(element: Element) -> str:
    text = "".join(element.itertext()).replace("\r\n", "\n").strip("\n").rstrip()
    return _EMPTY_LINES.sub("\n", INVISIBLE.sub("", text)) if text.strip() else ""
