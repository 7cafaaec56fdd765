"""The visible lines of a page, made once, on first use; and where each of them stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any, Literal, get_args

from cleaner.document.block import Block
from cleaner.document.place import NOWHERE, Place
from cleaner.reading.copies import find_copies
from cleaner.reading.hidden import find_hidden
from cleaner.reading.line import Element, Line
from cleaner.reading.line_reader import LineReader
from cleaner.reading.outside import find_outside
from cleaner.reading.places import Places
from cleaner.reading.shown import headline_of, title_line
from cleaner.reading.stories import find_other_articles
from cleaner.reading.title import title_of
from cleaner.reading.tree_nodes import Node, text_within
from cleaner.text import words as t

Telling = Literal["title", "meta", "link", "script", "h1", "figcaption"]
CAPTION = 4000
"""Characters beyond which a text is no caption."""
LEVELS = 14
"""Steps up from a line to the boxes around it."""


class Source:
    """The tree of a page, as lines in order."""

    def __init__(self, tree: Element) -> None:
        """Take a tree that will not be changed any more; nothing is read yet."""
        self.tree = tree
        self.measured: dict[str, Any] = {}
        """What others measure of these lines once, by the name of the measure."""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All visible lines of the page, in order; each has its place among them as its number."""
        return tuple(self._read.lines)

    def reach(self, element: Element) -> tuple[int, int]:
        """Numbers of an element's first line and of the first one behind it."""
        return self._read.reach(element)

    @cached_property
    def _read(self) -> LineReader:
        reader = LineReader()
        reader.read(self.tree)
        self._part(reader)
        return reader

    def _part(self, reader: LineReader) -> None:
        """Tell the lines that stand outside of any article of the page, or in another one."""
        find_outside(reader.lines, reader.held)
        find_hidden(self.tree, reader.lines, reader.held)
        for line in find_other_articles(reader.lines, reader.reach, t.match_key(self.title)):
            line.outside = "another article"
        for line in list(find_copies(reader.lines)):
            line.outside = "a copy of the article"

    @cached_property
    def title(self) -> str:
        """The title of the page; empty where it names none."""
        return title_of(self.named("title", "meta", "h1", "script"))

    @cached_property
    def headline(self) -> str:
        """The title as the page shows it; as it names itself, where no line says that."""
        every = self.named("title", "meta", "h1")
        return headline_of(self.title, every, self._by_key, self.body)

    def named(self, *tags: Telling) -> list[Element]:
        """All elements of some names that tell something of the page, in order."""
        return [element for element in self._telling if element.tag in tags]

    @cached_property
    def _telling(self) -> list[Element]:
        return list(self.tree.iter(*get_args(Telling)))  # one walk for all who ask

    def nodes(self, line: Line) -> list[Node]:
        """The text nodes of a line."""
        return self._read.nodes[line.number]

    def around(self, first: int, last: int, before: int, after: int) -> tuple[Line, ...]:
        """The body's lines from the first number to the last, with some before and after."""
        start = bisect_left(self.body, first, key=lambda line: line.number)
        end = bisect_right(self.body, last, key=lambda line: line.number)
        return self.body[max(0, start - before) : end + after]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines that stand in no menu, footer or button, in order."""
        return tuple(line for line in self.lines if not line.outside)

    @cached_property
    def _by_key(self) -> dict[str, list[Line]]:
        index: dict[str, list[Line]] = defaultdict(list)
        for line in self.body:
            index[line.key].append(line)
        return index

    @cached_property
    def captions(self) -> frozenset[str]:
        """Keys of what stands in `<figcaption>`."""
        captions = _captions(self.named("figcaption"))
        parts = (part for caption in captions for part in _parts(caption))
        return frozenset(key for part in parts if (key := t.match_key(part)))

    @cached_property
    def places(self) -> Places:
        """Where the page's elements stand."""
        return Places()

    def lines_of(self, key: str) -> list[Line]:
        """The lines that say just this, in order."""
        return self._by_key.get(key, [])

    def place(self, key: str, line: int) -> Place:
        """Where the line of a number stands; below zero, the first that says just a key."""
        lines = [self.lines[line]] if line >= 0 else self.lines_of(key)
        return self.places.of(lines[0].element) if lines else NOWHERE

    def boxes(self, line: int) -> Iterator[tuple[int, int]]:
        """Boxes around a line, the innermost first: the first line of each, and the one behind."""
        above = self.lines[line].element.iterancestors()
        return (self.reach(element) for element in islice(above, LEVELS))

    def before(self, line: int) -> Iterator[Block]:
        """The visible lines before one, as blocks."""
        return (each.block for each in self.lines[:line])

    def title_line(self, title: str) -> int:
        """The number of the first heading that says a title, by its key; −1 where none does."""
        return title_line(title, self.lines_of(title), self.body) if title else -1


def _captions(captions: Iterable[Element]) -> Iterator[Element]:
    """Captions of pictures, less those inside another; those of tables, code, quotes stay."""
    last: Element = None
    tables: dict[Element, bool] = {}
    for caption in captions:
        figure = caption.getparent()
        if figure is not None and figure not in tables:
            tables[figure] = next(figure.iter("table", "blockquote", "pre"), None) is not None
        if tables.get(figure) or (last is not None and last in caption.iterancestors("figcaption")):
            continue
        last = caption
        yield caption


def _parts(element: Element) -> Iterator[str]:
    """The text of an element, of each below it, and of each run between them."""
    for inside in element.iter():
        yield text_within(inside, CAPTION) if isinstance(inside.tag, str) else ""
        yield from (inside.text or "", *(below.tail or "" for below in inside))
