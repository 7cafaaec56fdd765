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
    step: int

    def count(self, item: Element) -> None:
        """Take that an item begins."""
        value = item.get("value") or ""
        self.number = int(value) if _is_number(value) else self.number + self.step


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation that has begun, and the items around it."""

    group: int
    items: int


_NO_QUOTE = _Quote(0, 0)


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
    _quotes: list[_Quote] = field(default_factory=list)
    begins_item: bool = False
    """Whether an item has begun of which no line is read."""

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
            self._lists.append(_list_of(element, self.group))
        elif tag == "li":
            self.begins_item = True
            if self._lists:
                self._lists[-1].count(element)
        elif tag in HEADINGS:
            self.headings.append(tag)
        elif tag == "table":
            self.group += not self._lists
        elif tag == "blockquote":
            self.group += not self._lists and not self._quotes
            self._quotes.append(_Quote(self.group, len(self._lists)))

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
        elif tag == "li":
            self.begins_item = False
        elif tag == "blockquote":
            self._quotes.pop()

    @property
    def is_raised(self) -> bool:
        """Whether a power or the mark of a note has begun."""
        return any(opened.tag == "sup" for opened in self.inline)

    def layout(self, size: int, *, is_first: bool) -> Layout:
        """How a line stands. size: its letters; is_first: whether it is the first of the page."""
        tight = self.breaks == 1 and not is_first
        longest = MAX_TITLE if self.hosts[-1].tag == "p" else MAX_HEADING
        if 0 < len(self.headings) <= MAX_NESTED and size <= longest:
            return self.placed(self.headings[-1], tight=tight)
        if self._lists and self.begins_item:
            return self._item()
        return self.placed("p", tight=tight or bool(self._lists and self.breaks))

    def placed(self, tag: str, *, tight: bool = False, language: str = "") -> Layout:
        """The layout of a block that is no item, among the lists and quotations around it."""
        items = max(0, len(self._lists) - self.begins_item)
        quote = self._quotes[0] if self._quotes else _NO_QUOTE
        group = self.group if self._lists or tag == "tr" else quote.group
        outer = min(quote.items, items)
        quoted = bool(self._quotes)
        return _layout(tag, tight, group, 0, False, 0, quoted, outer, items, language)

    def _item(self) -> Layout:
        here, level = self._lists[-1], len(self._lists) - 1
        self.begins_item = False
        number = here.number * here.ordered
        outer = self._quotes[0].items if self._quotes else 0
        in_quote = bool(self._quotes)
        return _layout("li", True, here.group, level, here.ordered, number, in_quote, outer)


def _list_of(element: Element, group: int) -> _List:
    ordered = element.tag == "ol"
    step = -1 if ordered and element.get("reversed") is not None else 1
    start = element.get("start") or ""
    if not _is_number(start):
        start = str(len(element.findall("li"))) if step < 0 else "1"
    return _List(group, ordered, int(start) - step, step)


def _is_number(value: str) -> bool:
    return value.isdecimal() and len(value) <= MAX_DIGITS
