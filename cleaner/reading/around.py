"""What stands around the line that is being read: lists, quotations, headings, inline elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from cleaner.document.block import Layout
from cleaner.reading.line import Element
from cleaner.reading.tags import HEADINGS

MAX_HEADING = 400
MAX_TITLE = 80
"""Letters of a heading, and of a paragraph in one; with more the heading was never closed."""
MAX_NESTED = 2
"""Headings in each other; more of them were never closed."""
MAX_DIGITS = 9
"""Of a number that a list may start at, as in browsers; with more it starts at 1."""

_SHAPING = HEADINGS | {"ul", "ol", "li", "table", "blockquote"}
"""Elements on which it depends how a line stands."""
_layout = lru_cache(Layout)
"""A page's lines have few layouts: each is made once."""


@dataclass(slots=True)
class _List:
    """A list that has begun."""

    group: int
    ordered: bool
    number: int


@dataclass(slots=True)
class Inline:
    """An inline element that has begun: from which line, and from where in it."""

    tag: str
    href: str
    first: int
    start: int


@dataclass(slots=True)
class Around:
    """The elements that have begun and not ended."""

    hosts: list[Element]
    """Those that are not inline."""
    inline: list[Inline] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    breaks: int = 0
    group: int = 0
    """Number of the last list, table or quotation."""
    _lists: list[_List] = field(default_factory=list)
    _quotes: int = 0
    _begins_item: bool = False

    def begin(self, element: Element, tag: str) -> None:
        """Take an element that begins, and is not inline."""
        self.hosts.append(element)
        self.breaks = 0
        if tag in _SHAPING:
            self._shape(element, tag)

    def _shape(self, element: Element, tag: str) -> None:
        """Take that a list, an item, a heading, a table or a quotation begins."""
        if tag in ("ul", "ol"):
            self.group += not self._lists
            self._lists.append(_List(self.group, tag == "ol", _first_number(element)))
        elif tag == "li":
            self._begins_item = True
            if self._lists:
                self._lists[-1].number += 1
        elif tag in HEADINGS:
            self.headings.append(tag)
        elif tag in ("table", "blockquote"):
            self.group += not self._lists
            self._quotes += tag == "blockquote"

    def end(self, tag: str) -> None:
        """Take that it ends."""
        self.hosts.pop()
        self.breaks = 0
        if tag not in _SHAPING:
            return
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag in HEADINGS:
            self.headings.pop()
        elif tag == "blockquote":
            self._quotes -= 1

    def layout(self, size: int, *, is_first: bool) -> Layout:
        """How a line stands. size: its letters; is_first: whether it is the first of the page."""
        tight = self.breaks == 1 and not is_first
        longest = MAX_TITLE if self.hosts[-1].tag == "p" else MAX_HEADING
        if 0 < len(self.headings) <= MAX_NESTED and size <= longest:
            return _layout(self.headings[-1], tight)
        if self._lists and (self._begins_item or self.breaks):
            return self._item()
        if self._quotes:
            return _layout("p", tight, self.group, quote=True)
        return _layout("p", tight)

    def _item(self) -> Layout:
        here, level = self._lists[-1], len(self._lists) - 1
        if not self._begins_item:
            return _layout("p", True, 0, level, here.ordered)
        self._begins_item = False
        return _layout("li", True, here.group, level, here.ordered, here.number * here.ordered)


def _first_number(element: Element) -> int:
    """The number before that of a list's first item."""
    first = element.get("start") or "1"
    return int(first) - 1 if first.isdecimal() and len(first) <= MAX_DIGITS else 0
