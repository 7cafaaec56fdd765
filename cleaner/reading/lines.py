"""The visible lines of a page, made once, on first use; and where each of them stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Literal, get_args

from lxml import etree

from cleaner.document.block import Block
from cleaner.document.place import NOWHERE, Place
from cleaner.reading.copies import find_copies
from cleaner.reading.hidden import find_hidden
from cleaner.reading.line import Element, Line
from cleaner.reading.line_reader import LineReader
from cleaner.reading.names import ATTRIBUTE, LOOK_UP, names_of
from cleaner.reading.outside import find_outside
from cleaner.reading.stories import find_other_articles
from cleaner.reading.tags import HEADINGS
from cleaner.reading.title import shown_title, title_of
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
        return shown_title(self.title, self._by_key)

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

    def xpath(self, element: Element) -> str:
        """As lxml's `getpath`, which counts all siblings anew each time."""
        unknown = []
        while element is not None and element not in self._paths:
            unknown.append(element)
            element = element.getparent()
        for one in reversed(unknown):
            parent = one.getparent()
            if parent is None:
                self._paths[one] = f"/{one.tag}"
            elif one not in self._paths:
                self._paths.update(_paths_of(parent, self._paths[parent]))
        return self._paths[unknown[0] if unknown else element]

    @cached_property
    def _paths(self) -> dict[Element, str]:
        return {}

    def lines_of(self, key: str) -> list[Line]:
        """The lines that say just this, in order."""
        return self._by_key.get(key, [])

    def place(self, key: str, line: int) -> Place:
        """Where the line of a number stands; below zero, the first that says just a key."""
        lines = [self.lines[line]] if line >= 0 else self.lines_of(key)
        return place_of(lines[0].element, self.xpath(lines[0].element)) if lines else NOWHERE

    def boxes(self, line: int) -> Iterator[tuple[int, int]]:
        """Boxes around a line, the innermost first: the first line of each, and the one behind."""
        above = self.lines[line].element.iterancestors()
        return (self.reach(element) for element in islice(above, LEVELS))

    def before(self, line: int) -> Iterator[Block]:
        """The visible lines before one, as blocks."""
        return (each.block for each in self.lines[:line])

    def title_line(self, title: str) -> int:
        """The number of the first heading that says a title, by its key; −1 where none does."""
        headings = (n for n in self.lines_of(title) if n.element.tag in HEADINGS) if title else ()
        return next((n.number for n in headings), -1)


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


def _paths_of(parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    """The paths of an element's children: numbered by their names, where there are several."""
    children = list(parent.iterchildren(etree.Element))
    total, number = Counter(child.tag for child in children), Counter[str]()
    for child in children:
        number[child.tag] += 1
        at = f"[{number[child.tag]}]" if total[child.tag] > 1 else ""
        yield child, f"{path}/{child.tag}{at}"


def place_of(element: Element, xpath: str = "") -> Place:
    """What stands at and above an element, up to five levels, below `body`.

    xpath: that of the element, where it is known.
    """
    tags: list[str] = []
    names: set[str] = set()
    above = element
    while above is not None and above.tag not in ("body", "html") and len(tags) < LOOK_UP:
        tags.append(str(above.tag))
        names |= names_of(above)
        above = above.getparent()
    xpath = xpath or element.getroottree().getpath(element)
    return Place(xpath, tuple(tags), frozenset(names), (element.get("class") or "")[:ATTRIBUTE])
